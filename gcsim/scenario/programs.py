"""Workloads that are programs: what a scenario says of each."""

from typing import Annotated, Literal

from pydantic import Field

from gcsim.scenario.fields import Duration, Whole
from gcsim.scenario.section import Section

__all__ = ["Pingpong", "Waiters"]


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
