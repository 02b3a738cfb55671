from __future__ import annotations

from typing import Any

import pytest

from dragoman.errors import UsageError
from dragoman.show.pages import bins, story
from dragoman.show.pages.page import Ask, plain
from dragoman.show.pages.story import PAGE, Story
from tests.show.rooms import room
from tests.show.story import conflict, event, incident, party, reading, report, tables


def page(rows: dict[str, list[dict[str, Any]]] | None = None, **query: str) -> Story:
    found = PAGE.view(room(rows), Ask(query=query))
    assert isinstance(found, Story)
    return found


def sentences(found: Story) -> list[str]:
    return [entry.line.sentence for year in found.years for entry in year.entries]


def many(count: int) -> dict[str, list[dict[str, Any]]]:
    """Happenings from 2000 on, one a day, the last five without a date."""
    days = [f"{2000 + at // 336}-{at % 336 // 28 + 1:02}-{at % 28 + 1:02}" for at in range(count)]
    return tables(incidents=[
        incident(f"i{at:04}", f"Of {at}.", on if at < count - 5 else None)
        for at, on in enumerate(days)
    ])  # fmt: skip


def test_chronology_goes_by_years_with_undated_last() -> None:
    assert [year.name for year in page().years] == ["1962", "1978", "Date not known"]


def test_figures_count_the_record() -> None:
    assert page().figures == (
        (4, "reports"), (3, "independent"), (4, "tellings"), (3, "happenings"),
        (1, "disagreements"),
    )  # fmt: skip


def test_copies_and_the_same_words_are_not_shown_twice() -> None:
    entry = page().years[1].entries[0]
    assert [one.words for one in entry.quotes] == ["Bolivia broke with Chile", "it may do so"]
    assert entry.more == 1


def test_telling_that_hedges_says_so() -> None:
    assert [one.note for one in page().years[1].entries[0].quotes] == ["", "possible only"]


def test_words_of_a_copy_stand_where_the_original_has_none() -> None:
    rows = tables(
        reports=[report("a", "1978-01-01"), report("b", "1978-01-02", duplicate_of="a")],
        events=[event("e", "b", "words", incident_id="i")],
        incidents=[incident("i", "It happened.", "1978-01-01", events=["e"])],
    )
    assert [one.words for one in page(rows).years[0].entries[0].quotes] == ["words"]


def test_entry_leads_to_its_disagreements() -> None:
    assert page().years[1].entries[0].conflicts == ("c1",)


def test_party_with_a_role_is_named_once() -> None:
    official = {**party("Ana Ruiz"), "role": "official"}
    rows = tables(incidents=[
        incident("i", "x", "1978-05-03", recipients=[party("Ana Ruiz")], others=[official]),
    ])  # fmt: skip
    found = page(rows).years[0].entries[0].parties
    assert [(one.party.name, one.role) for one in found] == [
        ("Chile", ""), ("Ana Ruiz", "official"),
    ]  # fmt: skip


def test_sentence_has_neither_date_nor_status_and_begins_with_a_capital() -> None:
    summary = "police met Bolivia (planned), 3 May 1978."
    rows = tables(incidents=[incident("i", summary, "1978-05-03", status="planned")])
    assert sentences(page(rows)) == ["Police met Bolivia."]


def test_bands_and_timeline_share_one_line_of_days() -> None:
    found = page()
    (one,) = found.bands
    assert one.now == "relations severed, since 17 March 1978"
    assert found.wide is not None
    assert one.wide.width == found.wide.width
    severed = one.wide.segments[-1]
    (mark,) = [m for lane in found.wide.lanes for m in lane.marks if m.incident_id == "i2"]
    assert severed.x <= mark.x <= severed.x + severed.width


def test_undated_and_vague_ones_are_counted_aside() -> None:
    rows = tables(incidents=[
        incident("a", "A.", None), incident("b", "B.", "1978-05-03"),
        {**incident("c", "C.", "1960-01-01", date_precision="range"),
         "date_end": incident("x", "", "1978-01-01")["date_end"]},
    ])  # fmt: skip
    found = page(rows)
    assert (found.undated, found.vague) == (1, 1)
    assert found.wide is not None
    assert [mark.incident_id for lane in found.wide.lanes for mark in lane.marks] == ["b"]


def test_empty_record_has_an_empty_page() -> None:
    found = page(tables())
    assert (found.years, found.wide, found.bands, found.period, found.found) == (
        (),
        None,
        (),
        "",
        0,
    )


def test_marks_and_table_say_the_same() -> None:
    found = page()
    assert found.wide is not None
    marks = {mark.incident_id for lane in found.wide.lanes for mark in lane.marks}
    assert marks == {row.incident_id for row in found.rows} == {"i1", "i2"}


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"since": "1970"}, ["Bolivia broke off relations with Chile."]),
        ({"until": "1962-04"}, ["Bolivia recalled its ambassador to Chile."]),
        ({"act": "recall_ambassador"}, ["Bolivia recalled its ambassador to Chile."]),
        ({"status": "claimed"}, ["Chile criticised Bolivia."]),
        ({"disputed": "1"}, ["Bolivia broke off relations with Chile."]),
        ({"party": "nobody"}, []),
        ({"party": "bolivia", "since": "1970", "act": ""},
         ["Bolivia broke off relations with Chile."]),
        ({"family": "1"}, []),
    ],
)  # fmt: skip
def test_choice_is_in_the_address(query: dict[str, str], said: list[str]) -> None:
    found = page(None, **query)
    assert sentences(found) == said
    assert found.found == len(said)
    assert found.choice.says


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ({"since": "spring"}, "since=spring is no date; write 2025, 2025-11 or 2025-11-03"),
        ({"until": "2025-02-30"}, "until=2025-02-30 is no date"),
        ({"since": "2025", "until": "2024"}, "until=2024 is before since=2025; swap them"),
        ({"family": "7"}, "family=7 is not known; choose one of: 1, 2, 3, 4"),
        ({"act": "dance"}, "act=dance is not known"),
        ({"page": "0"}, "page=0 is no page"),
        ({"page": "²"}, "is no page"),
    ],
)
def test_choice_that_cannot_be_read_says_which(query: dict[str, str], says: str) -> None:
    with pytest.raises(UsageError, match=says.replace("?", r"\?")):
        page(None, **query)


def test_long_chronology_has_pages() -> None:
    here = room(many(250))
    keys = list(PAGE.keys(here))
    assert keys == [None, "2", "3"]
    shown = [PAGE.view(here, Ask(key=key)) for key in keys]
    told = [line for one in shown if isinstance(one, Story) for line in sentences(one)]
    assert told == [f"Of {at}." for at in range(250)]
    last = shown[-1]
    assert isinstance(last, Story)
    assert (last.leaf, last.wide) == (3, None)
    assert [leaf.label for leaf in last.leaves] == ["from 2000", "from 2000", "from 2000"]


def test_of_very_many_pages_those_near_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(story, "ENTRIES", 2)
    found = page(many(100), page="20")
    assert [leaf.number for leaf in found.leaves] == [1, *range(16, 25), 50]
    assert found.leaves[-1].label == "without a date"


def test_page_past_the_end_is_not_there() -> None:
    assert PAGE.view(room(), Ask(key="2")) is None


def test_too_many_marks_are_counted_in_bins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(story.lanes, "MOST", 100)
    found = page(many(450))
    assert found.binned
    assert found.wide is not None
    bars = [bar.bin for lane in found.wide.lanes for bar in lane.bars]
    assert sum(bar.count for bar in bars) == 445
    assert [bar.place for bar in bars][:2] == [1, 29]
    assert sum(sum(row.counts) for row in found.tallies) == 445


def test_bins_are_days_months_or_years() -> None:
    def names(first: str, last: str) -> list[str]:
        rows = tables(incidents=[incident("a", "A.", first), incident("b", "B.", last)])
        here = room(rows)
        return [row.name for row in bins.tallies(bins.counts(here, story.Wanted()))]

    assert names("2025-01-01", "2025-02-01") == ["1 January 2025", "1 February 2025"]
    assert names("2024-01-05", "2025-02-03") == ["January 2024", "February 2025"]
    assert names("1990-01-05", "2025-02-03") == ["1990", "2025"]


def test_page_is_plain_data() -> None:
    found = plain(page())
    assert found["years"][0]["entries"][0]["line"]["incident_id"] == "i1"


def test_disputed_by_two_questions_leads_to_both() -> None:
    sides = [reading("x", [], []), reading("y", [], [])]
    rows = tables(
        incidents=[incident("i", "A.", "1978-05-03")],
        conflicts=[conflict(key, f"{key}?", sides, incidents=["i"]) for key in ("c1", "c2")],
    )
    assert page(rows).years[0].entries[0].conflicts == ("c1", "c2")
