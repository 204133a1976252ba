"""A program of the user's own: a function of a Python module that returns a generator."""

import dataclasses
import inspect
import sys
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from gcsim.runtime import Program, ProgramError
from gcsim.units import format_duration
from gcsim.vocabulary import Cause
from gcsim.workloads.process import Process, RequestSink

__all__ = ["main"]

_SET_UP_NS = 60_000_000_000
"""Simulated time after which a set-up counts as one that never ends: a guard of ours."""


def main(process: Process, *, program: str, args: Mapping[str, Any], file: Path, source: str) -> Program:
    """Return the program.

    Parameters
    ----------
    process : Process
        Where it runs. A function that nowhere says ``begin``, nor one of its module that it names, is recorded from its
        start; any other has to call ``process.begin()`` when its set-up is over.
    program : str
        ``module:function``.
    args : mapping
        What the function is given besides the process.
    file : Path
        Where the module stands. It is executed anew for every run, so that what it keeps in its variables begins anew.
    source : str
        Begins the SHA-256 of the module's text, in hexadecimal digits, as it was when the scenario was read.

    Raises
    ------
    ProgramError
        If that is no program, or not the one that the scenario was read with.
    """
    name, _, function = program.partition(":")
    begun = False

    def begin() -> None:
        nonlocal begun
        if begun:
            raise RuntimeError("process.begin() ends the set-up, and is for once")
        begun = True
        process.begin()

    def check() -> None:
        if not begun:
            raise ProgramError(
                f"{program} has not called process.begin() in {format_duration(_SET_UP_NS)} of simulated time: nothing "
                "is recorded before it does"
            )

    own = dataclasses.replace(process, begin=begin, requests=_Requests(process.requests))
    loader = _Loader(name, str(file))
    if not sha256(_text(loader)).hexdigest().startswith(source):
        raise ProgramError(f"{file} has changed since the scenario was read: start again")
    with _looked_up_beside(file, name):
        module = _executed(loader, program)
    if not _begins(getattr(module, function, None), set()):
        begin()
    process.at(process.now + _SET_UP_NS, check)
    yield from _started(getattr(module, function, None), program, own, args)
    if not begun:
        raise ProgramError(f"{program} has ended without process.begin(): nothing was recorded")


def _started(function: Any, program: str, process: Process, args: Mapping[str, Any]) -> Program:  # noqa: ANN401
    """Call the function, and check what it returns."""
    if not callable(function):
        raise ProgramError(f"{program}: the module has no such function")
    try:
        inspect.signature(function).bind(process, **args)
    except TypeError as error:
        given = "".join(f", {name}=" for name in args)
        raise ProgramError(f"{program} cannot be called with (process{given}): {error}") from error
    generator = function(process, **args)
    if not inspect.isgenerator(generator):
        raise ProgramError(f"{program} returned {generator!r}, which is no generator: does it yield?")
    return generator


class _Requests:
    """Looks at what a program says of its requests before it is counted."""

    def __init__(self, sink: RequestSink) -> None:
        self._sink = sink

    def request(self, latency_ns: int, delays: dict[Cause, int] | None = None) -> None:
        """Count a request.

        Raises
        ------
        ValueError
            If its times are none.
        """
        times: list[object] = [latency_ns, *(delays or {}).values()]
        for ns in times:
            if not isinstance(ns, int) or ns < 0:
                raise ValueError(f"a request takes whole ns that are not negative; found {ns!r}")
        if delays and sum(delays.values()) > latency_ns:
            raise ValueError(f"a request cannot wait longer than its {latency_ns} ns; found {delays!r}")
        self._sink.request(latency_ns, delays)


class _Loader(SourceFileLoader):
    """Compiles what stands in the file now, whatever was compiled before."""

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002 - as any loader is asked
        """Return the module's code."""
        return self.source_to_code(self.get_data(self.path), self.path)


def _text(loader: _Loader) -> bytes:
    try:
        return loader.get_data(loader.path)
    except OSError as error:
        raise ProgramError(f"{loader.path}: {error.strerror}") from error


@contextmanager
def _looked_up_beside(file: Path, name: str) -> Iterator[None]:
    """Let a module find those that stand beside it (beside its package), and then those of the working directory."""
    folders = [str(file.parents[name.count(".") + (file.name == "__init__.py")]), str(Path.cwd())]
    sys.path[:0] = folders
    try:
        yield
    finally:
        for folder in folders:
            sys.path.remove(folder)


def _executed(loader: _Loader, program: str) -> ModuleType:
    spec = spec_from_file_location(loader.name, loader.path, loader=loader)
    if spec is None:
        raise ProgramError(f"{loader.path} is no Python module")
    module = module_from_spec(spec)
    # Who has imported a module of this name keeps it; only while this one is executed it is the one.
    before = sys.modules.get(loader.name)
    sys.modules[loader.name] = module
    try:
        loader.exec_module(module)
    except Exception as error:
        raise ProgramError(f"{program}: {_place(error, loader.path)}: {type(error).__name__}: {error}") from error
    finally:
        if before is None:
            del sys.modules[loader.name]
        else:
            sys.modules[loader.name] = before
    return module


def _place(error: Exception, path: str) -> str:
    """Return the module's line at which an error came up."""
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == path]
    line = error.lineno if isinstance(error, SyntaxError) and error.filename == path else (lines[-1] if lines else None)
    return f"{Path(path).name}:{line}"


def _begins(function: Any, seen: set[CodeType]) -> bool:  # noqa: ANN401 - whatever a name stands for
    """Return whether a function, or one of its module that it names, uses the name ``begin``."""
    code = getattr(function, "__code__", None)
    if not isinstance(code, CodeType) or code in seen:
        return False
    left, names = [code], set[str]()
    while left:
        seen.add(inner := left.pop())
        names.update(inner.co_names)
        left += [part for part in inner.co_consts if isinstance(part, CodeType)]
    return "begin" in names or any(_begins(function.__globals__.get(name), seen) for name in names)
