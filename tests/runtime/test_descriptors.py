import pytest

from gcsim.runtime.descriptors import Descriptors


def test_what_is_open_counts_until_it_is_closed() -> None:
    descriptors = Descriptors()
    files = [object() for _ in range(3)]
    for file in files:
        descriptors.opened(file)
    descriptors.closed(files[1])
    assert len(descriptors) == 2
    assert [file in descriptors for file in files] == [True, False, True]


def test_the_most_stays_when_all_are_closed() -> None:
    descriptors = Descriptors()
    for _ in range(2):
        file = object()
        descriptors.opened(file)
        descriptors.closed(file)
    assert (len(descriptors), descriptors.most) == (0, 1)


def test_equal_things_have_descriptors_of_their_own() -> None:
    descriptors = Descriptors()
    one, other = [1], [1]
    descriptors.opened(one)
    assert one in descriptors
    assert other not in descriptors


def test_what_is_not_open_cannot_be_closed() -> None:
    with pytest.raises(KeyError):
        Descriptors().closed(object())
