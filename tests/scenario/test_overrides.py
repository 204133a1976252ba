from collections.abc import Callable

import pytest

from gcsim.scenario import ScenarioError, Study

Load = Callable[..., Study]


@pytest.mark.parametrize("go", ["1.4", "1.8"])
def test_a_release_needs_no_quotes_in_a_setting(go: str, study: Load) -> None:
    (run,) = study("", f"go={go}").expand()
    assert run.go == go


def test_releases_need_no_quotes_in_a_swept_setting(study: Load) -> None:
    assert study("", "go={sweep: [1.4, 1.6]}").axes == {"go": ("1.4", "1.6")}


def test_a_release_that_there_is_not_is_refused_as_it_was_written(study: Load) -> None:
    with pytest.raises(ScenarioError) as caught:
        study("", "go=1.10")
    releases = '"1.4", "1.5", "1.6", "1.6.0", "1.6.2", "1.7", "1.8"'
    assert str(caught.value) == f'--set go=1.10: go: found "1.10"; use one of {releases}'


def test_the_last_of_several_settings_of_a_key_holds(study: Load) -> None:
    (run,) = study("gogc: 50\n", "gogc=75", "gogc=off").expand()
    assert run.gogc == "off"


def test_a_setting_reaches_into_mappings_and_makes_those_that_are_not_there(study: Load) -> None:
    (run,) = study(
        "",
        "workload.live_heap=1GiB",
        "collector.mechanisms.write_barrier=hybrid",
        "collector.pause_budget.pause=1ms",
        "until={cycles: 3}",
        "name=7",
    ).expand()
    assert run.workload.live_heap == 2**30  # type: ignore[union-attr]
    assert run.collector.mechanisms == {"write_barrier": "hybrid"}
    assert run.collector.pause_budget.pause_ns == 10**6
    assert (run.until.cycles, run.until.duration_ns) == (3, None)
    assert run.name == "7"


def test_the_short_form_of_hardware_takes_settings_too(study: Load) -> None:
    (plain,) = study().expand()
    (run,) = study("", "hardware.memory=1GiB", "hardware.costs.operation_ns.1.8=5").expand()
    assert (run.hardware.profile, run.hardware.cores, run.hardware.memory) == ("measured-2vcpu", 2, 2**30)
    assert run.hardware.costs.operation_ns == {**plain.hardware.costs.operation_ns, "1.8": 5.0}


def test_a_setting_may_sweep_a_value_and_keeps_its_place_among_the_axes(study: Load) -> None:
    loaded = study("gogc: {sweep: [50, 100]}\nseed: {sweep: [1, 2]}\n", "gogc={logspace: [25, 100, 3]}")
    assert loaded.axes == {"gogc": (25, 50, 100), "seed": (1, 2)}
    assert list(loaded.axes) == ["gogc", "seed"]


def test_a_setting_may_end_a_sweep(study: Load) -> None:
    loaded = study("gogc: {sweep: [50, 100]}\n", "gogc=75")
    assert (loaded.n_runs, dict(loaded.axes)) == (1, {})


WRONG = {
    "gogc": "found no key=value; write for example --set gogc=200",
    "=5": "found no key=value; write for example --set gogc=200",
    "a..b=5": "found no key=value; write for example --set gogc=200",
    "gogc=": "gogc: found nothing; write a value, or leave the key out",
    "go=": "go: found nothing; write a value, or leave the key out",
    "gogc=-5": "gogc: found -5; use a positive whole number of percent, or off",
    "gogc=.nan": "gogc: found .nan; use a finite number",
    "gogc=!!int 5": "gogc: found the tag tag:yaml.org,2002:int; write the value without a tag; quote what is text",
    "gogc=[5": "found while parsing a flow sequence did not find expected ',' or ']'; "
    "write YAML: `key: value` lines, two spaces deeper for what belongs to a key",
    "gogc=5\x00": "found the character U+0000; remove it: a scenario is plain text",
    "gogc.percent=5": "gogc: found 100; set gogc itself: it has no keys",
    "worklod.live_heap=1MiB": "worklod: found an unknown key; did you mean workload?",
    "workload.liveheap=1MiB": "workload.liveheap: found an unknown key; did you mean live_heap?",
    "until={cycles: 1, cycles: 2}": "until.cycles: found the key a second time; "
    "keep one of the two: the first stands in the same setting",
    "until={cycle: 1}": "until.cycle: found an unknown key; did you mean cycles?",
    "gogc={sweep: [50, -5]}": "gogc.sweep[1]: found -5; use a positive whole number of percent, or off",
}


@pytest.mark.parametrize(("setting", "message"), WRONG.items(), ids=range(len(WRONG)))
def test_what_is_wrong_with_a_setting_is_told_under_its_name(setting: str, message: str, study: Load) -> None:
    with pytest.raises(ScenarioError) as caught:
        study("gogc: 100\n", setting)
    assert f"--set {setting}: {message}" in str(caught.value).split("\n")


def test_a_setting_that_is_no_text_can_still_be_told(study: Load) -> None:
    with pytest.raises(ScenarioError) as caught:
        study("", "gogc=\udcff")
    assert str(caught.value).encode() == (
        rb"--set gogc=\udcff: found the character U+DCFF; remove it: a scenario is plain text"
    )
