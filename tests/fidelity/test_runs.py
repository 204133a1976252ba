from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from gcsim.fidelity import MeasuredRun, to_scenario
from gcsim.fidelity.runs import observer, unseen
from gcsim.scenario import Hardware, Scenario
from gcsim.studies import Progress


class Heard:
    def __init__(self) -> None:
        self.told: list[str] = []

    @contextmanager
    def shown(self, title: str) -> Iterator[Progress]:
        self.told.append(title)
        yield self

    def begin(self, *, stored: int, left: int, work: float) -> None:
        self.told.append(f"begin {stored} {left} {work:g}")

    def advance(self, *, failed: bool, work: float) -> None:
        self.told.append(f"advance {failed} {work:g}")


@pytest.fixture
def scenarios(run: MeasuredRun, hardware: Hardware) -> list[Scenario]:
    short = run.model_copy(update={"wall_s": 0.05, "live_mb": 4})
    return [to_scenario(short, hardware=hardware, seed=1, replication=number) for number in range(3)]


def test_observations_are_the_same_whatever_the_number_of_processes(scenarios: list[Scenario]) -> None:
    with observer(1, unseen) as here, observer(2, unseen) as there:
        assert here(scenarios, "here") == there(scenarios, "there")


@pytest.mark.usefixtures("toy_simulator")
def test_whoever_watches_is_told_of_every_run(scenarios: list[Scenario]) -> None:
    heard = Heard()
    with observer(1, heard.shown) as observe:
        observe(scenarios, "three runs")
    assert heard.told == ["three runs", "begin 0 3 3", *["advance False 1"] * 3]


def test_a_simulation_that_fails_is_named(scenarios: list[Scenario], monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(scenario: Scenario) -> None:
        raise ZeroDivisionError(scenario.go)

    monkeypatch.setattr("gcsim.fidelity.runs.simulate", broken)
    with (
        observer(1, unseen) as observe,
        pytest.raises(RuntimeError, match=r"live32\.go1\.8\.4.*ZeroDivisionError: 1\.8"),
    ):
        observe(scenarios, "runs that fail")
