"""Many runs: a study is expanded, executed, stored, resumed and read back.

The names below load their modules when they are first used: a process that does runs needs neither pandas nor rich.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gcsim.studies.identity import canonical_json, key_of, run_key
    from gcsim.studies.planning import Plan
    from gcsim.studies.progress import Progress, StudyProgress, shown
    from gcsim.studies.results.canonical import export
    from gcsim.studies.results.tables import latencies, load, load_provenance
    from gcsim.studies.runs import Limits, Row, Run, axes_of, run_scenario
    from gcsim.studies.status import StudyStatus, read_statuses
    from gcsim.studies.storage.failures import read_failures
    from gcsim.studies.storage.schema import SCHEMA_VERSION, SchemaError
    from gcsim.studies.storage.store import StoreError
    from gcsim.studies.sweep import Failure, NoSuchRunError, RunsFailedError, StudyResult, execute
    from gcsim.studies.workers.executors import ClusterError, Workers, place, workers_of
    from gcsim.studies.workers.supervision import RunnerError

__all__ = [
    "SCHEMA_VERSION",
    "ClusterError",
    "Failure",
    "Limits",
    "NoSuchRunError",
    "Plan",
    "Progress",
    "Row",
    "Run",
    "RunnerError",
    "RunsFailedError",
    "SchemaError",
    "StoreError",
    "StudyProgress",
    "StudyResult",
    "StudyStatus",
    "Workers",
    "axes_of",
    "canonical_json",
    "execute",
    "export",
    "key_of",
    "latencies",
    "load",
    "load_provenance",
    "place",
    "read_failures",
    "read_statuses",
    "run_key",
    "run_scenario",
    "shown",
    "workers_of",
]

_HOMES = {
    "SCHEMA_VERSION": "storage.schema",
    "ClusterError": "workers.executors",
    "Failure": "sweep",
    "Limits": "runs",
    "NoSuchRunError": "sweep",
    "Plan": "planning",
    "Progress": "progress",
    "Row": "runs",
    "Run": "runs",
    "RunnerError": "workers.supervision",
    "RunsFailedError": "sweep",
    "SchemaError": "storage.schema",
    "StoreError": "storage.store",
    "StudyProgress": "progress",
    "StudyResult": "sweep",
    "StudyStatus": "status",
    "Workers": "workers.executors",
    "axes_of": "runs",
    "canonical_json": "identity",
    "execute": "sweep",
    "export": "results.canonical",
    "key_of": "identity",
    "latencies": "results.tables",
    "load": "results.tables",
    "load_provenance": "results.tables",
    "place": "workers.executors",
    "read_failures": "storage.failures",
    "read_statuses": "status",
    "run_key": "identity",
    "run_scenario": "runs",
    "shown": "progress",
    "workers_of": "workers.executors",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  # whatever the name stands for
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"gcsim.studies.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
