import pytest
from hypothesis import given
from hypothesis import strategies as st

from gcsim.units import LARGEST, format_duration, format_size, parse_duration, parse_size

QUANTITIES = st.integers(min_value=0, max_value=LARGEST)


@pytest.mark.parametrize(
    ("text", "ns"),
    [
        ("0", 0),
        ("1ns", 1),
        ("2us", 2_000),
        ("2µs", 2_000),
        ("2\u03bcs", 2_000),
        ("10ms", 10_000_000),
        ("1.5s", 1_500_000_000),
        ("2m", 120_000_000_000),
        ("0.5h", 1_800_000_000_000),
        ("0.001us", 1),
    ],
)
def test_a_duration_is_read_as_nanoseconds(text: str, ns: int) -> None:
    assert parse_duration(text) == ns


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("0", 0),
        ("7B", 7),
        ("3kB", 3_000),
        ("64MiB", 64 * 2**20),
        ("1.5GiB", 3 * 2**29),
        ("1.5GB", 1_500_000_000),
        ("2TB", 2 * 10**12),
        ("2TiB", 2**41),
        ("0.5KiB", 512),
    ],
)
def test_a_size_is_read_as_bytes(text: str, size: int) -> None:
    assert parse_size(text) == size


@pytest.mark.parametrize(
    "text",
    [
        "",
        "10",
        "ms",
        "-5ms",
        "10 ms",
        "1e3ms",
        "10minutes",
        "10MS",
        "\u0661ms",
        ".5s",
        "5.s",
        "1_000ns",
        "10ms\n",
        "0x1s",
    ],
)
def test_text_that_is_no_duration_is_refused_with_the_units_there_are(text: str) -> None:
    with pytest.raises(ValueError, match=r"use a time with its unit, such as 10ms \(ns, us, ms, s, m, h\)"):
        parse_duration(text)


@pytest.mark.parametrize("text", ["", "10", "MiB", "-5MiB", "64 MiB", "1e3B", "64mebibytes", "9" * 41 + "B"])
def test_text_that_is_no_size_is_refused_with_the_units_there_are(text: str) -> None:
    with pytest.raises(ValueError, match=r"use a size with its unit, such as 64MiB \(B, KiB, MiB, GiB, TiB, kB"):
        parse_size(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [("64M", "64MB or 64MiB"), ("64mb", "64MB or 64MiB"), ("64KB", "64kB or 64KiB"), ("1.5gib", "1.5GB or 1.5GiB")],
)
def test_a_unit_of_size_that_is_nearly_right_is_put_right(text: str, meant: str) -> None:
    with pytest.raises(ValueError, match=rf": {meant}$"):
        parse_size(text)


def test_what_does_not_come_out_whole_is_refused_and_not_rounded() -> None:
    with pytest.raises(ValueError, match="use a whole number of ns"):
        parse_duration("1.5ns")
    with pytest.raises(ValueError, match="use a whole number of B"):
        parse_size("0.3KiB")


def test_what_a_column_of_a_table_cannot_hold_is_refused() -> None:
    assert parse_size(f"{LARGEST}B") == LARGEST
    with pytest.raises(ValueError, match=f"use at most {LARGEST}B"):
        parse_size(f"{LARGEST + 1}B")
    with pytest.raises(ValueError, match=f"use at most {LARGEST}ns"):
        parse_duration("3000000h")


@pytest.mark.parametrize(
    ("ns", "text"),
    [
        (0, "0ns"),
        (999, "999ns"),
        (2_000, "2us"),
        (1_234_567, "1.234567ms"),
        (7 * 10**9, "7s"),
        (90 * 10**9, "90s"),
        (120 * 10**9, "2m"),
        (7200 * 10**9, "2h"),
    ],
)
def test_a_duration_is_written_in_the_unit_that_fits(ns: int, text: str) -> None:
    assert format_duration(ns) == text


@pytest.mark.parametrize(
    ("size", "text"),
    [(0, "0B"), (1000, "1000B"), (1024, "1KiB"), (3 * 2**29, "1.5GiB"), (10 * 2**40, "10TiB"), (2**20 + 1, "1048577B")],
)
def test_a_size_is_written_in_the_unit_that_fits(size: int, text: str) -> None:
    assert format_size(size) == text


def test_negative_times_and_sizes_are_not_written() -> None:
    with pytest.raises(ValueError, match="-1 is negative"):
        format_duration(-1)
    with pytest.raises(ValueError, match="-1 is negative"):
        format_size(-1)


@given(QUANTITIES)
def test_a_duration_that_is_written_is_read_again_as_itself(ns: int) -> None:
    assert parse_duration(format_duration(ns)) == ns


@given(QUANTITIES)
def test_a_size_that_is_written_is_read_again_as_itself(size: int) -> None:
    assert parse_size(format_size(size)) == size


@given(st.text(max_size=50))
def test_any_text_is_read_or_refused_with_advice(text: str) -> None:
    for parse in (parse_duration, parse_size):
        try:
            assert 0 <= parse(text) <= LARGEST
        except ValueError as error:
            assert str(error).startswith("use ")  # noqa: PT017  # most texts are refused, some are not
