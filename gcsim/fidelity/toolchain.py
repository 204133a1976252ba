"""Go toolchains that the user has, and the reference program built with them."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import gcsim

__all__ = ["Toolchain", "ToolchainError", "build", "find_toolchain", "program_environment", "reference_program"]

_VERSION = re.compile(r"go version (?P<version>go1\.\d+(?:\.\d+)?(?:beta\d+|rc\d+)?)(?: .*)?\s*")
_KEPT = frozenset({"GOCACHE", "GOTMPDIR"})


class ToolchainError(ValueError):
    """A Go toolchain that cannot be used, or that does not build the program; the message says why."""


@dataclass(frozen=True, slots=True)
class Toolchain:
    """A Go toolchain.

    Attributes
    ----------
    command : Path
        Its ``go``.
    root : Path or None
        Its GOROOT, where the place of the command tells it.
    version : str
        The release, such as ``go1.8.4``.
    """

    command: Path
    root: Path | None
    version: str


def reference_program() -> Path:
    """Return where ``forest.go`` stands: in the package, or in the checkout's ``results/measured``."""
    package = Path(gcsim.__file__).parent
    installed = package / "reference_program" / "forest.go"
    return installed if installed.is_file() else package.parent / "results" / "measured" / "forest.go"


def find_toolchain(command: str) -> Toolchain:
    """Find a toolchain and ask for its version.

    Parameters
    ----------
    command : str
        Path of a ``go`` command, or a name to be found on PATH.

    Returns
    -------
    Toolchain
        A release of the Go project's own toolchain.

    Raises
    ------
    ToolchainError
        If there is none, it does not answer, or it is another toolchain or an unreleased one.
    """
    path = _on_path(command)
    if path is None:
        raise ToolchainError(f"{command}: no such command; name the go command of a Go release: --go PATH")
    root = _root(path)
    try:
        answer = subprocess.run(  # noqa: S603  # the command that the user named
            [path, "version"],
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="replace",
            env=_build_environment(root),
            stdin=subprocess.DEVNULL,
        )
    except OSError as error:
        raise ToolchainError(f"{command}: cannot be run: {error.strerror}") from error
    said = answer.stdout if answer.returncode == 0 else answer.stderr
    match = _VERSION.fullmatch(answer.stdout)
    if answer.returncode != 0 or match is None or "gccgo" in answer.stdout:
        raise ToolchainError(
            f"{command}: not a release of Go's own toolchain; 'go version' "
            f"{'says' if answer.returncode == 0 else 'fails'}: {said.strip() or 'nothing'}"
        )
    return Toolchain(path, root, match["version"])


def build(toolchain: Toolchain, global_ptrs: int, folder: Path) -> Path:
    """Compile the reference program.

    Parameters
    ----------
    toolchain : Toolchain
        Compiles it; nothing is fetched from a network.
    global_ptrs : int
        Pointers in the program's global array.
    folder : Path
        Where to; holds the two source files too.

    Returns
    -------
    Path
        The program.

    Raises
    ------
    ToolchainError
        If it does not compile, with the compiler's words.
    """
    folder.mkdir(parents=True)
    (folder / "forest.go").write_bytes(reference_program().read_bytes())
    (folder / "globals.go").write_text(f"package main\n\nconst globalPtrs = {global_ptrs}\n", encoding="utf-8")
    program = folder / "forest"
    result = subprocess.run(  # noqa: S603  # the same
        [toolchain.command, "build", "-o", program, "forest.go", "globals.go"],
        check=False,
        cwd=folder,
        encoding="utf-8",
        env=_build_environment(toolchain.root),
        errors="replace",
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
    )
    if result.returncode != 0 or not program.is_file():
        said = result.stdout.strip() or f"exit code {result.returncode}"
        raise ToolchainError(f"{toolchain.command}: {toolchain.version} does not build forest.go:\n{said}")
    return program


def program_environment(gomaxprocs: int, gogc: int) -> dict[str, str]:
    """Return the environment of a run.

    Parameters
    ----------
    gomaxprocs, gogc : int
        Ps; GOGC in percent.

    Returns
    -------
    dict of str to str
        This process's, without what else would tune the runtime, such as GOMEMLIMIT.
    """
    return _without_go(os.environ) | {"GOMAXPROCS": str(gomaxprocs), "GOGC": str(gogc), "GODEBUG": "gctrace=1"}


def _without_go(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if not name.startswith("GO") or name in _KEPT}


def _build_environment(root: Path | None) -> dict[str, str]:
    """Leave nothing of the user's Go settings but the cache: they may be another release's, or for another machine."""
    inherited = os.environ.get("GOROOT")
    # A command outside its GOROOT is a script in front of it, which may need the user's.
    goroot = str(root) if root is not None else inherited
    return {
        **_without_go(os.environ),
        "GO111MODULE": "off",  # 1.11 and later: two files are no module
        "GOENV": "off",  # 1.13 and later: what `go env -w` set
        "GOPROXY": "off",
        "GOTOOLCHAIN": "local",  # 1.21 and later: would be fetched
        # Until 1.8 a toolchain believes that it stands where it was built, unless it is told.
        **({"GOROOT": goroot} if goroot else {}),
    }


def _on_path(command: str) -> Path | None:
    found = shutil.which(command)
    return None if found is None else Path(found).absolute()


def _root(command: Path) -> Path | None:
    root = command.resolve().parent.parent
    return root if (root / "src" / "runtime").is_dir() else None
