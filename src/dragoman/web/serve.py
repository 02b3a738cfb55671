"""Runs the server: a socket of its own, one process, stopped by Ctrl-C or SIGTERM."""

from __future__ import annotations

import contextlib
import signal
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from dragoman.errors import DragomanError, UsageError
from dragoman.knowledge.load import load
from dragoman.store.store import Store
from dragoman.web import live, security
from dragoman.web.app import application
from dragoman.web.rooms import Rooms

HEAD_BYTES = 24 << 10
"""Bytes of a request's first line and headers."""

CONNECTIONS = 256
IDLE_S = 30
GOODBYE_S = 5
"""Connections at a time, seconds one may stay idle, seconds to finish what is under way."""

WAITING = 128


class ServeError(DragomanError):
    """The server cannot listen where it is told to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where to listen, and as whom.

    Attributes:
        host, port: of the socket; port 0: any that is free.
        names: host names, beside localhost and addresses, under which it is reached.
        title: the record's, on every page.
        log: whether each request is written to standard error.
    """

    host: str = "127.0.0.1"
    port: int = 8484
    names: frozenset[str] = frozenset()
    title: str
    log: bool = False


def serve(record: Path, settings: Settings, talk: Callable[[str], None]) -> None:
    """Serve the pages of a record until the process is told to stop.

    Args:
        record: its folder. settings: where to listen. talk: says things to people.

    Raises:
        RecordError: there is no record, or nothing to show in it yet.
        ServeError: the address is taken, or not of this machine.
    """
    with Store.open(record) as store:
        store.snapshot()
    listening = _listen(settings)
    talk(f"Making ready the pages of {record} ...")
    names = {row.id: row.name for row in load().states.values()}
    rooms = Rooms(record, names, title=settings.title)
    with contextlib.ExitStack() as stack:
        stack.callback(listening.close)
        stack.callback(rooms.close)
        rooms.follow()
        policy = security.Policy(host=settings.host, names=settings.names)
        app = application(
            rooms, policy, title=settings.title, pages=live.pages(record), handlers=live.handlers(),
            actions=live.actions(),
        )  # fmt: skip
        _announce(settings, listening, talk)
        _run(app, settings, listening)


def _announce(settings: Settings, listening: socket.socket, talk: Callable[[str], None]) -> None:
    host, port = settings.host, listening.getsockname()[1]
    shown = f"[{host}]" if ":" in host else host
    if not security.is_loopback(host):
        talk(
            f"WARNING: everyone who reaches this machine at {shown}:{port} can read this record, "
            "texts of reports too, and use its forms. There is no password and no encryption: "
            "put a proxy with both in front, or leave --host away."
        )
    talk(f"The pages: http://{shown}:{port}/  (Ctrl-C stops the server)")


def _listen(settings: Settings) -> socket.socket:
    """The socket, opened before anything long is done, so that a taken port is told at once."""
    if not 0 <= settings.port <= 65535:
        raise UsageError(f"--port {settings.port}: expected a number from 0 to 65535")
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family, backlog=WAITING)
    except OSError as error:
        raise ServeError(
            f"cannot listen on {settings.host}, port {settings.port}: {error.strerror or error}; "
            "stop what listens there, or give another --port or --host"
        ) from error


def _run(app: object, settings: Settings, listening: socket.socket) -> None:
    config = uvicorn.Config(
        app,  # type: ignore[arg-type]
        log_level="info" if settings.log else "warning",
        access_log=settings.log,
        lifespan="off",
        ws="none",
        proxy_headers=False,
        server_header=False,
        limit_concurrency=CONNECTIONS,
        timeout_keep_alive=IDLE_S,
        timeout_graceful_shutdown=GOODBYE_S,
        h11_max_incomplete_event_size=HEAD_BYTES,
    )
    # Uvicorn finishes what is under way, then raises the signal again: it ends the block above.
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with contextlib.suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listening])
    finally:
        signal.signal(signal.SIGTERM, before)
