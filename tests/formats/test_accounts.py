from __future__ import annotations

import pytest

from dragoman.formats import accounts
from dragoman.formats.accounts import Accounts
from dragoman.formats.chosen import Chosen
from tests.formats import told_record
from tests.formats.told_record import EVENTS


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    return told_record.made(tmp_path_factory.mktemp("record"))


def _accounts(chosen, incident_id):
    told = next(one for one in chosen.told() if one.incident["incident_id"] == incident_id)
    return Accounts(chosen.store).of(told)


def test_a_copy_counts_with_what_it_copies(record) -> None:
    first, second = _accounts(record, "i_recall")
    assert (first.report["report_id"], first.reports) == ("r1", 2)
    assert (second.report["report_id"], second.reports) == ("r2", 1)


def test_a_report_that_cites_a_publisher_counts_with_it(tmp_path, monkeypatch) -> None:
    citing = [
        {**row, "attributed_to": ["the Norden Wire"]} if row["event_id"] == "e3" else row
        for row in EVENTS
    ]
    monkeypatch.setattr(told_record, "EVENTS", citing)
    (only,) = _accounts(told_record.made(tmp_path), "i_recall")
    assert (only.report["report_id"], only.reports) == ("r1", 3)


def test_the_first_link_is_that_of_the_first_report_on_the_web(record) -> None:
    links = {one.incident["incident_id"]: accounts.first_link(one) for one in record.told()}
    assert links["i_recall"] == "https://wire.example/a?x=1&y=2"
    assert links["i_visit"] is None
    assert links["i_hostile"] is None


def test_accounts_are_as_many_as_the_record_counts(record) -> None:
    tellers = Accounts(record.store)
    for told in Chosen(store=record.store).told():
        assert len(tellers.of(told)) == told.incident["independent_sources"]
