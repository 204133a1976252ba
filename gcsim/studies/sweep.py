"""A study from its scenarios to its stored results: finds what is done, does the rest."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from gcsim.scenario import Study
from gcsim.studies.chunks import cost, longest_first
from gcsim.studies.executors import Workers, cpus, in_processes, in_this_process, on_cluster
from gcsim.studies.identity import run_key
from gcsim.studies.progress import Progress, Silence
from gcsim.studies.provenance import git_commit
from gcsim.studies.runs import Job, Outcome, Run, axes_of, run_chunk, run_scenario
from gcsim.studies.store import locked, stored_keys
from gcsim.studies.writing import FLUSH_S, PartWriter

__all__ = ["Failure", "RunsFailedError", "StudyResult", "WorkersLostError", "execute"]

_AHEAD = 2  # tasks handed over for each slot: the next one is there when one is done
_DEATHS = 10  # workers lost in a row without a single run done: something is wrong with all of them
_SHOWN = 5  # failures that a message tells in full

_Place = Callable[[], AbstractContextManager[Workers]]


@dataclass(frozen=True, slots=True)
class Failure:
    """A run that raised.

    Attributes
    ----------
    key : str
        Its run key.
    scenario : str
        What was to be run, in words.
    error : str
        What it raised, in one line.
    trace : str
        The traceback; empty where the process itself ended.
    """

    key: str
    scenario: str
    error: str
    trace: str

    def __str__(self) -> str:
        return f"{self.scenario}: {self.error}"


@dataclass(frozen=True, slots=True)
class StudyResult:
    """What became of a study.

    Attributes
    ----------
    out : Path
        The folder that holds its results.
    keys : tuple of str
        Run keys of all its runs, in the order of the study.
    stored : int
        How many of them were there before.
    computed : int
        How many were done now.
    failures : tuple of Failure
        Those that raised; they are tried again the next time.
    """

    out: Path
    keys: tuple[str, ...]
    stored: int
    computed: int
    failures: tuple[Failure, ...]


class RunsFailedError(Exception):
    """Some runs of a study raised; all others are stored.

    Attributes
    ----------
    result : StudyResult
        What became of the study.
    """

    def __init__(self, result: StudyResult) -> None:
        failures = result.failures
        lines = [f"{len(failures)} of {len(result.keys)} runs failed:", *map(str, failures[:_SHOWN])]
        if len(failures) > _SHOWN:
            lines.append(f"and {len(failures) - _SHOWN} more")
        super().__init__("\n".join(lines))
        self.result = result


class WorkersLostError(Exception):
    """The processes that do the runs end before they have done one; what was done before is stored."""


def execute(  # noqa: PLR0913  # what to run, where to, with whom, and whom to tell
    study: Study,
    out: Path,
    *,
    workers: int | None = None,
    cluster: str | None = None,
    progress: Progress | None = None,
    run: Run = run_scenario,
) -> StudyResult:
    """Do all runs of a study that a folder does not hold yet.

    The results do not depend on who does the runs, in which order, or how often this was interrupted.

    Parameters
    ----------
    study : Study
        What to run.
    out : Path
        Folder of results. Results of other studies in it stay as they are.
    workers : int, optional
        How many processes; 1 means this one, None as many as there are processors.
    cluster : str, optional
        Address of a Dask scheduler that does the runs instead.
    progress : Progress, optional
        Whom to tell how far it is.
    run : callable, optional
        What does one run; a function of a module, since it travels.

    Returns
    -------
    StudyResult
        All runs are stored.

    Raises
    ------
    RunsFailedError
        If runs raised. All others are stored.
    WorkersLostError
        If no worker lives long enough for a run.
    ClusterError
        If the cluster cannot be used.
    FolderBusyError
        If another process writes to the folder.
    StoreError
        If the folder cannot be read or written.
    KeyboardInterrupt
        If interrupted. Every finished run is stored.
    """
    progress = Silence() if progress is None else progress
    scenarios = {run_key(scenario): scenario for scenario in study.expand()}
    with locked(out):
        stored = stored_keys(out)
        missing = [Job(key, scenario) for key, scenario in scenarios.items() if key not in stored]
        progress.begin(
            stored=len(scenarios) - len(missing),
            left=len(missing),
            work=sum(cost(job.scenario) for job in missing),
        )
        failures: tuple[Failure, ...] = ()
        with PartWriter(out, git_commit()) as writer:
            if missing:
                sweep = _Sweep(study, run, writer, progress)
                sweep.do(missing, *_places(workers, cluster, len(missing)))
                order = {job.key: at for at, job in enumerate(missing)}
                failures = tuple(sorted(sweep.failures, key=lambda failure: order[failure.key]))
    result = StudyResult(out, tuple(scenarios), len(scenarios) - len(missing), len(missing) - len(failures), failures)
    if failures:
        raise RunsFailedError(result)
    return result


def _places(workers: int | None, cluster: str | None, missing: int) -> tuple[_Place, _Place]:
    """Return where runs are done together, and where one is done alone that took its worker with it."""
    if cluster is not None:
        return (lambda: on_cluster(cluster)), (lambda: on_cluster(cluster))
    # More processes than runs would only cost their start.
    wanted = min(cpus() if workers is None else workers, missing)
    return (in_this_process if wanted == 1 else lambda: in_processes(wanted)), (lambda: in_processes(1))


@dataclass(slots=True)
class _Sweep:
    study: Study
    run: Run
    writer: PartWriter
    progress: Progress
    failures: list[Failure] = field(default_factory=list)
    deaths: int = 0

    def do(self, jobs: Sequence[Job], together: _Place, alone: _Place) -> None:
        """Do all jobs.

        When a worker process ends in the middle of a run, all tasks of its pool are lost, and it is not known which
        run was the end of it. So each of the lost runs is done again in a process of its own: the guilty one fails
        there, the others do not.
        """
        todo: deque[tuple[Job, ...]] | None = None
        while todo is None or todo:
            with together() as workers:
                if todo is None:
                    todo = deque(longest_first(jobs, slots=workers.slots(), most=workers.chunk))
                lost = self._drain(workers, todo)
            for job in lost:
                self._alone(job, alone)

    def _drain(self, workers: Workers, todo: deque[tuple[Job, ...]]) -> list[Job]:
        """Hand over chunks until none is left or the pool is broken; return the jobs that were lost."""
        flying: dict[Future[list[Outcome]], tuple[Job, ...]] = {}
        lost: list[Job] = []
        broken = False
        try:
            while flying or (todo and not broken):
                while todo and not broken and len(flying) < _AHEAD * workers.slots():
                    chunk = todo.popleft()
                    try:
                        flying[workers.executor.submit(run_chunk, self.run, chunk)] = chunk
                    except BrokenExecutor:
                        broken = True
                        lost.extend(chunk)
                for future in wait(flying, timeout=FLUSH_S, return_when=FIRST_COMPLETED).done:
                    chunk = flying[future]
                    try:
                        outcomes = future.result()
                    except Exception as error:  # noqa: BLE001  # not the run's own: that would be in its outcome
                        broken = broken or isinstance(error, BrokenExecutor)
                        lost.extend(chunk)
                    else:
                        self._take(chunk, outcomes, retries=0)
                    del flying[future]
                self.writer.tick()
        except BaseException:
            self._rescue(flying)
            raise
        return lost

    def _rescue(self, flying: Iterable[Future[list[Outcome]]]) -> None:
        """Keep what has finished when interrupted, without a word to anybody who might interrupt again."""
        finished = (future for future in flying if future.done() and not future.cancelled())
        for future in finished:
            for outcome in [] if future.exception() else future.result():
                if outcome.row is not None:
                    self.writer.add(outcome, retries=0)

    def _alone(self, job: Job, place: _Place) -> None:
        try:
            with place() as workers:
                outcomes = workers.executor.submit(run_chunk, self.run, (job,)).result()
        except Exception as error:  # whatever it is, it is the end of this run only
            self.deaths += 1
            last = f"{type(error).__name__}: {error}"
            if self.deaths == _DEATHS:
                raise WorkersLostError(f"{_DEATHS} workers in a row ended before a run was done: {last}") from error
            self._fail(job, f"the process that ran it ended ({last})", trace="")
        else:
            self._take((job,), outcomes, retries=1)

    def _take(self, chunk: Iterable[Job], outcomes: Iterable[Outcome], *, retries: int) -> None:
        self.deaths = 0
        for job, outcome in zip(chunk, outcomes, strict=True):
            if outcome.row is None:
                self._fail(job, outcome.error, outcome.trace)
            else:
                self.writer.add(outcome, retries=retries)
                self.progress.advance(failed=False, work=cost(job.scenario))

    def _fail(self, job: Job, error: str, trace: str) -> None:
        self.failures.append(Failure(job.key, _described(self.study, job), error, trace))
        self.progress.advance(failed=True, work=cost(job.scenario))


def _described(study: Study, job: Job) -> str:
    """Return what tells this run from the others of its study."""
    columns = axes_of(job.scenario)
    named = {axis: columns.get(axis, columns.get(f"{axis}_ns")) for axis in study.axes}
    named |= {name: columns[name] for name in ("go", "gogc", "gomaxprocs", "seed", "replication")}
    told = ", ".join(f"{name}={value}" for name, value in named.items() if value is not None)
    return f"{study.name} with {told} (run {job.key})"
