"""Dates as pages and rows write them."""

import datetime as dt

import pytest

from dragoman.clean.calendar import Dated, from_path, month_day, parse

THIRD = Dated(dt.date(2024, 5, 3), "day")


@pytest.mark.parametrize(
    "words",
    [
        "2024-05-03",
        "2024-05-03T23:30:00-05:00",
        "2024-05-03 10:00",
        "2024/05/03",
        "20240503",
        "20240503101500",
        "Fri, 03 May 2024 10:00:00 GMT",
        "3 May 2024",
        "May 3, 2024",
        "May 3rd, 2024",
        "Friday, 3rd of May 2024",
        "3 de mayo de 2024",
        "3. Mai 2024",
        "3 mai 2024",
        "1714730400",
        "1714730400000",
    ],
)
def test_day_is_read(words: str) -> None:
    assert parse(words) == THIRD


@pytest.mark.parametrize(
    ("words", "day", "precision"),
    [
        ("2024-05", dt.date(2024, 5, 1), "month"),
        ("May 2024", dt.date(2024, 5, 1), "month"),
        ("2024", dt.date(2024, 1, 1), "year"),
        ("25/11/2024", dt.date(2024, 11, 25), "day"),
        ("11/25/2024", dt.date(2024, 11, 25), "day"),
        ("5/5/2024", dt.date(2024, 5, 5), "day"),
    ],
)
def test_precision_is_what_the_words_give(words: str, day: dt.date, precision: str) -> None:
    assert parse(words) == (day, precision)


@pytest.mark.parametrize(
    "words",
    ["", "yesterday", "05/11/2024", "2024-13-01", "31 June 2024", "0001-01-01", "1399-05-03"],
)
def test_what_is_no_date_is_none(words: str) -> None:
    assert parse(words) is None


def test_future_is_none_when_today_is_known() -> None:
    assert parse("2024-05-03", today=dt.date(2024, 5, 1)) is None


def test_tomorrow_is_believed_for_time_zones() -> None:
    assert parse("2024-05-03", today=dt.date(2024, 5, 2)) == THIRD


@pytest.mark.parametrize(
    "path",
    [
        "https://a.example/world/2024/05/03/envoy-leaves",
        "https://a.example/world/2024/may/03/envoy-leaves",
        "envoy-20240503.txt",
        "2024-05-03_envoy.txt",
        "2024/05/03/envoy.txt",
    ],
)
def test_date_in_a_path(path: str) -> None:
    assert from_path(path) == THIRD


def test_month_in_a_path() -> None:
    assert from_path("https://a.example/2024/05/envoy") == (dt.date(2024, 5, 1), "month")


@pytest.mark.parametrize("path", ["a1234567890123.txt", "2024.txt", "x/99999999/y", "20241350.txt"])
def test_numbers_in_a_path_are_no_date(path: str) -> None:
    assert from_path(path) is None


def test_day_of_a_dateline_in_a_year() -> None:
    assert month_day("Sept. 3", 2024) == dt.date(2024, 9, 3)
