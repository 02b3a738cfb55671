"""From the rows of a record to the page that shows them.

The rows are those of the contract (docs/tables.md), as mappings keyed by column; their order does
not matter. Reports get numbers in order of publication, and every quote is cited by that number.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from dragoman import dates
from dragoman.show import wording
from dragoman.show.dyads import Cite, dyads
from dragoman.show.page import (
    AsideGroup,
    Disagreement,
    Entry,
    Holding,
    OfficeLine,
    Page,
    Quote,
    SetAside,
    Side,
    Source,
    Year,
)
from dragoman.show.visible import language_tag, web_link

Row = Mapping[str, Any]
Tables = Mapping[str, Sequence[Row]]

_TAIL = re.compile(
    rf"( \((claimed|planned|denied|hypothetical)\))?"
    rf"(, ((since|until) )?(\d{{1,2}} )?((?:{'|'.join(wording.MONTHS)}) )?\d{{4}}"
    rf"( to \d{{1,2}} \w+ \d{{4}})?)?\.\Z"
)
"""How a summary ends: its status and its days, which the timeline shows beside it."""


def compose(
    tables: Tables, *, title: str, names: Mapping[str, str], note: str | None = None
) -> Page:
    """The page of a record.

    Args:
        tables: reports, events, incidents, conflicts, relations, rejections, offices.
        title: the story's name.
        names: words for codes: states by ISO 3166 alpha-3.
        note: a sentence under the title, e.g. where the reports come from.
    """
    sources = _sources(tables)
    entries = _entries(tables, sources)
    told = {
        row["incident_id"]: (entries[row["incident_id"]].anchor, row["summary"])
        for row in tables["incidents"]
    }
    return Page(
        title=title,
        period=_period(tables["incidents"]),
        note=note,
        figures=_figures(tables),
        dyads=dyads(
            tables["relations"],
            tables["incidents"],
            told=told,
            names=names,
            cite=_citation(tables, sources),
        ),
        conflicts=_conflicts(tables, sources, told),
        years=_years(entries),
        offices=_offices(tables["offices"], sources, names),
        sources=tuple(sources.values()),
        aside=_aside(tables["rejections"]),
        left_out=(),
    )


def _period(incidents: Sequence[Row]) -> str:
    days = [
        row[side]
        for row in incidents
        for side in ("date_start", "date_end")
        if row[side] is not None and row["status"] in ("actual", "claimed")
    ]
    return wording.span_text(min(days), max(days)) if days else ""


def _citation(tables: Tables, sources: Mapping[str, Source]) -> Cite:
    """Finds the first report in which the words of one of the incidents stand."""
    tellings: dict[tuple[str, str], list[Source]] = defaultdict(list)
    for event in tables["events"]:
        if event["report_id"] in sources:
            key = event["incident_id"], event["quote"]
            tellings[key].append(sources[event["report_id"]])

    def cite(incidents: Sequence[str], words: str) -> Quote:
        found = [source for key in incidents for source in tellings.get((key, words), ())]
        first = min(found, key=lambda source: source.number, default=None)
        return Quote(source=first, words=words)

    return cite


def _figures(tables: Tables) -> tuple[tuple[int, str], ...]:
    copies = sum(1 for row in tables["reports"] if row["duplicate_of"] is not None)
    reports = len(tables["reports"])
    figures = [
        (reports, "report" if reports == 1 else "reports"),
        (reports - copies, "independent"),
        (len(tables["events"]), "tellings"),
        (len(tables["incidents"]), "happenings"),
        (len(tables["conflicts"]), "disagreements"),
    ]
    return tuple(figures)


def _sources(tables: Tables) -> dict[str, Source]:
    """The reports by id, numbered by date of publication, those without a date last.

    One known to the month comes after those of a day in it: what is known better is cited first.
    """
    tells: dict[str, int] = defaultdict(int)
    for event in tables["events"]:
        tells[event["report_id"]] += 1
    rows = sorted(tables["reports"], key=lambda row: (_latest(row), row["uri"]))
    numbers = {row["report_id"]: number for number, row in enumerate(rows, start=1)}
    return {row["report_id"]: _source(row, numbers, tells[row["report_id"]]) for row in rows}


def _latest(row: Row) -> dt.date:
    """The last day on which a report may have been published."""
    day: dt.date | None = row["published"]
    if day is None:
        return dt.date.max
    if row["published_precision"] == "year":
        return dates.year(day.year).last or day
    if row["published_precision"] == "month":
        return dates.month(day.year, day.month).last or day
    return day


def _source(row: Row, numbers: Mapping[str, int], tells: int) -> Source:
    published, precision = row["published"], row["published_precision"]
    return Source(
        number=numbers[row["report_id"]],
        name=row["publisher"] or row["uri"],
        title=row["title"] or row["uri"],
        byline=row["byline"],
        date="" if published is None else wording.at_precision(published, precision),
        how=wording.of(wording.HOW_DATED, row["published_from"] or ""),
        link=web_link(row["uri"]),
        lang=language_tag(row["lang"]),
        words=row["words"],
        copy_of=numbers.get(row["duplicate_of"] or ""),
        tells=tells,
    )


def _entries(tables: Tables, sources: Mapping[str, Source]) -> dict[str, Entry]:
    """The incidents by id, in order of date, those without one last."""
    events = {row["event_id"]: row for row in tables["events"]}
    disputed: dict[str, list[int]] = defaultdict(list)
    for number, conflict in enumerate(_in_order(tables["conflicts"]), start=1):
        for incident in conflict["incidents"]:
            disputed[incident].append(number)
    late = dt.date.max
    rows = sorted(
        tables["incidents"],
        key=lambda row: (row["date_start"] or row["date_end"] or late, row["incident_id"]),
    )
    return {
        row["incident_id"]: Entry(
            anchor=f"h{number}",
            date=wording.span_text(row["date_start"], row["date_end"], row["date_precision"]),
            year=_year(row),
            sentence=_sentence(row["summary"]),
            parties=_parties(row),
            codes=_codes(row),
            status=wording.of(wording.STATUS, row["status"]),
            support=_support(row["independent_sources"], row["reports"]),
            quotes=_told(row, events, sources),
            disputed=tuple(disputed[row["incident_id"]]),
        )
        for number, row in enumerate(rows, start=1)
    }


def _sentence(summary: str) -> str:
    bare = _TAIL.sub(".", summary)
    return bare[:1].upper() + bare[1:]


def _year(row: Row) -> str:
    day = row["date_start"] or row["date_end"]
    return "Date not known" if day is None else str(day.year)


def _years(entries: Mapping[str, Entry]) -> tuple[Year, ...]:
    years: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries.values():
        years[entry.year].append(entry)
    return tuple(Year(name=name, entries=tuple(group)) for name, group in years.items())


def _parties(row: Row) -> tuple[str, ...]:
    """Names with the role in the act where it is not the plain actor or recipient."""
    others = {other["name"]: _role(other["role"]) for other in row["others"]}
    sides = [party["name"] for party in (*row["actors"], *row["recipients"])]
    plain = [name for name in sides if name not in others]
    return tuple(dict.fromkeys((*plain, *(f"{name} ({role})" for name, role in others.items()))))


def _role(role: str) -> str:
    return role.replace("_", " ")


def _codes(row: Row) -> str:
    plover = "/".join(part for part in (row["event_type"], row["mode"]) if part)
    cameo = f"CAMEO {row['cameo']}" if row["cameo"].isalnum() else ""
    codes = [row["act"].replace("_", " "), plover, cameo]
    return " · ".join(code for code in codes if code)


def _support(independent: int, reports: int) -> str:
    sources = wording.count(independent, "independent source")
    if independent == reports:
        return wording.count(reports, "report") if reports == 1 else sources
    return f"{sources}, {wording.count(reports, 'report')}"


def _told(row: Row, events: Mapping[str, Row], sources: Mapping[str, Source]) -> tuple[Quote, ...]:
    """The words of each telling, by date of the report; the same words of one report once."""
    found: dict[tuple[int, str], Quote] = {}
    for event in (events[key] for key in row["events"] if key in events):
        source = sources.get(event["report_id"])
        note = wording.of(wording.STATUS, event["status"])
        if event["status"] == row["status"]:
            note = ""
        number = 0 if source is None else source.number
        found.setdefault(
            (number, event["quote"]), Quote(source=source, words=event["quote"], note=note)
        )
    return tuple(found[key] for key in sorted(found))


def _in_order(conflicts: Sequence[Row]) -> list[Row]:
    """Conflicts that can be decided first, then by weight of evidence, then by id."""

    def rank(row: Row) -> tuple[int, int, str]:
        weight = sum(reading["independent_sources"] for reading in row["readings"])
        return (0 if row["between"] == "reports" else 1, -weight, row["conflict_id"])

    return sorted(conflicts, key=rank)


def _conflicts(
    tables: Tables, sources: Mapping[str, Source], told: Mapping[str, tuple[str, str]]
) -> tuple[Disagreement, ...]:
    spoken = _spoken(tables)
    return tuple(
        Disagreement(
            number=number,
            kind=wording.of(wording.KINDS, row["kind"]),
            between=wording.of(wording.BETWEEN, row["between"]),
            about=row["about"],
            sides=tuple(
                _side(reading, index == row["preferred"], sources, spoken)
                for index, reading in enumerate(row["readings"])
            ),
            open=row["preferred"] is None,
            why=row["why"],
            entries=tuple(told[key] for key in row["incidents"] if key in told),
        )
        for number, row in enumerate(_in_order(tables["conflicts"]), start=1)
    )


def _spoken(tables: Tables) -> frozenset[tuple[str, str]]:
    """Report and quote of every telling and every assertion of an office."""
    told = [(row["report_id"], row["quote"]) for row in tables["events"]]
    asserted = [held for tenure in tables["offices"] for held in tenure["asserted"]]
    return frozenset([*told, *((held["report_id"], held["quote"]) for held in asserted)])


def _side(
    reading: Row,
    preferred: bool,
    sources: Mapping[str, Source],
    spoken: frozenset[tuple[str, str]],
) -> Side:
    reports, quotes = list(reading["reports"]), list(dict.fromkeys(reading["quotes"]))
    cited, found = set[str](), []
    for at, words in enumerate(quotes):
        holder = next((key for key in reports if (key, words) in spoken), None)
        if holder is None and len(quotes) == len(reports):
            holder = reports[at]
        cited.add(holder or "")
        found.append(Quote(source=sources.get(holder or ""), words=words))
    found.sort(key=lambda quote: 0 if quote.source is None else quote.source.number)
    rest = [sources[key] for key in reports if key in sources and key not in cited]
    return Side(
        value=reading["value"],
        support=_support(reading["independent_sources"], len(set(reports))),
        preferred=preferred,
        quotes=tuple(found),
        also=tuple(sorted(rest, key=lambda source: source.number)),
    )


def _offices(
    tenures: Sequence[Row], sources: Mapping[str, Source], names: Mapping[str, str]
) -> tuple[OfficeLine, ...]:
    """Offices by country, the holders of each by date."""
    late = dt.date.max
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in tenures:
        office = row["office"].replace("_", " ")
        country = names.get(row["country"], row["country"]) if row["country"] else None
        groups[f"{country}: {office}" if country else office].append(row)
    lines = []
    for name in sorted(groups):
        rows = sorted(
            groups[name],
            key=lambda row: (row["date_start"] or row["date_end"] or late, row["name"]),
        )
        lines.append(OfficeLine(name=name, holdings=tuple(_holding(row, sources) for row in rows)))
    return tuple(lines)


def _holding(row: Row, sources: Mapping[str, Source]) -> Holding:
    quotes = {}
    for asserted in row["asserted"]:
        source = sources.get(asserted["report_id"])
        note = "" if asserted["tense"] == "current" else asserted["tense"]
        number = 0 if source is None else source.number
        quotes[number, asserted["quote"]] = Quote(source=source, words=asserted["quote"], note=note)
    return Holding(
        person=row["name"],
        when=wording.span_text(row["date_start"], row["date_end"]),
        quotes=tuple(quotes[key] for key in sorted(quotes)),
    )


def _aside(rejections: Sequence[Row]) -> tuple[AsideGroup, ...]:
    """What was set aside, by stage: whole reports first, then tellings, then lines of text."""
    groups: dict[str, list[SetAside]] = {stage: [] for stage in wording.STAGES}
    rows = sorted(rejections, key=lambda row: (row["uri"], row["reason"], row["detail"]))
    for row in rows:
        group = groups.setdefault(row["stage"], [])
        group.append(SetAside(what=row["uri"], reason=_role(row["reason"]), detail=row["detail"]))
    return tuple(
        AsideGroup(name=wording.of(wording.STAGES, stage), count=len(found), rows=tuple(found))
        for stage, found in groups.items()
        if found
    )
