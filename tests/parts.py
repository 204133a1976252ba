"""Small runs and single parts of the model, for the tests of all of them."""

import dataclasses
from collections.abc import Mapping
from typing import Any

import simpy

from gcsim.collector import Setting, era
from gcsim.costs import Costs
from gcsim.heap import Allocation, Heap
from gcsim.kernel import StopClock, stream
from gcsim.runtime import FREE, Scheduler, SchedulerRules, Stacks, ThreadCosts, stack_rules
from gcsim.scenario import Scenario, load_hardware

COSTS: Costs = load_hardware("measured-2vcpu").costs

GARBAGE = Allocation(size=100, objects=1, scan_bytes=10.0, pointer_stores=1.0)
"""An allocation that replaces as much as it leaves."""

GROWTH = dataclasses.replace(GARBAGE, grows=True)
"""An allocation that stays."""


def a_scenario(**keys: Any) -> Scenario:  # noqa: ANN401 - the scenario's own model says what a key may be
    """Give a run of 300 ms with a live heap of 8 MiB on 2 Ps, some keys replaced; those of the workload are merged."""
    workload = {"kind": "forest", "live_heap": "8MiB", **keys.pop("workload", {})}
    defaults: dict[str, object] = {
        "name": "small",
        "go": "1.8",
        "gomaxprocs": 2,
        "hardware": "measured-2vcpu",
        "until": {"duration": "300ms"},
    }
    return Scenario.model_validate({**defaults, **keys, "workload": workload})


def a_setting(  # noqa: PLR0913 - one for each field that a test may want to be another
    go: str,
    *,
    gogc: int | None = 100,
    ps: int = 2,
    cores: int = 64,
    mechanisms: Mapping[str, object] | None = None,
    costs: Costs = COSTS,
) -> Setting:
    """Give a release on a machine."""
    return Setting(mechanisms=era(go, mechanisms), costs=costs, gogc=gogc, ps=ps, cores=cores)


def a_clock() -> StopClock:
    """Give a clock at time 0."""
    return StopClock(simpy.Environment(initial_time=0))


def a_heap(clock: StopClock, memory: int = 1 << 40) -> Heap:
    """Give an empty heap."""
    return Heap(clock, memory)


def a_scheduler(clock: StopClock, ps: int = 2, *, wake_ns: int = 0) -> Scheduler:
    """Give a scheduler of 1.8 whose threads wake at once."""
    return Scheduler(
        clock,
        ps,
        SchedulerRules(steal_order="permutations", runnext=True, runnext_steal_delay_ns=3000),
        stream(1, "stealing", 0),
        choosing=stream(1, "choosing", 0),
        thread_costs=ThreadCosts(wake_ns=wake_ns, create_ns=wake_ns),
        prices=FREE,
        stacks=Stacks(stack_rules(COSTS, era("1.8"), "1.8")),
    )


def pass_time(clock: StopClock, ns: int) -> None:
    """Let so many ns pass, with everything that happens at their end."""
    env = clock.env
    end = int(env.now) + ns
    while env.peek() <= end:
        env.step()
    if env.now < end:
        env.run(until=end)
