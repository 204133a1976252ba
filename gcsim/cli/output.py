"""What a command prints: text for people, JSON for scripts."""

import json
import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["counted", "duration", "percent", "print_json", "print_rich", "size", "write"]

_PIPED_WIDTH = 120
_DIGITS = 3


def write(text: str) -> None:
    """Write a command's result to stdout.

    A reader that closed the pipe (``gcsim … | head``) has what it wanted: the command ends in silence, exit code 0.

    Parameters
    ----------
    text : str
        Whole lines.

    Raises
    ------
    typer.Exit
        If nobody reads on.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # The interpreter flushes stdout once more when it ends, and would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit from None


def print_json(value: Mapping[str, Any]) -> None:
    """Print one JSON object; what is neither number nor text nor a container of them is refused, NaN too."""
    write(json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False) + "\n")


def print_rich(*parts: "RenderableType") -> None:
    """Print tables and text below one another, coloured and as wide as the terminal if there is one, else plain."""
    from rich.console import Console

    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = _PIPED_WIDTH
    with console.capture() as captured:
        for part in parts:
            console.print(part)
    # Rich fills every line of a table with spaces, which nobody wants in a file.
    lines = captured.get().splitlines()
    write("".join(f"{line if console.is_terminal else line.rstrip()}\n" for line in lines))


def duration(ns: float | None) -> str:
    """Return a duration to three digits: ``1.24ms``; a dash for None.

    Examples
    --------
    >>> duration(1_236_789), duration(59_999_999_999), duration(0), duration(None)
    ('1.24ms', '60s', '0ns', '-')
    """
    if ns is None:
        return "-"
    for unit, scale in (("s", 10**9), ("ms", 10**6), ("us", 10**3)):
        # 999.6 us would read "1e+03us": the next unit takes over where three digits round up to it
        if ns >= 0.9995 * scale:
            return _digits(ns / scale) + unit
    return _digits(ns) + "ns"


def size(count: float | None) -> str:
    """Return a size to three digits: ``121MiB``; a dash for None.

    Examples
    --------
    >>> size(127_612_000), size(512), size(None)
    ('122MiB', '512B', '-')
    """
    if count is None:
        return "-"
    for unit, scale in (("GiB", 2**30), ("MiB", 2**20), ("KiB", 2**10)):
        if count >= scale:
            return _digits(count / scale) + unit
    return _digits(count) + "B"


def percent(share: float | None) -> str:
    """Return a share in percent to one decimal; a dash for None.

    Examples
    --------
    >>> percent(0.2514), percent(1), percent(None)
    ('25.1 %', '100.0 %', '-')
    """
    return "-" if share is None else f"{share:.1%}".replace("%", " %")


def counted(number: int, noun: str) -> str:
    """Return how many there are of something.

    Examples
    --------
    >>> counted(1, "replication"), counted(2, "replication")
    ('1 replication', '2 replications')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _digits(value: float) -> str:
    decimals = max(_DIGITS - len(str(int(value))), 0) if value >= 1 else _DIGITS
    text = f"{value:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
