from __future__ import annotations

from dragoman.model.claim import Conflict
from tests.factory import event, office, party, report
from tests.weigh.made import conflicts

OFFICES = (
    office("Ana Ruiz", "president", "URY", report="r1"),
    office("Luis Paz", "president", "URY", report="r2"),
)
EVENTS = (
    event("expel_diplomats", "URY", "CHL", report="r1", date="2024-05-03", number=(3, "diplomats")),
    event("expel_diplomats", "URY", "CHL", report="r2", date="2024-05-03", number=(5, "diplomats")),
)
ACTING = (
    event("accuse", party("Ana Ruiz", country="URY"), "CHL", report="r1", date="2024-05-03"),
    event("accuse", party("Luis Paz", country="URY"), "BRA", report="r2", date="2024-05-03"),
)
REPORTS = tuple(report(r, published="2024-05-04") for r in ("r1", "r2"))


def _all() -> tuple[Conflict, ...]:
    return conflicts(*EVENTS, *ACTING, offices=OFFICES, reports=REPORTS)


def test_conflicts_stand_in_the_order_of_kinds() -> None:
    assert [one.kind for one in _all()] == ["office", "number"]


def test_conflict_ids_do_not_depend_on_the_order_of_events() -> None:
    turned = conflicts(*reversed(EVENTS + ACTING), offices=OFFICES[::-1], reports=REPORTS[::-1])
    assert turned == _all()


def test_readings_carry_reports_uris_and_quotes() -> None:
    reading = next(r for c in _all() for r in c.readings if r.value == "Ana Ruiz")
    assert (reading.reports, reading.uris, reading.quotes) == (
        ("r1",), ("r1.txt",), ("president Ana Ruiz",),
    )  # fmt: skip


def test_equal_support_leaves_a_conflict_open() -> None:
    assert {one.preferred for one in _all()} == {None}


def test_more_independent_sources_are_preferred_and_said() -> None:
    third = event("expel_diplomats", "URY", "CHL", report="r3", date="2024-05-03",
                  number=(5, "diplomats"))  # fmt: skip
    found = conflicts(*EVENTS, third)
    assert found[0].why == "2 independent sources say “5 diplomats”, 1 says “3 diplomats”."
    assert found[0].preferred == 0


def test_two_reports_of_one_publisher_support_a_reading_once() -> None:
    third = event("expel_diplomats", "URY", "CHL", report="r3", date="2024-05-03",
                  number=(5, "diplomats"))  # fmt: skip
    same = tuple(report(r, publisher="Harbour") for r in ("r2", "r3"))
    assert conflicts(*EVENTS, third, reports=same)[0].preferred is None


def test_a_record_without_events_has_no_conflicts() -> None:
    assert conflicts() == ()
