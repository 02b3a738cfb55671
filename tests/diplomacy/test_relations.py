from __future__ import annotations

import datetime as dt
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.diplomacy.acts import ActKind, Effect
from dragoman.diplomacy.missions import Rank
from dragoman.diplomacy.relations import Act, DyadError, Fold, Level, RelationState, fold


def _kind(name: str, sets: tuple[str, ...], requires: tuple[str, ...]) -> ActKind:
    return ActKind(
        id=name, label=name, question=name, event_type=None, mode=None, cameo="---",
        effect=Effect(sets=sets, requires=requires), source="test",
    )  # fmt: skip


KINDS = {
    kind.id: kind
    for kind in (
        _kind("sever", ("severed",), ("related",)),
        _kind("restore", ("full",), ("severed",)),
        _kind("recall", ("actor_absent",), ("related", "actor_present")),
        _kind("expel", ("recipient_absent",), ("related", "recipient_present")),
        _kind("return", ("actor_present",), ("related", "actor_absent")),
        _kind("reopen", ("reopened",), ()),
        _kind("downgrade", ("charge",), ("related",)),
        ActKind(
            id="praise", label="", question="", event_type=None, mode=None, cameo="---", source="t"
        ),
    )
}


def act(
    kind: str, on: str, actor: str = "CHL", recipient: str = "BOL", *, last: str | None = None
) -> Act:
    return Act(
        kind=kind, actor=actor, recipient=recipient, on=dt.date.fromisoformat(on),
        ref=f"{kind}-{actor}-{on}", last=None if last is None else dt.date.fromisoformat(last),
    )  # fmt: skip


def levels(result: Fold) -> list[Level]:
    return [period.level for period in result.periods]


def test_fold_of_nothing_is_empty() -> None:
    assert fold([], KINDS) == Fold(periods=(), impossible=())


def test_fold_ignores_acts_without_effect() -> None:
    assert fold([act("praise", "2001-02-03")], KINDS).periods == ()


def test_fold_presupposes_full_relations_before_an_expulsion() -> None:
    assert levels(fold([act("expel", "2001-02-03")], KINDS)) == [Level.FULL, Level.RECALLED]


def test_fold_presupposes_severance_before_a_restoration() -> None:
    assert levels(fold([act("restore", "2001-02-03")], KINDS)) == [Level.SEVERED, Level.FULL]


def test_fold_leaves_the_level_before_a_severance_unknown() -> None:
    assert levels(fold([act("sever", "2001-02-03")], KINDS)) == [Level.UNKNOWN, Level.SEVERED]


def test_fold_keeps_the_ranks_of_both_sides_apart() -> None:
    result = fold([act("expel", "2001-02-03")], KINDS)
    assert result.periods[-1].ranks == (Rank.ABSENT, Rank.UNKNOWN)


def test_fold_tells_downgraded_from_recalled() -> None:
    result = fold([act("recall", "2001-02-03"), act("downgrade", "2001-03-03")], KINDS)
    assert levels(result) == [Level.FULL, Level.RECALLED, Level.CHARGE]


def test_fold_sets_apart_recall_after_severance() -> None:
    result = fold([act("sever", "2001-02-03"), act("recall", "2001-03-03")], KINDS)
    assert [(i.act.kind, i.unmet) for i in result.impossible] == [("recall", "related")]


def test_fold_sets_apart_second_recall_of_an_ambassador_not_returned() -> None:
    result = fold([act("recall", "2001-02-03"), act("recall", "2003-02-03")], KINDS)
    assert [(i.unmet, i.because) for i in result.impossible] == [
        ("actor_present", ("recall-CHL-2001-02-03",))
    ]


def test_fold_allows_second_recall_after_return() -> None:
    told = [act("recall", "2001-02-03"), act("return", "2002-02-03"), act("recall", "2003-02-03")]
    assert fold(told, KINDS).impossible == ()


def test_fold_allows_recall_and_severance_on_one_day() -> None:
    result = fold([act("sever", "2001-02-03"), act("recall", "2001-02-03")], KINDS)
    assert result.impossible == ()
    assert levels(result) == [Level.FULL, Level.SEVERED]


def test_fold_starts_from_the_baseline() -> None:
    baseline = RelationState(ranks=(Rank.AMBASSADOR, Rank.AMBASSADOR), related=True)
    assert levels(fold([act("sever", "2001-02-03")], KINDS, baseline=baseline))[0] is Level.FULL


def test_fold_refuses_acts_of_two_dyads() -> None:
    with pytest.raises(DyadError):
        fold([act("sever", "2001-02-03"), act("sever", "2001-02-03", "CHL", "PER")], KINDS)


def test_fold_presupposes_that_who_comes_back_was_away() -> None:
    result = fold([act("return", "2001-02-03")], KINDS)
    assert levels(result) == [Level.RECALLED, Level.FULL]


def test_fold_lets_an_ambassador_come_back_whose_recall_nobody_told() -> None:
    told = [act("expel", "2001-02-03", "BOL", "CHL"), act("return", "2002-02-03", "BOL", "CHL")]
    assert fold(told, KINDS).impossible == ()


def test_fold_fills_in_who_must_have_been_in_post_for_a_later_act() -> None:
    result = fold([act("expel", "2001-02-03"), act("recall", "2003-02-03")], KINDS)
    assert [period.ranks for period in result.periods] == [
        (Rank.AMBASSADOR, Rank.AMBASSADOR),
        (Rank.ABSENT, Rank.AMBASSADOR),
        (Rank.ABSENT, Rank.ABSENT),
    ]


def test_fold_fills_in_no_further_back_than_to_what_is_told() -> None:
    told = [act("restore", "2001-02-03"), act("recall", "2003-02-03")]
    assert fold(told, KINDS).periods[0].ranks == (Rank.NONE, Rank.NONE)


def test_fold_places_an_act_of_a_month_in_the_middle_of_it() -> None:
    result = fold([act("recall", "2001-12-01", last="2001-12-31")], KINDS)
    assert result.periods[-1].since == dt.date(2001, 12, 16)


def test_fold_places_an_act_of_a_year_where_the_others_allow_it() -> None:
    told = [act("recall", "2001-01-01", last="2001-12-31"), act("sever", "2001-03-03")]
    result = fold(told, KINDS)
    assert result.impossible == ()
    assert [period.since for period in result.periods[1:]] == [
        dt.date(2001, 1, 31), dt.date(2001, 3, 3),
    ]  # fmt: skip


def test_fold_lets_a_mission_that_reopens_restore_broken_relations_only() -> None:
    told = [act("sever", "2001-02-03"), act("reopen", "2003-02-03")]
    assert levels(fold(told, KINDS)) == [Level.UNKNOWN, Level.SEVERED, Level.FULL]
    told = [act("recall", "2001-02-03"), act("reopen", "2003-02-03")]
    assert levels(fold(told, KINDS))[-1] is Level.RECALLED


ACTS = st.lists(
    st.builds(
        lambda kind, day, turned: act(
            kind, (dt.date(2001, 1, 1) + dt.timedelta(days=day)).isoformat(),
            *(("BOL", "CHL") if turned else ("CHL", "BOL")),
        ),
        st.sampled_from(sorted(KINDS)), st.integers(0, 60), st.booleans(),
    ),
    max_size=12,
)  # fmt: skip


@given(ACTS)
def test_periods_have_no_gaps_and_no_overlaps(told: list[Act]) -> None:
    periods = fold(told, KINDS).periods
    assert [a.until for a in periods[:-1]] == [b.since for b in periods[1:]]
    assert all(p.since is None or p.until is None or p.since < p.until for p in periods)
    if periods:
        assert periods[0].since is None
        assert periods[-1].until is None


@given(ACTS, st.randoms(use_true_random=False))
def test_order_of_acts_does_not_matter(told: list[Act], chance: random.Random) -> None:
    shuffled = list(told)
    chance.shuffle(shuffled)
    assert fold(shuffled, KINDS) == fold(told, KINDS)


@given(ACTS)
def test_every_act_with_an_effect_is_a_cause_or_impossible(told: list[Act]) -> None:
    result = fold(told, KINDS)
    causes = {ref for period in result.periods for ref in period.because}
    apart = {one.act.ref for one in result.impossible}
    assert {a.ref for a in told if a.kind != "praise"} == causes | apart
