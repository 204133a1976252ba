"""``gcsim reproduce`` and ``gcsim figures``, on experiments of the test's own."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

_EXPERIMENTS = """\
from pathlib import Path

from gcsim.studies import Failure, RunsFailedError, StudyResult


class Fake:
    def __init__(self, name):
        self.name = name
        self.config = Path("configs") / f"{name}.yaml"

    def run(self, results, *, quick, workers, cluster):
        if self.name == "broken":
            failure = Failure("0123", "go=1.8", "raised", "ArithmeticError", "")
            raise RunsFailedError(StudyResult(results, ["0123"], 0, 0, {"raised": 1}, (failure,)))
        if workers is not None or cluster is not None:
            return [results / f"by {workers} on {cluster}"]
        return [results / self.name / ("quick.png" if quick else "full.png")]

    def draw(self, results):
        return [results / self.name / "drawn.png"]


REGISTRY = {name: Fake(name) for name in ("curve", "history")}

"""


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Stand in the root of a checkout that has two experiments."""
    (tmp_path / "experiments").mkdir()
    (tmp_path / "experiments/__init__.py").write_text(_EXPERIMENTS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [*sys.path])
    real = {name: module for name, module in sys.modules.items() if name.split(".")[0] == "experiments"}
    for name in real:
        del sys.modules[name]
    yield tmp_path
    sys.modules.pop("experiments", None)
    sys.modules.update(real)


@pytest.mark.usefixtures("checkout")
def test_reproduce_runs_every_experiment_if_none_is_named(cli: Cli) -> None:
    result = cli("reproduce")
    assert result.code == 0
    assert result.out == "curve\n  results/curve/full.png\nhistory\n  results/history/full.png\n"


@pytest.mark.usefixtures("checkout")
def test_reproduce_runs_the_named_experiment_only_and_quickly_if_asked(cli: Cli) -> None:
    assert cli("reproduce", "history", "--quick").out == "history\n  results/history/quick.png\n"


@pytest.mark.usefixtures("checkout")
def test_reproduce_hands_over_where_runs_are_done(cli: Cli) -> None:
    assert cli("reproduce", "curve", "--workers", 3).out == "curve\n  results/by 3 on None\n"
    assert cli("reproduce", "curve", "--cluster", "local:3").out == "curve\n  results/by None on local:3\n"


def test_failed_runs_end_reproduce_with_1(cli: Cli, checkout: Path) -> None:
    module = checkout / "experiments/__init__.py"
    module.write_text(module.read_text(encoding="utf-8").replace("history", "broken"), encoding="utf-8")
    result = cli("reproduce")
    assert result.code == 1
    assert result.err == (
        "1 of 1 runs failed (1 raised):\ngo=1.8 (run 0123): ArithmeticError\n"
        "one of them alone, with its traceback: "
        "gcsim sweep configs/broken.yaml --out results/broken/runs --only 0123\n"
    )
    assert result.out == "curve\n  results/curve/full.png\nbroken\n"


@pytest.mark.usefixtures("checkout")
def test_figures_draws_without_simulating(cli: Cli) -> None:
    assert cli("figures", "history", "curve").out == (
        "history\n  results/history/drawn.png\ncurve\n  results/curve/drawn.png\n"
    )


@pytest.mark.usefixtures("checkout")
@pytest.mark.parametrize("command", ["reproduce", "figures"])
def test_an_unknown_experiment_is_answered_with_those_there_are(cli: Cli, command: str) -> None:
    result = cli(command, "curve", "pause")
    assert (result.code, result.out) == (2, "")
    assert result.err == "no experiment pause; there are curve, history\n"


@pytest.mark.parametrize("command", ["reproduce", "figures"])
def test_outside_a_checkout_the_message_says_where_to_start(
    cli: Cli, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = cli(command, "curve")
    assert result.code == 2
    assert result.err == f"no experiments/ in {tmp_path}: start this command in the root of a gcsim checkout\n"


def test_figures_wants_to_know_which(cli: Cli) -> None:
    result = cli("figures")
    assert result.code == 2
    assert "Missing argument 'EXPERIMENT...'" in result.err
