import re
from html.parser import HTMLParser

import pytest

from gcsim.escape.errors import SourceError
from gcsim.escape.findings import Placement
from gcsim.escape.output import html_page
from gcsim.escape.syntax.nodes import BasicLiteral, Convert
from tests.escape.output.handmade import TEXT, analysis, at

_VOID = {"input", "meta", "br"}


class _Page(HTMLParser):
    """What a browser makes of a page: lines of text without tips, values with their class and tip."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.lines: list[str] = []
        self.tips: dict[str, str] = {}
        self.values: list[tuple[str, str, str]] = []
        self.feed(page)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        self.open.append((tag, dict(attrs)))
        if tag == "li" and any(of.get("class") == "source" for _, of in self.open):
            self.lines.append("")
        if self._is("value"):
            self.values.append((str(self.open[-1][1]["class"]).removeprefix("value "), "", ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        inside = [str(of.get("class", "")) for _, of in self.open]
        if "tip" in inside:
            place, text, tip = self.values[-1]
            self.values[-1] = (place, text, tip + data)
        elif "source" in inside and self.open[-1][0] != "ol":
            self.lines[-1] += data
            if any(of.startswith("value ") for of in inside):
                place, text, tip = self.values[-1]
                self.values[-1] = (place, text + data, tip)

    def _is(self, style: str) -> bool:
        return str(self.open[-1][1].get("class", "")).startswith(f"{style} ")


def test_the_page_shows_the_text_as_it_is() -> None:
    assert _Page(html_page([analysis()], "main.go")).lines == TEXT.decode().splitlines()


def test_each_value_is_coloured_by_its_place_and_tells_why() -> None:
    assert _Page(html_page([analysis()], "main.go")).values == [
        (
            "data",
            "limit",
            "limit in package level, in the data segmentlimit is in the data segment: a variable of the package",
        ),
        ("heap", "age", "age in getAge, on the heapage → ~r0 → heap: returned by address at line 7"),
        ("stack", "n", "n in main, on the stackn is on the stack: its address is never taken"),
        (
            "heap",
            "make",
            "make([]int, n) in main, on the heapmake([]int, n) → heap: its size is known only when it runs",
        ),
    ]


def test_what_several_values_stand_on_has_the_colour_of_the_dearest() -> None:
    made = analysis()
    (age,) = (placement for placement in made.packages[0].findings.placements if placement.label == "age")
    age.place = "stack"
    literal = BasicLiteral(age.position, "int", "34")
    made.packages[0].findings.placements.append(
        Placement(literal, age.position, "copy", age.function, "data segment", "a constant")
    )
    (place,) = (place for place, text, _ in _Page(html_page([made], "main.go")).values if text == "age")
    assert place == "data"


@pytest.mark.parametrize(("line", "drawn"), [(11, "n"), (12, "getAge")])
def test_what_becomes_an_interface_in_a_call_is_drawn_by_itself_if_it_stands_there(line: int, drawn: str) -> None:
    made = analysis()
    convert = Convert(at(11, 13), BasicLiteral(at(line, 2), "int", "0"), implicit=True)
    made.packages[0].findings.placements = [Placement(convert, convert.position, "n", None, "heap", "kept")]
    assert [text for _, text, _ in _Page(html_page([made], "main.go")).values] == [drawn]


def test_both_answers_are_in_one_page_and_the_first_is_shown() -> None:
    page = html_page([analysis(), analysis(inlined=False)], "main.go")
    assert re.findall(r'<input type="radio" name="view" id="([\w-]+)"( checked)?><label for="\1">([\w ]+)<', page) == [
        ("view-0", " checked", "with inlining"),
        ("view-1", "", "without inlining"),
    ]
    assert len(_Page(page).lines) == 2 * len(TEXT.decode().splitlines())
    identifiers = re.findall(r' id="([\w-]+)"', page)
    assert len(identifiers) == len(set(identifiers))
    assert set(re.findall(r'aria-describedby="([\w-]+)"', page)) < set(identifiers)


def test_nothing_in_the_text_or_the_title_becomes_markup() -> None:
    made = analysis(errors=(SourceError(at(4, 1), "<b> is no Go"),))
    page = html_page([made], "<script>.go")
    assert "<3>" not in page
    assert "<script" not in page
    assert "main.go:4:1: &lt;b&gt; is no Go" in page


def _luminance(colour: str) -> float:
    """Give the relative luminance of a colour: https://www.w3.org/TR/WCAG21/#dfn-relative-luminance."""
    digits = colour if len(colour) == 6 else "".join(2 * digit for digit in colour)
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_colour_can_be_read_on_its_ground_in_light_and_dark() -> None:
    page = html_page([analysis()], "main.go")
    schemes = [
        dict(re.findall(r"--(\w[\w-]*): #(\w+);", block)) for block in re.findall(r":root {(.*?)}", page, re.DOTALL)
    ]
    assert len(schemes) == 2
    for scheme in schemes:
        pairs = [(name, "paper") for name in ("ink", "soft", "keyword", "string", "number", "comment", "heap")]
        pairs += [("ink", "panel"), ("heap", "heap-ground"), ("stack", "stack-ground"), ("data", "data-ground")]
        for ink, ground in pairs:
            dark, light = sorted([_luminance(scheme[ink]), _luminance(scheme[ground])])
            assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)


def test_the_page_needs_no_other_file() -> None:
    page = html_page([analysis()], "main.go")
    assert not re.search(r"https?:|src=|<link|@import|url\(", page)


def test_a_value_that_stands_in_no_file_is_counted_and_not_drawn() -> None:
    made = analysis()
    made.packages[0].findings.placements[2].position = 0
    page = html_page([made], "main.go")
    assert '<span class="stack">stack</span> 1 value</li>' in page
    assert [text for _, text, _ in _Page(page).values] == ["limit", "age", "make"]
