"""Time expressions found in plain text, and their values."""

from __future__ import annotations

import pytest

from dragoman.resolve.times import find

CASES = [
    ("Talks began on Monday.", "Monday", "weekday:0:auto"),
    ("He left late Thursday.", "late Thursday", "weekday:3:auto"),
    ("It fell on Wednesday night.", "Wednesday night", "weekday:2:auto@NI"),
    ("They met last Friday.", "last Friday", "weekday:4:last"),
    ("They meet next Tuesday.", "next Tuesday", "weekday:1:next"),
    ("It began Monday last week.", "Monday last week", "weekday:0:week-1"),
    ("He resigned yesterday.", "yesterday", "unit:day:-1"),
    ("He flew out tonight.", "tonight", "unit:day:0@NI"),
    ("The previous day he had spoken.", "The previous day", "narrative:-1:day"),
    ("He spoke the same day.", "the same day", "narrative:+0:day"),
    ("A day earlier he denied it.", "A day earlier", "narrative:-1:day"),
    ("Two days later he fled.", "Two days later", "narrative:+2:day"),
    ("A few hours later, he was held.", "A few hours later", "narrative:+few:hour"),
    ("It came last week.", "last week", "unit:week:-1"),
    ("It came last December.", "last December", "month:12:last"),
    ("It came earlier this month.", "earlier this month", "unit:month:0~before"),
    ("It fell in early May 2017.", "early May 2017", "abs:2017-05~early"),
    ("It fell in March.", "March", "month:3:auto"),
    ("It fell in June 2009.", "June 2009", "abs:2009-06"),
    ("The 2018 vote was close.", "2018", "abs:2018"),
    ("He ruled from 1970 to 1984.", "1970 to 1984", "abs:1970..abs:1984"),
    ("Between June and August 2011 all was calm.", "June and August 2011",
     "abs:2011-06..abs:2011-08"),
    ("In the late 1970s it grew.", "the late 1970s", "abs:1970s~late"),
    ("In the 19th century it grew.", "the 19th century", "abs:c19"),
    ("It came three weeks ago.", "three weeks ago", "offset:-3:week"),
    ("It will end by year's end.", "year's end", "unit:year:0~late"),
    ("It began in the spring of 2008.", "the spring of 2008", "abs:2008-SP"),
    ("It fell in the second quarter of 2012.", "the second quarter of 2012", "abs:2012-Q2"),
    ("On 14 July 2015 they signed.", "14 July 2015", "abs:2015-07-14"),
    ("On July 14, 2015, they signed.", "July 14, 2015", "abs:2015-07-14"),
    ("Signed Friday, Nov. 6, 2015.", "Friday, Nov. 6, 2015", "abs:2015-11-06"),
    ("On the 14th of July they signed.", "the 14th of July", "monthday:07-14:auto"),
    ("Released 2015-07-14 in Lima.", "2015-07-14", "abs:2015-07-14"),
    ("They meet 5-7 May 2015.", "5-7 May 2015", "abs:2015-05-05..abs:2015-05-07"),
    ("Over the past five years it grew.", "the past five years", "trail:-5:year"),
    ("A date: 25/12/2015.", "25/12/2015", "abs:2015-12-25"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "value"), CASES)
def test_find_gives_words_and_value(text: str, words: str, value: str) -> None:
    assert [(e.words, e.value) for e in find(text)] == [(words, value)]


def test_find_offsets_cut_the_words_out_of_the_text() -> None:
    text = "On Monday he left; two days later, on 3 May 2011, he returned."
    assert all(text[e.start : e.end] == e.words for e in find(text))


@pytest.mark.parametrize(
    "text",
    [
        "It may be that May left.",
        "Some 2000 soldiers crossed.",
        "It cost $2015 in all.",
        "He bought the Sunday Times and a Black Friday ticket.",
        "Section 12.5.3 of order 2019/7.",
    ],
)
def test_find_takes_nothing_for_a_date_that_is_none(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They signed on 31 February 2015.", "31 February 2015"),
        ("On February 30 they signed.", "February 30"),
        ("Signed 2025-13-40 in Lima.", "2025-13-40"),
        ("Signed 45/45/2019 in Lima.", "45/45/2019"),
    ],
)
def test_find_gives_no_day_for_a_date_the_calendar_does_not_have(text: str, words: str) -> None:
    assert [(e.words, e.value) for e in find(text)] == [(words, "abs:none")]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("It has lasted since 2010.", "abs:2010.."),
        ("It lasts until 2010.", "..abs:2010"),
        ("It was over by Monday.", "..weekday:0:auto"),
        ("It fell in 2010.", "abs:2010"),
    ],
)
def test_form_tells_an_open_range(text: str, form: str) -> None:
    assert [e.form for e in find(text)] == [form]


@pytest.mark.parametrize(
    "text", ["for 25 years", "a 25-year sentence", "in recent years", "at 9 p.m."]
)
def test_durations_and_vague_words_have_values_that_date_nothing(text: str) -> None:
    assert find(text)[0].value.split(":")[0] in {"duration", "vague", "time"}


def test_numeric_date_in_either_order_gives_only_its_year() -> None:
    assert find("Signed 05/06/2015.")[0].value == "abs:2015"
