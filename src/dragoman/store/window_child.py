"""The child of the SQL window: `python -m dragoman.store.window_child`, a job on standard input.

It answers one query and ends. It holds no secrets (its environment is bare), writes no file, and
what opens other files, the network, extensions or settings is locked before the query is looked
at.
"""

from __future__ import annotations

import ctypes
import datetime as dt
import json
import math
import resource
import signal
import sys
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

ADDRESSES = 3 << 30
"""Bytes of address space: DuckDB's cap is on what it counts, this one on everything."""

FILES = 64
BATCH = 100
CELL = 20_000
"""Characters of one value; longer ones are cut and end in an ellipsis."""

_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS = 38


def main() -> None:
    """Read a job, answer it."""
    job = json.loads(sys.stdin.buffer.read())
    _confine(float(job["seconds"]))
    # Characters outside ASCII as escapes: half a surrogate pair cannot break the pipe.
    sys.stdout.write(json.dumps(_answer(job)))
    sys.stdout.flush()


def _confine(seconds: float) -> None:
    """Give up what a query could misuse: memory, processor, files, further processes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
    cpu = math.ceil(seconds) + 2
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (FILES, FILES))


def _answer(job: Mapping[str, Any]) -> dict[str, Any]:
    import duckdb

    try:
        connection: Any = duckdb.connect(
            job["snapshot"], read_only=True, config=_locked(int(job["memory_mb"]))
        )
    except duckdb.IOException:
        return _refusal("record", "the snapshot is gone: the record was written anew; ask again")
    # Without external access a query still reaches the database's own files: a COPY within a CTE
    # could empty the snapshot. The file is open by now; nothing else is to be opened.
    connection.execute("set disabled_filesystems = 'LocalFileSystem'")
    connection.execute("set lock_configuration = true")
    try:
        statements = connection.extract_statements(job["query"])
        if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
            return _refusal("query", "only one SELECT can be asked; nothing else is done here")
        cursor = connection.execute(statements[0])
        return _read(cursor, int(job["rows"]), int(job["bytes"]))
    except (duckdb.Error, MemoryError) as error:
        return _refusal("query", str(error) or "the query took more memory than it may")


def _locked(memory_mb: int) -> dict[str, Any]:
    """Settings under which a query reaches nothing but the snapshot."""
    return {
        "enable_external_access": False,
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "allow_community_extensions": False,
        "allow_unsigned_extensions": False,
        "allow_persistent_secrets": False,
        "python_enable_replacements": False,
        "python_scan_all_frames": False,
        "threads": 1,
        "memory_limit": f"{memory_mb}MB",
        "max_temp_directory_size": "0B",
        "temp_directory": "",
    }


def _read(cursor: Any, most_rows: int, most_bytes: int) -> dict[str, Any]:
    found: list[list[Any]] = []
    size, cut = 0, None
    for row in _rows(cursor):
        values = [_plain(value) for value in row]
        size += len(json.dumps(values))
        if len(found) == most_rows or size > most_bytes:
            cut = "rows" if len(found) == most_rows else "bytes"
            break
        found.append(values)
    return {
        "columns": [str(column[0]) for column in cursor.description],
        "types": [str(column[1]) for column in cursor.description],
        "rows": found,
        "cut": cut,
    }


def _rows(cursor: Any) -> Iterator[tuple[Any, ...]]:
    while batch := cursor.fetchmany(BATCH):
        yield from batch


def _plain(value: Any) -> Any:
    """A value as JSON has it; what JSON has no form for as text."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, str):
        return value if len(value) <= CELL else value[:CELL] + " …"
    if isinstance(value, dt.date | dt.datetime | dt.time):
        return value.isoformat()
    if isinstance(value, Decimal | dt.timedelta):
        return str(value)
    if isinstance(value, bytes | bytearray | memoryview):
        return _plain(bytes(value).hex())
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return _plain(str(value))


def _refusal(kind: str, message: str) -> dict[str, Any]:
    return {"error": kind, "message": message}


if __name__ == "__main__":
    main()
