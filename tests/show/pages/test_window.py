import datetime as dt

import pytest

from dragoman.errors import UsageError
from dragoman.show.pages import window as module
from dragoman.show.pages.window import counted, window
from tests.show.pages.told import MEXICO, PERU, room_of, told


def test_nothing_asked_for_is_everything():
    assert window({}) == window({"since": "", "until": "", "quad": ""})


@pytest.mark.parametrize(
    ("since", "until", "first", "last"),
    [
        ("2024", "2024", dt.date(2024, 1, 1), dt.date(2024, 12, 31)),
        ("2024-02", "2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        (" 2024-02-10 ", "2024-02-11", dt.date(2024, 2, 10), dt.date(2024, 2, 11)),
    ],
)
def test_days_are_taken_as_far_as_they_are_told(since, until, first, last):
    found = window({"since": since, "until": until})
    assert (found.since, found.until) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "24",
        "2024-13",
        "2023-02-29",
        "2024-2",
        "0000",
        "2024-01-01-01",
        "٢٠٢٤",
        "x",
        "-2024",
        "2024-",
    ],
)
def test_what_is_no_day_is_refused_by_name(text):
    with pytest.raises(UsageError, match="since="):
        window({"since": text})


@pytest.mark.parametrize("text", ["0", "5", "one", "3 or 1=1"])
def test_what_is_no_class_is_refused_by_name(text):
    with pytest.raises(UsageError, match="quad="):
        window({"quad": text})


def rows():
    return [
        told("i1", [PERU], [MEXICO], on="2024-01-01"),
        told("i2", [PERU], [MEXICO], on="2024-02-01"),
        told("i3", [PERU], [MEXICO], on="2024-03-01"),
        told("i4", [PERU], [MEXICO], on=None),
    ]


def ids(room, found):
    query = f"select i.id from incidents i where {found.where} order by i.n"
    return [key for (key,) in room.select(query, *found.values)]


def test_few_incidents_are_all_counted():
    room = room_of(*rows())
    found = counted(room, window({}))
    assert (found.asked, found.number) == (4, 4)
    assert ids(room, found) == ["i1", "i2", "i3", "i4"]


def test_of_very_many_the_latest_with_a_date_are_counted(monkeypatch):
    monkeypatch.setattr(module, "MOST", 2)
    room = room_of(*rows())
    found = counted(room, window({}))
    assert (found.asked, found.number) == (4, 2)
    assert ids(room, found) == ["i2", "i3"]


def test_of_very_many_without_dates_those_with_one_are_counted(monkeypatch):
    monkeypatch.setattr(module, "MOST", 2)
    room = room_of(*rows()[2:], told("i5", [PERU], [MEXICO], on=None))
    found = counted(room, window({}))
    assert (found.asked, found.number) == (3, 1)
    assert ids(room, found) == ["i3"]
