"""What commands print."""

import math
import os
import sys

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st
from rich.table import Table

from gcsim.cli.output import duration, percent, print_json, print_rich, size, write


@pytest.mark.parametrize(
    ("ns", "text"),
    [
        (0, "0ns"),
        (0.25, "0.25ns"),
        (999, "999ns"),
        (999.7, "1us"),
        (1_234, "1.23us"),
        (12_345, "12.3us"),
        (999_499, "999us"),
        (999_500, "1ms"),
        (20_000_000, "20ms"),
        (3_600_000_000_000, "3600s"),
        (None, "-"),
    ],
)
def test_a_duration_has_three_digits_and_a_unit_that_fits(ns: float | None, text: str) -> None:
    assert duration(ns) == text


@given(st.floats(min_value=1, max_value=1e12))
def test_a_duration_is_wrong_by_no_more_than_its_third_digit(ns: float) -> None:
    text = duration(ns)
    unit = next(unit for unit in ("ns", "us", "ms", "s") if text.endswith(unit))
    value = float(text.removesuffix(unit)) * {"ns": 1, "us": 1e3, "ms": 1e6, "s": 1e9}[unit]
    assert math.isclose(value, ns, rel_tol=0.00501)


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0B"), (1023, "1023B"), (1024, "1KiB"), (1.5 * 2**30, "1.5GiB"), (2**44, "16384GiB"), (None, "-")],
)
def test_a_size_has_a_binary_unit(count: float | None, text: str) -> None:
    assert size(count) == text


def test_a_share_is_a_percentage() -> None:
    assert (percent(0.0625), percent(None)) == ("6.2 %", "-")


def test_a_number_that_json_does_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        print_json({"value": math.nan})


def test_a_table_is_not_cut_to_80_columns_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    table = Table(box=None)
    table.add_column("x" * 100)
    print_rich(table)
    assert "x" * 100 in capsys.readouterr().out


def test_a_reader_that_closed_the_pipe_ends_the_command_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "w") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        with pytest.raises(typer.Exit) as left:
            write("nobody reads this\n")
    assert left.value.exit_code == 0
