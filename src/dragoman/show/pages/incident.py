"""One incident: what, when, where and who, by whom it is told and how each telling was coded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.show import wording
from dragoman.show.pages.common import FAMILIES, Line, Source, line, source, sources
from dragoman.show.pages.page import Ask, Page, Shown
from dragoman.show.room import Room, Row

SIDES = (("actors", "who did it"), ("recipients", "to whom"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """A party of the incident; `party_id` is None where it has no page.

    `called`: the report's words for it, empty where they are its name.
    """

    party_id: str | None
    name: str
    kind: str
    country: str | None
    office: str | None
    called: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """Everybody who had the same part."""

    role: str
    players: tuple[Player, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A code with what it is."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A telling of the incident and how it was coded.

    Attributes:
        copy_of: the report that this telling's report is a copy of.
        when, status, number: as this telling has them, empty where it says nothing else than
            the incident.
        coded: what the coder went by, name and value.
    """

    event_id: str
    source: Source | None
    copy_of: Source | None
    words: str
    status: str
    when: str
    attributed_to: tuple[str, ...]
    coded: tuple[Code, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A reading of a disagreement in brief."""

    value: str
    sources: int
    preferred: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A disagreement that the incident stands in."""

    conflict_id: str
    about: str
    kind: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident(Shown):
    """The page.

    Attributes:
        sentence: what happened, without the date.
        when_why, place_why: how day and place were found.
        certainty: confidence in words; share: the same from 0 to 1.
        before, after: the nearest incident between the same parties.
        between: whose those are, empty where there are none.
        pair: the two states whose relations are told of, "MEX-PER"; pair_name: in words.
    """

    incident_id: str
    sentence: str
    family: int | None
    when: str
    date_start: dt.date | None
    date_end: dt.date | None
    when_why: tuple[str, ...]
    place: str
    place_why: tuple[str, ...]
    status: str
    sources: int
    reports: int
    share: float
    roles: tuple[Role, ...]
    codes: tuple[Code, ...]
    tellings: tuple[Telling, ...]
    disputes: tuple[Dispute, ...]
    between: str
    before: Line | None
    after: Line | None
    pair: str | None
    pair_name: str


def incident(room: Room, ask: Ask) -> Incident | None:
    """The page's data; `ask.key` is an incident_id."""
    row = None if ask.key is None else room.incident(ask.key)
    if row is None:
        return None
    told = room.tellings(row["incident_id"])
    one = line(row)
    between, before, after = _neighbours(room, row)
    pair = _pair(room, row)
    return Incident(
        title=_title(one), incident_id=row["incident_id"], sentence=one.sentence.removesuffix("."),
        family=row["quad_class"], when=_when(row), date_start=row["date_start"],
        date_end=row["date_end"], when_why=_reasons(told, "date_why"),
        place=_place(room, row["place"]), place_why=_reasons(told, "place_why"),
        status=one.status, sources=row["independent_sources"], reports=row["reports"],
        share=row["confidence"], roles=tuple(_roles(room, row)), codes=tuple(_codes(row, told)),
        tellings=tuple(_tellings(room, row, told)),
        disputes=tuple(map(_dispute, room.conflicts_of(row["incident_id"]))),
        between=between, before=before, after=after, pair=pair,
        pair_name=" and ".join(room.names.get(code, code) for code in (pair or "").split("-")),
    )  # fmt: skip


def _title(one: Line) -> str:
    return f"{one.sentence.removesuffix('.')}, {one.when}"


def _when(row: Row) -> str:
    text = wording.span_text(row["date_start"], row["date_end"], row["date_precision"])
    first, last = row["date_start"], row["date_end"]
    is_open = first is None or last is None or first == last
    if is_open or row["date_precision"] in ("month", "year"):
        return text
    return f"between {wording.day_text(first)} and {wording.day_text(last)}"


def _reasons(told: Sequence[Row], name: str) -> tuple[str, ...]:
    """Why, as the tellings have it, each reason once."""
    return tuple(dict.fromkeys(row[name] for row in told if row[name]))


def _place(room: Room, place: Mapping[str, Any] | None) -> str:
    if place is None:
        return ""
    country = place["country"]
    name = room.names.get(country, country) if country else ""
    return place["name"] if not name or name == place["name"] else f"{place['name']}, {name}"


def _roles(room: Room, row: Row) -> Iterator[Role]:
    """Everybody by their part; who has a role of their own has no plain one as well."""
    own = {one["party_id"] or one["name"] for one in row["others"]}
    together = len(row["actors"]) > 1 and not row["recipients"]
    groups: dict[str, list[Player]] = {}
    for side, role in SIDES:
        for one in row[side]:
            if (one["party_id"] or one["name"]) not in own:
                name = "who took part" if together else role
                groups.setdefault(name, []).append(_player(room, one))
    for one in row["others"]:
        groups.setdefault(one["role"].replace("_", " "), []).append(_player(room, one))
    for name, players in groups.items():
        yield Role(role=name, players=tuple(players))


def _player(room: Room, one: Mapping[str, Any]) -> Player:
    country = one["country"]
    called = one["name_raw"] or ""
    return Player(
        party_id=one["party_id"], name=one["name"], kind=one["kind"],
        country=room.names.get(country, country) if country and one["kind"] != "state" else None,
        office=one["office"], called="" if called == one["name"] else called,
    )  # fmt: skip


def _codes(row: Row, told: Sequence[Row]) -> Iterator[Code]:
    """The codes of the incident in the terms of each scheme."""
    yield Code(name="act", value=row["act"].replace("_", " "))
    plover = " / ".join(part for part in (row["event_type"], row["mode"]) if part)
    yield Code(name="PLOVER", value=plover or "no event type")
    contexts = dict.fromkeys(one for event in told for one in event["contexts"] or ())
    if contexts:
        yield Code(name="contexts", value=", ".join(contexts))
    yield Code(name="CAMEO", value=row["cameo"] if row["cameo"].isalnum() else "no code")
    if row["quad_class"] is not None:
        words = FAMILIES[row["quad_class"]]
        yield Code(name="quad class", value=f"{row['quad_class']}, {words}")
    if row["intensity"] is not None:
        yield Code(
            name="intensity", value=f"{row['intensity']:+g}, from −10 to +10".replace("-", "−")
        )
    numbers = dict.fromkeys(_number(event["number"]) for event in told if event["number"])
    if numbers:
        yield Code(name="number", value=", ".join(numbers))


def _number(number: Mapping[str, Any]) -> str:
    value = number["value"]
    return f"{value:g} {number['unit'] or ''}".strip() if value is not None else number["quote"]


def _tellings(room: Room, row: Row, told: Sequence[Row]) -> Iterator[Telling]:
    rows = {key: room.report(key) for key in dict.fromkeys(one["report_id"] for one in told)}
    cited = {key: source(report) for key, report in rows.items() if report is not None}
    copies = {key: report["duplicate_of"] for key, report in rows.items() if report is not None}
    originals = sources(room, [key for key in copies.values() if key is not None])
    for event in told:
        own = (event["date_start"], event["date_end"])
        differs = own != (row["date_start"], row["date_end"])
        yield Telling(
            event_id=event["event_id"], source=cited.get(event["report_id"]),
            copy_of=originals.get(copies.get(event["report_id"]) or ""), words=event["quote"],
            status=wording.of(wording.STATUS, event["status"]),
            when=wording.span_text(*own, event["date_precision"]) if differs else "",
            attributed_to=tuple(event["attributed_to"] or ()), coded=tuple(_coded(event)),
        )  # fmt: skip


def _coded(event: Row) -> Iterator[Code]:
    """How a telling was coded; what does not apply is left out."""
    date = event["date_words"]
    found = (
        ("trigger", event["trigger"]),
        ("pattern", event["pattern"]),
        ("date read from", f"“{date}”" if date else None),
        ("date", event["date_why"]),
        ("place", event["place_why"]),
        ("number read from", f"“{event['number']['quote']}”" if event["number"] else None),
        ("coder", f"{event['coder']}, confidence {event['confidence']:.2f}"),
        ("characters", f"{event['start']} to {event['end']}"),
    )
    for name, value in found:
        if value:
            yield Code(name=name, value=value)


def _dispute(row: Row) -> Dispute:
    return Dispute(
        conflict_id=row["conflict_id"], about=row["about"],
        kind=wording.of(wording.KINDS, row["kind"]),
        sides=tuple(
            Side(value=side["value"], sources=side["independent_sources"],
                 preferred=place == row["preferred"])
            for place, side in enumerate(row["readings"])
        ),
    )  # fmt: skip


def _neighbours(room: Room, row: Row) -> tuple[str, Line | None, Line | None]:
    """The incidents before and after between the same two, or of the same one where it is alone."""
    actors = [one for one in row["actors"] if one["party_id"] is not None]
    recipients = [one for one in row["recipients"] if one["party_id"] is not None]
    pair = [*actors[:1], *recipients[:1]] if recipients else actors[:2]
    if not pair:
        return "", None, None
    keys = sorted((one["party_id"] for one in pair), key=lambda key: _incidents(room, key))
    at = room.value("select n from incidents where id = ?", row["incident_id"])
    names = wording.listing([one["name"] for one in pair])
    return names, _near(room, keys, at, "< ?", "desc"), _near(room, keys, at, "> ?", "asc")


def _incidents(room: Room, party: str) -> int:
    """In how many incidents a party has a part."""
    return int(room.value("select coalesce(max(incidents), 0) from parties where id = ?", party))


def _near(room: Room, keys: Sequence[str], at: int, side: str, order: str) -> Line | None:
    """The nearest incident with all of `keys`, of which the rarest comes first."""
    query = f"""
        select s.incident from sides s where s.party = ? and s.n {side}
            and exists (select 1 from sides o where o.incident = s.incident and o.party = ?)
        order by s.n {order} limit 1
    """
    for (key,) in room.select(query, keys[0], at, keys[-1]):
        row = room.incident(key)
        return None if row is None else line({**row, "disputed": len(room.conflicts_of(key))})
    return None


def _pair(room: Room, row: Row) -> str | None:
    """The states of both sides where the record tells of their relations."""
    one = {party["country"] for party in row["actors"][:1] if party["country"]}
    other = {party["country"] for party in (row["recipients"] or row["actors"][1:])[:1]}
    pair = "-".join(sorted({*one, *other} - {None}))
    found = room.value("select exists (select 1 from relations where pair = ?)", pair)
    return pair if found else None


PAGE = Page(name="incident", view=incident, keys=lambda room: room.keys("incidents"))
