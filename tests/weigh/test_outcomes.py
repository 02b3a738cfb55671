from __future__ import annotations

from dragoman.model.event import Event
from tests.factory import event, party, report
from tests.weigh.made import conflicts, values

RUIZ = party("Ana Ruiz", country="CHL")
REPORTS = (report("before", published="2024-04-01"), report("after", published="2024-06-01"))


def _granted(report: str, **fields: object) -> Event:
    return event("grant_asylum", "URY", "CHL", report=report, others={"beneficiary": RUIZ},
                 **fields)  # type: ignore[arg-type]  # fmt: skip


def _asked(report: str) -> Event:
    return event("request_asylum", RUIZ, "URY", report=report)


def test_done_in_one_report_and_denied_in_another() -> None:
    found = conflicts(
        _granted("r1", date="2024-05-03"), _granted("r2", date="2024-05-03", status="denied")
    )
    assert sorted(values(found)[0]) == ["it did not happen", "it happened"]


def test_a_denial_of_another_time_is_no_conflict() -> None:
    assert not conflicts(
        _granted("r1", date="2024-05-03"), _granted("r2", date="2019-05-03", status="denied")
    )


def test_an_undated_denial_needs_the_same_words() -> None:
    told = event("arrest", "CHL", "CHL", report="r1", quote="police took the union leaders away")
    same, other = (
        event("arrest", "CHL", "CHL", report="r2", status="denied", quote=quote)
        for quote in ("no union leaders were taken away by police", "nobody was held at sea")
    )
    assert conflicts(told, same)
    assert not conflicts(told, other)


def test_one_report_may_deny_what_it_tells() -> None:
    assert not conflicts(
        _granted("r1", date="2024-05-03"), _granted("r1", date="2024-05-03", status="denied")
    )


def test_a_later_report_that_knows_only_of_the_asking() -> None:
    found = conflicts(_granted("r1", date="2024-05-03"), _asked("after"), reports=REPORTS)
    assert sorted(values(found)[0]) == ["it happened", "only sought or offered"]
    assert (
        found[0].about == "Did this happen: Uruguay granted asylum to Ana Ruiz (Chile), 3 May 2024?"
    )


def test_an_earlier_report_of_the_asking_is_no_conflict() -> None:
    assert not conflicts(_granted("r1", date="2024-05-03"), _asked("before"), reports=REPORTS)


def test_many_reports_of_the_grant_outweigh_one_that_is_behind() -> None:
    told = [_granted(f"r{n}", date="2024-05-03") for n in range(3)]
    assert not conflicts(*told, _asked("after"), reports=REPORTS)


def test_what_will_not_happen_is_no_denial_of_what_did() -> None:
    told = _granted("r2", date="2024-05-03", status="denied", quote="Uruguay won't grant it")
    assert not conflicts(_granted("r1", date="2024-05-03"), told)


def test_undated_talk_is_not_denied_by_like_words() -> None:
    told, denied = (
        event("meet", ("URY", "CHL"), report=f"r{n}", status=status, event_type="CONSULT")
        for n, status in enumerate(("actual", "denied"))
    )
    assert not conflicts(told, denied)
