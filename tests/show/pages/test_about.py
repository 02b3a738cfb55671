from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.show.pages.about import About, about
from dragoman.show.pages.page import Ask
from dragoman.show.room import Room
from dragoman.store import rows
from dragoman.store.store import Store
from tests import factory

MADE = {"dragoman": "1.2", "coder": "rules@1", "knowledge": "k" * 64, "inputs": "i1"}


def shown(folder: Path, content: rows.Row) -> About:
    with Store.open(folder, create=True) as store:
        store.publish(content)
        room = Room.of(store, {}, title="Sample")
        try:
            return about(room, Ask())
        finally:
            room.close()


@pytest.fixture
def page(tmp_path: Path) -> About:
    reports = [
        factory.report("a", "x", published="2024-03-05", publisher="The Post"),
        factory.report("b", "y", published="2024-04-02", publisher="The Post"),
        factory.report("c", "z", published="2024-03-07", publisher="A Wire"),
        factory.report("d", "w"),
    ]
    told = [factory.event("meet", ("CHL", "NOR"), report=name) for name in ("a", "b", "c")]
    content = {
        "reports": [rows.report_row(one, "a" if one.report_id == "b" else None) for one in reports],
        "events": [rows.event_row(one, "i1") for one in told],
        "made": [MADE],
    }
    return shown(tmp_path / "r", content)


def test_publishers_stand_with_their_copies_and_what_they_tell(page: About) -> None:
    found = [(one.name, one.reports, one.copies, one.tellings) for one in page.publishers]
    assert found == [("The Post", 2, 1, 2), ("A Wire", 1, 0, 1), (None, 1, 0, 0)]
    assert page.publishers_in_all == 2


def test_a_reference_has_the_days_and_the_versions(page: About) -> None:
    assert page.cite == (
        "Sample: 0 incidents from 4 reports, published between 5 March 2024 and 2 April 2024. "
        "Made with dragoman 1.2 (coder rules@1, knowledge kkkkkkkkkkkkkkkk, inputs i1)."
    )
    assert list(page.made_words) == list(MADE)


def test_an_empty_record_says_no_more_than_it_knows(tmp_path: Path) -> None:
    page = shown(tmp_path / "r", {})
    assert page.publishers == ()
    assert page.cite == (
        "Sample: 0 incidents from 0 reports. Made with dragoman of an unknown version."
    )
