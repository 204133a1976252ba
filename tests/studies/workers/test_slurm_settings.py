from collections.abc import Callable
from pathlib import Path

import pytest

from gcsim.scenario import ScenarioError
from gcsim.studies.workers.slurm_settings import SlurmSettings, read_settings


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    monkeypatch.chdir(tmp_path)

    def write(text: str) -> Path:
        Path("slurm.yaml").write_text(text)
        return Path("slurm.yaml")

    return write


def test_without_a_file_a_job_has_one_core_and_an_hour() -> None:
    settings = read_settings(None)
    assert (settings.jobs, settings.cores, settings.memory_bytes, settings.walltime_s) == (1, 1, 2 << 30, 3600)
    assert (settings.partition, settings.account, settings.interface, settings.python) == (None, None, None, None)
    assert settings.directives == ()


def test_a_file_says_what_to_ask_for(write: Callable[[str], Path]) -> None:
    text = """\
jobs: 20
cores: 4
memory: 6GiB
walltime: 90m
partition: short
account: wind
interface: ib0
python: /shared/venv/bin/python
directives: [--constraint=skylake, --exclusive]
"""
    settings = read_settings(write(text))
    assert (settings.jobs, settings.cores, settings.memory_bytes, settings.walltime_s) == (20, 4, 6 << 30, 5400)
    assert (settings.partition, settings.account, settings.interface) == ("short", "wind", "ib0")
    assert settings.python == "/shared/venv/bin/python"
    assert settings.directives == ("--constraint=skylake", "--exclusive")


def test_memory_grows_with_the_cores(write: Callable[[str], Path]) -> None:
    assert read_settings(write("cores: 8\n")).memory_bytes == 16 << 30


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_an_empty_file_leaves_everything_at_its_default(write: Callable[[str], Path], text: str) -> None:
    assert read_settings(write(text)) == SlurmSettings()


def test_everything_that_is_wrong_is_told_at_once(write: Callable[[str], Path]) -> None:
    text = "partitoin: short\njobs: 0\nwalltime: 01:00:00\nmemory: 4B\ndirectives: --exclusive\n"
    with pytest.raises(ScenarioError) as raised:
        read_settings(write(text))
    assert str(raised.value).splitlines() == [
        "slurm.yaml:1:1: partitoin: found an unknown key; did you mean partition?",
        "slurm.yaml:2:7: jobs: found 0; use a whole number from 1 to 1000",
        'slurm.yaml:3:11: walltime: found "01:00:00"; use a time with its unit, such as 10ms (ns, us, ms, s, m, h)',
        'slurm.yaml:4:9: memory: found "4B"; use at least 1MiB',
        'slurm.yaml:5:13: directives: found "--exclusive"; write a list of options, such as [--exclusive]',
    ]


def test_a_key_without_a_value_is_refused(write: Callable[[str], Path]) -> None:
    with pytest.raises(ScenarioError, match=r"^slurm.yaml:1:\d: cores: found nothing; write a value, or leave the key"):
        read_settings(write("cores:\n"))


def test_a_file_that_is_no_mapping_is_refused(write: Callable[[str], Path]) -> None:
    with pytest.raises(ScenarioError, match=r"^slurm.yaml:1:1: found a list of 2; write keys such as partition: short"):
        read_settings(write("[short, long]\n"))


def test_a_key_that_stands_twice_is_refused(write: Callable[[str], Path]) -> None:
    with pytest.raises(ScenarioError, match=r"^slurm.yaml:2:1: jobs: found the key a second time"):
        read_settings(write("jobs: 1\njobs: 2\n"))


def test_a_file_that_is_not_there_is_named(write: Callable[[str], Path]) -> None:
    write("").unlink()
    with pytest.raises(ScenarioError, match=r"^slurm.yaml: found no such file"):
        read_settings(Path("slurm.yaml"))
