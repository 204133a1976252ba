"""What one run is: frozen, validated, with every number in nanoseconds and bytes.

The keys are those of a scenario file; an attribute that is a time carries its unit: ``think_time`` is
``think_time_ns``. Fields are described in their JSON schema, which ``gcsim schema`` prints.
"""

import dataclasses
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, PlainValidator, model_validator

from gcsim.scenario.fields import Duration, DurationOr, OneOf, Percent, Real, Size, Text, Whole, advise
from gcsim.scenario.generational import Generational
from gcsim.scenario.hardware import Hardware, HardwareChoice, resolve
from gcsim.scenario.leaks import BlockedSenders, DeferredLoop, LeakyBody, LoopVariable, SharedDone
from gcsim.scenario.precision import Replications, repeated
from gcsim.scenario.programs import (
    CallFreeLoop,
    Fanout,
    GoProgram,
    Pingpong,
    Pipeline,
    PythonProgram,
    Server,
    Timers,
    Waiters,
)
from gcsim.scenario.section import Section
from gcsim.scenario.tables import Chosen, MechanismChoices

__all__ = [
    "MSER5",
    "RELEASES",
    "Collector",
    "Forest",
    "PauseBudget",
    "Pusher",
    "Scenario",
    "StudySettings",
    "Until",
    "Workload",
]

RELEASES = ("1.4", "1.5", "1.6", "1.7", "1.8")
"""Go releases that have a preset of mechanisms."""

_NAMED = ("1.4", "1.5", "1.6", "1.6.0", "1.6.2", "1.7", "1.8")
"""What a scenario may name: minor releases too, where they differ. 1.6 stands for 1.6.2 and later."""

MSER5 = "mser5"
"""What ``until.warmup`` says where the rule MSER-5 is to find the warm-up."""

_MS = 10**6
_S = 10**9
_LONGEST_WINDOW_NS = 100 * _S


class Until(Section):
    """When a run ends: after so many collections or so much simulated time, whichever comes first."""

    cycles: Annotated[int, Whole(1)] | None = Field(None, description="collections completed")
    duration_ns: Annotated[int, Duration(1)] | None = Field(
        None, alias="duration", description="simulated time after the set-up, such as 10s"
    )
    at_most_ns: Annotated[int, Duration(1)] | None = Field(
        None, alias="at_most", description="simulated time after which a run that waits for cycles gives up, such as 1h"
    )
    warmup_ns: Annotated[int | str, DurationOr(MSER5)] = Field(
        0,
        alias="warmup",
        description="time after the set-up that is simulated but not recorded, such as 2s, or mser5 to have it found "
        "in a run beforehand; 0 by default",
    )

    @model_validator(mode="after")
    def _has_an_end(self) -> Self:
        if self.cycles is None and self.duration_ns is None:
            raise advise("write cycles or duration: at_most alone is no end")
        return self

    def resolved(self) -> dict[str, Any]:
        """Give the end as plain data.

        Returns
        -------
        dict
            Without a warm-up of no time, so that a run that has none is the run that it was before there were any; and
            with ``warmup`` in the place of ``warmup_ns`` where it is a word: a column of a table has one type.
        """
        resolved = self.model_dump()
        warmup = resolved.pop("warmup_ns")
        if not warmup:
            return resolved
        return {**resolved, "warmup" if isinstance(warmup, str) else "warmup_ns": warmup}


class PauseBudget(Section):
    """The promise that a run is held against: at most ``pause`` in every ``window``."""

    pause_ns: Annotated[int, Duration(1)] = Field(10 * _MS, alias="pause", description="time stopped; 10ms by default")
    window_ns: Annotated[int, Duration(1)] = Field(
        50 * _MS, alias="window", description="in any such time; 50ms by default"
    )

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.pause_ns > self.window_ns:
            raise advise("use a window at least as long as the pause")
        if self.window_ns > _LONGEST_WINDOW_NS:
            raise advise("use a window of at most 100s: a collection that has to wait for longer ones would never end")
        return self


class Collector(Section):
    """What differs from the release's collector, and its pause budget."""

    strategy: Annotated[str, OneOf(("release", "budgeted", "ghc"))] = Field(
        "release",
        description="release: as the release collects; budgeted: its stops cut into slices that keep the pause budget; "
        "ghc: generational copying with the world stopped, built for throughput",
    )
    mechanisms: Annotated[dict[str, str | int | bool], Chosen(MechanismChoices)] = Field(
        {}, description="mechanisms that differ from those of the release"
    )
    generational: Generational = Field(default_factory=Generational, description="the generations of ghc")
    pause_budget: PauseBudget = Field(default_factory=PauseBudget, description="10ms in 50ms, as Go 1.5 promised")


class Forest(Section):
    """Workers that churn a forest of binary trees: the program of the measured runs."""

    kind: Literal["forest"]
    live_heap: Annotated[int, Size(1)] = Field(description="size of the forest, with 64 bytes counted for each node")
    object_size: Annotated[int, Size()] = Field(256, description="payload of a node; 256B by default")
    workers: Annotated[int, Whole(1)] = Field(4, description="mutator goroutines")
    think_time_ns: Annotated[int, Duration()] = Field(
        2000, alias="think_time", description="computation of an operation; 2us by default"
    )
    churn: Annotated[int, Whole(1)] = Field(16, description="one allocation in so many replaces a live node")
    parked: Annotated[int, Whole(0)] = Field(0, description="parked goroutines")
    dirty: Annotated[float, Real(0, 1)] = Field(
        0.0, description="share of the parked goroutines that run while every mark goes on"
    )
    parked_stack: Annotated[int, Size(multiple=1024)] = Field(
        0, description="depth of a parked goroutine's stack, a multiple of 1KiB; 0 by default"
    )
    roots: Annotated[float, Real(0, 1)] = Field(
        0.0, description="share of the pointers in globals and parked stacks that are not nil"
    )
    finalizers: Annotated[int, Whole(0)] = Field(0, description="finalizers queued when a collection ends")
    allocation_sites: Annotated[int, Whole(0)] = Field(
        5, description="stacks that the heap profile has seen allocate; 5 by default"
    )
    global_pointers: Annotated[int, Whole(1)] = Field(1, description="pointers in a global array, 8 bytes each")
    loop_ns: Annotated[int, Duration()] = Field(
        0, alias="loop", description="call-free loops of one more goroutine, such as 2ms; 0 by default: none"
    )


class Pusher(Section):
    """One goroutine that keeps a map of the newest messages of 1 KiB."""

    kind: Literal["pusher"]
    live_heap: Annotated[int, Size(1024)] = Field(description="messages kept, 1 KiB each, such as 50MiB")


Workload = Annotated[
    Forest
    | Pusher
    | Server
    | Pipeline
    | Fanout
    | Timers
    | CallFreeLoop
    | Pingpong
    | Waiters
    | LeakyBody
    | BlockedSenders
    | SharedDone
    | LoopVariable
    | DeferredLoop
    | GoProgram
    | PythonProgram,
    Field(discriminator="kind"),
]


class Scenario(Section):
    """One run: everything that its result depends on.

    Attributes
    ----------
    name : str
    go : str
        One of :data:`RELEASES`, or 1.6.0 or 1.6.2.
    gogc : int or "off"
        Percent.
    gomaxprocs : int or None
        None for the release's default; :attr:`ps` is the number.
    hardware : Hardware
    until : Until
    seed : int
    replication : int
        Which of the study's replications, from 0.
    collector : Collector
    workload : Workload

    Notes
    -----
    ``Scenario.model_validate`` takes the keys of a file with the texts of a file (``{"live_heap": "64MiB", ...}``).
    """

    name: Annotated[str, Text()] = Field(description="name of the study")
    go: Annotated[str, OneOf(_NAMED)] = Field(description="release whose runtime is simulated, quoted")
    gogc: Annotated[int | str, Percent()] = Field(100, description="percent of growth between collections, or off")
    gomaxprocs: Annotated[int, Whole(1, 256)] | None = Field(
        None, description="Ps; the release's default is 1 in 1.4 and one for each core from 1.5 on"
    )
    hardware: Annotated[Hardware, BeforeValidator(resolve, json_schema_input_type=str | HardwareChoice)] = Field(
        description="machine: a profile, or one with changes"
    )
    until: Until = Field(default_factory=lambda: Until(duration="10s"), description="when a run ends; 10s by default")
    seed: Annotated[int, Whole(0)] = Field(1, description="of all random streams")
    replication: Annotated[int, Whole(0)] = Field(0, description="which of the study's replications")
    collector: Collector = Field(default_factory=Collector, description="what differs from the release's collector")
    workload: Workload = Field(description="what the goroutines do")

    @property
    def release(self) -> str:
        """The release without its patch: ``1.6`` for 1.6.0."""
        return ".".join(self.go.split(".")[:2])

    @property
    def ps(self) -> int:
        """Number of Ps: ``gomaxprocs``, or what the release takes by default on this machine."""
        if self.gomaxprocs is not None:
            return self.gomaxprocs
        preset = "one" if self.go == "1.4" else "cores"
        default = self.collector.mechanisms.get("gomaxprocs_default", preset)
        return 1 if default == "one" else self.hardware.cores

    def resolved(self) -> dict[str, Any]:
        """Give everything that the result depends on as plain data.

        Returns
        -------
        dict
            Texts, numbers and mappings; times in ns and sizes in bytes, under the names of the attributes. The name of
            the study, and name and provenance of the hardware profile, make no difference to a result and are left out.
        """
        return {
            "go": self.go,
            "gogc": self.gogc,
            "gomaxprocs": self.ps,
            "hardware": self.resolved_part("hardware"),
            "until": self.resolved_part("until"),
            "seed": self.seed,
            "replication": self.replication,
            "collector": self.resolved_part("collector"),
            "workload": self.resolved_part("workload"),
        }

    def resolved_part(self, key: Literal["hardware", "until", "collector", "workload"]) -> dict[str, Any]:
        """Give one mapping of :meth:`resolved`.

        Parameters
        ----------
        key : str
            Which.

        Returns
        -------
        dict
            Depends on nothing but the attribute of that name, so that runs which share the attribute share this too.
        """
        match key:
            case "hardware":
                hardware = self.hardware
                return {
                    "cores": hardware.cores,
                    "memory": hardware.memory,
                    "quota": hardware.quota,
                    "costs": dataclasses.asdict(hardware.costs),
                }
            case "until":
                return self.until.resolved()
            case "collector":
                return {
                    "strategy": self.collector.strategy,
                    "mechanisms": dict(sorted(self.collector.mechanisms.items())),
                    "generational": self.collector.generational.model_dump(),
                    "pause_budget": self.collector.pause_budget.model_dump(),
                }
            case "workload":
                return self._workload_resolved()

    def _workload_resolved(self) -> dict[str, Any]:
        resolved = self.workload.model_dump()
        if isinstance(self.workload, PythonProgram):
            # Changed code is another program.
            resolved["source"] = self.workload.source
        if isinstance(self.workload, GoProgram):
            resolved["text"] = self.workload.text
        return resolved


class StudySettings(Section):
    """What a file says about its runs as a whole."""

    name: Annotated[str, Text()] = Field(description="name of the study")
    experiment: Annotated[str, Text()] = Field("", description="what the study is to show, in a sentence")
    replications: Annotated[
        int | Replications, PlainValidator(repeated, json_schema_input_type=Annotated[int, Whole(1)] | Replications)
    ] = Field(1, description="runs of each point, with random streams of their own: how many, or until when")
