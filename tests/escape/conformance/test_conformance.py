"""gcsim held against files that say what Go 1.8 prints: our own here, and the Go project's where they are at hand.

Set ``GO_TEST_DIR`` to the folder ``test`` of Go 1.8's sources, or to any folder of such files, to have them judged.
"""

import os
from pathlib import Path

import pytest

from gcsim.escape.analysis import analyse_paths
from gcsim.escape.syntax.positions import line_of
from tests.escape.conformance.errorcheck import Verdict, judge, read_expectations, read_header

OWN = Path(__file__).parent / "files"
RELEASE = "1.8"
GIVEN = os.environ.get("GO_TEST_DIR", "")
PREFIX = "escape"
"""The Go project's tests of escape analysis are named so."""


def _messages(path: Path, *, inline: bool) -> list[tuple[int, str]]:
    analysis = analyse_paths([path], RELEASE, inline=inline)
    return [(line_of(one.position), one.text) for part in analysis.packages for one in part.diagnostics]


def _judge(path: Path) -> Verdict:
    text = path.read_text(encoding="utf-8")
    return judge(read_expectations(text, path.name), _messages(path, inline=read_header(text).inline))


@pytest.mark.parametrize("path", sorted(OWN.glob("*.go")), ids=lambda path: path.stem)
def test_our_own_files_hold_without_exception(path: Path) -> None:
    verdict = _judge(path)

    assert verdict.failed == []
    assert verdict.unexpected == []
    assert verdict.held


@pytest.mark.skipif(not GIVEN, reason="GO_TEST_DIR names no folder of errorcheck files")
def test_85_of_100_expectations_of_the_folder_given_hold() -> None:
    files = [path for path in sorted(Path(GIVEN).glob("*.go")) if path.stem.startswith(PREFIX)]
    judged = [path for path in files if not read_header(path.read_text(encoding="utf-8")).objection]
    assert judged, f"no file {PREFIX}*.go of {GIVEN} asks for errorcheck -m"
    total, report = Verdict(), []
    for path in judged:
        verdict = _judge(path)
        report.append(
            f"{path.name}: {len(verdict.held)} held, {len(verdict.failed)} not, {len(verdict.unexpected)} more"
        )
        total.add(verdict)

    assert total.share >= 0.85, "\n".join(report)
    assert total.strict_share >= 0.85, "\n".join(report)
