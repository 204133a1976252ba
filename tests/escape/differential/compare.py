"""Two compilers' messages side by side: what is equal, what differs in which way, and what would be unsound."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tests.escape.differential.corpus import Program
from tests.escape.differential.lines import HEAP, STACK, Line, escaping
from tests.escape.differential.ours import Ours

_LEAKS = ("leaking param", "leaking param to result", "leaking param content")


_FITS: tuple[Callable[[Line, Line], bool], ...] = (
    lambda a, b: a.position == b.position and a.kind == b.kind,
    lambda a, b: a.position == b.position and a.subject == b.subject,
    lambda a, b: (a.file, a.line, a.text) == (b.file, b.line, b.text),
    lambda a, b: a.position == b.position and {a.kind, b.kind} <= {*HEAP, STACK},
    lambda a, b: a.text == b.text and a.file == b.file and a.kind != "inlining call",
)
"""How two messages belong together, the closest first."""


@dataclass(frozen=True)
class Difference:
    """One message that only one side has, or one that both have in different words.

    ``name`` is the class that it belongs to; ``real`` or ``ours`` is None where that side has nothing there.
    """

    name: str
    program: str
    real: Line | None
    ours: Line | None

    def __str__(self) -> str:
        return f"{self.program}: real {self.real or '-'} | gcsim {self.ours or '-'}"


@dataclass
class Comparison:
    """One program's messages on both sides.

    ``equal`` counts the messages that both have (position, kind, text), ``real`` those of the real compiler, ``ours``
    gcsim's; ``in_order`` says whether the two texts are the same line for line. ``unsound`` holds what gcsim leaves on
    the stack and the real compiler does not.
    """

    program: str
    real: int
    ours: int
    equal: int
    in_order: bool
    differences: list[Difference]
    unsound: list[str]

    @property
    def every(self) -> int:
        """How many different messages there are on the two sides together."""
        return self.real + self.ours - self.equal


def compare(program: Program, real: list[Line], ours: Ours) -> Comparison:
    """Compare the messages for one program."""
    name = program.name
    real_count, our_count = Counter(real), Counter(ours.lines)
    equal = (real_count & our_count).total()
    differences = _pair(name, real_count - our_count, our_count - real_count)
    if not differences and real != ours.lines:
        at = next(index for index, pair in enumerate(zip(real, ours.lines, strict=True)) if pair[0] != pair[1])
        differences = [Difference("order of lines", name, real[at], ours.lines[at])]
    return Comparison(
        name,
        real=len(real),
        ours=len(ours.lines),
        equal=equal,
        in_order=real == ours.lines,
        differences=differences,
        unsound=[f"{name}: {what}" for what in find_unsound(real, ours, program.imports)],
    )


def share(comparisons: Iterable[Comparison]) -> float:
    """Give the share of messages that are the same, of all that either side has."""
    found = list(comparisons)
    every = sum(comparison.every for comparison in found)
    return sum(comparison.equal for comparison in found) / every if every else 1.0


def find_unsound(real: list[Line], ours: Ours, imports: frozenset[str] = frozenset()) -> list[str]:
    """List the values that gcsim leaves on the stack though the real compiler puts them on the heap.

    A value that gcsim does not mention as being on the heap counts as left on the stack, so silence is no excuse. Only
    at the position of a call there may be no such value: where the two do not inline the same, or inline a function of
    an imported package, whose values gcsim does not list. Parameters count too: what the real compiler lets leak and
    gcsim does not would make a caller keep a value on the stack.
    """
    inlined = _inlined_at(real)
    our_inlined = _inlined_at(ours.lines)
    real_heap = Counter(line.position for line in escaping(real))
    our_heap = Counter(line.position for line in escaping(ours.lines))
    found = []
    for position, count in sorted(real_heap.items()):
        placed = ours.places.get(position, []).count("heap")
        excused = inlined.get(position) != our_inlined.get(position) or any(
            call.partition(".")[0] in imports for call in inlined.get(position, ())
        )
        if not excused and max(our_heap[position], placed) < count:
            found += [
                f"{line}, and gcsim keeps it on the stack" for line in escaping(real) if line.position == position
            ]
    stays = {(line.position, line.subject) for line in ours.lines if line.kind == STACK}
    leaves = {(line.position, line.subject) for line in real if line.kind == STACK}
    for line in real:
        key = line.position, line.subject
        if (line.kind in _LEAKS or line.kind in HEAP) and key in stays and key not in leaves:
            found.append(f"{line}, and gcsim says that it does not escape")
    return list(dict.fromkeys(found))


def table(differences: Iterable[Difference]) -> list[tuple[str, int, Difference]]:
    """Count the classes of differences, the largest first, with an example of each."""
    classes: dict[str, list[Difference]] = {}
    for difference in differences:
        classes.setdefault(difference.name, []).append(difference)
    rows = [(name, len(members), min(members, key=str)) for name, members in classes.items()]
    return sorted(rows, key=lambda row: (-row[1], row[0]))


def _inlined_at(lines: Iterable[Line]) -> dict[tuple[str, int, int], Counter[str]]:
    calls: dict[tuple[str, int, int], Counter[str]] = {}
    for line in lines:
        if line.kind == "inlining call":
            calls.setdefault(line.position, Counter())[line.subject] += 1
    return calls


def _pair(program: str, only_real: Counter[Line], only_ours: Counter[Line]) -> list[Difference]:
    """Set what only one side has against what the other has at the same place, as far as there is something."""
    ours = sorted(only_ours.elements())
    differences = []
    for line in sorted(only_real.elements()):
        partner = next((other for fits in _FITS for other in ours if fits(line, other)), None)
        if partner is not None:
            ours.remove(partner)
        differences.append(Difference(_name(line, partner), program, line, partner))
    return differences + [Difference(_name(None, line), program, None, line) for line in ours]


def _name(real: Line | None, ours: Line | None) -> str:
    if real is None or ours is None:
        line = real or ours
        assert line is not None
        return f"{'only real' if real else 'only gcsim'}: {_kind(line)}"
    if real.kind == ours.kind:
        if real.text == ours.text:
            return f"position: {_kind(real)}"
        return f"text: {_kind(real)}"
    return f"verdict: {_kind(real)}, gcsim {ours.kind}"


def _kind(line: Line) -> str:
    return f"{line.kind} ({line.shape})" if line.kind in {"escapes to heap", STACK} else line.kind
