"""A schedule of stops that keeps a promise about every window."""

from hypothesis import given
from hypothesis import strategies as st

from gcsim.collector.budget import Promise, Stops

PROMISES = st.integers(1, 30).flatmap(
    lambda pause: st.integers(pause + 1, 4 * pause).map(lambda window: Promise(pause_ns=pause, window_ns=window))
)
WISHES = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 40)), max_size=12)


def most_stopped(stops: list[tuple[int, int]], window: int) -> int:
    """Look at every window, ns by ns."""
    stopped = {t for begin, end in stops for t in range(begin, end)}
    last = max((end for _, end in stops), default=0)
    return max((sum(t in stopped for t in range(at, at + window)) for at in range(-window, last + 1)), default=0)


def scheduled(promise: Promise, wishes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Make stops of as long as they may be, some time after each other."""
    book, made, now = Stops(promise), [], 0
    for gap, wish in wishes:
        now += gap
        length = min(book.room(now), wish)
        if length:
            book.add(now, now + length)
            made.append((now, now + length))
            now += length
    return made


@given(PROMISES, WISHES)
def test_stops_as_long_as_there_is_room_keep_the_promise_in_every_window(
    promise: Promise, wishes: list[tuple[int, int]]
) -> None:
    assert most_stopped(scheduled(promise, wishes), promise.window_ns) <= promise.pause_ns


@given(PROMISES, WISHES, st.integers(0, 60))
def test_a_stop_longer_than_the_room_breaks_it(promise: Promise, wishes: list[tuple[int, int]], gap: int) -> None:
    book, made = Stops(promise), scheduled(promise, wishes)
    for begin, end in made:
        book.add(begin, end)
    begin = (made[-1][1] if made else 0) + gap
    longer = book.room(begin) + 1
    assert most_stopped([*made, (begin, begin + longer)], promise.window_ns) > promise.pause_ns


@given(PROMISES, WISHES, st.integers(0, 60), st.integers(1, 40))
def test_the_next_begin_is_the_first_instant_with_enough_room(
    promise: Promise, wishes: list[tuple[int, int]], gap: int, length: int
) -> None:
    book, made = Stops(promise), scheduled(promise, wishes)
    for begin, end in made:
        book.add(begin, end)
    now = (made[-1][1] if made else 0) + gap
    wanted = min(length, promise.pause_ns)
    first = next(t for t in range(now, now + 10 * promise.window_ns) if book.room(t) >= wanted)
    assert book.next_begin(now, length) == first
