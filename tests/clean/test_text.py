"""Characters, lines and paragraphs."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from dragoman.clean.text import folded, is_headline, normalised, paragraphs

WRAPPED = (
    "The foreign minister of Kenya met the ambassador\n"
    "of Norway in Nairobi on Monday and spoke to him\n"
    "about trade and fishing for two hours and left.\n"
    "\n"
    "Both sides were content, a spokesman said after\n"
    "the meeting in the old palace of the president.\n"
)


@given(st.text())
def test_no_control_character_is_left(text: str) -> None:
    assert {c for c in normalised(text) if unicodedata.category(c) == "Cc"} <= {"\n"}


@given(st.text(st.characters(codec=None, categories=("Cs", "Lu"))))
def test_no_surrogate_is_left(text: str) -> None:
    normalised(text).encode("utf-8")


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


def test_every_newline_becomes_one() -> None:
    assert normalised("a\r\nb\rc\u2028d\x0ce") == "a\nb\nc\nd\ne"


def test_spaces_become_one() -> None:
    assert normalised("a \t\u00a0 b") == "a b"


def test_invisible_break_marks_go() -> None:
    assert normalised("Ken\u00adya\u200b left\ufeff") == "Kenya left"


def test_marks_of_direction_stay() -> None:
    assert normalised("a\u202eb\u200f") == "a\u202eb\u200f"


def test_line_is_a_paragraph_where_nothing_is_wrapped() -> None:
    assert paragraphs("Short title\nOne long sentence.\n\nAnother.") == [
        "Short title",
        "One long sentence.",
        "Another.",
    ]


def test_wrapped_lines_are_joined() -> None:
    assert [p.count("\n") + 1 for p in paragraphs(WRAPPED)] == [1, 1]


def test_wrapped_paragraph_reads_on() -> None:
    assert "the ambassador of Norway in Nairobi" in paragraphs(WRAPPED)[0]


def test_bullets_go() -> None:
    assert paragraphs("• One thing\n- Another") == ["One thing", "Another"]


def test_glued_bracket_is_set_apart() -> None:
    assert paragraphs("Ms Lee(pictured) left.") == ["Ms Lee (pictured) left."]


def test_plural_in_brackets_stays() -> None:
    assert paragraphs("The envoy(s) left.") == ["The envoy(s) left."]


def test_glued_sentences_are_set_apart() -> None:
    assert paragraphs("They left.The envoy stayed.") == ["They left. The envoy stayed."]


def test_web_address_stays() -> None:
    assert paragraphs("See Oslo.No and abc.Com for more.") == ["See Oslo.No and abc.Com for more."]


def test_folding_forgets_case_and_marks() -> None:
    assert folded("“The Envoy,” he") == " the envoy he "


def test_headline_has_no_full_stop() -> None:
    assert not is_headline("The envoy left Oslo.", ["Body."])


def test_headline_needs_a_body() -> None:
    assert not is_headline("Envoy leaves Oslo", [])


def test_headline_may_ask() -> None:
    assert is_headline("Who sent the envoy home?", ["Body."])
