"""A small program and what was found in it, made by hand: what an output says must not hang on an analysis."""

from gcsim.escape.analysis import Analysis, PackageAnalysis
from gcsim.escape.errors import SourceError
from gcsim.escape.findings import Diagnostic, Findings, Placement, Step
from gcsim.escape.inlining import Added, Cost, Growth, Inlining
from gcsim.escape.syntax.nodes import BasicLiteral, Block, SourceFile
from gcsim.escape.syntax.positions import Files, pack
from gcsim.escape.types.model import FunctionObject, Package, Signature, Variable
from gcsim.escape.types.universe import BASIC

TEXT = b"""\
package main

var limit = "<3>"

func getAge() *int {
	age := 34
	return &age
}

func main() {
	n := *getAge()
	s := make([]int, n)
	/* two
	lines */
	_ = s
}
"""


def at(line: int, column: int) -> int:
    """Give a position in the text."""
    return pack(1, line, column)


def function(name: str, line: int) -> FunctionObject:
    """Make a function of package main."""
    signature = Signature([], [], variadic=False)
    return FunctionObject(name, "main", at(line, 6), signature, None, [], [], Block(at(line, 20), [], at(line + 3, 1)))


def variable(name: str, line: int, column: int, owner: FunctionObject | None) -> Variable:
    """Make an int."""
    return Variable(name, "main", at(line, column), BASIC["int"], "local" if owner else "global", owner)


def analysis(release: str = "1.8", *, inlined: bool = True, errors: tuple[SourceError, ...] = ()) -> Analysis:
    """Give what is found in the text: one variable moved to the heap, one slice of unknown size, one global."""
    get_age, main = function("getAge", 5), function("main", 10)
    age, n, limit = variable("age", 6, 2, get_age), variable("n", 11, 2, main), variable("limit", 3, 5, None)
    age.address_taken = True
    size = BasicLiteral(at(12, 11), "int", "n")
    findings = Findings(
        [Diagnostic(at(7, 9), "&age escapes to heap"), Diagnostic(at(6, 2), "moved to heap: age")],
        [
            Placement(limit, limit.position, "limit", None, "data segment", "a variable of the package"),
            Placement(
                age,
                age.position,
                "age",
                get_age,
                "heap",
                "returned",
                [Step("~r0", "address-of", at(7, 9)), Step("~r0", "return", at(7, 2))],
            ),
            Placement(n, n.position, "n", main, "stack", "does not escape"),
            Placement(
                size,
                size.position,
                "make([]int, n)",
                main,
                "heap",
                "non-constant size",
                [Step("heap", "non-constant size", at(12, 11))],
            ),
        ],
    )
    inlining = Inlining(
        release,
        diagnostics=[Diagnostic(at(5, 6), "can inline getAge"), Diagnostic(at(11, 14), "inlining call to getAge")],
        costs=[Cost(get_age, 6, 80, None, inlined=True), Cost(main, None, 80, "non-leaf function")],
        growth=Growth([Added(at(11, 14), get_age, main, 6, 18)]),
        dead=[get_age],
    )
    source = SourceFile(at(1, 1), "main.go", "main", [], [], TEXT)
    package = Package("main", "main", [source])
    files = Files()
    files.add("main.go")
    parts = [PackageAnalysis(package, inlining if inlined else None, findings)]
    return Analysis(release, inlined, files, parts, list(errors))
