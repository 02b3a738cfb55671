"""What event files want to know of the reports behind a batch of incidents."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.formats.chosen import Row, Told
from dragoman.store.store import Store

ENDS = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-ZÀ-ÖØ-Þ0-9])|\n\s*\n")
"""Where a sentence ends: a mark before a capital or a number, or a paragraph's end."""

KEPT = 50_000
"""Reports whose names are kept, for the next incidents that they tell: some 30 MB."""

KINDS = {"person": 0, "organisation": 1, "state": 2}

_TELLINGS = """
select report_id, place.name as place, list_concat(
    list_transform(actors, lambda one: [one.kind, one.name]),
    list_transform(recipients, lambda one: [one.kind, one.name]),
    list_transform(others, lambda one: [one.kind, one.name])
) as parties
from events where report_id in (select unnest(?)) order by report_id, "start", event_id
"""
_TEXTS = "select report_id, text from texts where report_id in (select unnest(?))"


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names in what one report tells, each once, in the order of the text."""

    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Company:
    """The reports of a batch.

    Attributes:
        names: of each report, by report_id; empty where they were not asked for.
        texts: the stored texts, likewise.
    """

    names: dict[str, Names] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    _ends: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, store: Store, batch: Iterable[Told], *, names: dict[str, Names] | None, texts: bool
    ) -> Company:
        """Look up what is asked for, each in one query.

        `names`: what earlier batches have found, and this one adds to; None: not asked for. It is
        emptied when it has grown large.
        """
        reports = sorted({report for told in batch for report in told.reports})
        if not reports:
            return cls()
        if names is not None:
            if len(names) > KEPT:
                names.clear()
            wanted = [report for report in reports if report not in names]
            names |= _names(store.sql(_TELLINGS, (wanted,))) if wanted else {}
        return cls(
            names=names or {},
            texts={row["report_id"]: row["text"] for row in store.sql(_TEXTS, (reports,))}
            if texts
            else {},
        )

    def sentence(self, report_id: str, start: int) -> int | None:
        """The number of the sentence at an offset of a stored text, from 1; None without it."""
        ends = self._ends.get(report_id)
        if ends is None:
            if report_id not in self.texts:
                return None
            ends = [match.end() for match in ENDS.finditer(self.texts[report_id])]
            self._ends[report_id] = ends
        return bisect_right(ends, start) + 1


def first_paragraph_end(text: str, title: str | None) -> int:
    """Where the first paragraph below the title ends; a telling before it is a lead."""
    start = len(title) if title and text.startswith(title) else 0
    end = text.find("\n\n", start + 2 if start else 0)
    return len(text) if end < 0 else end


def _names(rows: Iterable[Row]) -> dict[str, Names]:
    found: defaultdict[str, tuple[dict[str, None], ...]] = defaultdict(lambda: ({}, {}, {}))
    for row in rows:
        told = found[row["report_id"]]
        for kind, name in row["parties"]:
            if kind in KINDS and not name.islower():  # "ambassador", "wife": no name
                told[KINDS[kind]][name] = None
        if row["place"] is not None:
            told[KINDS["state"]][row["place"]] = None
    return {
        report: Names(people=tuple(people), organisations=tuple(bodies), places=tuple(places))
        for report, (people, bodies, places) in found.items()
    }
