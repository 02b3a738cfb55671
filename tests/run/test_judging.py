"""Judgements over tellings: which hold, what they change, and that they survive another reading."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dragoman.knowledge.load import load
from dragoman.model.claim import Conflict, Reading
from dragoman.model.event import Event
from dragoman.model.judgement import Anchor, Judgement
from dragoman.run.judging import Effect, judged, read_days, settled, standing
from tests import factory

TOLD = (
    factory.event("meet", ("CHL", "NOR"), report="r1", event_id="e1", quote="Chile and Norway met"),
    factory.event("recall_ambassador", "CHL", "NOR", report="r1", event_id="e2", quote="recalled"),
    factory.event("meet", ("CHL", "NOR"), report="r2", event_id="e3", quote="They met"),
)


def anchor(event: Event, **changed: Any) -> Anchor:
    given = Anchor(
        event_id=event.event_id, report_id=event.report_id, act=event.act, start=event.start,
        end=event.end,
    )  # fmt: skip
    return replace(given, **changed)


def ruling(
    name: str, given: str, *groups: tuple[Anchor, ...], about: tuple[str, ...] = (), **value: Any
) -> Judgement:
    return Judgement(
        judgement_id=name, ruling=given, about=about, tellings=groups, value=value, by="Ana",
        at="2026-01-02T03:04:05+00:00",
    )  # fmt: skip


def effect(*judgements: Judgement, events: tuple[Event, ...] = TOLD) -> Effect:
    return judged(events, judgements, load())


def test_an_accepted_telling_is_sure() -> None:
    found = effect(ruling("j1", "accept", (anchor(TOLD[0]),)))
    confidences = [event.confidence for event in found.events]
    assert confidences == [1.0, TOLD[1].confidence, TOLD[2].confidence]


def test_a_rejected_telling_leaves_with_a_reason() -> None:
    found = effect(ruling("j1", "reject", (anchor(TOLD[1]),)))
    assert [event.event_id for event in found.events] == ["e1", "e3"]
    (note,) = found.rejections
    assert (note.reason, note.report_id) == ("judged_wrong", "r1")
    assert "Ana ruled" in note.detail


def test_a_correction_outranks_the_machine() -> None:
    right = {"act": "expel_diplomats", "status": "denied", "date": "2024-03-05/2024-03-06"}
    found = effect(ruling("j1", "correct", (anchor(TOLD[1]),), **right))
    event = found.events[1]
    assert (event.event_id, event.act, event.status) == ("e2", "expel_diplomats", "denied")
    assert (event.event_type, event.coder, event.confidence) == ("SANCTION", "human:Ana", 1.0)
    assert event.when.range == factory.dates("2024-03-05/2024-03-06")


def test_a_correction_to_no_date_leaves_none() -> None:
    dated = (replace(TOLD[0], when=factory.when("2024-03-05")),)
    found = effect(ruling("j1", "correct", (anchor(TOLD[0]),), date=""), events=dated)
    assert found.events[0].when.range is None


def test_a_later_ruling_stands_over_an_earlier_one() -> None:
    at = (anchor(TOLD[1]),)
    back = effect(ruling("j1", "reject", at), ruling("j2", "accept", at))
    assert len(back.events) == 3
    gone = effect(ruling("j1", "accept", at), ruling("j2", "reject", at))
    assert len(gone.events) == 2


def test_merged_tellings_are_bound_and_split_ones_kept_apart() -> None:
    first, last = anchor(TOLD[0]), anchor(TOLD[2])
    assert effect(ruling("j1", "merge", (first, last))).bonds.together == {("e1", "e3")}
    assert effect(ruling("j1", "split", (last,), (first,))).bonds.apart == {("e1", "e3")}


def test_of_a_merge_and_a_split_the_later_holds() -> None:
    first, last = anchor(TOLD[0]), anchor(TOLD[2])
    bonds = effect(
        ruling("j1", "merge", (first, last)), ruling("j2", "split", (last,), (first,))
    ).bonds
    assert (bonds.together, bonds.apart) == (frozenset(), {("e1", "e3")})


def test_an_undone_ruling_does_not_hold_and_an_undone_undoing_brings_it_back() -> None:
    given = ruling("j1", "reject", (anchor(TOLD[1]),))
    undo = ruling("j2", "undo", about=("j1",))
    again = ruling("j3", "undo", about=("j2",))
    assert standing([given, undo]) == ()
    assert standing([given, undo, again]) == (given,)


def test_a_ruling_holds_when_the_telling_has_another_id() -> None:
    moved = anchor(TOLD[1], event_id="e-of-old", start=TOLD[1].start + 2)
    assert len(effect(ruling("j1", "reject", (moved,))).events) == 2


@pytest.mark.parametrize("changed", [{"act": "attack"}, {"report_id": "r9"}])
def test_a_ruling_on_words_coded_no_more_is_dormant(changed: dict[str, str]) -> None:
    found = effect(ruling("j1", "reject", (anchor(TOLD[1], event_id="e-of-old", **changed),)))
    assert len(found.events) == 3
    assert found.dormant == {"j1"}


def conflict(name: str = "c1") -> Conflict:
    sides = tuple(
        Reading(value=value, reports=(), uris=(), quotes=(quote,), independent_sources=1)
        for value, quote in (("two", "two envoys"), ("three", "three envoys"))
    )
    return Conflict(
        conflict_id=name, kind="number", between="reports", about="How many?", incidents=(),
        readings=sides, preferred=None, why="Open.",
    )  # fmt: skip


SETTLES = {"kind": "number", "quotes": ["three envoys", "two envoys"], "value": "three"}


def test_a_settled_conflict_prefers_the_reading_that_is_right() -> None:
    (one,), idle = settled([conflict()], [ruling("j1", "settle", about=("c1",), **SETTLES)])
    assert (one.preferred, one.why, idle) == (1, "settled by Ana on 2026-01-02", frozenset())


def test_a_settled_conflict_is_known_by_its_words_when_its_id_changed() -> None:
    (one,), _ = settled([conflict("c9")], [ruling("j1", "settle", about=("c1",), **SETTLES)])
    assert one.preferred == 1


def test_a_ruling_on_a_conflict_that_is_gone_is_idle() -> None:
    assert settled([], [ruling("j1", "settle", about=("c1",), **SETTLES)]) == ((), {"j1"})


def test_days_are_read_as_written() -> None:
    assert read_days("") is None
    assert read_days("2024-03-05") == factory.dates("2024-03-05")
    with pytest.raises(ValueError, match="day"):
        read_days("2024-02-31")
