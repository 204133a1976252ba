"""Workloads that are programs: what a scenario says of each."""

from typing import Annotated, Literal

from pydantic import Field

from gcsim.scenario.fields import Duration, Whole
from gcsim.scenario.section import Section

__all__ = ["Pingpong"]


class Pingpong(Section):
    """Pairs of goroutines that hand a value back and forth over unbuffered channels."""

    kind: Literal["pingpong"]
    pairs: Annotated[int, Whole(1)] = Field(1, description="pairs of goroutines")
    work_ns: Annotated[int, Duration()] = Field(
        0, alias="work", description="computation of each between two hand-overs; 0 by default"
    )
