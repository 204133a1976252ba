"""Small runs of workloads that are programs."""

from typing import Any

import pytest

from gcsim.recording import OperationRecorder, Recording
from gcsim.scenario import Scenario
from gcsim.simulation import simulate
from gcsim.vocabulary import Cause

__all__ = ["Request", "observed", "recorded", "scenario"]

Request = tuple[int, dict[Cause, int]]
"""Latency, ns, and what of it was no work of its own."""


def scenario(kind: str, *, ps: int = 2, duration: str = "50ms", go: str = "1.8", **workload: Any) -> Scenario:  # noqa: ANN401
    """Give a short run of a workload on so many Ps."""
    return Scenario.model_validate(
        {
            "name": kind,
            "go": go,
            "gomaxprocs": ps,
            "hardware": {"profile": "measured-2vcpu", "cores": max(ps, 2)},
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
