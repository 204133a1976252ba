from pathlib import Path

import pytest

from gcsim.scenario import ScenarioError
from gcsim.search.quantities import Quantity
from gcsim.search.ranges import Parameter, RangeError, parameters_of

SMALL = """\
name: small
go: "1.8"
gomaxprocs: 2
hardware: {profile: measured-2vcpu, cores: 8}
until: {duration: 300ms}
workload: {kind: forest, live_heap: 4MiB}
"""


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


def one(over: str, config: Path, *settings: str) -> Parameter:
    (parameter,) = parameters_of([over], config, settings)
    return parameter


def test_well_known_keys_need_no_range(config: Path) -> None:
    found = parameters_of(["gogc,gomaxprocs", "go"], config, [])
    assert [str(parameter) for parameter in found] == [
        "gogc=25..800:log",
        "gomaxprocs=1..8",
        "go=1.4|1.5|1.6|1.7|1.8",
    ]
    assert [parameter.own for parameter in found] == [100, 2, "1.8"]


@pytest.mark.parametrize(
    ("over", "key", "values"),
    [
        ("gogc=100..400", "gogc", [100, 200, 300, 400]),
        ("gogc=50..400:log", "gogc", [50, 100, 200, 400]),
        ("workload.live_heap=1MiB..8MiB:log", "workload.live_heap", [2**20, 2**21, 2**22, 2**23]),
        ("workload.think_time=1us..4us", "workload.think_time", [1000, 2000, 3000, 4000]),
        ("workload.dirty=0..1", "workload.dirty", [0.0, 0.333, 0.667, 1.0]),
        ("workload.parked_stack=0..9KiB", "workload.parked_stack", [0, 3072, 6144, 9216]),
        ("hardware.cores=1..4", "hardware.cores", [1, 2, 3, 4]),
        ("go=1.6|1.8", "go", ["1.6", "1.6", "1.8", "1.8"]),
        ("gogc=100|off", "gogc", ["100", "100", "off", "off"]),
    ],
)
def test_a_range_is_written_in_the_units_of_the_file(config: Path, over: str, key: str, values: list[object]) -> None:
    parameter = one(over, config)
    assert parameter.key == key
    found = [parameter.value(share) for share in (0, 1 / 3, 2 / 3, 1)]
    assert found == pytest.approx(values, abs=2) if key == "gogc" and isinstance(values[0], int) else found == values


def test_whole_numbers_and_choices_have_equal_parts_of_their_range(config: Path) -> None:
    shares = [(number + 0.5) / 600 for number in range(600)]
    for over in ("gomaxprocs=1..3", "go=1.6|1.7|1.8"):
        parameter = one(over, config)
        found = [parameter.value(share) for share in shares]
        assert [found.count(value) for value in dict.fromkeys(found)] == [200, 200, 200]


def test_the_ends_of_a_range_are_its_values(config: Path) -> None:
    for over in ("gogc", "gomaxprocs", "workload.live_heap=64MiB..4097MiB:log", "workload.think_time=1us..12345ns"):
        parameter = one(over, config)
        assert (parameter.value(0), parameter.value(1)) == (parameter.low, parameter.high)


def test_sizes_times_and_fractions_are_short_to_write(config: Path) -> None:
    heap = one("workload.live_heap=64MiB..4GiB:log", config)
    assert heap.text(heap.value(0.123)) == "106.5MiB"
    think = one("workload.think_time=1us..77us", config)
    assert think.text(think.value(0.777)) == "60.1us"
    dirty = one("workload.dirty=0.0..0.5", config)
    assert dirty.text(dirty.value(0.777)) == "0.389"


def test_a_share_of_a_range_gives_a_value_and_the_value_the_share(config: Path) -> None:
    for over in ("gogc", "workload.dirty=0..1", "workload.live_heap=64MiB..4GiB:log"):
        parameter = one(over, config)
        assert parameter.share(parameter.value(0.7)) == pytest.approx(0.7, abs=0.01)
    assert one("go=1.6|1.8", config).share("1.8") == 0.75


def test_neighbours_are_a_share_of_the_range_away_but_at_least_a_step(config: Path) -> None:
    assert one("gomaxprocs=1..8", config).beside(3, 0.05) == [2, 4]
    assert one("gomaxprocs=1..8", config).beside(8, 0.05) == [7]
    assert one("gogc=100..200", config).beside(150, 0.05) == [145, 155]
    assert one("go", config).beside("1.5", 0.05) == ["1.4", "1.6"]
    assert one("go", config).beside("1.8", 0.05) == ["1.7"]
    assert one("workload.dirty=0..1", config).beside(0.0, 0.05) == [0.05]


def test_a_parameter_holds_what_lies_in_its_range(config: Path) -> None:
    assert [one("gogc=50..200", config).holds(value) for value in (50, 201, "off")] == [True, False, False]
    assert [one("go=1.7|1.8", config).holds(value) for value in ("1.7", "1.4", 1)] == [True, False, False]


def test_a_key_that_the_file_sweeps_takes_the_range_of_its_values(config: Path) -> None:
    settings = [
        "gogc={sweep: [50, 25, 400]}",
        "workload.live_heap={sweep: [4MiB, 8MiB]}",
        "workload.think_time={sweep: [1us, 5us]}",
        "go={sweep: ['1.7', '1.8']}",
        "gomaxprocs={sweep: [1, 2]}",
    ]
    found = parameters_of([], config, settings)
    assert sorted(str(parameter) for parameter in found) == [
        "go=1.7|1.8",
        "gogc=25..400:log",
        "gomaxprocs=1..2",
        "workload.live_heap=4MiB..8MiB",
        "workload.think_time=1us..5us",
    ]
    assert {parameter.own for parameter in found} == {None}
    assert one("gogc", config, "gogc={sweep: [50, 100, off]}").choices == ("50", "100", "off")


def test_arguments_of_a_program_are_whole_where_they_are_written_so(config: Path) -> None:
    (config.parent / "mine.py").write_text("def main(process, n=1):\n    yield from ()\n", encoding="utf-8")
    text = SMALL.replace("{kind: forest, live_heap: 4MiB}", '{kind: python, program: "mine:main", args: {n: 3}}')
    config.write_text(text, encoding="utf-8")
    whole, fraction = one("workload.args.n=1..9", config), one("workload.args.n=1.0..9.0", config)
    assert (whole.step, fraction.step) == (1, 0)
    assert (whole.own, whole.quantity) == (3, Quantity.NUMBER)
    assert str(one("", config, "workload.args.n={sweep: [1, 4]}")) == "workload.args.n=1..4"


@pytest.mark.parametrize(
    ("over", "message"),
    [
        ("", "sweeps nothing: name what is to be searched"),
        ("gogc,gogc=1..2", "--over gogc: named twice"),
        ("workload.live_heap", "found no range; write workload.live_heap=LOW..HIGH"),
        ("gogc=100", 'found "100"; write gogc=LOW..HIGH'),
        ("gogc=100..200:linear", 'found "100..200:linear"'),
        ("gogc=low..high", 'found "low..high"; use a number, a time such as 10ms'),
        ("gogc=1ms..200", "use the same kind of value for both ends"),
        ("workload.dirty=0%..10%", "as the file writes it"),
        ("gogc=200..100", "write the smaller end first"),
        ("workload.parked=0..10:log", "begin a logarithmic range above 0"),
        ("go=1.6||1.8", "an empty choice, or one twice"),
        ("replications=1..3", "no key that can be searched"),
        ("workload.kind=forest|pusher", "no key that can be searched"),
    ],
)
def test_a_wrong_range_says_what_would_do(config: Path, over: str, message: str) -> None:
    with pytest.raises(RangeError) as raised:
        parameters_of([over], config, [])
    assert message in str(raised.value)


@pytest.mark.parametrize(
    ("over", "message"),
    [
        ("gog=1..2", "--over gog=1..2: gog: found an unknown key; did you mean gogc?"),
        ("gog", "--over gog: gog: found an unknown key; did you mean gogc?"),
        ("gogc=0..100", "--over gogc=0..100: gogc: found 0; use a positive whole number"),
        ("go=1.8|1.9", '--over go=1.8|1.9: go: found "1.9"; use one of'),
        ("workload.live_heap=1..2", "--over workload.live_heap=1..2: workload.live_heap: found 1; use a size"),
    ],
)
def test_an_end_that_the_file_does_not_take_is_told_as_it_was_written(config: Path, over: str, message: str) -> None:
    with pytest.raises(ScenarioError) as raised:
        parameters_of([over], config, [])
    assert message in str(raised.value)


def test_a_key_that_is_swept_but_not_named_is_no_guess(config: Path) -> None:
    with pytest.raises(RangeError, match=r"sweeps go, and --over does not name it: .*--set go=VALUE"):
        parameters_of(["gogc"], config, ["go={sweep: ['1.7', '1.8']}"])


def test_a_sweep_that_spans_no_range_is_refused(config: Path) -> None:
    with pytest.raises(RangeError, match="no range"):
        parameters_of([], config, ["workload.churn={sweep: [4]}"])
    with pytest.raises(RangeError, match="a sweep over whole mappings"):
        parameters_of([], config, ["until={sweep: [{cycles: 3}, {duration: 1s}]}"])


def test_one_core_leaves_gomaxprocs_no_choice(config: Path) -> None:
    with pytest.raises(RangeError, match=r"hardware with one core; give a range"):
        parameters_of(["gomaxprocs"], config, ["hardware.cores=1"])


def test_flags_can_be_chosen(config: Path) -> None:
    parameter = one("collector.mechanisms.runnext=true|false", config)
    assert parameter.choices == ("true", "false")
    assert parameter.own is None
