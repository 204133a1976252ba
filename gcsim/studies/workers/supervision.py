"""Chunks done in processes that may fail: one that hangs, grows or dies costs one attempt of one run."""

import math
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from gcsim.studies.runs import Chunk, Ended, Job, attempt
from gcsim.studies.storage.failures import store_failures
from gcsim.studies.storage.store import StoreError
from gcsim.studies.storage.writing import FLUSH_S, PartWriter
from gcsim.studies.workers.reports import Began, Done, Finished, Refused, Report, RunnerError, Stored
from gcsim.studies.workers.runners import RUNNERS, Runner, RunnerGoneError, Runners, StoppedError, pack
from gcsim.units import format_size

__all__ = ["RunnerError", "StoppedError", "do_chunk", "do_chunk_here", "stop_runners"]

_PATIENCE_S = 2.0  # for what is finished to be stored beside a run that takes too long
_LOOK_S = 1.0  # between two looks whether to stop
_IN_VAIN = 3  # processes in a row that ended by themselves before they did anything: none of them will
_KILLED_IN_VAIN = 30  # and so many that somebody killed: he may tire, or the machine get memory again


def do_chunk(chunk: Chunk, runners: Runners = RUNNERS) -> tuple[Ended, ...]:
    """Do the runs of a chunk in a process of its own, which is kept for the next chunk.

    A run that raises, takes too long, needs too much memory or ends its process is tried again, ``retries`` times. A
    run that was merely in the same process as such a one is done again without that being counted.

    Parameters
    ----------
    chunk : Chunk
        What to run.
    runners : Runners
        Whose processes do them.

    Returns
    -------
    tuple of Ended
        One for each job, in order. Every result, and every failure, is stored.

    Raises
    ------
    StoppedError
        If they were stopped, as by :func:`stop_runners`. What was finished is stored.
    StoreError, SchemaError
        If the folder does not take the results.
    RunnerError
        If a process cannot be started, or does not find what it is to run.
    """
    supervision = _Supervision(replace(chunk, out=chunk.out.absolute()), runners)
    try:
        supervision.do()
    except BaseException as error:
        supervision.rescue(error)
        raise
    return supervision.result()


def stop_runners() -> None:
    """End the processes that do runs for threads of this process that have no :class:`Runners` of their own.

    They store what is finished and end at once, in the middle of a run; a :func:`do_chunk` that waits for one raises
    :class:`StoppedError`. Whatever is begun later begins with new ones: who stops a study has to see to it first that
    no chunk of it is handed over any more.
    """
    RUNNERS.stop()


def do_chunk_here(chunk: Chunk) -> tuple[Ended, ...]:
    """Do the runs of a chunk in this very process.

    Nothing protects it from them, so there are no limits: this is for debuggers.

    Parameters
    ----------
    chunk : Chunk
        What to run; of its limits, only ``retries`` counts.

    Returns
    -------
    tuple of Ended
        One for each job, in order. Every result, and every failure, is stored.

    Raises
    ------
    StoreError, SchemaError
        If the folder does not take the results.
    KeyboardInterrupt
        If interrupted. What was finished is stored.
    """
    ended: list[Ended] = []
    try:
        with PartWriter(chunk.out, chunk.study, chunk.commit) as writer:
            for job in chunk.jobs:
                ended.append(_insistently(chunk, job, writer))
                if writer.due_s() == 0:
                    writer.flush()
    finally:
        store_failures(chunk, ended)
    return tuple(ended)


def _insistently(chunk: Chunk, job: Job, writer: PartWriter) -> Ended:
    for retries in range(chunk.limits.retries + 1):
        last = attempt(chunk.run, job)
        if last.row is not None:
            writer.add(last, retries=retries)
            break
    return Ended(job.key, last.kind, last.error, last.trace, last.wall_s, last.events, retries)


class _Supervision:
    """One chunk, and what is known about its runs."""

    def __init__(self, chunk: Chunk, runners: Runners) -> None:
        self._chunk = chunk
        self._runners = runners
        self._stops = runners.stops
        self._failed: Counter[str] = Counter()  # attempts that failed
        self._finished: dict[str, Ended] = {}  # results that are not stored yet
        self._ended: dict[str, Ended] = {}
        self._unstored: list[Ended] = []  # failures
        self._unstored_s = 0.0
        self._at: str | None = None  # the run that is being done
        self._began_s = 0.0
        self._why = ""  # the last runner that was lost ended
        self._killed = False

    def result(self) -> tuple[Ended, ...]:
        """Return what became of all jobs."""
        return tuple(self._ended[job.key] for job in self._chunk.jobs)

    def do(self) -> None:
        """Do all jobs, with as many processes as it takes."""
        in_vain = 0
        while todo := tuple(job for job in self._chunk.jobs if job.key not in self._ended):
            before = self._progress()
            packed = pack(replace(self._chunk, jobs=todo), self._failed)
            if self._with(self._runners.take(self._stops), packed):
                continue
            in_vain = in_vain + 1 if self._progress() == before else 0
            if in_vain >= (_KILLED_IN_VAIN if self._killed else _IN_VAIN):
                raise RunnerError(f"{in_vain} processes in a row ended before they did a run: {self._why}")
        self._store_failures()

    def rescue(self, error: BaseException) -> None:
        """Store what failed before all of it came to an end; a disk that takes nothing has been told of."""
        try:
            self._store_failures()
        except StoreError:
            if not isinstance(error, StoreError):
                raise

    def _progress(self) -> int:
        return len(self._ended) + self._failed.total()

    def _with(self, runner: Runner, packed: bytes) -> bool:
        """Have a runner do what is left; say whether it did, and drop it where it did not."""
        self._at, self._finished = None, {}
        done = False
        try:
            runner.order(packed)
            while not (done or runner.stopped or self._overdue_s() >= 0):
                done = self._take(runner.reports(self._wait_s()))
                if self._unstored and time.monotonic() - self._unstored_s >= FLUSH_S:
                    self._store_failures()
            if not done:
                self._cut_short(runner)
        except RunnerGoneError:
            if self._at is not None and not runner.stopped:
                self._fail(Finished(self._at, "lost", runner.ending(), runner.last_words(), self._took_s(), 0))
        except BaseException:
            self._take(runner.end())
            raise
        finally:
            if done:
                self._runners.give(runner)
            else:
                self._runners.drop(runner)
        if not done:
            self._why, self._killed = runner.ending(), runner.killed()
        return done

    def _took_s(self) -> float:
        return time.monotonic() - self._began_s

    def _overdue_s(self) -> float:
        """Return how long ago the run that is being done should have ended, s; negative before that."""
        limit = self._chunk.limits.timeout_s
        return -math.inf if self._at is None or limit is None else self._took_s() - limit

    def _wait_s(self) -> float:
        return max(min(_LOOK_S, -self._overdue_s()), 0.0)

    def _cut_short(self, runner: Runner) -> None:
        """End a runner that takes too long, or is to stop; what it has finished is stored."""
        if runner.stopped:
            self._take(runner.end())
            return
        late, took_s, where = self._at, self._took_s(), runner.where()
        failures = self._failed.total()
        self._take(runner.end(_PATIENCE_S))
        # It may have come to its end at the last moment, and then it is not late.
        if late is not None and late not in self._ended and self._failed.total() == failures:
            error = f"took longer than {self._chunk.limits.timeout_s:g} s (--run-timeout)"
            self._fail(Finished(late, "timeout", error, where, took_s, 0))

    def _take(self, reports: Iterable[Report]) -> bool:
        """Take note of what a runner reports; say whether it is done."""
        done = False
        for report in reports:
            match report:
                case Began(key):
                    self._at, self._began_s = key, time.monotonic()
                case Finished(key, ""):
                    self._at = None
                    self._finished[key] = self._ending(report)
                case Finished():
                    self._at = None
                    self._fail(report)
                case Stored(keys):
                    self._ended |= {key: self._finished[key] for key in keys}
                case Refused(error):
                    raise error
                case Done():
                    done = True
        return done

    def _ending(self, last: Finished) -> Ended:
        return Ended(*last, retries=self._failed[last.key])

    def _fail(self, told: Finished) -> None:
        """Take note of an attempt that failed, and of its run if that was the last one."""
        key, most = told.key, self._chunk.limits.memory_bytes
        if told.kind == "memory" and most is not None:
            error = f"needed more than {format_size(most)} (--run-memory): {told.error}"
            told = told._replace(error=error)
        if self._failed[key] == self._chunk.limits.retries:
            self._ended[key] = self._ending(told)
            if not self._unstored:
                self._unstored_s = time.monotonic()
            self._unstored.append(self._ended[key])
        self._failed[key] += 1

    def _store_failures(self) -> None:
        store_failures(self._chunk, self._unstored)
        self._unstored = []
