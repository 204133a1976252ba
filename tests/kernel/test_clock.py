"""The clock that stands still."""

from collections.abc import Generator

import pytest
import simpy

from gcsim.kernel import StopClock


def test_time_passes_on_the_clock_only_while_it_does_not_stand() -> None:
    env = simpy.Environment()
    clock = StopClock(env)
    log: list[tuple[int, int, int, int]] = []

    def look() -> Generator[simpy.Event, None, None]:
        while True:
            yield env.timeout(2)
            log.append((int(env.now), clock.now, clock.stopped_ns, clock.stopped_total()))

    def stop_and_go() -> Generator[simpy.Event, None, None]:
        for _ in range(2):
            yield env.timeout(3)
            clock.stop()
            yield env.timeout(4)
            clock.start()

    env.process(look())
    env.process(stop_and_go())
    env.run(until=17)
    # Engine's time, the clock's, what it has stood, and that with the stop under way.
    assert log == [
        (2, 2, 0, 0),
        (4, 3, 0, 1),
        (6, 3, 0, 3),
        (8, 4, 4, 4),
        (10, 6, 4, 4),
        (12, 6, 4, 6),
        (14, 6, 8, 8),
        (16, 8, 8, 8),
    ]


def test_a_clock_that_stands_cannot_be_stopped() -> None:
    clock = StopClock(simpy.Environment())
    clock.stop()
    with pytest.raises(RuntimeError, match="stands already"):
        clock.stop()


def test_a_clock_that_goes_cannot_be_started() -> None:
    clock = StopClock(simpy.Environment())
    with pytest.raises(RuntimeError, match="does not stand"):
        clock.start()
