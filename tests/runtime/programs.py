"""What tests of programs share: a bench with one P, its prices, and what its goroutines noted."""

from gcsim.runtime import FREE, Price
from tests.runtime.bench import Bench, rules

__all__ = ["noted", "one_p", "prices", "told"]


def one_p(go: str = "1.4", **named: int) -> Bench:
    """Return a bench with one P, which in 1.4 runs goroutines in the order in which they become runnable."""
    return Bench(1, rules(go), prices=prices(**named))


def prices(**named: int) -> list[int]:
    """Return prices that are 0 but for those named."""
    listed = list(FREE)
    for name, ns in named.items():
        listed[Price[name.upper()]] = ns
    return listed


def told(bench: Bench) -> list[str]:
    """Return what goroutines noted, in order, without times and decisions."""
    return [f"{what} {who}".rstrip() for _, what, who in bench.log if not what.startswith("P")]


def noted(bench: Bench, what: str) -> list[str]:
    """Return who, or with what, something was noted."""
    return [who for _, noted_what, who in bench.log if noted_what == what]
