"""Headlines out of title case."""

from __future__ import annotations

from dragoman.parse.titles import is_title_cased, true_case

WORDS = {"recalls", "envoy", "after", "dispute", "over", "fish", "talks"}


def recase(line, body=""):
    return true_case(
        line, body=body, is_name={"Norway", "Iceland"}.__contains__, is_word=WORDS.__contains__
    )


def test_headline_is_recognised():
    assert is_title_cased("Norway Recalls Envoy After Dispute Over Fish")


def test_sentence_is_no_headline():
    assert not is_title_cased("Norway recalled its envoy after a dispute over fish with Iceland")


def test_common_words_are_lowered_and_names_kept():
    assert recase("Norway Recalls Envoy After Talks") == "Norway recalls envoy after talks"


def test_word_that_the_body_writes_inside_a_sentence_keeps_its_capital():
    line = recase("Norway Recalls Envoy Fish", body="The envoy, Mr Fish, left. A word Fish again.")
    assert line.endswith("Fish")


def test_unknown_word_keeps_its_capital():
    assert recase("Norway Recalls Bjarnason") == "Norway recalls Bjarnason"


def test_length_never_changes():
    line = "NORWAY İstanbul Recalls ENVOY’S Talks"
    assert len(recase(line)) == len(line)


def test_a_name_of_several_words_keeps_its_capitals_as_a_whole():
    line = "After Talks Dispute Over Fish Talks"
    assert true_case(
        line, body="", is_name=lambda word: False, is_word=lambda word: word in WORDS,
        names=[(12, 24)],
    ) == "after talks Dispute Over fish talks"  # fmt: skip
