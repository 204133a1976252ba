"""A Go toolchain that compiles nothing: its programs print at once what ``forest.go`` would print after its run."""

import sys
from pathlib import Path

__all__ = ["install"]

_GO = """\
#!{python} -IS
import json, os, sys
from pathlib import Path

go = {{name: value for name, value in os.environ.items() if name.startswith("GO")}}
with Path({log!r}).open("a") as log:
    log.write(json.dumps({{"arguments": sys.argv[1:], "go": go}}) + "\\n")
if sys.argv[1] == "version":
    print({says!r})
    sys.exit({version_code})
assert sys.argv[1:3] == ["build", "-o"]
assert Path("forest.go").read_text().startswith("// Reference workload")
if {compiler!r}:
    sys.exit({compiler!r})
pointers = Path("globals.go").read_text().split("const globalPtrs = ")[1].strip()
program = Path(sys.argv[3])
program.write_text(Path({program!r}).read_text().replace("POINTERS", pointers))
program.chmod(0o755)
"""

_PROGRAM = """\
#!{python} -IS
import json, os, signal, sys, time
from pathlib import Path

flags = dict(argument[1:].split("=") for argument in sys.argv[1:])
go = {{name: value for name, value in os.environ.items() if name.startswith("GO")}}
with Path({log!r}).open("a") as log:
    log.write(json.dumps({{"flags": flags, "pointers": POINTERS, "go": go}}) + "\\n")
what = json.loads(Path({behaviour!r}).read_text())
cycle = "0.01+2+0.02 ms clock, 0.02+3.0/10/0+0.04 ms cpu, 60->61->30 MB, 61 MB goal, 2 P"
sys.stderr.write(f"gc 1 @0.1s 9%: {{cycle}} (forced)\\n# begin\\n")
sys.stderr.flush()
doing = what.get(flags["live"] + "MiB")
if doing == "crash":
    sys.exit("\\nfatal error: out of memory\\nruntime stack:")
if doing == "killed":
    os.kill(os.getpid(), signal.SIGKILL)
if doing == "hang":
    time.sleep(60)
sys.stderr.write(f"gc 2 @0.2s 9%: {{cycle}}\\n" + ("" if doing == "no end" else "# end\\n"))
print("no JSON" if doing == "no JSON" else json.dumps({{
    "alloc_mb": 1671.5, "churn": int(flags["churn"]), "global_ptrs": POINTERS, "gogc": go["GOGC"],
    "gomaxprocs": int(go["GOMAXPROCS"]), "live_mb": int(flags["live"]), "loop_ms": int(flags["loopms"]), "num_gc": 1,
    "obj": int(flags["obj"]), "op_ns": {{"max": 6, "p50": 1, "p90": 2, "p99": 3, "p999": 4, "p9999": 5}}, "ops": 1000,
    "parked": int(flags["parked"]), "parked_kb": int(flags["parkedkb"]), "pauses_us": [30.5],
    "pusher": flags["pusher"] == "true", "roots": float(flags["roots"]), "think_ns": int(flags["think"]),
    "version": "go1.7.6" if doing == "another release" else {version!r},
    "wall_s": int(flags["dur"].removesuffix("ms")) / 1000, "workers": int(flags["workers"]),
}}))
"""


def install(  # noqa: PLR0913  # what can be wrong with a toolchain
    root: Path,
    *,
    version: str = "go1.8.4",
    says: str | None = None,
    version_code: int = 0,
    compiler: str = "",
    runtime: bool = True,
) -> Path:
    """Write a toolchain into a folder.

    Parameters
    ----------
    root : Path
        Gets ``bin/go``; ``log``, a line for each call of it and of its programs; and ``behaviour``, JSON that says what
        a program does instead of its work: ``{"32MiB": "crash"}`` for those with a live heap of 32 MiB.
    version : str
        What the programs give as their version.
    says : str, optional
        What ``go version`` prints.
    version_code : int, optional
        What it exits with.
    compiler : str, optional
        What the compiler complains of.
    runtime : bool, optional
        Whether ``src/runtime`` is there, as in a GOROOT.

    Returns
    -------
    Path
        The ``go`` command.
    """
    (root / "bin").mkdir(parents=True)
    if runtime:
        (root / "src/runtime").mkdir(parents=True)
    (root / "behaviour").write_text("{}")
    (root / "log").touch()
    here = {"python": sys.executable, "log": str(root / "log")}
    program = root / "program"
    program.write_text(_PROGRAM.format(**here, behaviour=str(root / "behaviour"), version=version))
    go = root / "bin/go"
    go.write_text(
        _GO.format(
            **here,
            says=f"go version {version} linux/amd64" if says is None else says,
            version_code=version_code,
            compiler=compiler,
            program=str(program),
        )
    )
    go.chmod(0o755)
    return go
