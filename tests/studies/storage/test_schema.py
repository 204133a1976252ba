from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gcsim.studies import SchemaError
from gcsim.studies.storage.schema import check_row, join, to_table

numbers = st.none() | st.integers(-(2**40), 2**40) | st.floats(allow_nan=False)
values = st.fixed_dictionaries(
    {"run_key": st.text(max_size=3)},
    optional={
        "number": numbers,
        "text": st.none() | st.text(max_size=3),
        "flag": st.none() | st.booleans(),
        "pauses_ns": st.none() | st.lists(st.integers(0, 2**62), max_size=3),
    },
)


@given(st.lists(values, min_size=1, max_size=8), st.integers(0, 8))
def test_how_rows_are_spread_over_tables_makes_no_difference(rows: Sequence[dict[str, Any]], cut: int) -> None:
    whole = to_table(rows)
    parts = [to_table(part) for part in (rows[:cut], rows[cut:]) if part]
    joined = join(parts)
    assert set(joined.column_names) == set(whole.column_names)
    assert joined.select(whole.column_names).cast(whole.schema).to_pylist() == whole.to_pylist()
    assert {field.name: field.type for field in joined.schema} == {field.name: field.type for field in whole.schema}


def test_integers_stay_integers_beside_a_gap() -> None:
    table = to_table([{"run_key": "a", "max": 2**62 + 1}, {"run_key": "b", "max": None}])
    assert table.schema.field("max").type == pa.int64()
    assert table["max"].to_pylist() == [2**62 + 1, None]


def test_a_list_column_of_empty_lists_is_one_of_integers() -> None:
    assert to_table([{"run_key": "a", "stops_ns": []}]).schema.field("stops_ns").type == pa.large_list(pa.int64())


def test_text_and_numbers_in_one_column_are_refused() -> None:
    with pytest.raises(SchemaError, match="column gogc holds int and str"):
        to_table([{"run_key": "a", "gogc": 100}, {"run_key": "b", "gogc": "off"}])


def test_text_here_and_numbers_there_are_refused() -> None:
    with pytest.raises(SchemaError, match="do not go together"):
        join([to_table([{"run_key": "a", "x": 1}]), to_table([{"run_key": "b", "x": "1"}])])


def test_a_value_that_is_not_plain_is_refused() -> None:
    with pytest.raises(SchemaError, match="column x holds a complex"):
        to_table([{"run_key": "a", "x": 1j}])


@pytest.mark.parametrize(("found", "would_do"), [("3", "use a gcsim as new"), ("0", "no table of results")])
def test_a_table_of_another_schema_is_refused(found: str, would_do: str) -> None:
    table = to_table([{"run_key": "a"}]).replace_schema_metadata({"gcsim.schema": found})
    with pytest.raises(SchemaError, match=f"a table of schema {found}, and this gcsim reads 1 to 2: .*{would_do}"):
        join([table])


def test_a_table_of_version_1_is_read_and_becomes_one_of_this_version() -> None:
    old = to_table([{"run_key": "a"}]).replace_schema_metadata({"gcsim.schema": "1"})
    joined = join([old, to_table([{"run_key": "b", "study": "fake"}])])
    assert joined.to_pylist() == [{"run_key": "a", "study": None}, {"run_key": "b", "study": "fake"}]
    assert joined.schema.metadata == to_table([]).schema.metadata == {b"gcsim.schema": b"2"}


@pytest.mark.parametrize("value", [2**63, [2**63], ["a"]])
def test_a_number_that_does_not_fit_is_refused(value: object) -> None:
    with pytest.raises(SchemaError, match="column x does not hold plain values"):
        to_table([{"run_key": "a", "x": value}])


def test_a_row_can_be_checked_by_itself() -> None:
    check_row({"run_key": "a", "x": None, "pauses_ns": [1]})
    with pytest.raises(SchemaError, match="column x holds a tuple"):
        check_row({"run_key": "a", "x": (1,)})
