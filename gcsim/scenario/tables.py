"""The tables of numbers and words that the model defines, as sections of a file.

:class:`~gcsim.costs.Costs` and :class:`~gcsim.mechanisms.Mechanisms` stand at the bottom of the package and say
themselves what their fields are; the sections are made from that, so that no field is listed twice.
"""

import dataclasses
import inspect
import math
import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from pydantic import Field, GetCoreSchemaHandler, create_model
from pydantic_core import CoreSchema, core_schema

from gcsim.costs import Costs
from gcsim.mechanisms import Mechanisms
from gcsim.scenario.fields import Flag, OneOf, Real, Whole
from gcsim.scenario.section import Section

__all__ = ["Chosen", "CostChoices", "CostTable", "MechanismChoices"]

_LEAST: Mapping[str, int] = {"helper_cap": 1, "first_stack_bytes": 1}
"""Where a mechanism's number cannot be zero."""


_DIVISORS = frozenset(
    {
        "operation_ns",
        "message_ns",
        "sweep_page_ns",
        "mark_object_ns",
        "concurrent_slowdown",
        "assist_inefficiency",
        "operation_shape",
    }
)
"""Costs that the model divides by: nothing takes no time at all."""

_MOST: Mapping[str, float] = {"stop_retry_share": 0.99, "helper_round_share": 1.0, "left_over_share": 1.0}
"""Greatest shares. If every request to stop were lost, the world would never stand still."""


def _costs(name: str, *, required: bool) -> type[Section]:
    hints = get_type_hints(Costs)
    fields: dict[str, Any] = {}
    for field in dataclasses.fields(Costs):
        unit = field.metadata["unit"]
        least = 0.001 if field.name in _DIVISORS else 0.0
        number = Annotated[float, Real(least, _MOST.get(field.name, math.inf), unit)]
        kind: Any = number if hints[field.name] is float else Annotated[dict[str, number], Field(min_length=1)]
        about = Field(... if required else None, description=f"{unit} ({field.metadata['source']})")
        fields[field.name] = (kind, about)
    return create_model(name, __base__=Section, __doc__="Coefficients of the cost laws.", **fields)


def _mechanisms() -> type[Section]:
    hints = get_type_hints(Mechanisms)
    about = dict(re.findall(r"^(\w+) : .*\n((?:    .*(?:\n|$))+)", inspect.getdoc(Mechanisms) or "", re.MULTILINE))
    fields: dict[str, Any] = {}
    for name, hint in hints.items():
        if get_origin(hint) is Literal:
            kind: Any = Annotated[str, OneOf(get_args(hint))]
        else:
            kind = Annotated[bool, Flag()] if hint is bool else Annotated[int, Whole(_LEAST.get(name, 0))]
        fields[name] = (kind, Field(None, description=" ".join(about.get(name, "").split())))
    doc = "Mechanisms that differ from those of the release."
    return create_model("MechanismChoices", __base__=Section, __doc__=doc, **fields)


CostTable = _costs("CostTable", required=True)
"""All costs of a machine, as its profile states them."""

CostChoices = _costs("CostChoices", required=False)
"""Some costs, to be put in the place of a profile's."""

MechanismChoices = _mechanisms()
"""Some mechanisms, to be put in the place of a release's."""


@dataclasses.dataclass(frozen=True, slots=True)
class Chosen:
    """Annotates a dict that holds what a file gave of a section, and nothing else.

    Attributes
    ----------
    section : type of Section
    """

    section: type[Section]

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Validate as the section does, and keep the keys that were given."""
        given = core_schema.no_info_after_validator_function
        return given(lambda section: section.model_dump(exclude_unset=True), handler.generate_schema(self.section))
