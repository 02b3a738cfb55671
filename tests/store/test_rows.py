from __future__ import annotations

import datetime as dt

from dragoman.model.claim import Asserted, Conflict, Reading, Spell, Tenure
from dragoman.store import rows
from tests import factory


def test_last_day_is_inclusive() -> None:
    row = rows.event_row(factory.event("meet", date="2024-02"), "i1")
    assert (row["date_start"], row["date_end"]) == (dt.date(2024, 2, 1), dt.date(2024, 2, 29))


def test_a_day_has_equal_ends() -> None:
    row = rows.event_row(factory.event("meet", date="2024-02-03"), "i1")
    assert row["date_start"] == row["date_end"] == dt.date(2024, 2, 3)


def test_an_unknown_date_is_null_in_all_three_columns() -> None:
    row = rows.event_row(factory.event("meet"), "i1")
    assert (row["date_start"], row["date_end"], row["date_precision"]) == (None, None, None)


def test_other_parties_carry_their_role_beside_the_fields_of_the_party() -> None:
    row = rows.event_row(factory.event("meet", others={"mediator": "NOR"}), "i1")
    assert row["others"] == [
        {
            "role": "mediator", "party_id": "NOR", "name": "NOR", "name_raw": "NOR",
            "kind": "state", "country": "NOR", "sector": "GOV", "office": None,
        }
    ]  # fmt: skip


def test_office_row_lists_who_asserts_it() -> None:
    asserted = Asserted(
        report_id="r1", uri="r1.txt", date=dt.date(2024, 1, 1), quote="q", tense="former"
    )
    row = rows.office_row(
        Tenure(
            party_id="p", name="N", office="president", country="CHL", date_start=None,
            date_end=None, asserted=(asserted,),
        )
    )  # fmt: skip
    assert row["asserted"] == [
        {
            "report_id": "r1",
            "uri": "r1.txt",
            "date": dt.date(2024, 1, 1),
            "quote": "q",
            "tense": "former",
        }
    ]


def test_conflict_row_keeps_the_order_of_its_readings() -> None:
    sides = tuple(
        Reading(value=value, reports=("r",), uris=("u",), quotes=("q",), independent_sources=1)
        for value in ("b", "a")
    )
    conflict = Conflict(
        conflict_id="c", kind="date", between="reports", about="When?", incidents=("i",),
        readings=sides, preferred=0, why="-",
    )  # fmt: skip
    readings = rows.conflict_row(conflict)["readings"]
    assert isinstance(readings, list)
    assert [side["value"] for side in readings] == ["b", "a"]


def test_relation_row_has_its_pair_as_a_list() -> None:
    spell = Spell(
        pair=("CHL", "NOR"), date_start=None, date_end=None, state="full", since=(), quotes=()
    )
    assert rows.relation_row(spell)["pair"] == ["CHL", "NOR"]
