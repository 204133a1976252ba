"""Which runs are to be done, how long they will take, and in which portions they are handed over.

The longest go first, so that no long run is left to a single worker at the end while the others wait; ``sem``'s
LptRunner does the same. A portion is worth some seconds: handing over takes about a millisecond, and what a worker has
of a portion it loses when it is killed. How long a run takes is predicted, and what runs took so far corrects it.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gcsim.scenario import Scenario, Study
from gcsim.studies.identity import run_key
from gcsim.studies.runs import Job

__all__ = ["Plan", "Portion", "RunKeys", "cost", "predicted_s"]

_BYTES_PER_S = 2e8  # allocated by a program: the median of results/measured, MiB/s: 223; the rest within a factor of 7
_LEAST_S = 1e-3  # of simulated time, for what is said to take none
_BESIDE_S = 6e-3
"""To set a program up, sum a run up and store it, s: a forest of 100 ms and 16 MiB took 4.9 ms at least, 8 mostly."""
_LEAST_HEAP = 4 << 20  # that a collection waits for (heapminimum, go1.4 mgc0.c:66, go1.8 mgc.go:192)

_RATES: Mapping[str, float] = {
    "forest": 0.0016,
    "pusher": 0.0016,
    "call_free_loop": 0.0085,
    "server": 0.020,
    "go": 0.080,
    "leaky_body": 0.12,
    "waiters": 0.16,
    "fanout": 0.24,
    "pipeline": 0.80,
    "timers": 1.2,
    "pingpong": 8.3,
}
"""CPU seconds that a P-second of :func:`cost` takes, by kind of workload: medians of ``wall_s / cost``.

From the provenance of the experiments' runs under results/ and from single runs of configs/, all on the machine of
``measured-2vcpu``. Number of runs, and the quartiles' distance from the median: forest 217, -40 to +70 %; go 62, -10 to
+45 %; leaky_body 12, -40 to +10 %; call_free_loop 12, -13 to +16 %; server 7, -3 to +10 %; pusher 7, -6 to +20 %;
waiters 6, -50 to +10 %; the others 1 each.
"""

_OTHER_RATE = 0.1  # of kinds of which no run was measured: what programs cost that allocate and wait, as most do

_CHUNK_S = 3.0
"""A portion is worth so much work, s."""

_MOST_RUNS = 1000
_FIRST_RUNS = 16  # before anything was measured a portion is small, however short its runs are said to be
_TURNS = 4  # so many turns has each worker at least of what is left, for what the prediction got wrong
_MEMORY = 0.9  # each portion counts so much less than the next when the prediction is corrected

_KEY_BYTES = 16


def cost(scenario: Scenario) -> float:
    """Guess how much a run simulates.

    Parameters
    ----------
    scenario : Scenario
        One run.

    Returns
    -------
    float
        P-seconds, positive and finite: its time on each of its Ps, where its time is its duration, or what it takes to
        allocate enough for its collections (to fill the memory where the collector is off). A warm-up comes on top;
        where MSER-5 is to find it, the run is done twice.
    """
    until = scenario.until
    live_heap = getattr(scenario.workload, "live_heap", 0)
    ends = [limit / 1e9 for limit in (until.duration_ns, until.at_most_ns) if limit is not None]
    if isinstance(scenario.gogc, str):
        ends.append(scenario.hardware.memory / _BYTES_PER_S)
    elif until.cycles is not None:
        ends.append(until.cycles * max(live_heap, _LEAST_HEAP) * scenario.gogc / 100 / _BYTES_PER_S)
    recorded = max(min(ends), _LEAST_S)
    whole = 2 * recorded if isinstance(until.warmup_ns, str) else recorded + until.warmup_ns / 1e9
    return whole * scenario.ps


def predicted_s(scenario: Scenario) -> float:
    """Predict the CPU time of a run.

    Parameters
    ----------
    scenario : Scenario
        One run.

    Returns
    -------
    float
        Seconds, positive and finite; within a factor of two for half of the runs that it was fitted to.
    """
    return _BESIDE_S + _RATES.get(scenario.workload.kind, _OTHER_RATE) * cost(scenario)


class RunKeys(Sequence[str]):
    """Run keys in the order of their study, 16 bytes each.

    Parameters
    ----------
    held : bytes
        The keys, one behind the other, as bytes.
    """

    def __init__(self, held: bytes = b"") -> None:
        self._held = held

    def __len__(self) -> int:
        return len(self._held) // _KEY_BYTES

    def __getitem__(self, index):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN204  # as Sequence overloads it
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        at = range(len(self))[index] * _KEY_BYTES
        return self._held[at : at + _KEY_BYTES].hex()

    def __iter__(self) -> Iterator[str]:
        return (self._held[at : at + _KEY_BYTES].hex() for at in range(0, len(self._held), _KEY_BYTES))

    def __add__(self, other: "RunKeys") -> "RunKeys":
        return RunKeys(self._held + other._held)

    def array(self) -> "npt.NDArray[np.bytes_]":
        """Return them as an array of bytes, equal where the keys are equal."""
        return np.frombuffer(self._held, f"S{_KEY_BYTES}")


@dataclass(frozen=True, slots=True)
class Portion:
    """Runs that one worker does one after another.

    Attributes
    ----------
    jobs : tuple of Job
        What to run.
    predicted_s : float
        CPU time predicted for them, s.
    losses : int
        How often they were handed over to a worker that was lost.
    """

    jobs: tuple[Job, ...]
    predicted_s: float
    losses: int = 0


class Plan:
    """The runs of a study that are to be done.

    A million of them take some dozen bytes each: their scenarios are put together when they are handed over.

    Parameters
    ----------
    study : Study
        The study.
    indices : sequence of int
        Which of its runs are wanted, as :meth:`gcsim.scenario.Study.at` counts them.
    stored : container of str
        Keys of runs whose results are there.

    Attributes
    ----------
    keys : RunKeys
        Of all runs that are wanted.
    stored : int
        How many of them are there, or are the same as one before them.
    predicted_s : float
        CPU time predicted for the others, s.
    left : int
        How many of the others are not handed over yet.
    """

    def __init__(self, study: Study, indices: Sequence[int], stored: Container[str]) -> None:
        self._study = study
        self._indices = indices
        held = bytearray(_KEY_BYTES * len(indices))
        predicted = np.zeros(len(indices), np.float32)
        missing = np.zeros(len(indices), np.bool_)
        everything = len(indices) == study.n_runs
        for at, scenario in enumerate(study.expand() if everything else map(study.at, indices)):
            key = run_key(scenario)
            held[at * _KEY_BYTES : (at + 1) * _KEY_BYTES] = bytes.fromhex(key)
            if key not in stored:
                missing[at] = True
                predicted[at] = predicted_s(scenario)
        self.keys = RunKeys(bytes(held))
        first = np.zeros(len(indices), np.bool_)
        first[np.unique(self.keys.array(), return_index=True)[1]] = True
        todo = np.flatnonzero(missing & first).astype(np.uint32)
        self._order = todo[np.argsort(-predicted[todo], kind="stable")]
        self._predicted = predicted[self._order]
        self._at = 0
        self.stored = len(indices) - len(todo)
        self.predicted_s = self._left_s = float(self._predicted.sum(dtype=np.float64))
        self._seen = 0
        self._seen_s = self._took_s = 0.0

    @property
    def left(self) -> int:
        """Runs that are not handed over yet."""
        return len(self._order) - self._at

    @property
    def ratio(self) -> float:
        """What runs take over what was predicted, as far as it is known; 1 while nothing is."""
        return self._took_s / self._seen_s if self._took_s > 0 < self._seen_s else 1.0

    def take(self, slots: int) -> Portion | None:
        """Take the next runs off the plan.

        Parameters
        ----------
        slots : int
            How many portions are worked on at a time.

        Returns
        -------
        Portion or None
            The longest runs that are left, at least one: worth some seconds, or less where few are left for each
            worker. None if none is left.
        """
        if not self.left:
            return None
        worth = min(_CHUNK_S / self.ratio, self._left_s / (max(slots, 1) * _TURNS))
        most = min(max(self._seen, _FIRST_RUNS), _MOST_RUNS)
        window = np.cumsum(self._predicted[self._at : self._at + most], dtype=np.float64)
        count = max(1, int(np.searchsorted(window, worth, side="right")))
        jobs = tuple(self._job(int(at)) for at in self._order[self._at : self._at + count])
        self._at += count
        self._left_s -= float(window[count - 1])
        return Portion(jobs, float(window[count - 1]))

    def learn(self, portion: Portion, took_s: float) -> None:
        """Correct what is predicted.

        Parameters
        ----------
        portion : Portion
            That is over.
        took_s : float
            What its runs took, s.
        """
        self._seen += len(portion.jobs)
        self._seen_s = _MEMORY * self._seen_s + portion.predicted_s
        self._took_s = _MEMORY * self._took_s + took_s

    def find(self, key: str) -> Job | None:
        """Return a run by its key, whether it is stored or not; None if the study has none of that key."""
        found = np.flatnonzero(self.keys.array() == _as_bytes(key))
        return self._job(int(found[0])) if len(found) else None

    def _job(self, at: int) -> Job:
        return Job(self.keys[at], self._study.at(self._indices[at]))


def _as_bytes(key: str) -> bytes:
    try:
        return bytes.fromhex(key)
    except ValueError:
        return b""
