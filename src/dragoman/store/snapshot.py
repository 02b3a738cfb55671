"""Snapshots: the record's tables as one DuckDB file, made whole and then put in place.

A snapshot is never changed after it was published: readers open the file that `CURRENT` names and
keep it while a newer one is made beside it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from dragoman.errors import RecordDamagedError, RecordError, RecordFullError
from dragoman.model.words import plain
from dragoman.store.rows import Row
from dragoman.store.schema import ORDER, comments, script, tables
from dragoman.store.shards import sync

CURRENT = "CURRENT"
PAGES = ".pages.sqlite"
CLOSED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
"""Settings of every connection: the database reads and writes nothing but its own file."""


def current(folder: Path) -> Path | None:
    """The published snapshot, or None before the first."""
    try:
        name = (folder / CURRENT).read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return None
    return folder / name


def publish(folder: Path, content: Mapping[str, Sequence[Row]]) -> Path:
    """Make a snapshot of all tables, point `CURRENT` at it, remove older ones; its path.

    Tables that `content` does not name are empty. Rows may come in any order.

    Raises:
        RecordFullError: the file cannot be written; the snapshot of before still stands.
    """
    unfinished = folder / "unfinished.duckdb"
    _remove(unfinished)
    with ExitStack() as undo:
        undo.callback(_remove, unfinished)  # a full disk is given back what was taken
        _fill(unfinished, content)
        sync(unfinished)
        undo.pop_all()
    number = 1 + max((_number(path) for path in folder.glob("record-*.duckdb")), default=0)
    path = folder / f"record-{number}.duckdb"
    unfinished.rename(path)
    pointer = folder / f"{CURRENT}.unfinished"
    pointer.write_text(path.name + "\n", encoding="ascii")
    sync(pointer)
    pointer.rename(folder / CURRENT)
    sync(folder)
    for old in sorted(folder.glob("record-*.duckdb")):
        if old != path:
            _remove(old)
    for index in sorted(folder.glob("record-*" + PAGES)):
        if index != pages_of(path):
            index.unlink(missing_ok=True)
    return path


def pages_of(snapshot: Path) -> Path:
    """Where the card index of a snapshot lies: a copy for pages, made by who serves it."""
    return snapshot.with_suffix(PAGES)


def connect(folder: Path) -> Any:
    """A read-only connection to the published snapshot.

    Raises:
        RecordError: nothing was published yet: the run that fills the record has not finished.
        RecordDamagedError: the file is not as it was written.
    """
    import duckdb

    for _ in range(5):
        path = current(folder)
        if path is None:
            break
        try:
            return duckdb.connect(str(path), read_only=True, config=CLOSED)
        except duckdb.Error as error:
            # A newer snapshot took its place between the two lines above: look again.
            if path.exists():
                raise _damaged(path, error) from error
    raise RecordError(
        f"{folder}: the reports were read only in part, so there is nothing to show yet; "
        f"run `dragoman read PATH... --record {folder}` again to finish"
    )


def _damaged(path: Path, error: Exception) -> RecordDamagedError:
    why = f"the database cannot be opened ({type(error).__name__})"
    return RecordDamagedError(str(path.parent), path.name, why)


def _fill(path: Path, content: Mapping[str, Sequence[Row]]) -> None:
    import duckdb
    import pyarrow as pa

    connection: Any = duckdb.connect(str(path), config=CLOSED)
    try:
        connection.execute(script())
        for name, table in tables().items():
            rows = [_clean(row) for row in content.get(name, ())]
            if not rows:
                continue
            unknown = sorted(rows[0].keys() ^ set(table.names))
            if unknown:
                raise ValueError(f"rows of {name}: columns {unknown} missing or not in schema.sql")
            shape = connection.sql(f"from {name}").to_arrow_table().schema
            connection.register("given", pa.Table.from_pylist(rows, schema=shape))
            connection.execute(f"insert into {name} by name select * from given {order(name)}")
            connection.unregister("given")
        for statement in comments():
            connection.execute(statement)
        connection.execute("checkpoint")
    except (duckdb.IOException, duckdb.FatalException) as error:
        why = str(error).splitlines()[0].rpartition(": ")[2]
        raise RecordFullError(str(path.parent), why) from error
    finally:
        connection.close()


def order(name: str) -> str:
    """The `order by` clause of a table of schema.sql, unknown values first."""
    return "order by " + ", ".join(f'"{column}" asc nulls first' for column in ORDER[name])


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {key: _clean(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_clean(item) for item in value]
    return value


def _number(path: Path) -> int:
    digits = path.stem.removeprefix("record-")
    return int(digits) if digits.isdecimal() else 0


def _remove(path: Path) -> None:
    for leftover in (path, path.with_name(path.name + ".wal")):
        if leftover.exists():
            os.unlink(leftover)
