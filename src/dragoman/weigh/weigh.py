"""Weigh a record: every disagreement between its reports, with both sides and their support."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.diplomacy.relations import Impossible
from dragoman.knowledge.tables import Knowledge
from dragoman.model.claim import CONFLICT_KINDS, Conflict
from dragoman.model.event import Event, OfficeAssertion
from dragoman.model.incident import Linked
from dragoman.model.report import Report
from dragoman.model.sources import sources
from dragoman.weigh.disputes import disputes
from dragoman.weigh.figures import days, numbers, places
from dragoman.weigh.holders import holders
from dragoman.weigh.order import impossible_acts
from dragoman.weigh.outcomes import denials, only_sought
from dragoman.weigh.readings import record
from dragoman.weigh.rivals import by_whom, how, which_mission, whom


def weigh(
    linked: Linked,
    events: Iterable[Event],
    reports: Iterable[Report],
    offices: Iterable[OfficeAssertion],
    knowledge: Knowledge,
    copies: Mapping[str, str],
    *,
    impossible: Iterable[Impossible] = (),
) -> tuple[Conflict, ...]:
    """Find the conflicts of a record.

    Precision comes first: what changed with time, is told in less detail, or is a bound is no
    conflict. Both sides are kept; nothing is decided that the evidence does not decide.

    Args:
        linked: incidents and the incident of each telling.
        events: the tellings, with the record's persons.
        reports: their reports.
        offices: who held what, with the record's persons.
        knowledge: acts and offices.
        copies: from near-copies to their originals.
        impossible: acts that relations did not allow (`derive.relations.fold_relations`).

    Returns:
        Conflicts in the order of the contract's kinds, then by question.
    """
    kept = list(reports)
    whole = record(linked, events, kept, offices, knowledge, sources(kept, copies))
    found = [
        *whom(whole), *which_mission(whole), *by_whom(whole), *how(whole), *disputes(whole),
        *holders(whole),
        *days(whole), *numbers(whole), *denials(whole), *only_sought(whole), *places(whole),
        *impossible_acts(whole, impossible),
    ]  # fmt: skip
    found.sort(key=lambda one: sum(len(reading.quotes) for reading in one.readings))
    unique = {one.conflict_id: one for one in found}  # of two alike the fuller stays
    return tuple(
        sorted(
            unique.values(), key=lambda c: (CONFLICT_KINDS.index(c.kind), c.about, c.conflict_id)
        )
    )
