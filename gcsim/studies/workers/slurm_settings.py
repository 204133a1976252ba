"""What to ask of Slurm: the YAML file behind ``--cluster slurm:FILE.yaml``."""

from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field

from gcsim.scenario.errors import Mark, Problem, ScenarioError
from gcsim.scenario.fields import Duration, Size, Text, Whole, advise
from gcsim.scenario.nodes import Entry, MapNode, ScalarNode, describe
from gcsim.scenario.reading import read_file
from gcsim.scenario.section import Section
from gcsim.scenario.validation import validated

__all__ = ["SlurmSettings", "read_settings"]

_S = 10**9
_LEAST_WALLTIME_NS = 10 * _S  # in less a worker has hardly begun
_WALLTIME_NS = 3600 * _S
_MEMORY_PER_CORE = 2 << 30
_MOST_JOBS = 1000  # submitted one by one; more of them wants jobs with more cores


def _listed(value: object) -> object:
    if not isinstance(value, list | tuple):
        raise advise("write a list of options, such as [--exclusive]")
    return value


class SlurmSettings(Section):
    """The jobs in which Slurm runs workers; every key has a default.

    Attributes
    ----------
    jobs : int
        How many there are at a time. One that ends early is replaced.
    cores : int
        Cores of each job, and how many runs it does at a time.
    memory : int or None
        Memory of each job, bytes.
    walltime_ns : int
        How long each may run, ns.
    partition, account, interface : str or None
        None leaves the choice to the cluster.
    python : str or None
        The Python that the jobs run; None is the one that runs this.
    directives : tuple of str
        Further options of sbatch.
    """

    jobs: Annotated[int, Whole(1, _MOST_JOBS)] = Field(1, description="jobs at a time; 1 by default")
    cores: Annotated[int, Whole(1)] = Field(1, description="of each job, one run on each; 1 by default")
    memory: Annotated[int, Size(1 << 20)] | None = Field(None, description="of each job; 2GiB a core by default")
    walltime_ns: Annotated[int, Duration(_LEAST_WALLTIME_NS)] = Field(
        _WALLTIME_NS, alias="walltime", description="of each job; 1h by default"
    )
    partition: Annotated[str, Text()] | None = Field(None, description="sbatch's partition")
    account: Annotated[str, Text()] | None = Field(None, description="sbatch's account")
    interface: Annotated[str, Text()] | None = Field(None, description="network that all nodes share, such as ib0")
    python: Annotated[str, Text()] | None = Field(None, description="Python with gcsim, as the nodes see it")
    directives: Annotated[tuple[Annotated[str, Text()], ...], BeforeValidator(_listed)] = Field(
        (), description="further options of sbatch"
    )

    @property
    def memory_bytes(self) -> int:
        """Memory of each job, bytes."""
        return self.cores * _MEMORY_PER_CORE if self.memory is None else self.memory

    @property
    def walltime_s(self) -> float:
        """How long each job may run, s."""
        return self.walltime_ns / _S


def read_settings(file: Path | None) -> SlurmSettings:
    """Read a file of settings.

    Parameters
    ----------
    file : Path or None
        A YAML file; None leaves everything at its default.

    Returns
    -------
    SlurmSettings

    Raises
    ------
    ScenarioError
        With everything that is wrong with the file.
    """
    if file is None:
        return SlurmSettings()
    problems: list[Problem] = []
    root = read_file(file, problems)
    if isinstance(root, ScalarNode) and root.value is None:
        root = MapNode(root.mark, {})  # a file of comments: all defaults
    if not isinstance(root, MapNode):
        raise ScenarioError([*problems, Problem(root.mark, "", describe(root), "write keys such as partition: short")])
    start = Mark(str(file), 1, 1)
    settings = validated(SlurmSettings.model_validate, "", Entry(start, root), {}, problems)
    if settings is None or problems:
        raise ScenarioError(problems)
    return settings
