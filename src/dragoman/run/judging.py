"""Judgements at work: what people ruled, laid over what the machine found.

A ruling names tellings by anchors, so it holds when reports are read again by a newer version: the
same words of the same report. One whose words are coded no more changes nothing; `Effect` says so.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, product
from typing import Any

from dragoman.dates import DateRange, day, span
from dragoman.diplomacy.acts import ActKind
from dragoman.knowledge.tables import Knowledge
from dragoman.model.claim import Conflict
from dragoman.model.event import Event, Party, Place
from dragoman.model.judgement import Anchor, Judgement
from dragoman.model.report import Rejection

SURE = 1.0
"""The confidence of what a person accepted or corrected."""

Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bonds:
    """Pairs of event ids, each sorted, that must be one incident, and that must not."""

    together: Pairs = frozenset()
    apart: Pairs = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What the judgements make of the tellings.

    `dormant` are the ids of judgements that change nothing: their words are coded no more, their
    conflict is gone, or they were undone.
    """

    events: tuple[Event, ...]
    bonds: Bonds
    rejections: tuple[Rejection, ...]
    dormant: frozenset[str] = field(default_factory=frozenset)


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that no later one undid, in order; rulings to undo are left out."""
    given = tuple(judgements)
    undone: set[str] = set()
    for one in reversed(given):
        if one.ruling == "undo" and one.judgement_id not in undone:
            undone.update(one.about)
    return tuple(j for j in given if j.ruling != "undo" and j.judgement_id not in undone)


def judged(
    events: Sequence[Event], judgements: Iterable[Judgement], knowledge: Knowledge
) -> Effect:
    """The tellings as people ruled them, and what must and must not be one incident.

    A later ruling on the same telling stands over an earlier one.
    """
    told = {event.event_id: event for event in events}
    find = _Finder(events)
    together: set[tuple[str, str]] = set()
    apart: set[tuple[str, str]] = set()
    gone: dict[str, Judgement] = {}
    dormant: set[str] = set()
    for one in standing(judgements):
        groups = [[i for a in group if (i := find.event(a)) is not None] for group in one.tellings]
        meant = [i for group in groups for i in group]
        if one.ruling != "settle" and not meant:
            dormant.add(one.judgement_id)
        elif one.ruling == "reject":
            gone.update((i, one) for i in meant)
        elif one.ruling in ("accept", "correct"):
            for i in meant:
                gone.pop(i, None)
                told[i] = _ruled(told[i], one, knowledge)
        elif one.ruling == "merge":
            together |= {_pair(i, j) for i, j in combinations(sorted(set(meant)), 2)}
            apart -= together
        elif one.ruling == "split" and len(groups) == 2:
            apart |= {_pair(i, j) for i, j in product(*groups) if i != j}
            together -= apart
    return Effect(
        events=tuple(told[e.event_id] for e in events if e.event_id not in gone),
        bonds=Bonds(together=frozenset(together), apart=frozenset(apart)),
        rejections=tuple(_note(told[i], one) for i, one in sorted(gone.items())),
        dormant=frozenset(dormant),
    )


def settled(
    conflicts: Sequence[Conflict], judgements: Iterable[Judgement]
) -> tuple[tuple[Conflict, ...], frozenset[str]]:
    """The conflicts with the readings that people found right preferred; and the idle rulings.

    A conflict is the one that was ruled on when it has the id, or the same kind and words of two of
    its readings.
    """
    out = list(conflicts)
    idle: set[str] = set()
    for one in standing(judgements):
        if one.ruling != "settle":
            continue
        hit = False
        for k, conflict in enumerate(out):
            at = _right_reading(conflict, one)
            if at is not None:
                hit = True
                why = f"settled by {one.by} on {one.at[:10]}" + (
                    f": {one.note}" if one.note else ""
                )
                out[k] = replace(conflict, preferred=at, why=why)
        if not hit:
            idle.add(one.judgement_id)
    return tuple(out), frozenset(idle)


def _right_reading(conflict: Conflict, one: Judgement) -> int | None:
    """The index of the reading that a ruling found right; None when it is of another conflict."""
    if conflict.conflict_id not in one.about:
        quotes = set(one.value.get("quotes", ()))
        shared = sum(bool(quotes & set(reading.quotes)) for reading in conflict.readings)
        if conflict.kind != one.value.get("kind") or shared < 2:
            return None
    values = [reading.value for reading in conflict.readings]
    return values.index(one.value["value"]) if one.value["value"] in values else None


class _Finder:
    """Finds the tellings that anchors mean."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._ids = {event.event_id for event in events}
        self._of: dict[tuple[str, str], list[Event]] = defaultdict(list)
        for event in events:
            self._of[event.report_id, event.act].append(event)

    def event(self, anchor: Anchor) -> str | None:
        """The id of the telling; None when nothing of the report is coded so any more."""
        if anchor.event_id in self._ids:
            return anchor.event_id
        shared = {
            event.event_id: min(event.end, anchor.end) - max(event.start, anchor.start)
            for event in self._of[anchor.report_id, anchor.act]
        }
        best = max(shared, key=lambda i: (shared[i], i), default=None)
        return best if best is not None and shared[best] > 0 else None


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _note(event: Event, one: Judgement) -> Rejection:
    why = f" ({one.note})" if one.note else ""
    return Rejection(
        stage="review", uri=event.report, report_id=event.report_id, reason="judged_wrong",
        detail=f"{one.by} ruled on {one.at[:10]} that this does not tell {event.act!r}{why}: "
        f"{event.quote}",
    )  # fmt: skip


# --- corrections --------------------------------------------------------------------------------


def _ruled(event: Event, one: Judgement, knowledge: Knowledge) -> Event:
    event = replace(event, confidence=SURE)
    if one.ruling == "accept":
        return event
    changes: dict[str, Any] = {"coder": f"human:{one.by}"}
    value = one.value
    if "act" in value and value["act"] in knowledge.acts:
        changes |= _coded(knowledge.acts[value["act"]], knowledge)
    if "status" in value:
        changes["status"] = value["status"]
    if "date" in value:
        days = read_days(value["date"])
        why = f"corrected by {one.by}"
        changes["when"] = replace(event.when, range=days, relative=None, why=why)
    for side in ("actors", "recipients"):
        if side in value:
            changes[side] = tuple(Party(**party) for party in value[side])
    if "place" in value:
        changes["place"] = None if value["place"] is None else Place(**value["place"])
    return replace(event, **changes)


def _coded(kind: ActKind, knowledge: Knowledge) -> dict[str, Any]:
    """The codes of an act by its own definition."""
    quad, intensity = knowledge.scores(kind.event_type, kind.mode, kind.cameo)
    return {
        "act": kind.id, "event_type": kind.event_type, "mode": kind.mode, "cameo": kind.cameo,
        "quad_class": quad, "intensity": intensity,
    }  # fmt: skip


def read_days(text: str) -> DateRange | None:
    """ "2024-03-05" or "2024-03-05/2024-03-09" (both inclusive); "" is no date.

    Raises:
        ValueError: it is neither.
    """
    if not text:
        return None
    first, slash, last = text.partition("/")
    since = dt.date.fromisoformat(first)
    return span(since, dt.date.fromisoformat(last)) if slash else day(since)


def as_rows(judgements: Sequence[Judgement], idle: frozenset[str]) -> list[dict[str, Any]]:
    """Rows of the table of judgements, in the order given."""
    stand = {one.judgement_id for one in standing(judgements)}
    undone_by = {
        i: one.judgement_id for one in judgements if one.ruling == "undo" for i in one.about
    }
    return [
        {
            "judgement_id": one.judgement_id, "ruling": one.ruling, "about": list(one.about),
            "events": [anchor.event_id for group in one.tellings for anchor in group],
            "by": one.by, "at": one.at, "note": one.note,
            "undone_by": undone_by.get(one.judgement_id),
            "holds": one.judgement_id in stand and one.judgement_id not in idle,
        }
        for one in judgements
    ]  # fmt: skip
