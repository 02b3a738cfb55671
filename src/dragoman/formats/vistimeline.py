"""vis-timeline: items, lanes by family of acts, and relations behind them.

Source: visjs.github.io/vis-timeline, "Data format".
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.dates import DAY
from dragoman.formats.chosen import Chosen, Told
from dragoman.formats.days import outer
from dragoman.formats.eras import FAMILIES, Era, Extent, eras
from dragoman.formats.escapes import markup
from dragoman.formats.jsons import Node, known, listed
from dragoman.formats.prose import headline, sentence
from dragoman.formats.registry import File, Format, Settings
from dragoman.show import wording
from dragoman.store.export import json_text

OTHER = "Other acts"
"""The lane of what has no quad class; its id is 0."""


@dataclass
class _Items:
    chosen: Chosen
    extent: Extent = field(default_factory=Extent)
    written: int = 0
    undated: int = 0

    def content(self) -> Iterator[str]:
        lanes: list[Node] = [{"id": lane, "content": name} for lane, name in FAMILIES.items()]
        yield f'{{"groups": {json_text([*lanes, {"id": 0, "content": OTHER}])},\n"items": '
        yield from listed(self._items())
        yield "}\n"

    def count(self) -> int:
        return self.written

    def notes(self) -> list[str]:
        left = wording.count(self.undated, "incident")
        return [f"{left} without a date left out."] if self.undated else []

    def _items(self) -> Iterator[Node]:
        for told in self.chosen.told():
            days = outer(told.incident)
            if days is None:
                self.undated += 1
                continue
            self.extent.add(told)
            self.written += 1
            yield _item(told, *days)
        for number, era in enumerate(eras(self.chosen, self.extent)):
            yield _background(era, number)


def _item(told: Told, first: dt.date, last: dt.date) -> Node:
    incident = told.incident
    lane = incident["quad_class"] if incident["quad_class"] in FAMILIES else 0
    sources = wording.count(incident["independent_sources"], "independent source")
    disputed = " disputed" if told.conflicts else ""
    return known({
        "id": incident["incident_id"],
        "content": markup(headline(incident)),
        "title": markup(f"{sentence(incident)} {sources}."),
        "start": first.isoformat(),
        # An item ends before its end: the day after the last.
        "end": _after(last) if first != last else None,
        "type": "point" if first == last else "range",
        "group": lane,
        "className": f"quad-{lane} status-{_word(incident['status'])}{disputed}",
    })  # fmt: skip


def _background(era: Era, number: int) -> Node:
    return {
        "id": f"relation-{number}",
        "content": markup(era.text),
        "start": era.first.isoformat(),
        "end": _after(era.last),
        "type": "background",
        "className": f"relation-{_word(era.state)}",
    }


def _after(last: dt.date) -> str:
    return (last + DAY).isoformat() if last < dt.date.max else last.isoformat()


def _word(code: str) -> str:
    return re.sub(r"[^a-z0-9-]", "-", code)


def _files(chosen: Chosen, settings: Settings) -> Iterator[File]:
    items = _Items(chosen)
    yield File(
        name="vis-timeline.json",
        about="Groups (lanes) and items: an incident each; relations are items of the background.",
        content=items.content(),
        count=items.count,
        notes=items.notes,
    )


VIS_TIMELINE = Format(
    name="vis-timeline", about="vis-timeline: items and lanes for a page of your own", files=_files
)
