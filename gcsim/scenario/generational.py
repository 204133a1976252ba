"""What a scenario says of the throughput collector: ``collector.strategy: ghc``."""

from typing import Annotated

from pydantic import Field

from gcsim.scenario.fields import Real, Size
from gcsim.scenario.section import Section

__all__ = ["Generational"]


class Generational(Section):
    """The generations of the throughput collector, as GHC's options set them."""

    nursery: Annotated[int, Size(4096)] = Field(
        1 << 20,
        description="allocation area of each P, collected when full (GHC's -A); 1MiB by default, as in GHC 8.2 to 9.0",
    )
    factor: Annotated[float, Real(1, unit="times the live data")] = Field(
        2.0,
        description="the old generation is collected when it is so many times what the last time left of it (GHC's "
        "-F); 2 by default",
    )
