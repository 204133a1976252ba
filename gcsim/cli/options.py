"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["AllowCode", "Config", "Json", "Overrides"]

Config = Annotated[
    Path,
    typer.Argument(metavar="CONFIG", help="Scenario file (YAML).", show_default=False),
]
Overrides = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="KEY=VALUE",
        help="Put a value in place of the file's: go=1.4, workload.live_heap=1GiB. As often as needed.",
        show_default=False,
    ),
]
AllowCode = Annotated[
    bool, typer.Option("--allow-code", help="Run Python code that the scenario names (workload kind python).")
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object, for scripts.")]
