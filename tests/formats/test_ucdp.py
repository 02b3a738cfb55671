from __future__ import annotations

import csv
import datetime as dt
import io

import pytest

from dragoman.formats import ucdp
from dragoman.formats.foreign import Deaths, ForeignEvent, ForeignParty, ForeignPlace, Read
from dragoman.model.report import Rejection

SAID = {
    "id": "5001", "year": "1998", "type_of_violence": "1", "conflict_name": "A: B",
    "side_a": "Government of Serbia (Yugoslavia)", "side_b": "Rebels of the Hills",
    "source_office": "The Post", "where_coordinates": "Hill town", "latitude": "42.5",
    "longitude": "20.9", "country": "Serbia (Yugoslavia)", "country_id": "345", "date_prec": "2",
    "date_start": "1998-05-01 00:00:00.000", "date_end": "1998-05-03 00:00:00.000",
    "best": "7", "high": "9", "low": "4", "gwnoa": "345",
}  # fmt: skip


def row(**change: str) -> list[str]:
    return [(SAID | change).get(name, "") for name in ucdp.HEADER]


def read(*rows: list[str]) -> list[Read]:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    stream = io.BufferedReader(io.BytesIO(out.getvalue().encode()))
    return list(ucdp.read("u.csv", stream))


def one(**change: str) -> ForeignEvent:
    (found,) = read(list(ucdp.HEADER), row(**change))
    assert isinstance(found, ForeignEvent)
    return found


def test_the_header_is_that_of_ged() -> None:
    assert len(ucdp.HEADER) == len(set(ucdp.HEADER)) == 49
    assert (ucdp.HEADER[0], ucdp.HEADER[44], ucdp.HEADER[-1]) == ("id", "best", "gwnob")


def test_a_row_is_read() -> None:
    assert one() == ForeignEvent(
        format="ucdp", file="u.csv", row=2, event_id="5001", date_start=dt.date(1998, 5, 1),
        date_end=dt.date(1998, 5, 3), date_precision="range",
        actors=(ForeignParty("Government of Serbia (Yugoslavia)", "YUG", "GOV"),),
        recipients=(ForeignParty("Rebels of the Hills"),), kind="state-based violence",
        place=ForeignPlace("Hill town", "YUG", 42.5, 20.9), deaths=Deaths(7, 4, 9),
        source="The Post",
    )  # fmt: skip


def test_a_file_without_a_header_is_known_by_its_width() -> None:
    found = read(row(), row())
    assert [isinstance(event, ForeignEvent) for event in found] == [True, True]


def test_a_row_of_another_width_is_set_aside() -> None:
    found = read(list(ucdp.HEADER), row()[:-1])
    assert isinstance(found[0], Rejection)
    assert found[0].detail == "48 cells, expected 49"


@pytest.mark.parametrize(
    ("precision", "last", "name"),
    [
        ("1", "1998-05-01", "day"), ("1", "1998-05-03", "range"), ("3", "1998-05-07", "week"),
        ("4", "1998-05-31", "month"), ("5", "1998-12-31", "range"), ("", "1998-05-02", "range"),
    ],
)  # fmt: skip
def test_how_precise_a_date_is(precision: str, last: str, name: str) -> None:
    assert one(date_prec=precision, date_end=last).date_precision == name


def test_of_several_states_the_first_counts() -> None:
    assert one(gwnoa="135; 70").actors[0].country == "PER"
    assert one(gwnob="135.0").recipients[0].country == "PER"


def test_civilians_are_civilians() -> None:
    assert one(side_b="Civilians").recipients[0].sector == "CVL"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"type_of_violence": "4"}, "bad_code"),
        ({"id": ""}, "bad_code"),
        ({"date_end": "1998-04-30"}, "bad_date"),
        ({"date_start": "soon"}, "bad_date"),
        ({"best": "many"}, "bad_number"),
    ],
)
def test_a_bad_row_is_set_aside_and_the_next_is_read(change: dict[str, str], reason: str) -> None:
    bad, good = read(list(ucdp.HEADER), row(**change), row())
    assert isinstance(bad, Rejection)
    assert (bad.uri, bad.reason) == ("u.csv#2", reason)
    assert isinstance(good, ForeignEvent)
