"""Build conflicts: readings with their support, which is preferred, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.dates import DateRange
from dragoman.knowledge.tables import Knowledge
from dragoman.model.claim import Conflict, Reading
from dragoman.model.event import Event, OfficeAssertion, Party
from dragoman.model.ids import identifier
from dragoman.model.incident import Incident, Linked
from dragoman.model.report import Report
from dragoman.model.sources import Sources

QUOTES = 6
"""A reading shows at most this many passages; its reports are all listed."""
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of a report that stand for a value, and the source behind them."""

    report_id: str
    uri: str
    quote: str
    source: str
    confidence: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One value and the passages that give it."""

    value: str
    passages: tuple[Passage, ...]

    @property
    def reports(self) -> frozenset[str]:
        """The reports that give the value."""
        return frozenset(passage.report_id for passage in self.passages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All that weighing looks at, indexed once.

    `events` by id; `told_in` by report and `told_of` by act, both in the order of ids.
    """

    events: Mapping[str, Event]
    told_in: Mapping[str, tuple[Event, ...]]
    told_of: Mapping[str, tuple[Event, ...]]
    incidents: tuple[Incident, ...]
    incident_of: Mapping[str, str]
    reports: Mapping[str, Report]
    offices: tuple[OfficeAssertion, ...]
    knowledge: Knowledge
    origin: Sources

    def tellings(self, incident: Incident) -> list[Event]:
        """The events of an incident, in the order of their ids."""
        return [self.events[event_id] for event_id in sorted(incident.events)]

    def passage(self, event: Event) -> Passage:
        """An event's quote as a passage."""
        return Passage(
            report_id=event.report_id, uri=event.report, quote=event.quote,
            source=self.origin.behind(event), confidence=event.confidence,
        )  # fmt: skip

    def said(self, office: OfficeAssertion) -> Passage:
        """An office assertion's quote as a passage."""
        return Passage(
            report_id=office.report_id, uri=office.uri, quote=office.quote,
            source=self.origin.of_report.get(office.report_id, office.report_id),
        )  # fmt: skip


def record(
    linked: Linked,
    events: Iterable[Event],
    reports: Iterable[Report],
    offices: Iterable[OfficeAssertion],
    knowledge: Knowledge,
    origin: Sources,
) -> Record:
    """Index what weighing needs; every order is fixed by ids."""
    told = sorted(events, key=lambda event: event.event_id)
    in_report: dict[str, list[Event]] = {}
    of_act: dict[str, list[Event]] = {}
    for event in told:
        in_report.setdefault(event.report_id, []).append(event)
        of_act.setdefault(event.act, []).append(event)
    return Record(
        events={event.event_id: event for event in told},
        told_in={report: tuple(some) for report, some in in_report.items()},
        told_of={act: tuple(some) for act, some in of_act.items()},
        incidents=tuple(sorted(linked.incidents, key=lambda one: one.incident_id)),
        incident_of=linked.incident_of,
        reports={report.report_id: report for report in reports},
        offices=tuple(sorted(offices, key=lambda o: (o.report_id, o.start, o.party_id, o.quote))),
        knowledge=knowledge, origin=origin,
    )  # fmt: skip


def conflict(
    kind: str,
    about: str,
    sides: Sequence[Side],
    *,
    incidents: Iterable[str] = (),
    between: str = "reports",
    preferred: tuple[str, str] | None = None,
) -> Conflict:
    """A conflict of at least two sides, the best supported first.

    Args:
        kind: one of `CONFLICT_KINDS`.
        about: the question in plain words.
        sides: the values and their passages.
        incidents: the incidents it is about.
        between: "reports", "parties" or "within".
        preferred: (value, reason) where something else than the count of sources decides.
    """
    readings = sorted((_reading(side) for side in sides), key=_support)
    index, why = _preference(readings, between, preferred)
    return Conflict(
        conflict_id=identifier(
            "c_", kind, about, *(r.value for r in sorted(readings, key=lambda r: r.value))
        ),
        kind=kind, between=between, about=about, incidents=tuple(dict.fromkeys(incidents)),
        readings=tuple(readings), preferred=index, why=why,
    )  # fmt: skip


def _support(reading: Reading) -> tuple[int, int, str]:
    return -reading.independent_sources, -len(reading.reports), reading.value


def _reading(side: Side) -> Reading:
    passages = sorted(
        dict.fromkeys(side.passages), key=lambda p: (-p.confidence, p.uri, p.report_id, p.quote)
    )
    reports = {passage.report_id: passage.uri for passage in passages}
    ordered = sorted(reports, key=lambda report_id: (reports[report_id], report_id))
    first_of_each = list({passage.report_id: passage for passage in reversed(passages)}.values())
    shown = sorted(first_of_each, key=lambda p: (p.uri, p.quote))
    shown += [passage for passage in passages if passage not in shown]
    return Reading(
        value=side.value, reports=tuple(ordered), uris=tuple(reports[r] for r in ordered),
        quotes=tuple(dict.fromkeys(p.quote for p in shown))[:QUOTES],
        independent_sources=len({passage.source for passage in passages}),
    )  # fmt: skip


def _preference(
    readings: Sequence[Reading], between: str, preferred: tuple[str, str] | None
) -> tuple[int | None, str]:
    if preferred is not None:
        value, why = preferred
        return next(i for i, reading in enumerate(readings) if reading.value == value), why
    if between == "parties":
        return None, "The parties contradict each other; the reports do not settle it."
    best, second = readings[0].independent_sources, readings[1].independent_sources
    if best > second:
        return 0, (
            f"{best} independent sources say “{readings[0].value}”, {second} "
            f"{'says' if second == 1 else 'say'} “{readings[1].value}”."
        )
    each = f"{best} independent source{'s' if best != 1 else ''}"
    return None, f"Each reading has {each}; nothing else decides."


def named(parties: Iterable[Party]) -> str:
    """Names joined as in a sentence; states where both a state and its people are given."""
    some = list(parties)
    states = [party for party in some if party.kind == "state"]
    names = list(dict.fromkeys(party.name for party in states or some))
    return names[0] if len(names) == 1 else " and ".join([", ".join(names[:-1]), names[-1]][-2:])


def whether(ask: str, incident: Incident) -> str:
    """ "Did this happen: Uruguay granted asylum to Ana Ruiz (Chile), May 2024?" """
    return f"{ask}: {incident.summary.rstrip('.')}?"


def question(record_: Record, incident: Incident, words: str | None = None) -> str:
    """ "Who was granted asylum (Uruguay, Chile; May 2024)?" """
    kind = record_.knowledge.acts.get(incident.act)
    ask = words or (kind.question if kind is not None else "What happened")
    who = [named(side) for side in (incident.actors, incident.recipients) if side]
    when = around(incident.range)
    detail = "; ".join(part for part in (", ".join(who), when) if part)
    return f"{ask} ({detail})?" if detail else f"{ask}?"


def around(range_: DateRange | None) -> str:
    """The month or months of a range: "May 2024"; empty when unknown."""
    if range_ is None or range_.first is None or range_.last is None:
        return ""
    first, last = range_.first, range_.last
    if range_.precision == "year":
        return str(first.year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    return f"{_MONTHS[first.month - 1]} {first.year} to {_MONTHS[last.month - 1]} {last.year}"
