"""What holds for every test: no colours, no deadlines."""

import os

from hypothesis import settings

# Typer and rich colour their output where a CI service says that it can show it; typer reads this when it is imported.
for variable in ("FORCE_COLOR", "GITHUB_ACTIONS", "PY_COLORS", "COLUMNS"):
    os.environ.pop(variable, None)
os.environ["NO_COLOR"] = "1"

# How long an example takes says more about the other processes of the machine, and about coverage, than about gcsim.
settings.register_profile("gcsim", deadline=None)
settings.load_profile("gcsim")
