"""The free numbers of a hardware profile, on scales on which any number is possible.

A cost is fitted as its logarithm, a share as its logit: neither can leave what it means, and a step is relative.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import Field, dataclass, fields, replace

from gcsim.costs import Costs
from gcsim.scenario import RELEASES

__all__ = ["Parameter", "parameters_of", "with_numbers", "with_values"]

_FARTHEST = math.log(100)  # a cost may come out as a hundredth or a hundredfold of where it started
_LEAST_SHARE = 1e-3
_SHARE_BOUND = 1e-4
_DIGITS = 4  # more would claim more than seven seconds of a shared machine can tell


@dataclass(frozen=True, slots=True)
class Parameter:
    """One free number.

    Attributes
    ----------
    field : str
        Field of :class:`~gcsim.costs.Costs`.
    key : str or None
        Key in it, where it is a mapping.
    share : bool
        Whether it is a share, between 0 and 1.
    start : float
        Where the fit begins, in the field's unit.
    """

    field: str
    key: str | None
    share: bool
    start: float

    @property
    def name(self) -> str:
        """Field and key as one text: ``operation_ns[1.4]``."""
        return self.field if self.key is None else f"{self.field}[{self.key}]"

    @property
    def unit(self) -> str:
        """Unit of the field."""
        return _unit(Costs.__dataclass_fields__[self.field])

    @property
    def step(self) -> float:
        """Step on the fit's scale that moves medians by more than their roughness: a fifth, or half a logit."""
        return 0.5 if self.share else 0.2

    @property
    def origin(self) -> float:
        """Place of `start` on the fit's scale."""
        return _logit(min(max(self.start, _LEAST_SHARE), 1 - _LEAST_SHARE)) if self.share else math.log(self.start)

    @property
    def bounds(self) -> tuple[float, float]:
        """Least and greatest place on the fit's scale."""
        if self.share:
            return _logit(_SHARE_BOUND), _logit(1 - _SHARE_BOUND)
        return self.origin - _FARTHEST, self.origin + _FARTHEST

    def value(self, place: float) -> float:
        """Return the number at a place on the fit's scale, in the field's unit."""
        exact = 1 / (1 + math.exp(-place)) if self.share else math.exp(place)
        return float(f"{exact:.{_DIGITS}g}")

    def concerns(self, go: str) -> bool:
        """Return whether a run of a release can depend on it: what is given for one release concerns no other."""
        return self.key not in RELEASES or self.key == go


def parameters_of(costs: Costs) -> list[Parameter]:
    """Return the free numbers of a profile.

    Parameters
    ----------
    costs : Costs
        Where the fit begins. A field whose metadata say ``fit`` has one free number, or one for each key it holds. What
        is 0 stays 0: the law does not hold there.

    Returns
    -------
    list of Parameter
        In the order of the fields.
    """
    return [
        Parameter(field.name, key, share=_unit(field).startswith("share"), start=float(start))
        for field in fields(costs)
        if field.metadata["fit"]
        for key, start in _items(getattr(costs, field.name))
        if start
    ]


def with_values(costs: Costs, parameters: Sequence[Parameter], places: Sequence[float]) -> Costs:
    """Return a profile with other free numbers.

    Parameters
    ----------
    costs : Costs
        What is not free comes from here.
    parameters : sequence of Parameter
        Free numbers of `costs`.
    places : sequence of float
        Where each of them is, on the fit's scale.

    Returns
    -------
    Costs
        Free numbers have four significant digits, as a profile's file does.
    """
    return with_numbers(
        costs, parameters, [parameter.value(place) for parameter, place in zip(parameters, places, strict=True)]
    )


def with_numbers(costs: Costs, parameters: Sequence[Parameter], values: Sequence[float]) -> Costs:
    """Return a profile with other free numbers.

    Parameters
    ----------
    costs : Costs
        What is not free comes from here.
    parameters : sequence of Parameter
        Free numbers of `costs`.
    values : sequence of float
        What each of them is to be, in the unit of its field.

    Returns
    -------
    Costs
    """
    numbers: dict[str, float] = {}
    mappings: dict[str, dict[str, float]] = {}
    for parameter, value in zip(parameters, values, strict=True):
        if parameter.key is None:
            numbers[parameter.field] = value
        else:
            whole = mappings.setdefault(parameter.field, dict(getattr(costs, parameter.field)))
            whole[parameter.key] = value
    return replace(costs, **numbers, **mappings)  # type: ignore[arg-type]  # fields by name


def _items(value: float | Mapping[str, float]) -> list[tuple[str | None, float]]:
    return list(value.items()) if isinstance(value, Mapping) else [(None, value)]


def _unit(field: Field[object]) -> str:
    return str(field.metadata["unit"])


def _logit(share: float) -> float:
    return math.log(share / (1 - share))
