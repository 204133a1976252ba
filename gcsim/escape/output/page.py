"""One self-contained page: the text with each value coloured by where it lives."""

from __future__ import annotations

from collections import Counter
from html import escape
from itertools import count, groupby
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from gcsim.escape.output.sources import source_files
from gcsim.escape.output.tokens import cut, span_at
from gcsim.escape.output.wording import PLACES, sentence
from gcsim.escape.syntax.nodes import Convert
from gcsim.escape.syntax.positions import column_of, file_of, line_of
from gcsim.escape.text.names import function_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gcsim.escape.analysis import Analysis
    from gcsim.escape.findings import Placement
    from gcsim.escape.output.tokens import Token

__all__ = ["html_page"]

_CLASSES = {"heap": "heap", "stack": "stack", "data segment": "data"}
"""The style of each place."""

_PLAIN = frozenset({"space", "operator", "name"})
"""Kinds of token that look like any text."""

_RANKS = {place: rank for rank, place in enumerate(("heap", "data segment", "stack"))}
"""Which place colours a piece of text that several values stand on: the one that costs most."""


def html_page(analyses: Sequence[Analysis], title: str) -> str:
    """Write the page.

    Parameters
    ----------
    analyses : sequence of Analysis
        Of one program by the rules of one release, one at least: with inlining, without, or both. The first is shown
        when the page opens.
    title : str
        What was analysed.

    Returns
    -------
    str
        A whole HTML document that needs no other file.
    """
    template = Template(Path(__file__).with_name("page.html").read_text(encoding="utf-8"))
    names = [f"view-{number}" for number in range(len(analyses))]
    return template.substitute(
        title=escape(title),
        release=escape(analyses[0].release),
        switches="\n".join(f"#{name}:checked ~ .{name} {{ display: block; }}" for name in names),
        radios="\n".join(
            _radio(name, analysis, first=name == names[0]) for name, analysis in zip(names, analyses, strict=True)
        ),
        views="\n".join(_view(name, analysis) for name, analysis in zip(names, analyses, strict=True)),
    )


def _radio(name: str, analysis: Analysis, *, first: bool) -> str:
    words = "with inlining" if analysis.inlined else "without inlining"
    checked = " checked" if first else ""
    return f'<input type="radio" name="view" id="{name}"{checked}><label for="{name}">{words}</label>'


def _view(name: str, analysis: Analysis) -> str:
    """Write what the page shows of one analysis: numbers, errors, the files."""
    by_file: dict[int, list[Placement]] = {}
    counts: Counter[str] = Counter()
    for package in analysis.packages:
        for placement in package.findings.placements:
            counts[placement.place] += 1
            by_file.setdefault(file_of(placement.position), []).append(placement)
    parts = [f'<section class="view {name}">', '<ul class="legend">']
    parts += [f'<li><span class="{_CLASSES[place]}">{place}</span> {_values(counts[place])}</li>' for place in PLACES]
    parts.append("</ul>")
    if analysis.errors:
        told = [error.line(analysis.files) for error in analysis.errors]
        parts += ['<ul class="errors">', *(f"<li>{escape(line)}</li>" for line in told), "</ul>"]
    numbers = count()
    for number, file in source_files(analysis).items():
        parts += [f"<h2>{escape(file.name)}</h2>", '<ol class="source">']
        parts += [
            f"<li>{line}</li>"
            for line in _lines(file.text, by_file.get(number, []), analysis.release, f"{name}-tip", numbers)
        ]
        parts.append("</ol>")
    return "\n".join([*parts, "</section>"])


def _values(number: int) -> str:
    return f"{number} value{'' if number == 1 else 's'}"


def _lines(
    text: bytes, placements: Sequence[Placement], release: str, prefix: str, numbers: Iterator[int]
) -> list[str]:
    """Write the lines of a file: coloured tokens, and round those that stand for values a mark that tells of them."""
    tokens = cut(text)
    marks = _marks(text, tokens, placements)
    pieces: list[str] = []
    for marked, run in groupby(range(len(tokens)), key=lambda index: marks.get(index, ())):
        coloured = [_coloured(tokens[index]) for index in run]
        if not marked:
            pieces += coloured
            continue
        place = min((placement.place for placement in marked), key=_RANKS.__getitem__)
        tip = f"{prefix}-{next(numbers)}"
        told = "<br>".join(_told(placement, release) for placement in marked)
        pieces.append(
            f'<span class="value {_CLASSES[place]}" tabindex="0" aria-describedby="{tip}">{"".join(coloured)}'
            f'<span class="tip" id="{tip}" role="tooltip">{told}</span></span>'
        )
    return "".join(pieces).removesuffix("\n").split("\n")


def _marks(text: bytes, tokens: list[Token], placements: Sequence[Placement]) -> dict[int, tuple[Placement, ...]]:
    """Give the values that stand on each token, by its index; none on a token that holds the end of a line."""
    starts = [token.start for token in tokens]
    line_starts = [0]
    for line in text.split(b"\n"):
        line_starts.append(line_starts[-1] + len(line) + 1)
    marks: dict[int, tuple[Placement, ...]] = {}
    for placement in placements:
        position = _drawn_at(placement)
        offset = line_starts[line_of(position) - 1] + column_of(position) - 1
        for index in span_at(tokens, starts, offset):
            if b"\n" not in tokens[index].text:
                marks[index] = (*marks.get(index, ()), placement)
    return marks


def _drawn_at(placement: Placement) -> int:
    """Give where to draw a value: what becomes an interface in a call has the position of the call."""
    subject, position = placement.subject, placement.position
    if type(subject) is Convert and subject.implicit:
        operand = subject.operand.position
        if (file_of(operand), line_of(operand)) == (file_of(position), line_of(position)):
            return operand
    return position


def _coloured(token: Token) -> str:
    """Write a token; one of several lines is coloured line by line, so that each stands alone."""
    words = escape(token.text.decode("utf-8", "replace"))
    if token.kind in _PLAIN:
        return words
    return "\n".join(f'<span class="{token.kind}">{part}</span>' for part in words.split("\n"))


def _told(placement: Placement, release: str) -> str:
    """Write what is told of one value."""
    function = "package level" if placement.function is None else function_text(placement.function, release)
    style = _CLASSES[placement.place]
    label, rest = escape(placement.label), escape(sentence(placement))
    return f'<b class="{style}">{label}</b> in {escape(function)}, {PLACES[placement.place]}<br>{rest}'
