"""From paths to a program: files grouped to packages, packages in the order of their imports, all of them checked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gcsim.escape.check import check_package
from gcsim.escape.errors import PathError, SourceError, SourceErrors
from gcsim.escape.packages.constraints import name_fits, text_fits
from gcsim.escape.packages.imports import Importer, unknown_package
from gcsim.escape.syntax.parse import parse
from gcsim.escape.syntax.positions import Files, pack

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gcsim.escape.syntax.nodes import SourceFile
    from gcsim.escape.types.model import Package

__all__ = ["Program", "load"]

_MODULE: Final = re.compile(r"^\s*module\s+\"?([^\s\"]+)", re.MULTILINE)


@dataclass(slots=True, eq=False)
class Program:
    """What was loaded.

    Attributes
    ----------
    packages : list of Package
        Those whose text was given, imported ones before those that import them.
    files : Files
        The names of all files.
    errors : list of SourceError
        What could not be read or checked, in the order of the text.
    needed : list of Package
        Packages of the same module that the given ones import, in the order of imports too: they are to be analysed
        before them, for what their functions leak, and nobody asked for messages about them.
    """

    packages: list[Package] = field(default_factory=list)
    files: Files = field(default_factory=Files)
    errors: list[SourceError] = field(default_factory=list)
    needed: list[Package] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class _Unit:
    """The files of one package, parsed."""

    path: str
    files: list[SourceFile]
    given: bool
    open: bool = False
    """Its imports are just being followed: to meet it now is a cycle."""
    package: Package | None = None


def load(paths: Sequence[str | Path], *, goroot: Path | None = None) -> Program:
    """Read, parse and check files and folders.

    A folder is one package: its Go files for linux on amd64, without tests. ``folder/...`` is all packages in and below
    a folder. Files are taken as they are; those of one folder are one package. What they import is looked for in the
    module (the nearest ``go.mod``), then in ``goroot``, then among the stubs of the standard library; of any other
    package nothing is known.

    Parameters
    ----------
    paths : sequence of str or Path
        Files and folders. Messages name files as they are given here, with the ``./`` of a str.
    goroot : Path, optional
        The folder of a Go distribution, with the library's text in ``src``.

    Returns
    -------
    Program
        What does not parse or check stands in its ``errors``; the rest is there.

    Raises
    ------
    PathError
        If a path, or the GOROOT's ``src``, does not exist, or a folder has no Go files for linux on amd64.
    """
    if goroot is not None and not (goroot / "src").is_dir():
        raise PathError(f"{goroot} is no GOROOT: it has no folder src")
    return _Loader(goroot).load(paths)


class _Loader:
    """Loads one program."""

    def __init__(self, goroot: Path | None) -> None:
        self.program = Program()
        self.units: dict[str, _Unit] = {}
        self.modules: dict[Path, tuple[str, Path] | None] = {}
        self.missing: set[str] = set()
        self.importer = Importer(self.own, goroot, self.program.files)

    def load(self, paths: Sequence[str | Path]) -> Program:
        """Load what is given, and what it needs of its modules."""
        for folder, names in _grouped(paths).items():
            self.read(folder, names, given=True)
        for unit in list(self.units.values()):
            self.check(unit)
        self.program.errors.sort(key=lambda error: error.position)
        return self.program

    def read(self, folder: Path, names: Iterable[str], *, given: bool) -> _Unit | None:
        """Parse the files of a folder; None where none of them can be."""
        parsed = [found for name in names if (found := self.parse(name)) is not None]
        if not parsed:
            return None
        for stray in [file for file in parsed if file.package != parsed[0].package]:
            what = f"package {stray.package} stands in the folder of package {parsed[0].package}"
            self.program.errors.append(SourceError(stray.position, what))
            parsed.remove(stray)
        path = self.path_of(folder, parsed[0].package)
        unit = self.units[path] = _Unit(path, parsed, given)
        return unit

    def parse(self, name: str) -> SourceFile | None:
        """Parse one file; what is wrong with it is noted."""
        number = self.program.files.add(name)
        try:
            return parse(Path(name).read_bytes(), name, number)
        except OSError as error:
            self.program.errors.append(SourceError(pack(number, 1, 1), f"cannot be read: {error.strerror}"))
        except SourceError as error:
            self.program.errors.append(error)
        except SourceErrors as errors:
            self.program.errors.extend(errors.errors)
        return None

    def check(self, unit: _Unit) -> Package:
        """Check a package, after those that it imports."""
        if unit.package is not None:
            return unit.package
        unit.open = True
        for file in unit.files:
            for declaration in file.imports:
                wanted = self.unit_of(declaration.path, unit)
                if wanted is None:
                    continue
                if wanted.open:
                    what = f"import cycle not allowed: {unit.path} imports {wanted.path}"
                    self.program.errors.append(SourceError(declaration.position, what))
                else:
                    self.check(wanted)
        unit.open = False
        package, errors = check_package(unit.files, unit.path, self.importer)
        unit.package = package
        self.program.errors.extend(errors)
        (self.program.packages if unit.given else self.program.needed).append(package)
        return package

    def unit_of(self, path: str, importing: _Unit) -> _Unit | None:
        """Find a package of the program: one that is given, or one of the module of the importing package."""
        if path in self.units:
            return self.units[path]
        module = self.module_of(Path(importing.files[0].name).parent)
        if module is None or path in self.missing or not f"{path}/".startswith(f"{module[0]}/"):
            return None
        folder = module[1] / path[len(module[0]) :].lstrip("/")
        found = self.read(folder, map(str, _fitting(folder)) if folder.is_dir() else [], given=False)
        if found is None:
            self.missing.add(path)
        return found

    def own(self, path: str) -> Package | None:
        """Give a package of the program for an import; in a cycle it is one of which nothing is known."""
        unit = self.units.get(path)
        if unit is None:
            return None
        return unit.package or unknown_package(path)

    def path_of(self, folder: Path, name: str) -> str:
        """Give the import path of a folder: by its module, by a folder ``src`` above it, or the package's name."""
        module = self.module_of(folder)
        if module is not None:
            below = folder.resolve().relative_to(module[1]).as_posix()
            return module[0] if below == "." else f"{module[0]}/{below}"
        parts = folder.resolve().parts
        if "src" in parts[:-1]:
            return "/".join(parts[len(parts) - parts[::-1].index("src") :]) or name
        return name if name not in self.units else f"{name}/{len(self.units)}"

    def module_of(self, folder: Path) -> tuple[str, Path] | None:
        """Find the module that a folder belongs to: its path, and the folder of its ``go.mod``."""
        folder = folder.resolve()
        if folder not in self.modules:
            file = next((above / "go.mod" for above in (folder, *folder.parents) if (above / "go.mod").is_file()), None)
            match = _MODULE.search(file.read_text(encoding="utf-8", errors="replace")) if file is not None else None
            self.modules[folder] = (match[1], file.parent) if file is not None and match is not None else None
        return self.modules[folder]


def _grouped(paths: Sequence[str | Path]) -> dict[Path, list[str]]:
    """Group the names of what is given by their folders, each file once, in the order of the names."""
    groups: dict[Path, dict[Path, str]] = {}
    for path in paths:
        lead = "./" if str(path).startswith("./") else ""
        for file in _given(Path(path)):
            groups.setdefault(file.parent.resolve(), {}).setdefault(file.resolve(), f"{lead}{file}")
    return {folder: sorted(names.values(), key=lambda name: Path(name).name) for folder, names in groups.items()}


def _given(path: Path) -> list[Path]:
    """List the files that a path stands for."""
    if path.name == "...":
        folders = [path.parent, *sorted(below for below in path.parent.rglob("*") if below.is_dir())]
        found = [file for folder in folders if not _is_hidden(folder, path.parent) for file in _fitting(folder)]
    elif path.is_dir():
        found = list(_fitting(path))
    else:
        if not path.exists():
            raise PathError(f"{path}: no such file or folder")
        return [path]
    if not found:
        raise PathError(f"{path} has no Go files for linux on amd64")
    return found


def _is_hidden(folder: Path, top: Path) -> bool:
    """Say whether ``...`` leaves a folder out."""
    return any(part == "testdata" or part.startswith((".", "_")) for part in folder.relative_to(top).parts)


def _fitting(folder: Path) -> Iterator[Path]:
    """Give the files of a folder's package, in the order of their names."""
    for file in sorted(folder.iterdir()):
        if name_fits(file.name) and not file.is_dir() and _text_fits(file):
            yield file


def _text_fits(file: Path) -> bool:
    """Say whether a build takes a file in; one that cannot be read is taken, to be told of."""
    try:
        return text_fits(file.read_bytes())
    except OSError:
        return True
