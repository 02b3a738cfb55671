"""The card index of a record on disk: beside its snapshot, made once, whole or not at all.

`python -m dragoman.web.indexing RECORD FOLDER` makes it in a process of its own, for a server that
goes on answering meanwhile; it prints the path of the index.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import signal
import sqlite3
import sys
from pathlib import Path

from dragoman import __version__
from dragoman.errors import DragomanError, RecordError
from dragoman.show import card_index, card_rows, card_words
from dragoman.store import snapshot
from dragoman.store.schema import tables
from dragoman.store.store import Store

TRIES = 3
"""Snapshots that may be overtaken while their index is made, before giving up for now."""

POLITE = 10
"""What the builder's niceness is raised by: answering comes first."""


def ensure(store: Store, folder: Path) -> Path:
    """The card index of the record's newest snapshot in `folder`, made when it is not there.

    Raises:
        RecordError: nothing was published yet, the disk is full, or snapshots follow each other
            faster than they can be indexed.
    """
    for _ in range(TRIES):
        store.close()
        shown = store.snapshot()
        _check(store)
        path = folder / snapshot.pages_of(shown).name
        if is_of(path, store):
            return path
        _make(store, path)
        if shown.exists():
            return path
        path.unlink(missing_ok=True)
    raise RecordError(f"{store.folder}: the record changes faster than it can be shown; wait a bit")


def _check(store: Store) -> None:
    """Raise unless the snapshot has every table that this program knows."""
    held = {str(row["name"]) for row in store.sql("select table_name as name from duckdb_tables()")}
    missing = sorted(tables().keys() - held)
    if missing:
        raise RecordError(
            f"{store.folder}: its tables were made by an older dragoman: there is no {missing[0]}; "
            "run the `dragoman read` that filled it again: reports are not read twice"
        )


def is_of(path: Path, store: Store) -> bool:
    """Whether `path` is a whole card index of the store's snapshot, made by this program."""
    if not path.is_file():
        return False
    try:
        with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as index:
            found = index.execute("select digest from index_of").fetchone()
    except sqlite3.DatabaseError:
        return False
    return found is not None and found[0] == digest(store)


def digest(store: Store) -> str:
    """What an index follows from: the snapshot's content and the program that copies it."""
    hashed = hashlib.sha256(__version__.encode())
    made = (card_index.SCHEMA, card_index.INDEXES, repr(card_rows.COPIES), card_words.SCHEMA)
    shown = store.snapshot()
    for part in (*made, shown.name, str(shown.stat().st_size), repr(store.rows("made"))):
        hashed.update(part.encode())
    return hashed.hexdigest()


def _make(store: Store, path: Path) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    try:
        with contextlib.closing(sqlite3.connect(draft)) as connection:
            card_index.fill(connection, store)
            connection.execute("create table index_of (digest text)")
            connection.execute("insert into index_of values (?)", (digest(store),))
            connection.commit()
        draft.replace(path)
    except sqlite3.OperationalError as error:
        raise RecordError(
            f"{path.parent}: the index for the pages cannot be written ({error}); "
            "make room there, or let the folder be written to"
        ) from error
    finally:
        draft.unlink(missing_ok=True)


def main(arguments: list[str]) -> int:
    """Make the index of a record in a folder and print its path; 1 with the reason if it fails."""
    # The terminal's Ctrl-C goes to every process of the group: stopping is the server's business.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(POLITE)
    record, folder = (Path(one) for one in arguments)
    try:
        with Store.open(record) as store:
            sys.stdout.write(f"{ensure(store, folder)}\n")
    except DragomanError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
