from __future__ import annotations

import datetime as dt
import hashlib

import pytest

from dragoman.formats import gdelt, gdelt_read
from dragoman.formats.foreign import ForeignEvent, ForeignParty, ForeignPlace, Read
from dragoman.formats.gdelt_read import EVENTS, MENTIONS, OLD_EVENTS, Mention
from dragoman.model.report import Rejection
from dragoman.store.store import Store
from tests.formats.eventful import written

SAID = {
    "GlobalEventID": "410", "Day": "20240301", "Actor1Code": "ROMGOV", "Actor1Name": "ROMANIA",
    "Actor1CountryCode": "ROM", "Actor1Type1Code": "GOV", "Actor2Code": "IGO",
    "Actor2Name": "UNITED NATIONS", "Actor2Type1Code": "IGO", "EventCode": "042",
    "QuadClass": "1", "GoldsteinScale": "1.9", "ActionGeo_Type": "4",
    "ActionGeo_Fullname": "Lima, Lima, Peru", "ActionGeo_CountryCode": "PE",
    "ActionGeo_Lat": "-12.05", "ActionGeo_Long": "-77.05", "DATEADDED": "20240302101500",
    "SOURCEURL": "https://post.example/1",
}  # fmt: skip


def row(names: tuple[str, ...] = EVENTS, **changed: str) -> str:
    said = SAID | changed
    return "\t".join(said.get(name, "") for name in names)


def read(*rows: str) -> list[Read]:
    return list(gdelt_read.read("f.CSV", enumerate(rows, start=1)))


def one(*rows: str) -> ForeignEvent:
    (found,) = read(*rows)
    assert isinstance(found, ForeignEvent)
    return found


def test_the_columns_are_gdelts() -> None:
    assert [len(names) for names in (EVENTS, OLD_EVENTS, MENTIONS)] == [61, 58, 16]
    found = [EVENTS.index(name) + 1 for name in ("Actor2Code", "EventCode", "AvgTone", "SOURCEURL")]
    assert found == [16, 27, 35, 61]
    assert (EVENTS.index("ActionGeo_Type") + 1, EVENTS.index("Actor1Geo_ADM2Code") + 1) == (52, 40)


def test_a_row_is_read() -> None:
    assert one(row()) == ForeignEvent(
        format="gdelt", file="f.CSV", row=1, event_id="410", date_start=dt.date(2024, 3, 1),
        date_end=dt.date(2024, 3, 1), date_precision="day",
        actors=(ForeignParty("ROMANIA", "ROU", "GOV"),),
        recipients=(ForeignParty("UNITED NATIONS", group="IGO"),), cameo="042", quad_class=1,
        intensity=1.9, place=ForeignPlace("Lima", "PER", -12.05, -77.05),
        url="https://post.example/1",
    )  # fmt: skip


def test_the_rows_of_1_0_are_read() -> None:
    assert one(row(OLD_EVENTS)) == one(row())
    older = one(row(OLD_EVENTS[:-1]))
    assert (older.place, older.url) == (one(row()).place, None)


def test_a_header_that_somebody_put_there_is_passed_over() -> None:
    assert one("\t".join(EVENTS), row()).row == 2


def test_a_country_is_named_whole() -> None:
    told = one(row(ActionGeo_Type="1", ActionGeo_Fullname="Peru", ActionGeo_CountryCode="PE"))
    assert told.place == ForeignPlace("Peru", "PER", -12.05, -77.05)


def test_a_state_younger_than_cameos_list_is_known_by_its_iso_code() -> None:
    assert one(row(Actor1CountryCode="XKX")).actors[0].country == "XKX"
    assert one(row(Actor1CountryCode="QQQ")).actors[0].country is None


def test_an_event_with_one_side() -> None:
    told = one(row(Actor2Code="", Actor2Name=""))
    assert told.recipients == ()


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (row(EventCode="13y"), "bad_code"),
        (row(GlobalEventID="x"), "bad_code"),
        (row(Day="20240231"), "bad_date"),
        (row(QuadClass="5"), "bad_number"),
        (row(ActionGeo_Lat="far"), "bad_number"),
        (row() + "\t", "bad_width"),
        ("\t".join(["1"] * 16), "bad_width"),
    ],
)
def test_a_bad_row_is_set_aside_and_the_next_is_read(bad: str, reason: str) -> None:
    aside, good = read(bad, row())
    assert isinstance(aside, Rejection)
    assert (aside.uri, aside.reason) == ("f.CSV#1", reason)
    assert isinstance(good, ForeignEvent)


def export(store: Store) -> dict[str, list[dict[str, str]]]:
    """The three files, rows by column."""
    made = written(store, gdelt.FORMAT)
    assert list(made) == ["gdelt.export.CSV", "gdelt.mentions.CSV", "ids.csv"]
    out = {}
    for name, columns in (("gdelt.export.CSV", EVENTS), ("gdelt.mentions.CSV", MENTIONS)):
        rows = [line.split("\t") for line in made[name][0].splitlines()]
        out[name] = [dict(zip(columns, cells, strict=True)) for cells in rows]
    return out


def test_what_was_written_is_read_back(eventful_record: Store) -> None:
    text, file = written(eventful_record, gdelt.FORMAT)["gdelt.export.CSV"]
    found = read(*text.splitlines())
    assert file.count() == len(found) == 3
    told = found[1]
    assert isinstance(told, ForeignEvent)
    assert (told.date_start, told.cameo, told.intensity) == (dt.date(2024, 3, 1), "161", -4.0)
    assert told.actors == (ForeignParty("PERU", "PER", "GOV"),)
    assert told.recipients == (ForeignParty("MEXICO", "MEX", "GOV"),)
    assert told.place == ForeignPlace("Lima", "PER", -12.0432, -77.0282)
    assert told.url == "wire.txt"
    assert (found[2].recipients[0].country, found[2].cameo) == ("PER", "0233")


def test_a_row_is_an_incident_with_its_tellings_counted(eventful_record: Store) -> None:
    told = export(eventful_record)["gdelt.export.CSV"][1]
    counts = ("NumMentions", "NumSources", "NumArticles", "IsRootEvent")
    assert [told[name] for name in counts] == ["2", "2", "2", "1"]
    assert [told[f"Event{name}"] for name in ("Code", "BaseCode", "RootCode")] == [
        "161", "161", "16",
    ]  # fmt: skip
    assert (told["FractionDate"], told["MonthYear"]) == ("2024.2493", "202403")
    assert (told["AvgTone"], told["DATEADDED"]) == ("", "20240301000000")
    assert (told["ActionGeo_CountryCode"], told["ActionGeo_Fullname"]) == ("PE", "Lima, Peru")
    assert (told["ActionGeo_Type"], told["Actor1Geo_Type"]) == ("4", "0")


def test_a_telling_below_the_first_paragraph_makes_no_root_event(eventful_record: Store) -> None:
    assert export(eventful_record)["gdelt.export.CSV"][0]["IsRootEvent"] == "0"


def test_a_code_keeps_its_zero_and_its_base(eventful_record: Store) -> None:
    told = export(eventful_record)["gdelt.export.CSV"][2]
    assert (told["EventCode"], told["EventBaseCode"], told["QuadClass"]) == ("0233", "023", "1")
    assert (told["Actor1Code"], told["Actor1Type1Code"], told["Day"]) == ("IGO", "IGO", "")


def test_numbers_are_told_apart_in_a_side_file(eventful_record: Store) -> None:
    text, file = written(eventful_record, gdelt.FORMAT)["ids.csv"]
    low = int.from_bytes(hashlib.sha256(b"i1").digest(), "big") % 2**62
    assert f"{low},i1" in text.splitlines()
    numbers = [line.partition(",")[0] for line in text.splitlines()[1:]]
    events = export(eventful_record)["gdelt.export.CSV"]
    assert numbers == [event["GlobalEventID"] for event in events]
    assert file.count() == 3


def test_mentions_are_the_tellings_of_what_was_written(eventful_record: Store) -> None:
    text, file = written(eventful_record, gdelt.FORMAT)["gdelt.mentions.CSV"]
    found = list(gdelt_read.read_mentions("m", enumerate(text.splitlines(), start=1)))
    assert file.count() == len(found) == 4
    assert found[1] == Mention(
        event_id=str(gdelt.number_of("i1")), happened=dt.date(2024, 3, 1),
        published=dt.date(2024, 3, 2), kind=1, source="The Post",
        identifier="https://post.example/1", sentence=2, offsets=(27, -1, 27), confidence=70,
    )  # fmt: skip
    assert isinstance(found[2], Mention)
    assert (found[2].kind, found[2].identifier) == (2, "wire.txt")


def test_a_bad_mention_is_set_aside() -> None:
    good = dict.fromkeys(MENTIONS, "") | {"GlobalEventID": "1", "MentionType": "1"}
    rows = ["x", "\t".join((good | {"Confidence": "120"}).values()), "\t".join(good.values())]
    found = list(gdelt_read.read_mentions("m", enumerate(rows, start=1)))
    assert [one.reason for one in found if isinstance(one, Rejection)] == [
        "bad_width", "bad_number",
    ]  # fmt: skip
    assert isinstance(found[2], Mention)
