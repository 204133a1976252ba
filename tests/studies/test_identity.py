import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gcsim.simulation import MODEL_VERSION
from gcsim.studies import canonical_json, identity, key_of, run_key
from tests.studies.fakes import a_scenario

scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
plain = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4), max_leaves=20
)


def backwards(value: object) -> object:
    if isinstance(value, dict):
        return {key: backwards(value[key]) for key in reversed(value)}
    return [backwards(inner) for inner in value] if isinstance(value, list) else value


@given(plain)
def test_canonical_json_gives_the_data_back(value: object) -> None:
    assert repr(backwards_sorted(json.loads(canonical_json(value)))) == repr(backwards_sorted(value))


def backwards_sorted(value: object) -> object:
    if isinstance(value, dict):
        return {key: backwards_sorted(value[key]) for key in sorted(value)}
    return [backwards_sorted(inner) for inner in value] if isinstance(value, list) else value


@given(plain)
def test_canonical_json_does_not_depend_on_the_order_of_keys(value: object) -> None:
    assert canonical_json(backwards(value)) == canonical_json(value)


@given(plain)
def test_canonical_json_is_ascii_without_spaces_outside_of_text(value: object) -> None:
    text = canonical_json(value)
    assert text.isascii()
    assert json.dumps(json.loads(text), sort_keys=True, separators=(",", ":")) == text


def test_an_integer_and_the_same_number_as_a_float_are_different_data() -> None:
    assert canonical_json({"a": 1}) != canonical_json({"a": 1.0})


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_a_number_that_is_not_finite_has_no_canonical_form(value: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical_json({"a": value})


@pytest.mark.parametrize("value", [{1: 2}, {"a": [{None: 1}]}])
def test_a_key_that_is_not_text_has_no_canonical_form(value: object) -> None:
    with pytest.raises(TypeError, match="is text"):
        canonical_json(value)


def test_the_key_of_a_run_never_changes_silently() -> None:
    resolved = {"go": "1.8", "gogc": 100, "workload": {"kind": "forest", "roots": 0.25}, "until": {"cycles": None}}
    assert key_of(resolved, 1) == "a2c20a33d855b1703f09e7bd34266c17"
    assert key_of(resolved, 2) == "421895bef173422a642bac75bca9cb0c"


def test_the_key_depends_on_the_version_of_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    before = run_key(a_scenario())
    monkeypatch.setattr(identity, "MODEL_VERSION", MODEL_VERSION + 1)
    assert run_key(a_scenario()) != before


def test_equal_scenarios_have_one_key_and_replications_have_their_own() -> None:
    assert run_key(a_scenario()) == run_key(a_scenario())
    assert len({run_key(a_scenario(replication=r, gogc=gogc)) for r in range(3) for gogc in (50, "off")}) == 6


@given(
    st.sampled_from(["1.4", "1.6.0", "1.8"]),
    st.integers(0, 1000) | st.just("off"),
    st.none() | st.integers(1, 256),
    st.integers(0, 2**40),
    st.integers(0, 10**6),
    st.dictionaries(st.sampled_from(["1s", "2s", "3s"]), st.sampled_from(["4MiB", "64MiB"]), min_size=1, max_size=3),
)
def test_the_key_made_of_kept_texts_is_the_key_of_the_resolved_scenario(  # noqa: PLR0913, PLR0917  # what differs between runs
    go: str, gogc: int | str, ps: int | None, seed: int, replication: int, parts: dict[str, str]
) -> None:
    base = a_scenario()
    for duration, heap in parts.items():
        other = a_scenario(until={"duration": duration}, live_heap=heap)
        values = {"go": go, "gogc": gogc, "gomaxprocs": ps, "seed": seed, "replication": replication}
        scenario = base.model_copy(update={**values, "until": other.until, "workload": other.workload})
        assert run_key(scenario) == key_of(scenario.resolved(), MODEL_VERSION)


def test_texts_are_kept_for_some_parts_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identity, "_MOST_KEPT", 5)
    scenarios = [a_scenario(until={"duration": f"{s}s"}) for s in range(1, 9)]
    assert [run_key(scenario) for scenario in scenarios] == [
        key_of(scenario.resolved(), MODEL_VERSION) for scenario in scenarios
    ]
    assert len(identity._texts) <= 5  # noqa: SLF001  # what would fill the memory
