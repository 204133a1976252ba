"""Calls of builtin functions, those of package unsafe too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gcsim.escape.check.conversions import assigned, defaulted, is_nil, settled
from gcsim.escape.check.describe import described
from gcsim.escape.check.dispatch import expression, single, type_of
from gcsim.escape.check.operations import index_value
from gcsim.escape.check.state import NO_RESULT
from gcsim.escape.check.types import is_type, resolve_type
from gcsim.escape.errors import SourceError
from gcsim.escape.syntax.nodes import (
    AddressOf,
    Binary,
    Builtin,
    Call,
    CompositeLiteral,
    Convert,
    Dereference,
    FieldOf,
    Index,
    KeyValue,
    MethodOf,
    Receive,
    SliceOf,
    TypeAssertion,
    Unary,
)
from gcsim.escape.types import constants
from gcsim.escape.types.constants import ConstantError, kind_of, represent
from gcsim.escape.types.model import INVALID, Array, Channel, Map, Pointer, Slice, Struct, Tuple, Type, underlying
from gcsim.escape.types.relations import assignable, is_untyped
from gcsim.escape.types.sizes import align_of, offset_of, size_of
from gcsim.escape.types.universe import BASIC, EMPTY_INTERFACE, UNSAFE_POINTER, UNTYPED, is_invalid

if TYPE_CHECKING:
    from collections.abc import Callable

    from gcsim.escape.check.state import Environment
    from gcsim.escape.syntax.nodes import Expression

__all__ = ["builtin"]

_ANY: Final = 1 << 30
_ARGUMENTS: Final = {
    "append": (1, _ANY),
    "cap": (1, 1),
    "close": (1, 1),
    "complex": (2, 2),
    "copy": (2, 2),
    "delete": (2, 2),
    "imag": (1, 1),
    "len": (1, 1),
    "make": (1, 3),
    "new": (1, 1),
    "panic": (1, 1),
    "print": (0, _ANY),
    "println": (0, _ANY),
    "real": (1, 1),
    "recover": (0, 0),
    "Add": (2, 2),
    "Alignof": (1, 1),
    "Offsetof": (1, 1),
    "Sizeof": (1, 1),
    "Slice": (2, 2),
}
"""How many arguments each builtin takes, at least and at most."""

_PARTS: Final = {"complex64": "float32", "complex128": "float64", "untyped complex": "untyped float"}
_WHOLES: Final = {"float32": "complex64", "float64": "complex128", "untyped float": "untyped complex"}


def builtin(env: Environment, node: Call, name: str) -> Expression:
    """Check a call of a builtin; those of package unsafe have capital letters.

    Raises
    ------
    SourceError
        For arguments that it cannot take.
    """
    least, most = _ARGUMENTS[name]
    if not least <= len(node.arguments) <= most:
        raise SourceError(node.position, f"{len(node.arguments)} arguments for {name}")
    if node.spread and name != "append":
        raise SourceError(node.position, f"... stands in a call of {name}")
    made = Builtin(node.position, name, node.arguments, node.spread)
    if name in ("make", "new"):
        _make(env, made)
        return made
    if len(node.arguments) == 1 and type(node.arguments[0]) is Call and most > 1:
        first = expression(env, node.arguments[0])
        if type(first.type) is Tuple:
            _check_passed_on(made, first)
            return made
        made.arguments = [first]
    else:
        made.arguments = [single(env, argument) for argument in node.arguments]
    if any(is_nil(argument) for argument in made.arguments) and name not in _TAKE_NIL:
        raise SourceError(node.position, f"{name} of untyped nil")
    _BUILTINS[name](env, made)
    return made


_TAKE_NIL: Final = ("append", "delete", "panic", "print", "println")


def _check_passed_on(made: Builtin, first: Expression) -> None:
    """Take ``append(f())`` and its like: the results of a call are the arguments."""
    assert type(first.type) is Tuple  # noqa: S101 - the caller has looked
    if made.name not in ("append", "print", "println") or not first.type.members:
        raise SourceError(made.position, "this call does not give exactly one value")
    made.arguments = [first]
    made.type = first.type.members[0] if made.name == "append" else NO_RESULT


def _make(env: Environment, made: Builtin) -> None:
    if not is_type(env, made.arguments[0]):
        raise SourceError(made.position, f"the first argument of {made.name} is a type")
    made.made = type_ = resolve_type(env, made.arguments[0])
    if made.name == "new":
        made.arguments = []
        made.type = env.checker.pointer_to(type_)
        return
    if type(underlying(type_)) not in (Slice, Map, Channel) and not is_invalid(type_):
        raise SourceError(made.position, f"cannot make a value of type {described(type_)}")
    made.arguments = [index_value(env, argument) for argument in made.arguments[1:]]
    if type(underlying(type_)) is Slice and not made.arguments:
        raise SourceError(made.position, f"make of {described(type_)} without a length")
    made.type = type_


def _append(env: Environment, made: Builtin) -> None:
    first = made.arguments[0]
    if is_nil(first):
        raise SourceError(made.position, "append to untyped nil")
    made.type = first.type
    slice_ = underlying(type_of(first))
    if slice_ is INVALID:
        made.arguments[1:] = [item if is_nil(item) else defaulted(item) for item in made.arguments[1:]]
        return
    if type(slice_) is not Slice:
        raise SourceError(made.position, f"append to a value of type {described(type_of(first))}")
    if made.spread:
        _append_all(env, made, slice_)
    else:
        made.arguments[1:] = [assigned(item, slice_.element) for item in made.arguments[1:]]


def _append_all(env: Environment, made: Builtin, slice_: Slice) -> None:
    if len(made.arguments) != 2:  # noqa: PLR2004 - append(s, t...)
        raise SourceError(made.position, "append(s, t...) takes two arguments")
    given = made.arguments[1]
    if kind_of(type_of(given)) in ("string", "untyped string") and kind_of(slice_.element) == "uint8":
        made.arguments[1] = defaulted(given)
    elif type(underlying(type_of(given))) is Slice or is_nil(given) or is_invalid(type_of(given)):
        made.arguments[1] = (
            given if assignable(type_of(given), env.checker.slice_of(slice_.element)) else _refused(made)
        )
        if is_nil(given):
            given.type = made.type
    else:
        _refused(made)


def _refused(made: Builtin) -> Expression:
    raise SourceError(made.position, f"{made.name} cannot take these arguments")


def _length(_env: Environment, made: Builtin) -> None:
    argument = made.arguments[0]
    made.type = BASIC["int"]
    type_ = underlying(type_of(argument))
    if type(type_) is Pointer:
        type_ = underlying(type_.element)
        if type(type_) is not Array and type_ is not INVALID:
            _refused(made)
    if type(type_) is Array:
        if not _acts(argument):
            made.value = type_.length
    elif kind_of(type_) in ("string", "untyped string") and made.name == "len":
        if isinstance(argument.value, bytes):
            made.value = len(argument.value)
        made.arguments[0] = defaulted(argument)
    elif not (type(type_) in (Slice, Channel) or type_ is INVALID or (type(type_) is Map and made.name == "len")):
        _refused(made)


def _acts(node: Expression) -> bool:
    """Say whether an expression calls a function or receives, so that it is evaluated even for its length alone."""
    pending = [node]
    while pending:
        part = pending.pop()
        if type(part) in (Call, Receive) or (type(part) is Builtin and part.value is None):
            return True
        if type(part) is not CompositeLiteral:
            pending += [inner for name in _PARTS_OF.get(type(part), ()) if (inner := getattr(part, name)) is not None]
        else:
            pending += part.elements
    return False


_PARTS_OF: Final[dict[type[Expression], tuple[str, ...]]] = {
    **dict.fromkeys((AddressOf, Convert, Dereference, FieldOf, MethodOf, TypeAssertion, Unary), ("operand",)),
    Binary: ("left", "right"),
    Index: ("operand", "index"),
    SliceOf: ("operand", "low", "high", "maximum"),
    KeyValue: ("element",),
}


def _close(_env: Environment, made: Builtin) -> None:
    type_ = _beneath(made, 0)
    if type_ is not INVALID and not (type(type_) is Channel and type_.direction != "receive"):
        _refused(made)
    made.type = NO_RESULT


def _copy(_env: Environment, made: Builtin) -> None:
    target, source = _beneath(made, 0), _beneath(made, 1)
    if INVALID not in (target, source) and (
        type(target) is not Slice
        or not (type(source) is Slice or (kind_of(source) in ("string", "untyped string") and _holds_bytes(target)))
    ):
        _refused(made)
    made.arguments[1] = defaulted(made.arguments[1])
    made.type = BASIC["int"]


def _holds_bytes(slice_: Slice) -> bool:
    return kind_of(slice_.element) == "uint8"


def _delete(_env: Environment, made: Builtin) -> None:
    type_ = _beneath(made, 0)
    if type(type_) is Map:
        made.arguments[1] = assigned(made.arguments[1], type_.key)
    elif type_ is INVALID:
        made.arguments[1] = assigned(made.arguments[1], INVALID)
    else:
        _refused(made)
    made.type = NO_RESULT


def _panic(_env: Environment, made: Builtin) -> None:
    made.arguments = [assigned(made.arguments[0], EMPTY_INTERFACE)]
    made.type = NO_RESULT


def _print(_env: Environment, made: Builtin) -> None:
    made.arguments = [argument if is_nil(argument) else defaulted(argument) for argument in made.arguments]
    made.type = NO_RESULT


def _recover(_env: Environment, made: Builtin) -> None:
    made.type = EMPTY_INTERFACE


def _complex(_env: Environment, made: Builtin) -> None:
    left, right = made.arguments
    if is_untyped(type_of(left)) != is_untyped(type_of(right)):
        typed = type_of(right) if is_untyped(type_of(left)) else type_of(left)
        left, right = assigned(left, typed), assigned(right, typed)
        made.arguments = [left, right]
    if left.value is not None and right.value is not None:
        parts = [
            represent(argument.value, UNTYPED["untyped float"])
            for argument in (left, right)
            if argument.value is not None
        ]
        if None in parts:
            _refused(made)
        try:
            made.value = constants.make_complex(parts[0] or 0, parts[1] or 0)
        except ConstantError as error:
            raise SourceError(made.position, str(error)) from None
    elif is_untyped(type_of(left)):
        left, right = (settled(argument, BASIC["float64"]) for argument in (left, right))
        made.arguments = [left, right]
    kind = kind_of(type_of(left))
    if kind in ("untyped int", "untyped rune"):
        kind = "untyped float"
    made.type = _basic(made, _WHOLES.get(kind) if kind != "invalid" else kind)


def _part(_env: Environment, made: Builtin) -> None:
    argument = made.arguments[0]
    kind = kind_of(type_of(argument))
    if argument.value is not None:
        take = constants.real_part if made.name == "real" else constants.imaginary_part
        made.value = take(argument.value)
        kind = "untyped complex" if kind.startswith("untyped") and kind != "untyped string" else kind
    made.type = _basic(made, _PARTS.get(kind) if kind != "invalid" else kind)


def _basic(made: Builtin, kind: str | None) -> Type:
    if kind is None:
        _refused(made)
    if kind == "invalid":
        return INVALID
    return BASIC.get(kind or "") or UNTYPED[kind or ""]


def _add(_env: Environment, made: Builtin) -> None:
    made.arguments = [assigned(made.arguments[0], UNSAFE_POINTER), _whole(made)]
    made.type = UNSAFE_POINTER


def _slice(env: Environment, made: Builtin) -> None:
    type_ = _beneath(made, 0)
    if type(type_) is not Pointer and type_ is not INVALID:
        _refused(made)
    made.arguments[1] = _whole(made)
    made.type = env.checker.slice_of(type_.element) if type(type_) is Pointer else INVALID


def _whole(made: Builtin) -> Expression:
    """Give the second argument as an integer."""
    argument = made.arguments[1]
    return settled(argument, BASIC["int"]) if is_untyped(type_of(argument)) else argument


def _size(_env: Environment, made: Builtin) -> None:
    made.arguments = [argument] = [defaulted(made.arguments[0])]
    made.value = size_of(type_of(argument)) if made.name == "Sizeof" else align_of(type_of(argument))
    made.type = BASIC["uintptr"]


def _offset(_env: Environment, made: Builtin) -> None:
    argument = made.arguments[0]
    if type(argument) is not FieldOf:
        _refused(made)
    offset = 0
    part: Expression = argument
    while type(part) is FieldOf:  # the fields of embedded structs that the text leaves out count, what is written not
        operand = type_of(part.operand)
        struct = underlying(underlying(operand).element if part.through_pointer else operand)  # type: ignore[attr-defined] # a pointer
        offset += offset_of(struct, part.field) if type(struct) is Struct else 0
        part = part.operand
        if not (type(part) is FieldOf and part.implicit):
            break
    made.value = offset
    made.type = BASIC["uintptr"]


def _beneath(made: Builtin, number: int) -> Type:
    type_ = made.arguments[number].type
    assert type_ is not None  # noqa: S101 - checked
    return underlying(type_)


_BUILTINS: Final[dict[str, Callable[[Environment, Builtin], None]]] = {
    "append": _append,
    "cap": _length,
    "close": _close,
    "complex": _complex,
    "copy": _copy,
    "delete": _delete,
    "imag": _part,
    "len": _length,
    "panic": _panic,
    "print": _print,
    "println": _print,
    "real": _part,
    "recover": _recover,
    "Add": _add,
    "Alignof": _size,
    "Offsetof": _offset,
    "Sizeof": _size,
    "Slice": _slice,
}
