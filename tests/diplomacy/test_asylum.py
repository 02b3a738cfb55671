from __future__ import annotations

import datetime as dt

import pytest

from dragoman.diplomacy.asylum import AsylumCase, Step, in_order


def step(name: str, on: str | None = None, status: str = "actual") -> Step:
    day = None if on is None else dt.date.fromisoformat(on)
    return Step(
        step=name, status=status, incident_id=f"i-{name}-{on}", act=name, since=day, until=day
    )


def case(*steps: Step, host: str | None = "NOR", local: str | None = "CHL") -> AsylumCase:
    return AsylumCase(
        case_id="a", seeker_id="p", seeker="Ana Ruiz", is_named=True, host=host, local=local,
        steps=in_order(steps),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("steps", "outcome"),
    [
        ((step("sheltered", "2024-05-01"), step("sought", "2024-05-02")), "sought"),
        ((step("granted", "2024-05-02"), step("sheltered", "2024-06-01")), "granted"),
        ((step("refused", "2024-05-02"), step("granted", "2024-06-01")), "granted"),
        ((step("granted", "2024-05-02"), step("departed", "2024-05-02")), "departed"),
        ((step("granted", "2024-05-02", "planned"),), "proposed"),
        ((step("granted"), step("sought", "2024-05-02")), "granted"),
    ],
)
def test_a_case_stands_where_the_last_deciding_step_left_it(
    steps: tuple[Step, ...], outcome: str
) -> None:
    assert case(*steps).outcome == outcome


def test_the_last_word_on_safe_conduct_counts() -> None:
    told = case(
        step("safe_conduct_refused", "2024-05-02"), step("safe_conduct_granted", "2024-06-02")
    )
    assert told.safe_conduct == "granted"
    assert case(step("sought")).safe_conduct is None


def test_steps_stand_by_day_and_then_as_they_follow() -> None:
    steps = in_order([step("granted"), step("granted", "2024-05-02"), step("sought", "2024-05-02")])
    assert [one.step for one in steps] == ["sought", "granted", "granted"]
    assert steps[-1].since is None


@pytest.mark.parametrize(("host", "local"), [(None, "CHL"), ("NOR", None), ("CHL", "CHL")])
def test_a_case_of_one_state_has_no_pair(host: str | None, local: str | None) -> None:
    assert case(host=host, local=local).pair is None


def test_the_pair_is_sorted() -> None:
    assert case().pair == ("CHL", "NOR")
