"""The leak report: goroutines that can never run again, found as a garbage collector finds what is dead.

A goroutine that is blocked on a channel, a lock or the like can go on only if something that runs can reach it. So the
search begins with what can run: goroutines that run, are runnable, sleep, are in a system call or wait for the network,
``main``, timers, what is to happen outside the process, and package-level variables. From there it follows what
functions hold. Who waits on a channel that is reached can go on as well, and what that goroutine holds is followed in
turn. What is left at the end waits for ever.

Who waits on a channel does not keep it in reach, and neither does a reference to a goroutine or to the generator that
it runs: Go has none. A variable counts as held until its function ends, where Go's compiler knows when it is used last.
So a goroutine may escape the report because a function still has a variable that it will never look at again.
"""

import gc
import os
import sys
import sysconfig
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Container, Iterable, Iterator, Sequence, Sized
from types import CodeType, FrameType, FunctionType, GeneratorType, ModuleType
from typing import TYPE_CHECKING, Any

import simpy

from gcsim.recording import LeakGroup
from gcsim.runtime.channels import _Case
from gcsim.runtime.goroutine import G, Steps
from gcsim.runtime.instructions import Straight

if TYPE_CHECKING:
    from gcsim.runtime.scheduler import Scheduler

__all__ = ["leaks"]

_NS_PER_S = 1_000_000_000

_FOREVER = frozenset({"chan send (nil chan)", "chan receive (nil chan)", "select (no cases)"})
"""Waits that nobody can end: there is nothing to wait on, hence no sudog."""

_BLOCKED = _FOREVER | {"chan send", "chan receive", "select", "semacquire"}
"""Waits that another goroutine has to end, if any can."""

_FOLDER = os.path.dirname(__file__) + os.sep  # noqa: PTH120 - to be compared with the texts in code objects
"""Where the runtime's own generators come from, such as what a range over a channel delegates to."""

_LIBRARIES = (
    os.path.dirname(os.path.dirname(__file__)) + os.sep,  # noqa: PTH120
    *(sysconfig.get_path(name) + os.sep for name in ("stdlib", "platstdlib", "purelib", "platlib")),
)
"""Where modules lie that hold no variables of a program's."""

_RUNTIME = "gcsim.runtime."
_MACHINERY = (
    *(f"gcsim.{name}" for name in ("collector", "costs", "heap", "mechanisms", "recording", "scenario", "simulation")),
    *(
        f"gcsim.runtime.{name}"
        for name in (
            "accounts", "bandwidth", "cores", "descriptors", "netpoll", "processor", "runqueue", "scheduler", "stacks",
            "threads", "timers", "world",
        )
    ),
    "numpy",
    "simpy",
)  # fmt: skip
"""Modules whose objects are the simulator's: a program that has one has nothing of another goroutine's by it."""


def leaks(
    scheduler: "Scheduler",
    *,
    since_ns: int,
    goroutine_bytes: int,
    sudog_bytes: int,
    descriptors: Container[object] = (),
) -> tuple[LeakGroup, ...]:
    """Find the goroutines that can never run again.

    Parameters
    ----------
    scheduler : Scheduler
        Whose goroutines, at a time when none of their programs is being executed. Nothing of it changes.
    since_ns : int
        Since when growth counts, ns.
    goroutine_bytes, sudog_bytes : int
        Size of a ``g``; and of a ``sudog``, of which a blocked goroutine has one for each channel that it waits on.
    descriptors : container
        What has an open descriptor: asked of whatever a leaked goroutine holds.

    Returns
    -------
    tuple of LeakGroup
        The largest first; empty where there is none.

    Notes
    -----
    Takes time in proportion to what goroutines hold, and next to none where no goroutine is blocked.
    """
    main = scheduler.main
    suspects = {
        id(g): g
        for g in scheduler.goroutines
        if g.waits in _BLOCKED and g.program is not None and not g.system and g is not main
    }
    if not suspects:
        return ()
    collects = gc.isenabled()
    # Hardly anything is let go of here: Python's collector would only look at all of it again and again.
    gc.disable()
    try:
        search = _Search(suspects.values())
        _let_go(scheduler, suspects, search)
        lost = sorted(suspects.values(), key=lambda g: g.number)
        return _grouped(lost, search, since_ns, int(scheduler.clock.env.now), goroutine_bytes, sudog_bytes, descriptors)
    finally:
        if collects:
            gc.enable()


def _let_go(scheduler: "Scheduler", suspects: dict[int, G], search: "_Search") -> None:
    """Take those out of the suspects that something which runs can reach."""

    def woken(g: G) -> tuple[object, ...]:
        return () if suspects.pop(id(g), None) is None else search.held_by(g)

    for root in _roots(scheduler, suspects):
        search.follow(root, woken, sought=suspects)
        if not suspects:
            return


def _grouped(  # noqa: PLR0913, PLR0917 - those of leaks()
    lost: list[G],
    search: "_Search",
    since_ns: int,
    now: int,
    goroutine_bytes: int,
    sudog_bytes: int,
    descriptors: Container[object],
) -> tuple[LeakGroup, ...]:
    cases: Counter[int] = Counter()
    opened: Counter[int] = Counter()
    members: defaultdict[tuple[str, str, str], list[G]] = defaultdict(list)
    for g in lost:

        def found(what: object, me: int = id(g)) -> None:
            if type(what) is _Case:
                cases[id(what.g)] += 1
            elif what in descriptors:
                opened[me] += 1

        search.follow(search.held_by(g), lambda _: (), found, sought=lost)
        members[(*_waiting(g), g.waits or "")].append(g)
    seconds = (now - since_ns) / _NS_PER_S
    groups = [
        LeakGroup(
            program=program,
            where=where,
            waits=waits,
            goroutines=len(gs),
            stack_bytes=sum(g.stack for g in gs),
            heap_bytes=sum(
                goroutine_bytes
                + (0 if waits in _FOREVER else max(cases[id(g)], 1)) * sudog_bytes
                + (0 if g.account is None else g.account.held)
                for g in gs
            ),
            descriptors=sum(opened[id(g)] for g in gs),
            goroutines_per_s=sum(g.off_ns >= since_ns for g in gs) / seconds if seconds > 0 else 0.0,
        )
        for (program, where, waits), gs in members.items()
    ]
    return tuple(sorted(groups, key=lambda group: (-group.goroutines, group.program, group.where, group.waits)))


# What a program consists of


def _own(g: G) -> tuple[object, ...]:
    """Return what a goroutine holds: its functions, what they deferred, and what goes to and comes from them."""
    return g.program, g.calls, g.value, g.step, g.activity


def _programs(g: G) -> Sequence[Any]:
    """Return the programs of the functions that a goroutine is in, the innermost last."""
    return (g.program,) if g.calls is None else [function.program for function in g.calls.functions]


def _steps_only(g: G) -> bool:
    return g.calls is None and type(g.program) in {Steps, Straight}


def _functions(g: G) -> Iterator[Any]:
    """Return the generators that a goroutine is in, the innermost last; those of the runtime's own are left out."""
    for program in _programs(g):
        inner = program
        while inner is not None:
            if isinstance(inner, GeneratorType) and inner.gi_suspended and not _of_the_runtime(inner):
                yield inner
            # Something that stands in for a program has it where a generator has what it delegates to.
            inner = getattr(inner, "gi_yieldfrom", None)


def _of_the_runtime(program: "GeneratorType[Any, Any, Any]") -> bool:
    return program.gi_code.co_filename.startswith(_FOLDER)


def _waiting(g: G) -> tuple[str, str]:
    """Return a goroutine's program, and the line of it that waits."""
    functions = list(_functions(g))
    if not functions:
        return g.name, g.name
    first, last = functions[0], functions[-1]
    program = first.__qualname__.replace("<locals>.", "")
    return program, f"{os.path.basename(last.gi_code.co_filename)}:{last.gi_frame.f_lineno}"  # noqa: PTH119


# The search

_SKIP, _FOLLOW, _FUNCTION, _RUNTIMES, _CASE, _GOROUTINE = range(6)
"""What the search does with an object, by its type: numbers, as it asks at every reference."""

_ATOMS = (type, ModuleType, CodeType, FrameType, str, bytes, bytearray, int, float, complex, type(None))
_QUEUES = frozenset({deque, list, tuple, dict})


class _Kinds(dict[type, int]):
    """What to do with every type that was met."""

    def __missing__(self, cls: type) -> int:
        kind = self[cls] = _kind(cls)
        return kind


def _kind(cls: type) -> int:
    if cls is G:
        return _GOROUTINE
    if cls is _Case:
        return _CASE
    if cls is FunctionType:
        return _FUNCTION
    module = str(cls.__module__)
    if issubclass(cls, _ATOMS) or any(module == own or module.startswith(f"{own}.") for own in _MACHINERY):
        return _SKIP
    # Somebody may have derived a channel of his own.
    return _RUNTIMES if any(str(base.__module__).startswith(_RUNTIME) for base in cls.__mro__) else _FOLLOW


class _Search:
    """Follows references, and looks at nothing twice.

    Parameters
    ----------
    suspects : iterable of G
        Goroutines whose programs are not to be looked at before they are asked for: a program that has started is a
        goroutine, and who has it has nothing but a name for that.
    """

    def __init__(self, suspects: Iterable[G]) -> None:
        # Nobody has the Steps of another: a million of them can be left out.
        self._seen = {id(program) for g in suspects if not _steps_only(g) for program in _programs(g)}
        self._kinds = _Kinds()

    def held_by(self, g: G) -> tuple[object, ...]:
        """Return what a goroutine holds, with its programs to be looked at."""
        if not _steps_only(g):
            self._seen.difference_update(map(id, _programs(g)))
        return _own(g)

    def follow(
        self,
        held: tuple[object, ...],
        woken: Callable[[G], tuple[object, ...]],
        found: Callable[[object], None] | None = None,
        *,
        sought: Sized,
    ) -> None:
        """Look at everything that can be reached.

        Parameters
        ----------
        held : tuple
            Where to begin.
        woken : callable
            Given a goroutine that waits on something reached; returns what is within reach for that.
        found : callable, optional
            Given whatever is reached.
        sought : sized
            The search ends when it is empty.
        """
        seen, kinds = self._seen, self._kinds
        plain: list[Any] = [held]
        runtimes: list[Any] = []
        while sought and (plain or runtimes):
            # A goroutine in a queue of the runtime's is woken through it; any other reference is just a name for it.
            wakens = not plain
            reached, plain, runtimes = (runtimes, [], []) if wakens else (plain, [], runtimes)
            parts: list[Any] = gc.get_referents(*reached)
            for part in parts:
                cls = type(part)
                kind = kinds[cls]
                if kind == _SKIP:
                    continue
                if kind == _GOROUTINE:
                    if wakens:
                        plain.append(woken(part))
                    continue
                # A select that another of its channels has served leaves its cases behind.
                if id(part) in seen or (kind == _CASE and part.g is None):
                    continue
                seen.add(id(part))
                if found is not None:
                    found(part)
                if kind == _FUNCTION:
                    # What its module has is package-level, and begun with there.
                    plain += _closure(part)
                elif kind >= _RUNTIMES or (wakens and cls in _QUEUES):
                    runtimes.append(part)
                else:
                    plain.append(part)


def _closure(function: FunctionType) -> list[object]:
    return [part for part in (function.__closure__, function.__defaults__, function.__kwdefaults__) if part]


# Where it begins


def _roots(scheduler: "Scheduler", suspects: Iterable[int]) -> Iterator[tuple[object, ...]]:
    """Return what is within reach from the beginning, what is likely to reach most first."""
    blocked = set(suspects)
    if scheduler.main is not None:
        yield _own(scheduler.main)
    yield from _package_level(scheduler)
    yield tuple(gc.get_referents(scheduler.timers))
    yield from _outside(scheduler.clock.env)
    for g in scheduler.goroutines:
        if g.program is not None and id(g) not in blocked:
            yield _own(g)


def _outside(env: simpy.Environment) -> Iterator[tuple[object, ...]]:
    """Return what is to happen outside the process."""
    for *_, event in env._queue:  # noqa: SLF001 - SimPy tells nobody what it has scheduled
        for callback in event.callbacks or ():
            owner = getattr(callback, "__self__", None)
            # Of a process, what it does; of anything else, what it was told to call.
            yield tuple(gc.get_referents(owner)) if isinstance(owner, simpy.Process) else (callback,)


def _package_level(scheduler: "Scheduler") -> Iterator[tuple[object, ...]]:
    """Return the variables of the modules that programs come from, and of others of theirs that these name."""
    codes: dict[CodeType, dict[str, Any]] = {}
    for g in scheduler.goroutines:
        if g.program is not None:
            for function in _functions(g):
                if function.gi_code not in codes:
                    codes[function.gi_code] = function.gi_frame.f_globals
    left = [(os.path.dirname(code.co_filename), variables) for code, variables in codes.items()]  # noqa: PTH120
    seen = set()
    while left:
        folder, variables = left.pop()
        if id(variables) not in seen:
            seen.add(id(variables))
            values = tuple(variables.values())
            yield values
            for value in values:
                if isinstance(value, type) and value.__module__ == variables.get("__name__"):
                    yield tuple(vars(value).values())
                named = _variables(value)
                if named is not None and _theirs(named.get("__file__"), folder):
                    left.append((folder, named))


def _variables(value: object) -> dict[str, Any] | None:
    """Return the variables of a module, or of the one that a function or a class comes from."""
    if isinstance(value, FunctionType):
        return value.__globals__
    module = sys.modules.get(value.__module__) if isinstance(value, type) else value
    return vars(module) if isinstance(module, ModuleType) else None


def _theirs(file: object, folder: str) -> bool:
    """Return whether a module is one of the program's: it lies beside another, or is no library's."""
    return isinstance(file, str) and (os.path.dirname(file) == folder or not file.startswith(_LIBRARIES))  # noqa: PTH120
