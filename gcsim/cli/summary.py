"""The summary of a run as a person reads it."""

from collections.abc import Mapping
from typing import Any

from rich.table import Table
from rich.text import Text

from gcsim.cli.output import duration, percent, size

__all__ = ["render"]

_NAMED_SHARE = 0.01
_ENDS = {
    "exit": "main returned",
    "out_of_memory": "out of memory",
    "deadlock": "deadlock",
    "panic": "panic",
    "stack_overflow": "stack overflow",
    "thread_exhaustion": "too many threads",
}
_STOPS = {
    "whole_cycle": "  whole cycle stopped",
    "sweep_termination": "  sweep termination",
    "mark_termination": "  mark termination",
    "slice": "  slice",
}


def render(name: str, summary: Mapping[str, Any], *, ended_at_ns: int) -> list[Table | Text]:
    """Return what ``gcsim run`` prints.

    Parameters
    ----------
    name : str
        The scenario's name.
    summary : mapping
        What ``gcsim run --json`` prints.
    ended_at_ns : int
        When the run ended, ns since the simulated process began: its set-up is counted.

    Returns
    -------
    list of rich renderables
        To be printed below one another.
    """
    gogc = summary["gogc"]
    # The throughput collector has no GOGC.
    collector = {"release": f"GOGC={gogc}", "budgeted": f"GOGC={gogc}, stops in slices", "ghc": "collector ghc"}
    head = (
        f"{name}: go {summary['go']}, {collector[summary['strategy']]}, GOMAXPROCS={summary['gomaxprocs']}, "
        f"seed {summary['seed']} (run {summary['run_key']})"
    )
    simulated = f"{duration(summary['simulated_ns'])} simulated in {duration(summary['wall_s'] * 1e9)}"
    parts: list[Table | Text] = [Text(head, style="bold"), Text(f"{simulated}; {_warmup(summary['warmup_ns'])}")]
    if summary["ended_by"] in _ENDS:
        end = f"{_ENDS[summary['ended_by']]} at t={duration(ended_at_ns)} (set-up included)"
        parts.append(Text(end, style="bold red" if summary["failure"] else "bold"))
    return [*parts, Text(), _pauses(summary), Text(), _operations(summary), Text(), _facts(summary)]


def _warmup(warmup_ns: Mapping[str, int | None]) -> str:
    cut = f"after a warm-up of {duration(warmup_ns['cut'])}" if warmup_ns["cut"] else "no warm-up"
    found = warmup_ns["mser5"]
    more = " more" if warmup_ns["cut"] else ""
    return f"{cut}; MSER-5 would cut {duration(found)}{more}" if found else cut


def _pauses(summary: Mapping[str, Any]) -> Table:
    table = _table("pauses", "n", "p50", "p90", "p99", "max", "total")
    rows = {"of a collection": summary["pause_ns"]}
    # A release has either one stop for each collection or two: rows of the other kind would be empty.
    rows |= {label: summary["stw_ns"][key] for key, label in _STOPS.items() if summary["stw_ns"][key]["n"]}
    for label, row in rows.items():
        table.add_row(label, str(row["n"]), *(duration(row[key]) for key in ("p50", "p90", "p99", "max", "total")))
    return table


def _operations(summary: Mapping[str, Any]) -> Table:
    quantiles = {"p50": "p50", "p90": "p90", "p99": "p99", "p999": "p99.9", "p9999": "p99.99", "max": "max"}
    table = _table("operations", "n", *quantiles.values())
    table.add_row("latency", str(summary["ops"]), *(duration(summary["op_ns"][key]) for key in quantiles))
    return table


def _facts(summary: Mapping[str, Any]) -> Table:
    heap, memory, budget = summary["heap_bytes"], summary["memory_bytes"], summary["budget"]
    window = duration(budget["window_ns"])
    facts = {
        **{f"beyond {label}": _shares(summary["tail_cause_ns"][key]) for key, label in _TAILS.items()},
        "throughput": f"{_rate(summary['ops_per_s'])} operations/s, {size(summary['allocated_bytes'])} allocated",
        "pauses made of": _shares(summary["stw_terms_ns"]),
        "collections": f"{summary['cycles']}, {_rate(summary['collections_per_s'])} a second",
        "heap": f"live {size(heap['live'])}, peak {size(heap['peak'])}, goal {size(heap['goal'] or None)}",
        "memory": f"{size(memory['reserved'])} reserved, {size(memory['resident'])} resident",
        "collector's CPU": percent(summary["gc_cpu_fraction"]),
        "MMU": ", ".join(f"{percent(share)} in {label}" for label, share in summary["mmu"].items()),
        "pause budget": (
            f"{duration(budget['pause_ns'])} in {window}: {percent(budget['cycles_over_share'])} of collections over, "
            f"MMU {percent(budget['mmu_at_window'])} in {window}{_attainable(budget)}"
        ),
    }
    table = Table.grid(padding=(0, 3))
    for label, fact in facts.items():
        table.add_row(label, fact)
    return table


_TAILS = {"p999": "p99.9", "p9999": "p99.99"}


def _attainable(budget: Mapping[str, Any]) -> str:
    if budget["attainable"] is None:
        return ""
    last = f"the last stop takes up to {duration(budget['longest_indivisible_ns'])}"
    return f"; {last}" if budget["attainable"] else f"; not attainable: {last}"


def _shares(parts: Mapping[str, int] | None) -> str:
    total = sum(parts.values()) if parts else 0
    if not parts or not total:
        return "-"
    ordered = sorted(parts.items(), key=lambda part: -part[1])
    named = [(name, ns / total) for name, ns in ordered if ns >= _NAMED_SHARE * total]
    return ", ".join(f"{share:.0%} {name.replace('_', ' ')}".replace("%", " %") for name, share in named)


def _rate(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"  # noqa: PLR2004  # three digits


def _table(title: str, *columns: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 3, 0, 0))
    table.add_column(title, min_width=22)
    for column in columns:
        table.add_column(column, justify="right")
    return table
