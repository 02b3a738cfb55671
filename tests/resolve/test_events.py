"""From mentions to events: one report, all of the reading half."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.code.rules import RulesCoder
from dragoman.resolve.events import Resolver


@pytest.fixture(scope="module")
def read(parse, knowledge):
    coder, resolver = RulesCoder(knowledge), Resolver(knowledge)

    def run(text, published=None, title=None):
        parsed = parse(text, published, title)
        return resolver.resolve(parsed, coder.code(parsed), coder="rules@test")

    return run


def test_event_carries_codes_parties_and_exact_words(read):
    text = "Chile severed diplomatic relations with Bolivia on 17 March 1978."
    event = next(e for e in read(text).events if e.act == "sever_relations")
    assert [p.party_id for p in event.actors] == ["CHL"]
    assert [p.party_id for p in event.recipients] == ["BOL"]
    assert (event.event_type, event.cameo, event.quad_class) == ("SANCTION", "161", 4)
    assert event.when.range.first == dt.date(1978, 3, 17)
    assert text[event.start : event.end] == event.quote


def test_event_id_is_the_same_every_time(read):
    text = "Ghana condemned Togo."
    assert [e.event_id for e in read(text).events] == [e.event_id for e in read(text).events]


def test_weekday_is_read_against_the_publication_date(read):
    reading = read("Chile expelled Bolivia's ambassador on Monday.", dt.date(2024, 5, 9))
    event = next(e for e in reading.events if e.act == "expel_diplomats")
    assert event.when.range.first == dt.date(2024, 5, 6)


def test_undated_report_keeps_the_relative_date(read):
    reading = read("Chile expelled Bolivia's ambassador on Monday.")
    event = next(e for e in reading.events if e.act == "expel_diplomats")
    assert event.when.range is None
    assert event.when.relative


def test_act_between_no_parties_is_set_aside_with_its_reason(read):
    reading = read("The gardener arrested the slug in the cabbage.")
    assert reading.events == ()
    assert all(r.reason == "no_party" for r in reading.rejections)


def test_act_that_neither_code_book_has_says_so(read):
    reading = read("Ghana's president appointed Ama Owusu foreign minister.")
    event = next(e for e in reading.events if e.act == "appoint")
    assert event.event_type is None
    assert event.quad_class is None
