"""What a number measures, and how people write it: times in ns, sizes in bytes, shares of one, and plain numbers."""

import re
from enum import StrEnum

from gcsim.units import format_duration, format_size, parse_duration, parse_size

__all__ = ["Quantity", "quantity_of", "read", "said", "scaled", "written"]

_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_DIGITS = 3
_SHARES = ("fraction", "share", "mmu")
_LARGE = 1000
_TIMES = (("s", 10**9), ("ms", 10**6), ("us", 10**3), ("ns", 1))
_SIZES = (("TiB", 2**40), ("GiB", 2**30), ("MiB", 2**20), ("KiB", 2**10), ("B", 1))


class Quantity(StrEnum):
    """What a number measures."""

    TIME = "ns"
    SIZE = "B"
    SHARE = "share"
    NUMBER = ""


def quantity_of(column: str) -> Quantity:
    """Return what a column of results holds.

    Parameters
    ----------
    column : str
        Its name tells: ``pause_ns.p99`` a time, ``heap_bytes.peak`` a size, ``gc_cpu_fraction`` a share.

    Returns
    -------
    Quantity

    Examples
    --------
    >>> quantity_of("pause_ns.p99").name, quantity_of("pause_ns.n").name, quantity_of("mmu.10ms").name
    ('TIME', 'NUMBER', 'SHARE')
    """
    if column.endswith(".n"):
        return Quantity.NUMBER
    words = set(re.split(r"[._]", column))
    if "ns" in words:
        return Quantity.TIME
    if "bytes" in words or column.startswith("cycle_medians.heap"):
        return Quantity.SIZE
    return Quantity.SHARE if words.intersection(_SHARES) else Quantity.NUMBER


def read(text: str) -> tuple[float, Quantity]:
    """Read a number with its unit.

    Parameters
    ----------
    text : str
        ``10ms``, ``2GiB``, ``10%`` or ``0.1``.

    Returns
    -------
    value : float
        In ns, bytes, as a share of one, or as it stands; an int where it is a time, a size, or written as one.
    quantity : Quantity
        By its unit.

    Raises
    ------
    ValueError
        If it is none. The message says what would do.
    """
    text = text.strip()
    if _NUMBER.fullmatch(text):
        number = float(text)
        return int(number) if "." not in text and number.is_integer() else number, Quantity.NUMBER
    if text.endswith("%") and _NUMBER.fullmatch(text[:-1].rstrip()):
        return float(text[:-1]) / 100, Quantity.SHARE
    for parse, quantity in ((parse_size, Quantity.SIZE), (parse_duration, Quantity.TIME)):
        try:
            return parse(text), quantity
        except ValueError:
            continue
    raise ValueError("use a number, a time such as 10ms, a size such as 2GiB, or a share such as 10%")


def written(value: float, quantity: Quantity) -> str:
    """Write a time, a size or a number as a scenario file takes it, without losing anything.

    Parameters
    ----------
    value : float
    quantity : Quantity

    Returns
    -------
    str
    """
    if quantity is Quantity.TIME:
        return format_duration(int(value))
    return format_size(int(value)) if quantity is Quantity.SIZE else repr(value)


def said(value: float, quantity: Quantity) -> str:
    """Write a value for people, to three digits; it may be negative.

    Parameters
    ----------
    value : float
    quantity : Quantity

    Returns
    -------
    str

    Examples
    --------
    >>> said(1_234_567, Quantity.TIME), said(-3 * 2**20, Quantity.SIZE), said(0.0712, Quantity.SHARE)
    ('1.23 ms', '-3 MiB', '7.12 %')
    >>> said(780_488.4, Quantity.NUMBER), said(1.85714, Quantity.NUMBER)
    ('780,488', '1.86')
    """
    if quantity is Quantity.SHARE:
        return f"{_rounded(100 * value)} %"
    if quantity is Quantity.NUMBER:
        return _rounded(value)
    units = _TIMES if quantity is Quantity.TIME else _SIZES
    unit, scale = next((pair for pair in units if abs(value) >= pair[1]), units[-1])
    return f"{_rounded(value / scale)} {unit}"


def scaled(largest: float, quantity: Quantity) -> tuple[float, str]:
    """Return the unit in which an axis shows values up to one.

    Parameters
    ----------
    largest : float
        The largest of them.
    quantity : Quantity

    Returns
    -------
    scale : float
        What values are divided by.
    unit : str
        As an axis names it; empty for plain numbers.

    Examples
    --------
    >>> scaled(3_400_000, Quantity.TIME), scaled(0.3, Quantity.SHARE)
    ((1000000, 'ms'), (0.01, '%'))
    """
    if quantity is Quantity.SHARE:
        return 0.01, "%"
    if quantity is Quantity.NUMBER:
        return 1, ""
    units = _TIMES if quantity is Quantity.TIME else _SIZES
    unit, scale = next((pair for pair in units if largest >= pair[1]), units[-1])
    return scale, unit.replace("us", "µs")


def _rounded(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= _LARGE else f"{value:.{_DIGITS}g}"
