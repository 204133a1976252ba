"""Results as a grid over what was swept: an xarray dataset."""

import math
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from gcsim.simulation import MODEL_VERSION
from gcsim.studies.identity import canonical_json
from gcsim.studies.results.canonical import canonical_table
from gcsim.studies.results.columns import is_of_scenario, meaning
from gcsim.studies.results.needs import ExportError, needed
from gcsim.studies.storage.schema import LIST_COLUMNS

if TYPE_CHECKING:
    import xarray

__all__ = ["as_dataset"]

_SPARSEST = 32  # cells for each point: 64 binary switches tried one by one are no grid of 2**64 cells
_POINT = "point"
_REPLICATION = "replication"

Codes = npt.NDArray[np.int64]
_Variable = tuple[list[str], npt.NDArray[Any], dict[str, str]]


@dataclass(frozen=True, slots=True, eq=False)
class _Axis:
    """A dimension of a grid: its values, and for each run which of them it has."""

    name: str
    levels: Codes | npt.NDArray[np.object_] | npt.NDArray[np.float64]
    codes: Codes


def as_dataset(out: Path, keys: Collection[str] | None = None) -> "xarray.Dataset":
    """Arrange results as a grid over what was swept.

    Parameters
    ----------
    out : Path
        The folder.
    keys : collection of str, optional
        Runs to read; all by default.

    Returns
    -------
    xarray.Dataset
        Dimensions: the columns of the scenario that vary, and ``replication``; a column that follows from another is a
        coordinate along that one's dimension (keys that a file ties together by ``zip``, what a release takes by
        default). Runs that span no grid (changes that are tried one at a time) have one dimension ``point`` in its
        place, along which all that varies is a coordinate. Variables: each scalar result by its column's name, float64
        or text, with ``units`` and ``long_name``; NaN, or empty text, where there is no run or no value. Attributes:
        ``scenario``, what all runs have in common, as JSON, and ``model_version``.

    Raises
    ------
    ExportError
        If there is nothing to arrange, runs cannot be told apart, or xarray is not installed.
    StoreError, SchemaError
        As :func:`export_parquet`.
    """
    xr = needed("xarray")
    table = canonical_table(out, keys, lambda name: name not in LIST_COLUMNS)
    if not table.num_rows:
        raise ExportError(f"{out}: no runs of this version of the model to export")
    frame = _frame(table)
    put_in = [name for name in table.column_names if is_of_scenario(name)]
    found_out = [name for name in table.column_names if name not in {*put_in, "model_version"}]
    axes = [_axis(frame, name) for name in put_in if name != _REPLICATION]
    varying = [axis for axis in axes if len(axis.levels) > 1]
    points = _dimensions(varying)
    grid = [*points, _axis(frame, _REPLICATION)]
    _refuse_twins(frame["run_key"], grid)

    coordinates = {_name(axis.name): _variable(axis.name, [axis], axis.levels) for axis in grid}
    for axis in varying:
        if axis not in points:
            along = _along(axis, points)
            held = pd.Series(axis.levels[axis.codes])
            coordinates[_name(axis.name)] = _variable(axis.name, along, _spread(held, along))
    variables = {_name(name): _variable(name, grid, _spread(frame[name], grid)) for name in found_out}
    common = {axis.name: axis.levels.tolist()[0] for axis in axes if len(axis.levels) == 1}
    dataset: xarray.Dataset = xr.Dataset(
        variables, coordinates, {"scenario": canonical_json(common), "model_version": MODEL_VERSION}
    )
    return dataset


def _frame(table: pa.Table) -> pd.DataFrame:
    for at, field in enumerate(table.schema):
        if pa.types.is_boolean(field.type):  # NetCDF knows none, and pandas no gaps among them
            table = table.set_column(at, field.name, table.column(at).cast(pa.int8()).cast(pa.float64()))
    frame: pd.DataFrame = table.to_pandas()
    return frame


def _axis(frame: pd.DataFrame, name: str) -> _Axis:
    """Return a column as an axis: its values in their natural order, what is missing last."""
    column = frame[name]
    codes, values = pd.factorize(column, use_na_sentinel=False)
    order = sorted(range(len(values)), key=lambda at: _natural(values[at]))
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    ordered = np.asarray(values, dtype=object)[order]
    if pd.api.types.is_string_dtype(column):
        typed = np.array(["" if pd.isna(value) else value for value in ordered], dtype=object)
    elif len(ordered) and not any(map(pd.isna, ordered)) and all(float(value).is_integer() for value in ordered):
        typed = ordered.astype(np.int64)
    else:
        typed = ordered.astype(np.float64)
    return _Axis(name, typed, rank[codes])


def _natural(value: Any) -> tuple[Any, ...]:  # noqa: ANN401  # any cell of a table
    """Return what sorts 1.10 behind 1.9, off behind 100, and nothing behind all."""
    if pd.isna(value):
        return (2,)
    if isinstance(value, str):
        # Alternately text and number, so that two such lists can always be compared.
        parts = re.split(r"(\d+)", value)
        return (
            not value[:1].isdigit(),
            [(part, 0) if at % 2 == 0 else ("", int(part)) for at, part in enumerate(parts)],
        )
    return (0, value)


def _dimensions(varying: list[_Axis]) -> list[_Axis]:
    """Choose the axes of a grid among the columns that vary; all others follow from them."""
    if not varying:
        return []
    # A machine has a hundred costs that vary together: of columns that say the same, one is enough.
    by_name = sorted(varying, key=lambda axis: (axis.name.startswith("hardware."), axis.name))
    chosen = list({_in_order(axis.codes).tobytes(): axis for axis in reversed(by_name)}.values())
    # The fewest cells: a column of many values that follows from others goes before these are asked.
    for axis in sorted(chosen, key=lambda axis: -len(axis.levels)):
        rest = [one for one in chosen if one is not axis]
        if rest and _follows(axis.codes, [one.codes for one in rest]):
            chosen = rest
    points = _numbered([axis.codes for axis in chosen])
    if math.prod(len(axis.levels) for axis in chosen) > _SPARSEST * (int(points.max()) + 1):
        return [_Axis(_POINT, np.arange(points.max() + 1), points)]
    return sorted(chosen, key=lambda axis: axis.name)


def _in_order(codes: Codes) -> Codes:
    """Return codes for the same values by when they first occur."""
    _, first, inverse = np.unique(codes, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[inverse]


def _numbered(codes: list[Codes]) -> Codes:
    """Return for each row the number of its combination, among those that occur."""
    numbers: Codes = np.zeros(len(codes[0]), np.int64)
    for column in codes:
        # Renumbered each time: the product of many axes is larger than any integer.
        _, numbers = np.unique(numbers * (column.max() + 1) + column, return_inverse=True)
    return numbers


def _follows(codes: Codes, given: list[Codes]) -> bool:
    known = _numbered(given)
    return bool(_numbered([known, codes]).max() == known.max())


def _along(axis: _Axis, grid: list[_Axis]) -> list[_Axis]:
    """Return the fewest dimensions that a column follows from."""
    one = [[dimension] for dimension in grid if _follows(axis.codes, [dimension.codes])]
    return one[0] if one else grid


def _refuse_twins(keys: pd.Series, grid: list[_Axis]) -> None:
    cells = _numbered([axis.codes for axis in grid])
    _, cell, runs = np.unique(cells, return_inverse=True, return_counts=True)
    twins = keys[runs[cell] > 1]
    if len(twins):
        one, other, *_ = keys[cells == cells[twins.index[0]]]
        raise ExportError(f"runs {one} and {other} differ in nothing that a column says; --export parquet takes them")


def _spread(column: pd.Series, grid: list[_Axis]) -> npt.NDArray[Any]:
    """Put the values of runs into the cells of a grid."""
    shape = tuple(len(axis.levels) for axis in grid)
    at = tuple(axis.codes for axis in grid)
    if pd.api.types.is_string_dtype(column):
        texts = np.full(shape, "", dtype=object)
        texts[at] = column.fillna("").to_numpy(dtype=object)
        return texts
    numbers = np.full(shape, np.nan)
    numbers[at] = column.to_numpy(dtype=np.float64)
    return numbers


def _variable(column: str, along: list[_Axis], values: npt.NDArray[Any]) -> _Variable:
    """Return what xarray makes a variable of."""
    said = meaning(column)
    return [_name(axis.name) for axis in along], values, {"units": said.unit, "long_name": said.text}


def _name(column: str) -> str:
    """Return a name that NetCDF allows."""
    return column.replace("/", "_")
