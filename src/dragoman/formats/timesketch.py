"""Timesketch: when it happened and when it was told, a line each; CSV and JSONL.

Source: timesketch.org, "Import timelines": `message`, `datetime` and `timestamp_desc` are needed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.formats import accounts
from dragoman.formats.chosen import Chosen, Row, Told
from dragoman.formats.days import is_coarse, outer
from dragoman.formats.edtf import edtf
from dragoman.formats.registry import File, Format, Settings
from dragoman.formats.sheets import Cell, csv_lines
from dragoman.show import wording
from dragoman.store.export import json_lines

HEADER = (
    "message", "datetime", "timestamp_desc", "event_type", "actor", "recipient", "place", "status",
    "sources", "url", "incident_id", "confidence", "date_edtf", "report", "quote",
)  # fmt: skip
NUMBERS = {"sources": "integer", "confidence": "number"}
EVENT, PUBLICATION = "event date", "publication date"


@dataclass
class _Lines:
    chosen: Chosen
    settings: Settings
    written: int = 0
    undated: int = 0
    coarse: int = 0

    def rows(self) -> Iterator[Row]:
        for told in self.chosen.told():
            for row in (*self._event(told), *_publications(told)):
                self.written += 1
                yield row

    def _event(self, told: Told) -> Iterator[Row]:
        incident = told.incident
        days = outer(incident)
        if days is None:
            self.undated += 1
            return
        if is_coarse(incident):
            self.coarse += 1
            if self.settings.coarse == "drop":
                return
        link = accounts.first_link(told)
        yield _line(told, days[0], EVENT, status=incident["status"], url=link)

    def count(self) -> int:
        return self.written

    def notes(self) -> list[str]:
        out = []
        if self.undated:
            out.append(
                f"{wording.count(self.undated, 'incident')} without a date: only the lines of "
                "their publication are there."
            )
        if self.coarse:
            done = "left out" if self.settings.coarse == "drop" else "stand on their first day"
            out.append(
                f"Of {wording.count(self.coarse, 'incident')} the day is not known: their lines "
                f"{done}; date_edtf tells what is known."
            )
        return out


def _publications(told: Told) -> Iterator[Row]:
    """A line for each telling whose report is dated to the day."""
    for telling in told.tellings:
        report = told.reports[telling["report_id"]]
        if report["published"] is None or report["published_precision"] not in (None, "day"):
            continue
        yield _line(
            told, report["published"], PUBLICATION, status=telling["status"],
            url=accounts.link(report), report=accounts.name(report), quote=telling["quote"],
        )  # fmt: skip


def _line(told: Told, day: dt.date, desc: str, *, status: str, **more: str | None) -> Row:
    incident = told.incident
    days = (incident[key] for key in ("date_start", "date_end", "date_precision"))
    row = {
        "message": incident["summary"],
        "datetime": f"{day.isoformat()}T00:00:00+00:00",
        "timestamp_desc": desc,
        "event_type": incident["event_type"],
        "actor": _names(incident["actors"]),
        "recipient": _names(incident["recipients"]),
        "place": None if incident["place"] is None else incident["place"]["name"],
        "status": status,
        "sources": incident["independent_sources"],
        "incident_id": incident["incident_id"],
        "confidence": incident["confidence"],
        "date_edtf": edtf(*days),
        **more,
    }
    return {column: row.get(column) for column in HEADER}


def _names(parties: list[Row]) -> str | None:
    return "; ".join(party["name"] for party in parties) or None


def _jsonl(lines: _Lines) -> Iterator[str]:
    for text in json_lines(lines.rows()):
        yield text + "\n"


def _csv(lines: _Lines) -> Iterator[str]:
    cells: Iterator[list[Cell]] = (list(row.values()) for row in lines.rows())
    return csv_lines(HEADER, cells)


def _files(chosen: Chosen, settings: Settings) -> Iterator[File]:
    for name, write in (("timesketch.csv", _csv), ("timesketch.jsonl", _jsonl)):
        lines = _Lines(chosen, settings)
        yield File(
            name=name,
            about="A line for the day of each incident, one for the publication of each telling.",
            content=write(lines),
            count=lines.count,
            notes=lines.notes,
            columns=tuple((column, NUMBERS.get(column, "string")) for column in HEADER),
        )


TIMESKETCH = Format(
    name="timesketch",
    about="Timesketch: lines of a forensic timeline, CSV and JSONL",
    files=_files,
    takes=("coarse",),
)
