"""Where runs are done: in this process, in processes of this machine, or on a Dask cluster.

All of them are a :class:`concurrent.futures.Executor` that is given chunks of runs, and a run gives the same bytes in
each.
"""

import importlib
import logging
import os
import re
import secrets
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import gcsim
from gcsim.simulation import MODEL_VERSION
from gcsim.studies.runs import Chunk, Ended
from gcsim.studies.workers.pool import Here
from gcsim.studies.workers.runners import Runners
from gcsim.studies.workers.supervision import do_chunk, do_chunk_here

__all__ = [
    "ClusterError",
    "Workers",
    "check_cluster",
    "cpus",
    "in_processes",
    "in_this_process",
    "on_dask",
    "on_local_cluster",
    "place",
    "workers_of",
]

_CONNECT_S = 10
_LOOK_S = 2.0  # between two looks at the scheduler
_ANSWER_S = 10.0
_LOST_S = 30.0
"""A scheduler that has not answered for so long is given up. A network's hiccup is over by then."""

_SHARED_S = 5.0
"""A file is seen on other machines at once or, where a network file system caches folders, within some seconds."""

_SPEC = re.compile(r"(?:tcp|tls)://\S+|local:0*[1-9][0-9]*|slurm(?::.+)?")


class ClusterError(Exception):
    """A cluster that cannot be used; the message says why and what would do."""


def _not_stopped() -> None:
    """Stop nothing: a cluster goes on to the end of its chunks, and stores them."""


def _not_checked(_out: Path) -> None:
    """Check nothing: this machine sees its own folders, and has one gcsim."""


@dataclass(frozen=True, slots=True)
class Workers:
    """Who does runs.

    Attributes
    ----------
    executor : concurrent.futures.Executor
        Takes chunks.
    slots : callable
        Returns how many chunks are worked on at a time, now; 0 while there are no workers. Raises ClusterError if there
        never will be.
    where : str
        Where they are, in words.
    do : callable
        What the executor is given: does the runs of a chunk.
    check : callable
        Checks that the workers run this gcsim and see a folder; raises ClusterError if not.
    stop : callable
        Ends what they are doing, in the middle of a run; what is finished is stored.
    """

    executor: Executor
    slots: Callable[[], int]
    where: str = "a cluster"
    do: Callable[[Chunk], tuple[Ended, ...]] = do_chunk
    check: Callable[[Path], None] = _not_checked
    stop: Callable[[], None] = _not_stopped


def cpus() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def check_cluster(spec: str) -> None:
    """Refuse what names no cluster.

    Parameters
    ----------
    spec : str
        ``tcp://HOST:PORT``, ``tls://HOST:PORT``, ``local:N``, ``slurm`` or ``slurm:FILE``.

    Raises
    ------
    ClusterError
        If it is something else.
    """
    if not _SPEC.fullmatch(spec):
        raise ClusterError(
            f"no cluster is called {spec}; use tcp://HOST:PORT (a Dask scheduler), local:N (N workers here), slurm or "
            "slurm:FILE.yaml"
        )


def place(
    cluster: str | None, workers: int | None, runs: int, logs: Path = Path("logs")
) -> AbstractContextManager[Workers]:
    """Return the place that a user asks for.

    Parameters
    ----------
    cluster : str or None
        As :func:`check_cluster` takes it; None for this machine.
    workers : int or None
        Processes of this machine: 0 for this very process, None for as many as there are processors.
    runs : int
        How many runs there are: more processes than runs would only cost their start.
    logs : Path
        Folder for what workers print that are jobs of Slurm.

    Returns
    -------
    context manager of Workers

    Raises
    ------
    ClusterError
        If `cluster` names none.
    """
    if cluster is None:
        wanted = min(cpus() if workers is None else workers, runs)
        return in_processes(wanted) if wanted else in_this_process()
    check_cluster(cluster)
    kind, _, rest = cluster.partition(":")
    if kind == "local":
        return on_local_cluster(int(rest))
    if kind == "slurm":
        slurm = importlib.import_module("gcsim.studies.workers.slurm")  # builds on this module
        found: AbstractContextManager[Workers] = slurm.on_slurm(Path(rest) if rest else None, logs)
        return found
    return on_dask(cluster)


def workers_of(workers: int | None, cluster: str | None) -> int | None:
    """Return how many workers :func:`place` gives where there are runs for each; None where a cluster decides.

    Parameters
    ----------
    workers, cluster
        As :func:`place` takes them.

    Returns
    -------
    int or None

    Raises
    ------
    ClusterError
        If `cluster` names none.
    """
    if cluster is None:
        return cpus() if workers is None else max(workers, 1)
    check_cluster(cluster)
    kind, _, rest = cluster.partition(":")
    return int(rest) if kind == "local" else None


@contextmanager
def in_this_process() -> Iterator[Workers]:
    """Do runs here, each at the moment it is handed over: for debuggers, since nothing protects it from them."""
    with Here() as executor:
        yield Workers(executor, lambda: 1, "this process", do_chunk_here)


@contextmanager
def in_processes(workers: int) -> Iterator[Workers]:
    """Do runs in processes of their own.

    Parameters
    ----------
    workers : int
        How many.
    """
    runners = Runners()
    executor = ThreadPoolExecutor(workers, "gcsim")
    where = f"{workers} process{'es' if workers > 1 else ''} here"
    try:
        yield Workers(executor, lambda: workers, where, partial(do_chunk, runners=runners), stop=runners.stop)
    finally:
        executor.shutdown(wait=False, cancel_futures=True)
        runners.close()
        executor.shutdown()


@contextmanager
def on_local_cluster(workers: int) -> Iterator[Workers]:
    """Do runs on a Dask cluster on this machine, started here: what a real one does, without one.

    Parameters
    ----------
    workers : int
        How many workers, each with a process of its own.

    Raises
    ------
    ClusterError
        If Dask is not installed.
    """
    start = partial(
        _distributed().LocalCluster,
        n_workers=workers,
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        dashboard_address="127.0.0.1:0",  # with None it insists on one port, and complains
        silence_logs=logging.CRITICAL,
        preload=["gcsim.studies.workers.unsignalled"],
    )
    with _quietly(), _whole(start) as cluster, on_dask(cluster.scheduler_address) as found:
        yield Workers(found.executor, found.slots, f"a cluster of {workers} here", found.do, found.check)


@contextmanager
def _whole(start: Callable[[], Any]) -> Iterator[Any]:
    """Start a cluster, and end it. A start that is interrupted goes on: one that is half there cannot be ended."""
    made: list[Any] = []
    with ThreadPoolExecutor(1) as starting:
        try:
            starting.submit(lambda: made.append(start())).result()
        except KeyboardInterrupt:
            starting.shutdown()
            for cluster in made:  # none where the interruption reached its processes too
                cluster.close()
            raise
        except (OSError, RuntimeError) as error:
            raise ClusterError(f"no cluster can be started here: {error}") from error
    with made[0] as cluster:
        yield cluster


@contextmanager
def on_dask(address: str) -> Iterator[Workers]:
    """Do runs on a Dask cluster.

    Parameters
    ----------
    address : str
        Address of its scheduler, such as ``tcp://10.0.0.1:8786``. Its workers need the same gcsim and have to see the
        folder of results under the same path.

    Raises
    ------
    ClusterError
        If Dask is not installed or no scheduler answers.
    """
    distributed = _distributed()
    with _quietly():
        try:
            client = distributed.Client(address, timeout=_CONNECT_S, set_as_default=False)
        except (OSError, ValueError) as error:
            raise ClusterError(
                f"no Dask scheduler answers at {address}; use tcp://HOST:PORT as it prints it"
            ) from error
        watch = _Watch(client, address)
        try:
            watch.look()
            watch.thread.start()
            # Not "pure": Dask would otherwise hash every chunk to see whether it had it before.
            executor = client.get_executor(pure=False)
            try:
                yield Workers(executor, watch.slots, address, do_chunk, watch.check)
            finally:
                watch.ended.set()
                if client.status == "running":
                    executor.shutdown(wait=False)
        finally:
            watch.ended.set()
            client.close(timeout=_LOOK_S)


@dataclass(slots=True)
class _Watch:
    """Looks at a scheduler now and then: who works there, and whether it still answers."""

    client: Any
    address: str
    out: Path | None = None
    threads: Mapping[str, int] = field(default_factory=dict)
    checked: set[str] = field(default_factory=set)
    answered_s: float = field(default_factory=time.monotonic)
    error: str = ""
    ended: threading.Event = field(default_factory=threading.Event)
    thread: threading.Thread = field(init=False)

    def __post_init__(self) -> None:
        self.thread = threading.Thread(target=self._go_on, name="gcsim-watch", daemon=True)

    def slots(self) -> int:
        if self.error:
            raise ClusterError(self.error)
        if self.client.status == "closed" or time.monotonic() - self.answered_s > _LOST_S:
            raise ClusterError(
                f"the Dask scheduler at {self.address} does not answer any more; finished runs are kept, and the same "
                "command does the rest"
            )
        # While the connection is made anew nothing can be handed over.
        return sum(self.threads.values()) if self.client.status == "running" else 0

    def check(self, out: Path) -> None:
        self.out = out
        self._check_new()
        if self.error:
            raise ClusterError(self.error)

    def look(self) -> None:
        """Ask who works there; workers that came since are checked."""
        try:
            self.threads = self.client.sync(self.client.scheduler.ncores, callback_timeout=_ANSWER_S)
        except Exception:  # noqa: BLE001  # no connection, told in many ways; it is being made anew
            return
        self.answered_s = time.monotonic()
        if self.out is not None:
            self._check_new()

    def _go_on(self) -> None:
        while not self.ended.wait(_LOOK_S):
            self.look()

    def _check_new(self) -> None:
        new = [worker for worker in self.threads if worker not in self.checked]
        if not new or self.out is None or self.error:
            return
        probe = self.out / f".probe-{secrets.token_hex(8)}"
        try:
            probe.touch()
            found = self.client.run(
                _about, str(probe), workers=new, on_error="return", callback_timeout=_ANSWER_S + _SHARED_S
            )
        except Exception:  # noqa: BLE001  # gone meanwhile, told in many ways; whoever comes back is new
            return
        finally:
            probe.unlink(missing_ok=True)
        for worker, said in found.items():
            if isinstance(said, OSError):
                continue  # the worker's end, not its answer
            self.error = self.error or _objection(worker, said, self.out)
            self.checked.add(worker)


def _about(probe: str) -> tuple[str, int, bool]:
    """Say which gcsim this is, and whether a file can be seen."""
    deadline = time.monotonic() + _SHARED_S
    while not (seen := Path(probe).exists()) and time.monotonic() < deadline:
        time.sleep(_SHARED_S / 20)
    return gcsim.__version__, MODEL_VERSION, seen


def _objection(worker: str, said: object, out: Path) -> str:
    if not isinstance(said, tuple):
        return f"the worker at {worker} cannot use gcsim ({said!r}): install gcsim {gcsim.__version__} there"
    version, model, seen = said
    if (version, model) != (gcsim.__version__, MODEL_VERSION):
        return (
            f"the worker at {worker} has gcsim {version} (model {model}), here is {gcsim.__version__} (model "
            f"{MODEL_VERSION}): install the same there"
        )
    if not seen:
        return f"the worker at {worker} does not see {out}: use --out with a folder that all machines share"
    return ""


def _distributed() -> Any:  # noqa: ANN401  # an optional extra, and partly untyped
    try:
        return importlib.import_module("distributed")
    except ImportError as error:
        raise ClusterError("a cluster needs Dask: pip install 'gcsim-go[cluster]'") from error


@contextmanager
def _quietly() -> Iterator[None]:
    """Keep Dask's log from the terminal: what it means for the study is said in gcsim's own words."""
    log = logging.getLogger("distributed")
    level = log.level
    log.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        log.setLevel(level)
