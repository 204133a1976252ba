"""What the steps of a program cost: CPU time of each instruction, from the micro-costs of a release on a machine.

The hardware profile holds what was measured: a channel's send and receive together, a ``Gosched``, a goroutine started
and waited for over a buffered channel. An instruction's price is derived from those.
"""

from enum import IntEnum

from gcsim.costs import Costs
from gcsim.mechanisms import Mechanisms
from gcsim.runtime.stacks import LAYOUTS, StackRules

__all__ = ["FREE", "Price", "prices", "stack_rules"]


class Price(IntEnum):
    """Index of an instruction's price; ``OWN`` means that the instruction says itself how long it takes."""

    OWN = 0
    UNBUFFERED = 1
    GOSCHED = 2
    GO = 3
    SELECT = 4
    LOCK = 5
    WAIT_GROUP = 6
    ONCE = 7
    POOL = 8
    TIMER = 9
    SYSCALL = 10
    DEFER = 11
    PANIC = 12
    CALL = 13
    READ = 14
    WRITE = 15
    BUFFERED = 16


FREE: tuple[int, ...] = (0,) * len(Price)
"""Prices of a machine on which nothing takes time: for counting what a scheduler decides."""


def prices(costs: Costs, release: str) -> tuple[int, ...]:
    """Return the price of each instruction, ns, by :class:`Price`.

    Parameters
    ----------
    costs : Costs
        The machine's.
    release : str
        The Go release, such as ``"1.8"``.

    Notes
    -----
    A ``Gosched`` alone is a switch: put oneself into the global queue and be found there. An unbuffered send and its
    receive come with one switch, so each is half of the pair; a buffered operation, which need not switch, is half of
    the rest. A goroutine that is started, sends on a buffered channel and ends, while its starter receives, is the
    ``go`` with the goroutine's end, two buffered operations and one more switch.
    """
    switch = costs.gosched_ns[release]
    pair = costs.channel_pair_ns[release]
    buffered = max(pair - switch, 0.0) / 2
    by_price: dict[Price, float] = {
        Price.OWN: 0.0,
        Price.UNBUFFERED: pair / 2,
        Price.BUFFERED: buffered,
        Price.GOSCHED: switch,
        Price.GO: max(costs.go_channel_ns[release] - 2 * buffered - switch, 0.0),
        **{Price[name.upper()]: ns for name, ns in costs.instruction_ns.items()},
    }
    return tuple(round(by_price[price]) for price in Price)


def stack_rules(costs: Costs, mechanisms: Mechanisms, release: str) -> StackRules:
    """Return how the stacks of a release begin, grow and shrink, and what that costs on a machine.

    Parameters
    ----------
    costs : Costs
        The machine's.
    mechanisms : Mechanisms
        The release's, or those that a scenario chose.
    release : str
        The Go release, such as ``"1.8"``: it lays down the guard.
    """
    return StackRules(
        first_bytes=mechanisms.first_stack_bytes,
        growth=mechanisms.stack_growth,
        layout=LAYOUTS[release],
        shrink="none" if mechanisms.stack_growth == "segmented" else mechanisms.stack_shrink,
        copy_base_ns=costs.stack_growth_ns["base"],
        copy_byte_ns=costs.stack_growth_ns["byte"],
        frame_ns=costs.stack_growth_ns["frame"],
        segment_ns=costs.stack_growth_ns["segment"],
    )
