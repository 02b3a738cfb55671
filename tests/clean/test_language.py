"""Which language a text is in."""

import pytest

from dragoman.clean.language import language


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The foreign minister of Kenya met the ambassador of Norway on Monday.", "en"),
        ("El ministro de Exteriores de Kenia se reunió el lunes con la embajadora.", "es"),
        ("Der Außenminister von Kenia traf am Montag die Botschafterin.", "de"),
        ("Министр иностранных дел Кении встретился в понедельник с послом.", "ru"),
    ],
)
def test_language_is_found(text: str, code: str) -> None:
    assert language(text) == code


@pytest.mark.parametrize("text", ["", "12345 67 -- 89", "\n\n"])
def test_no_words_have_no_language(text: str) -> None:
    assert language(text) is None
