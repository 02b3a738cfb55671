from __future__ import annotations

from dragoman.model.event import Event
from tests.factory import event, report
from tests.weigh.made import conflicts, values


def _expelled(report: str, count: float, quote: str = "expelled diplomats") -> Event:
    return event("expel_diplomats", "URY", "CHL", report=report, date="2024-05-03", quote=quote,
                 number=(count, "diplomats"))  # fmt: skip


def test_two_counts_of_one_unit() -> None:
    found = conflicts(_expelled("r1", 3), _expelled("r2", 5))
    assert [one.kind for one in found] == ["number"]
    assert sorted(values(found)[0]) == ["3 diplomats", "5 diplomats"]


def test_a_bound_is_no_conflict() -> None:
    assert not conflicts(
        _expelled("r1", 5), _expelled("r2", 3, "expelled at least three diplomats")
    )


def test_a_later_count_is_an_update() -> None:
    dated = (report("r1", published="2024-05-03"), report("r2", published="2024-05-05"))
    assert not conflicts(_expelled("r1", 3), _expelled("r2", 5), reports=dated)


def test_one_report_with_two_counts_speaks_of_two_sets() -> None:
    assert not conflicts(_expelled("r1", 3), _expelled("r1", 5))


def test_days_of_one_incident_that_differ() -> None:
    quote = "Uruguay broke off its relations with Chile over the pipeline"
    told = [
        event("sever_relations", "URY", "CHL", report=r, date=d, quote=quote)
        for r, d in (("r1", "2024-05-03"), ("r2", "2024-05-06"))
    ]
    assert [one.kind for one in conflicts(*told)] == ["date"]


def test_a_day_apart_may_be_a_time_zone() -> None:
    quote = "Uruguay broke off its relations with Chile over the pipeline"
    told = [
        event("sever_relations", "URY", "CHL", report=r, date=d, quote=quote)
        for r, d in (("r1", "2024-05-03"), ("r2", "2024-05-04"))
    ]
    assert not conflicts(*told)
