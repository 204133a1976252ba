"""What the columns of a table of results mean, and in which unit they are."""

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from gcsim.costs import Costs
from gcsim.scenario import Scenario, Workload
from gcsim.scenario.fields import Size

__all__ = ["RESULTS", "Meaning", "is_of_scenario", "meaning"]

RESULTS: Mapping[str, str] = {
    "model_version": "version of the model that ran it",
    "simulated_ns": "simulated time after the set-up",
    "ended_by": "why the run ended",
    "warmup_ns": "warm-up: cut before the recorded window, and what MSER-5 would cut of the window",
    "ops": "operations of the program",
    "ops_per_s": "operations in a simulated second",
    "cycles": "collections completed",
    "collections_per_s": "collections in a simulated second",
    "allocated_bytes": "allocated by the program",
    "pause_ns": "pauses of a whole collection, all its stops added up",
    "stw_ns": "stops of the world, by kind",
    "stw_terms_ns": "what all stops consisted of, by the terms of their laws",
    "op_ns": "latency of an operation",
    "latency_cause_ns": "time of all operations, by cause",
    "tail_cause_ns": "time of the operations beyond a quantile of the latency, by cause",
    "heap_bytes": "heap: live at the end, peak, goal at the end",
    "memory_bytes": "address space: reserved and resident",
    "gc_cpu_fraction": "collector's share of the time of all Ps",
    "mmu": "minimum mutator utilization, by window",
    "budget": "how the pause budget was kept",
    "cycle_medians": "medians over the collections of what gctrace prints",
    "leaks": "goroutines that can never run again, and what they hold",
    "counts": "what the program counted itself",
    "pauses_ns": "each completed collection's pause",
    "cycle_ends_ns": "when each completed collection ended",
    "stops_ns": "each stop of the world",
    "stop_phases": "kind of each stop: 0 whole cycle, 1 sweep termination, 2 mark termination, 3 slice",
    "sampled_ns": "when goroutines and heap were sampled",
    "sampled_goroutines": "goroutines at these instants",
    "sampled_heap_bytes": "heap at these instants",
    "op_buckets": "buckets of the latency histogram that hold operations",
    "op_counts": "operations in each of these buckets",
    "op_cause_ns": "time of the operations of each of these buckets, by cause: twelve numbers a bucket",
}
"""Groups of result columns: the part of their name before the first dot, and what it says."""

_SUFFIXES = {"_ns": "ns", "_bytes": "bytes", "_ms": "ms", "_per_s": "s-1"}
_BYTES = ("cycle_medians.heap_", "hardware.memory")
_SCENARIO = tuple(name for name in Scenario.model_fields if name != "name")
_SECTIONS: Mapping[str, str] = {"hardware": "machine", "collector": "collector", "workload": "workload"}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column says.

    Attributes
    ----------
    text : str
        In a few words.
    unit : str
        ``ns``, ``bytes``, ``ms``, ``s-1``, or ``1`` where it is a plain number.
    """

    text: str
    unit: str


def is_of_scenario(name: str) -> bool:
    """Say whether a column was put in rather than found out.

    Parameters
    ----------
    name : str
        Dotted name of the column.

    Returns
    -------
    bool

    Examples
    --------
    >>> is_of_scenario("workload.live_heap"), is_of_scenario("pause_ns.p99")
    (True, False)
    """
    return name.partition(".")[0] in _SCENARIO


def meaning(name: str) -> Meaning:
    """Say what a column means.

    Parameters
    ----------
    name : str
        Dotted name of the column.

    Returns
    -------
    Meaning
        A column that nothing is known of (a program of the user's own may count what it likes) means its name.

    Examples
    --------
    >>> meaning("pause_ns.p99")
    Meaning(text='pauses of a whole collection, all its stops added up: p99', unit='ns')
    >>> meaning("workload.live_heap").unit
    'bytes'
    """
    top, _, rest = name.partition(".")
    if is_of_scenario(name):
        text, is_size = _FIELDS.get(name, ("", False))
        if name.startswith("hardware.costs."):
            text = _cost(name)
        return Meaning(text or f"{_SECTIONS.get(top, top)}: {_words(rest or top)}", "bytes" if is_size else _unit(name))
    text = RESULTS.get(top, _words(top))
    return Meaning(f"{text}: {_words(rest)}" if rest else text, _unit(name))


def _unit(name: str) -> str:
    if name.startswith(_BYTES):
        return "bytes"
    *outer, last = name.split(".")
    if last == "n" or "per_s" in last:
        outer = []
    found = (unit for part in (last, *reversed(outer)) for suffix, unit in _SUFFIXES.items() if part.endswith(suffix))
    return next(found, "1")


def _words(name: str) -> str:
    for suffix in ("_ns", "_bytes", "_ms"):
        name = name.removesuffix(suffix)
    return name.replace("_", " ").replace(".", " ")


def _cost(name: str) -> str:
    coefficient, _, which = name.removeprefix("hardware.costs.").partition(".")
    known = Costs.__dataclass_fields__.get(coefficient)
    return f"{known.metadata['unit'] if known else _words(coefficient)}{f': {which}' if which else ''}"


def _fields(model: type[BaseModel], prefix: str) -> Iterator[tuple[str, tuple[str, bool]]]:
    """Yield of each scalar of a section: its column, what its description says, and whether it is a size."""
    for name, field in model.model_fields.items():
        sections = [kind for kind in _alternatives(field.annotation) if issubclass(kind, BaseModel)]
        for section in sections:
            yield from _fields(section, f"{prefix}{name}.")
        if not sections:
            marks = [*field.metadata, *(mark for part in get_args(field.annotation) for mark in get_args(part)[1:])]
            yield f"{prefix}{name}", (field.description or "", any(isinstance(mark, Size) for mark in marks))


def _alternatives(annotation: Any) -> Iterator[type]:  # noqa: ANN401  # any annotation of a field
    if get_origin(annotation) is Annotated:
        yield from _alternatives(get_args(annotation)[0])
    elif get_origin(annotation) in {Union, types.UnionType}:
        for part in get_args(annotation):
            yield from _alternatives(part)
    elif isinstance(annotation, type) and get_origin(annotation) is None:
        yield annotation


def _described() -> dict[str, tuple[str, bool]]:
    """Return what the models say of each column of a scenario."""
    pairs = [
        (column, said)
        for model, prefix in [(Scenario, ""), *((kind, "workload.") for kind in _alternatives(Workload))]
        for column, said in _fields(model, prefix)
    ]
    described: dict[str, tuple[str, bool]] = {}
    for column, (text, is_size) in pairs:
        before, was_size = described.get(column, (text, is_size))
        # Where workloads use a name for different things, neither one's words nor its unit are right for both.
        described[column] = (text if text == before else "", is_size and was_size)
    return described


_FIELDS = _described()
