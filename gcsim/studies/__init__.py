"""Many runs: a study is expanded, executed, stored, resumed and read back."""

from gcsim.studies.canonical import export
from gcsim.studies.executors import ClusterError
from gcsim.studies.identity import canonical_json, key_of, run_key
from gcsim.studies.progress import Progress, shown
from gcsim.studies.runs import Row, Run, axes_of, run_scenario
from gcsim.studies.schema import SCHEMA_VERSION, SchemaError
from gcsim.studies.store import FolderBusyError, StoreError
from gcsim.studies.sweep import Failure, RunsFailedError, StudyResult, WorkersLostError, execute
from gcsim.studies.tables import latencies, load, load_provenance

__all__ = [
    "SCHEMA_VERSION",
    "ClusterError",
    "Failure",
    "FolderBusyError",
    "Progress",
    "Row",
    "Run",
    "RunsFailedError",
    "SchemaError",
    "StoreError",
    "StudyResult",
    "WorkersLostError",
    "axes_of",
    "canonical_json",
    "execute",
    "export",
    "key_of",
    "latencies",
    "load",
    "load_provenance",
    "run_key",
    "run_scenario",
    "shown",
]
