"""The collector: the cycle and its stops, marking, assists, the pacer, and the releases as rows of mechanisms."""

from gcsim.collector.budget import Promise
from gcsim.collector.cycle import Collector, CycleRecord, Stop
from gcsim.collector.eras import ERAS, era
from gcsim.collector.generational import GenerationalCollector
from gcsim.collector.generations import Generations
from gcsim.collector.laws import FIRST_BARRIER_BYTES, Roots, stack_barriers
from gcsim.collector.setting import Setting

__all__ = [
    "ERAS",
    "FIRST_BARRIER_BYTES",
    "Collector",
    "CycleRecord",
    "GenerationalCollector",
    "Generations",
    "Promise",
    "Roots",
    "Setting",
    "Stop",
    "era",
    "stack_barriers",
]
