"""The cases of the reference program ``forest.go``: what each run of ``results/measured`` was given."""

from dataclasses import dataclass

__all__ = ["CASES", "QUICK_CASES", "Case"]

_GLOBALS_64_MIB = 8_388_608  # pointers of 8 bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Parameters of one run of ``forest.go``, named as in the JSON that it prints.

    Attributes
    ----------
    about : str
        What differs from ``live128``, or from ``live64`` where the live heap is that large.
    live_mb : int
        Live heap, MiB.
    gogc, gomaxprocs : int
        GOGC in percent; Ps.
    obj, workers, think_ns, churn : int
        Payload of an object in bytes, goroutines, ns of computation for each operation, one of how many allocations
        replaces a live object.
    parked, parked_kb : int
        Parked goroutines, and the KiB of stack of each.
    roots : float
        Share of the pointers in globals and parked stacks that are not nil.
    global_ptrs : int
        Pointers in a global array; the program is compiled with it.
    loop_ms : int
        Above 0: a goroutine of call-free loops of that many ms.
    pusher : bool
        Whether the program is the map of messages rather than the forest.
    """

    about: str
    live_mb: int
    gogc: int = 100
    gomaxprocs: int = 2
    obj: int = 256
    workers: int = 4
    think_ns: int = 2000
    churn: int = 16
    parked: int = 0
    parked_kb: int = 0
    roots: float = 0.0
    global_ptrs: int = 1
    loop_ms: int = 0
    pusher: bool = False

    def flags(self, seconds: float) -> list[str]:
        """Return the command line of a run.

        Parameters
        ----------
        seconds : float
            Measured time, s; a whole number of ms.

        Returns
        -------
        list of str
            Without the program's name.
        """
        values = {
            "live": self.live_mb,
            "obj": self.obj,
            "workers": self.workers,
            "think": self.think_ns,
            "churn": self.churn,
            "parked": self.parked,
            "parkedkb": self.parked_kb,
            "loopms": self.loop_ms,
            "roots": f"{self.roots:g}",
            "pusher": "true" if self.pusher else "false",
            "dur": f"{round(seconds * 1000)}ms",
        }
        return [f"-{name}={value}" for name, value in values.items()]

    def expected_s(self, seconds: float) -> float:
        """Return about how long a run takes.

        Parameters
        ----------
        seconds : float
            Measured time, s.

        Returns
        -------
        float
            With the set-up before it, s: 0.04 s at 32 MiB and 0.46 s at 512 MiB with go1.19.8 on the machine of
            ``results/measured``; 1.4, which collects it stopped, takes about twice as long.
        """
        return seconds + 0.1 + self.live_mb / 1000


CASES = {
    "live32": Case(about="a small live heap", live_mb=32),
    "live128": Case(about="the case that most others differ from in one thing", live_mb=128),
    "live512": Case(about="a large live heap", live_mb=512),
    "gogc50": Case(about="GOGC=50", live_mb=128, gogc=50),
    "gogc200": Case(about="GOGC=200", live_mb=128, gogc=200),
    "think500": Case(about="allocates four times as fast", live_mb=128, think_ns=500),
    "think8000": Case(about="allocates a quarter as fast", live_mb=128, think_ns=8000),
    "workers1": Case(about="1 goroutine, so a P is left to the collector", live_mb=128, workers=1),
    "workers16": Case(about="16 goroutines", live_mb=128, workers=16),
    "obj512": Case(about="objects twice as large: half as many", live_mb=128, obj=512),
    "procs1": Case(about="GOMAXPROCS=1", live_mb=64, gomaxprocs=1),
    "parked10k": Case(about="10000 parked goroutines on small stacks", live_mb=64, parked=10_000),
    "parked1k-32k": Case(about="1000 parked goroutines on stacks of 34 KiB", live_mb=64, parked=1000, parked_kb=32),
    "parked1k-32k-ptr": Case(
        about="the same, half of the pointers not nil", live_mb=64, parked=1000, parked_kb=32, roots=0.5
    ),
    "globals64": Case(about="64 MiB of global pointers", live_mb=64, global_ptrs=_GLOBALS_64_MIB),
    "globals64-ptr": Case(about="the same, half of them not nil", live_mb=64, global_ptrs=_GLOBALS_64_MIB, roots=0.5),
    "loop2": Case(about="a goroutine of call-free loops of 2 ms", live_mb=64, loop_ms=2),
    "pusher50": Case(about="the map of messages: one goroutine, no computation", live_mb=50, pusher=True),
}
"""Every case of ``results/measured``, by name."""

QUICK_CASES = ("live32", "procs1", "parked10k", "globals64")
"""A case for each axis along which pauses differ most: heap, Ps, goroutines, globals."""
