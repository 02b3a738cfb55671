"""Pieces: runs of capitals are cut into known names, offices and other names."""

from __future__ import annotations

import pytest

from dragoman.resolve.pieces import line_ends, scan


@pytest.fixture
def cut(parse, names):
    """cut(text) -> (words, kind) of each piece of the first sentence."""

    def run(text):
        parsed = parse(text)
        sentence = parsed.sentences[0]
        ends = line_ends(sentence, parsed.report.text)
        return [
            (" ".join(t.text for t in sentence.tokens[p.first : p.last + 1]), p.kind)
            for p in scan(sentence, names, line_ends=ends)
        ]

    return run


def test_title_and_name_are_two_pieces(cut):
    assert cut("Kenyan President Tom Wade left Oslo.") == [
        ("Kenyan", "known"), ("President", "office"), ("Tom Wade", "name"), ("Oslo", "known"),
    ]  # fmt: skip


def test_honorific_is_no_part_of_the_name(cut):
    assert ("Wade", "name") in cut("Yesterday Mr. Wade left Oslo.")


def test_weekday_is_no_name(cut):
    assert cut("They met on Monday in March.") == []


def test_place_before_a_surname_is_a_given_name(cut):
    assert ("Chad Wolfson", "name") in cut("Yesterday Chad Wolfson resigned.")


def test_name_of_a_ruling_house_after_a_name_is_a_surname(cut):
    assert ("Sheikha Hind Al Thani", "name") in cut("Yesterday Sheikha Hind Al Thani left Doha.")


def test_new_before_a_state_is_no_name(cut):
    assert ("Kenya", "known") in cut("Yesterday the New Kenya Party won.")


def test_line_ends_are_none_in_one_line(parse):
    parsed = parse("They met in Oslo.")
    assert line_ends(parsed.sentences[0], parsed.report.text) == frozenset()


def test_a_given_name_goes_on_after_its_hyphen(cut):
    assert cut("Han Su-min left Oslo.") == [("Han Su - min", "name"), ("Oslo", "known")]
