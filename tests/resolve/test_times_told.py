"""Time expressions with the days they mean and why. 12 June 2019 was a Wednesday."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.resolve.times.timeml import timexes
from dragoman.resolve.times.told import FoundTime, as_row, times_in

TOLD = dt.date(2019, 6, 12)


def days(time: FoundTime) -> tuple[str, str, str] | None:
    found = time.range
    return None if found is None else (str(found.first), str(found.last), found.precision)


def only(text: str, published: dt.date | None = TOLD) -> FoundTime:
    (time,) = times_in(text, published)
    return time


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("He came late Thursday.", "2019-06-06", "2019-06-06", "day"),
        ("He came on the previous Monday.", "2019-06-10", "2019-06-10", "day"),
        ("The summit will open Friday.", "2019-06-14", "2019-06-14", "day"),
        ("The summit is set for Friday.", "2019-06-14", "2019-06-14", "day"),
        ("It will be held on Friday.", "2019-06-14", "2019-06-14", "day"),
        ("He said Friday that he would go.", "2019-06-07", "2019-06-07", "day"),
        ("On Friday, the envoy will fly home.", "2019-06-14", "2019-06-14", "day"),
        ("They resume Friday.", "2019-06-14", "2019-06-14", "day"),
        ("It will stay shut until Friday.", "2019-06-12", "2019-06-14", "range"),
        ("It fell last December.", "2018-12-01", "2018-12-31", "month"),
        ("He spoke earlier this month.", "2019-06-01", "2019-06-12", "range"),
        ("It is planned for later this year.", "2019-06-12", "2019-12-31", "range"),
        ("It has run since 2017.", "2017-01-01", "2019-06-12", "range"),
        ("It grew in recent years.", "2010-06-12", "2019-06-12", "range"),
        ("It will grow in the coming months.", "2019-06-12", "2020-02-11", "range"),
        ("He denied it the previous day.", "2019-06-10", "2019-06-11", "range"),
        ("It will end by year's end.", "2019-06-12", "2019-12-31", "range"),
        ("It ran from Monday to Wednesday.", "2019-06-10", "2019-06-12", "range"),
        ("It rained from June to August 2017.", "2017-06-01", "2017-08-31", "range"),
        ("It rained between March and May.", "2019-03-01", "2019-05-31", "range"),
        ("He left overnight.", "2019-06-11", "2019-06-12", "range"),
        ("It fell over the past year.", "2018-06-12", "2019-06-12", "range"),
        ("It fell in the first half of 2018.", "2018-01-01", "2018-06-30", "range"),
        ("It fell in the second half of last year.", "2018-07-01", "2018-12-31", "range"),
        ("They will meet in three days.", "2019-06-15", "2019-06-15", "day"),
        ("He left two and a half years ago.", "2016-06-11", "2017-06-12", "range"),
        ("It came after the Sept. 11 attacks.", "2001-09-11", "2001-09-11", "day"),
        ("He left before Friday's vote.", "2019-06-14", "2019-06-14", "day"),
        ("He left before Tuesday's vote.", "2019-06-11", "2019-06-11", "day"),
        ("They will play this weekend.", "2019-06-15", "2019-06-16", "range"),
    ],
)
def test_words_give_an_interval_with_a_precision(
    text: str, first: str, last: str, precision: str
) -> None:
    assert days(only(text)) == (first, last, precision)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("He lived there for 12 years.", "a length of time"),
        ("They meet every Monday.", "recurs"),
        ("He recently left.", "too vague"),
        ("They will meet in 30 minutes.", "a length of time"),
        ("They signed on 31 February 2019.", "no such day"),
        ("They signed on 2025-13-40.", "no such day"),
        ("He left 99999999 years ago.", "outside the calendar"),
        ("Rome fell in 218 BC.", "before the calendar"),
        ("It starts at 5 p.m. sharp.", "day of that hour"),
        ("It came weeks after the vote.", "counted from"),
        ("Two days later he fled.", "counted from is not told"),
        ("He came on 29 February of last year.", "no such day"),
        ("He came in May of that year.", "which year is not told"),
    ],
)
def test_what_names_no_days_stays_open_for_a_reason(text: str, why: str) -> None:
    time = only(text)
    assert days(time) is None
    assert why in str(time.open)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("He came on Monday.", "the last Monday up to the day of publication: the verb near it"),
        ("He will come on Monday.", "the first Monday from the day of publication on"),
        ("He left before Friday's vote.", "the nearest, what is told lies before it"),
        ("Talks in July.", "the first July from the day of publication on: the nearest"),
        ("He came last week.", "the week before that of the day of publication"),
        ("He came yesterday.", "the day before the day of publication"),
        ("He came three weeks ago.", "counted back from the day of publication"),
        ("It grew over the past year.", "the time up to the day of publication"),
        ("He came on 3 May 2017.", "written out"),
        ("It has run since 2017.", "from then on"),
        ("He came early in 2017.", "written out"),
        ("It rose in the first half of 2017.", "its first half"),
    ],
)
def test_it_is_told_what_the_words_were_counted_from(text: str, why: str) -> None:
    assert why in only(text).why


def test_what_is_left_of_an_interval_open_is_told() -> None:
    assert only("They met on 7/8/2019.").open == "day and month can be read both ways"
    assert only("It grew for the past few weeks.").open == "how many is not told"
    assert only("It fell by 2016.").open == "its start is not told"


def test_the_story_goes_on_from_the_day_told_last() -> None:
    text = "They met on 3 May 2017. Two days later they split. That night he fled."
    assert [days(time) for time in times_in(text, TOLD)] == [
        ("2017-05-03", "2017-05-03", "day"),
        ("2017-05-05", "2017-05-05", "day"),
        ("2017-05-05", "2017-05-05", "day"),
    ]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It came a day after Monday's vote.", "2019-06-11", "2019-06-11"),
        ("It will come three days after Monday's vote.", "2019-06-20", "2019-06-20"),
        ("It came just days after they met on 3 May.", "2019-05-04", "2019-05-09"),
        ("It came two days before the vote of 3 May.", "2019-05-01", "2019-05-01"),
    ],
)
def test_a_distance_counts_from_the_day_told_behind_it(text: str, first: str, last: str) -> None:
    time = times_in(text, TOLD)[0]
    assert (days(time) or ())[:2] == (first, last)


def test_a_month_of_that_year_is_of_the_year_told_before() -> None:
    text = "He rose in 1998. In May of that year he fell."
    assert days(times_in(text, TOLD)[1]) == ("1998-05-01", "1998-05-31", "month")


def test_a_distance_does_not_lead_past_into_what_is_to_come() -> None:
    time = times_in("It came three days after Monday's vote.", TOLD)[0]
    assert (time.range, "after the day of publication" in str(time.open)) == (None, True)


def test_the_story_does_not_go_on_into_what_is_to_come() -> None:
    time = times_in("They met on Monday. Ten days later they split.", TOLD)[1]
    assert (time.range, "after the day of publication" in str(time.open)) == (None, True)


def test_a_distance_does_not_reach_into_the_next_sentence() -> None:
    assert days(times_in("It came days after the vote. On 3 May he fled.", TOLD)[0]) is None


def test_without_a_day_of_publication_words_stay_relative_and_say_so() -> None:
    time = only("He came on Monday.", None)
    assert (time.range, time.value) == (None, "XXXX-WXX-1")
    assert time.relative == "weekday:0:past"
    assert "not given" in str(time.open)


def test_without_a_day_of_publication_written_days_stand() -> None:
    assert days(only("He came on 3 May 2017.", None)) == ("2017-05-03", "2017-05-03", "day")


def test_rows_have_iso_dates_and_the_offsets_cut_the_words() -> None:
    text = "He came late Thursday."
    row = as_row(only(text))
    assert text[8:21] == row["words"] == "late Thursday"
    assert (row["start"], row["date_start"], row["date_precision"]) == (8, "2019-06-06", "day")


PIECES = [
    "Monday", "late", "31", "February", "2019", "99999999", "years", "ago", "5 p.m.", "GMT", "to",
    "from", "between", "and", "two", "days", "later", "after", "before", "the", "next", "past",
    "week", "weekend", "fiscal", "quarter", "half of", "3 May", "May", "2025-13-40", "7/8/19",
    "twenty-one", "every", "early", "morning of", "centuries", "decade", "in", "since", "until",
    "by", "the 31st", "on", "Sept. 11", "29 February", "9999", "1000", "a few", "2.5", "1,500",
    "will meet", "met", ".", ",", "-", "(", "tonight", "spring", "noon", "year's end", "0",
    "00:00", "٣ مايو ٢٠١٩", "2019年5月3日", "3 мая", "\u202e", "²", "१९", "\n", "month", "hours",
    "this", "BC", "1990s", "19th century", "recent years", "the first", "10000", "2016-17",
    "daily", "Fridays",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)
)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.one_of(st.none(), st.dates()))
def test_any_text_on_any_day_has_an_answer(text: str, published: dt.date | None) -> None:
    last = 0
    for time in times_in(text, published):
        assert text[time.start : time.end] == time.words
        assert last <= time.start < time.end
        assert time.value.isascii()
        assert time.why
        assert time.range is not None or time.open
        last = time.end
    assert all(timex.value for timex in timexes(text, published))
