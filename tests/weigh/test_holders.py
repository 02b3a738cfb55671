from __future__ import annotations

from dragoman.model.claim import Conflict
from dragoman.model.event import IN_OFFICE, TOOK_OFFICE, Event, OfficeAssertion
from tests.factory import event, office, party, report
from tests.weigh.made import conflicts, values

REPORTS = (
    report("early", published="2022-05-01"),
    report("may", published="2024-05-01"),
    report("later", published="2024-05-04"),
)


def _acts(name: str, report: str, date: str = "2024-05-01") -> Event:
    return event("accuse", party(name, country="URY"), "CHL", report=report, date=date)


BOTH_ACT = (_acts("Ana Ruiz", "may"), _acts("Luis Paz", "later"))


def _found(*offices: OfficeAssertion, events: tuple[Event, ...] = ()) -> tuple[Conflict, ...]:
    return conflicts(*events, offices=offices, reports=REPORTS)


def test_two_presidents_who_act_in_reports_of_one_week() -> None:
    found = _found(
        office("Ana Ruiz", "president", "URY", report="may"),
        office("Luis Paz", "president", "URY", report="later"),
        events=BOTH_ACT,
    )
    assert sorted(values(found)[0]) == ["Ana Ruiz", "Luis Paz"]
    assert found[0].about == "Who is president of Uruguay (May 2024)?"


def test_a_president_who_is_only_named_may_be_of_any_time() -> None:
    assert not _found(
        office("Ana Ruiz", "president", "URY", report="may"),
        office("Luis Paz", "president", "URY", report="later"),
        events=BOTH_ACT[:1],
    )


def test_a_president_who_acted_years_ago_is_of_that_time() -> None:
    assert not _found(
        office("Ana Ruiz", "president", "URY", report="may"),
        office("Luis Paz", "president", "URY", report="later"),
        events=(BOTH_ACT[0], _acts("Luis Paz", "later", "2020-03-01")),
    )


def test_two_presidents_in_reports_of_two_years_is_a_change() -> None:
    assert not _found(
        office("Ana Ruiz", "president", "URY", report="early"),
        office("Luis Paz", "president", "URY", report="may"),
        events=(_acts("Ana Ruiz", "early", "2022-05-01"), _acts("Luis Paz", "may")),
    )


def test_a_title_kept_after_office_is_no_conflict_while_nobody_else_is_named() -> None:
    assert not _found(
        office("Ana Ruiz", "president", "URY", report="may", tense="former"),
        office("Ana Ruiz", "president", "URY", report="later"),
    )


def test_a_report_of_the_fall_uses_the_title_of_the_time() -> None:
    told = event("remove_from_office", "URY", party("Ana Ruiz", country="URY"), report="later")
    assert not _found(
        office("Ana Ruiz", "president", "URY", report="may", tense="former"),
        office("Luis Paz", "president", "URY", report="may"),
        office("Ana Ruiz", "president", "URY", report="later"),
        events=(told,),
    )


def test_the_other_side_is_named_by_whom_it_has_in_office() -> None:
    found = _found(
        office("Ana Ruiz", "president", "URY", report="may", tense="former"),
        office("Luis Paz", "president", "URY", report="may"),
        office("Ana Ruiz", "president", "URY", report="later"),
    )
    assert [sorted(v) for v in values(found)] == [["Ana Ruiz", "Luis Paz"]]


def test_former_after_having_been_current_is_no_conflict() -> None:
    assert not _found(
        office("Ana Ruiz", "president", "URY", report="early"),
        office("Ana Ruiz", "president", "URY", report="may", tense="former"),
    )


def test_former_with_dates_of_their_own_says_nothing_of_today() -> None:
    assert not _found(
        office("Ana Ruiz", "president", "URY", report="may", tense="former", at="2001"),
        office("Ana Ruiz", "president", "URY", report="later"),
    )


def test_current_with_a_date_of_its_own_speaks_of_that_date() -> None:
    assert not _found(
        office("Ana Ruiz", "president", "URY", report="may", at="2022-05-01"),
        office("Luis Paz", "president", "URY", report="later"),
    )


def test_a_handover_that_is_told_explains_two_holders() -> None:
    told = event("appoint", "URY", party("Luis Paz", country="URY"), report="later",
                 date="2024-05-03")  # fmt: skip
    assert not _found(
        office("Ana Ruiz", "president", "URY", report="may"),
        office("Luis Paz", "president", "URY", report="later"),
        events=(told, *BOTH_ACT),
    )


def test_offices_with_many_holders_do_not_conflict() -> None:
    assert not _found(
        office("Ana Ruiz", "lawmaker", "URY", report="may"),
        office("Luis Paz", "lawmaker", "URY", report="later"),
    )


def test_the_same_surname_is_no_second_holder() -> None:
    assert not _found(
        office("Ruiz", "president", "URY", report="may"),
        office("Ana Ruiz", "president", "URY", report="later"),
        events=(_acts("Ruiz", "may"), _acts("Ana Ruiz", "later")),
    )


def test_a_report_without_a_date_speaks_from_the_last_day_it_tells_of() -> None:
    told = event("accuse", "URY", "CHL", report="undated", date="2024-05-02")
    found = _found(
        office("Ana Ruiz", "president", "URY", report="may", tense="former"),
        office("Luis Paz", "president", "URY", report="may"),
        office("Ana Ruiz", "president", "URY", report="undated"),
        events=(told,),
    )
    assert [one.kind for one in found] == ["office"]


def test_such_a_day_is_too_weak_to_set_two_holders_against_each_other() -> None:
    told = event("accuse", "URY", "CHL", report="undated", date="2024-05-02")
    assert not _found(
        office("Ana Ruiz", "president", "URY", report="may"),
        office("Luis Paz", "president", "URY", report="undated"),
        events=(told,),
    )


def test_a_second_president_in_a_report_is_one_of_the_past() -> None:
    assert not _found(
        office("Ana Ruiz", "president", "URY", report="may", tense="former"),
        office("Luis Paz", "president", "URY", report="may"),
        office("Ana Ruiz", "president", "URY", report="later"),
        office("Luis Paz", "president", "URY", report="later"),
    )


def _two(left: OfficeAssertion, right: OfficeAssertion) -> tuple[Conflict, ...]:
    return _found(left, right, events=BOTH_ACT)


def test_an_acting_president_stands_beside_the_one_who_is_away() -> None:
    assert not _two(
        office("Ana Ruiz", "president", "URY", report="may"),
        office("Luis Paz", "president", "URY", report="later", quote="acting President Luis Paz"),
    )


def test_two_acting_presidents_are_one_too_many() -> None:
    assert _two(
        office("Ana Ruiz", "president", "URY", report="may", quote="acting President Ana Ruiz"),
        office("Luis Paz", "president", "URY", report="later", quote="acting President Luis Paz"),
    )


def test_co_presidents_share_the_office() -> None:
    assert not _two(
        office("Ana Ruiz", "president", "URY", report="may", quote="Co-President Ana Ruiz"),
        office("Luis Paz", "president", "URY", report="later", quote="co-president Luis Paz"),
    )


def test_the_same_office_of_two_states_is_two_offices() -> None:
    assert not _two(
        office("Ana Ruiz", "president", "URY", report="may"),
        office("Luis Paz", "president", "CHL", report="later"),
    )


def test_a_vice_president_is_no_second_president() -> None:
    assert not _two(
        office("Ana Ruiz", "president", "URY", report="may"),
        office("Luis Paz", "vice president", "URY", report="later"),
    )


def test_an_incoming_president_is_no_second_one() -> None:
    assert not _two(
        office("Ana Ruiz", "president", "URY", report="may"),
        office("Luis Paz", "president", "URY", report="later", tense="future"),
    )


def test_rival_claimants_are_a_matter_of_the_parties() -> None:
    (found,) = _two(
        office("Ana Ruiz", "president", "URY", report="may"),
        office("Luis Paz", "president", "URY", report="later",
               quote="self-proclaimed President Luis Paz"),
    )  # fmt: skip
    assert found.between == "parties"
    assert found.preferred is None


def test_in_office_since_long_ago_speaks_of_the_reports_day() -> None:
    assert _two(
        office("Ana Ruiz", "president", "URY", report="may", at="2019-01-01/..",
               why=IN_OFFICE),
        office("Luis Paz", "president", "URY", report="later"),
    )  # fmt: skip


def test_having_taken_office_long_ago_speaks_of_that_day() -> None:
    assert not _two(
        office("Ana Ruiz", "president", "URY", report="may", at="2019-01-01/..",
               why=TOOK_OFFICE),
        office("Luis Paz", "president", "URY", report="later"),
    )  # fmt: skip
