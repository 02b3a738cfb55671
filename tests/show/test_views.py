from __future__ import annotations

import datetime as dt

import pytest

from dragoman.model.words import fold
from dragoman.show import views
from dragoman.show.filters import Filters
from dragoman.show.relation import relation
from dragoman.store.store import Store
from tests.cli.conftest import tables

PAGES = (
    views.timeline, views.events, views.incidents, views.conflicts, views.offices, views.reports,
    views.rejections,
)  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = Store.open(tmp_path_factory.mktemp("views") / "record", create=True)
    store.publish(tables())
    return store


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_every_line_has_a_cell_for_every_column(store: Store, page: views.Page) -> None:
    view = page(store, Filters())
    assert {len(line) for line in view.lines} == {len(view.columns)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_there_is_a_line_for_every_row(store: Store, page: views.Page) -> None:
    view = page(store, Filters())
    assert len(view.lines) == len(view.rows) > 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_rows_have_the_keys_of_the_view(store: Store, page: views.Page) -> None:
    view = page(store, Filters())
    assert all(tuple(row) == view.keys for row in view.rows)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
def test_keys_are_known_where_there_are_no_rows(store: Store, page: views.Page) -> None:
    empty = page(store, Filters(report="none", party="none"))
    assert empty.keys == page(store, Filters()).keys


@pytest.mark.parametrize(
    ("first", "last", "precision", "shown"),
    [
        (None, None, None, "?"),
        ("2024-03-05", "2024-03-05", "day", "2024-03-05"),
        ("2024-03-01", "2024-03-31", "month", "2024-03"),
        ("2024-01-01", "2024-12-31", "year", "2024"),
        ("2024-03-05", "2024-03-09", "range", "2024-03-05..2024-03-09"),
        ("2024-03-05", None, "range", "2024-03-05.."),
        (None, "2024-03-05", "range", "..2024-03-05"),
    ],
)
def test_days_are_as_short_as_they_can_be_said(
    first: str | None, last: str | None, precision: str | None, shown: str
) -> None:
    start, end = (None if text is None else dt.date.fromisoformat(text) for text in (first, last))
    row = {"date_start": start, "date_end": end, "date_precision": precision}
    assert views.days(row) == shown


def test_timeline_gives_the_words_of_each_report(store: Store) -> None:
    first = views.timeline(store).rows[0]
    assert [quote["report"] for quote in first["quotes"]] == ["post.txt", "wire.txt"]


def test_relations_of_one_pair_leave_out_the_others(store: Store) -> None:
    assert views.relations(store, {}, ("PER", "MEX")).rows == ()


def test_relations_say_why(store: Store) -> None:
    last = views.relations(store, {"CHL": "Chile", "NOR": "Norway"}).lines[-1]
    assert (last[0], last[-1]) == ("Chile – Norway", "Chile recalled its ambassador to Norway.")


def test_relation_has_one_quote_a_report(store: Store) -> None:
    answer = relation(store, ("NOR", "CHL"), dt.date(2024, 4, 1), {})
    assert answer is not None
    assert [source.report for source in answer.sources] == ["post.txt", "wire.txt"]


def test_relation_is_none_where_no_report_tells(store: Store) -> None:
    assert relation(store, ("PER", "CHL"), dt.date(2024, 4, 1), {}) is None


@pytest.mark.parametrize("text", ["RUÍZ", "ruiz", "Ruíz"])
def test_names_are_compared_without_case_and_accents(text: str) -> None:
    assert fold(text) == "ruiz"


@pytest.mark.parametrize(
    ("since", "until", "taken"),
    [
        ("2024-03-05", "2024-03-05", True),
        (None, "2024-02-28", False),
        ("2024-04-01", None, False),
        ("2024-03-31", None, True),
    ],
)
def test_a_run_of_days_is_taken_when_it_meets_what_is_asked(
    since: str | None, until: str | None, taken: bool
) -> None:
    first, last = (None if text is None else dt.date.fromisoformat(text) for text in (since, until))
    march = dt.date(2024, 3, 1), dt.date(2024, 3, 31)
    assert Filters(since=first, until=last).take_days(*march) is taken


def test_what_has_no_date_is_left_out_when_dates_are_asked_for() -> None:
    assert not Filters(since=dt.date(2024, 1, 1)).take_days(None, None)
