"""The day that a whole report is about: of its main event, as headline and lead tell it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dragoman.clean import clean
from dragoman.dates import DateRange
from dragoman.dates import day as one_day
from dragoman.model.event import When
from dragoman.model.report import RawReport, Report
from dragoman.model.text import ParsedReport, Sentence
from dragoman.resolve.times.choose import Calendar
from dragoman.resolve.times.clauses import SAYING, is_verb, root_of
from dragoman.run.reading import LANGUAGES, LONGEST, Reader

LEAD = 3
"""Sentences of the body in which news tells its main event's day: wire style puts it in the first;
a feature opens with a scene."""
NARROW_DAYS = 3
"""The widest range that still says on which day: longer ones tell of a stretch of time."""
NEWS_DAYS = 10
"""A day further from publication than this is not that of the news, but of its history."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MainDay:
    """The day of a report's main event.

    Attributes:
        range: the days, mostly one; None when nothing tells.
        words: the expression it was read from, None where there is none.
        sentence: the sentence that tells it, None where the day of publication stands in.
        published: the day of publication, as given or as the report itself tells it.
        why: in plain words.
    """

    range: DateRange | None
    words: str | None
    sentence: str | None
    published: dt.date | None
    why: str


def main_day(raw: RawReport, reader: Reader, *, today: dt.date | None = None) -> MainDay:
    """The day of the event that a report is about.

    Headline and lead are asked in turn for the day of their main clause; a date there that is near
    the day of publication is the answer. Where they tell none, the event is news of the day: the
    day of publication stands in, and `why` says so.

    Args:
        raw: the report as found; its day of publication may stand in its text or address.
        reader: with the parser.
        today: later days of publication are refused; None refuses none.
    """
    report, _ = clean(raw, today=today)
    if report is None:
        return _nothing(None, "there is no text to read")
    if (report.lang or LANGUAGES[0]) not in LANGUAGES or len(report.text) > LONGEST:
        return _published(report, "its text is not read")
    parsed = reader.parser.parse(report)
    calendar = Calendar(parsed)
    for sentence in _opening(parsed):
        for verb in _main_clauses(sentence):
            when = calendar.of_clause(sentence, verb)
            if when.words is not None and when.range is not None and _is_news(when.range, report):
                return _told(parsed, sentence, when, report)
    return _published(report, "headline and lead tell no day")


def _opening(parsed: ParsedReport) -> list[Sentence]:
    bodies = [sentence for sentence in parsed.sentences if not sentence.is_title]
    return [*(s for s in parsed.sentences if s.is_title), *bodies[:LEAD]]


def _main_clauses(sentence: Sentence) -> list[int]:
    """The clauses that tell the sentence's news: what is said comes before the saying of it."""
    root = root_of(sentence)
    beside = [kid.i for kid in sentence.kids(root, "ccomp", "parataxis", "conj") if is_verb(kid)]
    is_saying = sentence.tokens[root].lemma in SAYING
    return [*beside, root] if is_saying else [root, *beside]


def _is_news(days: DateRange, report: Report) -> bool:
    if days.first is None or days.last is None or days.width_days > NARROW_DAYS:
        return False
    if report.published is None or report.published_precision != "day":
        return True
    return days.gap_days(one_day(report.published)) <= NEWS_DAYS


def _told(parsed: ParsedReport, sentence: Sentence, when: When, report: Report) -> MainDay:
    where = "headline" if sentence.is_title else "lead"
    return MainDay(
        range=when.range, words=when.words, published=report.published,
        sentence=parsed.report.text[sentence.start : sentence.end],
        why=f"the {where} tells it, by {when.why}",
    )  # fmt: skip


def _published(report: Report, why: str) -> MainDay:
    if report.published is None:
        return _nothing(None, f"{why}, and the day of publication is not known")
    precision = report.published_precision or "day"
    if precision != "day":
        return _nothing(
            report.published, f"{why}, and of publication only the {precision} is known"
        )
    return MainDay(
        range=one_day(report.published), words=None, sentence=None, published=report.published,
        why=f"{why}: news is of the day of publication",
    )  # fmt: skip


def _nothing(published: dt.date | None, why: str) -> MainDay:
    return MainDay(range=None, words=None, sentence=None, published=published, why=why)
