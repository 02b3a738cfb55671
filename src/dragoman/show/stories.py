"""The stories of a record as a view: which reports cover one ongoing happening."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

from dragoman.link.backdrop import Article
from dragoman.link.stories import stories as group
from dragoman.model.sources import publisher_key
from dragoman.model.words import content_words, likeness, rarity
from dragoman.show.filters import Filters, parties
from dragoman.show.views import ANY, LATE, Column, Row, View
from dragoman.store.store import Store

KEYS = (
    "story_id", "title", "date_start", "date_end", "reports", "independent_sources", "report_ids",
    "uris", "parties",
)  # fmt: skip
MAIN = 5
"""Parties that a story names."""
HEADLINES = 60
"""Headlines, the first ones, among which the one that stands best for a story is sought."""


def stories(store: Store, filters: Filters = ANY) -> View:
    """Stories in order of their first day, those without a date last.

    Rows are {story_id, title, date_start, date_end, reports, independent_sources, report_ids,
    uris, parties}: days of publication; parties as {party_id, name, reports}, those that most
    reports tell of.
    """
    reports = store.rows("reports")
    events = defaultdict(list)
    for event in store.rows("events"):
        events[event["report_id"]].append(event)
    texts = {row["report_id"]: row["text"] for row in store.rows("texts")}
    ids = group([_article(row, texts.get(row["report_id"], "")) for row in reports])
    known = {row["report_id"]: row for row in reports}
    members: defaultdict[str, list[Row]] = defaultdict(list)
    for story_id, row in zip(ids, reports, strict=True):
        members[story_id].append(row)
    rows = [
        _row(story_id, sorted(told, key=_by_day), events, known)
        for story_id, told in members.items()
        if _is_asked(filters, told, events)
    ]
    rows = [row for row in rows if filters.take_days(row["date_start"], row["date_end"])]
    rows.sort(key=lambda row: (row["date_start"] or LATE, row["story_id"]))
    columns = (
        Column(title="First"),
        Column(title="Last", spare=True),
        Column(title="Story", long=True),
        Column(title="Parties", spare=True),
        Column(title="Reports"),
        Column(title="Sources"),
    )
    return View(
        name="stories", columns=columns, lines=tuple(map(_line, rows)), rows=tuple(rows), keys=KEYS
    )


def _line(row: Row) -> tuple[str, ...]:
    return (
        _day(row["date_start"]), _day(row["date_end"]), row["title"] or row["uris"][0],
        ", ".join(party["name"] for party in row["parties"][:3]), str(row["reports"]),
        str(row["independent_sources"]),
    )  # fmt: skip


def _day(day: dt.date | None) -> str:
    return "?" if day is None else day.isoformat()


def _article(row: Row, text: str) -> Article:
    title = row["title"] or ""
    is_day = row["published"] is not None and row["published_precision"] in (None, "day")
    return Article(
        id=row["report_id"], title=title, text=text.removeprefix(title),
        published=row["published"].toordinal() if is_day else None,
    )  # fmt: skip


def _by_day(row: Row) -> tuple[dt.date, str, str]:
    return row["published"] or LATE, row["uri"], row["report_id"]


def _is_asked(filters: Filters, told: Sequence[Row], events: Mapping[str, list[Row]]) -> bool:
    """Whether a report of a story is the one asked for, and one tells of the act and party."""
    if not any(filters.take_report(row["report_id"], row["uri"]) for row in told):
        return False
    if filters.act is None and filters.party is None:
        return True
    asked = Filters(act=filters.act, party=filters.party, state=filters.state)
    return any(asked.take_telling(event) for row in told for event in events[row["report_id"]])


def _row(
    story_id: str, told: Sequence[Row], events: Mapping[str, list[Row]], known: Mapping[str, Row]
) -> Row:
    days = [row["published"] for row in told if row["published"] is not None]
    return {
        "story_id": story_id,
        "title": best_headline(row["title"] for row in told if row["title"]),
        "date_start": min(days, default=None),
        "date_end": max(days, default=None),
        "reports": len(told),
        "independent_sources": len({_source(row, known) for row in told}),
        "report_ids": [row["report_id"] for row in told],
        "uris": [row["uri"] for row in told],
        "parties": _main_parties(told, events),
    }


def _source(row: Row, known: Mapping[str, Row]) -> str:
    """Who stands behind a report: the publisher of what it copies, where it is known."""
    original = known.get(row["duplicate_of"] or "", row)
    return publisher_key(original["publisher"] or "") or str(original["report_id"])


def best_headline(titles: Iterable[str]) -> str | None:
    """The headline most like all the others; of equals the first; None where there is none."""
    tried = list(islice(titles, HEADLINES))
    words = [content_words(title) for title in tried]
    weights = rarity(words)
    standing = [sum(likeness(one, other, weights) for other in words) for one in words]
    return max(zip(standing, range(0, -len(tried), -1), tried, strict=True), default=(0, 0, None))[
        2
    ]


def _main_parties(told: Sequence[Row], events: Mapping[str, list[Row]]) -> list[dict[str, Any]]:
    """Who takes part by most reports, each report counted once."""
    tellers: defaultdict[str, set[str]] = defaultdict(set)
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in told:
        for event in events[row["report_id"]]:
            for party in parties(event):
                if not party["name"][:1].isupper():  # a common noun: "officials"
                    continue
                tellers[party["party_id"]].add(row["report_id"])
                names[party["party_id"]][party["name"]] += 1
    order = sorted(tellers, key=lambda party: (-len(tellers[party]), party))
    return [
        {
            "party_id": party,
            "name": min(names[party], key=lambda name: (-names[party][name], name)),
            "reports": len(tellers[party]),
        }
        for party in order[:MAIN]
    ]
