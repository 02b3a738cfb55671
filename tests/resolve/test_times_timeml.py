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
