"""The goroutine runtime: programs, G, M, P, run queues, stealing, channels, stacks, sysmon, the stop of the world."""

from gcsim.runtime.address_space import ARENAS, AddressSpace, Limits
from gcsim.runtime.calls import Call, Defer, Panic, Recover
from gcsim.runtime.channels import Channel, Close, Receive, Select, Send
from gcsim.runtime.cores import Cores
from gcsim.runtime.errors import FatalError, GoPanic, ProgramError
from gcsim.runtime.goroutine import Account, Activity, G, Program, Steps, Wait
from gcsim.runtime.instructions import Compute, Go, Gosched, Instruction, Loop, Myself
from gcsim.runtime.locking import LockOSThread, UnlockOSThread
from gcsim.runtime.memory import Allocate, Batch, Collect, Drop
from gcsim.runtime.network import EOF, Connection
from gcsim.runtime.prices import FREE, Price, prices, stack_rules
from gcsim.runtime.processor import P
from gcsim.runtime.runqueue import GlobalRunQueue, LocalRunQueue
from gcsim.runtime.scheduler import Mutator, Scheduler, SchedulerRules
from gcsim.runtime.stacks import LAYOUTS, StackRules, Stacks
from gcsim.runtime.sync import Cond, Mutex, Once, Pool, RWMutex, WaitGroup
from gcsim.runtime.syscalls import Syscall
from gcsim.runtime.sysmon import sysmon
from gcsim.runtime.threads import ThreadCosts, Threads
from gcsim.runtime.ticking import After, Ticker, Timer
from gcsim.runtime.timers import Sleep
from gcsim.runtime.world import StopCosts, World

__all__ = [
    "ARENAS",
    "EOF",
    "FREE",
    "LAYOUTS",
    "Account",
    "Activity",
    "AddressSpace",
    "After",
    "Allocate",
    "Batch",
    "Call",
    "Channel",
    "Close",
    "Collect",
    "Compute",
    "Cond",
    "Connection",
    "Cores",
    "Defer",
    "Drop",
    "FatalError",
    "G",
    "GlobalRunQueue",
    "Go",
    "GoPanic",
    "Gosched",
    "Instruction",
    "Limits",
    "LocalRunQueue",
    "LockOSThread",
    "Loop",
    "Mutator",
    "Mutex",
    "Myself",
    "Once",
    "P",
    "Panic",
    "Pool",
    "Price",
    "Program",
    "ProgramError",
    "RWMutex",
    "Receive",
    "Recover",
    "Scheduler",
    "SchedulerRules",
    "Select",
    "Send",
    "Sleep",
    "StackRules",
    "Stacks",
    "Steps",
    "StopCosts",
    "Syscall",
    "ThreadCosts",
    "Threads",
    "Ticker",
    "Timer",
    "UnlockOSThread",
    "Wait",
    "WaitGroup",
    "World",
    "prices",
    "stack_rules",
    "sysmon",
]
