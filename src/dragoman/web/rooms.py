"""The rooms of a server: one edition of the record after the other, several rooms to each.

An edition is a card index of one snapshot, with a fixed number of rooms over it. A request leases a
room and gives it back; no room is ever used by two threads at once. When the record has a newer
snapshot, its index is made beside the old by a process of its own; then new requests go to the new
edition, those under way finish in the old, which is closed when the last has left.
"""

from __future__ import annotations

import logging
import os
import queue
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from dragoman.errors import DragomanError, RecordError
from dragoman.show.room import Room
from dragoman.store import snapshot
from dragoman.store.store import Store
from dragoman.web import indexing

ROOMS = 4
"""Rooms to an edition, and threads that answer: more only wait for each other."""

LOOK_S = 1.0
"""Seconds between two looks at which snapshot is current."""

AGAIN_S = 30.0
"""Seconds until a snapshot that could not be indexed is tried again."""

LIMIT_S = 10.0
"""Seconds that the questions of one request may take; then they are cut off."""

STEPS = 20_000
"""Steps of SQLite's machine between two looks at the clock: some 2 ms."""

log = logging.getLogger(__name__)


class TooLongError(Exception):
    """A request's questions took longer than they may."""


class Edition:
    """A card index of one snapshot, and the rooms over it."""

    def __init__(self, path: Path, names: Mapping[str, str], *, title: str) -> None:
        self.path = path
        self.name = path.name.removesuffix(snapshot.PAGES)
        self._free: queue.LifoQueue[tuple[Room, _Clock]] = queue.LifoQueue()
        self._lock = threading.Lock()
        self._out = 0
        self._is_retired = False
        for _ in range(ROOMS):
            # All at once: the file may lose its name as soon as there is a newer snapshot.
            connection = sqlite3.connect(
                f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
            clock = _Clock()
            connection.set_progress_handler(clock.is_over, STEPS)
            self._free.put((Room(connection, names, title=title), clock))
        with self.room() as room:
            self.digest = str(room.value("select digest from index_of"))

    def enter(self) -> bool:
        """Keep the edition open until `leave`; False when it is closed or closing."""
        with self._lock:
            self._out += not self._is_retired
            return not self._is_retired

    def leave(self) -> None:
        """The other half of `enter`."""
        with self._lock:
            self._out -= 1
            self._close_if_left()

    @contextmanager
    def room(self, limit_s: float = LIMIT_S) -> Iterator[Room]:
        """A room for one who has entered; waits for one when all are taken.

        Raises:
            TooLongError: its questions took more than `limit_s` seconds.
        """
        room, clock = self._free.get()
        clock.due = time.monotonic() + limit_s
        try:
            yield room
        except sqlite3.OperationalError as error:
            if clock.is_over():
                raise TooLongError(f"longer than {limit_s:g} s") from error
            raise
        finally:
            clock.due = None
            self._free.put((room, clock))

    def retire(self) -> None:
        """Close the rooms, each when nobody is in it."""
        with self._lock:
            self._is_retired = True
            self._close_if_left()

    def _close_if_left(self) -> None:
        if self._is_retired and self._out == 0:
            while not self._free.empty():
                self._free.get()[0].close()


class _Clock:
    """Tells SQLite when a request has had its time."""

    def __init__(self) -> None:
        self.due: float | None = None

    def is_over(self) -> bool:
        return self.due is not None and time.monotonic() > self.due


class Rooms:
    """The current edition of a record, followed while other processes write."""

    def __init__(self, record: Path, names: Mapping[str, str], *, title: str) -> None:
        self.record = record
        self._names, self._title = names, title
        self._own: tempfile.TemporaryDirectory[str] | None = None
        if not os.access(record, os.W_OK):
            self._own = tempfile.TemporaryDirectory(prefix="dragoman-")
        self._folder = record if self._own is None else Path(self._own.name)
        self._closed = threading.Event()
        self._renewing = threading.Lock()
        self._builder: subprocess.Popen[str] | None = None
        self.trouble: str | None = None
        """Why a newer snapshot is not shown; None when there is none, or it is being made ready."""
        with Store.open(record) as store:
            self._edition = self._opened(indexing.ensure(store, self._folder))

    @contextmanager
    def edition(self) -> Iterator[Edition]:
        """The newest edition that is ready; it stays open within the block.

        Raises:
            TooLongError: the server is closing.
        """
        edition = self._edition
        while not edition.enter():
            if edition is self._edition:
                raise TooLongError("the server is closing")
            edition = self._edition
        try:
            yield edition
        finally:
            edition.leave()

    def follow(self) -> threading.Thread:
        """Look for newer snapshots in a thread of its own until `close`."""
        thread = threading.Thread(target=self._look, name="dragoman-follow", daemon=True)
        thread.start()
        return thread

    def is_behind(self) -> bool:
        """Whether the record has a newer snapshot than the one shown."""
        newest = snapshot.current(self.record)
        return newest is not None and newest.stem != self._edition.name

    def renew(self) -> None:
        """Show the newest snapshot: its index is made by another process, then it is swapped in.

        Does nothing where it is shown already.
        """
        with self._renewing:
            if self.is_behind():
                self._renew()

    def _renew(self) -> None:
        old = self._edition
        self._edition = self._opened(self._built())
        log.info("shows %s", self._edition.name)
        if old.path != self._edition.path:
            old.path.unlink(missing_ok=True)
        old.retire()

    def close(self) -> None:
        """Stop following and let go of the rooms."""
        self._closed.set()
        if self._builder is not None:
            self._builder.kill()
        self._edition.retire()
        if self._own is not None:
            self._own.cleanup()

    def _opened(self, path: Path) -> Edition:
        return Edition(path, self._names, title=self._title)

    def _look(self) -> None:
        while not self._closed.wait(LOOK_S if self.trouble is None else AGAIN_S):
            if self.is_behind():
                self._try(self.renew)

    def _try(self, renew: Callable[[], None]) -> None:
        try:
            renew()
            self.trouble = None
        except (DragomanError, OSError, sqlite3.Error) as error:
            if not self._closed.is_set():
                self.trouble = str(error)
                log.warning("still shows %s: %s", self._edition.name, error)

    def _built(self) -> Path:
        command = (sys.executable, "-P", "-m", "dragoman.web.indexing")
        self._builder = subprocess.Popen(
            [*command, str(self.record), str(self._folder)],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        out, talk = self._builder.communicate()
        if self._builder.returncode != 0:
            raise RecordError(talk.strip() or f"{self.record}: making the index was interrupted")
        return Path(out.strip())
