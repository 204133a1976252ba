"""Objects take the sizes that Go's allocator hands out."""

import pytest

from gcsim.heap import size_class


@pytest.mark.parametrize(
    ("size", "taken"),
    [(0, 8), (1, 8), (8, 8), (9, 16), (33, 48), (40, 48), (257, 288), (2048, 2048), (2049, 2304), (32768, 32768)],
)
def test_a_small_object_takes_its_size_class(size: int, taken: int) -> None:
    assert size_class(size) == taken


@pytest.mark.parametrize(("size", "taken"), [(32769, 40960), (40960, 40960), (40961, 49152), (1 << 20, 1 << 20)])
def test_a_large_object_takes_whole_pages(size: int, taken: int) -> None:
    assert size_class(size) == taken
