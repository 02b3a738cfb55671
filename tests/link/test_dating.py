"""Dates of undated reports, from what other reports tell of the same acts.

3 November 2014 was a Monday.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dragoman.dates import DateRange
from dragoman.link.dating import date_reports, redate
from dragoman.model.event import Event, OfficeAssertion, When
from dragoman.resolve.times import ground
from tests.factory import event, holder, office, party, report

RECENT = "default:recent"
LEAD = "lead of a report of that day"


def told(act: str, relative: str, *, of: str = "x", on: str | None = None, **roles) -> Event:
    """A telling with a time that hangs on its report's date, `on` when that is known."""
    base = event(act, "NOR", "TCD", report=of, cameo="161", event_id=f"{of}-{act}", **roles)
    days = None if on is None else ground(relative, dt.date.fromisoformat(on))
    return replace(base, when=When(range=days, words="words", relative=relative, why=LEAD))


def known(act: str, date: str, *, of: str = "y", **roles) -> Event:
    """A telling with an absolute date."""
    return event(act, "NOR", "TCD", report=of, cameo="161", date=date, **roles)


def dates(*events: Event, dated: dict[str, str] | None = None) -> dict[str, tuple[str, str]]:
    """Inferred dates by report id, of the reports that the events are from."""
    names = dict.fromkeys(e.report_id for e in events)
    reports = [report(name, published=(dated or {}).get(name)) for name in names]
    return {k: (str(d.published), d.precision) for k, d in date_reports(reports, events).items()}


def test_a_weekday_of_an_act_with_a_known_day_dates_the_report() -> None:
    found = dates(told("sever_relations", "weekday:0:past"), known("sever_relations", "2014-11-03"))
    assert found == {"x": ("2014-11-03", "day")}


def test_an_act_told_as_news_in_a_dated_report_is_known_within_days() -> None:
    other = told("sever_relations", RECENT, of="y", on="2014-11-05")
    found = dates(told("sever_relations", "weekday:0:past"), other, dated={"y": "2014-11-05"})
    assert found == {"x": ("2014-11-03", "day")}


def test_days_after_a_known_act_and_a_weekday_date_the_report() -> None:
    found = dates(
        told("sever_relations", f"{RECENT}>narrative:-few:day"),
        told("ban_travel", "weekday:3:past"),
        known("sever_relations", "2014-11-03"),
    )
    assert found == {"x": ("2014-11-06", "day")}


def test_last_december_dates_the_report_to_the_next_year() -> None:
    found = dates(told("expel_diplomats", "month:12:last"), known("expel_diplomats", "2012-12"))
    assert found == {"x": ("2013-01-01", "year")}


def test_a_weekday_of_an_act_of_a_known_month_dates_the_report_to_the_month() -> None:
    mid = replace(known("sever_relations", "2014-11-05/2014-11-20"))
    assert dates(told("sever_relations", "weekday:0:past"), mid) == {"x": ("2014-11-01", "month")}


def test_a_report_dated_so_dates_another() -> None:
    found = dates(
        told("sever_relations", "weekday:0:past", of="x"),
        known("sever_relations", "2014-11-03"),
        told("close_mission", "weekday:1:past", of="x"),
        told("close_mission", "unit:day:-1", of="z"),
    )
    assert found["z"] == ("2014-11-05", "day")


def test_no_date_without_a_telling_elsewhere() -> None:
    assert dates(told("sever_relations", "weekday:0:past")) == {}


def test_no_date_from_an_act_of_other_parties() -> None:
    other = event("sever_relations", "MLI", "TCD", report="y", cameo="161", date="2014-11-03")
    assert dates(told("sever_relations", "weekday:0:past"), other) == {}


def test_no_date_from_an_act_to_another_person() -> None:
    mine = told("grant_asylum", "weekday:0:past", others={"beneficiary": "Otto Berg"})
    other = known("grant_asylum", "2014-11-03", others={"beneficiary": "Ada Lund"})
    assert dates(mine, other) == {}


def test_no_date_from_words_of_which_a_dyad_has_many() -> None:
    mine = replace(told("accuse", "weekday:0:past"), cameo="112")
    other = replace(known("accuse", "2014-11-03"), cameo="112")
    assert dates(mine, other) == {}


def test_no_date_when_other_reports_date_the_act_differently() -> None:
    found = dates(
        told("sever_relations", "weekday:0:past"),
        known("sever_relations", "2014-11-03", of="y"),
        known("sever_relations", "2011-05-03", of="z"),
    )
    assert found == {}


def test_no_date_when_the_acts_of_a_report_exclude_each_other() -> None:
    found = dates(
        told("sever_relations", "weekday:0:past"),
        told("close_mission", "weekday:0:past"),
        known("sever_relations", "2014-11-03"),
        known("close_mission", "2011-10-03"),
    )
    assert found == {}


def test_no_date_before_a_day_the_report_knows_of() -> None:
    found = dates(
        told("sever_relations", "weekday:0:past"),
        known("close_mission", "2016-01-01", of="x"),
        known("sever_relations", "2014-11-03"),
    )
    assert found == {}


def test_a_dated_report_is_left_as_it_is() -> None:
    found = dates(
        told("sever_relations", "weekday:0:past"), known("sever_relations", "2014-11-03"),
        dated={"x": "2014-11-09"},
    )  # fmt: skip
    assert found == {}


def test_the_reason_names_the_words_and_the_other_report() -> None:
    events = [told("sever_relations", "weekday:0:past"), known("sever_relations", "2014-11-03")]
    found = date_reports([report("x"), report("y")], events)
    assert found["x"].why == "tells 'words' of an act that y.txt dates 2014-11-03; names words"


def test_the_order_of_events_does_not_matter() -> None:
    events = [
        told("sever_relations", "weekday:0:past"),
        known("sever_relations", "2014-11-03"),
        told("close_mission", "weekday:1:past"),
        told("close_mission", "unit:day:-1", of="z"),
    ]
    assert dates(*events) == dates(*reversed(events))


def test_redate_puts_a_weekday_on_the_calendar() -> None:
    found = redate(told("sever_relations", "weekday:0:past"), dt.date(2014, 11, 5), "day")
    assert found.when.range == DateRange(
        since=dt.date(2014, 11, 3), until=dt.date(2014, 11, 4), precision="day"
    )


def test_redate_of_a_report_known_to_the_month_gives_no_day() -> None:
    found = redate(told("sever_relations", RECENT), dt.date(2014, 11, 1), "month").when.range
    assert found is not None
    assert (found.first, found.last) == (dt.date(2014, 11, 1), dt.date(2014, 11, 30))


def test_redate_leaves_an_event_that_needs_no_anchor() -> None:
    telling = known("sever_relations", "2014-11-03")
    assert redate(telling, dt.date(2015, 1, 1), "day") is telling


def test_redate_leaves_an_event_of_a_report_still_undated() -> None:
    telling = told("sever_relations", "weekday:0:past")
    assert redate(telling, None, None) is telling


# --- offices and the calendar -------------------------------------------------------------------

MORA = holder("Luis Mora", "president", "TCD", "2014-10-29", "2019-10-29")


def dated(*events: Event, offices: tuple[OfficeAssertion, ...], text: str = "") -> dict[str, str]:
    """Inferred dates of report "x", with the tenure of Luis Mora known."""
    reports = [report("x", text), report("y", "", published="2014-11-05")]
    found = date_reports(reports, events, offices=offices, holders=(MORA,))
    return {k: f"{d.published} {d.precision}" for k, d in found.items()}


def test_a_handover_told_with_its_weekday_dates_the_report() -> None:
    # Luis Mora took office on a Wednesday.
    swearing = event("appoint", "TCD", party("Luis Mora", country="TCD"), report="x")
    swearing = replace(swearing, when=When(words="Wednesday", relative="weekday:2:past"))
    said = (office("Luis Mora", "president", "TCD", report="x"),)
    text = "He was sworn in on Wednesday and spoke on Thursday."
    assert dated(swearing, offices=said, text=text) == {"x": "2014-10-30 day"}


def test_an_office_alone_dates_no_report() -> None:
    assert dated(offices=(office("Luis Mora", "president", "TCD", report="x"),)) == {}


def test_a_report_is_not_dated_before_the_tenure_of_one_whom_it_calls_president() -> None:
    acts = (told("sever_relations", "weekday:0:past"), known("sever_relations", "2014-09-01"))
    assert dated(*acts, offices=(office("Luis Mora", "president", "TCD", report="x"),)) == {}


def test_news_that_nothing_else_bears_out_dates_no_report() -> None:
    acts = (told("sever_relations", RECENT), known("sever_relations", "2014-11-03"))
    assert dated(*acts, offices=()) == {}


def test_news_borne_out_by_the_weekdays_told_dates_the_report() -> None:
    acts = (told("sever_relations", RECENT), known("sever_relations", "2014-11-03"))
    found = dated(*acts, offices=(), text="The office closed on Monday.")
    assert found == {"x": "2014-11-03 day"}


def test_words_of_a_report_known_to_weeks_may_date_it() -> None:
    said = office("Luis Mora", "president", "TCD", report="x", quote="new president Luis Mora")
    acts = (
        told("accuse", "weekday:0:past", of="x"),
        event("accuse", "NOR", "TCD", report="y", cameo="112", date="2014-11-03"),
    )
    acts = tuple(replace(one, cameo="112") for one in acts)
    assert dated(*acts, offices=(said,)) == {"x": "2014-11-03 day"}


def test_words_of_a_report_known_to_years_do_not_date_it() -> None:
    said = office("Luis Mora", "president", "TCD", report="x")
    acts = tuple(
        replace(one, cameo="112")
        for one in (told("accuse", "weekday:0:past"), known("accuse", "2014-11-03"))
    )
    assert dated(*acts, offices=(said,)) == {}


def test_news_of_a_report_known_to_the_year_dates_no_other() -> None:
    found = dates(
        told("expel_diplomats", "month:12:last", of="y"),
        known("expel_diplomats", "2012-12", of="z"),
        told("close_mission", RECENT, of="y"),
        told("close_mission", "weekday:3:past", of="x"),
        told("sever_relations", "weekday:2:past", of="x"),
        known("sever_relations", "2012-12-20/2013-01-04", of="z"),
    )
    assert found == {"y": ("2013-01-01", "year")}


def test_meetings_of_different_persons_are_not_one() -> None:
    said = office("Luis Mora", "president", "TCD", report="x", quote="new president Luis Mora")
    ours = told("meet", "weekday:0:past")
    theirs = known("meet", "2014-11-03")
    acts = (
        replace(ours, cameo="040", actors=(party("Luis Mora", country="NOR"),)),
        replace(theirs, cameo="040", actors=(party("Ana Ruiz", country="NOR"),)),
    )
    # The tenure alone leaves the year.
    assert dated(*acts, offices=(said,)) == {"x": "2014-01-01 year"}


def test_days_that_remain_for_one_report_date_another_and_come_back() -> None:
    # Alone "z" is known to the month: its Monday is the 3rd or the 10th, its Friday unknown.
    acts = (
        told("sever_relations", "weekday:0:past", of="z"),
        known("sever_relations", "2014-11-02/2014-11-14"),
        told("ban_travel", "weekday:4:past", of="z"),
        told("ban_travel", RECENT, of="x"),
    )
    reports = [report("x", "It was closed on the 15th."), report("z"), report("y")]
    found = date_reports(reports, acts)
    assert (str(found["z"].published), found["z"].precision) == ("2014-11-14", "day")
