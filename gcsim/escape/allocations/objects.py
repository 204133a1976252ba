"""The objects that expressions and variables are on the heap: how large, with how many pointers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gcsim.escape.allocations.growth import BUCKET_ENTRIES, MAP_HEADER_BYTES, map_growth
from gcsim.escape.releases import minor
from gcsim.escape.syntax.nodes import (
    AddressOf,
    Builtin,
    Call,
    CompositeLiteral,
    Concat,
    Convert,
    Expression,
    FunctionLiteral,
    MethodOf,
)
from gcsim.escape.types.model import (
    INVALID,
    Array,
    Basic,
    Channel,
    Interface,
    Map,
    Pointer,
    Signature,
    Slice,
    Struct,
    Type,
    Variable,
    underlying,
)
from gcsim.escape.types.sizes import has_pointers, size_of

if TYPE_CHECKING:
    from gcsim.escape.allocations.numbers import Numbers
    from gcsim.escape.types.model import FunctionObject

__all__ = ["Made", "UnknownLengthError", "buckets_of", "closure_bytes", "frame_bytes", "object_of", "pointer_slots"]

_WORD = 8
_CHANNEL_BYTES = 96
"""``hchan`` of go1.8 (chan.go)."""

_LARGEST_CAPTURED_BY_VALUE = 128
"""A variable of more bytes is captured by reference (go1.5 closure.go:257, go1.8 closure.go:275)."""

_CAPTURE_BY_VALUE = 5
"""The release from which closures capture by value."""


class Made(NamedTuple):
    """What a value takes on the heap: bytes and pointer slots, in so many objects of the same size."""

    size: float
    pointers: float
    objects: int = 1


class UnknownLengthError(Exception):
    """A length that neither the text nor the user tells; its argument is the key to give it by."""


def pointer_slots(of: Type) -> int:
    """Return how many words of a value may hold pointers.

    Parameters
    ----------
    of : Type
        Its type.
    """
    of = underlying(of)
    if not has_pointers(of):
        return 0
    match of:
        case Array(length=length, element=element):
            return length * pointer_slots(element)
        case Struct(fields=fields):
            return sum(pointer_slots(field.type) for field in fields)
        case Interface():
            return 2
    return 1


def closure_bytes(function: FunctionObject, release: str) -> tuple[int, int]:
    """Return the size of a closure, and its pointer slots: code pointer and captured variables; 0 without any."""
    if not function.captures:
        return 0, 0
    size, pointers = _WORD, 0
    for variable in function.captures:
        if _by_value(variable, release):
            size += -(-size_of(variable.type) // _WORD) * _WORD
            pointers += pointer_slots(variable.type)
        else:
            size += _WORD
            pointers += 1
    return size, pointers


def _by_value(variable: Variable, release: str) -> bool:
    plain = not variable.reassigned and not variable.address_taken
    return plain and minor(release) >= _CAPTURE_BY_VALUE and size_of(variable.type) <= _LARGEST_CAPTURED_BY_VALUE


def object_of(  # noqa: C901, PLR0911 - one arm for each kind
    subject: Variable | Expression, numbers: Numbers, release: str
) -> Made:
    """Return what a value takes on the heap.

    Parameters
    ----------
    subject : Variable or Expression
        As a `Placement` has it.
    numbers : Numbers
        What is known of lengths.
    release : str
        Whose compiler.

    Raises
    ------
    UnknownLengthError
        If the size depends on a length that is not known.
    """
    match subject:
        case Variable(type=of):
            return Made(size_of(of), pointer_slots(of))
        case AddressOf(operand=CompositeLiteral() as literal):
            return _sized(literal.type)
        case CompositeLiteral(type=of, elements=elements):
            return _literal(of or INVALID, len(elements))
        case Builtin(name="new", made=of):
            return _sized(of)
        case Builtin(name="make", made=of, arguments=arguments):
            return _make(of or INVALID, arguments, numbers)
        case FunctionLiteral(function=function) if function is not None:
            return Made(*closure_bytes(function, release))
        case MethodOf(operand=operand):
            receiver = operand.type or INVALID
            return Made(_WORD + size_of(receiver), pointer_slots(receiver))
        case Convert(type=of, operand=operand):
            return _converted(of or INVALID, operand, numbers)
        case Concat(operands=operands):
            return Made(sum(_length(operand, numbers) for operand in operands), 0)
        case Call(arguments=arguments, function=function):
            return _variadic(function.type, len(arguments))
    return Made(_WORD, 1)


def frame_bytes(subject: Variable | Expression, numbers: Numbers, release: str) -> float:
    """Return what a value that is on the stack takes there: of a map the header and one bucket, whatever its hint.

    Parameters are those of `object_of`.

    Raises
    ------
    UnknownLengthError
        If the size depends on a length that is not known.
    """
    of = _map_type(subject)
    return (object_of(subject, numbers, release) if of is None else _map(of.key, of.element, 0)).size


def buckets_of(subject: Variable | Expression, numbers: Numbers) -> Made:
    """Return what a value that is on the stack takes on the heap all the same: the buckets of a map with a large hint.

    More entries than one bucket holds are made room for by the runtime, which knows no stack but for the first bucket
    (golang/go src/cmd/compile/internal/walk/builtin.go:279 at go1.19; ``makemap`` in src/runtime/hashmap.go at go1.8).

    Raises
    ------
    UnknownLengthError
        If the hint is not known.
    """
    of = _map_type(subject)
    if of is None:
        return Made(0, 0)
    hint = 0.0
    if isinstance(subject, Builtin):
        hint = _count(subject.arguments, numbers)
    elif isinstance(subject, CompositeLiteral):
        hint = len(subject.elements)
    return _buckets(of.key, of.element, hint) if hint > BUCKET_ENTRIES else Made(0, 0)


def _map_type(subject: Variable | Expression) -> Map | None:
    match subject:
        case Builtin(name="make", made=of) | CompositeLiteral(type=of):
            found = underlying(of or INVALID)
            return found if isinstance(found, Map) else None
    return None


def _sized(of: Type | None) -> Made:
    return Made(size_of(of or INVALID), pointer_slots(of or INVALID))


def _literal(of: Type, elements: int) -> Made:
    match underlying(of):
        case Slice(element=element):
            return Made(elements * size_of(element), elements * pointer_slots(element))
        case Map(key=key, element=element):
            return _map(key, element, elements)
    return _sized(of)


def _map(key: Type, element: Type, hint: float) -> Made:
    buckets = _buckets(key, element, hint)
    # Its header and its buckets are two objects.
    return Made(MAP_HEADER_BYTES + buckets.size, 2 + buckets.pointers, 2)


def _buckets(key: Type, element: Type, hint: float) -> Made:
    growth = map_growth(size_of(key), size_of(element), entries=hint, hint=hint)
    slots = pointer_slots(key) + pointer_slots(element)
    return Made(growth.size, growth.elements * (8 * slots + 1))


def _count(arguments: list[Expression], numbers: Numbers) -> float:
    """Return what ``make`` is asked for: its last argument is the capacity, or the length that is the capacity too."""
    if not arguments:
        return 0.0
    known = numbers.number(arguments[-1])
    if known is None:
        raise UnknownLengthError(numbers.text(arguments[-1]))
    return known


def _make(of: Type, arguments: list[Expression], numbers: Numbers) -> Made:
    count = _count(arguments, numbers)
    match underlying(of):
        case Slice(element=element):
            return Made(count * size_of(element), count * pointer_slots(element))
        case Channel(element=element):
            # A buffer that holds pointers is an object of its own (go1.8 chan.go:92).
            slots, objects = count * pointer_slots(element), 2 if count and has_pointers(element) else 1
            return Made(_CHANNEL_BYTES + count * size_of(element), 1 + slots, objects)
        case Map(key=key, element=element):
            return _map(key, element, count)
    return _sized(of)


def _converted(of: Type, operand: Expression, numbers: Numbers) -> Made:
    source = operand.type or INVALID
    if isinstance(underlying(of), Interface):
        # A pointer stands in the interface itself, and a constant in the program's data.
        direct = isinstance(underlying(source), Pointer | Map | Channel | Signature | Interface)
        return Made(0, 0) if direct or operand.value is not None else _sized(source)
    return Made(_length(operand, numbers) * _unit(of, source), 0)


def _unit(of: Type, source: Type) -> int:
    """Return the bytes for each element in a conversion between strings and slices."""
    elements = [kind.element for kind in (underlying(of), underlying(source)) if isinstance(kind, Slice)]
    return size_of(elements[0]) if elements else 1


def _length(operand: Expression, numbers: Numbers) -> float:
    of = underlying(operand.type or INVALID)
    if isinstance(of, Basic) and "int" in of.kind:
        return 4.0  # string(rune): as many bytes as UTF-8 has for one
    known = numbers.length(operand)
    if known is None:
        raise UnknownLengthError(f"len({numbers.text(operand)})")
    return known


def _variadic(function: Type | None, arguments: int) -> Made:
    signature = underlying(function or INVALID)
    if not isinstance(signature, Signature) or not signature.variadic:
        return Made(0, 0)
    last = signature.parameters[-1]
    element = last.element if isinstance(last, Slice) else INVALID
    count = max(arguments - len(signature.parameters) + 1, 0)
    return Made(count * size_of(element), count * pointer_slots(element))
