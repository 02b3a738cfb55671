"""The days that the offices named in a report leave for its own."""

from __future__ import annotations

import datetime as dt

from dragoman.knowledge.tables import Officeholder
from dragoman.link.incumbents import Bounds, Incumbents
from dragoman.model.event import OfficeAssertion
from tests.factory import holder, office

TENURES = (
    holder("Ana Ruiz", "president", "URY", "2011-03-02", "2016-03-02", also="Anita Ruiz"),
    holder("Luis Mora", "president", "URY", "2016-03-02"),
    holder("Jonas Bakke", "prime minister", "NOR", "2014-05-01", "2018-05-01"),
    holder("Per Bakke", "prime minister", "NOR", "2018-05-01"),
    holder("Han Xun", "president", "CHN", "2013-03-14"),
)


def bounds(
    *said: OfficeAssertion, text: str = "", tenures: tuple[Officeholder, ...] = TENURES
) -> Bounds:
    """The bounds of one report with these offices in it."""
    return Incumbents(tenures).bounds(said, text)


def span(found: Bounds) -> tuple[str, str]:
    """First and last day as text."""
    return str(found.first), str(found.last)


def test_a_president_bounds_the_report_by_the_tenure() -> None:
    assert span(bounds(office("Ana Ruiz", "president", "URY"))) == ("2011-03-02", "2016-03-02")


def test_a_former_president_bounds_the_report_from_below() -> None:
    found = bounds(office("Ana Ruiz", "president", "URY", tense="former"))
    assert span(found) == ("2016-03-02", "None")


def test_a_new_president_is_of_the_first_weeks() -> None:
    found = bounds(office("Ana Ruiz", "president", "URY", quote="Uruguay's new president Ana Ruiz"))
    assert span(found) == ("2011-03-02", "2011-05-01")


def test_new_may_stand_apart_from_the_name() -> None:
    said = office("Ana Ruiz", "president", "URY")
    found = bounds(said, text="Ana Ruiz spoke. Little is known of the new president.")
    assert span(found) == ("2011-03-02", "2011-05-01")


def test_new_apart_from_the_name_says_nothing_when_two_hold_such_an_office() -> None:
    said = (office("Ana Ruiz", "president", "URY"), office("Han Xun", "president", "CHN"))
    assert span(bounds(*said, text="the new president spoke")) == ("2013-03-14", "2016-03-02")


def test_two_offices_bound_the_report_from_both_sides() -> None:
    said = (
        office("Ana Ruiz", "president", "URY"),
        office("Jonas Bakke", "prime minister", "NOR"),
    )
    assert span(bounds(*said)) == ("2014-05-01", "2016-03-02")


def test_one_who_left_before_another_came_is_looked_back_on() -> None:
    said = (office("Ana Ruiz", "president", "URY"), office("Luis Mora", "president", "URY"))
    assert span(bounds(*said)) == ("2016-03-02", "None")


def test_an_office_told_of_another_time_bounds_nothing() -> None:
    assert bounds(office("Ana Ruiz", "president", "URY", at="2012")) == Bounds()


def test_a_surname_alone_needs_its_country() -> None:
    assert bounds(office("Ruiz", "president", None)) == Bounds()


def test_a_surname_with_its_country_bounds_the_report() -> None:
    assert span(bounds(office("Ruiz", "president", "URY"))) == ("2011-03-02", "2016-03-02")


def test_a_family_name_may_come_first() -> None:
    assert str(bounds(office("Han", "president", "CHN")).first) == "2013-03-14"


def test_a_name_that_means_two_persons_bounds_nothing() -> None:
    assert bounds(office("Bakke", "prime minister", "NOR")) == Bounds()


def test_another_form_of_the_name_is_known() -> None:
    assert span(bounds(office("Anita Ruiz", "president", "URY"))) == ("2011-03-02", "2016-03-02")


def test_another_office_than_the_known_one_bounds_nothing() -> None:
    assert bounds(office("Ana Ruiz", "mayor", "URY")) == Bounds()


def test_the_bounds_name_the_tenure_they_rest_on() -> None:
    found = bounds(office("Ana Ruiz", "president", "URY"))
    assert found.why == "Ana Ruiz was president from 2011-03-02 to 2016-03-02"


def test_the_tenure_of_the_day_is_kept() -> None:
    (row,) = bounds(office("Ana Ruiz", "president", "URY")).incumbents
    assert row.began == dt.date(2011, 3, 2)
