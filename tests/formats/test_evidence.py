from __future__ import annotations

import json
from urllib.parse import unquote

import pytest

from dragoman.formats.evidence import AROUND, CONTEXT, WEB_ANNOTATION, text_fragment
from dragoman.model.ids import sha256
from tests.formats import told_record
from tests.formats.told_record import EVENTS, HOSTILE, LONG, TEXTS, only, written


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    return told_record.made(tmp_path_factory.mktemp("record"))


@pytest.fixture(scope="module")
def page(record):
    return json.loads(written(WEB_ANNOTATION, record)["annotations.jsonld"])


@pytest.fixture(scope="module")
def annotations(page):
    return {one["id"].rpartition(":")[2]: one for one in page["items"]}


def _selector(annotation, kind):
    return next(one for one in annotation["target"]["selector"] if one["type"] == kind)


def test_there_is_one_annotation_a_telling(page, annotations) -> None:
    assert page["@context"] == CONTEXT
    assert page["type"] == "AnnotationPage"
    assert set(annotations) == {event["event_id"] for event in EVENTS}
    assert len(page["items"]) == len(EVENTS)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event["event_id"])
def test_both_selectors_find_the_quote_in_the_stored_text(event, annotations) -> None:
    annotation, text = annotations[event["event_id"]], TEXTS[event["report_id"]]
    assert annotation["target"]["dragoman:sha256"] == sha256(text)
    position = _selector(annotation, "TextPositionSelector")
    assert text[position["start"] : position["end"]] == event["quote"]
    quote = _selector(annotation, "TextQuoteSelector")
    assert quote["exact"] == event["quote"]
    found = text.index(quote["prefix"] + quote["exact"] + quote["suffix"])
    assert found + len(quote["prefix"]) == event["start"]
    assert len(quote["prefix"]) == min(AROUND, event["start"])
    assert len(quote["suffix"]) == min(AROUND, len(text) - event["end"])


def test_a_hostile_quote_is_kept_to_the_character(annotations) -> None:
    assert _selector(annotations["e9"], "TextQuoteSelector")["exact"] == HOSTILE


def test_a_person_s_coding_assesses_and_a_program_s_classifies(annotations) -> None:
    by_person, by_rules = annotations["e8"], annotations["e1"]
    assert by_person["motivation"] == "assessing"
    assert by_person["creator"] == {"type": "Person", "name": "Ida"}
    assert by_rules["motivation"] == "classifying"
    assert by_rules["creator"] == {"type": "Software", "name": "rules@1"}


def test_the_body_tells_the_codes_of_the_incident(annotations) -> None:
    text, codes = annotations["e1"]["body"]
    assert text["value"] == "Chile: recall ambassador -> Norway"
    assert codes["id"].endswith(":i_recall")
    assert codes["dragoman:actors"] == ["CHL"]
    assert codes["dragoman:date_edtf"] == "2024-03-05"


def test_a_file_is_a_relative_address_that_nothing_runs(annotations) -> None:
    assert annotations["e3"]["target"]["source"] == "folder/the%20post%3A%202.txt"
    assert annotations["e9"]["target"]["source"] == "javascript%3Aalert%284%29"
    assert "dragoman:link" not in annotations["e9"]["target"]


def _finds(fragment: str, text: str) -> bool:
    """Whether a text fragment's parts stand in `text` one behind the other."""
    parts = fragment.removeprefix(":~:text=").split(",")
    words = [unquote(part.strip("-")) for part in parts]
    plain, at = " ".join(text.split()), 0
    for word in words:
        at = plain.find(word, at)
        if at < 0:
            return False
        at += len(word)
    return True


def test_the_link_opens_the_page_at_the_quote(annotations) -> None:
    link = annotations["e1"]["target"]["dragoman:link"]
    address, _, fragment = link.partition("#")
    assert address == "https://wire.example/a?x=1&y=2"
    # OSLO and its dash stand before it, "the ministry said" behind it.
    assert fragment == (
        ":~:text=OSLO%20%2D-,Chile%20recalled%20its%20ambassador%20to%20Norway%20on%20Tuesday,"
        "-%2C%20the%20ministry%20said."
    )
    assert _selector(annotations["e1"], "FragmentSelector")["value"] == fragment


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event["event_id"])
def test_a_text_fragment_has_the_words_of_the_text(event) -> None:
    text = TEXTS[event["report_id"]]
    before = text[max(0, event["start"] - AROUND) : event["start"]]
    after = text[event["end"] : event["end"] + AROUND]
    assert _finds(text_fragment(event["quote"], before, after), text)


def test_a_long_quote_is_linked_by_its_ends() -> None:
    assert text_fragment(LONG, "", "") == (
        ":~:text=word0%20word1%20word2%20word3%20word4,word55%20word56%20word57%20word58%20word59"
    )


def test_half_words_around_a_quote_are_no_part_of_a_link() -> None:
    before, after = "x" * 27 + " said", " and then" + "y" * 23
    assert text_fragment("quote", before, after) == ":~:text=said-,quote,-and"


def test_two_exports_are_two_pages(record, page) -> None:
    few = json.loads(written(WEB_ANNOTATION, only(record, act="meet"))["annotations.jsonld"])
    assert few["id"] != page["id"]
