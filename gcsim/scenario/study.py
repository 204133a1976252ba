"""The runs that a scenario file describes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from gcsim.scenario.dimensions import Dimension
from gcsim.scenario.models import Scenario
from gcsim.scenario.parts import Part
from gcsim.scenario.precision import Precision

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
        Runs of each point; at most so many where `precision` says when fewer are enough.
    precision : Precision or None
        What is to be known how precisely; None where each point has `replications` runs.
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
    precision: Precision | None = field(default=None, kw_only=True)
    _dimensions: tuple[Dimension, ...] = field(repr=False)
    _parts: tuple[Part, ...] = field(repr=False)
    _first: list[Scenario] = field(default_factory=list, init=False, repr=False, compare=False)

    def expand(self) -> Iterator[Scenario]:
        """Iterate over the runs.

        Every part of the file was validated when it was loaded; the runs share parts that do not differ.

        Yields
        ------
        Scenario
            In the order of the file: the last axis faster than those before it, replications fastest.
        """
        for point in range(0, self.n_runs, self.replications):
            first = self.at(point)
            yield first
            for replication in range(1, self.replications):
                yield first.model_copy(update={"replication": replication})

    def at(self, index: int) -> Scenario:
        """Return one run without those before it.

        Parameters
        ----------
        index : int
            Its place in the order of :meth:`expand`, from 0: the point times :attr:`replications`, plus the
            replication.

        Returns
        -------
        Scenario

        Raises
        ------
        IndexError
            If there is no such run.
        """
        if not 0 <= index < self.n_runs:
            raise IndexError(f"run {index} of a study of {self.n_runs}")
        point, replication = divmod(index, self.replications)
        choice: dict[str, int] = {}
        for dimension in reversed(self._dimensions):
            point, taken = divmod(point, len(dimension))
            choice.update((axis.path, taken) for axis in dimension.axes)
        if not self._first:
            values = {part.key: part.value(choice) for part in self._parts}
            self._first.append(Scenario.model_construct(**values, replication=replication))
        # A copy with other parts takes a fraction of the time that putting one together takes.
        swept = {part.key: part.value(choice) for part in self._parts if part.over}
        return self._first[0].model_copy(update={**swept, "replication": replication})


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

    def at(self, index: int) -> Scenario:
        """Return one run."""
        return self.scenarios[index]
