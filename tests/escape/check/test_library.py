"""The text of the standard library is right but for what is generic: a wide test of what the checker understands."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from gcsim.escape.check import check_package
from gcsim.escape.check.types import GENERIC
from gcsim.escape.errors import SourceError
from gcsim.escape.packages.constraints import name_fits, text_fits
from gcsim.escape.packages.imports import unknown_package
from gcsim.escape.packages.stubs import load_stub
from gcsim.escape.syntax.parse import parse
from gcsim.escape.types.model import Package
from gcsim.escape.types.universe import UNSAFE


@pytest.fixture(scope="module")
def source() -> Path:
    go = shutil.which("go")
    if go is None:
        pytest.skip("there is no go on the path")
    root = subprocess.run([go, "env", "GOROOT"], capture_output=True, text=True, check=True).stdout.strip()
    return Path(root) / "src"


def checked(source: Path, path: str, importer: Callable[[str], Package]) -> tuple[Package, list[SourceError]]:
    files = [file for file in sorted((source / path).glob("*.go")) if name_fits(file.name)]
    texts = [(file, text) for file in files if text_fits(text := file.read_bytes())]
    return check_package(
        [parse(text, str(file), number) for number, (file, text) in enumerate(texts, 1)], path, importer
    )


@pytest.mark.parametrize("path", ["sort", "net/url", "text/template", "container/list", "encoding/json", "bufio"])
def test_a_package_that_imports_stubs_is_right(source: Path, path: str) -> None:
    known: dict[str, Package] = {"unsafe": UNSAFE}

    def importer(wanted: str) -> Package:
        if wanted not in known:
            known[wanted] = load_stub(wanted, importer) or unknown_package(wanted)
        return known[wanted]

    package, errors = checked(source, path, importer)
    assert [str(error) for error in errors] == []
    assert len(package.functions) > 10


@pytest.mark.slow
def test_every_package_is_right_but_for_what_is_generic(source: Path) -> None:
    known: dict[str, Package] = {"unsafe": UNSAFE, "C": unknown_package("C")}
    found: list[SourceError] = []

    def importer(path: str) -> Package:
        if path not in known:
            folder = path if (source / path).is_dir() else f"vendor/{path}"
            known[path], errors = checked(source, folder, importer)
            found.extend(errors)
        return known[path]

    for folder in sorted({file.parent.relative_to(source).as_posix() for file in source.rglob("*.go")}):
        if not {"testdata", "cmd", "vendor", "builtin", "_asm"} & set(folder.split("/")):
            importer(folder)
    assert {error.what for error in found} <= {GENERIC}
    assert len(known) > 200
