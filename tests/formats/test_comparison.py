from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.formats import agreement
from dragoman.formats.comparison import Comparison, compare, km_apart
from dragoman.formats.foreign import ForeignEvent, ForeignParty, ForeignPlace, rejected
from dragoman.show.filters import Filters
from tests.formats.eventful import event

DAY = dt.date(2024, 3, 1)
LIMA = {"name": "Lima", "country": "PER", "lat": -12.04, "lon": -77.03}


def days(count: int) -> dt.date:
    return DAY + dt.timedelta(days=count)


def side(*countries: str | None) -> list[dict[str, Any]]:
    return [{"name": one or "x", "country": one} for one in countries]


def ours(
    name: str = "i1", first: int = 0, last: int | None = None, **fields: Any
) -> dict[str, Any]:
    row = {
        "incident_id": name, "event_type": "SANCTION", "cameo": "161", "status": "actual",
        "actors": side("PER"), "recipients": side("MEX"), "date_start": days(first),
        "date_end": days(first if last is None else last), "place": None, "summary": "It was so.",
    }  # fmt: skip
    return row | fields


def theirs(row: int = 1, first: int = 0, last: int | None = None, **fields: Any) -> ForeignEvent:
    known: dict[str, Any] = {
        "cameo": "161", "actors": (ForeignParty("Peru", "PER"),),
        "recipients": (ForeignParty("Mexico", "MEX"),), "date_start": days(first),
        "date_end": days(first if last is None else last), "row": row, "event_id": str(row),
    }  # fmt: skip
    return event(**(known | fields))


def matched(
    incidents: list[dict[str, Any]], events: list[Any], *, window: int = 3, **filters: Any
) -> Comparison:
    return compare(incidents, events, window_days=window, filters=Filters(**filters))


def pairs(done: Comparison) -> list[tuple[str, int]]:
    return [(one.incident["incident_id"], one.event.row) for one in done.matches]


@pytest.mark.parametrize(
    ("mine", "other", "is_same"),
    [
        (ours(), theirs(), True),
        (ours(), theirs(first=3), True),
        (ours(), theirs(first=-3), True),
        (ours(), theirs(first=4), False),
        (ours(last=20), theirs(first=23), True),
        (ours(last=20), theirs(first=24), False),
        (ours(first=5), theirs(first=0, last=5), True),
        (ours(), theirs(cameo="173"), True),  # another type, the same quad class
        (ours(), theirs(cameo="042"), False),
        (ours(), theirs(actors=(ForeignParty("Mexico", "MEX"),),
                        recipients=(ForeignParty("Peru", "PER"),)), True),
        (ours(), theirs(recipients=(ForeignParty("Chile", "CHL"),)), False),
        (ours(), theirs(recipients=()), True),
        (ours(recipients=side(None)), theirs(), True),
        (ours(actors=side(None), recipients=[], place=LIMA), theirs(recipients=()), True),
        (ours(recipients=[]), theirs(actors=(), recipients=(), cameo=None, format="ucdp",
                                     place=ForeignPlace("Puno", "PER")), True),
    ],
)  # fmt: skip
def test_what_may_be_the_same(mine: dict[str, Any], other: ForeignEvent, is_same: bool) -> None:
    assert bool(matched([mine], [other]).matches) == is_same


def test_each_side_is_taken_once_the_likeliest_pair_first() -> None:
    done = matched(
        [ours("i1"), ours("i2", first=2)],
        [theirs(1, first=1), theirs(2, first=2), theirs(3, first=2, cameo="173")],
    )
    assert pairs(done) == [("i1", 1), ("i2", 2)]
    assert done.near == {("theirs.csv", 3): "i2"}


def test_the_type_counts_for_more_than_the_day() -> None:
    done = matched([ours()], [theirs(1, cameo="173"), theirs(2, first=2)])
    assert pairs(done) == [("i1", 2)]


def test_the_direction_counts_for_more_than_the_day() -> None:
    turned = {"actors": (ForeignParty("M", "MEX"),), "recipients": (ForeignParty("P", "PER"),)}
    assert pairs(matched([ours()], [theirs(1, **turned), theirs(2, first=1)])) == [("i1", 2)]


def test_the_place_decides_what_is_else_alike() -> None:
    far, near = ForeignPlace("Arequipa", "PER", -16.4, -71.5), ForeignPlace("Callao", "PER", -12.05,
                                                                            -77.12)  # fmt: skip
    done = matched([ours(place=LIMA)], [theirs(1, place=far), theirs(2, place=near)])
    assert pairs(done) == [("i1", 2)]


@given(st.permutations(range(6)))
def test_the_order_of_the_rows_does_not_matter(order: list[int]) -> None:
    incidents = [ours(f"i{at}", first=at) for at in range(4)]
    events = [theirs(row, first=row) for row in range(6)]
    done = matched(incidents, [events[at] for at in order])
    assert pairs(done) == [("i0", 0), ("i1", 1), ("i2", 2), ("i3", 3)]


@pytest.mark.parametrize(
    ("incident", "why"),
    [
        (ours(status="planned"), "planned, denied or supposed"),
        (ours(event_type=None), "no type of PLOVER's"),
        (ours(date_start=None), "no date"),
        (ours(last=60), "date coarser than a month"),
        (ours(actors=side(None), recipients=[]), "no country"),
    ],
)
def test_an_incident_that_cannot_be_compared_is_counted(incident: dict[str, Any], why: str) -> None:
    done = matched([incident], [])
    assert (done.ours, done.left) == ([], {f"ours: {why}": 1})


@pytest.mark.parametrize(
    ("other", "filters", "why"),
    [
        (theirs(status="denied"), {}, "planned, denied or supposed"),
        (theirs(cameo="010"), {}, "no type of PLOVER's (a statement, or no code)"),
        (theirs(date_start=None), {}, "no date"),
        (theirs(last=60), {}, "date coarser than a month"),
        (theirs(actors=(), recipients=()), {}, "no country"),
        (theirs(first=9), {}, "outside the days of the record"),
        (theirs(), {"since": days(1)}, "not asked for"),
        (theirs(), {"act": "AID"}, "not asked for"),
        (theirs(), {"party": "Chile", "state": "CHL"}, "not asked for"),
        (theirs(), {"party": "nobody"}, "not asked for"),
        (rejected("f", 1, "bad_date", "-"), {}, "could not be read"),
    ],
)
def test_an_event_that_cannot_be_compared_is_counted(
    other: Any, filters: dict[str, Any], why: str
) -> None:
    done = matched([ours()], [other], **filters)
    assert (done.theirs, done.left) == (0, {f"theirs: {why}": 1})


@pytest.mark.parametrize(
    "filters",
    [{"act": "sever_relations"}, {"act": "SANCTION"}, {"party": "Peru", "state": "PER"},
     {"party": "mexi"}, {"since": DAY, "until": DAY}],
)  # fmt: skip
def test_an_event_that_is_asked_for_is_compared(filters: dict[str, Any]) -> None:
    assert matched([ours()], [theirs()], **filters).theirs == 1


def test_the_figures_go_both_ways() -> None:
    done = matched([ours("i1"), ours("i2", first=20)], [theirs(1), theirs(2), theirs(3), theirs(4)])
    assert agreement.figures(done) == (
        ("compared", "2", "4"),
        ("found by both", "1", "1"),
        ("found by this one only", "1", "3"),
        ("  of these near a match of another row", "", "3"),
        ("precision, the other taken for the truth", "50.0 %", "25.0 %"),
        ("recall, the other taken for the truth", "25.0 %", "50.0 %"),
    )


def test_the_differences_are_told() -> None:
    turned = {"actors": (ForeignParty("M", "MEX"),), "recipients": (ForeignParty("P", "PER"),)}
    done = matched(
        [ours("i1", place=LIMA), ours("i2", first=10)],
        [theirs(1, first=2, cameo="173", place=ForeignPlace("Lima", "PER")),
         theirs(2, first=10, **turned)],
    )  # fmt: skip
    told = dict(agreement.differences(done))
    assert told == {
        "same day": "1 (50.0 %)", "2 days apart": "1 (50.0 %)", "same type": "1 (50.0 %)",
        "other type of the same quad class": "1 (50.0 %)",
        "same countries, same direction": "1 (50.0 %)",
        "same two countries, other direction": "1 (50.0 %)",
        "one country in common": "0 (0.0 %)", "same place": "1 (50.0 %)",
        "other place": "0 (0.0 %)", "place told by one or none": "1 (50.0 %)",
    }  # fmt: skip


def test_types_are_counted_on_both_sides() -> None:
    done = matched([ours()], [theirs(1), theirs(2, cameo="173")])
    assert agreement.by_type(done) == (("COERCE", "0", "1", "0"), ("SANCTION", "1", "1", "1"))


def test_nothing_compared_has_no_shares() -> None:
    assert agreement.figures(matched([], []))[-1][1:] == ("-", "-")


def test_rows_are_the_record_first_then_what_only_the_file_has() -> None:
    events = [theirs(1, url="https://post.example/1"), theirs(2), theirs(3, first=9)]
    done = matched([ours("i1"), ours("i2", first=30)], events)
    rows = list(agreement.rows(done, events, Filters()))
    assert [tuple(row) for row in rows] == [agreement.KEYS] * 4
    told = [(row["found"], row["incident_id"], row["row"], row["near"]) for row in rows]
    assert told == [
        ("both", "i1", 1, None), ("record", "i2", None, None), ("file", None, 2, "i1"),
        ("file", None, 3, None),
    ]  # fmt: skip
    assert rows[0]["url"] == "https://post.example/1"
    assert (rows[0]["days_apart"], rows[0]["same_type"], rows[0]["same_direction"]) == (
        0, True, True,
    )  # fmt: skip


def test_distances_are_along_the_earth() -> None:
    assert km_apart((0.0, 0.0), (0.0, 180.0)) == pytest.approx(20015, abs=1)
    assert km_apart((-12.04, -77.03), (None, None)) is None


def test_what_was_left_out_is_said() -> None:
    done = matched([ours(status="denied")], [theirs(cameo="010")])
    assert agreement.left_out(done) == [
        "Incidents of the record not compared: planned, denied or supposed 1.",
        "Rows of the file not compared: no type of PLOVER's (a statement, or no code) 1.",
    ]
