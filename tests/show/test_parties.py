from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from dragoman.knowledge.load import load
from dragoman.knowledge.names import NameIndex
from dragoman.model.claim import Tenure
from dragoman.show.filters import Filters
from dragoman.show.parties import parties
from dragoman.store import rows
from dragoman.store.store import Store
from tests import factory

ANA = replace(factory.party("Ana Ruiz", country="CHL"), sector="GOV")
CHILE = replace(factory.party("CHL"), name="Chile")
NORWAY = replace(factory.party("NOR"), name="Norway")
TOLD = (
    (ANA, NORWAY, "President Ruiz", "the Norwegian government", "post"),
    (ANA, NORWAY, "Ruiz's", "Oslo", "wire"),
    (ANA, CHILE, "she", "Chile", "wire"),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = Store.open(tmp_path_factory.mktemp("parties") / "record", create=True)
    events = [
        factory.event(
            "meet", replace(actor, name_raw=did), replace(other, name_raw=met), report=report,
            date="2024-03-05", event_id=f"e{number}",
        )
        for number, (actor, other, did, met, report) in enumerate(TOLD)
    ]  # fmt: skip
    days = (dt.date(2024, 3, 6), dt.date(2024, 3, 9))
    tenure = rows.office_row(
        Tenure(
            party_id=ANA.party_id, name="Ana Ruiz", office="president", country="CHL",
            date_start=dt.date(2024, 3, 5), date_end=None, asserted=(),
        )
    )  # fmt: skip
    said = [
        {"report_id": "post", "uri": "post.txt", "date": day, "quote": "x", "tense": "current"}
        for day in days
    ]
    mayor = {**tenure, "party_id": "person:ole-lind", "name": "Ole Lind", "office": "mayor"}
    store.publish(
        {
            "events": [rows.event_row(event, "i1") for event in events],
            "offices": [{**tenure, "asserted": said}, mayor],
        }
    )
    return store


@pytest.fixture
def ask(store: Store):
    names = NameIndex.of(load())
    return lambda **asked: parties(store, Filters(**asked), names=names)


def test_those_with_most_tellings_come_first(ask) -> None:
    assert [row["name"] for row in ask().rows] == ["Ana Ruiz", "Norway", "Chile", "Ole Lind"]


def test_a_party_is_counted_on_each_side_and_by_report(ask) -> None:
    ana, norway = ask().rows[:2]
    assert (ana["tellings"], ana["as_actor"], ana["as_recipient"], ana["reports"]) == (3, 3, 0, 2)
    assert (norway["as_actor"], norway["as_recipient"], norway["reports"]) == (0, 2, 2)


def test_aliases_are_names_and_no_descriptions(ask) -> None:
    ana, norway = ask().rows[:2]
    assert (ana["aliases"], norway["aliases"]) == (["Ruiz"], ["Norwegian", "Oslo"])


def test_an_office_has_the_days_on_which_it_is_asserted(ask) -> None:
    (office,) = ask().rows[0]["offices"]
    assert (office["office"], office["dates"]) == (
        "president", [dt.date(2024, 3, 6), dt.date(2024, 3, 9)],
    )  # fmt: skip
    assert "president (2024-03-06 to 2024-03-09)" in ask().lines[0][4]


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"country": "CHL"}, ["Ana Ruiz", "Chile", "Ole Lind"]),
        ({"kind": "state"}, ["Norway", "Chile"]),
        ({"sector": "MIL"}, []), ({"party": "ruiz"}, ["Ana Ruiz"]), ({"limit": 1}, ["Ana Ruiz"]),
        ({"since": dt.date(2025, 1, 1)}, ["Ana Ruiz", "Ole Lind"]),
        ({"report": "wire.txt"}, ["Ana Ruiz", "Chile", "Norway"]),
    ],
)  # fmt: skip
def test_a_filter_keeps_what_is_asked_for(ask, asked, names) -> None:
    assert [row["name"] for row in ask(**asked).rows] == names


def test_every_line_has_a_cell_for_every_column_and_rows_the_keys(ask) -> None:
    view = ask()
    assert {len(line) for line in view.lines} == {len(view.columns)}
    assert {tuple(row) for row in view.rows} == {view.keys}
