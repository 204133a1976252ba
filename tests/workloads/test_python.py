"""A program of the user's own: found, executed anew for every run, and refused with one clear line where it is none."""

import os
import pickle
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from gcsim.recording import Recording
from gcsim.runtime import Gosched, watchdog
from gcsim.scenario import Scenario, load
from gcsim.simulation import simulate
from gcsim.studies import run_key
from gcsim.units import parse_duration

Program = Callable[..., Scenario]

HEAD = "import time\nfrom gcsim.runtime import *\n"
MAIN = "def main(process):\n"
READY = "def ready(process):\n    process.begin()"
NO_STEP = "which is no instruction: yield one of gcsim.runtime, such as Compute(1000)"
NO_STEPS = (
    "a goroutine runs a generator or a list of steps; found <built-in function print>. "
    "Does the function yield, and was it called: worker(c) rather than worker?"
)
SCENARIO = """\
name: own
go: "1.8"
gomaxprocs: 2
hardware: measured-2vcpu
until: {duration: 10ms}
workload: {kind: python, program: "own:main"}
"""


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Write a module beside a scenario, and load that; a body alone is that of a function ``main(process)``."""

    def write(text: str, *settings: str) -> Scenario:
        if "def main" not in text:
            text = "def main(process):\n" + "".join(f"    {line}\n" for line in text.splitlines())
        (tmp_path / "own.py").write_text(HEAD + text, encoding="utf-8")
        (tmp_path / "own.yaml").write_text(SCENARIO, encoding="utf-8")
        (scenario,) = load(tmp_path / "own.yaml", settings).expand()
        return scenario

    return write


def failure(recording: Recording) -> str:
    """Return what was wrong with a run's program."""
    assert recording.ended_by == "program_error"
    return recording.failure


# What it is given, and what becomes of it


def test_it_is_given_its_process_and_its_arguments(program: Program, capsys: pytest.CaptureFixture[str]) -> None:
    text = "def main(process, n, name, share=0.5, *, fast):\n    print(process.release, n, name, share, fast)\n"
    text += "    yield Compute(n)"
    args = "workload.args={n: 3, name: pair, fast: true}"
    recording = simulate(program(text, args))
    assert capsys.readouterr().out == "1.8 3 pair 0.5 True\n"
    assert (recording.ended_by, recording.end_ns - recording.start_ns) == ("exit", 3)


def test_without_a_set_up_it_is_recorded_from_its_start(program: Program) -> None:
    recording = simulate(program("yield Compute('1us')\nprocess.requests.request(70)\nyield Compute('2us')"))
    assert (recording.ops, recording.end_ns - recording.start_ns) == (1, 3000)


@pytest.mark.parametrize(
    "text",
    [
        "yield Compute('1us')\nprocess.begin()\nyield Compute('2us')",
        f"{MAIN}    yield Compute('1us')\n    ready(process)\n    yield Compute('2us')\n\n{READY}",
        "def ready():\n    process.begin()\nyield Compute('1us')\nready()\nyield Compute('2us')",
    ],
    ids=["in main", "in another function", "in a function of its own"],
)
def test_with_a_set_up_it_is_recorded_from_the_end_of_that(program: Program, text: str) -> None:
    recording = simulate(program(text))
    assert recording.end_ns - recording.start_ns == 2000


def test_it_counts_requests_with_what_kept_them_waiting(program: Program) -> None:
    text = "from gcsim.vocabulary import Cause\ndef main(process):\n    yield Compute(1)\n"
    recording = simulate(program(text + "    process.requests.request(100, {Cause.RUN_QUEUE: 40})"))
    assert recording.latency.cause_ns.sum(axis=0).tolist()[:2] == [60, 40]


def test_what_it_keeps_in_its_module_begins_anew_with_every_run(program: Program) -> None:
    scenario = program("seen = []\n\ndef main(process):\n    seen.append(1)\n    yield Compute(1000 * len(seen))")
    assert [simulate(scenario).end_ns for _ in range(2)] == [simulate(scenario).end_ns] * 2


def test_a_module_of_that_name_which_somebody_has_imported_stays_theirs(program: Program) -> None:
    scenario = program("class Own: ...\n\ndef main(process):\n    yield Compute(1)")
    before = dict(sys.modules)
    simulate(scenario)
    assert sys.modules == before


def test_it_may_import_what_stands_beside_it(program: Program, tmp_path: Path) -> None:
    (tmp_path / "beside.py").write_text("NS = 5000\n", encoding="utf-8")
    path = list(sys.path)
    recording = simulate(program("from beside import NS\n\ndef main(process):\n    yield Compute(NS)"))
    assert recording.end_ns - recording.start_ns == 5000
    assert sys.path == path


def test_it_may_stand_in_a_package(tmp_path: Path) -> None:
    inner = tmp_path / "outer/inner"
    inner.mkdir(parents=True)
    for folder in (inner, inner.parent):
        (folder / "__init__.py").touch()
    (inner / "sizes.py").write_text("NS = 7000\n", encoding="utf-8")
    (inner / "own.py").write_text(
        f"{HEAD}from .sizes import NS\n\ndef main(process):\n    yield Compute(NS)\n", encoding="utf-8"
    )
    (tmp_path / "own.yaml").write_text(SCENARIO.replace("own:main", "outer.inner.own:main"), encoding="utf-8")
    (scenario,) = load(tmp_path / "own.yaml").expand()
    recording = simulate(scenario)
    assert (recording.ended_by, recording.end_ns - recording.start_ns) == ("exit", 7000)


# Which one it is


def test_a_scenario_takes_it_along_to_another_process(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    travelled = pickle.loads(pickle.dumps(program("yield Compute('3us')")))  # noqa: S301 - our own
    monkeypatch.chdir(tmp_path.parent)
    recording = simulate(travelled)
    assert recording.end_ns - recording.start_ns == 3000


def test_changed_code_is_another_run_and_touched_code_is_not(program: Program, tmp_path: Path) -> None:
    first = run_key(program("yield Compute(1)"))
    os.utime(tmp_path / "own.py", (1, 1))
    assert run_key(program("yield Compute(1)")) == first
    assert run_key(program("yield Compute(2)")) != first


def test_where_it_stands_makes_no_difference(program: Program, tmp_path: Path) -> None:
    scenario = program("yield Compute(1)")
    other = tmp_path / "elsewhere"
    other.mkdir()
    for name in ("own.py", "own.yaml"):
        (other / name).write_bytes((tmp_path / name).read_bytes())
    (moved,) = load(other / "own.yaml").expand()
    assert run_key(moved) == run_key(scenario)


def test_code_that_changed_after_the_scenario_was_read_is_not_run_under_its_name(
    program: Program, tmp_path: Path
) -> None:
    scenario = program("yield Compute(1)")
    program("yield Compute(2)")
    assert failure(simulate(scenario)) == f"{tmp_path / 'own.py'} has changed since the scenario was read: start again"


def test_code_that_is_gone_is_said_so(program: Program, tmp_path: Path) -> None:
    scenario = program("yield Compute(1)")
    (tmp_path / "own.py").unlink()
    assert failure(simulate(scenario)) == f"{tmp_path / 'own.py'}: No such file or directory"


# What is none


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("return 5", "own:main returned 5, which is no generator: does it yield?"),
        (
            "def main(process, n):\n    yield",
            "own:main cannot be called with (process): missing a required argument: 'n'",
        ),
        ("def main():\n    yield", "own:main cannot be called with (process): too many positional arguments"),
        ("main = 5  # def main", "own:main: the module has no such function"),
        ("def mains(process):\n    yield", "own:main: the module has no such function"),
        ("def main(process) yield", "own:main: own.py:3: SyntaxError: expected ':' (own.py, line 3)"),
        ("1 / 0  # def main", "own:main: own.py:3: ZeroDivisionError: division by zero"),
        ("import nowhere  # def main", "own:main: own.py:3: ModuleNotFoundError: No module named 'nowhere'"),
        (
            "yield Compute(1)\nif process.now < 0: process.begin()",
            "own:main has ended without process.begin(): nothing was recorded",
        ),
        (
            "for _ in range(70): yield Sleep('1s')\nprocess.begin()",
            "own:main has not called process.begin() in 1m of simulated time: nothing is recorded before it does",
        ),
    ],
)
def test_what_is_no_program_is_one_line(program: Program, text: str, said: str) -> None:
    assert failure(simulate(program(text))) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("yield Compute(-5)", "ValueError: Compute takes a duration that is not negative; found -5 ns"),
        (
            "yield Compute(1.5)",
            'TypeError: Compute takes whole ns, such as 1500, or a text, such as "1.5us"; found 1.5',
        ),
        ("yield Sleep(-1)", "ValueError: Sleep takes a duration that is not negative; found -1 ns"),
        ("yield 42", f"yielded 42, {NO_STEP}"),
        ("yield", f"yielded None, {NO_STEP}"),
        ("yield Channel()", f"yielded Channel(0), {NO_STEP}"),
        ("yield Gosched", f"yielded {Gosched!r}, which is no instruction: yield an object of it, Gosched(...)"),
        ("1 // 0\nyield", "ZeroDivisionError: integer division or modulo by zero"),
        ("raise KeyError\nyield", "KeyError"),
        (
            "process.begin()\nprocess.begin()  # here\nyield",
            "RuntimeError: process.begin() ends the set-up, and is for once",
        ),
        ("yield Call(print)", NO_STEPS),
        ("yield Go(print)", NO_STEPS),
        ("process.requests.request(-1)\nyield", "ValueError: a request takes whole ns that are not negative; found -1"),
        (
            "process.requests.request(0.5)\nyield",
            "ValueError: a request takes whole ns that are not negative; found 0.5",
        ),
        (
            "process.requests.request(5, {'RUN_QUEUE': 6})\nyield",
            "ValueError: a request cannot wait longer than its 5 ns; found {'RUN_QUEUE': 6}",
        ),
        (
            "process.at(0.5, print)\nyield",
            "TypeError: at takes a time in whole ns, such as process.now + 1000; found 0.5",
        ),
    ],
)
def test_a_mistake_in_a_program_names_goroutine_line_and_time(program: Program, text: str, said: str) -> None:
    scenario = program(f"yield Compute(77)\n{text}")
    lines = (HEAD + "def main(process):\nyield Compute(77)\n" + text).splitlines()
    line = 1 + next((at for at, code in enumerate(lines) if "# here" in code), 4)
    found = re.fullmatch(r"goroutine (\d+) \(main\) at own.py:(\d+), t=([^:]+): (.*)", failure(simulate(scenario)))
    assert found is not None
    assert (int(found[2]), found[4]) == (line, said)
    assert found[3].endswith("us")
    assert parse_duration(found[3]) > 77


def test_a_mistake_in_a_goroutine_of_its_own_is_told_where_it_is(program: Program) -> None:
    text = (
        "def main(process):\n    yield Go(worker(0), 'worker')\n    yield Compute('1ms')\n\n"
        "def worker(n):\n    yield Compute(10)\n    yield Compute(share(n))\n\n"
        "def share(n):\n    return 100 // n"
    )
    said = failure(simulate(program(text)))
    assert re.fullmatch(
        r"goroutine \d+ \(worker\) at own.py:12, t=\S+: ZeroDivisionError: integer division or modulo by zero", said
    )


def test_a_mistake_in_what_a_step_is_only_like_is_told_before_it_is_done(program: Program) -> None:
    """Its price is asked for, time passes, and only then it turns out to be none."""
    said = failure(simulate(program("yield Go([Compute('5us')])\nc = Channel()\nyield c\nyield Compute(1)")))
    assert re.fullmatch(r"goroutine \d+ \(main\) at own.py:6, t=\S+: yielded Channel\(0\), which is .*", said)


def test_a_mistake_outside_of_goroutines_is_told_with_its_line(program: Program) -> None:
    text = (
        "def come():\n    raise LookupError('no such user')\nprocess.at(process.now + 5000, come)\nyield Compute('1ms')"
    )
    assert re.fullmatch(r"own.py:5, t=\S+: LookupError: no such user", failure(simulate(program(text))))


def test_a_mistake_of_ours_is_no_mistake_of_the_program(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    scenario = program("yield Compute(1)\nyield Gosched()")
    monkeypatch.setattr("gcsim.runtime.scheduler.Scheduler.yield_p", None)
    with pytest.raises(TypeError, match="not callable"):
        simulate(scenario)


def test_what_goroutines_have_done_so_far_is_kept(program: Program) -> None:
    text = "for _ in range(5):\n    yield Compute('1us')\n    process.requests.request(1000)\nyield None"
    recording = simulate(program(text))
    assert (recording.ended_by, recording.ops, recording.end_ns - recording.start_ns) == ("program_error", 5, 5000)


def test_a_program_that_lets_no_time_pass_is_told_so(program: Program) -> None:
    said = failure(simulate(program("while True:\n    yield Myself()")))
    assert "no time has passed for 1,000,000 steps: something has to compute, sleep or wait" in said


# What never yields


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watchdog, "LIMIT_S", 0.3)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("yield Compute(1)\nwhile True: pass", 5),
        ("yield Compute(1)\ntime.sleep(1000)", 5),
        ("while True:\n    try:\n        time.sleep(1000)\n    except RuntimeError:\n        pass\nyield", 6),
    ],
)
def test_a_program_that_never_yields_is_ended_at_its_line(program: Program, text: str, line: int) -> None:
    began = time.monotonic()
    said = failure(simulate(program(text)))
    assert re.fullmatch(rf"goroutine \d+ \(main\) at own.py:{line}, t=\S+: runs on and on without a yield: .*", said)
    assert time.monotonic() - began < 5


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(
    "text", ["def main(process):\n    while True:\n        pass", "while True:\n    pass  # def main"]
)
def test_a_function_or_a_module_that_never_returns_is_ended_too(program: Program, text: str) -> None:
    assert "runs on and on without a yield" in failure(simulate(program(text)))


@pytest.mark.usefixtures("impatient")
def test_a_program_that_computes_for_long_between_yields_is_left_alone(program: Program) -> None:
    text = "for _ in range(4):\n    time.sleep(0.1)\n    yield Compute(1)"
    assert simulate(program(text)).ended_by == "exit"


# What Go's process dies of is a result


@pytest.mark.parametrize(
    ("text", "ended_by", "words"),
    [
        ("yield Channel().receive()", "deadlock", "fatal error: all goroutines are asleep - deadlock!"),
        ("yield Panic('oh')", "panic", "panic: oh"),
        (
            "def deeper():\n    yield Call(deeper(), 1 << 20)\nyield Call(deeper(), 1)",
            "stack_overflow",
            "runtime: goroutine stack exceeds 1000000000-byte limit",
        ),
        (
            "for _ in range(10_000):\n    yield Go([Syscall('1h', blocking=True)])\nyield Sleep('1h')",
            "thread_exhaustion",
            "runtime: program exceeds 10000-thread limit",
        ),
        (
            "while True:\n    yield Allocate('1GiB', lifetime='kept')",
            "out_of_memory",
            "fatal error: runtime: out of memory",
        ),
    ],
)
def test_a_death_that_go_knows_is_told_in_its_words(program: Program, text: str, ended_by: str, words: str) -> None:
    recording = simulate(program(text, "until.duration=1h"))
    assert (recording.ended_by, recording.failure.splitlines()[0]) == (ended_by, words)
