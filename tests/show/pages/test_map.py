import json
from functools import lru_cache

import pytest

from dragoman.errors import UsageError
from dragoman.show.pages.map import PAGE, map_
from dragoman.show.pages.page import Ask, plain
from dragoman.show.site import render
from dragoman.show.site.links import OneFile, Served
from tests.browser.payloads import PAYLOADS
from tests.show.elements import Elements
from tests.show.pages.told import ANA, BOLIVIA, INLAND, LIMA, MEXICO, PERU, party, room_of, told


@lru_cache(maxsize=1)
def record():
    return room_of(
        told("i1", [PERU], [MEXICO], on="2024-01-01", quad=3),
        told("i2", [ANA], [MEXICO], on="2024-02-01", quad=1, place=LIMA),
        told("i3", [MEXICO], [PERU], on="2025-02-01", quad=4, place=INLAND),
        told("i4", [PERU], [BOLIVIA], on=None, quad=None, place=LIMA),
    )


def page(**query):
    return map_(record(), Ask(query=query))


def html(shown, *, live=True, links=None):
    frame = render.Frame(story="A story", live=live)
    return render.fragment(PAGE, shown, links or Served(), frame)


def elements(text):
    found = Elements()
    found.feed(text)
    return found


def test_a_state_counts_what_it_or_its_people_have_part_in():
    assert {row.code: row.part for row in page().states} == {"PER": 4, "MEX": 3, "BOL": 1}


def test_what_happened_in_a_state_is_counted_with_and_without_a_town():
    assert {row.code: row.place for row in page().states} == {"PER": 3, "MEX": 0, "BOL": 0}


def test_only_places_with_a_known_town_have_a_pin():
    shown = page()
    assert [(row.name, row.count, row.lat is not None) for row in shown.places] == [
        ("Lima", 2, True), ("Peru", 1, False),
    ]  # fmt: skip
    assert sum(pin.count for pin in shown.drawing().desk.pins) == 2
    assert (shown.incidents, shown.placed, shown.in_towns) == (4, 3, 2)


def test_the_fill_can_be_what_happened_where():
    assert page().counts() == {"PER": 4, "MEX": 3, "BOL": 1}
    assert page(by="place").counts() == {"PER": 3}


def test_days_and_class_narrow_what_is_counted():
    assert page(since="2024", until="2024").incidents == 2
    assert page(quad="4").counts() == {"PER": 1, "MEX": 1}
    assert page(until="2024-01").counts() == {"PER": 1, "MEX": 1}


def test_a_state_lists_its_first_incidents():
    peru = page().states[0]
    assert [one.incident_id for one in peru.lines] == ["i1", "i2", "i3", "i4"]


def test_choices_that_do_not_exist_are_refused():
    for query in ({"by": "size"}, {"frame": "moon"}, {"since": "soon"}):
        with pytest.raises(UsageError, match=next(iter(query))):
            page(**query)


def test_every_mark_leads_to_a_row_of_the_page():
    for links in (Served(), OneFile("map", None)):
        found = elements(html(page(), links=links))
        ids = {attributes["id"] for _, attributes in found.tags if "id" in attributes}
        marks = [
            attributes["href"]
            for tag, attributes in found.tags
            if tag == "a" and (attributes.get("class") or "").split()[:1] in (["land"], ["pin"])
        ]
        assert len(marks) > 4
        assert {mark.partition("#")[2] for mark in marks} <= ids


def test_marks_keep_the_choices_that_were_made():
    assert 'href="/map?quad=4#s-PER"' in html(page(quad="4"))


def test_every_mark_says_in_words_what_it_counts():
    text = html(page())
    assert 'aria-label="Peru: 4 incidents"' in text
    assert 'aria-label="Lima: 2 incidents"' in text
    assert "4 incidents have a place" in text


def test_only_the_served_page_has_the_form():
    assert "<form" in html(page())
    assert "<form" not in html(page(), live=False)


def test_a_state_leads_to_its_page_only_where_it_has_one():
    text = html(map_(room_of(told("i1", [ANA], [MEXICO])), Ask()))
    assert 'href="/party/MEX"' in text
    assert 'href="/party/PER"' not in text


def test_the_served_page_leads_to_all_the_incidents_of_a_state():
    room = room_of(*(told(f"i{at}", [PERU], [MEXICO], on=f"2024-01-{at:02}") for at in range(1, 9)))
    shown = map_(room, Ask(query={"since": "2024", "quad": "3"}))
    assert 'href="/?party=PER&amp;since=2024&amp;family=3">All 8<' in html(shown)
    assert "All 8" not in html(shown, live=False)


def test_nothing_told_is_said_in_words():
    assert "Nothing is told" in html(map_(room_of(), Ask()))
    assert "ask for other days" in html(page(since="1900", until="1901"))


def test_the_states_that_no_map_shows_are_named():
    soviets = party("Soviet Union", "SUN")
    shown = map_(room_of(told("i1", [soviets], [PERU])), Ask())
    text = html(shown)
    assert "On no map of today" in text
    assert 'href="/map#s-SUN"' in text


def test_the_json_has_the_counts_and_no_drawing():
    found = json.loads(json.dumps(plain(page())))
    assert [row["code"] for row in found["states"]] == ["PER", "MEX", "BOL"]
    assert "drawing" not in found
    assert len(json.dumps(found)) < 10_000


def of_words(*words):
    rows = [
        told(f"i{at}", [party(text, f"person:{at}", kind="person", country="PER")], [MEXICO],
             place={**LIMA, "name": text}, summary=text)
        for at, text in enumerate(words)
    ]  # fmt: skip
    found = elements(html(map_(room_of(*rows), Ask())))
    # What would turn the line round is isolated, other text is not.
    return [(tag, sorted(given)) for tag, given in found.tags if tag != "bdi"], found.text


def test_texts_of_reports_stay_text():
    tags, text = of_words(*PAYLOADS)
    assert tags == of_words(*(f"words {at}" for at in range(len(PAYLOADS))))[0]
    assert "\u202e" not in "".join(text)


def test_the_same_record_gives_the_same_bytes():
    assert html(page()) == html(page())
