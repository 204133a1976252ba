from pathlib import Path

import pytest

from gcsim.escape.packages.imports import Importer, guessed_name
from gcsim.escape.syntax.positions import Files
from gcsim.escape.types.model import Package
from gcsim.escape.types.universe import UNSAFE


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("fmt", "fmt"),
        ("encoding/json", "json"),
        ("gopkg.in/yaml.v3", "yaml"),
        ("a.org/x/go-sqlite", "sqlite"),
        ("a.org/thing/v2", "thing"),
    ],
)
def test_the_name_of_a_package_nobody_has_is_guessed_from_its_path(path: str, name: str) -> None:
    assert guessed_name(path) == name


def test_an_import_is_the_programs_own_before_it_is_the_librarys_and_unknown_at_last() -> None:
    own = Package("fmt", "mine")
    importer = Importer(lambda path: own if path == "fmt" else None, None, Files())
    assert importer("fmt") is own
    assert (importer("errors").exact, "New" in importer("errors").scope) == (True, True)
    assert importer("errors") is importer("errors")
    assert importer("unsafe") is UNSAFE
    assert (importer("C").exact, importer("C").name) == (False, "C")
    assert (importer("a.org/x").exact, importer("a.org/x").name) == (False, "x")


def test_a_goroot_comes_before_the_stubs_and_these_fill_in_what_it_lacks(tmp_path: Path) -> None:
    (tmp_path / "src" / "errors").mkdir(parents=True)
    (tmp_path / "src" / "errors" / "e.go").write_text("package errors\n\nfunc Mine() {}\n")
    importer = Importer(lambda _path: None, tmp_path, Files())
    assert "Mine" in importer("errors").scope
    assert "New" not in importer("errors").scope
    assert "Println" in importer("fmt").scope
