"""TimelineJS (Knight Lab, 3.9): a slide an incident, an era a spell of relations; JSON and CSV.

Source: timeline.knightlab.com/docs, "JSON format" and the spreadsheet template.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.formats import accounts
from dragoman.formats.accounts import Accounts
from dragoman.formats.chosen import Chosen, Told
from dragoman.formats.days import Parts, ends, in_words
from dragoman.formats.eras import Era, Extent, eras, family
from dragoman.formats.escapes import markup
from dragoman.formats.jsons import Node, Value, known, listed
from dragoman.formats.prose import body, headline
from dragoman.formats.registry import File, Format, Settings
from dragoman.formats.sheets import Cell, csv_lines
from dragoman.show import wording
from dragoman.store.export import json_text

SLOW = 200
"""Slides above which TimelineJS gets slow."""
HEADER = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date",
    "Headline", "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Alt Text",
    "Type", "Group", "Background",
)  # fmt: skip
"""The columns of TimelineJS's spreadsheet template, in its order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """An incident as TimelineJS shows it; `headline`, `text`, `caption` and `credit` are HTML."""

    incident_id: str
    first: Parts
    last: Parts
    display_date: str
    headline: str
    text: str
    group: str | None
    link: str | None
    credit: str | None
    caption: str | None


@dataclass
class _Show:
    """The slides of one file, with what is known once they have run out."""

    chosen: Chosen
    settings: Settings
    extent: Extent = field(default_factory=Extent)
    slides: int = 0
    undated: int = 0

    def run(self) -> Iterator[Slide]:
        tellers = Accounts(self.chosen.store)
        for told in self.chosen.told():
            slide = _slide(told, tellers, media=self.settings.media)
            if slide is None:
                self.undated += 1
                continue
            self.slides += 1
            self.extent.add(told)
            yield slide

    def eras(self) -> list[Era]:
        return eras(self.chosen, self.extent)

    def count(self) -> int:
        return self.slides

    def notes(self) -> list[str]:
        out = []
        if self.undated:
            left = wording.count(self.undated, "incident")
            out.append(f"{left} without a date left out: a slide needs at least a year.")
        if self.slides > SLOW:
            out.append(
                f"{self.slides} slides: TimelineJS gets slow above {SLOW}; use --top {SLOW}."
            )
        if not self.slides:
            out.append("No slide: TimelineJS shows nothing without one.")
        return out


def _files(chosen: Chosen, settings: Settings) -> Iterator[File]:
    for name, about, write in (
        ("timelinejs.json", "A slide an incident, an era a spell of relations.", _json),
        ("timelinejs.csv", "The same for a spreadsheet: a row a slide or an era.", _csv),
    ):
        show = _Show(chosen, settings)
        yield File(
            name=name, about=about, content=write(show), count=show.count, notes=show.notes,
            columns=tuple((column, "string") for column in HEADER) if write is _csv else (),
        )  # fmt: skip


def _slide(told: Told, tellers: Accounts, *, media: bool) -> Slide | None:
    days = ends(told.incident)
    if days is None:
        return None
    told_by = tellers.of(told)
    shown = next((one.report for one in told_by if media and accounts.link(one.report)), None)
    return Slide(
        incident_id=told.incident["incident_id"],
        first=days[0],
        last=days[1],
        display_date=in_words(told.incident),
        headline=markup(headline(told.incident)),
        text=body(told, told_by),
        group=family(told.incident),
        link=None if shown is None else accounts.link(shown),
        credit=None if shown is None else markup(accounts.name(shown)),
        caption=None if shown is None else markup(shown["title"] or ""),
    )


def _json(show: _Show) -> Iterator[str]:
    yield "{"
    if show.settings.title is not None:
        title = {"text": {"headline": markup(show.settings.title)}, "autolink": False}
        yield f'"title": {json_text(title)},\n'
    yield '"events": '
    yield from listed(map(_event, show.run()))
    yield ',\n"eras": '
    yield from listed(map(_json_era, show.eras()))
    yield ',\n"scale": "human"}\n'


def _event(slide: Slide) -> Node:
    media = known({"url": slide.link, "caption": slide.caption, "credit": slide.credit})
    return known({
        "start_date": _date(slide.first),
        "end_date": _date(slide.last) if slide.last != slide.first else None,
        "display_date": slide.display_date,
        "text": {"headline": slide.headline, "text": slide.text},
        "group": slide.group,
        "media": media or None,
        # Addresses inside a report's words stay words.
        "autolink": False,
        "unique_id": slide.incident_id,
    })  # fmt: skip


def _json_era(era: Era) -> Node:
    return {
        "start_date": _date(era.begin),
        "end_date": _date(era.end),
        "text": {"headline": markup(era.text)},
    }


def _date(parts: Parts) -> Value:
    return dict(zip(("year", "month", "day"), parts, strict=False))


def _csv(show: _Show) -> Iterator[str]:
    return csv_lines(HEADER, _rows(show))


def _rows(show: _Show) -> Iterator[list[Cell]]:
    if show.settings.title is not None:
        yield _row(Headline=markup(show.settings.title), Type="title")
    for slide in show.run():
        last = slide.last if slide.last != slide.first else ()
        yield _row(slide.first, last, **{
            "Display Date": slide.display_date, "Headline": slide.headline, "Text": slide.text,
            "Media": slide.link, "Media Credit": slide.credit, "Media Caption": slide.caption,
            "Group": slide.group,
        })  # fmt: skip
    for era in show.eras():
        yield _row(era.begin, era.end, Headline=markup(era.text), Type="era")


def _row(first: Parts = (), last: Parts = (), **cells: Cell) -> list[Cell]:
    """The cells of a row in the template's order; what is not given is empty."""
    days = dict(zip(("Year", "Month", "Day"), first, strict=False))
    days |= dict(zip(("End Year", "End Month", "End Day"), last, strict=False))
    return [days.get(column, cells.get(column)) for column in HEADER]


TIMELINEJS = Format(
    name="timelinejs",
    about="TimelineJS: a timeline for a web page, as JSON and as CSV",
    files=_files,
    takes=("media", "title"),
)
