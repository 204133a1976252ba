"""Programs read from text, analysed as by 1.19, and what was found written as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcsim.escape.findings import Findings
from gcsim.escape.from_1_13 import escapes
from gcsim.escape.from_1_13.analysis import analyse_groups
from gcsim.escape.from_1_13.explain import explanation
from gcsim.escape.from_1_13.marks import Marks
from gcsim.escape.from_1_13.survey import Surveys
from gcsim.escape.inlining import inline
from gcsim.escape.packages.load import load
from gcsim.escape.syntax.nesting import room
from gcsim.escape.syntax.positions import column_of, line_of

if TYPE_CHECKING:
    from pathlib import Path

    from gcsim.escape.findings import Diagnostic, Placement
    from gcsim.escape.types.model import Package

RELEASE = "1.19"


def read(path: Path) -> Package:
    """Read the one package of a file without errors."""
    program = load([path], goroot=None)
    assert program.errors == []
    return program.packages[-1]


def written(diagnostics: list[Diagnostic]) -> list[str]:
    """Write messages as ``line:column: text``."""
    return [f"{line_of(each.position)}:{column_of(each.position)}: {each.text}" for each in diagnostics]


def messages(path: Path, *, inlined: bool = False) -> list[str]:
    """Say what ``-m`` prints, or ``-m -l`` without inlining."""
    package = read(path)
    if not inlined:
        return written(escapes(package, RELEASE).diagnostics)
    inlining = inline(package, RELEASE)
    return written([*inlining.diagnostics, *escapes(package, RELEASE, inlining.inline_into).diagnostics])


def ways(path: Path) -> list[str]:
    """Write the ways by which values escape, as ``-m -m -l`` does."""
    package = read(path)
    lines = []
    with room():
        for batch in analyse_groups(package, RELEASE, Surveys(Marks(package.files)), Findings()):
            for escape in batch.graph.escapes:
                at = escape.location.position
                where = f"{line_of(at)}:{column_of(at)}"
                lines += [f"{where}: {line}" for line in explanation(escape, batch.graph, batch.wording)]
    return lines


def find(tmp_path: Path, text: str) -> Findings:
    """Analyse the text of a program; what it imports may be unknown."""
    path = tmp_path / "program.go"
    path.write_text(text)
    return escapes(load([path], goroot=None).packages[-1], RELEASE)


def placed(findings: Findings, label: str) -> Placement:
    """Give the one placement of a label."""
    (placement,) = [each for each in findings.placements if each.label == label]
    return placement
