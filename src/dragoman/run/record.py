"""The record half: everything that needs two reports at once.

    dates of undated reports -> persons -> copies -> incidents -> conflicts -> relations, offices

Pure: the readings in, the rows of every table out. It is made anew from all readings whenever
there are new ones, so no order of reading leaves a trace.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.derive.asylum import asylum_cases
from dragoman.derive.presence import presences
from dragoman.derive.relations import fold_relations
from dragoman.derive.tenures import tenures
from dragoman.diplomacy.asylum import AsylumCase
from dragoman.knowledge.tables import Knowledge
from dragoman.link.clues import Dated
from dragoman.link.copies import copies
from dragoman.link.dating import date_reports, redate
from dragoman.link.link import link
from dragoman.link.persons import link_persons, rename_events, rename_offices
from dragoman.link.sharing import share_dates
from dragoman.model.claim import Conflict, Presence, Spell, Tenure
from dragoman.model.event import Event, OfficeAssertion
from dragoman.model.incident import Linked
from dragoman.model.judgement import Judgement
from dragoman.model.reading import ReportReading
from dragoman.model.report import Rejection, Report
from dragoman.resolve.home import complete
from dragoman.run.judging import as_rows, judged, settled
from dragoman.store import rows
from dragoman.store.rows import Row
from dragoman.weigh.weigh import weigh


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Everything that the tables are written from."""

    reports: tuple[Report, ...]
    copies: Mapping[str, str]
    events: tuple[Event, ...]
    linked: Linked
    conflicts: tuple[Conflict, ...]
    relations: tuple[Spell, ...]
    asylum: tuple[AsylumCase, ...]
    presence: tuple[Presence, ...]
    offices: tuple[Tenure, ...]
    rejections: tuple[Rejection, ...]
    judgements: tuple[Row, ...] = ()


def settle(
    readings: Sequence[ReportReading],
    knowledge: Knowledge,
    judgements: Sequence[Judgement] = (),
) -> Record:
    """What the readings tell together, and what people ruled of it.

    The order of the readings does not matter; that of the judgements does: later ones stand.
    """
    found = [reading for reading in readings if reading.report is not None]
    reports, events = _dated(found, knowledge)
    offices: Iterable[OfficeAssertion] = (one for reading in found for one in reading.offices)
    persons = link_persons(found)
    events = complete(rename_events(events, persons), knowledge)
    offices = rename_offices(offices, persons)
    copied = copies(reports)
    ruled = judged(events, judgements, knowledge)
    events = ruled.events
    linked = link(
        events, reports, knowledge, copied,
        together=ruled.bonds.together, apart=ruled.bonds.apart,
    )  # fmt: skip
    folded = fold_relations(linked.incidents, events, knowledge)
    conflicts = weigh(
        linked, events, reports, offices, knowledge, copied, impossible=folded.impossible
    )
    conflicts, idle = settled(conflicts, judgements)
    # Conflicts are sought in what each report says itself, so dates are shared after weighing.
    events = share_dates(events, linked.incident_of)
    return Record(
        reports=reports, copies=copied, events=events, linked=linked, conflicts=conflicts,
        relations=folded.spells,
        asylum=asylum_cases(linked.incidents, events, knowledge),
        presence=presences(linked.incidents, events, knowledge), offices=tenures(offices, reports),
        rejections=(
            *(note for reading in readings for note in reading.rejections), *ruled.rejections
        ),
        judgements=tuple(as_rows(judgements, ruled.dormant | idle)),
    )  # fmt: skip


def tables(record: Record) -> dict[str, list[Row]]:
    """The rows of every table of the contract, and the texts."""
    incident_of = record.linked.incident_of
    return {
        "reports": [
            rows.report_row(one, record.copies.get(one.report_id)) for one in record.reports
        ],
        "events": [rows.event_row(one, incident_of[one.event_id]) for one in record.events],
        "incidents": [rows.incident_row(one) for one in record.linked.incidents],
        "conflicts": [rows.conflict_row(one) for one in record.conflicts],
        "relations": [rows.relation_row(one) for one in record.relations],
        "asylum": [rows.asylum_row(one) for one in record.asylum],
        "presence": [rows.presence_row(one) for one in record.presence],
        "rejections": [rows.rejection_row(one) for one in record.rejections],
        "offices": [rows.office_row(one) for one in record.offices],
        "judgements": list(record.judgements),
        "texts": [rows.text_row(one) for one in record.reports],
    }


def _dated(
    readings: Sequence[ReportReading], knowledge: Knowledge
) -> tuple[tuple[Report, ...], tuple[Event, ...]]:
    """The reports with the dates that the record infers for them, and what they tell, redated."""
    told = [reading.report for reading in readings if reading.report is not None]
    tellings = [event for reading in readings for event in reading.events]
    said = [one for reading in readings for one in reading.offices]
    found = date_reports(
        told, tellings, kinds=knowledge.acts, offices=said, holders=knowledge.holders
    )
    reports = tuple(_with_date(report, found.get(report.report_id)) for report in told)
    days = {report.report_id: (report.published, report.published_precision) for report in reports}
    return reports, tuple(redate(event, *days[event.report_id]) for event in tellings)


def _with_date(report: Report, dated: Dated | None) -> Report:
    if dated is None or report.published is not None:
        return report
    return replace(
        report, published=dated.published, published_from="inferred",
        published_precision=dated.precision,
    )  # fmt: skip
