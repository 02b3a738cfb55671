"""FollowTheMoney: the record as entities, a line each, for Aleph, OpenAleph and their tools."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dragoman.formats.chosen import Chosen, Told
from dragoman.formats.countries import name_of
from dragoman.formats.ends import begins, ends
from dragoman.formats.ftm_statements import STATEMENTS
from dragoman.formats.ftm_values import (
    LONG,
    bounds,
    codes,
    country,
    days,
    entity,
    ident,
    language,
    organizer,
    parties,
    place,
    schema_of,
)
from dragoman.formats.issued import issued
from dragoman.formats.registry import File, Format, Settings
from dragoman.formats.tally import Tally
from dragoman.show import wording
from dragoman.show.visible import visible, web_link
from dragoman.store.export import json_lines
from dragoman.store.rows import Row

NAME = "entities.ftm.json"


@dataclass(slots=True)
class Party:
    """What the record calls a party, gathered over all it takes part in."""

    schema: str
    names: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    offices: list[str] = field(default_factory=list)
    sectors: list[str] = field(default_factory=list)


class Entities:
    """The entities of a record, in an order of their own: one pass over what was chosen."""

    def __init__(self, chosen: Chosen, settings: Settings) -> None:
        self._chosen, self._settings = chosen, settings
        self._parties: dict[str, Party] = {}
        self._proofs: dict[str, list[str]] = {}

    def all(self) -> Iterator[Row]:
        """Reports, incidents with their tellings, disagreements; then who took part, and more."""
        for report in self._chosen.reports():
            yield self._article(report)
        disputes: dict[str, Row] = {}
        for told in self._chosen.told():
            yield self._event(told)
            yield from _documents(told)
            disputes.update((row["conflict_id"], row) for row in told.conflicts)
        yield from map(self._note, disputes.values())
        yield from self._offices()
        yield from self._relations()
        for name, party in sorted(self._parties.items()):
            yield _party(name, party)

    def _article(self, report: Row) -> Row:
        with_text = self._settings.with_text
        return entity(
            ident(report["report_id"]), "Article", fileName=[visible(report["uri"])],
            title=[visible(report["title"] or "")], author=[visible(report["byline"] or "")],
            publishedAt=[issued(report)], language=[language(report["lang"])],
            sourceUrl=[web_link(report["uri"])], publisher=[visible(report["publisher"] or "")],
            retrievedAt=[_moment(report["retrieved"])],
            bodyText=[self._chosen.text(report["report_id"])] if with_text else [],
        )  # fmt: skip

    def _event(self, told: Told) -> Row:
        row = told.incident
        named, countries = place(row)
        proofs = sorted(map(ident, told.reports))
        self._proofs[row["incident_id"]] = proofs
        return entity(
            ident(row["incident_id"]), "Event", name=[visible(row["summary"])], **days(row),
            location=named, country=countries, involved=map(self._known, parties(row)),
            organizer=[organizer(row)], keywords=codes(row),
            description=[visible(one["about"]) for one in told.conflicts],
            sourceUrl=[web_link(one["uri"]) for one in told.reports.values()],
            publisher=[visible(one["publisher"] or "") for one in told.reports.values()],
            proof=proofs, recordId=[row["incident_id"]],
        )  # fmt: skip

    def _known(self, party: Row) -> str:
        """The id of a party, which is kept to be described."""
        name = ident(party["party_id"])
        kept = self._parties.setdefault(name, Party(schema=schema_of(party)))
        for values, value in (
            (kept.names, visible(party["name"])), (kept.countries, country(party["country"])),
            (kept.offices, party["office"]), (kept.sectors, party["sector"]),
        ):  # fmt: skip
            if value and value not in values:
                values.append(value)
        return name

    def _note(self, row: Row) -> Row:
        sides = [
            f"“{visible(one['value'])}”: {', '.join(map(visible, one['uris']))}"
            for one in row["readings"]
        ]
        told = [ident(one) for one in row["incidents"] if one in self._proofs]
        return entity(
            ident(row["conflict_id"]), "Note", name=[visible(row["about"])], entity=told,
            description=["; ".join(sides), visible(row["why"])], keywords=[row["kind"]],
        )  # fmt: skip

    def _offices(self) -> Iterator[Row]:
        """Offices as positions, and who is said to have held them from which day to which."""
        posts: dict[str, Row] = {}
        for row in self._chosen.offices():
            holder = self._known({**row, "kind": "person", "sector": None})
            land = country(row["country"])
            post = ident(f"position.{row['country'] or 'none'}.{row['office']}")
            posts.setdefault(
                post, entity(post, "Position", name=[row["office"]], country=[land])
            )  # fmt: skip
            first, last = row["date_start"], row["date_end"]
            yield entity(
                ident(f"occupancy.{holder}.{post}.{first}.{last}"), "Occupancy", holder=[holder],
                post=[post], **bounds(first, last),
                proof=sorted(ident(one["report_id"]) for one in row["asserted"]),
                description=["first and last day on which a report says so"],
            )  # fmt: skip
        yield from posts.values()

    def _relations(self) -> Iterator[Row]:
        for row in self._chosen.relations():
            if row["state"] == "unknown":
                continue
            one, other = (self._known(_state(code)) for code in row["pair"])
            yield entity(
                ident(f"relation.{'.'.join(row['pair'])}.{row['date_start']}"), "UnknownLink",
                subject=[one], object=[other], role=[wording.of(wording.STATES, row["state"])],
                startDate=[begins(row)], endDate=[ends(row)], proof=self._proof(row["since"] or ()),
            )  # fmt: skip

    def _proof(self, incidents: Iterable[str]) -> list[str]:
        return [proof for name in incidents for proof in self._proofs.get(name, ())]


def _documents(told: Told) -> Iterator[Row]:
    """Each telling: which report documents the incident, in which words."""
    for row in told.tellings:
        report, quote = told.reports[row["report_id"]], visible(row["quote"])
        yield entity(
            ident(row["event_id"]), "Documentation", document=[ident(row["report_id"])],
            entity=[ident(told.incident["incident_id"])], role=[quote if len(quote) < LONG else ""],
            summary=[quote if len(quote) >= LONG else ""], **days(row), status=[row["status"]],
            publisher=[visible(report["publisher"] or "")], recordId=[row["event_id"]],
        )  # fmt: skip


def _moment(at: dt.datetime | None) -> str:
    return "" if at is None else at.isoformat(timespec="seconds")


def _party(name: str, party: Party) -> Row:
    is_person = party.schema == "Person"
    return entity(
        name, party.schema, name=party.names[:1], alias=party.names[1:],
        country=party.countries, keywords=party.sectors,
        **({"position": party.offices} if is_person else {}),
    )  # fmt: skip


def _state(code: str) -> Row:
    return {
        "party_id": code, "name": name_of(code) or code, "kind": "state", "country": code,
        "sector": "GOV", "office": None,
    }  # fmt: skip


def files(chosen: Chosen, settings: Settings) -> Iterator[File]:
    """The one file of entities."""
    tally = Tally()
    rows = tally.over(Entities(chosen, settings).all())
    yield File(
        name=NAME, about="a FollowTheMoney entity a line", count=tally.count,
        content=(line + "\n" for line in json_lines(rows)),
    )  # fmt: skip


FORMATS = (
    Format(
        name="ftm", about="FollowTheMoney entities, for Aleph and OpenAleph", files=files,
        takes=("with_text",),
    ),
    STATEMENTS,
)  # fmt: skip
