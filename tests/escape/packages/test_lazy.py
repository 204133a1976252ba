import pytest

from gcsim.escape.packages.lazy import LazyScope
from gcsim.escape.types.model import Object


def test_objects_are_made_once_and_only_when_they_are_asked_for() -> None:
    made: list[str] = []
    searches: list[str] = []

    def make(name: str) -> Object | None:
        made.append(name)
        return Object(name, "p", 0) if name != "broken" else None

    def names() -> list[str]:
        searches.append("search")
        return ["a", "b", "broken"]

    scope = LazyScope(make, names)
    assert (made, searches) == ([], [])
    assert "a" in scope
    assert "c" not in scope
    assert made == []
    assert scope.get("a") is scope["a"]
    assert scope.get("c") is None
    other = Object("d", "p", 0)
    assert scope.get("c", other) is other
    with pytest.raises(KeyError):
        scope["broken"]
    assert list(scope) == ["a"]
    assert sorted(scope.complete()) == ["a", "b"]
    assert made == ["a", "broken", "b", "broken"]
    assert searches == ["search"]


def test_a_name_entered_by_hand_needs_no_search() -> None:
    scope = LazyScope(lambda _name: None, list)
    scope["x"] = Object("x", "p", 0)
    assert "x" in scope
