"""Workers in jobs of Slurm.

dask-jobqueue submits the jobs, and a Dask scheduler in this process hands runs to the workers in them. What it leaves
open is done here: to say why nothing starts, to replace jobs that ended, and to leave no job behind.
"""

import importlib
import logging
import os
import secrets
import shlex
import shutil
import signal
import subprocess
import sys
import threading
import time
import warnings
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from gcsim.studies.workers.executors import ClusterError, Workers, on_dask
from gcsim.studies.workers.slurm_settings import SlurmSettings, read_settings

__all__ = ["on_slurm"]

_log = logging.getLogger(__name__)

_LOOK_S = 10.0
"""Between two looks at the queue. Sites ask not to poll it every second."""

_FIRST_TOLD_S = 60.0
_TOLD_S = 600.0
"""Without a worker for the first time, and for each multiple of the second, the user is told what Slurm says."""

_PATIENCE = 6
"""Times longer until the next look where Slurm did not take a job, as where it limits the jobs of a user."""

_FRUITLESS = 3
"""Looks in a row that find jobs ended before they had a worker: the next ones would end so too."""

_ORPHANED_S = 60
"""A worker that has lost its scheduler for so long ends, and its job with it."""

_END_S = 10
"""A worker that was told to end is killed after so long, before Slurm would do it (KillWait, 30 s by default)."""

_LONGEST_LEAVE_S = 300.0
_COMMAND_S = 60.0
_SHOWN_LINES = 5  # of a job's log


@contextmanager
def on_slurm(file: Path | None, logs: Path = Path("logs")) -> Iterator[Workers]:
    """Do runs in jobs of Slurm; to be called where ``sbatch`` works.

    While no job has started there are no slots, however long the queue is: every ten minutes a warning says what Slurm
    says. A worker leaves before its job's walltime is over, and another job takes its place. All jobs are cancelled at
    the end.

    Parameters
    ----------
    file : Path or None
        A YAML file of :class:`~gcsim.studies.workers.slurm_settings.SlurmSettings`; None leaves everything at its
        default.
    logs : Path
        Folder for what the jobs print. The nodes have to see it, as they see this Python.

    Raises
    ------
    ScenarioError
        If the file is wrong.
    ClusterError
        If there is no Slurm here, or it refuses the jobs. Jobs that end before they have a worker make ``slots`` raise
        it.
    """
    settings = read_settings(file)
    jobqueue = _jobqueue()
    logs = logs.resolve()
    logs.mkdir(parents=True, exist_ok=True)
    name = f"gcsim-{secrets.token_hex(4)}"
    with ExitStack() as stack:
        cluster = _cluster(jobqueue, settings, name, logs)
        stack.callback(cluster.close)
        _try(cluster.job_script())
        # Before the cluster's own way to end jobs, which asks each worker first: those that are waiting end too, and
        # whatever was submitted in the moment of an interruption.
        stack.callback(_slurm, "scancel", f"--name={name}")
        watch = _Watch(cluster, settings.jobs, name, logs)
        stack.enter_context(watch.going_on())
        workers = stack.enter_context(on_dask(cluster.scheduler_address))

        def slots() -> int:
            if watch.error:
                raise ClusterError(watch.error)
            return workers.slots()

        where = f"Slurm: {_counted(settings.jobs, 'job')} of {_counted(settings.cores, 'core')}"
        yield replace(workers, slots=slots, where=where)


@dataclass(slots=True)
class _Watch:
    """Looks at the queue now and then: has jobs replaced that are no longer there, and says why none has started."""

    cluster: Any
    jobs: int
    name: str
    logs: Path
    ended: threading.Event = field(default_factory=threading.Event)
    fruitless: int = 0
    error: str = ""
    alone_s: float = field(default_factory=time.monotonic)
    next_s: float = field(default_factory=lambda: _FIRST_TOLD_S)

    @contextmanager
    def going_on(self) -> Iterator[None]:
        self.cluster.scale(jobs=self.jobs)
        thread = threading.Thread(target=self._go_on, name="gcsim-slurm", daemon=True)
        thread.start()
        try:
            yield
        finally:
            self.ended.set()
            thread.join()

    def _go_on(self) -> None:
        pause_s = _LOOK_S
        while not self.ended.wait(pause_s):
            pause_s = _LOOK_S * (1 if self._look() else _PATIENCE)

    def _look(self) -> bool:
        """Have what is missing submitted; return whether Slurm had taken all of it the last time."""
        jobs = {worker: job.job_id for worker, job in list(self.cluster.workers.items())}
        queue = _queue(self.name)
        if queue is None:  # Slurm's controller may be away for a while
            return True
        connected = {worker["name"] for worker in self.cluster.scheduler_info["workers"].values()}
        gone = [worker for worker, job in jobs.items() if job not in queue and worker not in connected]
        if connected:
            self.fruitless, self.alone_s, self.next_s = 0, time.monotonic(), _FIRST_TOLD_S
        else:
            self.fruitless += any(jobs[worker] is not None for worker in gone)
            self._tell(queue)
        if self.fruitless == _FRUITLESS:
            self.error = self._why([jobs[worker] for worker in gone])
        self.cluster.loop.add_callback(self._replace, gone)
        return None not in jobs.values()

    def _tell(self, queue: Mapping[str, str]) -> None:
        alone_s = time.monotonic() - self.alone_s
        if alone_s < self.next_s:
            return
        self.next_s = _TOLD_S * (1 + alone_s // _TOLD_S)
        job, said = next(iter(queue.items()), ("", "nothing of it"))
        _log.warning(
            "no worker has started for %.0f min: squeue says %s; still waiting, Ctrl-C ends it and cancels the jobs",
            alone_s / 60,
            f"{said} of job {job}" if job else said,
        )

    def _replace(self, gone: list[str]) -> None:
        for worker in gone:
            job = self.cluster.workers.pop(worker, None)
            if job is not None:
                job.status = self.cluster.status.closed
        self.cluster.scale(jobs=self.jobs)

    def _why(self, jobs: list[str | None]) -> str:
        said = ""
        for job in jobs:
            with suppress(OSError):
                said = (self.logs / f"slurm-{job}.log").read_text(errors="replace").strip() or said
        last = "\n".join(said.splitlines()[-_SHOWN_LINES:]) or "they left nothing there"
        return f"jobs of Slurm end before a worker has started; their logs are in {self.logs}:\n{last}"


def _jobqueue() -> Any:  # noqa: ANN401  # a module that has no types
    try:
        with warnings.catch_warnings(), _signals_kept():
            warnings.simplefilter("ignore")  # 0.9.0 is of 2024: what it will have to change is not the user's business
            jobqueue = importlib.import_module("dask_jobqueue")
    except ImportError as error:
        raise ClusterError("Slurm needs Dask and dask-jobqueue: pip install 'gcsim-go[cluster]'") from error
    if shutil.which("sbatch") is None:
        raise ClusterError("there is no sbatch here: use --cluster slurm on a login node of a Slurm cluster")
    return jobqueue


@contextmanager
def _signals_kept() -> Iterator[None]:
    """Keep what signals do here: dask-jobqueue 0.9.0 makes Ctrl-C a ``sys.exit()`` when imported (runner.py:18)."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            if handler is not None and signal.getsignal(number) is not handler:
                signal.signal(number, handler)


def _cluster(jobqueue: Any, settings: SlurmSettings, name: str, logs: Path) -> Any:  # noqa: ANN401  # no types either
    lifetime, stagger = _lifetime_s(settings.walltime_s)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return jobqueue.SLURMCluster(
            job_cls=_patient(jobqueue.slurm.SLURMJob),
            name=name,
            job_name=name,
            queue=settings.partition,
            account=settings.account,
            walltime=_as_slurm_writes(settings.walltime_s),
            cores=settings.cores,
            memory=f"{settings.memory_bytes} B",
            # One worker with a thread for each core: each thread has a process of its own for its runs.
            processes=1,
            nanny=False,
            death_timeout=_ORPHANED_S,
            interface=settings.interface,
            # Told to end, a worker of Dask may hang for ever in what it still waits for. And the job is this process,
            # not a shell that has it: where Slurm tracks jobs by their parents, it would lose sight of an orphan.
            python=f"exec timeout --kill-after={_END_S} 0 {shlex.quote(settings.python or sys.executable)}",
            worker_extra_args=[
                "--no-dashboard",
                f"--lifetime {lifetime:.0f}s",
                f"--lifetime-stagger {stagger:.0f}s",
            ],
            job_extra_directives=[f'--output="{logs}/slurm-%j.log"', *settings.directives],
            # Dask answers monitors on this port even without a dashboard; 8787, its own choice, may be taken.
            scheduler_options={"dashboard": False, "dashboard_address": ":0", "interface": settings.interface},
            silence_logs=logging.CRITICAL,
        )


def _patient(job_class: Any) -> Any:  # noqa: ANN401
    """Make a class of jobs that takes it in good part if Slurm does not take one: it is submitted again later."""

    async def start(self: Any) -> None:  # noqa: ANN401
        try:
            await job_class.start(self)
        except RuntimeError as error:  # sbatch failed
            _log.info("%s", error)
            self.status = self.status.running

    return type(job_class.__name__, (job_class,), {"start": start})


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'s' if number > 1 else ''}"


def _lifetime_s(walltime_s: float) -> tuple[float, float]:
    """Return after how long a worker leaves, and by how much that varies, so that not all leave together.

    What is left of the walltime is for its start, and for the runs that it still finishes.
    """
    leave = min(walltime_s / 10, _LONGEST_LEAVE_S)
    return walltime_s - 2 * leave, leave


def _as_slurm_writes(seconds: float) -> str:
    minutes, left = divmod(round(seconds), 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{left:02}"


def _try(script: str) -> None:
    """Let Slurm judge the jobs before there are any."""
    done = _slurm("sbatch", "--test-only", script=script)
    if done.returncode != 0:
        said = " ".join(done.stderr.replace("sbatch: error:", "").replace("allocation failure:", "").split())
        raise ClusterError(f"Slurm refuses the jobs: {said}")


def _queue(name: str) -> Mapping[str, str] | None:
    """Return state and reason of the jobs of a name that have not ended; None if Slurm does not answer."""
    done = _slurm("squeue", "--noheader", f"--name={name}", "--format=%i %T (%r)")
    if done.returncode != 0:
        return None
    return dict(line.split(maxsplit=1) for line in done.stdout.splitlines())


def _slurm(*words: str, script: str = "") -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("SQUEUE_")}
    try:
        return subprocess.run(  # noqa: S603  # Slurm's commands, by names that are found on PATH as a user's shell does
            words, input=script, env=environment, capture_output=True, text=True, timeout=_COMMAND_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return subprocess.CompletedProcess(words, 1, "", str(error))
