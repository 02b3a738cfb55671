from __future__ import annotations

import csv
import datetime as dt
import io

import pytest

from dragoman.formats import acled
from dragoman.formats.foreign import Deaths, ForeignEvent, ForeignParty, ForeignPlace, Read
from dragoman.model.report import Rejection

SAID = {
    "event_id_cnty": "PER101", "event_date": "2025-05-16", "year": "2025", "time_precision": "1",
    "event_type": "Protests", "sub_event_type": "Excessive force against protesters",
    "actor1": "Protesters (Peru)", "assoc_actor_1": "Teachers (Peru); Students (Peru)",
    "inter1": "Protesters", "actor2": "Police Forces of Peru (2022-)", "inter2": "State forces",
    "iso": "604", "country": "Peru", "location": "Puno", "latitude": "-15.84",
    "longitude": "-70.02", "source": "The Post; The Wire", "fatalities": "2",
    "notes": "They marched,\nand met the police.",
}  # fmt: skip


def rows(*changes: dict[str, str], header: bool = True, delimiter: str = ",") -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    if header:
        writer.writerow(acled.HEADER)
    for change in changes:
        writer.writerow([(SAID | change).get(name, "") for name in acled.HEADER])
    return out.getvalue().encode()


def read(data: bytes) -> list[Read]:
    return list(acled.read("a.csv", io.BufferedReader(io.BytesIO(data))))


def one(**change: str) -> ForeignEvent:
    (found,) = read(rows(change))
    assert isinstance(found, ForeignEvent)
    return found


def test_the_header_is_acleds() -> None:
    assert len(acled.HEADER) == len(set(acled.HEADER)) == 31
    assert (acled.HEADER[0], acled.HEADER[15], acled.HEADER[-1]) == (
        "event_id_cnty", "iso", "timestamp",
    )  # fmt: skip


def test_a_row_is_read() -> None:
    day = dt.date(2025, 5, 16)
    assert one() == ForeignEvent(
        format="acled", file="a.csv", row=2, event_id="PER101", date_start=day, date_end=day,
        date_precision="day",
        actors=(
            ForeignParty("Protesters (Peru)", "PER", "CVL"), ForeignParty("Teachers (Peru)", "PER"),
            ForeignParty("Students (Peru)", "PER"),
        ),
        recipients=(ForeignParty("Police Forces of Peru (2022-)", "PER", "COP"),),
        kind="Protests / Excessive force against protesters",
        place=ForeignPlace("Puno", "PER", -15.84, -70.02), deaths=Deaths(2),
        source="The Post; The Wire",
    )  # fmt: skip


@pytest.mark.parametrize("told", ["16 May 2025", "16-May-2025", "2025-05-16"])
def test_a_date_in_any_of_its_spellings(told: str) -> None:
    assert one(event_date=told).date_start == dt.date(2025, 5, 16)


def test_kinds_of_actors_may_be_numbers() -> None:
    told = one(inter1="6", inter2="1")
    assert (told.actors[0].sector, told.recipients[0].sector) == ("CVL", "COP")
    assert one(actor2="Military Forces of Peru (2022-)").recipients[0].sector == "MIL"
    assert one(actor2="Government of Peru (2022-)").recipients[0].sector == "GOV"
    assert one(inter1="Identity militia").actors[0].sector is None


@pytest.mark.parametrize(
    ("precision", "first", "last", "name"),
    [
        ("1", "2025-05-16", "2025-05-16", "day"),
        ("2", "2025-05-13", "2025-05-19", "week"),
        ("3", "2025-05-01", "2025-05-31", "month"),
    ],
)
def test_a_vague_date_is_a_range(precision: str, first: str, last: str, name: str) -> None:
    told = one(time_precision=precision)
    found = (str(told.date_start), str(told.date_end), told.date_precision)
    assert found == (first, last, name)


def test_a_country_without_its_number_goes_by_its_name() -> None:
    place = one(iso="").place
    assert place is not None
    assert place.country == "PER"
    place = one(iso="0", country="Kosovo").place
    assert place is not None
    assert place.country == "XKX"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_any_delimiter_is_understood(delimiter: str) -> None:
    (found,) = read(rows({}, delimiter=delimiter))
    assert isinstance(found, ForeignEvent)


def test_a_file_without_a_header_is_in_the_standard_order() -> None:
    (found,) = read(rows({}, header=False))
    assert isinstance(found, ForeignEvent)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"event_date": "16 Floreal 2025"}, "bad_date"),
        ({"event_date": "31 June 2025"}, "bad_date"),
        ({"event_date": ""}, "bad_code"),
        ({"event_id_cnty": ""}, "bad_code"),
        ({"time_precision": "4"}, "bad_code"),
        ({"fatalities": "some"}, "bad_number"),
        ({"fatalities": "1.5"}, "bad_number"),
        ({"longitude": "181"}, "bad_number"),
    ],
)
def test_a_bad_row_is_set_aside_and_the_next_is_read(change: dict[str, str], reason: str) -> None:
    bad, good = read(rows(change, {}))
    assert isinstance(bad, Rejection)
    assert (bad.uri, bad.reason) == ("a.csv#2", reason)
    assert isinstance(good, ForeignEvent)


def test_a_quote_that_is_never_closed_costs_its_row() -> None:
    head, good = rows().decode(), rows({"notes": ""}, header=False).decode()
    bad, told = read((head + '"never closed,1\r\n' + good).encode())
    assert isinstance(bad, Rejection)
    assert (bad.uri, bad.reason) == ("a.csv#2", "bad_csv")
    assert isinstance(told, ForeignEvent)
