"""The workloads that leak: what a scenario says of each."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from gcsim.scenario.fields import Duration, Flag, OneOf, Real, Size, Whole, advise
from gcsim.scenario.section import Section

__all__ = ["BlockedSenders", "DeferredLoop", "LeakyBody", "LoopVariable", "SharedDone"]

Rate = Annotated[float, Real(0.001, unit="requests a second")]


class LeakyBody(Section):
    """Requests whose goroutines leave the bodies of failed GETs open."""

    kind: Literal["leaky_body"]
    rate: Rate = Field(100.0, description="requests a second, as a Poisson process; 100 by default")
    error_rate: Annotated[float, Real(0, 1)] = Field(
        1.0, description="share of the three GETs of a request that fail; 1 by default: all"
    )
    downstream_ns: Annotated[int, Duration()] = Field(
        1_000_000, alias="downstream", description="how long the other server takes to answer; 1ms by default"
    )
    live_heap: Annotated[int, Size()] = Field(0, description="state that the process keeps besides; 0 by default")
    cured: Annotated[bool, Flag()] = Field(default=False, description="whether every body is closed; false by default")


class BlockedSenders(Section):
    """Requests whose goroutines send in a loop to a receiver that has gone."""

    kind: Literal["blocked_senders"]
    rate: Rate = Field(100.0, description="requests a second, as a Poisson process; 100 by default")
    senders: Annotated[int, Whole(1)] = Field(3, description="goroutines of a request that send; 3 by default")
    values: Annotated[int, Whole(1)] = Field(1, description="values that each of them sends; 1 by default")
    taken: Annotated[int, Whole(0)] = Field(1, description="values taken before the receiver leaves; 1 by default")
    work_ns: Annotated[int, Duration()] = Field(
        100_000, alias="work", description="computation of a value; 100us by default"
    )
    timeout_ns: Annotated[int, Duration()] = Field(
        100_000_000, alias="timeout", description="when the receiver leaves anyway; 100ms by default"
    )
    cure: Annotated[str, OneOf(("none", "select_default", "buffered"))] = Field(
        "none", description="none, select_default (which drops values) or buffered (a slot for each sender)"
    )

    @model_validator(mode="after")
    def _leaves(self) -> Self:
        if self.taken > self.senders * self.values:
            raise advise("take no more values than are sent: senders times values")
        return self


class SharedDone(Section):
    """Requests whose goroutines report on a channel that every request replaces."""

    kind: Literal["shared_done"]
    rate: Rate = Field(100.0, description="requests a second, as a Poisson process; 100 by default")
    work_ns: Annotated[int, Duration()] = Field(
        10_000_000, alias="work", description="wait of each goroutine before it reports; 10ms by default"
    )
    cured: Annotated[bool, Flag()] = Field(
        default=False, description="whether each request has a channel of its own; false by default"
    )


class LoopVariable(Section):
    """Requests whose goroutines share the variable of the loop that starts them."""

    kind: Literal["loop_variable"]
    rate: Rate = Field(100.0, description="requests a second, as a Poisson process; 100 by default")
    urls: Annotated[int, Whole(1)] = Field(3, description="what a request is to fetch; 3 by default")
    work_ns: Annotated[int, Duration()] = Field(
        100_000, alias="work", description="computation of fetching one; 100us by default"
    )
    cured: Annotated[bool, Flag()] = Field(default=False, description="whether each goroutine is given its value")


class DeferredLoop(Section):
    """Requests that open files in a loop, and defer closing them to the end of the function."""

    kind: Literal["deferred_loop"]
    rate: Rate = Field(10.0, description="requests a second, as a Poisson process; 10 by default")
    files: Annotated[int, Whole(1)] = Field(100, description="files that a request opens; 100 by default")
    buffer: Annotated[int, Size(1)] = Field(4096, description="heap kept for an open file; 4KiB by default")
    work_ns: Annotated[int, Duration()] = Field(
        100_000, alias="work", description="computation on each file; 100us by default"
    )
    cured: Annotated[bool, Flag()] = Field(default=False, description="whether each iteration is a function of its own")
