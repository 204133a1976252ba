"""The real compiler: its messages now, where Go 1.19 is installed, or as they were recorded."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from tests.escape.differential.corpus import HERE, Program, write_programs
from tests.escape.differential.lines import Line, parse_sections, print_sections

RELEASE = "1.19"
FLAGS = {"m": "-m", "ml": "-m -l"}
"""What the compiler is asked, by the name of the recording."""
RECORDED = HERE / "recorded"
"""What go1.19.8 of Debian 12 (linux/amd64) printed; ``python -m tests.escape.differential --record`` writes it."""


@cache
def find_go() -> str | None:
    """Find a Go 1.19: other releases have other messages."""
    go = shutil.which("go")
    if go is None:
        return None
    version = subprocess.run([go, "version"], capture_output=True, text=True, check=False, timeout=60).stdout
    return go if f"go{RELEASE}." in version or f"go{RELEASE} " in version else None


def compile_programs(go: str, programs: Sequence[Program], folder: Path, how: str) -> dict[str, list[Line]]:
    """Compile programs with one `go build`, which has packages enough to do for every core.

    Parameters
    ----------
    go : str
        The tool.
    programs : sequence of Program
        Their names differ.
    folder : Path
        Empty; becomes a GOPATH. The build cache stands in it too, so that nothing is left behind.
    how : str
        A name in `FLAGS`.

    Returns
    -------
    dict
        The lines by the name of the program; every program has some, or none.

    Raises
    ------
    RuntimeError
        If a program does not compile.
    """
    if not (folder / "src").is_dir():
        write_programs(programs, folder / "src")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GO")}
    environment |= {"GOPATH": str(folder), "GO111MODULE": "off", "GOCACHE": str(folder / "cache")}
    done = subprocess.run(
        [go, "build", f"-gcflags={FLAGS[how]}", "./src/..."],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    sections = parse_sections(done.stderr)
    return {program.name: sections.get(program.name, []) for program in programs}


def read_recorded(name: str, how: str) -> dict[str, list[Line]]:
    """Read what was recorded for a corpus: ``programs`` or ``generated``."""
    return parse_sections((RECORDED / f"{name}.{how}.txt").read_text(encoding="utf-8"))


def record(name: str, how: str, sections: dict[str, list[Line]]) -> None:
    """Write what `read_recorded` reads."""
    RECORDED.mkdir(exist_ok=True)
    (RECORDED / f"{name}.{how}.txt").write_text("".join(print_sections(sections)), encoding="utf-8")
