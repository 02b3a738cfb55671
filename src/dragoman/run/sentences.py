"""Single texts, coded without a record: the reading half alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from dragoman.model.event import Event, Party
from dragoman.model.ids import identifier, sha256
from dragoman.model.report import Report
from dragoman.resolve.home import complete
from dragoman.run.booking import booked, dyads
from dragoman.run.engine import Job
from dragoman.run.reading import LONGEST, Reader, read_report
from dragoman.store.rows import Row, event_row

URI = "text"
"""What stands for the report's place in events of a text that has none."""


def events_of(text: str, published: dt.date | None = None, *, reader: Reader) -> list[Event]:
    """The tellings of one text, in text order. It is coded as it is: nothing is cleaned away."""
    return list(
        complete(read_report(_report(text, published, URI), reader).events, reader.knowledge)
    )


@lru_cache(maxsize=1)
def shared_reader(job: Job) -> Reader:
    """A reader that is built once a process: for callers who code one text after another."""
    return Reader(job)


def code_rows(rows: Iterable[Any], job: Job) -> Iterator[Row]:
    """For each row, in order, its id and its events as rows of the contract.

    Args:
        rows: {"id", "text", "published"?, "actor"?, "recipient"?}; what is no such row (an
            exception, a list, a row without a text) gives an `error` and no events. With parties
            given, as the text writes them, at most one event: what the first did to the second.
        job: how to read.

    Yields:
        {"id", "events"}, and "error" with a plain sentence where there are none for a reason.
    """
    reader: Reader | None = None
    for number, row in enumerate(rows, start=1):
        reader = reader or Reader(job)
        given = row.get("id", number) if isinstance(row, dict) else number
        fault = _fault(row)
        if fault is not None:
            yield {"id": given, "events": [], "error": fault}
            continue
        uri = str(given)
        report = _report(row["text"], _day(row.get("published")), uri)
        reading = read_report(report, reader, one_sided=True)
        told = booked(complete(reading.events, reader.knowledge), reader.knowledge)
        if row.get("actor") is not None or row.get("recipient") is not None:
            told = _between(told, row.get("actor"), row.get("recipient"))
        yield {"id": given, "events": [event_row(event, None) for event in dyads(told)]}


def _between(
    events: Sequence[Event], actor: str | None, recipient: str | None
) -> tuple[Event, ...]:
    """The one event that best fits the given parties; none when no event names what is given."""
    ranked = []
    for place, event in enumerate(events):
        sides = [
            _names(event.actors),
            _names((*event.recipients, *(o.party for o in event.others))),
        ]
        if not event.recipients:
            sides[1] |= sides[0]
        fits = sum(
            words is None or any(_agree(words, name) for name in side)
            for words, side in zip((actor, recipient), sides, strict=True)
        )
        quoted = all(words is None or words in event.quote for words in (actor, recipient))
        if fits == 2 or (fits == 1 and quoted):
            ranked.append((-fits, -event.confidence, place))
    return tuple(events[place] for _, _, place in sorted(ranked)[:1])


def _names(parties: Iterable[Party]) -> set[str]:
    return {name.casefold() for party in parties for name in (party.name, party.name_raw)}


def _agree(words: str, name: str) -> bool:
    """Whether one of two names stands in the other: "Mexico" in "the government of Mexico"."""
    given = words.casefold()
    return bool(given and name) and (given in name or name in given)


def _fault(row: Any) -> str | None:
    if isinstance(row, Exception):
        return f"not JSON: {row}"
    if not isinstance(row, dict):
        return "not a JSON object"
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        return 'no text: the key "text" must hold the words to code'
    if len(text) > LONGEST:
        return f"{len(text)} characters, more than {LONGEST}"
    for key in ("actor", "recipient"):
        if row.get(key) is not None and not isinstance(row[key], str):
            return f"{key} is not a string"
    if row.get("published") is not None and _day(row["published"]) is None:
        return f"published {row['published']!r} is not a day; write it as 2025-11-05"
    return None


def _day(value: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def _report(text: str, published: dt.date | None, uri: str) -> Report:
    plain = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return Report(
        report_id=identifier("r", uri, plain), uri=uri, text=plain, sha256=sha256(plain),
        words=len(plain.split()), lang="en", published=published,
        published_from=None if published is None else "given",
        published_precision=None if published is None else "day",
    )  # fmt: skip
