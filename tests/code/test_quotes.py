"""Who is quoted, across sentences."""

from __future__ import annotations

from dragoman.code.quotes import is_near, quoted_sentences


def quoted(parse, text):
    parsed = parse(text)
    inside = quoted_sentences(parsed)
    return [parsed.report.text[s.start : s.end] for s in parsed.sentences if s.index in inside]


def test_sentence_that_opens_with_a_mark_is_quoted(parse):
    text = "“We will not go,” the envoy said. “The blockade is an outrage.”"
    assert quoted(parse, text)[-1].startswith("“The blockade")


def test_quotation_runs_on_to_its_closing_mark(parse):
    text = "“The raid was a crime. It will be answered.” The envoy left."
    assert any("answered" in words for words in quoted(parse, text))
    assert not any("left" in words for words in quoted(parse, text))


def test_mark_left_open_ends_with_its_paragraph(parse):
    text = "“The raid was a crime.\n\nThe envoy left."
    assert not any("left" in words for words in quoted(parse, text))


def test_speaker_two_sentences_back_is_near_and_three_is_not(parse):
    sentences = parse("One came. Two came. Three came. Four came.").sentences
    assert is_near(sentences[2], 0)
    assert not is_near(sentences[3], 0)
    assert not is_near(sentences[0], 0)
