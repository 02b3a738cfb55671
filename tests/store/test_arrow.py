from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pytest

from dragoman.dates import DateRange
from dragoman.model.event import Event, OfficeAssertion, PersonName, When
from dragoman.model.text import Span
from dragoman.store import arrow
from tests import factory


@dataclass(frozen=True, kw_only=True)
class Odd:
    values: dict[str, int]


@dataclass(frozen=True, kw_only=True)
class Marked:
    spans: tuple[Span, ...]
    pair: tuple[str, str]


EVENT = factory.event(
    "grant_asylum", "NOR", ("CHL", "PER"), date="2024-03", number=(3.5, "people"),
    others={"beneficiary": "Ana Ruiz"}, place="Oslo", attributed_to=("NTB", "a clerk"),
)  # fmt: skip


@pytest.mark.parametrize(
    "record",
    [
        EVENT,
        factory.event("meet"),
        factory.report("r1", "Text — “quoted” \u202e 字", published="2024-03-05"),
        factory.person("Ana Ruiz", "Ruiz"),
        factory.office("Ana Ruiz", "president", "CHL", at="2020"),
        Marked(spans=(Span(1, 2), Span(3, 9)), pair=("A", "B")),
    ],
    ids=lambda record: type(record).__name__,
)
def test_what_is_written_is_read_back_equal(record: object) -> None:
    table = arrow.table(type(record), [("k", record)])
    assert arrow.records(type(record), table) == [("k", record)]


def test_an_empty_table_has_the_columns_of_its_type() -> None:
    table = arrow.table(PersonName, [])
    assert table.column_names == [
        "raw_key", "report_id", "party_id", "name", "variants", "country", "offices",
    ]  # fmt: skip


def test_open_ranges_and_missing_records_stay_missing() -> None:
    half = When(range=DateRange(since=None, until=dt.date(2020, 1, 1), precision="range"))
    given = OfficeAssertion(
        report_id="r", uri="u", party_id="p", name="N", office="o", country=None,
        tense="former", quote="q", start=0, end=1, at=half,
    )  # fmt: skip
    ((_, back),) = arrow.records(OfficeAssertion, arrow.table(OfficeAssertion, [("k", given)]))
    assert (back.country, back.at) == (None, half)


def test_a_type_that_cannot_be_stored_is_refused_by_name() -> None:
    with pytest.raises(TypeError, match="cannot store dict"):
        arrow.table(Odd, [])


def test_an_unpaired_surrogate_becomes_a_replacement_character() -> None:
    report = factory.report("r1", "a\ud800b")
    ((_, back),) = arrow.records(type(report), arrow.table(type(report), [("k", report)]))
    assert back.text == "a\ufffdb"


def test_paired_surrogates_become_their_character() -> None:
    assert arrow.plain("\ud83d\ude00!") == "\U0001f600!"


def test_event_keeps_the_order_of_its_parties() -> None:
    ((_, back),) = arrow.records(Event, arrow.table(Event, [("k", EVENT)]))
    assert [party.party_id for party in back.recipients] == ["CHL", "PER"]
