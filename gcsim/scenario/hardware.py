"""Machines: cores, memory and the coefficients of the cost laws, from profiles.

A profile is a file of ``configs/hardware``. It is looked for beside the scenario, then in the working directory, then
among those that come with the package. It states all costs, or names another profile as its ``base`` and states those
that differ.
"""

import dataclasses
import json
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, InstanceOf, PositiveFloat, PositiveInt, ValidationError, ValidationInfo
from pydantic_core import InitErrorDetails, PydanticCustomError

import gcsim
from gcsim.costs import Costs
from gcsim.scenario.errors import Mark, Problem, ScenarioError
from gcsim.scenario.fields import Real, Size, Text, Whole, advise
from gcsim.scenario.nodes import Entry, MapNode
from gcsim.scenario.reading import read_file
from gcsim.scenario.section import Section, suggestion, unknown_key
from gcsim.scenario.tables import Chosen, CostChoices, CostTable
from gcsim.scenario.validation import validated

__all__ = ["Hardware", "HardwareChoice", "load_hardware", "resolve"]

_SUFFIXES = frozenset({".yaml", ".yml"})

_LEAST_QUOTA = 0.01
"""``min_cfs_quota_period``: 1 ms of a period of 100 (Linux v5.4 kernel/sched/core.c)."""


class Hardware(Section):
    """A machine.

    Attributes
    ----------
    profile : str
        Name of the profile.
    cores : int
    memory : int
        Bytes; a heap that outgrows it ends the run.
    costs : Costs
    provenance : str
        Where the numbers came from.
    quota : float or None
        CPUs that a cgroup leaves the process of each period of 100 ms; None for all.
    """

    profile: str
    cores: PositiveInt
    memory: PositiveInt
    costs: InstanceOf[Costs]
    provenance: str = ""
    quota: PositiveFloat | None = None


class HardwareChoice(Section):
    """A profile, and what is different from it.

    Attributes
    ----------
    profile : str
        Name of a profile, or path of its file.
    cores, memory
        As in :class:`Hardware`; None where the profile's holds.
    quota : float or None
        As in :class:`Hardware`: no profile has one.
    costs : dict
        Those that differ.
    """

    profile: Annotated[str, Text()] = Field(description="name of a profile, or path of its file")
    cores: Annotated[int, Whole(1, 4096)] | None = Field(None, description="cores of the machine, unless the profile's")
    memory: Annotated[int, Size(1)] | None = Field(None, description="memory of the machine, such as 8GiB")
    quota: Annotated[float, Real(_LEAST_QUOTA, 4096, "CPUs")] | None = Field(
        None, description="CPUs that a cgroup leaves the process of each 100ms, such as 0.5; all by default"
    )
    costs: Annotated[dict[str, Any], Chosen(CostChoices)] = Field(
        {}, description="costs that differ from the profile's"
    )


class _ProfileFile(Section):
    cores: Annotated[int, Whole(1, 4096)]
    memory: Annotated[int, Size(1)]
    provenance: Any
    costs: Annotated[dict[str, Any], Chosen(CostTable)]


class _DerivedFile(Section):
    base: Annotated[str, Text()]
    cores: Annotated[int, Whole(1, 4096)]
    memory: Annotated[int, Size(1)]
    provenance: Any
    costs: Annotated[dict[str, Any], Chosen(CostChoices)]


def load_hardware(profile: str | Path, beside: Path | None = None) -> Hardware:
    """Read a hardware profile.

    Parameters
    ----------
    profile : str or Path
        Name of a profile (``measured-2vcpu``), or path of its YAML file.
    beside : Path, optional
        Folder of the scenario that names the profile.

    Returns
    -------
    Hardware

    Raises
    ------
    LookupError
        If there is no such profile. The message says what would do.
    ScenarioError
        If the file is no profile.
    """
    path = _find(str(profile), beside)
    status = path.stat()
    entry, stated = _read(path, status.st_mtime_ns, status.st_size)
    costs = Costs(**stated.costs) if isinstance(stated, _ProfileFile) else _derived(path, entry, stated)
    provenance = stated.provenance
    return Hardware(
        profile=path.stem,
        cores=stated.cores,
        memory=stated.memory,
        costs=costs,
        provenance=provenance if isinstance(provenance, str) else json.dumps(provenance, ensure_ascii=False),
    )


def resolve(value: object, info: ValidationInfo) -> Hardware:
    """Make a machine of what a scenario says about it.

    Parameters
    ----------
    value : object
        The name of a profile, or the keys of a :class:`HardwareChoice`; a :class:`Hardware` stays what it is.
    info : ValidationInfo
        Its context may hold the folder of the scenario as ``beside``.

    Returns
    -------
    Hardware
    """
    if isinstance(value, Hardware):
        return value
    choice = HardwareChoice.model_validate({"profile": value} if not isinstance(value, Mapping) else value)
    try:
        hardware = load_hardware(choice.profile, (info.context or {}).get("beside"))
    except LookupError as error:
        raise _at(("profile",), advise(error.args[0]), choice.profile) from error
    changed: dict[str, Any] = {"costs": _with(hardware.costs, choice.costs), "quota": choice.quota}
    if choice.cores is not None:
        changed["cores"] = choice.cores
    if choice.memory is not None:
        changed["memory"] = choice.memory
    return hardware.model_copy(update=changed)


def _with(costs: Costs, choices: Mapping[str, Any]) -> Costs:
    changed: dict[str, Any] = {}
    for name, value in choices.items():
        if isinstance(value, dict):
            known = getattr(costs, name)
            for key in value.keys() - known.keys():
                raise _at(("costs", name, key), unknown_key(suggestion(key, known)), value)
            value = {**known, **value}  # noqa: PLW2901
        changed[name] = value
    return dataclasses.replace(costs, **changed)


def _at(loc: tuple[str, ...], error: PydanticCustomError, found: object) -> ValidationError:
    return ValidationError.from_exception_data("hardware", [InitErrorDetails(type=error, loc=loc, input=found)])


def _find(profile: str, beside: Path | None) -> Path:
    if Path(profile).suffix in _SUFFIXES:
        candidates = [folder / profile for folder in (beside, Path()) if folder is not None]
    else:
        candidates = [folder / f"{profile}.yaml" for folder in _folders(beside)]
    for path in candidates:
        if path.is_file():
            return path
    known = sorted({path.stem for folder in _folders(beside) for path in folder.glob("*.yaml")})
    if not known:
        raise LookupError("name a .yaml file that there is")
    what = suggestion(profile, known)
    raise LookupError(f"{what}{'' if what.endswith('?') else '.'} Or name a .yaml file")


def _folders(beside: Path | None) -> Iterator[Path]:
    if beside is not None:
        yield beside / "hardware"
    yield Path("configs/hardware")
    package = Path(gcsim.__file__).parent
    yield package / "hardware_profiles"  # in a wheel
    yield package.parent / "configs" / "hardware"  # in a checkout


@lru_cache(maxsize=64)
def _read(path: Path, _changed_ns: int, _size: int) -> tuple[Entry, _ProfileFile | _DerivedFile]:
    problems: list[Problem] = []
    node = read_file(path, problems)
    entry = Entry(Mark(str(path), 1, 1), node)
    derived = isinstance(node, MapNode) and "base" in node.entries
    validate: Callable[[object], _ProfileFile | _DerivedFile] = (
        _DerivedFile.model_validate if derived else _ProfileFile.model_validate
    )
    stated = validated(validate, "", entry, {}, problems)
    if stated is None or problems:
        raise ScenarioError(problems)
    return entry, stated


def _derived(path: Path, entry: Entry, stated: _DerivedFile) -> Costs:
    """Put the costs that a profile states in the place of its base's."""

    def validate(_: object) -> Costs:
        try:
            beside = path.with_name(f"{stated.base}.yaml")
            base = beside if beside.is_file() else _find(stated.base, None)
            status = base.stat()
            _, whole = _read(base, status.st_mtime_ns, status.st_size)
        except LookupError as error:
            raise _at(("base",), advise(error.args[0]), stated.base) from error
        if isinstance(whole, _DerivedFile):
            raise _at(("base",), advise("name a profile that states all costs, one without a base"), stated.base)
        return _with(Costs(**whole.costs), stated.costs)

    problems: list[Problem] = []
    costs = validated(validate, "", entry, {}, problems)
    if costs is None:
        raise ScenarioError(problems)
    return costs
