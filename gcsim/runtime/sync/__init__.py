"""Package ``sync``: locks and what else goroutines wait with.

What is modelled is the package of Go 1.4 to 1.8, before 1.9 gave the Mutex its starvation mode: who unlocks hands the
lock to nobody, it wakes the goroutine that has waited longest, and a goroutine that runs may be quicker. Nobody spins
(from 1.5 on a Mutex spins for up to 4 rounds of 30 PAUSE instructions before it waits, where another P runs).
Everybody who waits waits for ``"semacquire"`` (go1.4 sema.goc and sema.go, go1.8 sema.go:144 and :488).

An operation that waits costs a switch more than one that does not.
"""

from gcsim.runtime.sync.cond import Cond, Locker
from gcsim.runtime.sync.mutex import Mutex
from gcsim.runtime.sync.once import Once
from gcsim.runtime.sync.pool import Pool
from gcsim.runtime.sync.rwmutex import RWMutex
from gcsim.runtime.sync.waitgroup import WaitGroup

__all__ = ["Cond", "Locker", "Mutex", "Once", "Pool", "RWMutex", "WaitGroup"]
