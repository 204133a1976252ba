"""Which source wrote a result."""

import shutil
import subprocess
from pathlib import Path

import gcsim

__all__ = ["git_commit"]

_PATIENCE_S = 10


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


def _ask(git: str, folder: Path, *question: str) -> str | None:
    try:
        answer = subprocess.run(  # noqa: S603  # git itself, with words that all stand above
            [git, *question], cwd=folder, capture_output=True, text=True, timeout=_PATIENCE_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return answer.stdout.strip() if answer.returncode == 0 else None
