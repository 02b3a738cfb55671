from __future__ import annotations

import datetime as dt

from dragoman.link import signs

SATURDAY = dt.date(2024, 5, 4).toordinal()


def test_a_weekday_and_a_date_are_one_day() -> None:
    friday = dt.date(2024, 5, 3).toordinal()
    assert set(signs.days("On Friday", SATURDAY)) == {friday}
    assert set(signs.days("on May 3 and 3 May", SATURDAY)) == {friday}
    assert set(signs.days("on 2024-05-03, May 3, 2024", None)) == {friday}


def test_a_date_without_a_year_is_the_last_such_day() -> None:
    assert set(signs.days("on Dec. 30", SATURDAY)) == {dt.date(2023, 12, 30).toordinal()}


def test_days_that_no_calendar_has_are_none() -> None:
    assert not signs.days("on June 31, Feb. 30 and 2024-13-01", SATURDAY)
    assert not signs.days("on Friday and May 3", None)


def test_names_know_whether_they_are_places() -> None:
    text = "Ann Lee was seen in West Elm Park."
    assert list(signs.names(text)) == [
        ("ann lee", False), ("west elm", True), ("elm park", True),
    ]  # fmt: skip


def test_ages() -> None:
    assert signs.ages("A 34-year-old man and Ann Lee, 61, met.") == {"34", "61"}


def test_numbers_are_no_years() -> None:
    assert signs.numbers("In 2024 some 1,200 of 45 came") == {"1,200", "45"}


def test_lines_that_differ_by_names_have_one_key() -> None:
    (_, first), (_, second) = signs.lines(
        "Get email notifications on Ann Lee daily now.\nGet email notifications on Bo Wu daily now."
    )
    assert first == second != 0
