"""The page of a pair, over a record made by hand with hostile words in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.errors import UsageError
from dragoman.show.pages.page import Ask, plain
from dragoman.show.pages.pair import PAGE, Pair, pair
from dragoman.show.pages.relations import PAGE as ALL
from dragoman.show.pages.relations import Relations, relations
from dragoman.show.room import Room
from dragoman.show.site import render
from dragoman.show.site.links import Folder, Served
from dragoman.store.store import Store
from tests.cli.conftest import tables

NAMES = {"CHL": "Chile", "NOR": "Norway", "PER": "Peru"}
KEY = "CHL-NOR"


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    folder = tmp_path_factory.mktemp("pair") / "record"
    with Store.open(folder, create=True) as store:
        store.publish(tables())
        made = Room.of(store, NAMES, title="Sample")
        yield made
        made.close()


def shown(room: Room, **query: str) -> Pair:
    found = pair(room, Ask(key=KEY, query=query))
    assert found is not None
    return found


def html(room: Room, *, live: bool, **query: str) -> str:
    links = Served() if live else Folder(1)
    frame = render.Frame(story="Sample", live=live)
    return render.document(PAGE, shown(room, **query), links, frame)


def test_both_directions_and_the_level_are_drawn(room: Room) -> None:
    art = shown(room).wide
    assert art is not None
    assert [lane.name for lane in art.lanes] == ["Relations", "Chile in Norway", "Norway in Chile"]
    assert [bar.state for bar in art.lanes[1].bars] == ["full", "recalled"]
    assert [bar.state for bar in art.lanes[2].bars] == ["unknown"]


def test_a_change_rests_on_an_article_and_on_quotes(room: Room) -> None:
    because = shown(room).spells[1].because[0]
    assert because.rests_on == "Vienna Convention on Diplomatic Relations 1961, arts. 19 and 43"
    assert [one.event_id for one in because.quotes] == ["e1", "e2"]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2024-03-04", "On 4 March 2024 relations between Chile and Norway were full"),
        ("2024-03-05", "On 5 March 2024 relations between Chile and Norway went on without"),
    ],
)
def test_a_day_is_answered(room: Room, day: str, words: str) -> None:
    answer = shown(room, on=day).on
    assert answer is not None
    assert answer.sentence.startswith(words)


def test_the_runs_of_days_say_the_same_as_the_answer(room: Room) -> None:
    answer = shown(room, on="2024-04-01").on
    run = shown(room).days[-1]
    assert answer is not None
    assert answer.sentence == f"On 1 April 2024 {run.says}"
    assert (run.since, run.until) == (dt.date(2024, 3, 5), None)


def test_what_is_no_day_is_told(room: Room) -> None:
    with pytest.raises(UsageError, match="on=tomorrow: not a day"):
        shown(room, on="tomorrow")


@pytest.mark.parametrize("key", [None, "", "NOR-CHL", "CHL", "CHL-XXX", "CHL-PER", "chl-nor"])
def test_what_is_no_pair_of_the_record_is_not_there(room: Room, key: str | None) -> None:
    assert pair(room, Ask(key=key)) is None


def test_asylum_and_missions_are_listed(room: Room) -> None:
    page = shown(room)
    assert [case.seeker for case in page.cases] == ["Ana Ruiz"]
    assert [step.sentence for step in page.cases[0].steps] == [
        "was granted asylum", "safe-conduct was refused",
    ]  # fmt: skip
    assert page.cases[0].binding.endswith("did not bind both states.")
    assert [one.sentence for one in page.presence] == [
        "The consulate of Chile in Bergen, Norway was closed."
    ]


def test_events_are_counted_by_month(room: Room) -> None:
    chart = shown(room).chart
    assert chart is not None
    assert (chart.names, chart.counts, chart.by) == (
        ("2024-03",),
        (("2024-03", (0, 0, 0, 1)),),
        "month",
    )


def test_the_page_is_also_json(room: Room) -> None:
    data = plain(shown(room))
    assert data["spells"][1]["state"] == "recalled"
    assert data["days"][1]["since"] == "2024-03-05"


def test_only_a_server_can_be_asked_with_a_form(room: Room) -> None:
    live, static = html(room, live=True, on="2024-04-01"), html(room, live=False)
    assert 'action="/pair/CHL-NOR"' in live
    assert 'value="2024-04-01"' in live
    assert "action=" not in static
    assert "data-pick" in static


def test_words_of_reports_never_become_markup(room: Room) -> None:
    text = html(room, live=False)
    assert not {"\x1b", "\x07", "\u202e"} & set(text)
    assert "[bold]not markup[/]" in text


def test_every_pair_has_a_line_on_the_page_of_all(room: Room) -> None:
    page = relations(room, Ask())
    assert [(line.key, line.state, line.cases) for line in page.pairs] == [(KEY, "recalled", 1)]
    text = render.document(ALL, page, Folder(0), render.Frame(story="Sample"))
    assert 'href="pair/chl-nor-' in text
    assert "ambassador withdrawn, since 5 March 2024" in text


def test_a_record_that_tells_of_no_pair_says_so(tmp_path: Path) -> None:
    with Store.open(tmp_path / "record", create=True) as store:
        store.publish({})
        room = Room.of(store, NAMES, title="Nothing")
        page = relations(room, Ask())
        room.close()
    assert isinstance(page, Relations)
    text = render.document(ALL, page, Folder(0), render.Frame(story="Nothing"))
    assert "No report of this record tells of an act" in text
