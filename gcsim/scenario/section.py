"""A mapping of a scenario file, and advice for what does not fit one."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, ValidationError, model_validator
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError

from gcsim.scenario.fields import ADVICE, advise

__all__ = ["UNKNOWN_KEY", "Section", "advised", "known_keys", "suggestion", "unknown_key"]

UNKNOWN_KEY = "unknown_key"
"""Type of the pydantic errors that are about a key, not about its value."""


class Section(BaseModel):
    """A mapping of a scenario file: it takes the keys it has, advises about others, and does not change."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="wrap")
    @classmethod
    def _advise(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:  # noqa: ANN401  # whatever a file holds
        """Turn pydantic's errors into advice, here where the keys of the section are known."""
        try:
            return handler(data)
        except ValidationError as error:
            raise advised(error, known_keys(cls)) from error


def known_keys(section: type[BaseModel]) -> tuple[str, ...]:
    """List the keys that a file may give a section.

    Parameters
    ----------
    section : type of BaseModel

    Returns
    -------
    tuple of str
    """
    return tuple(field.alias or name for name, field in section.model_fields.items())


def suggestion(key: str, keys: Iterable[str]) -> str:
    """Say which key may be meant.

    Parameters
    ----------
    key : str
        A key that there is not.
    keys : iterable of str
        Those that there are.

    Returns
    -------
    str
        For example ``did you mean live_heap?``, or all keys if none is close.
    """
    known = list(keys)
    close = get_close_matches(key, known, n=1)
    return f"did you mean {close[0]}?" if close else f"use one of {', '.join(known)}"


def unknown_key(would_do: str) -> PydanticCustomError:
    """Make the error about a key itself.

    Parameters
    ----------
    would_do : str

    Returns
    -------
    PydanticCustomError
        Of type :data:`UNKNOWN_KEY`; its message is the text given.
    """
    return PydanticCustomError(UNKNOWN_KEY, "{would_do}", {"would_do": would_do})


def advised(error: ValidationError, keys: Sequence[str] = ()) -> ValidationError:
    """Turn each of pydantic's errors into one whose message says what would do.

    Parameters
    ----------
    error : ValidationError
    keys : sequence of str
        Keys of the section that was validated.

    Returns
    -------
    ValidationError
        With errors of the types :data:`~gcsim.scenario.fields.ADVICE` and :data:`UNKNOWN_KEY` only.
    """
    lines = [_line(details, keys) for details in error.errors(include_url=False)]
    return ValidationError.from_exception_data(error.title, lines)


def _line(details: ErrorDetails, keys: Sequence[str]) -> InitErrorDetails:
    loc = details["loc"]
    context: Mapping[str, Any] = details.get("ctx", {})
    match details["type"]:
        case kind if kind in {ADVICE, UNKNOWN_KEY}:
            advice = PydanticCustomError(kind, "{would_do}", dict(context))
        case "extra_forbidden":
            advice = unknown_key(suggestion(str(loc[-1]), keys))
        case "missing":
            advice = advise(f"write {loc[-1]}: it has no default")
        case "union_tag_not_found":
            loc = (*loc, "kind")
            advice = advise("write kind: it says which other keys there are")
        case "union_tag_invalid":
            loc = (*loc, "kind")
            advice = advise(f"use one of {context['expected_tags'].replace(chr(39), '')}")
        case "model_type" | "model_attributes_type" | "dict_type":
            advice = advise("write a mapping: keys with their values")
        case _:
            advice = advise(details["msg"])
    return InitErrorDetails(type=advice, loc=loc, input=details["input"])
