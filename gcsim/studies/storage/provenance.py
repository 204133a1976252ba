"""Which source, on which machine, wrote a result."""

import os
import platform
import shutil
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import numpy as np

import gcsim

__all__ = ["circumstances", "git_commit", "host_class", "now"]

_PATIENCE_S = 10
_PROCESSORS = Path("/proc/cpuinfo")


def git_commit() -> str | None:
    """Return the commit that this package is a checkout of.

    Returns
    -------
    str or None
        40 hexadecimal digits, with ``-dirty`` behind them where files differ; None for an installed package,
        also where it is installed somewhere below an unrelated repository.
    """
    package = Path(gcsim.__file__).parent
    git = shutil.which("git")
    if git is None or _ask(git, package, "ls-files", "--error-unmatch", "__init__.py") is None:
        return None
    return _ask(git, package, "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*")


def host_class() -> str:
    """Return what machines that take equally long for a run have in common.

    Returns
    -------
    str
        Processors and their model, system and architecture, such as ``2 x Intel(R) Xeon(R) CPU @ 2.20GHz, linux
        x86_64``; the architecture stands for a model that the system does not tell.
    """
    machine = platform.machine()
    return f"{os.cpu_count() or 1} x {_processor() or machine}, {platform.system().lower()} {machine}"


@cache
def circumstances() -> Mapping[str, str]:
    """Return what all results of this process have in common.

    Returns
    -------
    mapping of str to str
        ``host``, ``host_class``, ``package_version``, ``python``, ``numpy``.
    """
    return {
        "host": platform.node(),
        "host_class": host_class(),
        "package_version": gcsim.__version__,
        "python": platform.python_version(),
        "numpy": np.__version__,
    }


def now() -> str:
    """Return the time of day: UTC, ISO 8601, with microseconds; texts sort as the times do."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _processor() -> str:
    try:
        lines = _PROCESSORS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return platform.processor()
    models = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(models, "")


def _ask(git: str, folder: Path, *question: str) -> str | None:
    try:
        answer = subprocess.run(  # noqa: S603  # git itself, with words that all stand above
            [git, *question], cwd=folder, capture_output=True, text=True, timeout=_PATIENCE_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return answer.stdout.strip() if answer.returncode == 0 else None
