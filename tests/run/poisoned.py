"""A worker whose reports can kill it: run as a script by the tests of the local engine."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence

from dragoman.errors import DragomanError
from dragoman.model.ids import sha256
from dragoman.model.reading import ReportReading
from dragoman.model.report import RawReport, Report
from dragoman.run import worker
from dragoman.run.engine import Job


class Reader:
    """Loads nothing; a job of the pipeline "missing" is refused, one of "broken" dies."""

    def __init__(self, job: Job) -> None:
        if job.pipeline == "missing":
            raise DragomanError("parser pipeline 'missing' is not installed")
        if job.pipeline == "broken":
            os._exit(3)


def code_shard(raws: Sequence[RawReport], reader: Reader) -> Iterator[ReportReading]:
    """The text as it is, or what the text says to do."""
    for raw in raws:
        act(raw.content)
        yield ReportReading(report=plain(raw))


def act(content: str) -> None:
    if content == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    elif content == "segfault":
        ctypes.string_at(0)
    elif content == "exit":
        os._exit(7)
    elif content == "hang":
        time.sleep(600)
    elif content == "spin":
        while True:
            pass


def plain(raw: RawReport) -> Report:
    """The report of a raw report, as this worker reads it."""
    return Report(
        report_id=raw.uri, uri=raw.uri, text=raw.content, sha256=sha256(raw.content),
        words=len(raw.content.split()),
    )  # fmt: skip


if __name__ == "__main__":
    worker.Reader = Reader  # type: ignore[misc,assignment]
    worker.code_shard = code_shard  # type: ignore[assignment]
    sys.exit(worker.main())
