"""Each page as a function: Store -> View, plain rows for people and for programs alike.

A view's `rows` are rows of the contract (a timeline's are incidents with two columns more), its
`lines` the same in words: a command's table, its JSON and a web page are made from one view.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.dates import span
from dragoman.link.summary import dated
from dragoman.show import wording
from dragoman.show.filters import Filters
from dragoman.store.store import Store

Row = dict[str, Any]
LATE = dt.date.max
ANY = Filters()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a view for people.

    `spare`: left out where there is little room; `long`: takes the room that is left; `margin`:
    characters at the start of each line of a cell that stay clear when the line is broken.
    """

    title: str
    spare: bool = False
    long: bool = False
    margin: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A page: what it is called, its lines in words, and the same rows for programs.

    Attributes:
        name: of the table or page.
        columns: of `lines`.
        lines: one tuple a row, as many cells as there are columns; a cell may have several lines.
        rows: one mapping a row, keys in the contract's order.
        keys: the keys of `rows`, also where there are none.
    """

    name: str
    columns: tuple[Column, ...]
    lines: tuple[tuple[str, ...], ...]
    rows: tuple[Row, ...]
    keys: tuple[str, ...]


Page = Callable[[Store, Filters], View]
"""A view that takes filters: all but relations."""


def timeline(store: Store, filters: Filters = ANY) -> View:
    """Incidents in order of date; `disputed` lists the conflicts that each stands in.

    Rows are those of incidents with `disputed` (kinds of conflict) and `quotes` (report, quote).
    """
    kinds = _disputed(store)
    events = {row["event_id"]: row for row in store.rows("events")}
    rows = []
    for row in _incidents(store, filters, events):
        told = [events[key] for key in row["events"] if key in events]
        quotes = [{"report": event["report"], "quote": event["quote"]} for event in told]
        rows.append({**row, "disputed": kinds.get(row["incident_id"], []), "quotes": quotes})
    columns = (
        Column(title="Date"),
        Column(title="What happened", long=True),
        Column(title="Sources"),
        Column(title="Disputed"),
    )
    return _view(
        "timeline", columns, rows, keys=_keys(store, "incidents", "disputed", "quotes"),
        line=lambda row: (
            _stacked(row), undated(row), str(row["independent_sources"]), ", ".join(row["disputed"])
        ),
    )  # fmt: skip


def events(store: Store, filters: Filters = ANY) -> View:
    """Tellings in order of date."""
    rows = [
        row
        for row in store.rows("events")
        if filters.take_telling(row) and filters.take_report(row["report_id"], row["report"])
    ]
    rows.sort(key=lambda row: (*_by_day(row), row["report"], row["start"], row["event_id"]))
    columns = (
        Column(title="Date"),
        Column(title="Telling"),
        Column(title="Status"),
        Column(title="Quote", long=True),
        Column(title="Report", spare=True),
    )
    return _view(
        "events", columns, rows, keys=_keys(store, "events"),
        line=lambda row: (_stacked(row), telling(row), row["status"], row["quote"], row["report"]),
    )  # fmt: skip


def incidents(store: Store, filters: Filters = ANY) -> View:
    """Incidents in order of date, with their codes."""
    tellings = {row["event_id"]: row for row in store.rows("events")}
    columns = (
        Column(title="Date"),
        Column(title="Incident", long=True),
        Column(title="Status"),
        Column(title="PLOVER", spare=True),
        Column(title="CAMEO", spare=True),
        Column(title="Reports", spare=True),
        Column(title="Sources"),
    )
    return _view(
        "incidents", columns, _incidents(store, filters, tellings), keys=_keys(store, "incidents"),
        line=lambda row: (
            _stacked(row), telling(row), row["status"], _plover(row), row["cameo"],
            str(row["reports"]), str(row["independent_sources"]),
        ),
    )  # fmt: skip


def conflicts(store: Store, filters: Filters = ANY) -> View:
    """Where reports disagree, those with most sources first."""
    about = {row["incident_id"]: row for row in store.rows("incidents")}
    rows = [row for row in store.rows("conflicts") if _takes_conflict(filters, row, about)]
    rows.sort(
        key=lambda row: (
            -sum(side["independent_sources"] for side in row["readings"]), row["conflict_id"]
        )
    )  # fmt: skip
    columns = (
        Column(title="Kind"),
        Column(title="Question"),
        Column(title="Readings", long=True, margin=3),
    )
    return _view(
        "conflicts", columns, rows, keys=_keys(store, "conflicts"),
        line=lambda row: (row["kind"], f"{row['about']}\n({_between(row)})", _readings(row)),
    )  # fmt: skip


def relations(store: Store, names: Mapping[str, str], pair: Sequence[str] = ()) -> View:
    """Relations of each pair of states over time, or of one pair (ISO 3166 alpha-3)."""
    wanted = sorted(pair)
    told = {row["incident_id"]: row for row in store.rows("incidents")}
    rows = [row for row in store.rows("relations") if not wanted or list(row["pair"]) == wanted]
    columns = (
        Column(title="States"),
        Column(title="From"),
        Column(title="To"),
        Column(title="Relations"),
        Column(title="Because", long=True),
    )
    return _view(
        "relations", columns, rows, keys=_keys(store, "relations"),
        line=lambda row: (
            " – ".join(names.get(code, code) for code in row["pair"]),
            _edge(row["date_start"], row["start_precision"]),
            _edge(row["date_end"], row["end_precision"]), wording.of(wording.STATES, row["state"]),
            " ".join(told[key]["summary"] for key in row["since"] if key in told),
        ),
    )  # fmt: skip


def offices(store: Store, filters: Filters = ANY) -> View:
    """Who held what, by country and office."""
    rows = [
        row
        for row in store.rows("offices")
        if filters.take_party(row)
        and filters.take_days(row["date_start"], row["date_end"])
        and (
            filters.report is None
            or any(filters.take_report(one["report_id"], one["uri"]) for one in row["asserted"])
        )
    ]
    rows.sort(
        key=lambda row: (
            row["country"] or "~", row["office"], row["date_start"] or dt.date.min, row["party_id"]
        )
    )  # fmt: skip
    columns = (
        Column(title="Country"),
        Column(title="Office"),
        Column(title="Holder", long=True),
        Column(title="From"),
        Column(title="To"),
        Column(title="Reports"),
    )
    return _view(
        "offices", columns, rows, keys=_keys(store, "offices"),
        line=lambda row: (
            row["country"] or "?", row["office"], row["name"], _day(row["date_start"]),
            _day(row["date_end"]), str(len({one["report_id"] for one in row["asserted"]})),
        ),
    )  # fmt: skip


def reports(store: Store, filters: Filters = ANY) -> View:
    """Reports in order of publication, those without a date last."""
    rows = [
        row
        for row in store.rows("reports")
        if filters.take_report(row["report_id"], row["uri"])
        and filters.take_days(row["published"], row["published"])
    ]
    uris = {row["report_id"]: row["uri"] for row in rows}
    rows.sort(key=lambda row: (row["published"] or LATE, row["uri"], row["report_id"]))
    columns = (
        Column(title="Published"),
        Column(title="Known from", spare=True),
        Column(title="Report"),
        Column(title="Publisher", spare=True),
        Column(title="Title", long=True),
        Column(title="Lang"),
        Column(title="Copy of"),
    )
    return _view(
        "reports", columns, rows, keys=_keys(store, "reports"),
        line=lambda row: (
            at(row["published"], row["published_precision"]), row["published_from"] or "",
            row["uri"], row["publisher"] or "", row["title"] or "", row["lang"] or "?",
            uris.get(row["duplicate_of"], row["duplicate_of"]) or "",
        ),
    )  # fmt: skip


def rejections(store: Store, filters: Filters = ANY) -> View:
    """What was set aside: first what is no report at all, then by stage, report and reason."""
    rows = [
        row
        for row in store.rows("rejections")
        if filters.take_report(row["report_id"] or "", row["uri"])
        and (filters.reason is None or row["reason"] == filters.reason)
    ]
    rows.sort(key=lambda row: (row["report_id"] is not None, row["stage"], row["uri"]))
    columns = (
        Column(title="Stage"),
        Column(title="What"),
        Column(title="Reason"),
        Column(title="Why", long=True),
    )
    return _view(
        "rejections", columns, rows, keys=_keys(store, "rejections"),
        line=lambda row: (row["stage"], row["uri"], row["reason"], row["detail"]),
    )  # fmt: skip


def days(row: Row) -> str:
    """The days of a row as short as they can be said: 2025-11-03, 2025-11, 2025, A..B or ?."""
    first, last, precision = row["date_start"], row["date_end"], row["date_precision"]
    if first is None and last is None:
        return "?"
    if first is None or last is None:
        return f"{_day(first)}..{_day(last)}"
    if precision in ("month", "year"):
        return at(first, precision)
    return _day(first) if first == last else f"{_day(first)}..{_day(last)}"


def _stacked(row: Row) -> str:
    """The days of a row, the two ends of a range one below the other: a narrow column."""
    text = days(row)
    first, dots, last = text.partition("..")
    return f"{first}\n..{last}" if first and dots and last else text


def telling(row: Row) -> str:
    """Who did what to whom, by the codes: "Peru: sever relations -> Mexico"."""
    actors = ", ".join(party["name"] for party in row["actors"]) or "?"
    recipients = ", ".join(party["name"] for party in row["recipients"])
    others = "; ".join(f"{party['role']} {party['name']}" for party in row["others"])
    to = f" -> {recipients}" if recipients else ""
    return f"{actors}: {row['act'].replace('_', ' ')}{to}" + (f" ({others})" if others else "")


def _view(
    name: str,
    columns: tuple[Column, ...],
    rows: Iterable[Row],
    *,
    keys: tuple[str, ...],
    line: Callable[[Row], tuple[str, ...]],
) -> View:
    kept = tuple(rows)
    return View(
        name=name, columns=columns, lines=tuple(line(row) for row in kept), rows=kept, keys=keys
    )


def _keys(store: Store, table: str, *more: str) -> tuple[str, ...]:
    return (*store.columns(table), *more)


def _incidents(store: Store, filters: Filters, events: Mapping[str, Row]) -> list[Row]:
    rows = [
        row
        for row in store.rows("incidents")
        if filters.take_telling(row) and _is_told_by(filters, row, events)
    ]
    return sorted(rows, key=lambda row: (*_by_day(row), row["incident_id"]))


def _is_told_by(filters: Filters, row: Row, events: Mapping[str, Row]) -> bool:
    told = (events[key] for key in row["events"] if key in events)
    return filters.report is None or any(
        filters.take_report(event["report_id"], event["report"]) for event in told
    )


def _by_day(row: Row) -> tuple[dt.date, dt.date]:
    first = row["date_start"] or row["date_end"] or LATE
    return first, row["date_end"] or first


def _disputed(store: Store) -> dict[str, list[str]]:
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for row in store.rows("conflicts"):
        for incident in row["incidents"]:
            kinds[incident].add(row["kind"])
    return {incident: sorted(found) for incident, found in kinds.items()}


def _takes_conflict(filters: Filters, row: Row, about: Mapping[str, Row]) -> bool:
    concerned = [about[key] for key in row["incidents"] if key in about]
    asks_incident = any(
        value is not None
        for value in (filters.act, filters.party, filters.since, filters.until, filters.status)
    )
    uris = [
        pair
        for side in row["readings"]
        for pair in zip(side["reports"], side["uris"], strict=False)
    ]
    return (
        (filters.kind is None or row["kind"] == filters.kind)
        and (not asks_incident or any(filters.take_telling(one) for one in concerned))
        and (filters.report is None or any(filters.take_report(*pair) for pair in uris))
    )


def undated(row: Mapping[str, Any]) -> str:
    """The sentence of an incident without its date, for where that stands beside it."""
    text: str = row["summary"]
    if row["date_start"] is None and row["date_end"] is None:
        return text
    range_ = span(row["date_start"], row["date_end"], precision=row["date_precision"])
    return text.removesuffix(".").removesuffix(f", {dated(range_)}") + "."


def _plover(row: Row) -> str:
    return "/".join(part for part in (row["event_type"], row["mode"]) if part)


def _between(row: Row) -> str:
    return wording.of(wording.BETWEEN, row["between"]).lower()


def _readings(row: Row) -> str:
    """The readings one below the other; the preferred one is marked, why stands last."""
    lines = []
    for place, side in enumerate(row["readings"]):
        mark = "=> " if place == row["preferred"] else " - "
        sources = wording.count(side["independent_sources"], "source")
        lines.append(f"{mark}{side['value']} [{sources}: {', '.join(side['uris'])}]")
        lines.extend(f"   “{quote}”" for quote in side["quotes"][:1])
    return "\n".join([*lines, f"   {row['why']}"])


def _day(day: dt.date | None) -> str:
    return "" if day is None else day.isoformat()


def _edge(day: dt.date | None, precision: str | None) -> str:
    is_known = precision in (None, "day", "month", "year")
    return "" if day is None else f"{'' if is_known else '~'}{at(day, precision)}"


def at(day: dt.date | None, precision: str | None) -> str:
    """A date as far as it is known: 2025-11-03, 2025-11, 2025 or ?."""
    if day is None:
        return "?"
    length = {"month": 7, "year": 4}.get(precision or "", 10)
    return day.isoformat()[:length]
