"""The releases whose compilers are spoken for; what differs between them stands in a table beside what it changes.

The sources read are golang/go at each release's tag: until 1.4 ``src/cmd/gc/``, from 1.5
``src/cmd/compile/internal/gc/``, in 1.19 ``src/cmd/compile/internal/``.
"""

__all__ = ["DEFAULT", "RELEASES", "minor"]

RELEASES = ("1.4", "1.5", "1.6", "1.7", "1.8", "1.19")
"""Oldest first; fixtures are of 1.4.3, 1.5.4, 1.6.4, 1.7.6, 1.8.4 and 1.19.8."""

DEFAULT = "1.8"
"""What `gcsim escape` speaks for when nothing is said."""


def minor(release: str) -> int:
    """Give the number by which releases compare: 8 for ``1.8``."""
    return int(release.partition(".")[2])
