"""Malformed files: for each, the whole message is pinned."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gcsim.scenario import ScenarioError, load

Write = Callable[[str | bytes], Path]

HEAD = 'name: base\ngo: "1.8"\nhardware: measured-2vcpu\nworkload: {kind: forest, live_heap: 128MiB}\n'
"""Four lines that are right; what is wrong begins in line 5."""

RELEASES = 'use one of "1.4", "1.5", "1.6", "1.6.0", "1.6.2", "1.7", "1.8"'
SIZES = "use a size with its unit, such as 64MiB (B, KiB, MiB, GiB, TiB, kB, MB, GB, TB)"
TIMES = "use a time with its unit, such as 10ms (ns, us, ms, s, m, h)"
REPLICATIONS = "use a whole number from 1 on, or {until: {metric: pause_p99, ci: 5%}, max: 100}"
TOP = "write the keys of a scenario: name, go, hardware, workload"
YAML = "write YAML: `key: value` lines, two spaces deeper for what belongs to a key"

BOMB = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{key}: &{key} [{','.join([f'*{above}'] * 10)}]\n" for above, key in zip("abcdefgh", "bcdefghi", strict=True)
)

CASES = {
    "a wrong type": ("gogc: [1, 2]\n", "5:7: gogc: found a list of 2; use a positive whole number of percent, or off"),
    "text for a number": ("seed: many\n", '5:7: seed: found "many"; use a whole number from 0 on'),
    "a number in quotes": ('seed: "1"\n', '5:7: seed: found "1"; use a whole number from 0 on'),
    "a boolean for a number": ("seed: true\n", "5:7: seed: found true; use a whole number from 0 on"),
    "a fraction of a P": ("gomaxprocs: 2.5\n", "5:13: gomaxprocs: found 2.5; use a whole number from 1 to 256"),
    "no Ps": ("gomaxprocs: 0\n", "5:13: gomaxprocs: found 0; use a whole number from 1 to 256"),
    "an unknown key": ("gogcc: 50\n", "5:1: gogcc: found an unknown key; did you mean gogc?"),
    "an unknown key inside": (
        "until: {duraton: 1s, cycles: 1}\n",
        "5:9: until.duraton: found an unknown key; did you mean duration?",
    ),
    "an unknown key like no other": (
        "until: {qqq: 1s, cycles: 1}\n",
        "5:9: until.qqq: found an unknown key; use one of cycles, duration, at_most, warmup",
    ),
    "a merge key": (
        "until:\n  <<: {cycles: 2}\n  cycles: 1\n",
        "6:3: until.<<: found an unknown key; use one of cycles, duration, at_most, warmup",
    ),
    "a key of the model": (
        "until: {duration_ns: 5, cycles: 1}\n",
        "5:9: until.duration_ns: found an unknown key; did you mean duration?",
    ),
    "a bad unit": ("until: {duration: 3 weeks}\n", f'5:19: until.duration: found "3 weeks"; {TIMES}'),
    "a time without unit": ("until: {duration: 3}\n", f"5:19: until.duration: found 3; {TIMES}"),
    "a time that is a fraction": ("until: {duration: 1.5}\n", f"5:19: until.duration: found 1.5; {TIMES}"),
    "a time that is a list": ("until: {duration: [3s]}\n", f"5:19: until.duration: found a list of 1; {TIMES}"),
    "a run of no time": ("until: {duration: 0}\n", "5:19: until.duration: found 0; use at least 1ns"),
    "a run without end": (
        "until: {at_most: 1h}\n",
        "5:8: until: found a mapping with at_most; write cycles or duration: at_most alone is no end",
    ),
    "a duplicate key": (
        "gogc: 50\nseed: 1\ngogc: 100\n",
        "7:1: gogc: found the key a second time; keep one of the two: the first stands in line 5",
    ),
    "GOGC -5": ("gogc: -5\n", "5:7: gogc: found -5; use a positive whole number of percent, or off"),
    "GOGC 0": ("gogc: 0\n", "5:7: gogc: found 0; use a positive whole number of percent, or off"),
    "GOGC no": ("gogc: no\n", '5:7: gogc: found "no"; use a positive whole number of percent, or off'),
    "GOGC false": ("gogc: false\n", "5:7: gogc: found false; use a positive whole number of percent, or off"),
    "a window shorter than the pause": (
        "collector: {pause_budget: {pause: 60ms}}\n",
        "5:27: collector.pause_budget: found a mapping with pause; use a window at least as long as the pause",
    ),
    "a mechanism that there is not": (
        "collector: {mechanisms: {write_barrier: yuasa}}\n",
        '5:41: collector.mechanisms.write_barrier: found "yuasa"; use one of none, dijkstra, hybrid',
    ),
    "a mechanism that is no for false": (
        "collector: {mechanisms: {oblets: no}}\n",
        '5:34: collector.mechanisms.oblets: found "no"; use true or false',
    ),
    "no helpers at all": (
        "collector: {mechanisms: {helper_cap: 0}}\n",
        "5:38: collector.mechanisms.helper_cap: found 0; use a whole number from 1 on",
    ),
    "a key without value": ("gogc:\n", "5:6: gogc: found nothing; write a value, or leave the key out"),
    "an alias bomb": (
        BOMB,
        (
            "7:32: c[8]: found the alias *b, which blows the file up; "
            "write the values out: aliases may add 1000 values to a file"
        ),
    ),
    "an alias of itself": ("a: &a [*a]\n", "5:8: a[0]: found the alias *a, which contains itself; write the value out"),
    "an alias of nothing": ("a: *b\n", "5:4: a: found the alias *b, which nothing defines; write the value out"),
    "a Python tag": (
        "experiment: !!python/object/apply:os.system [echo]\n",
        (
            "5:13: experiment: found the tag tag:yaml.org,2002:python/object/apply:os.system; "
            "write the value without a tag; quote what is text"
        ),
    ),
    "a tag of YAML's own": (
        "experiment: !!str 5\n",
        "5:13: experiment: found the tag tag:yaml.org,2002:str; write the value without a tag; quote what is text",
    ),
    "NaN": ("gogc: .nan\n", "5:7: gogc: found .nan; use a finite number"),
    "an infinity": ("gogc: -.inf\n", "5:7: gogc: found -.inf; use a finite number"),
    "a number too large for a float": ("gogc: 1e999\n", "5:7: gogc: found 1e999; use a finite number"),
    "a number of very many digits": (
        f"seed: {'9' * 5000}\n",
        "5:7: seed: found a number of 5000 digits; use a smaller number",
    ),
    "NUL bytes": ("gogc: 1\x000\n", "5:8: found the character U+0000; remove it: a scenario is plain text"),
    "bytes that are no UTF-8": (b"gogc: \xff\n", "5:7: found byte 0xff; save the file as UTF-8"),
    "a second document": ("---\nname: other\n", "5:1: found a second document; write one scenario in a file"),
    "a flow that does not end": (
        "until: {cycles: 1\n",
        f"6:1: found while parsing a flow mapping did not find expected ',' or '}}'; {YAML}",
    ),
    "a tab for spaces": (
        "until:\n\tcycles: 1\n",
        f"6:1: found while scanning for the next token found character that cannot start any token; {YAML}",
    ),
    "nesting without end": (
        "a: " + "[" * 50_000 + "\n",
        "5:36: a" + "[0]" * 32 + ": found a deeply nested value; nest at most 32 deep",
    ),
    "a key that is a list": ("[a, b]: 1\n", "5:1: found a key that is no word; write `key: value`"),
    "10**9 points of a sweep": (
        "gogc: {logspace: [1, 1000000, 1000000000]}\n",
        "5:31: gogc.logspace[2]: found 1000000000; use a whole number of points from 2 to 1000000",
    ),
    "a product of 10**9": (
        "".join(f"{key}: {{logspace: [1e3, 1e9, 1000]}}\n" for key in ("seed", "gogc"))
        + "until: {cycles: {logspace: [1e3, 1e9, 1000]}}\n",
        (
            "5:7: seed: found 1000000000 runs (1000 x 1000 x 1000 and replications); "
            "use at most 1000000: fewer values, or zip for keys that belong together"
        ),
    ),
    "10**9 replications": (
        "replications: 1000000000\n",
        (
            "5:15: replications: found 1000000000 runs; "
            "use at most 1000000: fewer values, or zip for keys that belong together"
        ),
    ),
    "a swept value that does not fit": (
        "gogc: {sweep: [50, off, -5]}\n",
        "5:25: gogc.sweep[2]: found -5; use a positive whole number of percent, or off",
    ),
    "a swept key that does not fit": (
        "until: {sweep: [{cycles: 3}, {cycle: 5, duration: 1s}]}\n",
        "5:31: until.sweep[1].cycle: found an unknown key; did you mean cycles?",
    ),
    "an empty sweep": ("gogc: {sweep: []}\n", "5:15: gogc.sweep: found a list of 0; write a list of values"),
    "a sweep that is no list": ("gogc: {sweep: 5}\n", "5:15: gogc.sweep: found 5; write a list of values"),
    "a sweep over nothing": (
        "gogc: {sweep: [50, null]}\n",
        "5:20: gogc.sweep[1]: found nothing; write a value, or leave the key out",
    ),
    "a sweep with more beside it": (
        "gogc: {sweep: [50, 100], unit: percent}\n",
        "5:7: gogc: found a mapping with sweep, unit; let sweep or logspace stand alone in its braces",
    ),
    "a value swept twice": ("gogc: {sweep: [50, 50]}\n", "5:20: gogc.sweep[1]: found 50 again; write each value once"),
    "a sweep inside a sweep": (
        "until: {sweep: [{cycles: {sweep: [1, 2]}}]}\n",
        "5:17: until.sweep[0]: found a sweep inside a sweep; write its values into the outer list",
    ),
    "replications that are no number": (
        "replications: many\n",
        f'5:15: replications: found "many"; {REPLICATIONS}',
    ),
    "no replications": ("replications: 0\n", f"5:15: replications: found 0; {REPLICATIONS}"),
    "replications until an unknown metric": (
        "replications: {until: {metric: pause_p98, ci: 5%}, max: 100}\n",
        '5:32: replications.until.metric: found "pause_p98"; did you mean pause_p99?',
    ),
    "replications until a metric like no other": (
        "replications: {until: {metric: x, ci: 5%}, max: 100}\n",
        (
            '5:32: replications.until.metric: found "x"; '
            "name a result of a run, such as pause_p99, op_p999, ops_per_s, heap_peak or gc_cpu_fraction"
        ),
    ),
    "replications until a number": (
        "replications: {until: {metric: 7, ci: 5%}, max: 100}\n",
        "5:32: replications.until.metric: found 7; name a result of a run, such as pause_p99",
    ),
    "a precision without its unit": (
        "replications: {until: {metric: pause_p99, ci: 0.05}, max: 100}\n",
        "5:47: replications.until.ci: found 0.05; use a percentage between 0% and 100%, such as 5%",
    ),
    "a precision of everything": (
        "replications: {until: {metric: pause_p99, ci: 100%}, max: 100}\n",
        '5:47: replications.until.ci: found "100%"; use a percentage between 0% and 100%, such as 5%',
    ),
    "too few replications to judge by": (
        "replications: {until: {metric: pause_p99, ci: 5%}, max: 5}\n",
        "5:57: replications.max: found 5; use a whole number from 10 on",
    ),
    "replications without an end": (
        "replications: {until: {metric: pause_p99, ci: 5%}}\n",
        "5:1: replications.max: found nothing; write max: it has no default",
    ),
    "10**9 replications at most": (
        "replications: {until: {metric: pause_p99, ci: 5%}, max: 1e9}\n",
        (
            "5:15: replications: found 1000000000 runs; "
            "use at most 1000000: fewer values, or zip for keys that belong together"
        ),
    ),
    "a warm-up without its unit": (
        "until: {cycles: 1, warmup: 3}\n",
        f"5:28: until.warmup: found 3; {TIMES}, or mser5",
    ),
    "a warm-up by another rule": (
        "until: {cycles: 1, warmup: mser}\n",
        f'5:28: until.warmup: found "mser"; {TIMES}, or mser5',
    ),
    "a swept name": (
        "replications: {sweep: [1, 2]}\n",
        "5:15: replications: found a sweep; write one value: it holds for all runs of the study",
    ),
    "a logspace of two": (
        "gogc: {logspace: [50, 100]}\n",
        "5:18: gogc.logspace: found a list of 2; write logspace: [from, to, n]",
    ),
    "a logspace from nothing": (
        "gogc: {logspace: [0, 100, 3]}\n",
        "5:19: gogc.logspace[0]: found 0; use a number, size or time above 0, such as 100, 16MiB or 2us",
    ),
    "a logspace of words": (
        "gogc: {logspace: [50, off, 3]}\n",
        '5:23: gogc.logspace[1]: found "off"; use a number, size or time above 0, such as 100, 16MiB or 2us',
    ),
    "a logspace of lists": (
        "gogc: {logspace: [[50], 100, 3]}\n",
        "5:19: gogc.logspace[0]: found a list of 1; use a number, size or time above 0, such as 100, 16MiB or 2us",
    ),
    "a logspace from a time to a size": (
        "until: {duration: {logspace: [1s, 1MiB, 3]}}\n",
        '5:35: until.duration.logspace[1]: found "1MiB"; use the same kind of value as "1s"',
    ),
    "a logspace whose points fall together": (
        "gogc: {logspace: [1, 3, 10]}\n",
        "5:25: gogc.logspace[2]: found 10; use fewer points, or bounds further apart: some come out alike",
    ),
    "a logspace of one": (
        "gogc: {logspace: [1, 3, 1]}\n",
        "5:25: gogc.logspace[2]: found 1; use a whole number of points from 2 to 1000000",
    ),
    "a logspace of values that do not fit": (
        "gomaxprocs: {logspace: [1, 1024, 3]}\n",
        "5:13: gomaxprocs: found 1024; use a whole number from 1 to 256",
    ),
    "a zip that is no list": (
        "zip: go\n",
        '5:6: zip: found "go"; write lists of swept keys, such as zip: [[go, workload.live_heap]]',
    ),
    "a zip of one key": (
        "gogc: {sweep: [1, 2]}\nzip: [[gogc]]\n",
        "6:7: zip[0]: found a list of 1; write lists of swept keys, such as zip: [[go, workload.live_heap]]",
    ),
    "a zip of a key that is not swept": (
        "gogc: {sweep: [1, 2]}\nzip: [[gogc, go]]\n",
        '6:14: zip[0][1]: found "go"; name a swept key: the swept keys are gogc',
    ),
    "a zip of different lengths": (
        "gogc: {sweep: [1, 2]}\nseed: {sweep: [1, 2, 3]}\nzip: [[gogc, seed]]\n",
        "7:14: zip[0][1]: found seed with 3 values; give it 2 values, as gogc has",
    ),
    "a point zipped twice": (
        "gogc: {sweep: [1, 1, 1]}\nseed: {sweep: [1, 2, 1]}\nzip: [[gogc, seed]]\n",
        "5:22: gogc.sweep[2]: found 1 with 1 again; write each value once",
    ),
    "a zip of an axis that is broken itself": (
        "gogc: {sweep: []}\nseed: {sweep: [1, 2]}\nzip: [[gogc, seed]]\n",
        "5:15: gogc.sweep: found a list of 0; write a list of values",
    ),
    "a key zipped twice": (
        "gogc: {sweep: [1, 2]}\nseed: {sweep: [1, 2]}\nzip: [[gogc, seed], [gogc, seed]]\n",
        (
            "7:22: zip[1][0]: found gogc again; tie each key once\n"
            "scenario.yaml:7:28: zip[1][1]: found seed again; tie each key once"
        ),
    ),
}


@pytest.mark.parametrize(("wrong", "message"), CASES.values(), ids=CASES)
def test_what_is_wrong_is_told_with_its_place_and_what_would_do(wrong: str | bytes, message: str, write: Write) -> None:
    path = write(HEAD.encode() + (wrong if isinstance(wrong, bytes) else wrong.encode()))
    with pytest.raises(ScenarioError) as caught:
        load(path)
    assert str(caught.value) == f"scenario.yaml:{message}"


WHOLE_FILES = {
    "an empty file": ("", f"1:1: found an empty file; {TOP}"),
    "nothing but a comment": ("# nothing\n", f"1:1: found an empty file; {TOP}"),
    "nothing but null": ("null\n", f"1:1: found an empty file; {TOP}"),
    "no YAML": ("{]\n", f"1:2: found while parsing a flow node did not find expected node content; {YAML}"),
    "prose": ("Dear simulator\n", f'1:1: found "Dear simulator"; {TOP}'),
    "a tag on the whole file": (
        "!!map {name: base}\n",
        "1:1: found the tag tag:yaml.org,2002:map; write the value without a tag; quote what is text",
    ),
    "a list at the top": ("- go\n- gogc\n", f"1:1: found a list of 2; {TOP}"),
    "a sweep at the top": (
        "sweep: [1]\n",
        (
            "1:1: sweep: found an unknown key; did you mean seed?\n"
            "scenario.yaml:1:1: name: found nothing; write name: it has no default\n"
            "scenario.yaml:1:1: go: found nothing; write go: it has no default\n"
            "scenario.yaml:1:1: hardware: found nothing; write hardware: it has no default\n"
            "scenario.yaml:1:1: workload: found nothing; write workload: it has no default"
        ),
    ),
    "go 1.10 unquoted": (HEAD.replace('"1.8"', "1.10"), f"2:5: go: found 1.10; {RELEASES}, in quotes"),
    "go 1.8 unquoted": (HEAD.replace('"1.8"', "1.8"), f"2:5: go: found 1.8; {RELEASES}, in quotes"),
    "go 1.10 quoted": (HEAD.replace("1.8", "1.10"), f'2:5: go: found "1.10"; {RELEASES}'),
    "a name that is a number": (
        HEAD.replace("base", "2017"),
        "1:7: name: found 2017; use text: put it in quotes",
    ),
    "no name": (HEAD.replace("base", '""'), '1:7: name: found ""; use text'),
    "hardware that nobody has": (
        HEAD.replace("measured-2vcpu", "measured-2vpu"),
        '3:11: hardware: found "measured-2vpu"; did you mean measured-2vcpu? Or name a .yaml file',
    ),
    "hardware that is a number": (
        HEAD.replace("measured-2vcpu", "{profile: measured-2vcpu, cores: none}"),
        '3:44: hardware.cores: found "none"; use a whole number from 1 to 4096',
    ),
    "a cost that there is not": (
        HEAD.replace("measured-2vcpu", "{profile: measured-2vcpu, costs: {mark_objects_ns: 3}}"),
        "3:45: hardware.costs.mark_objects_ns: found an unknown key; did you mean mark_object_ns?",
    ),
    "a cost below zero": (
        HEAD.replace("measured-2vcpu", "{profile: measured-2vcpu, costs: {mark_object_ns: -1}}"),
        (
            "3:61: hardware.costs.mark_object_ns: found -1; "
            "use a number from 0.001 on (CPU ns an object marked inside a stop)"
        ),
    ),
    "a cost of a release that there is not": (
        HEAD.replace("measured-2vcpu", '{profile: measured-2vcpu, costs: {operation_ns: {"1.9": 5}}}'),
        "3:60: hardware.costs.operation_ns.1.9: found an unknown key; did you mean 1.8?",
    ),
    "a workload without kind": (
        HEAD.replace("kind: forest, ", ""),
        "4:1: workload.kind: found nothing; write kind: it says which other keys there are",
    ),
    "a workload of another kind": (
        HEAD.replace("forest", "jungle"),
        (
            '4:18: workload.kind: found "jungle"; use one of forest, pusher, server, pipeline, fanout, timers, '
            "call_free_loop, pingpong, waiters, leaky_body, blocked_senders, shared_done, loop_variable, "
            "deferred_loop, go, python"
        ),
    ),
    "a workload that is a word": (
        HEAD.replace("{kind: forest, live_heap: 128MiB}", "forest"),
        '4:11: workload: found "forest"; write a mapping: keys with their values',
    ),
    "a workload without its heap": (
        HEAD.replace(", live_heap: 128MiB", ""),
        "4:1: workload.live_heap: found nothing; write live_heap: it has no default",
    ),
    "a heap without unit": (HEAD.replace("128MiB", "128"), f"4:37: workload.live_heap: found 128; {SIZES}"),
    "a heap in a unit that is nearly right": (
        HEAD.replace("128MiB", "128M"),
        f'4:37: workload.live_heap: found "128M"; {SIZES}: 128MB or 128MiB',
    ),
    "a heap below zero": (HEAD.replace("128MiB", "-1MiB"), f'4:37: workload.live_heap: found "-1MiB"; {SIZES}'),
    "a stack that is no whole number of frames": (
        HEAD.replace("128MiB", "1MiB, parked_stack: 1500B"),
        '4:57: workload.parked_stack: found "1500B"; use a multiple of 1KiB',
    ),
    "a share above one": (
        HEAD.replace("128MiB", "1MiB, roots: 1.5"),
        "4:50: workload.roots: found 1.5; use a number from 0 to 1",
    ),
    "a swept mapping that lacks a key": (
        HEAD.replace("{kind: forest, live_heap: 128MiB}", "{sweep: [{kind: pusher, live_heap: 1MiB}, {kind: pusher}]}"),
        "4:53: workload.sweep[1].live_heap: found nothing; write live_heap: it has no default",
    ),
    "a key of another workload": (
        HEAD.replace("forest", "pusher").replace("128MiB", "1MiB, workers: 4"),
        "4:43: workload.workers: found an unknown key; use one of kind, live_heap",
    ),
}


@pytest.mark.parametrize(("text", "message"), WHOLE_FILES.values(), ids=WHOLE_FILES)
def test_a_file_that_is_wrong_from_its_first_lines_is_told_so(text: str, message: str, write: Write) -> None:
    with pytest.raises(ScenarioError) as caught:
        load(write(text))
    assert str(caught.value) == f"scenario.yaml:{message}"


def test_everything_that_is_wrong_is_told_at_once_in_the_order_of_the_file(write: Write) -> None:
    path = write(
        "name: all\n"
        "go: 1.10\n"
        "gogc: -5\n"
        "gogc: 100\n"
        "until: {cycles: 0, duration: 7 s}\n"
        "hardware: nothing-like-it\n"
        "workload:\n"
        "  kind: forest\n"
        "  live_heap: {sweep: [1MiB, 2 MiB, 3MB, 4mb]}\n"
        "  churn: !!int 3\n"
    )
    with pytest.raises(ScenarioError) as caught:
        load(path, ["seed=-1", "nothing"])
    places = [(problem.mark.line, problem.mark.column, problem.path) for problem in caught.value.problems]
    assert places == [
        (2, 5, "go"),
        (3, 7, "gogc"),
        (4, 1, "gogc"),
        (5, 17, "until.cycles"),
        (5, 30, "until.duration"),
        (6, 11, "hardware"),
        (9, 29, "workload.live_heap.sweep[1]"),
        (9, 41, "workload.live_heap.sweep[3]"),
        (10, 10, "workload.churn"),
        (None, None, ""),
        (None, None, "seed"),
    ]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", ["missing.yaml", "."])
def test_a_file_that_cannot_be_read_is_told_without_a_line(name: str) -> None:
    with pytest.raises(ScenarioError, match=r"found (no such file or directory|is a directory); name a YAML file"):
        load(name)


def test_values_that_do_not_fit_together_are_told_where_they_are_chosen(write: Write) -> None:
    path = write(HEAD + "collector: {pause_budget: {pause: {sweep: [1ms, 9ms]}, window: {sweep: [9ms, 5ms]}}}\n")
    with pytest.raises(ScenarioError) as caught:
        load(path)
    assert [(p.mark.line, p.mark.column, p.path) for p in caught.value.problems] == [(5, 27, "collector.pause_budget")]


def test_a_message_is_one_line_even_for_text_of_many(write: Write) -> None:
    with pytest.raises(ScenarioError) as caught:
        load(write(HEAD + "gogc: |\n  one\n  two\n"))
    assert str(caught.value) == (
        'scenario.yaml:5:7: gogc: found "one\\ntwo\\n"; use a positive whole number of percent, or off'
    )
