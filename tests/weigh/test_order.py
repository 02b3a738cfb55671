from __future__ import annotations

from dragoman.model.event import Event
from tests.factory import event
from tests.weigh.made import conflicts, values


def _recalled(report: str, date: str) -> Event:
    return event("recall_ambassador", "URY", "CHL", report=report, date=date)


def test_an_envoy_withdrawn_who_had_been_withdrawn_years_before() -> None:
    found = conflicts(_recalled("r1", "2022-05-03"), _recalled("r2", "2024-05-03"))
    assert [one.kind for one in found] == ["sequence"]
    assert values(found) == [["already in May 2022", "in May 2024"]]


def test_a_return_in_between_allows_a_second_recall() -> None:
    restored = event("restore_relations", "URY", "CHL", report="r1", date="2023-05-03")
    assert not conflicts(_recalled("r1", "2022-05-03"), restored, _recalled("r2", "2024-05-03"))


def test_a_second_recall_within_weeks_is_the_first_told_again() -> None:
    assert not conflicts(_recalled("r1", "2024-05-03"), _recalled("r2", "2024-05-20"))


def test_a_second_severance_is_no_conflict() -> None:
    told = [
        event("sever_relations", "URY", "CHL", report=f"r{year}", date=f"{year}-05-03")
        for year in (2020, 2024)
    ]
    assert not conflicts(*told)


def test_a_report_that_tells_both_knows_the_order() -> None:
    assert not conflicts(_recalled("r1", "2022-05-03"), _recalled("r1", "2024-05-03"))
