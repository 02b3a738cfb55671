"""The engine of one machine: worker processes under a supervisor; for tests, this process.

Stock pools hang or lose work when one worker dies, so this is our own: it knows which reports each
worker holds, gives them a deadline, and when a worker dies or overstays, gives its reports to
others one by one; the report that does it again is set aside and the rest goes on.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import Any

from dragoman.errors import DragomanError
from dragoman.model.reading import ReportReading
from dragoman.model.report import RawReport
from dragoman.run import confine
from dragoman.run.engine import Job
from dragoman.run.reading import CHUNK, Reader, code_shard, set_aside

DEADLINE_S = 20.0
"""Seconds that one report, or one chunk of reports, may take."""

START_S = 300.0
"""Seconds a worker may take to load the parser: it takes 2, on a machine that is not overloaded."""

TRIES = 2
"""A report that has cost two workers their life is set aside."""

REPLACED_AFTER = 5_000
"""Reports after which a worker is replaced, so that nothing it leaks adds up."""


class InProcess:
    """Reads in this process, for tests and notebooks: no walls, no deadline, nothing to start.

    A report that crashes the parser takes the program with it. `build` takes it when asked to.
    """

    def map(
        self, job: Job, batches: Iterable[Sequence[RawReport]]
    ) -> Iterator[tuple[ReportReading, ...]]:
        """As `Engine.map`. A report that never ends is not cut off here."""
        reader: Reader | None = None
        for batch in batches:
            if batch:
                reader = reader or Reader(job)
            yield () if reader is None else tuple(code_shard(batch, reader))


class Workers:
    """Reads in `count` worker processes of this machine."""

    def __init__(
        self,
        count: int,
        *,
        deadline_s: float = DEADLINE_S,
        command: Sequence[str] = (sys.executable, "-P", "-m", "dragoman.run.worker"),
    ) -> None:
        self._count = count
        self._deadline_s = deadline_s
        # -P: a `json.py` in the folder where the user stands must not be imported.
        self._command = tuple(command)

    def map(
        self, job: Job, batches: Iterable[Sequence[RawReport]]
    ) -> Iterator[tuple[ReportReading, ...]]:
        """As `Engine.map`.

        Raises:
            DragomanError: a worker cannot start, with its reason.
        """
        supervisor = _Supervisor(job, self._count, self._deadline_s, self._command)
        try:
            yield from supervisor.run(iter(batches))
        finally:
            supervisor.stop()


@dataclass(slots=True)
class _Batch:
    """A batch under way: its readings so far, by place."""

    raws: Sequence[RawReport]
    readings: dict[int, ReportReading] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        return len(self.readings) == len(self.raws)


@dataclass(slots=True)
class _Chunk:
    """Places of a batch that one worker reads together; `tries`: workers it has cost so far."""

    batch: _Batch
    places: tuple[int, ...]
    tries: int = 0


class _Worker:
    """A worker process and what it holds."""

    def __init__(self, job: Job, command: tuple[str, ...]) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            self.process = subprocess.Popen(
                [*command, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                env=confine.environment(os.environ),
            )
        self.pipe: Any = Connection(ours.detach())
        self.chunk: _Chunk | None = None
        self.is_ready = False
        self.read = 0
        self.due = time.monotonic() + START_S
        self.send(job)

    def send(self, message: object) -> None:
        """Send, unless the process is gone: the next look at its pipe finds that out."""
        try:
            self.pipe.send(message)
        except OSError:
            return

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()
        self.pipe.close()


class _Supervisor:
    """Keeps the workers busy and gives the batches back in order."""

    def __init__(self, job: Job, count: int, deadline_s: float, command: tuple[str, ...]) -> None:
        self._job = job
        self._deadline_s = deadline_s
        self._command = command
        self._count = count
        self._workers: list[_Worker] = []
        self._todo: deque[_Chunk] = deque()
        self._open: deque[_Batch] = deque()

    def run(self, batches: Iterator[Sequence[RawReport]]) -> Iterator[tuple[ReportReading, ...]]:
        """Readings of each batch, in order."""
        more = True
        while more or self._open:
            while more and len(self._todo) < 2 * self._count:
                batch = next(batches, None)
                more = batch is not None
                if batch is not None:
                    self._take(_Batch(batch))
            while self._open and self._open[0].is_whole:
                whole = self._open.popleft()
                yield tuple(whole.readings[place] for place in range(len(whole.raws)))
            if self._open:
                self._hand_out()
                self._listen()

    def stop(self) -> None:
        """Kill every worker."""
        for worker in self._workers:
            worker.stop()
        self._workers.clear()

    def _take(self, batch: _Batch) -> None:
        self._open.append(batch)
        for at in range(0, len(batch.raws), CHUNK):
            places = tuple(range(at, min(at + CHUNK, len(batch.raws))))
            self._todo.append(_Chunk(batch, places))

    def _hand_out(self) -> None:
        while len(self._workers) < min(self._count, len(self._todo) + self._busy()):
            self._workers.append(_Worker(self._job, self._command))
        for worker in self._workers:
            if worker.is_ready and worker.chunk is None and self._todo:
                worker.chunk = self._todo.popleft()
                worker.due = time.monotonic() + self._deadline_s
                worker.send([worker.chunk.batch.raws[place] for place in worker.chunk.places])

    def _busy(self) -> int:
        return sum(worker.chunk is not None for worker in self._workers)

    def _listen(self) -> None:
        """Wait for an answer, a death or a deadline, and deal with it."""
        waited_for = [w for w in self._workers if w.chunk is not None or not w.is_ready]
        patience = max(0.0, min(w.due for w in waited_for) - time.monotonic())
        answered = wait([worker.pipe for worker in waited_for], timeout=patience)
        for worker in waited_for:
            if worker.pipe in answered:
                self._hear(worker)
            elif time.monotonic() >= worker.due:
                self._lose(worker, "timeout", f"Not read within {self._deadline_s:g} seconds.")

    def _hear(self, worker: _Worker) -> None:
        try:
            kind, content = worker.pipe.recv()
        except (EOFError, OSError):
            code = worker.process.wait()
            how = f"signal {-code}" if code < 0 else f"exit code {code}"
            self._lose(worker, "crash", f"The worker that read it died ({how}).")
            return
        if kind == "refused":
            raise DragomanError(content)
        if kind == "ready":
            worker.is_ready = True
            return
        chunk, worker.chunk = worker.chunk, None
        assert chunk is not None  # only what was handed out is answered
        chunk.batch.readings.update(zip(chunk.places, content, strict=True))
        worker.read += len(chunk.places)
        if worker.read >= REPLACED_AFTER:
            self._dismiss(worker)

    def _dismiss(self, worker: _Worker) -> None:
        worker.stop()
        self._workers.remove(worker)

    def _lose(self, worker: _Worker, reason: str, detail: str) -> None:
        """Put an end to a worker; its reports are tried again alone, or set aside at last."""
        chunk = worker.chunk
        self._dismiss(worker)
        if chunk is None:
            raise DragomanError(
                f"a worker process could not start: {detail} Free some memory or give it fewer "
                "workers (`--workers 1`); `dragoman doctor` says whether the parser loads"
            )
        tries = chunk.tries + 1
        if len(chunk.places) == 1 and tries >= TRIES:
            place = chunk.places[0]
            chunk.batch.readings[place] = set_aside(chunk.batch.raws[place], reason, detail)
            return
        alone = [_Chunk(chunk.batch, (place,), tries) for place in chunk.places]
        self._todo.extendleft(reversed(alone))
