"""Markdown to plain text."""

import time

import pytest

from dragoman.clean.markdown import plain


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The **envoy** *left* __Oslo__.", "The envoy left Oslo."),
        ("A [link](http://a.example/x_(y)) here.", "A link here."),
        ("A [link][1].\n\n[1]: http://a.example", "A link."),
        ("![A photo](x.jpg)\n\nBody.", "Body."),
        ("> Quoted\n> words.", "Quoted words."),
        ("- one\n- two\n1. three", "one\n\ntwo\n\nthree"),
        ("One line\nand its next.", "One line and its next."),
        ("A<br>b <em>c</em>", "Ab c"),
        ("`code` and \\*star\\*", "code and *star*"),
        ("One.\n\n***\n\nTwo.", "One.\n\nTwo."),
        ("snake_case_name stays", "snake_case_name stays"),
        ("Note.[^1]", "Note."),
        ("<https://a.example/b>", "https://a.example/b"),
    ],
)
def test_marks_go_and_words_stay(source: str, text: str) -> None:
    assert plain(source).text == text


@pytest.mark.parametrize("source", ["# Envoy leaves #\n\nBody.", "Envoy leaves\n===\n\nBody."])
def test_first_heading_is_known(source: str) -> None:
    assert (plain(source).heading, plain(source).text) == ("Envoy leaves", "Envoy leaves\n\nBody.")


def test_front_matter_is_read() -> None:
    source = '---\ntitle: "Envoy leaves"\ndate: 2024-05-03\nsource: Oslo Post\n---\nBody.'
    page = plain(source)
    assert (dict(page.values), page.text) == (
        {"title": "Envoy leaves", "published": "2024-05-03", "publisher": "Oslo Post"},
        "Body.",
    )


def test_front_matter_with_plus_signs_is_read() -> None:
    assert plain('+++\nauthor = "Ann Lee"\n+++\nBody.').values == {"byline": "Ann Lee"}


@pytest.mark.parametrize("seed", ["[", "*", "**a", "![", "[a](", "_a", "<a", "<!--", "`", "(" * 3])
def test_marks_without_end_take_linear_time(seed: str) -> None:
    began = time.process_time()
    plain(seed * (60_000 // len(seed)))
    assert time.process_time() - began < 3
