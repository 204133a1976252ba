"""A real Slurm of one node on loopback, in a folder of its own, for as long as the tests need it."""

import fcntl
import functools
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

_CONF = Path(__file__).with_name("slurm.conf")
_PACKAGES = ("slurmctld", "slurmd", "slurm-client", "munge", "util-linux")
_PROGRAMS = ("munged", "slurmctld", "slurmd", "slurmstepd", "sbatch", "squeue", "setpriv")
_INSTALL_S = 180
_READY_S = 30
_POLL_S = 0.1


class NoSlurmError(Exception):
    """There can be no Slurm here; the message says why."""


@functools.cache
def install() -> None:
    """Install Debian's Slurm, unless it is here.

    Raises
    ------
    NoSlurmError
        If this is no machine to install it on.
    """
    if os.geteuid() != 0:
        raise NoSlurmError("a Slurm in a temporary folder needs root")
    # One installation at a time: pytest-xdist's processes come here together.
    with (Path(tempfile.gettempdir()) / "gcsim-tests-apt.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if all(map(shutil.which, _PROGRAMS)):
            return
        if shutil.which("apt-get") is None:
            raise NoSlurmError("no Slurm is installed, and there is no apt-get to install one")
        wanted = ("install", "-y", "--no-install-recommends", *_PACKAGES)
        for arguments in (wanted, ("update",), wanted):
            done = _apt(arguments)
            if done.returncode == 0 and arguments is wanted:
                return
    raise NoSlurmError(f"apt-get cannot install Slurm: {' '.join(done.stderr.split())[-300:]}")


@contextmanager
def one_node() -> Iterator[Path]:
    """Run a Slurm of one node.

    Yields
    ------
    Path
        Its ``slurm.conf``: with this as ``SLURM_CONF``, Slurm's commands are about this one.

    Raises
    ------
    NoSlurmError
        If there can be none here.
    """
    install()
    with ExitStack() as stack:
        run = Path(tempfile.mkdtemp(prefix="gcsim-slurm-"))  # short, for the socket's name
        stack.callback(shutil.rmtree, run, ignore_errors=True)
        for name in ("state", "spool"):
            (run / name).mkdir()
        (run / "munge.key").write_bytes(os.urandom(128))
        (run / "munge.key").chmod(0o600)
        conf = run / "slurm.conf"
        conf.write_text(_filled(_CONF.read_text(), run))
        _begin(stack, run, conf)
        stack.callback(cancel_all, conf)
        yield conf


def _filled(text: str, run: Path) -> str:
    first, second = _free_ports(2)
    for name, value in {"RUN": run, "SLURMCTLD_PORT": first, "SLURMD_PORT": second}.items():
        text = text.replace(f"@{name}@", str(value))
    return text


def _begin(stack: ExitStack, run: Path, conf: Path) -> None:
    munge = [f"--socket={run}/munge.sock", f"--key-file={run}/munge.key", f"--pid-file={run}/munged.pid"]
    files = [f"--log-file={run}/munged.log", f"--seed-file={run}/munged.seed"]
    _daemon(stack, run, conf, ["munged", "--foreground", "--force", *munge, *files])
    _wait_until(run, (run / "munge.sock").exists)
    _daemon(stack, run, conf, ["slurmctld", "-D", "-f", str(conf)])
    stepd = _program("slurmstepd")
    _daemon(stack, run, conf, ["slurmd", "-D", "-N", "localhost", "-f", str(conf), "-d", stepd])
    _wait_until(run, lambda: command(conf, "sinfo", "--noheader", "--format=%T").strip() == "idle")


def command(conf: Path, *words: str) -> str:
    """Return what a command of Slurm prints; nothing if it fails."""
    done = subprocess.run(words, env=environment(conf), capture_output=True, text=True, timeout=30, check=False)
    return done.stdout if done.returncode == 0 else ""


def environment(conf: Path) -> dict[str, str]:
    """Return this process's environment, with Slurm's commands about this Slurm."""
    return {**os.environ, "SLURM_CONF": str(conf)}


def _daemon(stack: ExitStack, run: Path, conf: Path, words: Sequence[str]) -> None:
    log = stack.enter_context((run / f"{words[0]}.out").open("w"))
    # Should these tests be killed, the kernel ends what they started.
    process = subprocess.Popen(
        [_program("setpriv"), "--pdeathsig", "KILL", *words], env=environment(conf), stdout=log, stderr=log, cwd=run
    )
    stack.callback(_stop, process)


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise NoSlurmError(f"no {name} is installed")
    return found


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(5)
    process.kill()
    process.wait()


def cancel_all(conf: Path) -> None:
    """Cancel all jobs, and wait until they are gone.

    Whoever does not end when told to is killed after ``KillWait`` seconds, by a slurmd that must still be there.
    """
    command(conf, "scancel", "--user=root")
    deadline = time.monotonic() + _READY_S
    while command(conf, "squeue", "--noheader").strip() and time.monotonic() < deadline:
        time.sleep(_POLL_S)


def _wait_until(run: Path, condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + _READY_S
    while not condition():
        if time.monotonic() > deadline:
            logs = "\n".join(f"{log.name}: {log.read_text()[-1000:]}" for log in sorted(run.glob("*.[lo]*")))
            raise AssertionError(f"no Slurm after {_READY_S} s\n{logs}")
        time.sleep(_POLL_S)


def _free_ports(count: int) -> list[int]:
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


def _apt(arguments: Sequence[str]) -> subprocess.CompletedProcess[str]:
    # RUNLEVEL 1: Debian's scripts start no daemon of the whole machine.
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    given_up = ["-o", "DPkg::Lock::Timeout=120", "-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=10"]
    words = ["apt-get", *given_up, *arguments]
    try:
        return subprocess.run(words, env=quiet, capture_output=True, text=True, timeout=_INSTALL_S, check=False)
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(words, 1, "", f"no answer in {_INSTALL_S} s")
