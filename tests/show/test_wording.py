from __future__ import annotations

import datetime as dt

import pytest

from dragoman.model.claim import CONFLICT_KINDS
from dragoman.model.coding import STATUSES
from dragoman.show import wording


def day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("first", "last", "precision", "text"),
    [
        ("1978-03-17", "1978-03-17", "day", "17 March 1978"),
        ("1978-03-01", "1978-03-31", "month", "March 1978"),
        ("1978-01-01", "1978-12-31", "year", "1978"),
        ("1978-03-13", "1978-03-19", "week", "13–19 March 1978"),
        ("1978-03-13", "1978-04-02", "range", "13 March – 2 April 1978"),
        ("1978-12-31", "1979-01-02", "range", "31 December 1978 – 2 January 1979"),
        ("1978-03-17", None, "range", "from 17 March 1978"),
        (None, "1978-03-17", "range", "until 17 March 1978"),
        (None, None, None, "date not known"),
    ],
)
def test_runs_of_days_in_words(
    first: str | None, last: str | None, precision: str | None, text: str
) -> None:
    assert wording.span_text(day(first), day(last), precision) == text


def test_every_kind_of_conflict_has_words() -> None:
    assert set(wording.KINDS) == set(CONFLICT_KINDS)


def test_every_status_has_words() -> None:
    assert set(wording.STATUS) == set(STATUSES)


def test_code_without_words_stands_for_itself() -> None:
    assert wording.of(wording.KINDS, "colour") == "colour"


@pytest.mark.parametrize(
    ("names", "text"), [([], ""), (["A"], "A"), (["A", "B", "C"], "A, B and C")]
)
def test_names_in_a_row(names: list[str], text: str) -> None:
    assert wording.listing(names) == text
