"""The values of a file's keys at the top, each validated by itself.

No rule of a scenario binds two keys at the top together. So it is enough to validate, for each key, the combinations of
the axes *below that key*: a study of a hundred thousand runs is checked, and put together, from some hundred parts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_type_hints

from pydantic import BaseModel, TypeAdapter

from gcsim.scenario.dimensions import Choice, Dimension, choices
from gcsim.scenario.errors import Problem, ScenarioError
from gcsim.scenario.models import Scenario
from gcsim.scenario.nodes import Entry, SweepNode
from gcsim.scenario.sweeps import materialize
from gcsim.scenario.validation import validated

__all__ = ["Part"]

_HINTS = get_type_hints(Scenario, include_extras=True)
_ADAPTERS: Mapping[str, TypeAdapter[Any]] = {key: TypeAdapter(_HINTS[key]) for key in Scenario.model_fields}
_MOST_KEPT = 4096
"""Values that a part keeps; more would fill the memory in the largest studies."""


@dataclass(frozen=True, slots=True)
class Part:
    """A key at the top of the file, with what the axes below it make of its value.

    Attributes
    ----------
    key : str
    entry : Entry
    over : tuple of Dimension
        Those that change the value.
    beside : Path
        Folder of the file.
    """

    key: str
    entry: Entry
    over: tuple[Dimension, ...]
    beside: Path
    _kept: dict[tuple[int, ...], Any] = field(default_factory=dict, repr=False, compare=False)

    def value(self, choice: Choice) -> Any:  # noqa: ANN401  # the field of Scenario decides
        """Return the validated value for a choice.

        Parameters
        ----------
        choice : mapping
            An index for every axis of :attr:`over`.

        Returns
        -------
        object
            A value of the field :attr:`key` of :class:`~gcsim.scenario.models.Scenario`.

        Raises
        ------
        ScenarioError
            If the value does not fit.
        """
        point = tuple(choice[dimension.axes[0].path] for dimension in self.over)
        if point not in self._kept:
            problems: list[Problem] = []
            value = validated(self._validate, self.key, self.entry, choice, problems)
            if problems:
                raise ScenarioError(problems)
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[point] = value
        return self._kept[point]

    def problems(self) -> list[Problem]:
        """Say what is wrong: with each value of an axis by itself or, if nothing is, with several together.

        Returns
        -------
        list of Problem
        """
        alone = [{**self._first(), **choice} for dimension in self.over for choice in choices([dimension])]
        found = [problem for choice in alone or [{}] for problem in self._problems_of(choice)]
        if found or len(self.over) < 2:  # noqa: PLR2004
            return found
        together = (self._problems_of(choice) for choice in choices(self.over))
        return list(next(filter(None, together), ()))

    def axis_values(self, axis: SweepNode) -> tuple[object, ...]:
        """Return the values of an axis below this key as scenarios hold them.

        Parameters
        ----------
        axis : SweepNode

        Returns
        -------
        tuple
            Numbers and texts; plain data where a whole mapping is swept.
        """
        (dimension,) = (dimension for dimension in self.over if axis in dimension.axes)
        return tuple(self._axis_value(axis, {**self._first(), **choice}) for choice in choices([dimension]))

    def _axis_value(self, axis: SweepNode, choice: Choice) -> object:
        value = self.value(choice)
        for key in axis.keys[1:]:
            value = value[key] if isinstance(value, dict) else getattr(value, _attribute(value, key))
        return materialize(axis, choice) if isinstance(value, BaseModel | dict) else value

    def _first(self) -> dict[str, int]:
        return {axis.path: 0 for dimension in self.over for axis in dimension.axes}

    def _problems_of(self, choice: Choice) -> tuple[Problem, ...]:
        try:
            self.value(choice)
        except ScenarioError as error:
            return error.problems
        return ()

    def _validate(self, data: object) -> object:
        return _ADAPTERS[self.key].validate_python(data, context={"beside": self.beside})


def _attribute(section: object, key: str) -> str:
    if not isinstance(section, BaseModel):
        return key
    return next(name for name, field in type(section).model_fields.items() if key in {name, field.alias})
