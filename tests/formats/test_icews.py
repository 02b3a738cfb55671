from __future__ import annotations

import datetime as dt

import pytest

from dragoman.formats import icews
from dragoman.formats.foreign import ForeignEvent, ForeignParty, Read
from dragoman.formats.registry import Settings
from dragoman.model.report import Rejection
from dragoman.store.store import Store
from tests.formats.eventful import written

HEADER = "\t".join(icews.HEADER)
ROW = (
    "17\t2014-05-02\tForeign Ministry (Peru)\tForeign,Government\tPeru\tMake a visit\t042\t1.9"
    "\tCitizen (Russia)\t\"Social, General Population / Civilian / Social\"\tRussian Federation"
    "\t9\t3\tThe Post\tLima\tNA\tNULL\tPeru\t-12.04\t-77.03"
)  # fmt: skip


def read(*rows: str) -> list[Read]:
    return list(icews.read("f.tab", enumerate(rows, start=1)))


def one(*rows: str) -> ForeignEvent:
    (found,) = read(*rows)
    assert isinstance(found, ForeignEvent)
    return found


def test_the_header_is_that_of_icews() -> None:
    assert HEADER == (
        "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code"
        "\tIntensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number"
        "\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude"
    )


@pytest.mark.parametrize("rows", [(HEADER, ROW), (ROW,)], ids=["header", "none"])
def test_a_row_is_read(rows: tuple[str, ...]) -> None:
    assert one(*rows) == ForeignEvent(
        format="icews", file="f.tab", row=len(rows), event_id="17",
        date_start=dt.date(2014, 5, 2), date_end=dt.date(2014, 5, 2), date_precision="day",
        actors=(ForeignParty("Foreign Ministry (Peru)", "PER", "GOV"),),
        recipients=(ForeignParty("Citizen (Russia)", "RUS", "SOC"),), kind="Make a visit",
        cameo="042", quad_class=1, intensity=1.9,
        place=icews.ForeignPlace("Lima", "PER", -12.04, -77.03), source="The Post",
    )  # fmt: skip


def test_what_was_written_is_read_back(eventful_record: Store) -> None:
    text, file = written(eventful_record, icews.FORMAT)["icews.tab"]
    rows = text.splitlines()
    assert (rows[0], {row.count("\t") for row in rows}) == (HEADER, {19})
    found = {row.event_id: row for row in read(*rows) if isinstance(row, ForeignEvent)}
    assert file.count() == len(found) == 4
    told = found["e1"]
    assert (told.cameo, told.kind) == ("161", "Reduce or break diplomatic relations")
    assert (told.intensity, told.source) == (-4.0, "The Post")
    assert told.actors == (ForeignParty("Peru", "PER", "GOV"),)
    assert told.recipients == (ForeignParty("Mexico", "MEX", "GOV"),)
    assert told.place == icews.ForeignPlace("Lima", "PER", -12.0432, -77.0282)
    assert found["e5"].cameo == "0233"


def test_both_sides_of_a_mutual_act_are_written(eventful_record: Store) -> None:
    text, _ = written(eventful_record, icews.FORMAT)["icews.tab"]
    (told,) = (row for row in text.splitlines() if row.startswith("e3\t"))
    assert [told.split("\t")[at] for at in (2, 8)] == ["Peru", "Mexico"]


def test_sentences_count_from_the_title(eventful_record: Store) -> None:
    text, _ = written(eventful_record, icews.FORMAT)["icews.tab"]
    numbers = {row.split("\t")[0]: row.split("\t")[12] for row in text.splitlines()[1:]}
    assert numbers == {"e1": "2", "e2": "1", "e3": "4", "e5": "3"}


def test_more_parties_than_fit_are_counted(eventful_record: Store) -> None:
    _, file = written(eventful_record, icews.FORMAT)["icews.tab"]
    assert any(note.endswith("the first of each side written: 1 telling.") for note in file.notes())


def test_a_row_an_incident(eventful_record: Store) -> None:
    text, _ = written(eventful_record, icews.FORMAT, Settings(unit="incident"))["icews.tab"]
    assert [row.partition("\t")[0] for row in text.splitlines()[1:]] == ["i2", "i1", "i4"]


def test_a_quoted_list_is_read_without_its_quotes() -> None:
    told = one(HEADER, ROW.replace("Foreign,Government", '"Government,Foreign"'))
    assert told.actors[0].sector == "GOV"


def test_two_events_may_share_an_id() -> None:
    assert len(read(HEADER, ROW, ROW.replace("2014-05-02", "2014-05-03"))) == 2


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("\t042\t", "\t13y\t", "bad_code"),
        ("17\t2014", "\t2014", "bad_code"),
        ("2014-05-02", "2014-05-32", "bad_date"),
        ("1.9", "x", "bad_number"),
        ("\t-77.03", "", "bad_width"),
    ],
)
def test_a_bad_row_is_set_aside_and_the_next_is_read(old: str, new: str, reason: str) -> None:
    bad, good = read(HEADER, ROW.replace(old, new), ROW)
    assert isinstance(bad, Rejection)
    assert (bad.uri, bad.reason) == ("f.tab#2", reason)
    assert isinstance(good, ForeignEvent)
