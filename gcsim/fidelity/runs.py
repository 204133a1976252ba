"""Simulates many scenarios on all processors and brings back only what is compared."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import as_completed
from contextlib import AbstractContextManager, contextmanager

from gcsim.fidelity.metrics import Observation, observe_simulated
from gcsim.scenario import Scenario
from gcsim.simulation import simulate
from gcsim.studies.progress import Progress, Silence
from gcsim.studies.workers.executors import cpus
from gcsim.studies.workers.pool import calling

__all__ = ["Observe", "Shown", "observer", "unseen"]

Observe = Callable[[Sequence[Scenario], str], list[Observation]]
"""Simulates scenarios under a title and gives an observation for each, in their order."""

Shown = Callable[[str], AbstractContextManager[Progress]]
"""Shows the progress of something with a title, as :func:`gcsim.studies.progress.shown` does."""


@contextmanager
def unseen(_title: str) -> Iterator[Progress]:
    """Show nobody how far something is."""
    yield Silence()


@contextmanager
def observer(workers: int | None, progress: Shown) -> Iterator[Observe]:
    """Open a pool of processes that simulates scenarios.

    Parameters
    ----------
    workers : int or None
        Processes; None for as many as there are processors. With 1 everything runs in this process.
    progress : Shown
        Shows how far each batch of scenarios is.

    Yields
    ------
    Observe
        Raises RuntimeError, naming the scenario, as soon as a simulation fails.
    """
    count = cpus() if workers is None else workers
    with calling(count) as pool:

        def observe(scenarios: Sequence[Scenario], title: str) -> list[Observation]:
            with progress(title) as told:
                told.begin(stored=0, left=len(scenarios), work=len(scenarios))
                futures = [pool.submit(_observe, scenario) for scenario in scenarios]
                for future in as_completed(futures):
                    future.result()
                    told.advance(failed=False, work=1.0)
            return [future.result() for future in futures]

        yield observe


def _observe(scenario: Scenario) -> Observation:
    try:
        return observe_simulated(simulate(scenario))
    except Exception as error:
        raise RuntimeError(f"{scenario.name}: the simulation failed: {type(error).__name__}: {error}") from error
