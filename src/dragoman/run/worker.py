"""A worker process: `python -m dragoman.run.worker DESCRIPTOR`, started by `run.local` alone.

It gets a Job and then chunks of raw reports over a socket, and answers each chunk with its
readings. It is a process of its own so that a report that crashes it or never ends costs only
itself.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterable, Sequence
from multiprocessing.connection import Connection
from typing import Any

from dragoman.errors import DragomanError
from dragoman.model.reading import ReportReading
from dragoman.model.report import RawReport
from dragoman.run import confine
from dragoman.run.engine import Job

Reads = Callable[[Sequence[RawReport]], Iterable[ReportReading]]


def serve(connection: Any, load: Callable[[Job], Reads]) -> None:
    """Answer chunks until the other side hangs up; `load` makes of a job what reads them."""
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        try:
            reads = load(connection.recv())
        except DragomanError as error:
            connection.send(("refused", str(error)))
            return
        confine.finish()
        connection.send(("ready", None))
        while True:
            connection.send(("done", tuple(reads(connection.recv()))))


def reads(job: Job) -> Reads:
    """The reading half: cleaner, parser, coder and resolver, loaded behind the first walls."""
    from dragoman.run.reading import Reader, code_shard

    reader = Reader(job)
    return lambda raws: code_shard(raws, reader)


def main(load: Callable[[Job], Reads] = reads) -> None:
    """Serve the socket whose descriptor is the first argument."""
    confine.begin()
    serve(Connection(int(sys.argv[1])), load)


if __name__ == "__main__":
    main()
