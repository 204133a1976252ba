"""Programs to compare compilers by: each a package of its own, without a folder or with one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
PROGRAMS = HERE / "programs"
"""Written by hand, one theme each."""
GENERATED = HERE / "generated"
"""Written by `tests.escape.differential.grammar`, kept so that their recorded messages stay theirs."""


@dataclass(frozen=True)
class Program:
    """One package: its name here, and the text of its files by name."""

    name: str
    files: dict[str, str]

    @property
    def imports(self) -> frozenset[str]:
        """The names of the packages that it imports."""
        paths = re.findall(r'^(?:import )?\t*(?:\w+ )?"([\w./]+)"$', "\n".join(self.files.values()), re.MULTILINE)
        return frozenset(path.rpartition("/")[2] for path in paths)

    def write(self, folder: Path) -> Path:
        """Write it into a folder of its own; that folder."""
        own = folder / self.name
        own.mkdir(parents=True)
        for name, text in self.files.items():
            (own / name).write_text(text, encoding="utf-8")
        return own


def read_programs(folder: Path) -> list[Program]:
    """Read all programs of a folder in the order of their names: ``name.go``, or a folder that is a package."""
    return [_read(path) for path in sorted(folder.iterdir()) if path.is_dir() or path.suffix == ".go"]


def write_programs(programs: Iterable[Program], folder: Path) -> list[Path]:
    """Write each into a folder of its own; those folders."""
    return [program.write(folder) for program in programs]


def _read(path: Path) -> Program:
    files = [path] if path.is_file() else sorted(file for file in path.iterdir() if file.suffix in {".go", ".s"})
    return Program(path.stem, {file.name: file.read_text(encoding="utf-8") for file in files})
