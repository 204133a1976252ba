"""Integer nanoseconds and bytes, and the text in which people write them.

The model knows no fractions of a nanosecond or of a byte: text that does not come out whole is refused, never rounded.
"""

import re
from collections.abc import Mapping
from fractions import Fraction

__all__ = ["LARGEST", "format_duration", "format_size", "parse_duration", "parse_size"]

LARGEST = 2**63 - 1
"""The largest duration (ns) and size (bytes): what a signed 64-bit column of a table holds."""

_DURATIONS: Mapping[str, int] = {
    "ns": 1,
    "us": 10**3,
    "µs": 10**3,  # micro sign, U+00B5
    "μs": 10**3,  # Greek mu, U+03BC: what some keyboards give
    "ms": 10**6,
    "s": 10**9,
    "m": 60 * 10**9,
    "h": 3600 * 10**9,
}
_SIZES: Mapping[str, int] = {
    "B": 1,
    "kB": 10**3,
    "MB": 10**6,
    "GB": 10**9,
    "TB": 10**12,
    "KiB": 2**10,
    "MiB": 2**20,
    "GiB": 2**30,
    "TiB": 2**40,
}
_QUANTITY = re.compile(r"([0-9]+(?:\.[0-9]+)?)([A-Za-zµμ]+)")
_LONGEST = 40  # characters: more digits than any duration or size has


def parse_duration(text: str | int) -> int:
    """Read a duration such as ``10ms`` or ``1.5s``.

    Parameters
    ----------
    text : str or int
        A number and one of the units ns, us (µs), ms, s, m (minutes), h; or 0.

    Returns
    -------
    int
        Nanoseconds, from 0 to :data:`LARGEST`.

    Raises
    ------
    ValueError
        If there is no unit or another one, or the duration is no whole number of nanoseconds. The message says what
        would do.
    """
    return _parse(text, _DURATIONS, "a time with its unit, such as 10ms (ns, us, ms, s, m, h)", "ns")


def parse_size(text: str | int) -> int:
    """Read a size such as ``64MiB`` or ``1.5GB``.

    Parameters
    ----------
    text : str or int
        A number and one of the units B, KiB, MiB, GiB, TiB (powers of 1024), kB, MB, GB, TB (powers of 1000); or 0.

    Returns
    -------
    int
        Bytes, from 0 to :data:`LARGEST`.

    Raises
    ------
    ValueError
        If there is no unit or another one, or the size is no whole number of bytes. The message says what would do.
    """
    return _parse(text, _SIZES, "a size with its unit, such as 64MiB (B, KiB, MiB, GiB, TiB, kB, MB, GB, TB)", "B")


def format_duration(ns: int) -> str:
    """Write a duration in the largest unit that needs no more digits than it has.

    Minutes and hours are used for whole ones only. ``parse_duration(format_duration(ns)) == ns`` for every duration.

    Parameters
    ----------
    ns : int
        Nanoseconds, not negative.

    Returns
    -------
    str
        For example ``0ns``, ``1.5ms``, ``7s``, ``2h``.
    """
    _check_not_negative(ns)
    for unit in ("h", "m"):
        if ns and ns % _DURATIONS[unit] == 0:
            return f"{ns // _DURATIONS[unit]}{unit}"
    unit = next((unit for unit in ("s", "ms", "us") if ns >= _DURATIONS[unit]), "ns")
    whole, rest = divmod(ns, _DURATIONS[unit])
    if rest == 0:
        return f"{whole}{unit}"
    decimals = str(_DURATIONS[unit] + rest)[1:].rstrip("0")
    return f"{whole}.{decimals}{unit}"


def format_size(size: int) -> str:
    """Write a size in the largest binary unit in which it has at most two decimals.

    ``parse_size(format_size(size)) == size`` for every size.

    Parameters
    ----------
    size : int
        Bytes, not negative.

    Returns
    -------
    str
        For example ``0B``, ``1000B``, ``1.5GiB``.
    """
    _check_not_negative(size)
    for unit in ("TiB", "GiB", "MiB", "KiB"):
        hundredths, rest = divmod(size * 100, _SIZES[unit])
        if rest == 0 and size >= _SIZES[unit]:
            whole, decimals = divmod(hundredths, 100)
            return f"{whole}.{decimals:02}".rstrip("0").rstrip(".") + unit
    return f"{size}B"


def _check_not_negative(value: int) -> None:
    if value < 0:
        raise ValueError(f"{value} is negative; times and sizes are not")


def _parse(text: str | int, units: Mapping[str, int], wanted: str, base: str) -> int:
    text = str(text)
    if text == "0":
        return 0
    matched = _QUANTITY.fullmatch(text) if len(text) <= _LONGEST else None
    if matched is None:
        raise ValueError(f"use {wanted}")
    number, unit = matched.groups()
    if unit not in units:
        meant = " or ".join(f"{number}{known}" for known in _meant(unit, units))
        raise ValueError(f"use {wanted}{f': {meant}' if meant else ''}")
    scaled = Fraction(number) * units[unit]
    if scaled.denominator != 1:
        raise ValueError(f"use a whole number of {base}")
    if scaled > LARGEST:
        raise ValueError(f"use at most {LARGEST}{base}")
    return int(scaled)


def _meant(unit: str, units: Mapping[str, int]) -> list[str]:
    """Units that somebody who writes ``mb``, ``M`` or ``KB`` may mean."""
    letter = unit.lower().removesuffix("b").removesuffix("i")
    spellings = {unit.lower(), f"{letter}b", f"{letter}ib"}
    return [known for known in units if known.lower() in spellings]
