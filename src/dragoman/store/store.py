"""The record: a folder of immutable shards, and a DuckDB view of what follows from them.

record.json                     format of the folder
shards/KEY/*.parquet            what the reading half made of the reports: the truth, immutable
judgements.jsonl                what people ruled, only ever appended to
record-N.duckdb, CURRENT        the tables of the contract, made from the shards
lock                            held by the one process that writes
damaged/                        what `dragoman doctor --repair` set aside
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from dragoman.errors import (
    RecordDamagedError,
    RecordError,
    RecordFullError,
    RecordMissingError,
    RecordVersionError,
    UsageError,
)
from dragoman.model.ids import identifier
from dragoman.model.judgement import Judgement
from dragoman.model.reading import ReportReading
from dragoman.store import export, journal, lock, schema, shards, snapshot
from dragoman.store.rows import Row
from dragoman.store.schema import tables
from dragoman.store.shards import Version

FORMAT = 1
NOTE = "record.json"
BATCH = 1_000
"""Rows that a stream fetches at a time."""
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""A disk, a share of it or a file that can take no more."""


class Store:
    """One record. Open it with `Store.open`; it is also a context manager that closes itself."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._connection: Any = None
        self._sequence: int | None = None

    @classmethod
    def open(cls, folder: Path | str, *, create: bool = False, made_by: str = "") -> Store:
        """The record in `folder`; with `create`, a new one where there is none yet.

        Raises:
            RecordMissingError: there is none, and `create` is not set.
            RecordVersionError: it was made by another version of the format.
            RecordError: `create` in a place that holds other files.
        """
        folder = Path(folder)
        if not (folder / NOTE).is_file():
            if not create:
                raise RecordMissingError(str(folder))
            _create(folder, made_by)
        found = _format(folder)
        if found != FORMAT:
            raise RecordVersionError(str(folder), found, FORMAT)
        return cls(folder)

    def __enter__(self) -> Store:
        """The store itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the view."""
        self.close()

    def close(self) -> None:
        """Let go of the view; the store can be used again after."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def writing(self) -> AbstractContextManager[None]:
        """Hold the write lock for the length of a block; what an interrupted run left is removed.

        Raises:
            RecordLockedError: another process holds it.
        """
        return self._writing()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with lock.writing(self.folder):
            shards.clear_unfinished(self._shards)
            self._sequence = None
            yield

    def known(self, version: Version) -> dict[str, str | None]:
        """Keys of what this version has read; each with the reason why it is no report, or None.

        What failed for a passing reason (`shards.PASSING`) is left out, to be tried again.
        """
        digest = version.digest
        found: dict[str, str | None] = {}
        for note in shards.notes(self._shards):
            if note.version == digest:
                found.update(shards.keys(note))
        return {key: why for key, why in found.items() if why not in shards.PASSING}

    def add(self, readings: Mapping[str, ReportReading], version: Version) -> str:
        """Store readings under the keys of their raw reports; the key of the new shard.

        Adding the same again changes nothing. Needs the write lock. It is on disk when this
        returns.

        Raises:
            RecordFullError: there is no room for it; the record is as it was.
        """
        if self._sequence is None:
            found = shards.notes(self._shards)
            self._sequence = max((note.sequence for note in found), default=0)
        self._sequence += 1
        with self._room():
            return shards.write(self._shards, readings, version, sequence=self._sequence)

    def inputs(self, version: Version) -> str:
        """One digest over what the tables follow from: readings that count, rulings, columns."""
        chosen = shards.current_keys(self._shards, version.digest)
        pairs = sorted((key, note.folder.name) for key, note in chosen.items())
        ruled = (one.judgement_id for one in self.judgements())
        made_for = schema.script()
        return identifier(
            "i", version.digest, made_for, *(part for pair in pairs for part in pair), *ruled
        )

    def readings(self, version: Version) -> list[ReportReading]:
        """Every reading that counts, one a report, sorted by report; those without one first.

        A raw report read by several versions counts as `version` read it, else as read last. Two
        raw reports that clean to the same report count once.
        """
        found: dict[str, tuple[str, ReportReading]] = {}
        for key, reading in shards.readings(self._shards, version.digest):
            name = " " + key if reading.report is None else reading.report.report_id
            if name not in found or key < found[name][0]:
                found[name] = key, reading
        return [found[name][1] for name in sorted(found)]

    def judgements(self) -> tuple[Judgement, ...]:
        """What people ruled, in the order given.

        Raises:
            RecordError: the journal has a line that is no judgement.
        """
        return journal.read(self.folder)

    def judge(self, judgement: Judgement) -> None:
        """Add a ruling to the journal; it is on disk when this returns. Needs the write lock."""
        with self._room():
            journal.append(self.folder, judgement)

    def publish(self, content: Mapping[str, Sequence[Row]]) -> None:
        """Make `content` the record's tables, all at once. Needs the write lock.

        Raises:
            RecordFullError: there is no room for them; the tables of before still stand.
        """
        self.close()
        with self._room():
            snapshot.publish(self.folder, content)

    def is_published(self, inputs: str) -> bool:
        """Whether the tables were made from just these inputs; damaged ones count as not made."""
        if snapshot.current(self.folder) is None:
            return False
        try:
            return any(row["inputs"] == inputs for row in self.rows("made"))
        except RecordDamagedError:
            return False

    def sql(self, query: str, parameters: Sequence[object] = ()) -> list[Row]:
        """The rows of a query over the tables; read-only, no file and no network is reached."""
        cursor = self._view().execute(query, list(parameters))
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]

    def stream(self, query: str, parameters: Sequence[object] = ()) -> Iterator[Row]:
        """As `sql`, a row at a time: the result is never held whole."""
        cursor = self._view().cursor().execute(query, list(parameters))
        names = [column[0] for column in cursor.description]
        for values in _fetched(cursor):
            yield dict(zip(names, values, strict=True))

    def values(self, query: str, parameters: Sequence[object] = ()) -> Iterator[tuple[Any, ...]]:
        """As `stream`, each row as the bare tuple of its values."""
        yield from _fetched(self._view().cursor().execute(query, list(parameters)))

    def rows(self, table: str, **equal: object) -> list[Row]:
        """The rows of a table in the contract's order, keys too; `equal` keeps those that match.

        Raises:
            UsageError: no such table or column.
        """
        known = tables()
        if table not in known:
            raise UsageError(f"no table {table!r}; there are {', '.join(known)}")
        unknown = sorted(equal.keys() - set(known[table].names))
        if unknown:
            raise UsageError(f"table {table} has no column {unknown[0]!r}")
        where = " and ".join(f'"{column}" is not distinct from ?' for column in equal) or "true"
        # Names come from schema.sql alone; values are bound.
        query = f"select * from {table} where {where} {snapshot.order(table)}"
        return self.sql(query, tuple(equal.values()))

    def incident_now(self, name: str) -> str | None:
        """The incident that an id means: one it has, had before a merger, or that of a telling.

        An incident's id is made of its first telling's (`model.incident.incident_name`), here in
        SQL; None when no telling of the record ever gave it.
        """
        query = (
            "select incident_id from events where incident_id = $1 or event_id = $1 "
            "or 'i_' || substr(sha256(event_id), 1, 16) = $1 order by incident_id <> $1 limit 1"
        )
        found = self.sql(query, (name,))
        return str(found[0]["incident_id"]) if found else None

    def snapshot(self) -> Path:
        """The file that is read: the snapshot that was current when the view was opened."""
        query = "select path from duckdb_databases() where database_name = current_database()"
        return Path(self._view().execute(query).fetchone()[0])

    def digests(self) -> dict[str, str]:
        """The SHA-256 of the rows of each table as JSON lines; equal records have equal ones.

        `made` is left out: it hangs on the order of reading.
        """
        found = {}
        for name in tables():
            if name != "made":
                rows = self.stream(f"select * from {name} {snapshot.order(name)}")
                hashed = hashlib.sha256()
                for line in export.json_lines(rows):
                    hashed.update(line.encode("utf-8", "surrogatepass") + b"\n")
                found[name] = hashed.hexdigest()
        return found

    def columns(self, table: str) -> tuple[str, ...]:
        """The columns of a table, in the contract's order."""
        return tables()[table].names

    def table(self, name: str) -> Any:
        """A table as Arrow, in the contract's order; `name` is one of schema.sql."""
        return self._view().sql(f"from {name} {snapshot.order(name)}").to_arrow_table()

    def arrow(self, query: str, parameters: Sequence[object] = ()) -> Any:
        """As `sql`, as an Arrow table."""
        found = self._view().sql(query, params=list(parameters) or None)
        if found is None:
            raise UsageError("sql: the query gives no rows; begin it with select or from")
        return found.to_arrow_table()

    def batches(self, name: str, size: int) -> Any:
        """A table as a reader of Arrow record batches of `size` rows, in the contract's order."""
        query = f"from {name} {snapshot.order(name)}"
        return self._view().cursor().sql(query).to_arrow_reader(size)

    def _view(self) -> Any:
        if self._connection is None:
            self._connection = snapshot.connect(self.folder)
        return self._connection

    @property
    def _shards(self) -> Path:
        return self.folder / "shards"

    @contextmanager
    def _room(self) -> Iterator[None]:
        """Turn the system's word that there is no room into ours, and give back what was taken."""
        try:
            yield
        except OSError as error:
            shards.clear_unfinished(self._shards)
            if error.errno not in NO_ROOM:
                raise
            raise RecordFullError(str(self.folder), os.strerror(error.errno)) from error


def _fetched(cursor: Any) -> Iterator[tuple[Any, ...]]:
    while batch := cursor.fetchmany(BATCH):
        yield from batch


def _create(folder: Path, made_by: str) -> None:
    if folder.exists() and not folder.is_dir():
        raise RecordError(f"{folder}: a record is a folder and this is a file; name another place")
    unfinished = folder / f"{NOTE}.unfinished"
    ours = {lock.NAME, "shards", unfinished.name}
    # What a run that was stopped right here left behind is ours; a shard is somebody's record.
    begun = folder.exists() and ours >= {path.name for path in folder.iterdir()}
    if folder.exists() and (not begun or any(folder.glob("shards/*"))):
        raise RecordError(
            f"{folder}: this folder holds other files and no record; name a new or empty folder"
        )
    (folder / "shards").mkdir(parents=True, exist_ok=True)
    note = {"format": FORMAT, "dragoman": made_by}
    unfinished.write_text(json.dumps(note) + "\n", encoding="utf-8")
    shards.sync(unfinished)
    unfinished.rename(folder / NOTE)


def _format(folder: Path) -> object:
    try:
        note = json.loads((folder / NOTE).read_text(encoding="utf-8"))
    except ValueError:
        return "unreadable"
    return note.get("format") if isinstance(note, dict) else "unreadable"
