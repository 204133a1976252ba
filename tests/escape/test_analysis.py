from pathlib import Path

import pytest

import gcsim.escape
from gcsim.escape import RELEASES, analyse, analyse_paths, load
from gcsim.escape.output import diagnostic_lines

LEAF = """\
package leaf

func Keep(p *int) { kept = p }

func Look(p *int) int {
	for {
		return *p
	}
}

var kept *int
"""
USER = """\
package user

import "example.org/m/leaf"

func keeps() {
	x := 1
	leaf.Keep(&x)
}

func looks() int {
	y := 1
	return leaf.Look(&y)
}
"""


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a module of two packages, one of which imports the other."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "go.mod").write_text("module example.org/m\n", encoding="utf-8")
    for name, text in {"leaf": LEAF, "user": USER}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.go").write_text(text, encoding="utf-8")
    return tmp_path


def test_every_promised_name_is_there_and_no_other() -> None:
    assert [name for name in gcsim.escape.__all__ if not hasattr(gcsim.escape, name)] == []
    assert dir(gcsim.escape) == sorted(gcsim.escape.__all__)
    with pytest.raises(AttributeError, match="has no attribute 'analyze'"):
        _ = gcsim.escape.analyze


@pytest.mark.usefixtures("module")
@pytest.mark.parametrize("release", RELEASES)
def test_what_an_imported_function_leaks_is_known_in_any_order_of_the_folders(release: str) -> None:
    analysis = analyse_paths([Path("user"), Path("leaf")], release)
    assert [package.package.name for package in analysis.packages] == ["leaf", "user"]
    moved = [line for line in diagnostic_lines(analysis) if "moved to heap" in line]
    assert len(moved) == 1
    assert moved[0].endswith("moved to heap: x")


@pytest.mark.usefixtures("module")
@pytest.mark.parametrize("release", RELEASES)
def test_a_package_of_the_module_that_is_needed_is_analysed_and_not_told_of(release: str) -> None:
    together = analyse_paths([Path("leaf"), Path("user")], release)
    alone = analyse_paths([Path("user")], release)
    assert [package.package.name for package in alone.packages] == ["user"]
    assert diagnostic_lines(alone) == [line for line in diagnostic_lines(together) if "user.go" in line]


@pytest.mark.usefixtures("module")
def test_without_inlining_nothing_is_said_of_it() -> None:
    analysis = analyse_paths([Path("leaf")], "1.8", inline=False)
    assert not analysis.inlined
    assert analysis.packages[0].inlining is None
    assert [line for line in diagnostic_lines(analysis) if "inlin" in line] == []


@pytest.mark.usefixtures("module")
def test_a_release_that_nobody_speaks_for_is_refused() -> None:
    with pytest.raises(ValueError, match=r"go 1\.9.*1\.4, 1\.5, 1\.6, 1\.7, 1\.8, 1\.19"):
        analyse(load([Path("leaf")]), "1.9")
