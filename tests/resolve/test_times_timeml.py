"""Time expressions as TIMEX3. 12 June 2019 was a Wednesday."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.resolve.times.timeml import Timex, timexes

TOLD = dt.date(2019, 6, 12)

CASES = [
    ("They met on Monday.", "DATE", "2019-06-10"),
    ("They met on Monday evening.", "TIME", "2019-06-10TEV"),
    ("They met last week.", "DATE", "2019-W23"),
    ("They met last month.", "DATE", "2019-05"),
    ("They met in the late 1970s.", "DATE", "197"),
    ("They met in the 19th century.", "DATE", "18"),
    ("They met last summer.", "DATE", "2018-SU"),
    ("They met for 25 years.", "DURATION", "P25Y"),
    ("They met for three hours.", "DURATION", "PT3H"),
    ("They met over the past five years.", "DURATION", "P5Y"),
    ("They met for two and a half years.", "DURATION", "P2.5Y"),
    ("They met in the second half of 2008.", "DATE", "2008-H2"),
    ("They met in 218 BC.", "DATE", "BC0218"),
    ("It came five years after they met.", "DURATION", "P5Y"),
    ("They met recently.", "DATE", "PAST_REF"),
    ("They meet on June 20.", "DATE", "2019-06-20"),
    ("He speaks daily.", "SET", "P1D"),
    ("He speaks each year.", "SET", "P1Y"),
    ("He speaks every two weeks.", "SET", "P2W"),
    ("He speaks every Monday.", "SET", "XXXX-WXX-1"),
    ("He speaks on Mondays.", "SET", "XXXX-WXX-1"),
    ("They pay $5 a day.", "SET", "P1D"),
    ("It took a day.", "DURATION", "P1D"),
    ("It took half an hour.", "DURATION", "PT30M"),
    ("It took 24 hours.", "DURATION", "PT24H"),
    ("It was a yearlong siege.", "DURATION", "P1Y"),
    ("They have decades-old ties.", "DURATION", "PXDE"),
    ("It grew over the past year.", "DURATION", "P1Y"),
    ("It starts at 5 p.m. EST.", "TIME", "2019-06-12T17:00"),
    ("It starts at 18:00 GMT.", "TIME", "2019-06-12T18:00Z"),
    ("It began at 5 p.m. Tuesday.", "TIME", "2019-06-11T17:00"),
    ("It began at noon.", "TIME", "2019-06-12T12:00"),
    ("It was the morning of June 3.", "TIME", "2019-06-03TMO"),
    ("It was in the early hours of Sunday.", "TIME", "2019-06-09TMO"),
    ("He spoke tonight.", "TIME", "2019-06-12TNI"),
    ("It earned less in fiscal 2018.", "DATE", "FY2018"),
    ("Third-quarter sales fell.", "DATE", "2018-Q3"),
    ("It fell in the first half of the year.", "DATE", "2019-H1"),
    ("He will travel on Friday.", "DATE", "2019-06-14"),
    ("It fell in December last year.", "DATE", "2018-12"),
    ("It fell in January of this year.", "DATE", "2019-01"),
    ("It fell on 3 May last year.", "DATE", "2018-05-03"),
    ("It fell in the third quarter of last year.", "DATE", "2018-Q3"),
    ("It will open in the spring of next year.", "DATE", "2020-SP"),
    ("It fell late in the year.", "DATE", "2019"),
    ("He left 3,000,000,000 years ago.", "DATE", "PAST_REF"),
]


@pytest.mark.parametrize(("text", "kind", "value"), CASES)
def test_timexes_have_type_and_value(text: str, kind: str, value: str) -> None:
    assert [(t.type, t.value) for t in timexes(text, TOLD)] == [(kind, value)]


def test_both_ends_of_a_span_are_timexes() -> None:
    assert [t.value for t in timexes("He ruled 1970-1984.", TOLD)] == ["1970", "1984"]


def test_a_chronicle_is_anchored_on_what_it_told_before() -> None:
    text = "War came in 1910, in 1911, in 1912 and in 1913. In 1914 it spread. In March he fell."
    assert timexes(text, TOLD)[-1].value == "1914-03"


@pytest.mark.parametrize("aside", ["It recalled the war of 1879.", "It had begun (in May 1879)."])
def test_a_chronicle_looks_aside_at_a_year_and_goes_on(aside: str) -> None:
    text = f"War came in 1911, in 1912 and in 1913. In 1914 it spread. {aside} In March he fell."
    assert timexes(text, TOLD)[-1].value == "1914-03"


def test_news_is_anchored_on_its_own_date() -> None:
    assert timexes("War came in 1911. In March he fell.", TOLD)[-1].value == "2019-03"


def test_offsets_cut_out_the_words() -> None:
    assert timexes("On 3 May 2011 he left.", TOLD) == [Timex(3, 13, "DATE", "2011-05-03")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("On Monday at 10:30 a.m. they met.", ["2019-06-10", "2019-06-10T10:30"]),
        ("At 5 p.m. on Friday they will meet.", ["2019-06-14T17:00", "2019-06-14"]),
        ("Profit rose in the first quarter from a year earlier.", ["2019-Q1", "2018-Q1"]),
        ("It rained between June and August 2017.", ["2017-06", "2017-08"]),
        ("Rain fell on Tuesday. The day before, it was dry.", ["2019-06-11", "2019-06-10"]),
    ],
)
def test_an_expression_is_read_with_the_one_beside_it(text: str, values: list[str]) -> None:
    assert [t.value for t in timexes(text, TOLD)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He came on Monday.", "XXXX-WXX-1"),
        ("He came in March.", "XXXX-03"),
        ("He came on 3 May.", "XXXX-05-03"),
        ("He came last year.", "XXXX"),
        ("He came on 3 May 2017.", "2017-05-03"),
    ],
)
def test_what_hangs_on_an_unknown_day_has_an_open_value(text: str, value: str) -> None:
    assert [t.value for t in timexes(text, None)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Children ages 12 and up.",
        "A USA TODAY poll.",
        "A second try.",
        "They signed on 31 February.",
    ],
)
def test_what_is_no_time_gives_no_timex(text: str) -> None:
    assert timexes(text, TOLD) == []
