import threading

import simpy

from gcsim.kernel import StopClock, take_events


def simulated(events: int) -> None:
    env = simpy.Environment(initial_time=0)
    StopClock(env)
    for at in range(events):
        env.timeout(at)
    env.run()


def test_the_events_of_all_simulations_since_the_last_question_are_counted() -> None:
    take_events()
    simulated(3)
    simulated(4)
    assert take_events() == 7
    assert take_events() == 0
    simulated(5)
    assert take_events() == 5


def test_a_thread_counts_its_own_events() -> None:
    take_events()
    simulated(2)
    counted: list[int] = []

    def other() -> None:
        simulated(3)
        counted.append(take_events())

    thread = threading.Thread(target=other)
    thread.start()
    thread.join()
    assert counted == [3]
    assert take_events() == 2
