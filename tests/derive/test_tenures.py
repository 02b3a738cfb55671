from __future__ import annotations

import datetime as dt

from dragoman.derive.tenures import tenures
from dragoman.model.claim import Tenure
from dragoman.model.event import IN_OFFICE, TOOK_OFFICE, OfficeAssertion
from tests.factory import office, report

REPORTS = [
    report("old", published="2022-05-01"),
    report("new", published="2024-05-01"),
    report("x"),
]


def _rows(*offices: OfficeAssertion) -> tuple[Tenure, ...]:
    return tenures(offices, REPORTS)


def _bounds(*offices: OfficeAssertion) -> tuple[str | None, str | None]:
    (row,) = _rows(*offices)
    start, end = row.date_start, row.date_end
    return start and start.isoformat(), end and end.isoformat()


def _said(report_id: str, **fields: str) -> OfficeAssertion:
    return office("Ana Ruiz", "president", "URY", report=report_id, **fields)


def test_a_current_holder_has_no_end() -> None:
    assert _bounds(_said("old"), _said("new")) == ("2022-05-01", None)


def test_a_former_holder_ends_with_the_last_day_in_office() -> None:
    assert _bounds(_said("old"), _said("new", tense="former")) == ("2022-05-01", "2022-05-01")


def test_only_former_ends_before_the_first_such_report() -> None:
    assert _bounds(_said("new", tense="former")) == (None, "2024-04-30")


def test_words_with_dates_of_their_own_give_them() -> None:
    assert _bounds(_said("new", at="1990-01-01/2000-12-31")) == ("1990-01-01", "2000-12-31")


def test_a_report_without_a_date_gives_no_bounds() -> None:
    assert _bounds(_said("x")) == (None, None)


def test_a_future_holder_is_listed_without_bounds() -> None:
    assert _bounds(_said("new", tense="future")) == (None, None)


def test_every_assertion_is_kept_in_date_order() -> None:
    (row,) = _rows(_said("x"), _said("new", tense="former"), _said("old"))
    assert [(one.report_id, one.date) for one in row.asserted] == [
        ("old", dt.date(2022, 5, 1)), ("new", dt.date(2024, 5, 1)), ("x", None),
    ]  # fmt: skip


def test_rows_are_sorted_by_country_office_and_start() -> None:
    rows = _rows(
        office("Luis Paz", "president", "URY", report="new"),
        _said("old"),
        office("Eva Lema", "minister", "CHL", report="new"),
    )
    assert [row.name for row in rows] == ["Eva Lema", "Ana Ruiz", "Luis Paz"]


def test_since_holds_to_the_report_and_goes_on() -> None:
    assert _bounds(_said("new", at="2019-01-01/..", why=IN_OFFICE)) == ("2019-01-01", None)


def test_taking_office_begins_a_tenure() -> None:
    told = _said("new", at="2019-01-01/..", why=TOOK_OFFICE)
    assert _bounds(told, _said("new", tense="former")) == ("2019-01-01", "2019-01-01")


def test_until_ends_a_tenure_on_its_last_day() -> None:
    told = _said("new", at="../2023-12-31", tense="former")
    assert _bounds(told, _said("old")) == ("2022-05-01", "2023-12-31")
    assert _bounds(told) == (None, "2023-12-31")


def test_an_end_before_the_last_day_in_office_is_not_believed() -> None:
    told = _said("new", at="../2021-12-31", tense="former")
    assert _bounds(told, _said("old")) == ("2022-05-01", None)


def test_the_earlier_of_two_ends_is_the_nearer_one() -> None:
    ends = (_said("new", at="../2023-12-31"), _said("new", at="../2023-05-31"))
    assert _bounds(*ends) == (None, "2023-05-31")
