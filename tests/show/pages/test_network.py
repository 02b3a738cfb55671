from functools import lru_cache

import pytest

from dragoman.errors import UsageError
from dragoman.show.pages.network import PAGE, network_
from dragoman.show.pages.page import Ask, plain
from dragoman.show.site import render
from dragoman.show.site.links import OneFile, Served
from tests.browser.payloads import PAYLOADS
from tests.show.elements import Elements
from tests.show.pages.told import (
    ANA,
    BANK,
    BOLIVIA,
    CROWD,
    LUIS,
    MEXICO,
    PERU,
    SOMEBODY,
    party,
    room_of,
    told,
)

ROWS = (
    told("i1", [PERU], [MEXICO], quad=3),
    told("i2", [ANA], [MEXICO], quad=3, on="2025-01-01"),
    told("i3", [LUIS, MEXICO], [PERU], quad=1),
    told("i4", [PERU, BOLIVIA], [], quad=1),
    told("i5", [BANK], [CROWD], quad=2),
    told("i6", [ANA], [CROWD], quad=4),
    told("i7", [PERU], [], quad=4),
    told("i8", [SOMEBODY], [PERU], quad=4),
)


@lru_cache(maxsize=1)
def record():
    return room_of(*ROWS)


def page(*rows, **query):
    return network_(room_of(*rows) if rows else record(), Ask(query=query))


def ties(shown):
    return {(row.source, row.target, row.quad, row.mutual): row.count for row in shown.ties}


def html(shown, *, links=None, live=True):
    return render.fragment(PAGE, shown, links or Served(), render.Frame(story="A", live=live))


def elements(text):
    found = Elements()
    found.feed(text)
    return found


def test_people_and_bodies_count_with_their_state():
    assert ties(page(people="folded")) == {
        ("PER", "MEX", 3, False): 2,
        ("MEX", "PER", 1, False): 1,
        ("BOL", "PER", 1, True): 1,
        ("IGO-bank", "PER", 2, False): 1,
    }


def test_by_name_only_descriptions_count_with_their_state():
    found = ties(page(people="shown"))
    assert found["person:ana-ruiz", "MEX", 3, False] == 1
    assert found["person:ana-ruiz", "PER", 4, False] == 1
    assert found["person:luis-paz", "PER", 1, False] == 1
    assert not {end for tie in found for end in tie[:2] if end.startswith("g-")}


def test_incidents_are_told_apart_by_whom_they_are_between():
    shown = page(people="folded")
    assert (shown.incidents, shown.tied, shown.inside, shown.alone) == (8, 5, 1, 2)
    assert next(row.inside for row in shown.parties if row.key == "PER") == 1


def test_with_few_states_people_are_shown_by_name_unless_asked():
    assert page().people == "shown"
    assert page(people="folded").people == "folded"
    many = [told(f"i{at}", [party(code, code)], [PERU]) for at, code in enumerate(
        ["ARG", "BRA", "CHL", "COL", "ECU", "URY"]
    )]  # fmt: skip
    assert page(*many).people == "folded"


def test_one_incident_is_one_tie_however_many_people_of_a_state_take_part():
    row = told("i1", [PERU, ANA, CROWD], [MEXICO, LUIS])
    assert ties(page(row, people="folded")) == {("PER", "MEX", 3, False): 1}


def test_days_and_class_narrow_what_is_counted():
    assert ties(page(people="folded", since="2025")) == {("PER", "MEX", 3, False): 1}
    assert set(ties(page(people="folded", quad="2"))) == {("IGO-bank", "PER", 2, False)}


def test_a_tie_lists_its_incidents():
    row = page(people="folded").ties[0]
    assert [line.incident_id for line in row.lines] == ["i1", "i2"]


def test_choices_that_do_not_exist_are_refused():
    with pytest.raises(UsageError, match="people="):
        page(people="all")


def test_a_state_leads_to_its_page_only_where_it_has_one():
    text = html(page(told("i1", [ANA], [MEXICO]), people="folded"))
    assert 'href="/party/MEX"' in text
    assert 'href="/party/PER"' not in text


def test_every_mark_leads_to_a_row_of_the_page():
    for links in (Served(), OneFile("network", None)):
        found = elements(html(page(), links=links))
        ids = {attributes["id"] for _, attributes in found.tags if "id" in attributes}
        marks = [
            attributes["href"]
            for tag, attributes in found.tags
            if tag == "a" and (attributes.get("class") or "").split()[:1] in (["tie"], ["node"])
        ]
        assert len(marks) > 10
        assert {mark.partition("#")[2] for mark in marks} <= ids


def test_every_mark_says_in_words_what_it_counts():
    text = html(page(people="folded"))
    assert 'aria-label="Peru to Mexico, verbal conflict: 2 incidents"' in text
    assert 'aria-label="Bolivia and Peru, verbal cooperation: 1 incident"' in text


def test_who_is_left_out_of_a_phone_is_on_a_desk():
    many = [
        told(f"i{at}", [party(f"Person {at}", f"person:p{at}", country=None)], [PERU])
        for at in range(15)
    ]  # fmt: skip
    shown = page(*many)
    assert len(shown.wide().nodes) == 16
    assert len(shown.narrow().nodes) == 9


def test_nothing_told_is_said_in_words():
    assert "Nothing is told" in html(network_(room_of(), Ask()))
    assert "ask for other days" in html(page(since="1900", until="1901"))


def test_the_json_has_the_ties_and_no_drawing():
    found = plain(page(people="folded"))
    assert found["ties"][0]["count"] == 2
    assert not {"wide", "narrow", "drawing"} & found.keys()


def tags_of(*words):
    rows = [
        told(f"i{at}", [party(text, f"person:{at}", kind="person", country=None)], [MEXICO],
             summary=text)
        for at, text in enumerate(words)
    ]  # fmt: skip
    found = elements(html(page(*rows)))
    # A long name stands in two lines of the drawing; what would turn the line round is isolated.
    own = ("text", "bdi")
    return [(tag, sorted(given)) for tag, given in found.tags if tag not in own], found.text


def test_texts_of_reports_stay_text():
    tags, text = tags_of(*PAYLOADS)
    assert tags == tags_of(*(f"words {at}" for at in range(len(PAYLOADS))))[0]
    assert "\u202e" not in "".join(text)


def test_the_same_record_gives_the_same_bytes():
    assert html(page()) == html(page())
