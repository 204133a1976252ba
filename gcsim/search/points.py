"""The runs of chosen points, and what came of them: what a search asks and is answered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

from gcsim.scenario import Scenario, ScenarioError, Study, listed, load
from gcsim.search.ranges import Parameter, Point, blamed
from gcsim.studies.identity import run_key
from gcsim.studies.metrics import MetricError, metric_column
from gcsim.studies.results.tables import load as load_table

__all__ = ["Answers", "MissingError", "Points", "answers_of", "refuse_missing"]

Answers = Mapping[str, npt.NDArray[np.float64]]
"""For each metric the values of points, shape (points, replications); NaN where a run has none."""

_SHOWN = 3


class MissingError(ValueError):
    """A metric that some runs do not have; the message says which runs, and what would do."""


@dataclass(frozen=True, slots=True)
class Points:
    """Where the scenarios of points come from.

    Attributes
    ----------
    config : Path
        Scenario file.
    settings : tuple of str
        ``KEY=VALUE`` each, in place of what the file says.
    parameters : tuple of Parameter
        What points may have.
    replications : int
        Runs of each point. They have the file's seed, so that points are compared under common random numbers.
    """

    config: Path
    settings: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    replications: int

    def scenarios(self, points: Sequence[Point]) -> list[tuple[Scenario, ...]]:
        """Return the runs of points.

        Parameters
        ----------
        points : sequence of Point
            All with the same keys.

        Returns
        -------
        list of tuple of Scenario
            For each point one for each replication. Equal points have the same runs.

        Raises
        ------
        ScenarioError
            If the file does not take a combination of values.
        """
        by_key = {parameter.key: parameter for parameter in self.parameters}
        texts = [tuple((key, by_key[key].text(value)) for key, value in point.items()) for point in points]
        distinct = list(dict.fromkeys(texts))
        study = self._study(distinct)
        runs = [
            tuple(study.at(at * self.replications + r) for r in range(self.replications)) for at in range(len(distinct))
        ]
        of = dict(zip(distinct, runs, strict=True))
        return [of[text] for text in texts]

    def _study(self, distinct: Sequence[tuple[tuple[str, str], ...]]) -> Study:
        keys = [key for key, _ in distinct[0]]
        swept = {key: [dict(point)[key] for point in distinct] for key in keys}
        settings = [f"{key}={{sweep: [{', '.join(texts)}]}}" for key, texts in swept.items()]
        if len(keys) > 1:
            settings.append(f"zip=[[{', '.join(keys)}]]")  # one point after another, no product of them
        try:
            return load(self.config, [*self.settings, f"replications={self.replications}", *settings])
        except ScenarioError as error:
            raise blamed(error, {parameter.key: str(parameter) for parameter in self.parameters}) from error


def answers_of(
    name: str,
    scenarios: Sequence[Sequence[Scenario]],
    metrics: Sequence[str],
    out: Path,
    do: Callable[[Study], object],
) -> Answers:
    """Do the runs of points, and read what came of them.

    Parameters
    ----------
    name : str
        Name of the study.
    scenarios : sequence of sequence of Scenario
        The runs of each point.
    metrics : sequence of str
        What to read, as :func:`~gcsim.studies.metrics.metric_column` takes it.
    out : Path
        Folder of results.
    do : callable
        Does the runs of a study that the folder does not hold.

    Returns
    -------
    Answers
        A run without a result, such as one that failed, is NaN in all of them.

    Raises
    ------
    MetricError
        If no run has a metric, or it is no number.
    """
    keys = [[run_key(scenario) for scenario in runs] for runs in scenarios]
    do(
        listed(
            name,
            list(
                {
                    key: run
                    for one, runs in zip(keys, scenarios, strict=True)
                    for key, run in zip(one, runs, strict=True)
                }.values()
            ),
        )
    )
    table = load_table(out, {key for one in keys for key in one}).set_index("run_key")
    return {metric: _column(table, metric, keys) for metric in metrics}


def refuse_missing(points: Sequence[Point], answers: Answers, parameters: Sequence[Parameter]) -> None:
    """Complain about runs that lack a metric.

    Parameters
    ----------
    points : sequence of Point
    answers : Answers
    parameters : sequence of Parameter

    Raises
    ------
    MissingError
        If there are any.
    """
    by_key = {parameter.key: parameter for parameter in parameters}
    for metric, values in answers.items():
        lacking = np.flatnonzero(np.isnan(values).any(axis=1)).tolist()
        if lacking:
            texts = [
                ", ".join(f"{key}={by_key[key].text(value)}" for key, value in points[at].items()) for at in lacking
            ]
            shown = list(dict.fromkeys(texts))[:_SHOWN]
            more = f" and {len(lacking) - len(shown)} more" if len(lacking) > len(shown) else ""
            raise MissingError(
                f"{metric}: {int(np.isnan(values).sum())} of {values.size} runs have none, such as with "
                f"{'; '.join(shown)}{more}. A run that completes no collection has no pause: let runs last longer "
                "(--set until.duration=…), narrow a range, or take another metric"
            )


def _column(table: pd.DataFrame, metric: str, keys: Sequence[Sequence[str]]) -> npt.NDArray[np.float64]:
    column = metric_column(metric, known=list(table.columns))
    if not pd.api.types.is_numeric_dtype(table[column]):
        raise MetricError(f"{metric} is no number; take one such as pause_p99 or gc_cpu_fraction")
    values = table[column].reindex([key for one in keys for key in one]).to_numpy(np.float64, na_value=np.nan)
    return values.reshape(len(keys), -1)
