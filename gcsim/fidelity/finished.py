"""What is known of an axis once it was held out, and where that is kept until all axes are."""

import hashlib
import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import gcsim
from gcsim.fidelity.comparison import Comparison
from gcsim.fidelity.measured import MeasuredRun
from gcsim.scenario import Hardware

__all__ = ["Finished", "HeldOut", "Left"]


@dataclass(frozen=True, slots=True)
class Left:
    """A number that the runs of a fit do not identify.

    Attributes
    ----------
    name : str
        As :attr:`gcsim.fidelity.parameters.Parameter.name` gives it.
    value : float
        Where it stayed: that of the profile with which the fit began, in the unit of its field.
    """

    name: str
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldOut:
    """A fit without the cases of one axis, judged on these.

    Attributes
    ----------
    axis : str
        One of :data:`~gcsim.fidelity.axes.AXES`.
    cases : tuple of str
        The held-out ones.
    comparisons : tuple of Comparison
        Every metric of these in every release, simulated with the profile that was fitted without them.
    untold : tuple of Left
        Numbers that the other cases do not identify: they stayed where the fit began.
    """

    axis: str
    cases: tuple[str, ...]
    comparisons: tuple[Comparison, ...]
    untold: tuple[Left, ...]


class Finished:
    """A folder with a file for each finished axis, as long as not all are.

    Parameters
    ----------
    folder : Path
        Made when the first axis is kept.
    key : str
        Identifies what the axes follow from; a file with another key is as good as none.
    """

    def __init__(self, folder: Path, key: str) -> None:
        self.folder = folder
        self._key = key

    @classmethod
    def beside(cls, out: Path, runs: Sequence[MeasuredRun], *profiles: Hardware) -> "Finished":
        """Return what is finished of a hold-out.

        Parameters
        ----------
        out : Path
            Profile that will be written; the folder is ``NAME.unfinished`` beside it.
        runs : sequence of MeasuredRun
            All of them.
        *profiles : Hardware
            With which every fit begins, and from which it takes what the runs do not tell.

        Returns
        -------
        Finished
            Its key changes with the runs, the profiles and any source file of gcsim: a law that was changed meanwhile
            makes another fit, whether or not somebody counted up the version of the model.
        """
        key = hashlib.sha256()
        for source in sorted(Path(gcsim.__file__).parent.rglob("*.py")):
            key.update(source.read_bytes())
        for run in runs:
            key.update(run.model_dump_json().encode())
        for profile in profiles:
            key.update(json.dumps([profile.cores, profile.memory, asdict(profile.costs)], sort_keys=True).encode())
        return cls(out.with_name(f"{out.name}.unfinished"), key.hexdigest())

    def load(self, axis: str) -> HeldOut | None:
        """Return an axis that was finished before; None if it was not, or by anything else than now."""
        path = self._path(axis)
        if not path.is_file():
            return None
        found = json.loads(path.read_text(encoding="utf-8"))
        if found["key"] != self._key:
            return None
        return HeldOut(
            axis=axis,
            cases=tuple(found["cases"]),
            comparisons=tuple(Comparison(**one) for one in found["comparisons"]),
            untold=tuple(Left(**one) for one in found["untold"]),
        )

    def save(self, found: HeldOut) -> None:
        """Keep a finished axis, whole or not at all."""
        self.folder.mkdir(exist_ok=True)
        path = self._path(found.axis)
        unfinished = path.with_suffix(".tmp")
        unfinished.write_text(json.dumps({"key": self._key, **asdict(found)}), encoding="utf-8")
        unfinished.replace(path)

    def forget(self) -> None:
        """Remove the folder: everything is finished."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _path(self, axis: str) -> Path:
        return self.folder / f"{axis}.json"
