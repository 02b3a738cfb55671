"""One writer at a time: a lock that the operating system releases when the process ends."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dragoman.errors import RecordLockedError

NAME = "lock"


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Hold the write lock of a record folder for the length of the block.

    The file stays behind: it says who wrote last, and only the lock on it counts.

    Raises:
        RecordLockedError: another process holds it; the error names that process.
    """
    descriptor = os.open(folder / NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise RecordLockedError(str(folder), _holder(descriptor)) from error
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(descriptor)


def _holder(descriptor: int) -> str:
    return os.pread(descriptor, 32, 0).decode("ascii", "replace").strip() or "unknown"
