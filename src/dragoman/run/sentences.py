"""Single texts, coded without a record: the reading half alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import Any

from dragoman.code.background import is_background
from dragoman.code.given import Given, best_between, locate
from dragoman.model.coding import Mention
from dragoman.model.event import Event, Party
from dragoman.model.ids import identifier, sha256
from dragoman.model.report import Report
from dragoman.model.text import ParsedReport
from dragoman.resolve.home import complete
from dragoman.resolve.resolved import group
from dragoman.run.booking import asserted, booked, dyads, located, news
from dragoman.run.engine import Job
from dragoman.run.reading import LONGEST, Reader, read_report
from dragoman.run.rows import day_fault, day_of, shape_fault
from dragoman.store.rows import Row, event_row

AHEAD = 32
"""Rows that are parsed together."""
CLEAR = 2.5
"""The fit of a telling to two given parties from which on no second opinion is asked.

Chosen, as `run.second.FIRM`, on the train part of PLV (bench/quality): from 1.5 to 3 little
changes.
"""
ASIDE = 0.5
"""By how much less sure a telling beside the news of its sentence is (`code.background`)."""
ONE_SIDED = frozenset({"no_actor", "no_recipient", "unsure"})
ANY_SIDED = ONE_SIDED | {"no_party"}
"""Reasons for which a record sets a telling aside, and single sentences do not."""
URI = "text"
"""What stands for the report's place in events of a text that has none."""


def events_of(text: str, published: dt.date | None = None, *, reader: Reader) -> list[Event]:
    """The tellings of one text, in text order. It is coded as it is: nothing is cleaned away."""
    return list(
        complete(read_report(as_report(text, published, URI), reader).events, reader.knowledge)
    )


@lru_cache(maxsize=1)
def shared_reader(job: Job) -> Reader:
    """A reader that is built once a process: for callers who code one text after another."""
    return Reader(job)


def code_rows(rows: Iterable[Any], job: Job) -> Iterator[Row]:
    """For each row, in order, its id and its events as rows of the contract.

    A row's events are booked as PLOVER books single sentences (see `run.booking`), and what names
    one side only is kept.

    Args:
        rows: {"id", "text", "published"?, "actor"?, "recipient"?}; what is no such row (an
            exception, a list, a row without a text) gives an `error` and no events. With parties
            given, as the text writes them, at most one event: what the first did to the second.
        job: how to read.

    Yields:
        {"id", "events"}, and "error" with a plain sentence where there are none for a reason.
    """
    stream = iter(rows)
    yield from code_batches(iter(lambda: list(islice(stream, AHEAD)), []), job)


def code_batches(batches: Iterable[Sequence[Any]], job: Job) -> Iterator[Row]:
    """`code_rows` for rows that come in batches: what has come is coded before more is asked for.

    Sentences that are parsed together cost half of what they cost one by one.
    """
    before = 0
    for batch in batches:
        reader = shared_reader(job)
        ids = [
            row.get("id", number) if isinstance(row, dict) else number
            for number, row in enumerate(batch, start=before + 1)
        ]
        before += len(batch)
        faults = [fault_of(row, today=job.today) for row in batch]
        parsed = reader.parser.parse_all(
            as_report(row["text"], day_of(row.get("published")), str(given))
            for given, row, fault in zip(ids, batch, faults, strict=True)
            if fault is None
        )
        for given, row, fault in zip(ids, batch, faults, strict=True):
            if fault is not None:
                yield {"id": given, "events": [], "error": fault}
            else:
                sides = row.get("actor"), row.get("recipient")
                told = _told(next(parsed), *sides, reader, only_news=job.news)
                yield {"id": given, "events": [event_row(event, None) for event in told]}


def _told(
    parsed: ParsedReport,
    actor: str | None,
    recipient: str | None,
    reader: Reader,
    *,
    only_news: bool,
) -> tuple[Event, ...]:
    if actor is None and recipient is None:
        return booked_events(parsed, reader, only_news=only_news)
    return _between(parsed, actor, recipient, reader)


def booked_events(
    parsed: ParsedReport, reader: Reader, *, only_news: bool = False
) -> tuple[Event, ...]:
    """Every telling of a text, booked as PLOVER books single sentences.

    `only_news` leaves out what is only possible or alleged, and what a sentence tells as the
    setting of its news.
    """
    mentions = list(reader.coder.code(parsed))
    if reader.second is not None:
        mentions += reader.second.of_report(parsed, mentions)
    kept = asserted(mentions)
    settings = [m for m in mentions if is_background(parsed.sentences[m.sentence], m.trigger_token)]
    aside = [*settings, *(m for m in mentions if m not in kept)]
    told = kept if only_news else mentions
    plans = [booked(mention, reader.knowledge) for mention in told]
    reading = reader.resolver.resolve(
        parsed, plans, coder=reader.name, keep=ONE_SIDED, context="open"
    )
    events = complete(located(reading.events, reader.knowledge), reader.knowledge)
    main = news(events, aside)
    if only_news:
        return tuple(dyads(main, reader.joint))
    first = {event.event_id for event in main}
    return tuple(dyads((e if e.event_id in first else _less(e) for e in events), reader.joint))


def _less(event: Event) -> Event:
    """A telling beside the news of its sentence: gold of one event a sentence seldom has it."""
    return replace(event, confidence=round(ASIDE * event.confidence, 3))


def _between(
    parsed: ParsedReport, actor: str | None, recipient: str | None, reader: Reader
) -> tuple[Event, ...]:
    """The one telling that is about the given parties; none where none is."""
    given = locate(parsed, actor, recipient)
    if given is None:
        return ()
    telling, fit = best_between(parsed, reader.coder.code(parsed), given)
    if reader.second is not None and fit < CLEAR:
        telling = reader.second.between(parsed, given, instead_of=telling) or telling
    if telling is None:
        return ()
    plan = booked(telling, reader.knowledge)
    reading = reader.resolver.resolve(
        parsed, [plan], coder=reader.name, keep=ANY_SIDED, context="given"
    )
    return tuple(_sided(event, given) for event in reading.events[:1])


def _sided(event: Event, given: Given) -> Event:
    """The event with the given parties on its sides, by their words where nothing else is known."""
    actors = _side(event.actors, given.actor)
    return replace(event, actors=actors, recipients=_side(event.recipients, given.recipient))


def _side(found: tuple[Party, ...], given: Mention | None) -> tuple[Party, ...]:
    if found or given is None:
        return found
    return (group(given.text, None, None, "the words that were given").party,)


def fault_of(row: Any, *, today: dt.date | None = None) -> str | None:
    """Why a row cannot be coded, in a plain sentence; None when it can.

    `today`: a row published after it has a fault, as one published before 1400; None: none has.
    """
    fault = shape_fault(row)
    if fault is not None:
        return fault
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        return 'no text: the key "text" must hold the words to code'
    if len(text) > LONGEST:
        return f"{len(text)} characters, more than {LONGEST}"
    for key in ("actor", "recipient"):
        if row.get(key) is not None and not isinstance(row[key], str):
            return f"{key} is not a string"
    return day_fault(row.get("published"), today)


def as_report(text: str, published: dt.date | None, uri: str) -> Report:
    """A single text as a report, unpaired surrogates replaced."""
    plain = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return Report(
        report_id=identifier("r", uri, plain), uri=uri, text=plain, sha256=sha256(plain),
        words=len(plain.split()), lang="en", published=published,
        published_from=None if published is None else "given",
        published_precision=None if published is None else "day",
    )  # fmt: skip
