"""An Atom feed (RFC 4287) of incidents and disagreements, the newest first.

No clock is read: an entry is `updated` on the newest publication day among its reports, so a later
report on an old incident brings it up again, and the same record gives the same bytes.
"""

from __future__ import annotations

import datetime as dt
import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman import __version__
from dragoman.errors import UsageError
from dragoman.formats import accounts
from dragoman.formats.accounts import Accounts
from dragoman.formats.chosen import Chosen, Row, Told
from dragoman.formats.escapes import markup
from dragoman.formats.prose import body, disagreement, headline, sentence
from dragoman.formats.registry import File, Format, Settings
from dragoman.formats.tags import tag
from dragoman.model.ids import identifier
from dragoman.show import wording
from dragoman.store.store import Store

ENTRIES = 100
"""Entries of a feed; older ones are cut."""
TITLE = "Incidents"
"""The title of a feed that was given none."""
Stamp = str
"""An instant of RFC 3339, "2025-11-04T00:00:00Z"; texts of one length, so they sort by time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry; `title` and `summary` plain text, `html` escaped HTML, `terms` its categories."""

    id: str
    title: str
    updated: Stamp
    published: Stamp | None
    summary: str
    html: str
    link: str | None
    terms: tuple[str, ...]


@dataclass
class _Feed:
    chosen: Chosen
    settings: Settings
    undated: int = 0
    cut: int = 0
    written: int = 0

    def content(self) -> Iterator[str]:
        found = 0

        def counted() -> Iterator[Entry]:
            nonlocal found
            for entry in self._entries():
                found += 1
                yield entry

        newest = heapq.nlargest(ENTRIES, counted(), key=lambda one: (one.updated, one.id))
        self.written, self.cut = len(newest), found - len(newest)
        yield _head(self.settings.title, newest, self.chosen.store)
        for entry in newest:
            yield _xml(entry)
        yield "</feed>\n"

    def count(self) -> int:
        return self.written

    def notes(self) -> list[str]:
        out = []
        if self.cut:
            out.append(f"The newest {self.written} entries; {self.cut} older ones left out.")
        if self.undated:
            left = wording.count(self.undated, "entry", "entries")
            out.append(f"{left} left out: no report of theirs has a day, and a feed needs one.")
        return out

    def _entries(self) -> Iterator[Entry]:
        tellers = Accounts(self.chosen.store)
        conflicts: dict[str, Row] = {}
        written: dict[str, Row] = {}
        for told in self.chosen.told():
            conflicts.update((row["conflict_id"], row) for row in told.conflicts)
            entry = _incident(told, tellers)
            if entry is None:
                self.undated += 1
                continue
            written[told.incident["incident_id"]] = told.incident
            yield entry
        for row in conflicts.values():
            one = _conflict(row, self.chosen.store)
            self.undated += one is None
            if one is not None:
                yield one
        yield from _merged(self.chosen.store, written)


def _incident(told: Told, tellers: Accounts) -> Entry | None:
    updated = accounts.revised(told)
    if updated is None:
        return None
    row = told.incident
    days = [one["published"] for one in told.reports.values() if one["published"] is not None]
    countries = sorted({one["country"] for one in (*row["actors"], *row["recipients"])} - {None})
    return Entry(
        id=tag(row["incident_id"]),
        title=headline(row),
        updated=_stamp(updated),
        published=_stamp(min(days)),
        summary=sentence(row),
        html=body(told, tellers.of(told)),
        link=accounts.first_link(told),
        terms=(row["act"], *countries),
    )


def _conflict(row: Row, store: Store) -> Entry | None:
    names = sorted({report for reading in row["readings"] for report in reading["reports"]})
    query = "select published from reports where list_contains(?, report_id)"
    days = [one["published"] for one in store.sql(query, (names,)) if one["published"] is not None]
    if not days:
        return None
    return Entry(
        id=tag(row["conflict_id"]),
        title=f"Disagreement: {row['about']}",
        updated=_stamp(max(days)),
        published=None,
        summary=row["why"],
        html="".join(disagreement(row)),
        link=None,
        terms=("disagreement", row["kind"]),
    )


def _merged(store: Store, written: dict[str, Row]) -> Iterator[Entry]:
    """A note under the id of each incident that a person merged into one of the feed.

    An incident keeps the id of its first telling; the other ids of a merger stay known to readers.
    """
    rulings = (
        "select * from judgements where ruling = 'merge' and holds order by \"at\", judgement_id"
    )
    noted = set[str]()
    for ruling in store.sql(rulings):
        for old in ruling["about"]:
            now = store.incident_now(old)
            if now not in written or now == old or old in noted or old in ruling["events"]:
                continue
            noted.add(old)
            kept = written[now]
            said = f"Merged by {ruling['by']} with: {sentence(kept)}"
            yield Entry(
                id=tag(old), title=f"Merged: {headline(kept)}", updated=_instant(ruling["at"]),
                published=None, summary=said, html=f"<p>{markup(said)}</p>", link=None,
                terms=("merged",),
            )  # fmt: skip


def _stamp(day: dt.date) -> Stamp:
    return f"{day.isoformat()}T00:00:00Z"


def _instant(text: str) -> Stamp:
    at = dt.datetime.fromisoformat(text)
    at = at if at.tzinfo is not None else at.replace(tzinfo=dt.UTC)
    return at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _head(title: str | None, entries: Iterable[Entry], store: Store) -> str:
    """The head of the feed; a feed without entries is as new as the record's newest report."""
    updated = max((entry.updated for entry in entries), default=None)
    if updated is None:
        newest = store.sql("select max(published) as day from reports")[0]["day"]
        if newest is None:
            raise UsageError(
                "atom: no report of the record has a day of publication, and a feed needs one; "
                "read the reports again with their dates, or export another format"
            )
        updated = _stamp(newest)
    name = title or TITLE
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<id>{markup(tag(identifier('feed-', name)))}</id>\n"
        f"<title>{markup(name)}</title>\n<updated>{updated}</updated>\n"
        "<author><name>dragoman</name></author>\n"
        f'<generator version="{markup(__version__)}">dragoman</generator>\n'
    )


def _xml(entry: Entry) -> str:
    lines = [
        "<entry>",
        f"<id>{markup(entry.id)}</id>",
        f"<title>{markup(entry.title)}</title>",
        f"<updated>{entry.updated}</updated>",
    ]
    if entry.published is not None:
        lines.append(f"<published>{entry.published}</published>")
    if entry.link is not None:
        lines.append(f'<link rel="alternate" href="{markup(entry.link)}"/>')
    lines += [f'<category term="{markup(term)}"/>' for term in entry.terms]
    lines += [
        f"<summary>{markup(entry.summary)}</summary>",
        f'<content type="html">{markup(entry.html)}</content>',
        "</entry>\n",
    ]
    return "\n".join(lines)


def _files(chosen: Chosen, settings: Settings) -> Iterator[File]:
    feed = _Feed(chosen, settings)
    yield File(
        name="feed.atom", about="An entry an incident and a disagreement, the newest first.",
        content=feed.content(), count=feed.count, notes=feed.notes,
    )  # fmt: skip


ATOM = Format(
    name="atom", about="Atom: a feed to watch a record by", files=_files, takes=("title",)
)
