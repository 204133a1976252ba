import pytest

from gcsim.search.quantities import Quantity, quantity_of, read, said, scaled, written


@pytest.mark.parametrize(
    ("column", "quantity"),
    [
        ("pause_ns.p99", Quantity.TIME),
        ("simulated_ns", Quantity.TIME),
        ("pause_ns.n", Quantity.NUMBER),
        ("heap_bytes.peak", Quantity.SIZE),
        ("allocated_bytes", Quantity.SIZE),
        ("leaks.stack_bytes", Quantity.SIZE),
        ("cycle_medians.heap_end", Quantity.SIZE),
        ("gc_cpu_fraction", Quantity.SHARE),
        ("mmu.10ms", Quantity.SHARE),
        ("budget.cycles_over_share", Quantity.SHARE),
        ("ops_per_s", Quantity.NUMBER),
        ("cycle_medians.mark_ms", Quantity.NUMBER),
    ],
)
def test_the_name_of_a_column_says_what_it_holds(column: str, quantity: Quantity) -> None:
    assert quantity_of(column) is quantity


@pytest.mark.parametrize(
    ("text", "value", "quantity"),
    [
        ("10ms", 10_000_000, Quantity.TIME),
        ("2GiB", 2**31, Quantity.SIZE),
        ("10 %", 0.1, Quantity.SHARE),
        ("0.5", 0.5, Quantity.NUMBER),
        ("-3", -3, Quantity.NUMBER),
        ("1e6", 1_000_000, Quantity.NUMBER),
    ],
)
def test_a_number_is_read_with_its_unit(text: str, value: float, quantity: Quantity) -> None:
    found, of = read(text)
    assert (found, of) == (value, quantity)


def test_a_whole_number_is_an_int_and_one_with_a_point_is_not() -> None:
    assert [type(read(text)[0]) for text in ("1", "1e3", "1.0")] == [int, int, float]


@pytest.mark.parametrize("text", ["", "much", "10 parsecs", "nan", "%"])
def test_what_is_no_number_says_what_would_do(text: str) -> None:
    with pytest.raises(ValueError, match="use a number, a time such as 10ms"):
        read(text)


@pytest.mark.parametrize("text", ["1.5ms", "64MiB", "100"])
def test_what_is_written_reads_as_it_was(text: str) -> None:
    assert written(*read(text)) == text


@pytest.mark.parametrize(
    ("value", "quantity", "text"),
    [
        (0.0, Quantity.TIME, "0 ns"),
        (-1_500_000.0, Quantity.TIME, "-1.5 ms"),
        (3 * 2**30, Quantity.SIZE, "3 GiB"),
        (0.0712, Quantity.SHARE, "7.12 %"),
        (12_345.6, Quantity.NUMBER, "12,346"),
    ],
)
def test_people_are_told_three_digits(value: float, quantity: Quantity, text: str) -> None:
    assert said(value, quantity) == text


def test_an_axis_gets_the_largest_unit_that_its_values_reach() -> None:
    assert scaled(2_000.0, Quantity.TIME) == (1000, "µs")
    assert scaled(0.0, Quantity.SIZE) == (1, "B")
    assert scaled(1e9, Quantity.NUMBER) == (1, "")
