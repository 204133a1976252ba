"""A study from its scenarios to its stored results: finds what is done, has the rest done."""

import os
import socket
import time
from collections import Counter, deque
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

import gcsim
from gcsim.scenario import Study
from gcsim.studies.planning import Plan, Portion, RunKeys, predicted_s
from gcsim.studies.progress import Silence, StudyProgress
from gcsim.studies.rounds import Rounds
from gcsim.studies.runs import Chunk, Ended, Job, Limits, Run, axes_of, run_scenario
from gcsim.studies.status import StudyStatus, now, write_status
from gcsim.studies.storage.failures import store_failures
from gcsim.studies.storage.provenance import git_commit
from gcsim.studies.storage.schema import SchemaError
from gcsim.studies.storage.store import StoreError, compact, explained, prepare, stored_keys
from gcsim.studies.workers.executors import Workers, check_cluster, in_this_process, place
from gcsim.studies.workers.supervision import RunnerError

__all__ = ["Failure", "NoSuchRunError", "RunsFailedError", "StudyResult", "execute"]

_AHEAD = 2  # chunks handed over for each slot: the next one is there when one is done
_HANDINGS = 3  # times that a chunk is handed over, if it loses its worker, before its runs go one by one
_TICK_S = 0.5
_STATUS_S = 1.0
_COMPACT_EVERY = 16  # chunks, each of which leaves a part or two
_COMPACT_MOST = 48  # parts of a table at a time: workers wait when the client does not hand over for some seconds
_COMPACT_SHARE = 0.2  # of the client's time at most; what is left is merged at the end
_COUNTED = 100_000  # runs of a study that was broken off of which it is looked up what was stored at the last moment
_SHOWN = 5  # failures that a message tells in full
_KEPT = 100  # failures that a result holds; all are in the folder

_FATAL = (StoreError, SchemaError, RunnerError)


class NoSuchRunError(Exception):
    """A study has no run of the key asked for."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A run that failed, after all its retries.

    Attributes
    ----------
    key : str
        Its run key.
    scenario : str
        What was to be run, in words.
    kind : str
        ``raised``, ``timeout``, ``memory`` or ``lost``.
    error : str
        What happened, in one line.
    trace : str
        The traceback; empty where there is none.
    """

    key: str
    scenario: str
    kind: str
    error: str
    trace: str

    def __str__(self) -> str:
        return f"{self.scenario} (run {self.key}): {self.error}"


@dataclass(frozen=True, slots=True)
class StudyResult:
    """What became of a study.

    Attributes
    ----------
    out : Path
        The folder that holds its results.
    keys : sequence of str
        Run keys of all its runs, in the order of the study; round by round where it was to be precise enough.
    stored : int
        How many of them were there before.
    computed : int
        How many were done now.
    failed : mapping
        How many failed, by kind; they are tried again the next time.
    failures : tuple of Failure
        The first hundred of them. The folder has all.
    """

    out: Path
    keys: Sequence[str]
    stored: int
    computed: int
    failed: Mapping[str, int]
    failures: tuple[Failure, ...]


class RunsFailedError(Exception):
    """Some runs of a study failed; all others are stored.

    Attributes
    ----------
    result : StudyResult
        What became of the study.
    """

    def __init__(self, result: StudyResult) -> None:
        kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(result.failed.items()))
        count = sum(result.failed.values())
        lines = [f"{count} of {len(result.keys)} runs failed ({kinds}):", *map(str, result.failures[:_SHOWN])]
        if count > _SHOWN:
            lines.append(f"and {count - _SHOWN} more")
        super().__init__("\n".join(lines))
        self.result = result


def execute(  # noqa: PLR0913  # what to run, where to, with whom, and whom to tell
    study: Study,
    out: Path,
    *,
    workers: int | Workers | None = None,
    cluster: str | None = None,
    limits: Limits = Limits(),  # noqa: B008  # frozen
    progress: StudyProgress | None = None,
    run: Run = run_scenario,
    only: str | None = None,
    command: str = "",
    keep: Callable[[Path, StudyStatus], None] = write_status,
) -> StudyResult:
    """Do all runs of a study that a folder does not hold yet.

    The results do not depend on who does the runs, in which order, or how often this was interrupted.

    Parameters
    ----------
    study : Study
        What to run. If it says how precisely something is to be known, the replications of each point go on in rounds
        until it is, or until there are as many as it allows.
    out : Path
        Folder of results. Others may write to it at the same time.
    workers : int or Workers, optional
        How many processes; 0 means this very one, None as many as there are processors. Or workers that are there
        already, for somebody who executes many studies.
    cluster : str, optional
        The cluster that does the runs instead, as :func:`~gcsim.studies.workers.executors.check_cluster` takes it.
    limits : Limits
        What a run may take, and how often it is tried. In this process only the latter counts.
    progress : StudyProgress, optional
        Whom to tell how far it is.
    run : callable, optional
        What does one run; a function of a module, since it travels.
    only : str, optional
        Key of the one run to do, in this process and only once, whether its result is stored or not.
    command : str
        The command that does the rest, for whoever reads the status of the study.
    keep : callable
        Keeps the status, for whoever looks from elsewhere; a search of many studies keeps one for all.

    Returns
    -------
    StudyResult
        All runs are stored.

    Raises
    ------
    RunsFailedError
        If runs failed. All others are stored.
    NoSuchRunError
        If there is no run `only`.
    ClusterError
        If the cluster cannot be used, or is lost.
    RunnerError
        If no process can do runs here.
    StoreError
        If the folder cannot be read or written.
    KeyboardInterrupt
        If interrupted. Every finished run is stored.
    """
    if cluster is not None:
        check_cluster(cluster)
    prepare(out)
    told = keep if only is None else _keep_nothing
    sweep = _Sweep(study, out.resolve(), run, limits, progress or Silence(), command, told)
    with sweep.told():
        if only is not None:
            sweep.do_only(only)
        else:
            sweep.do_all(workers, cluster)
        compact(sweep.out)
    result = sweep.result(out)
    if result.failed:
        raise RunsFailedError(result)
    return result


def _keep_nothing(_out: Path, _status: StudyStatus) -> None:
    """Leave the status of the study as it is: one run of it says nothing about the others."""


@dataclass(slots=True)
class _Sweep:
    study: Study
    out: Path
    run: Run
    limits: Limits
    progress: StudyProgress
    command: str
    keep: Callable[[Path, StudyStatus], None]
    keys: RunKeys = field(default_factory=RunKeys)
    failed: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    commit: str | None = field(default_factory=git_commit)
    status: StudyStatus = field(init=False)
    written_s: float = 0.0
    chunks: int = 0
    compact_from_s: float = 0.0
    open: dict[int, Portion] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.status = StudyStatus(
            study=self.study.name,
            state="planning",
            runs=self.study.n_runs,
            began=now(),
            command=self.command,
            version=gcsim.__version__,
            commit=self.commit or "",
            host=socket.gethostname(),
            pid=os.getpid(),
        )

    @contextmanager
    def told(self) -> Iterator[None]:
        """Tell the beginning and the end, whatever the end is."""
        try:
            self.tell(at_once=True)
            yield
            self.tell(at_once=True, state="failed" if self.failed else "done", running=0)
        except BaseException as error:
            state = "failed" if isinstance(error, Exception) else "interrupted"
            with suppress(StoreError):  # what ended the sweep is worth more to its user
                self.tell(at_once=True, state=state, running=0, done=self.status.done + self._stored_at_last())
            raise

    def _stored_at_last(self) -> int:
        """Count what was stored of chunks that nobody waits for; not in a large folder, where it takes long."""
        if len(self.keys) > _COUNTED or not self.open:
            return 0
        try:
            stored = stored_keys(self.out)
        except (StoreError, SchemaError):  # it may be what ended the study
            return 0
        return sum(job.key in stored for portion in self.open.values() for job in portion.jobs)

    def tell(self, *, at_once: bool = False, **changes: object) -> None:
        """Tell how far it is; the file is written at most once a second."""
        self.status = replace(self.status, updated=now(), **changes)  # type: ignore[arg-type]  # checked by their names
        self.progress.show(self.status)
        if at_once or time.monotonic() - self.written_s >= _STATUS_S:
            self.written_s = time.monotonic()
            try:
                self.keep(self.out, self.status)
            except OSError as error:
                raise explained(self.out, error) from error

    def result(self, out: Path) -> StudyResult:
        failures = tuple(sorted(self.failures, key=lambda failure: failure.scenario))
        return StudyResult(out, self.keys, self.status.stored, self.status.done, dict(self.failed), failures)

    def do_only(self, key: str) -> None:
        plan = Plan(self.study, range(self.study.n_runs), ())
        job = plan.find(key)
        if job is None:
            raise NoSuchRunError(f"{self.study.name} has no run {key}; gcsim results lists the runs that failed")
        self.limits = replace(self.limits, retries=0)
        portion = Portion((job,), predicted_s(job.scenario))
        self.keys = RunKeys(bytes.fromhex(key))
        with in_this_process() as here:
            self.tell(state="running", runs=1, running=1, predicted_s=portion.predicted_s, where=here.where)
            self._take(portion, here.do(self._chunk(portion)), None)

    def do_all(self, workers: int | Workers | None, cluster: str | None) -> None:
        """Do what is missing, in one round or, for a wanted precision, in as many as it takes."""
        rounds = Rounds(self.study)
        with ExitStack() as stack:
            found: Workers | None = None
            while indices := rounds.indices():
                plan = Plan(self.study, indices, stored_keys(self.out))
                self.keys += plan.keys
                self.tell(
                    runs=len(self.keys),
                    stored=self.status.stored + plan.stored,
                    predicted_s=self.status.predicted_s + plan.predicted_s,
                )
                if plan.left:
                    if found is None:
                        found = (
                            workers
                            if isinstance(workers, Workers)
                            else stack.enter_context(place(cluster, workers, plan.left, self.out / "logs"))
                        )
                        found.check(self.out)
                    self._drain(plan, found)
                rounds.learn(self.out, indices, plan.keys)

    def _drain(self, plan: Plan, workers: Workers) -> None:
        """Hand over what a plan holds, and take note of what becomes of it."""
        flying: dict[Future[tuple[Ended, ...]], Portion] = {}
        again: deque[Portion] = deque()
        try:
            while flying or again or plan.left:
                slots = workers.slots()
                where = workers.where if slots else f"{workers.where}: no workers yet"
                self.tell(state="running", running=min(len(flying), slots), where=where)
                while len(flying) < _AHEAD * slots and (portion := _next(again, plan, slots)):
                    self.open[id(portion)] = portion  # first: here, handing over is doing
                    flying[workers.executor.submit(workers.do, self._chunk(portion))] = portion
                if not flying:
                    time.sleep(_TICK_S)
                lost = []
                for future in wait(flying, timeout=_TICK_S, return_when=FIRST_COMPLETED).done:
                    if error := self._land(flying[future], future, plan):
                        lost.append((flying[future], error))
                    del flying[future]
                if lost:
                    stored = stored_keys(self.out)  # once for all: a scheduler that is lost loses all at once
                    again.extend(left for portion, error in lost for left in self._lost(portion, error, stored))
        except BaseException:
            for future in flying:
                future.cancel()  # what waits first: a thread would begin it when its chunk is stopped
            workers.stop()
            raise

    def _land(self, portion: Portion, future: "Future[tuple[Ended, ...]]", plan: Plan) -> Exception | None:
        """Take note of what became of a chunk; return what lost it."""
        try:
            ended = future.result()
        except _FATAL:
            raise
        except Exception as error:  # noqa: BLE001  # the worker's end, whatever says so
            return error
        self._take(portion, ended, plan)
        return None

    def _chunk(self, portion: Portion) -> Chunk:
        return Chunk(self.run, portion.jobs, self.out, self.study.name, self.limits, self.commit)

    def _take(self, portion: Portion, ended: Iterable[Ended], plan: Plan | None) -> None:
        self.open.pop(id(portion), None)
        scenarios = {job.key: job for job in portion.jobs}
        took_s, events, done = 0.0, 0, 0
        for one in ended:
            took_s += one.wall_s
            events += one.events
            if one.kind:
                self._fail(scenarios[one.key], one)
            else:
                done += 1
        if plan is not None:
            plan.learn(portion, took_s)
        self.chunks += 1
        if self.chunks % _COMPACT_EVERY == 0 and (begun_s := time.monotonic()) >= self.compact_from_s:
            compact(self.out, _COMPACT_MOST)
            self.compact_from_s = begun_s + (time.monotonic() - begun_s) / _COMPACT_SHARE
        self.tell(
            done=self.status.done + done,
            failed=sum(self.failed.values()),
            events=self.status.events + events,
            done_s=self.status.done_s + portion.predicted_s,
        )

    def _lost(self, portion: Portion, error: Exception, stored: Container[str]) -> list[Portion]:
        """Decide what becomes of runs whose worker was lost: those that it had not stored are handed over again."""
        self.open.pop(id(portion), None)
        left = [job for job in portion.jobs if job.key not in stored]
        share = portion.predicted_s / len(portion.jobs)
        self.tell(
            done=self.status.done + len(portion.jobs) - len(left),
            done_s=self.status.done_s + share * (len(portion.jobs) - len(left)),
        )
        losses = portion.losses + 1
        if losses < _HANDINGS and left:
            return [Portion(tuple(left), share * len(left), losses)]
        if len(portion.jobs) > 1:
            return [Portion((job,), share, losses) for job in left]
        told = f"the worker that ran it was lost, {losses} times ({type(error).__name__}: {error})"
        for job in left:
            ended = Ended(job.key, "lost", " ".join(told.split()), "", 0.0, 0, losses - 1)
            store_failures(self._chunk(portion), [ended])
            self._take(portion, [ended], None)
        return []

    def _fail(self, job: Job, ended: Ended) -> None:
        self.failed[ended.kind] += 1
        if len(self.failures) < _KEPT:
            told = _described(self.study, job)
            self.failures.append(Failure(job.key, told, ended.kind, ended.error, ended.trace))


def _next(again: "deque[Portion]", plan: Plan, slots: int) -> Portion | None:
    return again.popleft() if again else plan.take(slots)


def _described(study: Study, job: Job) -> str:
    """Return what tells this run from the others of its study."""
    columns = axes_of(job.scenario)
    named = {axis: columns.get(axis, columns.get(f"{axis}_ns")) for axis in study.axes}
    named |= {name: columns[name] for name in ("go", "gogc", "gomaxprocs", "seed", "replication")}
    told = ", ".join(f"{name}={value}" for name, value in named.items() if value is not None)
    return f"{study.name} with {told}"
