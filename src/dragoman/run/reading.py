"""The reading half: one report at a time, a pure function of report, knowledge and coder.

    clean -> parse -> code -> resolve

Nothing here looks at two reports at once or at the record, so it runs on any engine with the same
result.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.clean import clean
from dragoman.code.rules import RulesCoder
from dragoman.errors import DragomanError
from dragoman.knowledge.load import load
from dragoman.knowledge.tables import Knowledge
from dragoman.model.reading import ReportReading
from dragoman.model.report import RawReport, Rejection, Report
from dragoman.model.text import ParsedReport
from dragoman.parse.grammar import Parser
from dragoman.resolve.events import Resolver
from dragoman.run.engine import Job
from dragoman.run.second import Second

LANGUAGES = ("en",)
"""Languages that are coded; a report in another is kept, dated and shown."""

LONGEST = 200_000
"""Characters of a report that is still coded: 33,000 words, far beyond any news report."""

CHUNK = 16
"""Reports parsed together: larger chunks are no faster, smaller ones are."""

logger = logging.getLogger(__name__)


class Reader:
    """What the reading half needs, built once for each process: knowledge, parser, coder."""

    def __init__(self, job: Job) -> None:
        self.knowledge: Knowledge = load(job.knowledge)
        self.parser = Parser.knowing(self.knowledge, job.pipeline)
        self.coder = RulesCoder(self.knowledge)
        self.name = f"{self.coder.name}@{self.coder.version}"
        self.second = Second(self.knowledge, self.coder) if job.second else None
        self.resolver = Resolver(self.knowledge)
        self.today = job.today


def code_shard(raws: Sequence[RawReport], reader: Reader) -> Iterator[ReportReading]:
    """One reading for each raw report, in order; a report that breaks a stage is set aside alone.

    This is the one place that catches every exception: the input is other people's bytes, and one
    bad report must cost one report.
    """
    for at in range(0, len(raws), CHUNK):
        chunk = raws[at : at + CHUNK]
        try:
            yield from list(_read(chunk, reader))
        except DragomanError:
            raise
        except Exception as error:
            if len(chunk) > 1:
                for raw in chunk:
                    yield from code_shard([raw], reader)
            else:
                logger.debug("%s: set aside", chunk[0].uri, exc_info=error)
                yield set_aside(chunk[0], *_blame(error))


def set_aside(raw: RawReport, reason: str, detail: str) -> ReportReading:
    """The reading of a report that could not be read."""
    rejection = Rejection(stage="run", uri=raw.uri, reason=reason, detail=detail)
    return ReportReading(report=None, rejections=(rejection,))


def _read(raws: Sequence[RawReport], reader: Reader) -> Iterator[ReportReading]:
    cleaned = [clean(raw, today=reader.today) for raw in raws]
    why_not = [None if report is None else _why_not_coded(report) for report, _ in cleaned]
    parsed = reader.parser.parse_all(
        report
        for (report, _), why in zip(cleaned, why_not, strict=True)
        if report is not None and why is None
    )
    for (report, rejections), why in zip(cleaned, why_not, strict=True):
        if report is None or why is not None:
            noted = rejections if why is None else (*rejections, why)
            yield ReportReading(report=report, rejections=noted)
            continue
        reading = _told(next(parsed), reader)
        yield replace(reading, rejections=(*rejections, *reading.rejections))


def read_report(report: Report, reader: Reader) -> ReportReading:
    """The reading of one clean report."""
    return _told(reader.parser.parse(report), reader)


def _told(parsed: ParsedReport, reader: Reader) -> ReportReading:
    mentions = reader.coder.code(parsed)
    return reader.resolver.resolve(parsed, mentions, coder=reader.name)


def _why_not_coded(report: Report) -> Rejection | None:
    if report.lang is not None and report.lang not in LANGUAGES:
        reason, detail = "other_language", f"In {report.lang}, not English: kept, not coded."
    elif len(report.text) > LONGEST:
        reason = "too_long"
        detail = f"{len(report.text)} characters, more than {LONGEST}: kept, not coded."
    else:
        return None
    return Rejection(
        stage="code", uri=report.uri, report_id=report.report_id, reason=reason, detail=detail
    )


def _blame(error: Exception) -> tuple[str, str]:
    """The reason and the plain sentence for an exception: its kind and where it came from."""
    if isinstance(error, MemoryError):
        return "memory", "Reading it took more memory than a worker may have."
    trace, place = error.__traceback__, "?"
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "")
        if module.startswith("dragoman."):
            place = f"{module.removeprefix('dragoman.')}.{trace.tb_frame.f_code.co_name}"
        trace = trace.tb_next
    return "crash", f"{type(error).__name__} in {place}: a fault of dragoman; please report it."
