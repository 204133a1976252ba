"""Questions to a folder of results in SQL, which DuckDB answers."""

from collections.abc import Sequence
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from gcsim.simulation import MODEL_VERSION
from gcsim.studies.results.needs import ExportError, needed
from gcsim.studies.storage.failures import read_failures
from gcsim.studies.storage.schema import SchemaError, check_version, join
from gcsim.studies.storage.store import FAILURES, PARTS, PROVENANCE, StoreError, Table

__all__ = ["ask", "boxed"]

_ATTEMPTS = 3  # a study that ends while the question is asked may merge parts that were just listed
_CONFIG = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",  # or a name in a question could mean a variable of this program
    "temp_directory": "",
}
_HINT = (
    "\nThe views are runs, provenance and failures; DESCRIBE runs tells the columns; "
    'a name with a dot stands in double quotes: "pause_ns.p99"'
)
_ROWS = 1000  # that are drawn; DuckDB's 20 would not even show which columns there are
_KEYS = pa.schema([("run_key", pa.string())])
_NO_FAILURES = pa.schema([(name, pa.string()) for name in ("run_key", "study", "kind", "error", "trace", "scenario")])


def ask(out: Path, question: str, study: str | None = None) -> pa.Table:
    """Answer a question about the results of a folder, which stays as it is.

    Parameters
    ----------
    out : Path
        The folder.
    question : str
        SQL, in DuckDB's dialect. There are the views ``runs`` (results of this version of the model), ``provenance``
        (how results came about) and ``failures`` (runs without a result), each with one row for a run.
    study : str, optional
        Leaves of each of them the runs that this study has done.

    Returns
    -------
    pyarrow.Table
        The answer; no columns where the statement has none. Columns of the folder that it does not need are not read.

    Raises
    ------
    ExportError
        If the question is wrong, or DuckDB is not installed.
    StoreError
        If a part cannot be read.
    SchemaError
        If a part is of another schema.
    """
    duckdb = needed("duckdb")
    left = _ATTEMPTS
    while True:
        parts = {table: _parts(out, table) for table in (PARTS, PROVENANCE)}
        left -= 1
        with duckdb.connect(config=_CONFIG) as connection:
            try:
                for table, listed in parts.items():
                    connection.register(f"_{table}", _lazily(listed))
                connection.register(f"_{FAILURES}", _failures(out))
                _make_views(connection, study)
                answer = connection.sql(question)
                return answer.to_arrow_table() if answer is not None else pa.table({})
            except (duckdb.Error, pa.ArrowException, OSError) as error:
                if not left or all(part.exists() for listed in parts.values() for part in listed):
                    raise ExportError(f"{str(error).strip()}{_HINT}") from error


def boxed(table: pa.Table, width: int) -> str:
    """Draw a table as DuckDB does: what does not fit is left out, and it says so.

    Parameters
    ----------
    table : pyarrow.Table
        An answer with columns.
    width : int
        Characters that there is room for.

    Returns
    -------
    str
        Lines.
    """
    with needed("duckdb").connect(config=_CONFIG) as connection, redirect_stdout(StringIO()) as drawn:
        connection.from_arrow(table).show(max_width=width, max_rows=_ROWS)
    return "".join(f"{line.rstrip()}\n" for line in drawn.getvalue().rstrip().splitlines())


def _parts(out: Path, table: Table) -> Sequence[Path]:
    return sorted((out / table).glob("[!.]*.parquet"))


def _lazily(parts: Sequence[Path]) -> ds.Dataset:
    """Return parts as one table of which DuckDB reads the columns that it needs."""
    # Nearly all parts have the same columns, so few of their descriptions have to be taken apart.
    distinct = {_description(part): part for part in parts}
    schema = join([_schema_of(part).empty_table() for part in distinct.values()]).schema if parts else _KEYS
    return ds.dataset([str(part) for part in parts], schema=schema, format="parquet")


def _description(part: Path) -> bytes:
    try:
        described = pq.read_metadata(part).metadata or {}
    except pa.ArrowInvalid as error:
        raise StoreError(f"{part}: not readable ({error}); delete it, and a sweep does its runs again") from error
    return bytes(described.get(b"ARROW:schema", b""))


def _schema_of(part: Path) -> pa.Schema:
    schema = pq.read_schema(part)
    try:
        check_version(schema)
    except SchemaError as error:
        raise SchemaError(f"{part}: {error}") from None
    return schema


def _failures(out: Path) -> pa.Table:
    if not _parts(out, FAILURES):  # then nothing has to be compared with the results
        return _NO_FAILURES.empty_table()
    return pa.Table.from_pandas(read_failures(out), preserve_index=False)


def _make_views(connection: Any, study: str | None) -> None:  # noqa: ANN401  # DuckDB is an extra
    """Give the tables their names, then see to it that a question reads and writes nothing else."""
    views: dict[str, Table] = {PROVENANCE: PROVENANCE, FAILURES: FAILURES, "runs": PARTS}
    for view, table in views.items():
        columns = connection.table(f"_{table}").columns
        wanted = []
        if "model_version" in columns:
            wanted.append(f"model_version = {MODEL_VERSION}")
        if study is not None and view == "runs":
            wanted.append("run_key IN (SELECT run_key FROM provenance)")
        elif study is not None:
            wanted.append(f"study = {_quoted(study)}" if "study" in columns else "false")
        where = " AND ".join(wanted or ["true"])
        view_of = f"CREATE VIEW {view} AS SELECT * FROM _{table} WHERE {where}"  # noqa: S608  # a study's name is quoted
        connection.execute(f"{view_of} {_once(connection, table)}")
    for setting in ("enable_external_access = false", "lock_configuration = true"):
        connection.execute(f"SET {setting}")


def _once(connection: Any, table: Table) -> str:  # noqa: ANN401  # DuckDB is an extra
    """Return what drops all rows of a run but one, of several with the time when it finished the latest."""
    rows = connection.table(f"_{table}")
    counted, distinct = rows.aggregate("count(*), count(DISTINCT run_key)").fetchall()[0]
    if counted == distinct:  # nearly always; to look for others takes reading every column that is asked for
        return ""
    latest = "ORDER BY finished DESC" if "finished" in rows.columns else ""
    return f"QUALIFY row_number() OVER (PARTITION BY run_key {latest}) = 1"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
