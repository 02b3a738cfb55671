"""The SQL window: a query of the user's over a published snapshot, in a child that can be killed.

Nothing the query says gets out of the child: DuckDB opens the snapshot read-only with every door
to files, network, extensions and settings locked (`window_child`), the process may write no file
and start no other, and it is killed when its time is over. The kind of statement is no guard:
`with x as (copy ...) select 1` is a SELECT; the locked settings are.
"""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman.errors import RecordError, UsageError
from dragoman.store.rows import Row

QUERY_BYTES = 64 << 10
"""Bytes of a query."""

_PASSED = ("PATH", "PYTHONPATH", "PYTHONHOME", "LANG", "LC_ALL", "SYSTEMROOT")
"""What the child sees of the environment: no keys, no tokens."""

_CHUNK = 1 << 16
_SPARE_BYTES = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a query may take.

    Attributes:
        seconds: from start to answer; then the child is killed.
        rows, bytes: of the answer; what comes after is left out, and the answer says so.
        memory_mb: of the database; a query that needs more fails.
    """

    seconds: float = 10.0
    rows: int = 1_000
    bytes: int = 1 << 20
    memory_mb: int = 512


class QueryError(UsageError):
    """The query cannot be answered: a mistake in it, something that is not allowed, or a limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Rows of a query.

    Attributes:
        columns: names, in order; two may have the same.
        types: of the columns, as DuckDB names them.
        rows: values as JSON has them: dates as ISO text, decimals and what has no number as text.
        cut: "rows" or "bytes" where the answer had more; None: it is whole.
    """

    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...] = field(default=())
    cut: str | None = None

    def mappings(self) -> list[Row]:
        """The rows by column; of columns with one name the later are numbered: n, n_2."""
        names: list[str] = []
        for name in self.columns:
            number, free = 1, name
            while free in names:
                number += 1
                free = f"{name}_{number}"
            names.append(free)
        return [dict(zip(names, row, strict=True)) for row in self.rows]


STANDARD = Limits()


def ask(snapshot: Path, query: str, limits: Limits = STANDARD) -> Answer:
    """The answer to one SELECT over a snapshot.

    Args:
        snapshot: a published file of a record.
        query: DuckDB's SQL.
        limits: what it may take.

    Raises:
        QueryError: it is not one SELECT, is wrong, is not allowed, or goes over a limit.
        RecordError: the snapshot is gone.
    """
    if len(query.encode("utf-8", "replace")) > QUERY_BYTES:
        raise QueryError(f"a query may have {QUERY_BYTES >> 10} kB; this one has more")
    if not query.strip():
        raise QueryError("the query is empty; give one SELECT: select count(*) from events")
    job = {
        "snapshot": str(snapshot.resolve()), "query": query.replace("\x00", "\ufffd"),
        "rows": limits.rows, "bytes": limits.bytes, "memory_mb": limits.memory_mb,
        "seconds": limits.seconds,
    }  # fmt: skip
    reply = _said(json.dumps(job).encode(), limits)
    if "error" in reply:
        kind = RecordError if reply["error"] == "record" else QueryError
        raise kind(str(reply["message"]))
    return Answer(
        columns=tuple(reply["columns"]), types=tuple(reply["types"]), cut=reply["cut"],
        rows=tuple(tuple(row) for row in reply["rows"]),
    )  # fmt: skip


def _said(job: bytes, limits: Limits) -> dict[str, Any]:
    """What the child says to a job, or why it said nothing."""
    child = subprocess.Popen(
        # -P: a `json.py` in the folder where the user stands must not be imported.
        [sys.executable, "-P", "-m", "dragoman.store.window_child"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in _PASSED if name in os.environ},
    )  # fmt: skip
    try:
        out = _until(child, job, time.monotonic() + limits.seconds, limits.bytes)
    finally:
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                pipe.close()
    try:
        reply = json.loads(out)
    except ValueError as error:
        raise QueryError(
            "the query took more memory than it may, and was ended; ask for less at once"
        ) from error
    return dict(reply)


def _until(child: subprocess.Popen[bytes], job: bytes, due: float, most: int) -> bytes:
    """All that the child writes; it is given up at `due`, or when it writes far too much."""
    if child.stdin is None or child.stdout is None:
        raise ValueError("the child has no pipes")
    child.stdin.write(job)
    child.stdin.close()
    found = bytearray()
    with selectors.DefaultSelector() as ready:
        ready.register(child.stdout, selectors.EVENT_READ)
        while (left := due - time.monotonic()) > 0:
            if not ready.select(left):
                break
            piece = os.read(child.stdout.fileno(), _CHUNK)
            if not piece:
                return bytes(found)
            found += piece
            if len(found) > 2 * most + _SPARE_BYTES:
                raise QueryError("the answer is far larger than it may be; ask for less at once")
    raise QueryError("the query took longer than it may, and was ended; ask for less at once")
