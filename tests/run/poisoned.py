"""A worker whose reports can kill it: run as a script by the tests of the local engine."""

from __future__ import annotations

import ctypes
import os
import re
import resource
import signal
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from dragoman.errors import DragomanError
from dragoman.model.ids import sha256
from dragoman.model.reading import ReportReading
from dragoman.model.report import RawReport, Report
from dragoman.run import worker
from dragoman.run.engine import Job

POISONS = {
    "segfault": "crash", "abort": "crash", "loop in C": "timeout", "loop": "timeout",
    "memory": "memory", "exit": "crash", "recursion": "crash",
}  # fmt: skip
"""Texts that do what they say to the worker that reads them, and what becomes of each."""


def load(job: Job) -> worker.Reads:
    """Loads nothing; a job of the pipeline "missing" is refused, one of "broken" dies.

    One of "whole" reads through the reading half's own guard.
    """
    if job.pipeline == "missing":
        raise DragomanError("parser pipeline 'missing' is not installed")
    if job.pipeline == "broken":
        os._exit(3)
    if job.pipeline == "whole":
        from dragoman.run import reading

        reading._read = lambda raws, reader: code_shard(raws)
        return lambda raws: reading.code_shard(raws, None)  # type: ignore[arg-type]
    return code_shard


def code_shard(raws: Sequence[RawReport]) -> Iterator[ReportReading]:
    """The text as it is, or what the text says to do."""
    for raw in raws:
        yield ReportReading(report=plain(raw, act(raw.content)))


def act(content: str) -> str:
    """Do what the text says, or tell what it asks; else the text itself."""
    if content in DOINGS:
        DOINGS[content]()
    return TOLD[content]() if content in TOLD else content


def spin() -> None:
    while True:
        pass


def grow() -> None:
    held = []
    while True:
        held.append(bytearray(1 << 26))


def deepen() -> None:
    deepen()


DOINGS: dict[str, Callable[[], object]] = {
    "segfault": lambda: ctypes.string_at(0),
    "abort": os.abort,
    "loop in C": lambda: re.match("(a+)+$", "a" * 64 + "b"),
    "loop": spin,
    "memory": grow,
    "exit": lambda: os._exit(7),
    "recursion": deepen,
    "killed": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "hang": lambda: time.sleep(600),
}


def write() -> str:
    try:
        Path("written.txt").write_text("x", encoding="utf-8")
    except OSError as error:
        return type(error).__name__ + f" {error.errno}"
    return "written"


def call() -> str:
    """What comes of a call to the address in the environment."""
    try:
        socket.create_connection(("127.0.0.1", int(os.environ["DECOY"])), timeout=5).close()
    except OSError as error:
        return f"refused {error.errno}"
    return "answered"


def status(name: str) -> str:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(line.split()[1] for line in lines if line.startswith(name))


TOLD: dict[str, Callable[[], str]] = {
    "write": write,
    "call": call,
    "rights": lambda: status("NoNewPrivs"),
    "core": lambda: str(resource.getrlimit(resource.RLIMIT_CORE)),
    "names": lambda: " ".join(sorted(os.environ)),
    "network": lambda: os.readlink("/proc/self/ns/net"),
    "user": lambda: str(os.geteuid()),
}


def plain(raw: RawReport, text: str) -> Report:
    """The report of a raw report, as this worker reads it."""
    return Report(
        report_id=raw.uri, uri=raw.uri, text=text, sha256=sha256(text), words=len(text.split())
    )


if __name__ == "__main__":
    worker.main(load)
