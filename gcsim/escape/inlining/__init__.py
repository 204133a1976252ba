"""What a function costs, whether it can be inlined, and the call replaced by its body.

`inline` changes the bodies of a package: calls that the release inlines become `InlinedCall` nodes, described in
`gcsim.escape.inlining.substitution`. Two inliners stand behind it, that of 1.4 to 1.8 and that of 1.19.
"""

from gcsim.escape.inlining.model import Added, Cost, Growth, Inlining
from gcsim.escape.inlining.package import inline
from gcsim.escape.inlining.table import Row, cost_table

__all__ = ["Added", "Cost", "Growth", "Inlining", "Row", "cost_table", "inline"]
