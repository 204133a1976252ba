"""How often each point of a study is repeated: a number, or until a metric is known precisely enough."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field
from pydantic_core import CoreSchema, core_schema

from gcsim.scenario.fields import Share, Whole, advise
from gcsim.scenario.metrics import METRICS, column_of
from gcsim.scenario.section import Section, suggestion

__all__ = ["LEAST", "Precision", "Replications", "Target", "closest", "repeated"]

LEAST = 10
"""Replications of a point before their spread is asked whether they are enough; measured, see
:func:`gcsim.studies.precision.wanted`."""


@dataclass(frozen=True, slots=True)
class Precision:
    """When the replications of a point are enough.

    Attributes
    ----------
    metric : str
        As the file writes it, such as ``pause_p99``; :func:`gcsim.scenario.metrics.column_of` gives its column.
    relative : float
        The half-width of the 95 % interval of its mean is to be at most this share of the mean.
    least, most : int
        Replications of a point that are done in any case, and that are never exceeded.
    """

    metric: str
    relative: float
    least: int
    most: int


class _Metric:
    """A result of a run, by its short name or its column."""

    def __get_pydantic_core_schema__(self, _source: object, _handler: object) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._read)

    def __get_pydantic_json_schema__(self, _schema: CoreSchema, _handler: object) -> dict[str, Any]:
        return {"type": "string", "minLength": 1}

    @staticmethod
    def _read(value: object) -> str:
        if not isinstance(value, str):
            raise advise("name a result of a run, such as pause_p99")
        if column_of(value) is None:
            raise advise(closest(value))
        return value


def closest(name: str) -> str:
    """Say which metric may be meant.

    Parameters
    ----------
    name : str
        A metric that there is not.

    Returns
    -------
    str
        For example ``did you mean pause_p99?``, or some usual ones if none is close.
    """
    said = suggestion(name, METRICS)
    if said.startswith("did"):
        return said
    return "name a result of a run, such as pause_p99, op_p999, ops_per_s, heap_peak or gc_cpu_fraction"


class Target(Section):
    """What is to be known, and how precisely."""

    metric: Annotated[str, _Metric()] = Field(
        description="a result of a run, such as pause_p99, op_p999, ops_per_s or counts.NAME"
    )
    ci: Annotated[float, Share()] = Field(
        description="half-width of the 95% interval of its mean, as a share of the mean, such as 5%"
    )


class Replications(Section):
    """Runs of each point: as many as it takes, up to a number."""

    until: Target = Field(description="the precision at which they are enough")
    most: Annotated[int, Whole(LEAST)] = Field(
        alias="max", description=f"runs of a point at most; {LEAST} are done in any case"
    )

    def precision(self) -> Precision:
        """Return when they are enough."""
        return Precision(self.until.metric, self.until.ci, least=LEAST, most=self.most)


def repeated(value: object) -> int | Replications:
    """Read how often each point is repeated.

    Parameters
    ----------
    value : object
        A number, or the keys of :class:`Replications`.

    Returns
    -------
    int or Replications
    """
    if isinstance(value, Mapping):
        return Replications.model_validate(value)
    number = int(value) if isinstance(value, float) and value.is_integer() else value
    if isinstance(number, bool) or not isinstance(number, int) or number < 1:
        raise advise("use a whole number from 1 on, or {until: {metric: pause_p99, ci: 5%}, max: 100}")
    return number
