"""A worker process: `python -m dragoman.run.worker DESCRIPTOR`, started by `run.local` alone.

It gets a Job and then chunks of raw reports over a socket, and answers each chunk with its
readings. It is a process of its own so that a report that crashes it or never ends costs only
itself.
"""

from __future__ import annotations

import contextlib
import ctypes
import resource
import signal
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from dragoman.errors import DragomanError
from dragoman.run.reading import Reader, code_shard

EXTRA_BYTES = 1 << 30
"""Memory a worker may take beyond its size when ready."""

_PR_SET_PDEATHSIG = 1


def serve(connection: Any) -> None:
    """Answer chunks until the other side hangs up."""
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        try:
            reader = Reader(connection.recv())
        except DragomanError as error:
            connection.send(("refused", str(error)))
            return
        limit_memory()
        connection.send(("ready", None))
        while True:
            connection.send(("done", tuple(code_shard(connection.recv(), reader))))


def limit_memory() -> None:
    """Cap this process's memory at what it holds now and `EXTRA_BYTES`; Linux only."""
    sizes = Path("/proc/self/statm")
    if sizes.exists():
        now = int(sizes.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (now + EXTRA_BYTES, now + EXTRA_BYTES))


def main() -> None:
    """Serve the socket whose descriptor is the first argument."""
    # The terminal's Ctrl-C goes to every process of the group: stopping is the parent's business.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    serve(Connection(int(sys.argv[1])))


if __name__ == "__main__":
    main()
