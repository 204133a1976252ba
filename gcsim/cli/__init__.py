"""The command line: ``gcsim COMMAND``.

Exit codes, the same for every command: 0 done, 1 a check did not hold, a run failed or its simulated process died, 2
the input is wrong (a message, no traceback), 130 interrupted (what was finished is kept).
"""

from gcsim.cli.app import app, main

__all__ = ["app", "main"]
