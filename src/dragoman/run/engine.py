"""The Engine protocol: where the reading half runs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from dragoman.model.reading import ReportReading
from dragoman.model.report import RawReport


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """How reports are to be read; small and picklable, so it can be sent to any worker.

    `pipeline` is an installed spaCy pipeline, None the default one; `knowledge` a folder of
    knowledge files, None the shipped ones; `second` whether the second opinion is asked; `news`
    whether of single sentences only the news is told (`run.sentences`); `today` is the day after
    which no report can have been published, None: any day will do.
    """

    pipeline: str | None = None
    knowledge: Path | None = None
    second: bool = True
    news: bool = False
    today: dt.date | None = None


class Engine(Protocol):
    """Reads batches of raw reports; every engine gives the same readings."""

    def map(
        self, job: Job, batches: Iterable[Sequence[RawReport]]
    ) -> Iterator[tuple[ReportReading, ...]]:
        """For each batch, in order, one reading for each of its reports, in order.

        A report that cannot be read for any reason comes back as a rejection; it costs no other
        report. `batches` is consumed no faster than it is worked off.
        """
        ...
