"""The contract's tables as Arrow sees them: Parquet and Arrow files, written a piece at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

from dragoman import __version__
from dragoman.formats.kept import Kept
from dragoman.formats.tally import Tally
from dragoman.model.ids import sha256
from dragoman.store.schema import script
from dragoman.store.store import Store

ROWS = 1 << 17
"""Rows of a group of Parquet: columns are read whole, and a reader skips what it does not want."""

CHUNK = 1 << 14
"""Rows that are turned into columns at a time: as Python's own they take some 8 kB each."""


class Pipe:
    """A file that is read from its start while it is written at its end."""

    closed = False

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def write(self, part: Any) -> int:
        """Take what a writer gives; how many bytes."""
        data = bytes(part)
        self._parts.append(data)
        return len(data)

    def taken(self) -> bytes:
        """What was written since the last time."""
        data = b"".join(self._parts)
        self._parts.clear()
        return data

    def flush(self) -> None:
        """Nothing is held back."""

    def close(self) -> None:
        """Nothing to let go of: what was written can still be taken."""


def parquet_file(kept: Kept, name: str, tally: Tally) -> Iterator[bytes]:
    """A table as Parquet, zstd, in groups of `ROWS` rows."""
    from pyarrow import parquet

    schema, batches = _batches(kept, name)
    pipe: Any = Pipe()
    with parquet.ParquetWriter(pipe, schema, compression="zstd") as writer:
        for group in _grouped(batches):
            writer.write_table(group, row_group_size=ROWS)
            tally.add(group.num_rows)
            yield pipe.taken()
    yield pipe.taken()


def arrow_file(kept: Kept, name: str, tally: Tally) -> Iterator[bytes]:
    """A table as an Arrow file (IPC)."""
    from pyarrow import ipc

    schema = _schema(kept, name)
    pipe: Any = Pipe()
    with ipc.new_file(pipe, schema) as writer:
        # The database's own batches hold whatever memory held before where a value is null.
        for batch in _anew(kept, name, schema):
            writer.write_batch(batch)
            tally.add(batch.num_rows)
            yield pipe.taken()
    yield pipe.taken()


def _grouped(batches: Iterator[Any]) -> Iterator[Any]:
    """Batches as tables of `ROWS` rows, the last one of what is left."""
    import pyarrow as pa

    group: list[Any] = []
    for batch in batches:
        group.append(batch)
        if sum(one.num_rows for one in group) >= ROWS:
            yield pa.Table.from_batches(group)
            group = []
    if group:
        yield pa.Table.from_batches(group)


def _batches(kept: Kept, name: str) -> tuple[Any, Iterator[Any]]:
    """The schema of a table, and the rows that are kept."""
    import pyarrow as pa

    schema = _schema(kept, name)
    if not kept.is_all:
        return schema, _anew(kept, name, schema)
    reader = kept.chosen.store.batches(name, ROWS)
    return schema, (pa.RecordBatch.from_arrays(one.columns, schema=schema) for one in reader)


def _schema(kept: Kept, name: str) -> Any:
    """The schema of a table of schema.sql, with what made its rows."""
    none = kept.chosen.store.arrow(f"from {name} limit 0")
    return none.schema.with_metadata(made_by(kept.chosen.store))


def _anew(kept: Kept, name: str, schema: Any) -> Iterator[Any]:
    import pyarrow as pa

    rows = kept.rows(name)
    chunks = iter(lambda: list(islice(rows, CHUNK)), [])
    for chunk in chunks:
        yield pa.RecordBatch.from_pylist(chunk, schema=schema)


def made_by(store: Store) -> dict[str, str]:
    """Which program, columns and rules made the rows; the same for the same reports in any order.

    `dragoman.run` leaves out the digest of what was read: it hangs on the order of reading.
    """
    made = [{key: row[key] for key in ("coder", "knowledge")} for row in store.rows("made")]
    return {
        "dragoman.version": __version__,
        "dragoman.schema": sha256(script()),
        "dragoman.run": json.dumps(made[0] if made else {}, sort_keys=True),
    }
