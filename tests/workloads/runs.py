"""Small runs of workloads that are programs."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from gcsim.recording import OperationRecorder, Recording
from gcsim.runtime import Program
from gcsim.scenario import Scenario
from gcsim.simulation import simulate
from gcsim.vocabulary import Cause
from gcsim.workloads import catalog
from gcsim.workloads.process import Process

__all__ = ["Life", "Main", "Request", "lives", "lives_of", "observed", "recorded", "scenario"]

Main = Callable[[Process], Program]
"""What the main goroutine of a process does."""

Request = tuple[int, dict[Cause, int]]
"""Latency, ns, and what of it was no work of its own."""


@dataclass(frozen=True)
class Life:
    """A request: when it came and ended, and what it was kept waiting by, ns."""

    came_ns: int
    end_ns: int
    delays: dict[Cause, int]

    @property
    def own_ns(self) -> int:
        """What no cause has: its service."""
        return self.end_ns - self.came_ns - sum(self.delays.values())


def scenario(  # noqa: PLR0913 - what a test may want to choose
    kind: str,
    *,
    ps: int = 2,
    duration: str = "50ms",
    go: str = "1.8",
    gogc: int = 100,
    hardware: dict[str, object] | None = None,
    **workload: Any,  # noqa: ANN401
) -> Scenario:
    """Give a short run of a workload on so many Ps."""
    return Scenario.model_validate(
        {
            "name": kind,
            "go": go,
            "gogc": gogc,
            "gomaxprocs": ps,
            "hardware": {"profile": "measured-2vcpu", "cores": max(ps, 2), **(hardware or {})},
            "until": {"duration": duration},
            "workload": {"kind": kind, **workload},
        }
    )


def recorded(kind: str, **keys: Any) -> Recording:  # noqa: ANN401
    """Simulate such a run."""
    return simulate(scenario(kind, **keys))


def observed(monkeypatch: pytest.MonkeyPatch, of: Scenario) -> tuple[Recording, list[Request]]:
    """Simulate a run, and return every request as it was counted too."""
    requests: list[Request] = []
    count = OperationRecorder.request

    def counted(self: OperationRecorder, latency_ns: int, delays: dict[Cause, int] | None = None) -> None:
        if self.on:
            requests.append((latency_ns, dict(delays or {})))
        count(self, latency_ns, delays)

    monkeypatch.setattr(OperationRecorder, "request", counted)
    return simulate(of), requests


def lives(monkeypatch: pytest.MonkeyPatch, of: Scenario) -> tuple[Recording, list[Life]]:
    """Simulate a run of a program, and return every request with the instants between which it was under way."""
    processes: list[Process] = []
    requests: list[Life] = []
    count, main = OperationRecorder.request, catalog.PROGRAMS[of.workload.kind]

    def noting(process: Process, **keys: object) -> Program:
        processes.append(process)
        return main(process, **keys)

    def counted(self: OperationRecorder, latency_ns: int, delays: dict[Cause, int] | None = None) -> None:
        if self.on:
            now = processes[0].now
            requests.append(Life(now - latency_ns, now, dict(delays or {})))
        count(self, latency_ns, delays)

    monkeypatch.setattr("gcsim.simulation.PROGRAMS", {**catalog.PROGRAMS, of.workload.kind: noting})
    monkeypatch.setattr(OperationRecorder, "request", counted)
    return simulate(of), requests


def lives_of(monkeypatch: pytest.MonkeyPatch, main: Main, **keys: Any) -> tuple[Recording, list[Life]]:  # noqa: ANN401
    """Simulate a program of a test's own as :func:`lives` does."""
    monkeypatch.setitem(catalog.PROGRAMS, "pingpong", lambda process, **_: main(process))
    return lives(monkeypatch, scenario("pingpong", **keys))
