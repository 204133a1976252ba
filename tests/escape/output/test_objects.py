import json

from gcsim.escape.errors import SourceError
from gcsim.escape.output import as_object
from gcsim.escape.syntax.positions import NOWHERE
from tests.escape.output.handmade import analysis, at


def test_the_object_has_all_that_was_found() -> None:
    def place(line: int, column: int) -> dict[str, object]:
        return {"file": "main.go", "line": line, "column": column}

    made = analysis(errors=(SourceError(at(4, 1), "no such thing"),))
    made.packages[0].findings.diagnostics[0] = type(made.packages[0].findings.diagnostics[0])(NOWHERE, "leaking")
    shape = as_object(made)
    assert json.loads(json.dumps(shape)) == shape
    assert {key: shape[key] for key in ("release", "inlining", "errors")} == {
        "release": "1.8",
        "inlining": True,
        "errors": [{"position": place(4, 1), "what": "no such thing"}],
    }
    (package,) = shape["packages"]
    assert {key: package[key] for key in ("path", "name", "dead")} == {
        "path": "main",
        "name": "main",
        "dead": ["getAge"],
    }
    assert package["diagnostics"] == [
        {"position": place(5, 6), "text": "can inline getAge"},
        {"position": place(11, 14), "text": "inlining call to getAge"},
        {"position": None, "text": "leaking"},
        {"position": place(6, 2), "text": "moved to heap: age"},
    ]
    assert package["placements"][:2] == [
        {
            "label": "limit",
            "position": place(3, 5),
            "function": None,
            "place": "data segment",
            "reason": "a variable of the package",
            "path": [],
        },
        {
            "label": "age",
            "position": place(6, 2),
            "function": "getAge",
            "place": "heap",
            "reason": "returned by address",
            "path": [
                {"target": "~r0", "why": "address-of", "position": place(7, 9)},
                {"target": "~r0", "why": "return", "position": place(7, 2)},
            ],
        },
    ]
    assert package["functions"] == [
        {
            "function": "getAge",
            "position": place(5, 6),
            "cost": 6,
            "budget": 80,
            "inlined": True,
            "reason": None,
        },
        {
            "function": "main",
            "position": place(10, 6),
            "cost": None,
            "budget": 80,
            "inlined": False,
            "reason": "non-leaf function",
        },
    ]
    assert package["growth"] == [
        {"position": place(11, 14), "callee": "getAge", "caller": "main", "cost": 6, "bytes": 18}
    ]


def test_without_inlining_there_are_no_costs() -> None:
    (package,) = as_object(analysis(inlined=False))["packages"]
    assert [package[key] for key in ("functions", "growth", "dead")] == [[], [], []]
