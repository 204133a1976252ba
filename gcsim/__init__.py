"""A wind tunnel for the Go runtime: goroutine scheduler and garbage collector as a discrete-event simulation.

A scenario says what to simulate, a simulation turns it into a recording, a summary says what the recording shows::

    (scenario,) = gcsim.load("configs/forest.yaml").expand()
    recording = gcsim.simulate(scenario)
    gcsim.summarize(recording, budget_pause_ns=10_000_000, budget_window_ns=50_000_000)

The names below load their modules when they are first used: the command line starts without numpy and pydantic.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gcsim.analysis import summarize
    from gcsim.recording import Recording
    from gcsim.scenario import Scenario, ScenarioError, Study, load
    from gcsim.simulation import simulate

__all__ = ["Recording", "Scenario", "ScenarioError", "Study", "__version__", "load", "simulate", "summarize"]

__version__ = "0.1.0"

_HOMES = {
    "Recording": "gcsim.recording",
    "Scenario": "gcsim.scenario",
    "ScenarioError": "gcsim.scenario",
    "Study": "gcsim.scenario",
    "load": "gcsim.scenario",
    "simulate": "gcsim.simulation",
    "summarize": "gcsim.analysis",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  # whatever the name stands for
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
