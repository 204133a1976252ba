"""The kinds of value that stand in a scenario: each knows what it accepts, what to advise, and its schema.

They are annotations for pydantic: ``Annotated[int, Size(1)]``. What does not fit raises an error whose message says
what would do.
"""

import math
import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from gcsim.units import LARGEST, format_duration, format_size, parse_duration, parse_size

__all__ = [
    "ADVICE",
    "Argument",
    "Duration",
    "DurationOr",
    "Flag",
    "OneOf",
    "Percent",
    "Real",
    "Share",
    "Size",
    "Text",
    "Whole",
    "advise",
]

ADVICE = "advice"
"""Type of the pydantic errors whose message says what would do."""

JsonSchema = dict[str, Any]

_PERCENT = re.compile(r"([0-9]+(\.[0-9]+)?)%")


def advise(would_do: str) -> PydanticCustomError:
    """Make the error that tells what would do.

    Parameters
    ----------
    would_do : str
        For example ``use a whole number``.

    Returns
    -------
    PydanticCustomError
        Of type :data:`ADVICE`; its message is the text given.
    """
    return PydanticCustomError(ADVICE, "{would_do}", {"would_do": would_do})


class _Kind(ABC):
    """A kind of value."""

    @abstractmethod
    def _read(self, value: object) -> object:
        """Return the value as the model wants it, or raise what :func:`advise` makes."""

    @abstractmethod
    def _schema(self) -> JsonSchema:
        """Return the JSON schema of what a file may hold."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let pydantic read values with this kind alone."""
        return core_schema.no_info_plain_validator_function(self._read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchema:
        """Let pydantic's JSON schema show this kind's."""
        return self._schema()


@dataclass(frozen=True, slots=True)
class Whole(_Kind):
    """A whole number; ``1e6`` is one.

    Attributes
    ----------
    low, high : int
        Bounds, inclusive.
    """

    low: int
    high: int = LARGEST

    def _read(self, value: object) -> int:
        number = int(value) if isinstance(value, float) and value.is_integer() else value
        if isinstance(number, bool) or not isinstance(number, int) or not self.low <= number <= self.high:
            raise advise(f"use a whole number {_between(self.low, self.high)}")
        return number

    def _schema(self) -> JsonSchema:
        upper = {} if self.high == LARGEST else {"maximum": self.high}
        return {"type": "integer", "minimum": self.low, **upper}


@dataclass(frozen=True, slots=True)
class Real(_Kind):
    """A finite number.

    Attributes
    ----------
    low, high : float
        Bounds, inclusive.
    unit : str
        What it counts, for the advice.
    """

    low: float = 0.0
    high: float = math.inf
    unit: str = ""

    def _read(self, value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not self._holds(value):
            unit = f" ({self.unit})" if self.unit else ""
            raise advise(f"use a number {_between(self.low, self.high)}{unit}")
        return float(value)

    def _schema(self) -> JsonSchema:
        upper = {} if self.high == math.inf else {"maximum": self.high}
        return {"type": "number", "minimum": self.low, **upper}

    def _holds(self, value: float) -> bool:
        return math.isfinite(value) and self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class Share(_Kind):
    """A share in percent, such as ``5%``, more than nothing and less than all; read as a number below 1."""

    def _read(self, value: object) -> float:
        matched = _PERCENT.fullmatch(value) if isinstance(value, str) else None
        percent = float(matched[1]) if matched else 0.0
        if not 0 < percent < 100:  # noqa: PLR2004  # percent
            raise advise("use a percentage between 0% and 100%, such as 5%")
        return percent / 100

    def _schema(self) -> JsonSchema:
        return {"type": "string", "pattern": f"^{_PERCENT.pattern}$"}


@dataclass(frozen=True, slots=True)
class _Quantity(_Kind):
    low: int = 0
    multiple: int = 1


@dataclass(frozen=True, slots=True)
class Size(_Quantity):
    """A size with its unit, such as ``64MiB``; read as bytes.

    Attributes
    ----------
    low : int
        The least, bytes.
    multiple : int
        What it must be a multiple of, bytes.
    """

    def _read(self, value: object) -> int:
        return _quantity(value, parse_size, format_size, self)

    def _schema(self) -> JsonSchema:
        return _quantity_schema(r"^\d+(\.\d+)?([KMGT]i|[kMGT])?B$", self)


@dataclass(frozen=True, slots=True)
class Duration(_Quantity):
    """A time with its unit, such as ``10ms``; read as nanoseconds.

    Attributes
    ----------
    low : int
        The least, ns.
    multiple : int
        What it must be a multiple of, ns.
    """

    def _read(self, value: object) -> int:
        return _quantity(value, parse_duration, format_duration, self)

    def _schema(self) -> JsonSchema:
        return _quantity_schema(r"^\d+(\.\d+)?(ns|us|µs|ms|s|m|h)$", self)


@dataclass(frozen=True, slots=True)
class DurationOr(_Kind):
    """A time as :class:`Duration` reads it, or a word for one that is to be found.

    Attributes
    ----------
    word : str
    """

    word: str

    def _read(self, value: object) -> int | str:
        if value == self.word:
            return self.word
        try:
            return _quantity(value, parse_duration, format_duration, Duration())
        except PydanticCustomError as error:
            raise advise(f"{error.message()}, or {self.word}") from error

    def _schema(self) -> JsonSchema:
        return {"anyOf": [*Duration()._schema()["anyOf"], {"const": self.word}]}  # noqa: SLF001  # of its own kind


@dataclass(frozen=True, slots=True)
class Text(_Kind):
    """Text that is not empty."""

    def _read(self, value: object) -> str:
        if not isinstance(value, str) or not value.strip():
            raise advise("use text" if isinstance(value, str) or value is None else "use text: put it in quotes")
        return value

    def _schema(self) -> JsonSchema:
        return {"type": "string", "minLength": 1}


@dataclass(frozen=True, slots=True)
class Flag(_Kind):
    """True or false, in these words: ``no`` and ``off`` are text in YAML 1.2."""

    def _read(self, value: object) -> bool:
        if not isinstance(value, bool):
            raise advise("use true or false")
        return value

    def _schema(self) -> JsonSchema:
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Argument(_Kind):
    """Anything that a key can hold by itself: a number, text, true or false."""

    def _read(self, value: object) -> str | int | float | bool:
        if not isinstance(value, str | int | float) or (isinstance(value, float) and not math.isfinite(value)):
            raise advise("use a number, text, true or false")
        return value

    def _schema(self) -> JsonSchema:
        return {"type": ["number", "string", "boolean"]}


@dataclass(frozen=True, slots=True)
class OneOf(_Kind):
    """One of some words.

    Attributes
    ----------
    words : tuple of str
    """

    words: tuple[str, ...]

    def _read(self, value: object) -> str:
        if isinstance(value, str) and value in self.words:
            return value
        # Words like "1.8" are numbers without their quotes, and 1.10 would be 1.1.
        numbers = self.words[0][0].isdigit()
        quoted = ", in quotes" if numbers and not isinstance(value, str) else ""
        shown = [f'"{word}"' for word in self.words] if numbers else self.words
        raise advise(f"use one of {', '.join(shown)}{quoted}")

    def _schema(self) -> JsonSchema:
        return {"enum": list(self.words)}


@dataclass(frozen=True, slots=True)
class Percent(_Kind):
    """GOGC: a positive number of percent, or the word off."""

    def _read(self, value: object) -> int | str:
        number = int(value) if isinstance(value, float) and value.is_integer() else value
        if number == "off":
            return "off"
        # the runtime reads GOGC as an int32
        if isinstance(number, bool) or not isinstance(number, int) or not 0 < number < 2**31:
            raise advise("use a positive whole number of percent, or off")
        return number

    def _schema(self) -> JsonSchema:
        return {"anyOf": [{"type": "integer", "minimum": 1, "maximum": 2**31 - 1}, {"const": "off"}]}


def _between(low: float, high: float) -> str:
    return f"from {low:g} on" if high in {LARGEST, math.inf} else f"from {low:g} to {high:g}"


def _quantity(value: object, parse: Callable[[str | int], int], write: Callable[[int], str], kind: _Quantity) -> int:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        value = ""  # nothing that a unit could follow
    text = f"{value:g}" if isinstance(value, float) else value
    try:
        quantity = parse(text)
    except ValueError as error:
        raise advise(str(error)) from error
    if quantity < kind.low:
        raise advise(f"use at least {write(kind.low)}")
    if quantity % kind.multiple:
        raise advise(f"use a multiple of {write(kind.multiple)}")
    return quantity


def _quantity_schema(pattern: str, kind: _Quantity) -> JsonSchema:
    written = {"type": "string", "pattern": pattern}
    return written if kind.low else {"anyOf": [written, {"const": 0}]}
