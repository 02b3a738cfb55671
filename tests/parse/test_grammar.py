"""The parser keeps every offset true to the report."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import ParserMissingError
from dragoman.parse.grammar import Parser


def test_tokens_are_the_reports_own_characters(parse):
    parsed = parse("Kenya’s envoy said: “We leave.”\n\nTogo, too.", title="Kenya Recalls Its Envoy")
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            assert parsed.report.text[token.start : token.end] == token.text


def test_paragraphs_are_never_joined(parse):
    parsed = parse("A heading without a stop\n\nKenya recalled its envoy.")
    assert [s.paragraph for s in parsed.sentences] == [0, 1]


def test_title_is_marked(parse):
    parsed = parse("The envoy left.", title="Kenya Recalls Envoy")
    assert [s.is_title for s in parsed.sentences] == [True, False]


def test_title_case_does_not_hide_the_verb(parse):
    title = parse("The envoy left.", title="Kenya Recalls Envoy From Chad").sentences[0]
    assert title.tokens[1].lemma == "recall"


def test_foreign_term_is_one_token(parse):
    parsed = parse("Latvia declared two attachés persona non grata.")
    assert "persona non grata" in [t.text for t in parsed.sentences[0].tokens]


@pytest.mark.parametrize(
    ("text", "lemma"),
    [("The judge fined them.", "fine"), ("A crisis grew.", "crisis"), ("They won't go.", "will")],
)
def test_lemma(parse, text, lemma):
    assert lemma in [t.lemma for t in parse(text).sentences[0].tokens]


def test_many_reports_come_in_order(parse, parser):
    reports = [parse(f"Envoy number {n} left.").report for n in range(40)]
    assert [p.report for p in parser.parse_all(reports)] == reports


def test_missing_pipeline_is_told():
    with pytest.raises(ParserMissingError, match="en_no_such_pipeline"):
        Parser("en_no_such_pipeline")


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=120))
def test_any_text_parses_with_true_offsets(parser_once, text):
    parsed = parser_once(text)
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            assert text[token.start : token.end] == token.text


@pytest.fixture(scope="module")
def parser_once(parse):
    return parse
