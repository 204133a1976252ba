"""What ``gcsim sensitivity`` and ``gcsim tune`` share: points are run and stored as every other run is."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Annotated, Any, Self

import typer

from gcsim.cli.errors import InputError, study_errors
from gcsim.cli.options import check_place
from gcsim.cli.scenarios import check_code

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    import pandas as pd

    from gcsim.scenario import Study
    from gcsim.search.points import Answers, Points
    from gcsim.search.ranges import Parameter, Point
    from gcsim.studies import StudyProgress, StudyResult
    from gcsim.studies.status import StudyStatus

__all__ = ["Out", "Over", "Replications", "Runs", "described", "plain", "runs_of"]

Over = Annotated[
    list[str] | None,
    typer.Option(
        "--over",
        metavar="KEY[=RANGE],…",
        help="What may change: gogc, workload.live_heap=64MiB..4GiB:log, go=1.7|1.8 (default: what CONFIG sweeps).",
        show_default=False,
    ),
]
Replications = Annotated[
    int, typer.Option(min=1, metavar="N", help="Runs of each point, with the same seeds at all points.")
]
Out = Annotated[
    Path | None,
    typer.Option(metavar="DIR", help="Folder of runs, table and figure (default: results/NAME).", show_default=False),
]


@dataclass(slots=True)
class Runs:
    """Runs points, and counts; to be used as a context, which ends the workers.

    Attributes
    ----------
    name : str
        Of the study.
    folder : Path
        Of the results.
    points : Points
        Where scenarios come from.
    metrics : tuple of str
        What is read.
    workers, cluster
        As of ``gcsim sweep``.
    show : callable
        Gives what shows the progress of a study.
    patient : bool
        Whether a run that fails has no value, rather than being the end.
    done, stored, computed, failed : int
        Points, and runs: there before, done now, failed.
    """

    name: str
    folder: Path
    points: "Points"
    metrics: tuple[str, ...]
    workers: int | None
    cluster: str | None
    show: "Callable[[str], AbstractContextManager[StudyProgress | None]]"
    patient: bool
    done: int = 0
    stored: int = 0
    computed: int = 0
    failed: int = 0
    _seen: set[str] = field(default_factory=set)
    _stack: ExitStack = field(default_factory=ExitStack)
    _place: Any = None
    _before: "StudyStatus | None" = None  # of all batches so far
    _last: "StudyStatus | None" = None

    def __enter__(self) -> Self:
        self._stack.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        from gcsim.studies.status import now, write_status

        try:
            self._stack.__exit__(kind, error, trace)
        finally:
            if self._last is not None:
                ended = "interrupted" if kind and not issubclass(kind, Exception) else "failed"
                state = ended if kind or self._last.failed else "done"
                with suppress(OSError):  # the results are there, and what ended the search is worth more
                    write_status(self.folder, replace(self._last, state=state, updated=now()))

    def __call__(self, points: "Sequence[Point]") -> "Answers":
        """Return the metrics of points."""
        from gcsim.search.points import answers_of

        self.done += len(points)
        return answers_of(self.name, self.points.scenarios(points), self.metrics, self.folder, self._do)

    def _do(self, study: "Study") -> None:
        from gcsim.studies import RunsFailedError, execute, place, run_key
        from gcsim.studies.storage.store import stored_keys

        keys = {run_key(scenario) for scenario in study.expand()}
        there = stored_keys(self.folder) if self.folder.is_dir() else ()
        missing = {key for key in keys if key not in there}
        if missing and self._place is None:
            # As many as the whole batch has: of the next ones perhaps nothing is there.
            found = place(self.cluster, self.workers, len(keys), self.folder.resolve() / "logs")
            self._place = self._stack.enter_context(found)
        # Where nothing is missing nobody has to be there: a search that is repeated is over at once.
        workers = self._place if missing else 0
        result: StudyResult
        with self.show(study.name) as progress:
            try:
                result = execute(study, self.folder, workers=workers, progress=progress, keep=self._keep)
            except RunsFailedError as error:
                if not self.patient:
                    raise
                result = error.result
        self.stored += len(keys - missing - self._seen)
        self.computed += result.computed
        # A search may come back to a point, and its runs that failed are tried again then.
        self.failed += sum(result.failed.values()) - len(missing & self._seen)
        self._seen |= keys
        self._before = self._last

    def _keep(self, out: Path, status: "StudyStatus") -> None:
        """Write how far the search is: one status for all its batches, since each is but a step."""
        from gcsim.studies.status import added, write_status

        going_on = replace(status, state="planning" if status.state == "planning" else "running")
        self._last = going_on if self._before is None else added(self._before, going_on)
        write_status(out, self._last)


@contextmanager
def runs_of(  # the options of the commands
    what: str,
    config: Path,
    over: Sequence[str],
    overrides: Sequence[str],
    metrics: Sequence[str],
    *,
    replications: int,
    out: Path | None,
    workers: int | None,
    cluster: str | None,
    allow_code: bool,
    show: "Callable[[str], AbstractContextManager[StudyProgress | None]]",
    patient: bool,
) -> Iterator[tuple[Runs, int]]:
    """Prepare a search, and turn what it raises into messages and exit codes.

    Yields
    ------
    Runs
        Runs its points.
    int
        The scenario's seed.
    """
    from gcsim.scenario import load
    from gcsim.search.points import MissingError, Points
    from gcsim.search.ranges import RangeError, parameters_of
    from gcsim.search.sensitivity import SearchExtraError
    from gcsim.studies.metrics import MetricError, metric_column
    from gcsim.studies.workers.executors import check_cluster

    check_place(workers, cluster)
    study = load(config, overrides)
    check_code(config, [study.at(0)], allowed=allow_code)  # no search changes the kind of the workload
    folder = Path("results") / study.name if out is None else out
    try:
        for metric in metrics:
            metric_column(metric)
        parameters = parameters_of(over, config, overrides)
        points = Points(config, tuple(overrides), parameters, replications)
        with study_errors(folder):
            if cluster is not None:
                check_cluster(cluster)
            name = f"{study.name}-{what}"
            runs = Runs(name, folder, points, tuple(metrics), workers, cluster, show, patient)
            with runs:
                yield runs, study.at(0).seed
    except (MetricError, MissingError, RangeError, SearchExtraError) as error:
        raise InputError(str(error)) from error


def described(parameter: "Parameter") -> dict[str, Any]:
    """Return a parameter for ``--json``: its key, and its range or its choices."""
    if parameter.choices:
        return {"key": parameter.key, "choices": list(parameter.choices)}
    low, high = (parameter.text(end) for end in (parameter.low, parameter.high))
    return {"key": parameter.key, "low": low, "high": high, "log": parameter.log}


def plain(table: "pd.DataFrame") -> list[dict[str, Any]]:
    """Return the rows of a table for ``--json``, None for what is missing."""
    rows = table.astype(object).where(table.notna(), None).to_dict("records")
    return [{str(name): value for name, value in row.items()} for row in rows]
