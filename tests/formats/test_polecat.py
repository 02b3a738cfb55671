from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import pytest

from dragoman.formats import polecat
from dragoman.formats.cells import line
from dragoman.formats.foreign import ForeignEvent, ForeignParty, Read
from dragoman.formats.registry import Settings
from dragoman.model.report import Rejection
from dragoman.store.store import Store
from tests.formats.eventful import written

HEADER = "\t".join(polecat.HEADER)
SAID = {
    "Event ID": "POL-1", "Event Date": "2024-03-01", "Event Type": "accuse",
    "Event Mode": "allege", "Intensity": "-3.5", "Quad Code": "VERBAL CONFLICT",
    "Contexts": "diplomatic; future", "Actor Name": "Peru; Ana Ruiz", "Actor Country": "PER; None",
    "Actor Sectors": "GOV; None", "Recipient Name": "UN", "Recipient Country": "UNO",
    "Placename": "Lima", "Country": "PER", "Latitude": "-12.04", "Longitude": "-77.03",
    "Source": "The Post", "Publication Date": "2024-03-02",
}  # fmt: skip


def cells(**changed: str) -> str:
    values = SAID | {name.replace("_", " "): value for name, value in changed.items()}
    return line(values.get(name, "None") for name in polecat.HEADER).rstrip("\n")


def read(*rows: str, header: str = HEADER) -> list[Read]:
    return list(polecat.read("f.txt", numbered([header, *rows])))


def numbered(rows: Iterable[str]) -> Iterable[tuple[int, str | None]]:
    return enumerate(rows, start=1)


def one(*rows: str, header: str = HEADER) -> ForeignEvent:
    (found,) = read(*rows, header=header)
    assert isinstance(found, ForeignEvent)
    return found


def test_the_header_is_polecats() -> None:
    assert len(polecat.HEADER) == len(set(polecat.HEADER)) == 40
    assert polecat.HEADER[:7] == (
        "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    )  # fmt: skip
    assert polecat.HEADER[-3:] == ("Story Locations", "Language", "Version")


def test_a_row_is_read() -> None:
    assert one(cells()) == ForeignEvent(
        format="polecat", file="f.txt", row=2, event_id="POL-1", date_start=dt.date(2024, 3, 1),
        date_end=dt.date(2024, 3, 1), date_precision="day",
        actors=(ForeignParty("Peru", "PER", "GOV"), ForeignParty("Ana Ruiz")),
        recipients=(ForeignParty("UN", group="UNO"),), event_type="ACCUSE", mode="allege",
        quad_class=3, intensity=-3.5, contexts=("diplomatic",),
        place=polecat.ForeignPlace("Lima", "PER", -12.04, -77.03), status="planned",
        source="The Post", published=dt.date(2024, 3, 2),
    )  # fmt: skip


def test_what_was_written_is_read_back(eventful_record: Store) -> None:
    text, file = written(eventful_record, polecat.FORMAT)["polecat.txt"]
    assert text.splitlines()[0] == HEADER
    assert {row.count("\t") for row in text.splitlines()} == {39}
    found = [row for row in polecat.read("f", numbered(text.splitlines()))]
    assert file.count() == len(found) == 4
    told = next(row for row in found if isinstance(row, ForeignEvent) and row.event_id == "e1")
    assert told.actors == (
        ForeignParty("Peru", "PER", "GOV", None, "Peru"),
        ForeignParty("Ana Ruiz, the minister", "PER", "GOV", None, "=HYPERLINK(1)",
                     "foreign minister"),
    )  # fmt: skip
    assert told.recipients[0].name_raw == "Mexico or MEX"
    assert (told.event_type, told.mode, told.intensity) == ("SANCTION", "expel", -5.5)
    assert told.place is not None
    assert (told.place.name, told.place.country, told.place.lat) == ("Lima", "PER", -12.0432)
    assert told.contexts == ("diplomatic", "executive")
    assert (told.source, told.published) == ("The Post", dt.date(2024, 3, 2))


def test_a_coarse_date_stands_under_its_first_day_and_is_counted(eventful_record: Store) -> None:
    text, file = written(eventful_record, polecat.FORMAT)["polecat.txt"]
    assert "e3\t2023-05-01\t" in text
    assert "With a date coarser than a day, written under its first day: 1 telling." in file.notes()


def test_a_coarse_date_is_dropped_when_asked(eventful_record: Store) -> None:
    dropped = written(eventful_record, polecat.FORMAT, Settings(coarse="drop"))
    text, file = dropped["polecat.txt"]
    assert "e3\t" not in text
    assert "Left out, their date being coarser than a day: 1 telling." in file.notes()


def test_what_did_not_happen_is_left_out_unless_asked_for(eventful_record: Store) -> None:
    text, file = written(eventful_record, polecat.FORMAT)["polecat.txt"]
    assert "e4\t" not in text
    assert any("--status writes them): 1 telling." in note for note in file.notes())
    text, _ = written(eventful_record, polecat.FORMAT, status="hypothetical")["polecat.txt"]
    (told,) = polecat.read("f", numbered(text.splitlines()))
    assert isinstance(told, ForeignEvent)
    assert (told.event_id, told.status, told.contexts) == ("e4", "hypothetical", ())


def test_a_row_an_incident(eventful_record: Store) -> None:
    made = written(eventful_record, polecat.FORMAT, Settings(unit="incident"))
    names = [row.partition("\t")[0] for row in made["polecat.txt"][0].splitlines()]
    assert names == ["Event ID", "i2", "i1", "i4"]


def test_only_the_report_asked_for_tells(eventful_record: Store) -> None:
    text, _ = written(eventful_record, polecat.FORMAT, report="wire.txt")["polecat.txt"]
    assert [row.partition("\t")[0] for row in text.splitlines()] == ["Event ID", "e2"]


def test_the_other_name_of_intensity_is_understood() -> None:
    assert one(cells(), header=HEADER.replace("Intensity", "Event Intensity")).intensity == -3.5


def test_columns_may_stand_in_another_order() -> None:
    order = list(reversed(polecat.HEADER))
    row = "\t".join(reversed(cells().split("\t")))
    assert one(row, header="\t".join(order)).event_id == "POL-1"


def test_names_without_data_do_not_move_the_columns() -> None:
    extra = HEADER.replace("Source", "Headline\tEvent Text\tSource\tFeed") + "\tStory ID"
    assert one(cells(), header=extra).source == "The Post"


def test_empty_cells_behind_the_last_are_cut() -> None:
    assert one(cells() + "\t\t\t").source == "The Post"


def test_a_file_without_a_header_is_in_the_standard_order() -> None:
    assert one(header=cells()).event_id == "POL-1"


def test_none_is_missing() -> None:
    told = one(cells(Actor_Name="None", Actor_Country="PER", Placename="None", Country="None",
                     Latitude="None", Longitude="None", Event_Mode="None"))  # fmt: skip
    assert (told.actors, told.place, told.mode) == ((ForeignParty(None, "PER", "GOV"),), None, None)


def test_one_country_is_that_of_all_actors() -> None:
    told = one(cells(Actor_Country="PER"))
    assert [party.country for party in told.actors] == ["PER", "PER"]


def test_kosovo_is_understood() -> None:
    assert one(cells(Actor_Country="KOS")).actors[0].country == "XKX"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("a\tb", "bad_width"),
        (cells(Event_Date="yesterday"), "bad_date"),
        (cells(Intensity="high"), "bad_number"),
        (cells(Latitude="99"), "bad_number"),
        (cells(Event_ID=""), "bad_code"),
    ],
)
def test_a_bad_row_is_set_aside_and_the_next_is_read(row: str, reason: str) -> None:
    bad, good = read(row, cells())
    assert isinstance(bad, Rejection)
    assert (bad.stage, bad.uri, bad.reason) == ("import", "f.txt#2", reason)
    assert isinstance(good, ForeignEvent)


def test_a_row_too_long_is_set_aside() -> None:
    (bad,) = polecat.read("f.txt", [(1, HEADER), (2, None)])
    assert isinstance(bad, Rejection)
    assert bad.reason == "too_large"
