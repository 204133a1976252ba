"""The goroutine runtime: G, M, P, run queues, stealing, sysmon, and the stop of the world."""

from gcsim.runtime.goroutine import Activity, G, Program, Wait
from gcsim.runtime.processor import P
from gcsim.runtime.runqueue import GlobalRunQueue, LocalRunQueue
from gcsim.runtime.scheduler import Scheduler, SchedulerRules
from gcsim.runtime.sysmon import sysmon
from gcsim.runtime.world import StopCosts, World

__all__ = [
    "Activity",
    "G",
    "GlobalRunQueue",
    "LocalRunQueue",
    "P",
    "Program",
    "Scheduler",
    "SchedulerRules",
    "StopCosts",
    "Wait",
    "World",
    "sysmon",
]
