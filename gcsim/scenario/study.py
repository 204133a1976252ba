"""The runs that a scenario file describes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from gcsim.scenario.dimensions import Dimension, choices
from gcsim.scenario.models import Scenario
from gcsim.scenario.parts import Part

__all__ = ["Study", "listed"]


@dataclass(frozen=True, slots=True)
class Study:
    """One run, or those of a sweep.

    Attributes
    ----------
    name : str
    experiment : str
        What the study is to show; may be empty.
    replications : int
        Runs of each point.
    axes : mapping from str to tuple
        For each swept key, as the file writes it (``workload.live_heap``), the values it takes: as a scenario holds
        them (bytes, ns), or plain data for a swept mapping.
    n_runs : int
        How many scenarios :meth:`expand` gives.
    """

    name: str
    experiment: str
    replications: int
    axes: Mapping[str, tuple[object, ...]]
    n_runs: int
    _dimensions: tuple[Dimension, ...] = field(repr=False)
    _parts: tuple[Part, ...] = field(repr=False)

    def expand(self) -> Iterator[Scenario]:
        """Iterate over the runs.

        Every part of the file was validated when it was loaded; the runs share parts that do not differ.

        Yields
        ------
        Scenario
            In the order of the file: the last axis faster than those before it, replications fastest.
        """
        for choice in choices(self._dimensions):
            values = {part.key: part.value(choice) for part in self._parts}
            for replication in range(self.replications):
                yield Scenario.model_construct(**values, replication=replication)


def listed(name: str, scenarios: Sequence[Scenario]) -> Study:
    """Return a study of runs that no file spans: each was put together by itself.

    Parameters
    ----------
    name : str
        Name of the study.
    scenarios : sequence of Scenario
        Its runs.

    Returns
    -------
    Study
        Without axes; :meth:`Study.expand` gives the runs in their order.
    """
    return _Listed(
        name=name,
        experiment="",
        replications=1,
        axes={},
        n_runs=len(scenarios),
        _dimensions=(),
        _parts=(),
        scenarios=tuple(scenarios),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed(Study):
    scenarios: tuple[Scenario, ...]

    def expand(self) -> Iterator[Scenario]:
        """Iterate over the runs."""
        return iter(self.scenarios)
