from __future__ import annotations

import feedparser
import pytest

from dragoman.errors import UsageError
from dragoman.formats import atom
from dragoman.formats.atom import ATOM
from dragoman.store.store import Store
from tests.formats import told_record
from tests.formats.told_record import SCRIPT, notes, only, written


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    return told_record.made(tmp_path_factory.mktemp("record"))


def _feed(chosen, **settings):
    found = feedparser.parse(written(ATOM, chosen, **settings)["feed.atom"].encode())
    assert not found.bozo
    return found


def _entries(chosen):
    return {one.id.rpartition(":")[2]: one for one in _feed(chosen).entries}


def test_an_entry_is_as_new_as_its_newest_report(record) -> None:
    entries = _entries(record)
    assert entries["i_recall"].updated == "2024-03-08T00:00:00Z"
    assert entries["i_recall"].published == "2024-03-06T00:00:00Z"
    assert entries["c1"].updated == "2024-03-09T00:00:00Z"


def test_the_newest_stand_first_and_the_feed_is_as_new_as_they(record) -> None:
    feed = _feed(record)
    days = [entry.updated for entry in feed.entries]
    assert days == sorted(days, reverse=True)
    assert feed.feed.updated == days[0]


def test_an_entry_tells_who_what_and_where_to_read_on(record) -> None:
    entry = _entries(record)["i_recall"]
    assert entry.title == "Chile recalled its ambassador to Norway"
    assert entry.link == "https://wire.example/a?x=1&y=2"
    assert [tag.term for tag in entry.tags] == ["recall_ambassador", "CHL", "NOR"]
    assert "According to:" in entry.content[0].value


def test_a_disagreement_has_an_entry(record) -> None:
    entry = _entries(record)["c1"]
    assert entry.title.startswith("Disagreement: Whom did Chile recall?")
    assert [tag.term for tag in entry.tags] == ["disagreement", "argument"]


def test_a_merged_incident_leaves_its_id_with_a_note(record) -> None:
    old = _entries(record)[told_record.OLD]
    assert old.title == "Merged: Chile recalled its ambassador to Norway"
    assert old.updated == "2024-03-10T10:00:00Z"


def test_what_no_report_dates_is_left_out_and_said_so(record) -> None:
    assert "i_undated" not in _entries(record)
    assert "1 entry left out" in notes(ATOM, record)[0]


def test_older_entries_are_cut_and_said_so(record, monkeypatch) -> None:
    monkeypatch.setattr(atom, "ENTRIES", 3)
    assert len(_feed(record).entries) == 3
    assert notes(ATOM, record)[0] == "The newest 3 entries; 12 older ones left out."


def test_markup_of_a_report_is_text(record) -> None:
    source = written(ATOM, record)["feed.atom"]
    assert "<script" not in source
    assert "&lt;script" in source
    entry = _entries(record)["i_hostile"]
    # In the content, which is HTML, it is escaped once more.
    assert "&lt;script&gt;" in entry.content[0].value
    assert "[U+0000]" in entry.content[0].value
    assert f"&amp;lt;{SCRIPT[1:7]}&amp;gt;" in source


def test_a_feed_without_entries_is_as_new_as_the_record(record) -> None:
    feed = _feed(only(record, act="mediate"))
    assert (feed.entries, feed.feed.updated) == ([], "2024-04-01T00:00:00Z")


def test_a_record_without_a_day_gives_no_feed(tmp_path) -> None:
    from dragoman.formats.chosen import Chosen

    store = Store.open(tmp_path / "empty", create=True)
    store.publish({})
    with pytest.raises(UsageError, match="a feed needs one"):
        written(ATOM, Chosen(store=store))


def test_the_title_names_the_feed(record) -> None:
    one, other = _feed(record, title="Envoys & more").feed, _feed(record).feed
    assert (one.title, other.title) == ("Envoys & more", "Incidents")
    assert one.id != other.id
