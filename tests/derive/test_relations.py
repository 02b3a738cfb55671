from __future__ import annotations

import datetime as dt

from dragoman.derive.relations import Relations, fold_relations
from dragoman.link.link import link
from dragoman.model.event import Event
from tests.factory import event, party, report
from tests.kinds import KNOWLEDGE


def _relations(*events: Event) -> Relations:
    reports = [report(e.report_id) for e in events]
    linked = link(events, reports, KNOWLEDGE, {})
    return fold_relations(linked.incidents, events, KNOWLEDGE)


def _states(*events: Event) -> list[tuple[str | None, str]]:
    return [
        (s.date_start and s.date_start.isoformat(), s.state) for s in _relations(*events).spells
    ]


def test_severance_is_a_spell_from_its_day() -> None:
    told = event("sever_relations", "URY", "CHL", date="2024-05-03")
    assert _states(told) == [(None, "unknown"), ("2024-05-03", "severed")]


def test_spells_end_the_day_before_the_next_begins() -> None:
    told = event("sever_relations", "URY", "CHL", date="2024-05-03")
    first, second = _relations(told).spells
    assert (first.date_end, second.date_end) == (dt.date(2024, 5, 2), None)


def test_the_pair_is_sorted() -> None:
    told = event("sever_relations", "URY", "CHL", date="2024-05-03")
    assert _relations(told).spells[0].pair == ("CHL", "URY")


def test_planned_and_denied_acts_change_nothing() -> None:
    told = [
        event("sever_relations", "URY", "CHL", date="2024-05-03", status=status)
        for status in ("planned", "denied", "hypothetical", "claimed")
    ]
    assert _states(*told) == []


def test_an_undated_act_is_left_out_and_told() -> None:
    result = _relations(event("sever_relations", "URY", "CHL"))
    assert (result.spells, len(result.undated)) == ((), 1)


def test_an_undated_telling_takes_the_day_of_the_incident() -> None:
    told = [
        event("sever_relations", "URY", "CHL", report="r1", date="2024-05-03"),
        event("sever_relations", "URY", "CHL", report="r2"),
    ]
    assert _states(*told)[-1] == ("2024-05-03", "severed")


def test_expelled_attaches_leave_the_ambassador_in_post() -> None:
    told = event("expel_diplomats", "URY", "CHL", date="2024-05-03", quote="expelled two attachés")
    assert _states(told) == []


def test_an_expelled_ambassador_leaves_relations_recalled() -> None:
    envoy = party("Ana Ruiz", country="CHL", office="ambassador")
    told = event("expel_diplomats", "URY", "CHL", date="2024-05-03", others={"official": envoy})
    assert _states(told) == [(None, "full"), ("2024-05-03", "recalled")]


def test_two_acts_of_one_level_are_one_spell() -> None:
    told = [
        event("expel_diplomats", "URY", "CHL", date="2024-05-03", quote="expelled the ambassador"),
        event("recall_ambassador", "URY", "CHL", date="2024-07-03"),
    ]
    spells = _relations(*told).spells
    assert [(s.state, len(s.since)) for s in spells] == [("full", 0), ("recalled", 2)]


def test_a_severance_by_both_is_told_once() -> None:
    told = event("sever_relations", ("URY", "CHL"), ("URY", "CHL"), date="2024-05-03")
    assert _relations(told).impossible == ()


def test_one_act_towards_two_states_makes_two_dyads() -> None:
    told = event("recall_ambassador", "URY", ("CHL", "BRA"), date="2024-05-03")
    assert sorted({s.pair for s in _relations(told).spells}) == [("BRA", "URY"), ("CHL", "URY")]


def test_a_recall_after_a_severance_is_set_apart() -> None:
    told = [
        event("sever_relations", "URY", "CHL", date="2024-05-03"),
        event("recall_ambassador", "URY", "CHL", date="2024-09-03"),
    ]
    assert [one.act.kind for one in _relations(*told).impossible] == ["recall_ambassador"]


def test_an_act_known_to_the_year_stands_in_the_middle_of_it() -> None:
    told = event("sever_relations", "URY", "CHL", date="1961")
    assert _states(told)[-1] == ("1961-07-02", "severed")
    assert [(s.start_precision, s.end_precision) for s in _relations(told).spells] == [
        (None, "year"), ("year", None),
    ]  # fmt: skip


def test_an_act_dated_too_widely_is_left_out() -> None:
    told = event("sever_relations", "URY", "CHL", date="2001-01-01/2009-12-31")
    assert len(_relations(told).undated) == 1


def test_an_ambassador_who_returns_ends_a_recall() -> None:
    told = [
        event("recall_ambassador", "URY", "CHL", date="2024-05-03"),
        event("restore_relations", "URY", "CHL", date="2024-07-03",
              others={"official": party("envoy", country="URY", kind="person", office="envoy")}),
    ]  # fmt: skip
    assert [state for _, state in _states(*told)] == ["full", "recalled", "full"]


def test_an_ambassador_who_returns_does_not_mean_that_relations_were_broken() -> None:
    envoy = party("envoy", country="URY", kind="person", office="envoy")
    told = event("restore_relations", "URY", "CHL", date="2024-07-03", others={"official": envoy})
    assert "severed" not in [state for _, state in _states(told)]
