from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from dragoman.errors import RecordMissingError, UsageError
from dragoman.show.record import Record
from dragoman.store.store import Store
from tests.cli.conftest import tables


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    folder = tmp_path_factory.mktemp("record") / "record"
    with Store.open(folder, create=True) as store:
        store.publish(tables())
    return Record.open(folder)


def test_there_must_be_a_record(tmp_path: Path) -> None:
    with pytest.raises(RecordMissingError):
        Record.open(tmp_path)


def test_filters_are_understood_as_on_the_command_line(record: Record) -> None:
    assert [row["event_id"] for row in record.events(party="Norway")] == ["e1", "e2"]
    assert [row["event_id"] for row in record.events(since="2025", status="planned")] == ["e3"]
    assert len(record.events(until=dt.date(2024, 3, 5))) == 1
    assert len(record.timeline(act="meet")) == 1


def test_a_filter_that_is_not_there_is_named_at_once(record: Record) -> None:
    with pytest.raises(UsageError, match=r"incidents\(colour=...\): expected one of act, party"):
        record.incidents(colour="red")


@pytest.mark.parametrize("asked", [{"act": "nonsense"}, {"since": "soon"}, {"status": "maybe"}])
def test_a_value_that_cannot_be_is_named_at_once(record: Record, asked: dict[str, str]) -> None:
    with pytest.raises(UsageError, match=next(iter(asked))):
        record.incidents(**asked)


def test_disagreements_of_a_kind(record: Record) -> None:
    assert len(record.conflicts(kind="date")) == 1
    assert len(record.conflicts(kind="place")) == 0
    with pytest.raises(UsageError, match="kind colour: expected one of argument"):
        record.conflicts(kind="colour")


def test_relations_of_all_of_one_and_of_a_pair(record: Record) -> None:
    asked = ((), ("Norway",), ("Norway", "Chile"), ("Peru",))
    assert [len(record.relations(*states)) for states in asked] == [2, 2, 2, 0]


@pytest.mark.parametrize(
    ("states", "said"),
    [(("Atlantis",), "no state of that name"), (("PER", "CHL", "NOR"), "two states at most")],
)
def test_relations_are_of_states(record: Record, states: tuple[str, ...], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        record.relations(*states)


def test_relations_on_a_day(record: Record) -> None:
    answer = record.relation("Chile", "NOR", on="2024-04-01")
    assert answer is not None
    assert answer.state == "recalled"
    assert record.relation("Peru", "Chile", on=dt.date(2024, 4, 1)) is None
    with pytest.raises(UsageError, match="on soon: not a date"):
        record.relation("Chile", "NOR", on="soon")


def test_parties_offices_reports_and_what_was_set_aside(record: Record) -> None:
    assert [row["name"] for row in record.parties(kind="state")] == ["Chile", "Norway"]
    assert [row["name"] for row in record.offices(party="Ruiz")] == ["Ana Ruiz"]
    assert len(record.reports(report="wire")) == 1
    assert len(record.rejections(reason="empty")) == 1


def test_a_record_closes_itself_and_opens_again(record: Record) -> None:
    with record as same:
        assert same is record
        assert len(record.rows("reports")) == 3
    assert len(record.rows("reports")) == 3
    assert repr(record).startswith("<record '")
