"""Workloads that are programs: what a scenario says of each."""

from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, PrivateAttr, ValidationInfo, model_validator

from gcsim.scenario import code
from gcsim.scenario.fields import Argument, Duration, OneOf, Real, Size, Text, Whole, advise
from gcsim.scenario.section import Section

__all__ = [
    "CallFreeLoop",
    "Fanout",
    "GoProgram",
    "Pingpong",
    "Pipeline",
    "PythonProgram",
    "Server",
    "Timers",
    "Waiters",
    "parameters",
]

_DISTRIBUTIONS = ("fixed", "exponential")

_POINTER_BYTES = 8


class Pingpong(Section):
    """Pairs of goroutines that hand a value back and forth over unbuffered channels."""

    kind: Literal["pingpong"]
    pairs: Annotated[int, Whole(1)] = Field(1, description="pairs of goroutines")
    work_ns: Annotated[int, Duration()] = Field(
        0, alias="work", description="computation of each between two hand-overs; 0 by default"
    )


class Waiters(Section):
    """Goroutines that wait for the network, compute, and wait again."""

    kind: Literal["waiters"]
    goroutines_per_p: Annotated[int, Whole(1)] = Field(description="goroutines for each P, each with a connection")
    wait_ns: Annotated[int, Duration()] = Field(
        10_000_000, alias="wait", description="mean time to the next message, exponential; 10ms by default"
    )
    compute_ns: Annotated[int, Duration()] = Field(
        100_000, alias="compute", description="what a message takes; 100us by default"
    )


class CallFreeLoop(Section):
    """A loop without calls on one P while another asks for a collection, over and over."""

    kind: Literal["call_free_loop"]
    loop_ns: Annotated[int, Duration(1)] = Field(alias="loop", description="how long the loop runs, such as 10ms")


class _Allocating(Section):
    """A workload each of whose operations allocates."""

    allocate: Annotated[int, Size()] = Field(4096, description="allocation of an operation; 4KiB by default")
    objects: Annotated[int, Whole(1)] = Field(32, description="objects that it consists of")
    pointers: Annotated[int, Whole(0)] = Field(64, description="pointers in all of them, 8 bytes each")

    @model_validator(mode="after")
    def _fits(self) -> Self:
        # Where nothing is allocated nothing has to fit.
        if self.allocate and self.allocate < max(self.objects, _POINTER_BYTES * self.pointers):
            raise advise("allocate at least 1 byte for each object and 8 for each pointer")
        return self


class Server(_Allocating):
    """A server under open load: a goroutine for each connection reads, handles and answers requests."""

    kind: Literal["server"]
    load: Annotated[float, Real(0.001, 100)] | None = Field(
        None, description="CPU time of the requests as a share of what the Ps have, such as 0.75"
    )
    rate: Annotated[float, Real(0.001, unit="requests a second")] | None = Field(
        None, description="requests a second, instead of load"
    )
    connections: Annotated[int, Whole(1)] = Field(256, description="keep-alive connections")
    service_ns: Annotated[int, Duration()] = Field(
        100_000, alias="service", description="mean computation of a request; 100us by default"
    )
    service_distribution: Annotated[str, OneOf(_DISTRIBUTIONS)] = Field(
        "exponential", description="distribution of it: fixed or exponential"
    )
    live_heap: Annotated[int, Size()] = Field(
        0, description="state that the process keeps, made of objects like those of requests; 0 by default"
    )
    downstream_ns: Annotated[int, Duration()] = Field(
        0, alias="downstream", description="mean time in which a downstream server answers; 0 by default: none is asked"
    )
    downstream_distribution: Annotated[str, OneOf(_DISTRIBUTIONS)] = Field(
        "exponential", description="distribution of it: fixed or exponential"
    )

    @model_validator(mode="after")
    def _has_one_load(self) -> Self:
        if (self.load is None) == (self.rate is None):
            raise advise("write load or rate, one of the two")
        if self.live_heap and not self.allocate:
            raise advise("write allocate: the live heap is made of objects like those that requests allocate")
        return self


class Pipeline(_Allocating):
    """Stages that hand items on over channels, one after another."""

    kind: Literal["pipeline"]
    stages: Annotated[int, Whole(1)] = Field(3, description="stages behind the source; 3 by default")
    workers: Annotated[int, Whole(1)] = Field(1, description="goroutines of each stage; 1 by default")
    buffer: Annotated[int, Whole(0)] = Field(16, description="capacity of the channel before each stage; 16 by default")
    work_ns: Annotated[int, Duration(1)] = Field(
        10_000, alias="work", description="computation of an item in each stage; 10us by default"
    )


class Fanout(_Allocating):
    """Requests that fan out to goroutines and wait for all of them."""

    kind: Literal["fanout"]
    callers: Annotated[int, Whole(1)] = Field(4, description="requests at a time, one after another each; 4 by default")
    width: Annotated[int, Whole(1)] = Field(8, description="goroutines of a request; 8 by default")
    work_ns: Annotated[int, Duration(1)] = Field(
        50_000, alias="work", description="computation of each of them; 50us by default"
    )
    wait_for: Annotated[str, OneOf(("wait_group", "channel"))] = Field(
        "wait_group", description="how it waits: with a wait_group or on a channel"
    )


class Timers(Section):
    """Goroutines that sleep again and again; the latency is how late they wake."""

    kind: Literal["timers"]
    goroutines: Annotated[int, Whole(1)] = Field(1000, description="goroutines that sleep; 1000 by default")
    period_ns: Annotated[int, Duration(1)] = Field(
        10_000_000, alias="period", description="how long each sleeps; 10ms by default"
    )
    work_ns: Annotated[int, Duration()] = Field(
        0, alias="work", description="computation between two sleeps; 0 by default"
    )


def _there(program: str, info: ValidationInfo) -> str:
    try:
        code.find(program, (info.context or {}).get("beside"))
    except LookupError as error:
        raise advise(error.args[0]) from error
    return program


class PythonProgram(Section):
    """A program of the user's own, in Python."""

    kind: Literal["python"]
    program: Annotated[str, Text(), AfterValidator(_there)] = Field(
        description="module:function; the module is looked for beside the scenario, then as Python does"
    )
    args: dict[str, Annotated[str | int | float | bool, Argument()]] = Field(
        {}, description="what the function is given besides the process: numbers, texts, true or false"
    )
    _file: str = PrivateAttr("")
    _source: str = PrivateAttr("")

    @model_validator(mode="after")
    def _identify(self, info: ValidationInfo) -> Self:
        file = code.find(self.program, (info.context or {}).get("beside"))
        self._file = str(file)
        self._source = code.fingerprint(file.read_bytes())
        return self

    @property
    def file(self) -> Path:
        """Where the module stands."""
        return Path(self._file)

    @property
    def source(self) -> str:
        """What tells the module's text from any other: part of a run's identity."""
        return self._source


def _is_there(source: str, info: ValidationInfo) -> str:
    try:
        code.find_source(source, (info.context or {}).get("beside"))
    except LookupError as error:
        raise advise(error.args[0]) from error
    return source


class GoProgram(Section):
    """A function of real Go source, called over and over: escape analysis says what it allocates."""

    kind: Literal["go"]
    source: Annotated[str, Text(), AfterValidator(_is_there)] = Field(
        description="a Go file, or a package's folder; looked for beside the scenario, then in the working directory"
    )
    entry: Annotated[str, Text()] = Field("main", description="the function called, or (*T).Method; main by default")
    calls: Annotated[float, Real(0.001, unit="calls a second")] | None = Field(
        None, description="calls a second, as a Poisson process; without it each goroutine calls one time after another"
    )
    goroutines: Annotated[int, Whole(1)] = Field(16, description="goroutines that call; 16 by default")
    compute_ns: Annotated[int, Duration(1)] = Field(
        10_000, alias="compute", description="what a call computes besides allocating; 10us by default"
    )
    live_heap: Annotated[int, Size()] = Field(0, description="state that the process keeps besides; 0 by default")
    placement: Annotated[str, OneOf(("analysis", "without_inlining", "heap"))] = Field(
        "analysis",
        description="where values live: as the release's analysis says, as it says without inlining (-l), "
        "or all on the heap that may be asked for",
    )
    values: dict[str, Annotated[float, Real(0)]] = Field(
        {}, description="what the text leaves open: bounds and lengths by their text, such as {n: 100, len(names): 8}"
    )
    _files: tuple[str, ...] = PrivateAttr(())
    _text: str = PrivateAttr("")

    @model_validator(mode="after")
    def _identify(self, info: ValidationInfo) -> Self:
        files = code.find_source(self.source, (info.context or {}).get("beside"))
        self._files = tuple(map(str, files))
        self._text = code.fingerprint(b"\0".join(file.read_bytes() for file in files))
        return self

    @property
    def files(self) -> tuple[Path, ...]:
        """Where the source stands."""
        return tuple(map(Path, self._files))

    @property
    def text(self) -> str:
        """What tells the source's text from any other: part of a run's identity."""
        return self._text


def parameters(workload: Section) -> dict[str, Any]:
    """Return what the program of a workload is given: its keys, as plain values."""
    if isinstance(workload, GoProgram):
        given = workload.model_dump(include={"goroutines", "compute_ns", "live_heap"})
        return given | {"rate": workload.calls}
    given = workload.model_dump(exclude={"kind"})
    if isinstance(workload, PythonProgram):
        given |= {"file": workload.file, "source": workload.source}
    return given
