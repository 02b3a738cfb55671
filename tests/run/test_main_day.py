from __future__ import annotations

import datetime as dt

import pytest

import dragoman
from dragoman.errors import UsageError

THURSDAY = dt.date(2019, 6, 13)


def day_of(text: str, published: dt.date | str | None = THURSDAY, **given: str) -> str | None:
    found = dragoman.main_day(text, published, **given).range
    return None if found is None else f"{found.first}"


def test_the_lead_tells_the_day_of_the_main_event() -> None:
    assert day_of("Two ministers met in Oslo on Monday. They had last met in 2010.") == "2019-06-10"


def test_what_is_said_comes_before_the_saying_of_it() -> None:
    text = "The mine collapsed on Monday, the ministry said on Wednesday."
    assert day_of(text) == "2019-06-10"


def test_the_headline_is_asked_first() -> None:
    assert day_of("Rain fell on Monday.", title="Ministers meet on Tuesday") == "2019-06-11"


def test_old_history_is_not_the_news() -> None:
    found = dragoman.main_day("The treaty was signed on 3 May 1921.", THURSDAY)
    assert f"{found.range and found.range.first}" == "2019-06-13"
    assert "news is of the day of publication" in found.why


def test_the_day_of_publication_is_found_in_the_address() -> None:
    text = "Two ministers met in Oslo."
    assert day_of(text, None, url="https://news.example/2019/06/13/oslo.html") == "2019-06-13"


def test_without_any_day_there_is_no_answer() -> None:
    assert day_of("Two ministers met in Oslo.", None) is None


def test_a_text_without_words_has_no_day() -> None:
    assert day_of("...") is None


@pytest.mark.parametrize("published", ["2019-02-31", "2999-01-01", "1215-06-15"])
def test_a_day_of_publication_that_cannot_be_is_refused(published: str) -> None:
    with pytest.raises(UsageError):
        dragoman.main_day("Two ministers met in Oslo.", published)
