"""Kill whatever does a study, again and again, and compare what is stored with an undisturbed one.

``python -m tests.studies.chaos --runs 2000 --kills 50 --seed 1`` has one study done by ``gcsim sweep`` on a Dask
scheduler with two workers, all processes of their own. At random moments one of them, or a process that does a run, is
killed (SIGKILL); what is dead is started again, until the sweep says that it is done.
"""

import argparse
import contextlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

from gcsim.scenario import Study, load
from gcsim.studies import execute, export, load_provenance, run_key
from gcsim.studies import load as load_results
from gcsim.studies.storage.failures import read_failures
from gcsim.studies.storage.store import stored_keys

_ROOT = Path(__file__).parents[2]
_BIN = Path(sys.executable).parent
_MARK = "GCSIM_CHAOS"
_POINTS = 40
_STUDY = """\
name: chaos
go: {{sweep: ["1.4", "1.5", "1.6", "1.7", "1.8"]}}
gogc: {{sweep: [50, 100, 200, 400]}}
gomaxprocs: 2
hardware: measured-2vcpu
until: {{duration: {{sweep: [20ms, 200ms]}}}}
replications: {replications}
workload: {{kind: forest, live_heap: 4MiB}}
"""
"""Runs of some 3 to 100 ms: several to a chunk, and most kills find one in the middle."""

_WORKERS = 2
_KINDS = ("worker", "runner", "scheduler", "client")
_LATEST = 0.85  # kills come before this share of the runs is stored: the study must not be over
_DELAY_S = 0.5  # most that a kill waits after its number of runs
_LOOK_S = 0.1
_RUNNER = b"gcsim.studies.workers.runner"


@dataclass(frozen=True, slots=True)
class Fire:
    """How much of it.

    Attributes
    ----------
    runs : int
        Of the study, at least.
    kills : int
        How often something is killed.
    seed : int
        Of what is killed when.
    patience_s : float
        After so long it is given up, s.
    """

    runs: int
    kills: int
    seed: int
    patience_s: float = 1800.0


@dataclass(slots=True)
class Report:
    """What happened, and what is wrong with the outcome.

    Attributes
    ----------
    kills : Counter of str
        What was killed, and how often.
    starts : Counter of str
        What was started, and how often.
    wrong : list of str
        Nothing, if all is well.
    """

    kills: Counter[str] = field(default_factory=Counter)
    starts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def chaos(folder: Path, fire: Fire, say: Callable[[str], None]) -> Report:
    """Have one study done under fire, and check its tables.

    Parameters
    ----------
    folder : Path
        Empty; takes results and logs.
    fire : Fire
        How much.
    say : callable
        Takes a line about each event.

    Returns
    -------
    Report
    """
    config = folder / "chaos.yaml"
    config.write_text(_STUDY.format(replications=-(-fire.runs // _POINTS)))
    study = load(config)
    report = Report()
    disturbed = _Disturbed(folder, config, report, say)
    try:
        disturbed.do(study.n_runs, fire)
    finally:
        disturbed.end()
    say("and once undisturbed, in this process")
    execute(study, folder / "undisturbed", workers=0)
    report.wrong += _differences(study, folder / "disturbed", folder / "undisturbed")
    return report


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@dataclass(slots=True)
class _Disturbed:
    """A scheduler, its workers and a client, kept alive."""

    folder: Path
    config: Path
    report: Report
    say: Callable[[str], None]
    port: int = field(default_factory=_free_port)
    mark: str = field(default_factory=lambda: secrets.token_hex(8))
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    codes: list[int] = field(default_factory=list)
    began: float = field(default_factory=time.monotonic)

    def do(self, runs: int, fire: Fire) -> None:
        """Keep the study going until it is done, and kill."""
        random = np.random.default_rng(fire.seed)
        after = np.sort(random.integers(0, int(runs * _LATEST), fire.kills, endpoint=True))
        kinds = np.concatenate([random.permutation(_KINDS) for _ in range(0, fire.kills, len(_KINDS))])
        delays = random.uniform(0, _DELAY_S, fire.kills)
        left = list(zip(after.tolist(), delays.tolist(), kinds.tolist(), strict=False))
        due = 0.0
        while not self._keep_alive():
            now = time.monotonic()
            if now - self.began > fire.patience_s:
                self.report.wrong.append(f"not done after {fire.patience_s:.0f} s: see {self.folder}")
                return
            stored = len(stored_keys(self.folder / "disturbed"))
            if left and stored >= left[0][0]:
                due = due or now + left[0][1]
                if now >= due and self._kill(left[0][2], random, stored):
                    left.pop(0)
                    due = 0.0
            time.sleep(_LOOK_S)
        if left:
            self.report.wrong.append(f"done before the last {len(left)} kills")

    def _keep_alive(self) -> bool:
        """Start what is not running; tell whether the client is done."""
        for name, words in self._programs().items():
            process = self.processes.get(name)
            if process is not None and (process.poll() is None or (name == "client" and process.returncode == 0)):
                continue
            if process is not None and process.returncode != -signal.SIGKILL:
                self._say(f"{name} ended by itself, code {process.returncode}")
            with (self.folder / f"{name}.log").open("ab") as log:
                self.processes[name] = subprocess.Popen(
                    words, cwd=_ROOT, env=self._environment(), stdin=subprocess.DEVNULL, stdout=log, stderr=log
                )
            self.report.starts[name.partition("-")[0]] += 1
        return self.processes["client"].poll() == 0

    def _programs(self) -> Mapping[str, Sequence[str]]:
        address = f"tcp://127.0.0.1:{self.port}"
        worker = ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--death-timeout", "20", "--host", "127.0.0.1"]
        scheduler = ["--host", "127.0.0.1", "--port", str(self.port), "--no-dashboard"]
        out = str(self.folder / "disturbed")
        return {
            "scheduler": [str(_BIN / "dask"), "scheduler", *scheduler],
            **{f"worker-{n}": [str(_BIN / "dask"), "worker", address, *worker] for n in range(_WORKERS)},
            "client": [str(_BIN / "gcsim"), "sweep", str(self.config), "--out", out, "--cluster", address],
        }

    def _environment(self) -> Mapping[str, str]:
        return {**os.environ, _MARK: self.mark}

    def _kill(self, kind: str, random: np.random.Generator, stored: int) -> bool:
        if kind == "runner":
            victims = [process for process in self._ours() if _RUNNER in _words(process)]
        else:
            alive = [name for name, process in self.processes.items() if process.poll() is None]
            victims = [self.processes[name].pid for name in alive if name.startswith(kind)]
        if not victims:
            return False
        victim = victims[random.integers(len(victims))]
        with contextlib.suppress(ProcessLookupError):
            os.kill(victim, signal.SIGKILL)
            self.report.kills[kind] += 1
            self._say(f"killed a {kind} ({victim}), {stored} runs stored")
            return True
        return False

    def end(self) -> None:
        """Kill what was started here; whatever does not end with it is wrong."""
        for process in self.processes.values():
            process.kill()
        deadline = time.monotonic() + 20
        while (left := self._ours()) and time.monotonic() < deadline:
            time.sleep(_LOOK_S)
        for process_id in left:
            self.report.wrong.append(f"a process is left over: {process_id} {_words(process_id).decode()}")
            with contextlib.suppress(ProcessLookupError):
                os.kill(process_id, signal.SIGKILL)
        for process in self.processes.values():
            process.wait()

    def _ours(self) -> list[int]:
        """List the processes that were started here, by themselves or by others: they inherit a mark."""
        mark = f"{_MARK}={self.mark}".encode()
        numbers = [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]
        return [number for number in numbers if mark in _of_process(number, "environ").split(b"\0")]

    def _say(self, line: str) -> None:
        self.say(f"{time.monotonic() - self.began:7.1f} s  {line}")


def _words(process_id: int) -> bytes:
    return _of_process(process_id, "cmdline").replace(b"\0", b" ")


def _of_process(process_id: int, what: str) -> bytes:
    try:
        return Path(f"/proc/{process_id}/{what}").read_bytes()
    except OSError:  # it has ended
        return b""


def _differences(study: Study, disturbed: Path, undisturbed: Path) -> list[str]:
    wrong = []
    keys = sorted(run_key(scenario) for scenario in study.expand())
    exports = []
    for out in (disturbed, undisturbed):
        export(out, out / "canonical.csv")
        exports.append((out / "canonical.csv").read_bytes())
    if exports[0] != exports[1]:
        wrong.append("the canonical exports differ")
    if load_results(disturbed)["run_key"].tolist() != keys:
        wrong.append("not every run has one row")
    if load_provenance(disturbed)["run_key"].tolist() != keys:
        wrong.append("not every run has one row of provenance")
    if (failed := read_failures(disturbed)["run_key"].tolist()) != []:
        wrong.append(f"runs are said to have failed: {failed}")
    for part in disturbed.glob("*/*.parquet"):
        if not part.name.startswith("."):
            table = pq.read_table(part)
            table.validate(full=True)
            if table.num_rows == 0:
                wrong.append(f"{part} is empty")
    return wrong


def _main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="gcsim-chaos-"))
    begin = time.monotonic()
    report = chaos(folder, Fire(options.runs, options.kills, options.seed), _say)
    _say(f"killed {dict(report.kills)}, started {dict(report.starts)}, in {time.monotonic() - begin:.0f} s")
    for line in report.wrong:
        _say(f"WRONG: {line}")
    if report.wrong:
        _say(f"everything is kept in {folder}")
        return 1
    shutil.rmtree(folder)
    return 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(_main())
