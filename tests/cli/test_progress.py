"""How far a command is."""

import sys
import time

import pytest

from gcsim.cli.progress import progress


def test_without_a_terminal_progress_is_a_line_every_ten_seconds(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = iter([0.0, 9.0, 11.0, 11.0, 15.0])
    monkeypatch.setattr(time, "monotonic", lambda: next(now))
    with progress("forest") as show:
        show(0.1, "forest")
        show(0.25, "forest")
        show(0.5, "forest")
    out, err = capsys.readouterr()
    assert (out, err) == ("", "forest: 25% done\n")


def test_in_a_terminal_progress_is_a_bar_on_stderr(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    with progress("forest") as show:
        show(0.5, "fitting")
    out, err = capsys.readouterr()
    assert out == ""
    assert "fitting" in err
    assert "50%" in err
