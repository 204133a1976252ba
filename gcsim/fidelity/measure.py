"""Runs the reference program under real Go releases and keeps what it printed, as in ``results/measured``."""

import json
import os
import re
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from gcsim.fidelity.cases import CASES
from gcsim.fidelity.measured import MeasuredError, parse_run
from gcsim.fidelity.runs import Shown, unseen
from gcsim.fidelity.toolchain import Toolchain, ToolchainError, build, program_environment

__all__ = ["FailedRun", "Measurement", "measure"]

_SPARE_S = 120.0
"""What a run may take longer than expected before it is held to hang, s."""

_WHOLE = 0.9
"""A stored run counts if it was measured for this share of the time asked for: the program measures at least all of it,
but 1.8 and earlier on a wall clock that may be set back."""

_RUNTIME_LINE = re.compile(r"gc ?\d|scvg|pacer:|# |\s*$")


@dataclass(frozen=True, slots=True)
class FailedRun:
    """A run of which nothing is kept.

    Attributes
    ----------
    name : str
        ``CASE.goX.Y.Z.rN``.
    error : str
        What happened, in one line.
    """

    name: str
    error: str


@dataclass(frozen=True, slots=True)
class Measurement:
    """What a call of :func:`measure` did.

    Attributes
    ----------
    stored : tuple of str
        Names of the runs that were there before.
    written : tuple of str
        Names of those measured now.
    failed : tuple of FailedRun
        The others.
    """

    stored: tuple[str, ...]
    written: tuple[str, ...]
    failed: tuple[FailedRun, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """One repetition of a case under a release."""

    toolchain: Toolchain
    case: str
    rep: int

    @property
    def name(self) -> str:
        return f"{self.case}.{self.toolchain.version}.r{self.rep}"


def measure(  # noqa: PLR0913  # what to run, how often and how long
    folder: Path,
    toolchains: Sequence[Toolchain],
    cases: Sequence[str],
    *,
    repetitions: int,
    seconds: float,
    progress: Shown = unseen,
) -> Measurement:
    """Measure real Go releases; what a folder holds already is not measured again.

    One program runs at a time. A repetition of everything is done before the next begins, so that a slow hour of the
    machine does not fall on one case alone.

    Parameters
    ----------
    folder : Path
        Gets ``CASE.goX.Y.Z.rN.json`` and ``.gctrace`` of each run, whole or not at all; made if it is not there.
    toolchains : sequence of Toolchain
        Releases, each of them once.
    cases : sequence of str
        Names out of :data:`~gcsim.fidelity.cases.CASES`.
    repetitions : int
        Runs of each case under each release.
    seconds : float
        Measured time of a run, s.
    progress : Shown, optional
        Shows how far it is; nobody is shown by default.

    Returns
    -------
    Measurement
        What was there, what was written, and what failed.

    Raises
    ------
    MeasuredError
        If the folder holds a run of these names that is another, a shorter or a broken one.
    ToolchainError
        If two toolchains are of one release, or one does not build the program; nothing is measured then.
    KeyboardInterrupt
        If interrupted: the running program is ended, and what was finished before is kept.
    """
    _check_distinct(toolchains)
    runs = [_Run(toolchain, case, rep) for rep in range(repetitions) for case in cases for toolchain in toolchains]
    stored = [run for run in runs if all(path.is_file() for path in _files(folder, run.name))]
    _check_stored(folder, stored, seconds)
    left = [run for run in runs if run not in stored]
    folder.mkdir(parents=True, exist_ok=True)
    written: list[str] = []
    failed: list[FailedRun] = []
    with tempfile.TemporaryDirectory(prefix="gcsim-measure-") as scratch:
        programs = _build(left, Path(scratch), progress)
        with progress("measuring") as told:
            told.begin(stored=len(stored), left=len(left), work=sum(_expected_s(run, seconds) for run in left))
            for run in left:
                found = _measure(run, programs[_program(run)], seconds)
                if isinstance(found, FailedRun):
                    failed.append(found)
                else:
                    _keep(folder, run.name, *found)
                    written.append(run.name)
                told.advance(failed=isinstance(found, FailedRun), work=_expected_s(run, seconds))
    return Measurement(tuple(run.name for run in stored), tuple(written), tuple(failed))


def _expected_s(run: _Run, seconds: float) -> float:
    return CASES[run.case].expected_s(seconds)


def _program(run: _Run) -> tuple[str, int]:
    return run.toolchain.version, CASES[run.case].global_ptrs


def _files(folder: Path, name: str) -> tuple[Path, Path]:
    return folder / f"{name}.gctrace", folder / f"{name}.json"


def _check_distinct(toolchains: Sequence[Toolchain]) -> None:
    by_version: dict[str, Toolchain] = {}
    for toolchain in toolchains:
        other = by_version.setdefault(toolchain.version, toolchain)
        if other is not toolchain:
            raise ToolchainError(
                f"{other.command} and {toolchain.command} are both {toolchain.version}: their runs would have the same "
                "names; name one of them"
            )


def _check_stored(folder: Path, stored: Sequence[_Run], seconds: float) -> None:
    problems: list[str] = []
    for run in stored:
        log, fields = _files(folder, run.name)
        try:
            found = parse_run(str(folder / run.name), fields.read_bytes(), log.read_text("utf-8", errors="replace"))
        except MeasuredError as error:
            problems += [f"{problem}; remove both of its files to measure it again" for problem in error.problems]
            continue
        wanted = {**_parameters(run.case), "case": run.case, "rep": run.rep, "version": run.toolchain.version}
        differing = [
            f"{field} is {getattr(found, field)}, not {value}"
            for field, value in wanted.items()
            if getattr(found, field) != value
        ]
        if differing:
            problems.append(f"{fields}: not a run of this case: {', '.join(differing)}; use another folder")
        elif found.wall_s < _WHOLE * seconds:
            problems.append(
                f"{fields}: was measured for {found.wall_s:.3g} s, not {seconds:g} s; use another folder or --seconds"
            )
    if problems:
        raise MeasuredError(problems)


def _parameters(case: str) -> dict[str, object]:
    return {name: value for name, value in asdict(CASES[case]).items() if name != "about"}


def _build(runs: Sequence[_Run], scratch: Path, progress: Shown) -> dict[tuple[str, int], Path]:
    needed = {_program(run): run.toolchain for run in runs}
    programs: dict[tuple[str, int], Path] = {}
    if not needed:
        return programs
    with progress("building forest.go") as told:
        told.begin(stored=0, left=len(needed), work=len(needed))
        for (version, global_ptrs), toolchain in needed.items():
            programs[version, global_ptrs] = build(toolchain, global_ptrs, scratch / f"{version}-{global_ptrs}")
            told.advance(failed=False, work=1)
    return programs


def _measure(run: _Run, program: Path, seconds: float) -> tuple[str, str] | FailedRun:
    """Run the program once and return the texts of its log and of its JSON."""
    case = CASES[run.case]
    limit_s = case.expected_s(seconds) + _SPARE_S
    try:
        ended = subprocess.run(  # noqa: S603  # the program that was built for it
            [program, *case.flags(seconds)],
            capture_output=True,
            check=False,
            encoding="utf-8",
            env=program_environment(case.gomaxprocs, case.gogc),
            errors="replace",
            stdin=subprocess.DEVNULL,
            timeout=limit_s,
        )
    except subprocess.TimeoutExpired:
        return FailedRun(run.name, f"did not end within {limit_s:.0f} s")
    if ended.returncode != 0:
        return FailedRun(run.name, _death(ended.returncode, ended.stderr))
    try:
        printed = json.loads(ended.stdout)
    except ValueError as error:
        return FailedRun(run.name, f"printed no JSON: {error}")
    fields = json.dumps({**printed, "version": _release(printed), "case": run.case, "rep": run.rep})
    try:
        found = parse_run(run.name, fields.encode(), ended.stderr)
    except MeasuredError as error:
        return FailedRun(run.name, "; ".join(error.problems))
    if found.version != run.toolchain.version:
        return FailedRun(run.name, f"was compiled by {found.version}: 'go version' says {run.toolchain.version}")
    return ended.stderr, fields


def _release(printed: Mapping[str, object]) -> str:
    # Some distributions add words to it: "go1.22.5 (…)", "go1.22.5 X:…".
    return str(printed.get("version")).split(" ", maxsplit=1)[0]


def _death(code: int, log: str) -> str:
    """Say how a program died, with its own first words."""
    how = f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
    said = next((line for line in log.splitlines() if not _RUNTIME_LINE.match(line)), "")
    return f"{how}{': ' if said else ''}{said}"


def _keep(folder: Path, name: str, log: str, fields: str) -> None:
    """Put the two files of a run into the folder: both of them, whatever interrupts."""
    finished = _files(folder, name)
    unfinished = [path.with_name(f".{path.name}.unfinished") for path in finished]
    try:
        for path, text in zip(unfinished, (log, fields), strict=True):
            with path.open("w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
        for path, target in zip(unfinished, finished, strict=True):
            path.replace(target)
    except BaseException:
        if not finished[1].is_file():
            for path in (*unfinished, finished[0]):
                path.unlink(missing_ok=True)
        raise
