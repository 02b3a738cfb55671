"""Linked data: incidents in SEM, where they are known from in PROV, as JSON-LD and as Turtle.

SEM (the Simple Event Model) knows views by authority: each reading of a disagreement is one. Both
files come from the same nodes and one context, data/context.json, and hold the same graph.

Source: semanticweb.cs.vu.nl/2009/11/sem; www.w3.org/TR/prov-o.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import partial

from dragoman.formats import turtle
from dragoman.formats.chosen import Chosen, Told
from dragoman.formats.context import context, term
from dragoman.formats.countries import name_of
from dragoman.formats.edtf import edtf
from dragoman.formats.ends import KNOWN, lasting
from dragoman.formats.issued import issued
from dragoman.formats.jsons import Node, Value, listed
from dragoman.formats.registry import File, Format, Settings
from dragoman.formats.tags import tag
from dragoman.formats.tally import Tally
from dragoman.show.visible import language_tag, visible, web_link
from dragoman.store.export import json_text
from dragoman.store.rows import Row

SIDES = (("actors", "actor"), ("recipients", "recipient"), ("others", None))
"""Where parties stand in a row, and their role; those of others have one of their own."""


class Graph:
    """The nodes of what was chosen, each once."""

    def __init__(self, chosen: Chosen, settings: Settings) -> None:
        self._chosen, self._settings = chosen, settings
        self._named: dict[str, Node] = {}

    def nodes(self) -> Iterator[Node]:
        """Runs, reports, incidents with their tellings, disagreements, and who and where."""
        run = self._run()
        yield run
        for report in self._chosen.reports():
            yield self._report(report)
        disputes: dict[str, Row] = {}
        for told in self._chosen.told():
            yield from self._incident(told)
            for row in told.tellings:
                yield self._telling(told, row, str(run["id"]))
            disputes.update((row["conflict_id"], row) for row in told.conflicts)
        for row in disputes.values():
            yield from _disagreement(row)
        yield from map(self._spell, self._chosen.relations())
        yield from map(self._tenure, self._chosen.offices())
        yield from (self._named[name] for name in sorted(self._named))

    def _run(self) -> Node:
        made = self._chosen.store.rows("made")
        coder = made[0]["coder"] if made else None
        knowledge = made[0]["knowledge"] if made else None
        return _node(
            tag(f"run/{coder}/{knowledge}"), "Activity", coder=coder, knowledge=knowledge
        )  # fmt: skip

    def _report(self, row: Row) -> Node:
        copied = row["duplicate_of"]
        text = self._chosen.text(row["report_id"]) if self._settings.with_text else None
        return _node(
            tag(row["report_id"]), "Authority", "Entity", "NewsArticle",
            headline=_shown(row["title"]), author=_shown(row["byline"]),
            publisher=_shown(row["publisher"]), published=issued(row) or None, language=row["lang"],
            url=web_link(row["uri"]), uri=_shown(row["uri"]), sha256=row["sha256"],
            copyOf=copied and tag(copied), text=text,
        )  # fmt: skip

    def _incident(self, told: Told) -> Iterator[Node]:
        row = told.incident
        name = tag(row["incident_id"])
        roles = [
            _node(f"{name}/role/{at}", "Role", of=self._party(party), roleType=term(f"role/{role}"))
            for at, (role, party) in enumerate(_parts(row))
        ]
        actors: list[Value] = [role["of"] for role in roles]
        types = ((row["act"], "act"), (row["event_type"], "plover"))
        yield _node(
            name, "Incident", "Entity", label=_shown(row["summary"]),
            eventType=[term(f"{kind}/{code}") for code, kind in types if code],
            hasActor=[*actors, *(role["id"] for role in roles)], hasPlace=self._place(row["place"]),
            **_days(row), **_codes(row), reports=row["reports"],
            independentSources=row["independent_sources"],
            derivedFrom=[tag(one["event_id"]) for one in told.tellings],
        )  # fmt: skip
        yield from roles

    def _telling(self, told: Told, row: Row, run: str) -> Node:
        report = told.reports[row["report_id"]]
        return _node(
            tag(row["event_id"]), "Telling", "Entity", tells=tag(told.incident["incident_id"]),
            accordingTo=tag(row["report_id"]), derivedFrom=tag(row["report_id"]),
            generatedBy=run, attributedTo=self._coder(row["coder"]),
            quote=_said(row["quote"], report["lang"]), start=row["start"], stop=row["end"],
            citing=[_shown(one) for one in row["attributed_to"] or ()], **_days(row), **_codes(row),
        )  # fmt: skip

    def _spell(self, row: Row) -> Node:
        one, other = row["pair"]
        name = tag(f"relations/{one}/{other}/{row['date_start'] or ''}")
        return _node(
            name, "Spell", "Entity", between=[self._state(one), self._state(other)],
            state=row["state"], date=lasting(row),
            begin=_iso(row["date_start"]) if row["start_precision"] in KNOWN else None,
            end=_iso(row["date_end"]) if row["end_precision"] in KNOWN else None,
            since=[tag(key) for key in row["since"] or ()],
        )  # fmt: skip

    def _tenure(self, row: Row) -> Node:
        days = f"{row['date_start'] or ''}/{row['date_end'] or ''}"
        name = tag(f"office/{row['party_id']}/{row['office']}/{row['country'] or ''}/{days}")
        return _node(
            name, "Tenure", "Entity", office=row["office"], country=row["country"],
            holder=self._party({**row, "kind": "person", "sector": None}),
            earliestBegin=_iso(row["date_start"]), latestEnd=_iso(row["date_end"]),
            derivedFrom=[tag(one["report_id"]) for one in row["asserted"] or ()],
        )  # fmt: skip

    def _party(self, row: Row) -> str:
        return self._named_once(
            tag(f"party/{row['party_id']}"), "Actor", label=_shown(row["name"]),
            actorType=term(f"party/{row['kind']}"), country=row["country"], sector=row["sector"],
        )  # fmt: skip

    def _state(self, code: str) -> str:
        return self._party(
            {"party_id": code, "name": name_of(code) or code, "kind": "state", "country": code,
             "sector": "GOV"}
        )  # fmt: skip

    def _place(self, row: Row | None) -> str | None:
        if row is None:
            return None
        where = "/".join(str(row[key] or "") for key in ("country", "name", "lat", "lon"))
        return self._named_once(
            tag(f"place/{where}"), "Place", label=_shown(row["name"]), country=row["country"],
            lat=_decimal(row["lat"]), long=_decimal(row["lon"]),
        )  # fmt: skip

    def _coder(self, coder: str) -> str:
        is_person = coder.startswith("human:")
        kind = "Person" if is_person else "SoftwareAgent"
        return self._named_once(
            tag(f"coder/{coder}"), kind, label=_shown(coder.removeprefix("human:"))
        )  # fmt: skip

    def _named_once(self, name: str, *types: str, **properties: Value) -> str:
        """Whoever is named by many is described once, as named first."""
        self._named.setdefault(name, _node(name, *types, **properties))
        return name


def _disagreement(row: Row) -> Iterator[Node]:
    name = tag(row["conflict_id"])
    views = [
        _node(
            f"{name}/reading/{at}", "View", value=_shown(side["value"]),
            accordingTo=[tag(report) for report in side["reports"]],
            quote=[_shown(quote) for quote in side["quotes"]],
            independentSources=side["independent_sources"],
        )
        for at, side in enumerate(row["readings"])
    ]  # fmt: skip
    preferred = row["preferred"]
    yield _node(
        name, "Disagreement", "Entity", label=_shown(row["about"]), kind=row["kind"],
        about=[tag(key) for key in row["incidents"]], reading=[view["id"] for view in views],
        preferred=None if preferred is None else views[preferred]["id"], why=_shown(row["why"]),
    )  # fmt: skip
    yield from views


def _parts(row: Row) -> Iterator[tuple[str, Row]]:
    for side, role in SIDES:
        for party in row[side]:
            yield role or party["role"], party


def _codes(row: Row) -> Node:
    return {
        "act": row["act"], "status": row["status"], "cameo": row["cameo"],
        "quadClass": row["quad_class"], "intensity": _decimal(row["intensity"]),
        "confidence": _decimal(row["confidence"]),
    }  # fmt: skip


def _days(row: Row) -> Node:
    """A known day as begin and end; else the bounds within which it lies. Both as EDTF too."""
    first, last, precision = row["date_start"], row["date_end"], row["date_precision"]
    names = ("begin", "end") if precision == "day" else ("earliestBegin", "latestEnd")
    days: Node = dict(zip(names, (_iso(first), _iso(last)), strict=True))
    return {**days, "date": edtf(first, last, precision) or None}


def _node(name: str, *types: str, **properties: Value) -> Node:
    found: Node = {"id": name, "type": list(types)}
    for key, value in properties.items():
        if isinstance(value, list):
            # A graph holds a statement once.
            value = [one for at, one in enumerate(value) if one not in value[:at]]
        if value not in (None, "", []):
            found[key] = value
    return found


def _said(quote: str, lang: str | None) -> Value:
    known = language_tag(lang)
    return {"@value": _shown(quote), "@language": known.lower()} if known else _shown(quote)


def _shown(text: str | None) -> str | None:
    return None if text is None else visible(text)


def _iso(day: object) -> str | None:
    return None if day is None else str(day)


def _decimal(number: float | None) -> str | None:
    """A number as xsd:decimal, which has no exponent."""
    return None if number is None else format(Decimal(str(number)), "f")


def _json(nodes: Iterable[Node]) -> Iterator[str]:
    yield f'{{"@context": {json_text(context())},\n"@graph": '
    yield from listed(nodes)
    yield "}\n"


def _files(
    chosen: Chosen, settings: Settings, *, name: str, write: Callable[..., Iterator[str]]
) -> Iterator[File]:
    tally = Tally()
    nodes = tally.over(Graph(chosen, settings).nodes())
    yield File(
        name=name, about="a node per report, telling, incident, party, place, reading, spell",
        content=write(nodes), count=tally.count,
    )  # fmt: skip


FORMATS = (
    Format(
        name="jsonld", about="linked data in SEM and PROV, as JSON-LD", takes=("with_text",),
        files=partial(_files, name="record.jsonld", write=_json),
    ),
    Format(
        name="turtle", about="linked data in SEM and PROV, as Turtle", takes=("with_text",),
        files=partial(_files, name="record.ttl", write=turtle.lines),
    ),
)  # fmt: skip
