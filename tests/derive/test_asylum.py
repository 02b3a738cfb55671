from __future__ import annotations

from dataclasses import replace

from dragoman.derive.asylum import asylum_cases
from dragoman.diplomacy.asylum import AsylumCase
from dragoman.diplomacy.treaties import Membership
from dragoman.knowledge.load import load
from dragoman.link.link import link
from dragoman.model.event import Event
from tests.factory import event, party, report

ANA = party("Ana Ruiz", country="CHL")
EMBASSY = party("embassy", kind="organisation", country="NOR")


def cases(*told: Event, treaties: tuple[Membership, ...] | None = None) -> list[AsylumCase]:
    knowledge = load() if treaties is None else replace(load(), treaties=treaties)
    reports = [report(one) for one in dict.fromkeys(event.report_id for event in told)]
    linked = link(told, reports, knowledge, {})
    return list(asylum_cases(linked.incidents, told, knowledge))


def told(case: AsylumCase) -> list[tuple[str, str]]:
    return [(step.step, step.status) for step in case.steps]


def test_a_case_is_told_step_by_step() -> None:
    case, = cases(
        event("take_refuge", ANA, EMBASSY, date="2024-05-01",
              others={"beneficiary": ANA, "mission": EMBASSY}),
        event("request_asylum", ANA, "NOR", date="2024-05-02"),
        event("grant_asylum", "NOR", "CHL", date="2024-05-03", others={"beneficiary": ANA}),
        event("deny_safe_conduct", "CHL", "NOR", date="2024-05-04", others={"beneficiary": ANA}),
        event("grant_safe_conduct", "CHL", "NOR", date="2024-06-04", others={"beneficiary": ANA}),
    )  # fmt: skip
    assert [name for name, _ in told(case)] == [
        "sheltered", "sought", "granted", "safe_conduct_refused", "safe_conduct_granted",
    ]  # fmt: skip
    assert (case.seeker, case.host, case.local, case.pair) == (
        "Ana Ruiz",
        "NOR",
        "CHL",
        ("CHL", "NOR"),
    )
    assert (case.outcome, case.safe_conduct, case.is_named) == ("granted", "granted", True)


def test_each_state_that_is_asked_makes_a_case() -> None:
    found = cases(
        event("request_asylum", ANA, ("NOR", "FIN"), date="2024-05-02"),
        event("deny_asylum", "FIN", "CHL", date="2024-05-09", others={"beneficiary": ANA}),
    )
    assert [(case.host, case.outcome) for case in found] == [("FIN", "refused"), ("NOR", "sought")]


def test_what_is_only_planned_is_proposed() -> None:
    (case,) = cases(
        event("grant_asylum", "NOR", "CHL", status="planned", others={"beneficiary": ANA})
    )
    assert (case.outcome, told(case)) == ("proposed", [("granted", "planned")])


def test_a_safe_conduct_alone_opens_no_case() -> None:
    assert cases(event("grant_safe_conduct", "CHL", "NOR", others={"beneficiary": ANA})) == []


def test_a_safe_conduct_for_nobody_named_belongs_to_the_one_open_case() -> None:
    granted = event("grant_asylum", "NOR", "CHL", date="2024-05-03", others={"beneficiary": ANA})
    passed = event("grant_safe_conduct", "CHL", "NOR", date="2024-05-09")
    before = event("deny_safe_conduct", "CHL", "NOR", date="2024-04-09")
    assert cases(granted, passed)[0].safe_conduct == "granted"
    assert cases(granted, before)[0].safe_conduct is None
    eva = party("Eva Lema", country="CHL")
    other = event("grant_asylum", "NOR", "CHL", date="2024-05-03", others={"beneficiary": eva})
    assert [case.safe_conduct for case in cases(granted, other, passed)] == [None, None]


def test_a_journey_to_the_host_is_a_departure_once_asylum_was_granted() -> None:
    granted = event("grant_asylum", "NOR", "CHL", date="2024-05-03", others={"beneficiary": ANA})
    later, before = (
        replace(event("meet", ANA, "NOR", date=day, event_id=day), pattern="arrive-in-state")
        for day in ("2024-05-09", "2024-04-09")
    )
    assert cases(granted, later)[0].outcome == "departed"
    assert cases(granted, before)[0].outcome == "granted"


def test_a_case_knows_whether_the_convention_bound_both() -> None:
    granted = event("grant_asylum", "NOR", "CHL", date="2024-05-03", others={"beneficiary": ANA})

    def rows(*bound: bool | None) -> tuple[Membership, ...]:
        return tuple(
            Membership(treaty="Caracas", state=state, bound=one, source="test")
            for state, one in zip(("NOR", "CHL"), bound, strict=True)
        )

    assert cases(granted, treaties=rows(True, True))[0].is_bound is True
    assert cases(granted, treaties=rows(True, False))[0].is_bound is False
    assert cases(granted, treaties=rows(True, None))[0].is_bound is None


def test_the_order_of_incidents_does_not_matter() -> None:
    events = [
        event("grant_asylum", "NOR", "CHL", date="2024-05-03", others={"beneficiary": ANA}),
        event("request_asylum", ANA, "NOR", date="2024-05-02"),
    ]
    linked = link(events, [report("r1")], load(), {})
    found = asylum_cases(linked.incidents, events, load())
    assert asylum_cases(tuple(reversed(linked.incidents)), events[::-1], load()) == found
