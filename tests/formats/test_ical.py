from __future__ import annotations

import datetime as dt

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.formats.ical import ICAL, folded
from tests.formats import told_record
from tests.formats.told_record import notes, written


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    return told_record.made(tmp_path_factory.mktemp("record"))


@pytest.fixture(scope="module")
def text(record):
    return written(ICAL, record, title="Visits, and \n more")["incidents.ics"]


@pytest.fixture(scope="module")
def events(text):
    calendar = icalendar.Calendar.from_ical(text)
    assert not calendar.errors
    found = calendar.walk("VEVENT")
    assert not [event.errors for event in found if event.errors]
    return {str(event["UID"]).removesuffix("@dragoman"): event for event in found}


def test_lines_end_in_crlf_and_are_75_octets_at_most(text) -> None:
    lines = text.encode().split(b"\r\n")
    assert lines.pop() == b""
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)


def test_the_end_is_the_day_after_the_last(events) -> None:
    visit = events["i_visit"]
    assert (dt.date(2024, 5, 3), dt.date(2024, 5, 6)) == (visit.DTSTART, visit.DTEND)
    assert dt.date(2024, 3, 6) == events["i_recall"].DTEND


def test_status_is_that_of_the_record(events) -> None:
    assert {name: str(event["STATUS"]) for name, event in events.items() if "f" not in name} == {
        "i_recall": "CONFIRMED", "i_visit": "TENTATIVE", "i_month": "CONFIRMED",
        "i_by": "CANCELLED", "i_hostile": "TENTATIVE",
    }  # fmt: skip


def test_what_is_not_known_to_the_day_says_so(events) -> None:
    assert str(events["i_visit"]["SUMMARY"]).endswith("(between 3 and 5 May 2024)")
    assert str(events["i_by"]["SUMMARY"]).endswith("(by 8 February 2024)")
    assert dt.date(2024, 2, 8) == events["i_by"].DTSTART


def test_what_is_not_known_to_the_day_can_be_dropped(record) -> None:
    kept = icalendar.Calendar.from_ical(written(ICAL, record, coarse="drop")["incidents.ics"])
    uids = {str(event["UID"]) for event in kept.walk("VEVENT")}
    assert "i_recall@dragoman" in uids
    assert not uids & {"i_visit@dragoman", "i_month@dragoman", "i_by@dragoman"}
    assert any("3 incidents not known to the day" in n for n in notes(ICAL, record, coarse="drop"))


def test_an_entry_is_stamped_with_its_newest_report(events) -> None:
    assert events["i_recall"]["DTSTAMP"].dt == dt.datetime(2024, 3, 8, tzinfo=dt.UTC)


def test_place_link_and_sources_are_told(events) -> None:
    recall = events["i_recall"]
    assert str(recall["LOCATION"]) == "Oslo, Norway"
    assert (recall["GEO"].latitude, recall["GEO"].longitude) == (59.91273, 10.74609)
    assert str(recall["URL"]) == "https://wire.example/a?x=1&y=2"
    assert "- Norden Wire, 6 March 2024: “Chile recalled" in str(recall["DESCRIPTION"])
    assert "Disagreement: Whom did Chile recall?" in str(recall["DESCRIPTION"])


def test_no_text_of_a_report_becomes_a_line(text, events) -> None:
    assert text.count("END:VEVENT\r\n") == text.count("BEGIN:VEVENT\r\n") == len(events)
    summary = str(events["i_hostile"]["SUMMARY"])
    assert "END:VEVENT  ER  - " in summary
    assert "\\input{/etc/passwd} $x$ %} , ; |" in summary
    assert "[U+202E]turned" in summary


def test_what_has_no_date_is_left_out_and_said_so(events, record) -> None:
    assert "i_undated" not in events
    assert notes(ICAL, record) == ["1 incident without a date left out."]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=400))
def test_folding_loses_no_character(line) -> None:
    pieces = folded(line).split("\r\n")
    assert max(len(piece.encode()) for piece in pieces) <= 75
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == line
    assert all(piece[0] == " " for piece in pieces[1:])
