from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.show.visible import language_tag, visible, web_link


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Evo said \u202eevil\u202c", "Evo said [U+202E]evil[U+202C]"),
        ("a\x00b\x1b[31m", "a[U+0000]b[U+001B][31m"),
        ("isolate \u2066x\u2069", "isolate [U+2066]x[U+2069]"),
        ("two\nlines\u2028three", "two lines three"),
        ("soft\u00adhyphen\ufeff", "softhyphen"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\ud800", "[U+D800]"),
        ("José, Đặng and 日本", "José, Đặng and 日本"),
    ],
)
def test_hidden_characters_are_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_what_is_shown_is_shown_as_it_is(text: str) -> None:
    assert visible(visible(text)) == visible(text)


@given(st.text())
def test_no_bidirectional_override_is_left(text: str) -> None:
    assert not set(visible(text)) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize("address", ["https://a.example/b?c=d#e", "HTTP://a.example/"])
def test_web_addresses_are_links(address: str) -> None:
    assert web_link(address) == address


@pytest.mark.parametrize(
    "address",
    [
        None,
        "reports/one.txt",
        "javascript:alert(1)",
        "https:javascript:alert(1)",
        "data:text/html,<b>",
        "https://",
        "https://a.example/ onclick=x",
        'https://a.example/"onmouseover="x',
        "https://bank.example@evil.example/",
        "https://a.example/\u202etxt.exe",
        "https://[::1",
        " https://a.example/",
        "https://a.example/\n",
    ],
)
def test_anything_else_is_no_link(address: str | None) -> None:
    assert web_link(address) is None


@pytest.mark.parametrize(
    ("lang", "tag"), [("es", "es"), ("fil", "fil"), ('e" x', None), (None, None), ("", None)]
)
def test_language_tags_are_letters_only(lang: str | None, tag: str | None) -> None:
    assert language_tag(lang) == tag
