"""Weigh events made by hand: link them, fold relations, find the conflicts."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.derive.relations import fold_relations
from dragoman.link.link import link
from dragoman.model.claim import Conflict
from dragoman.model.event import Event, OfficeAssertion
from dragoman.model.report import Report
from dragoman.weigh.weigh import weigh
from tests.factory import report
from tests.kinds import KNOWLEDGE


def conflicts(
    *events: Event,
    offices: Sequence[OfficeAssertion] = (),
    reports: Sequence[Report] = (),
) -> tuple[Conflict, ...]:
    """The conflicts of a record that holds these events and offices."""
    known = {one.report_id: one for one in reports}
    told = [*(e.report_id for e in events), *(o.report_id for o in offices)]
    all_reports = [known.get(report_id) or report(report_id) for report_id in sorted(set(told))]
    linked = link(events, all_reports, KNOWLEDGE, {})
    folded = fold_relations(linked.incidents, events, KNOWLEDGE)
    return weigh(linked, events, all_reports, offices, KNOWLEDGE, {}, impossible=folded.impossible)


def values(found: Sequence[Conflict]) -> list[list[str]]:
    """The values of each conflict's readings."""
    return [[reading.value for reading in one.readings] for one in found]
