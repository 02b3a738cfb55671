"""Bytes to text."""

import pytest

from dragoman.read.decode import decode

LATIN = (
    "Der Außenminister von Österreich traf am Montag in Wien die Botschafterin Dänemarks. Über die "
    "Gespräche wurde nichts bekannt; für Juni ist ein weiteres Treffen geplant. "
) * 4
CYRILLIC = (
    "Министр иностранных дел Норвегии встретился в понедельник с послом Кении. Они говорили о "
    "торговле и о рыболовстве, сообщило министерство. "
) * 4
JAPANESE = (
    "ノルウェーの外務大臣は月曜日にケニアの大使と会談した。両国は貿易について話し合った。" * 8
)
GREEK = (
    "Ο υπουργός Εξωτερικών της Νορβηγίας συναντήθηκε τη Δευτέρα με τον πρέσβη της Κένυας. "
    "Συζήτησαν για το εμπόριο και την αλιεία. "
) * 4
TEXTS = [
    ("utf-8", CYRILLIC),
    ("utf-8-sig", LATIN),
    ("utf-16", GREEK),
    ("utf-16-le", LATIN),
    ("utf-32", LATIN),
    ("windows-1252", LATIN),
    ("iso-8859-1", LATIN),
    ("windows-1251", CYRILLIC),
    ("koi8-r", CYRILLIC),
    ("windows-1253", GREEK),
    ("shift_jis", JAPANESE),
    ("euc_jp", JAPANESE),
    ("iso2022_jp", JAPANESE),
]


@pytest.mark.parametrize(("charset", "text"), TEXTS, ids=[name for name, _ in TEXTS])
def test_text_survives_without_a_label(charset: str, text: str) -> None:
    assert decode(text.encode(charset)).text == text


@pytest.mark.parametrize(("charset", "text"), TEXTS[5:], ids=[name for name, _ in TEXTS[5:]])
def test_text_survives_with_its_label(charset: str, text: str) -> None:
    page = f'<html><head><meta charset="{charset}"></head><p>{text}</p></html>'
    assert decode(page.encode(charset)).text == page


@pytest.mark.parametrize(("charset", "text"), TEXTS[7:12], ids=[name for name, _ in TEXTS[7:12]])
def test_text_survives_a_wrong_label(charset: str, text: str) -> None:
    page = f'<html><head><meta charset="iso-8859-1"></head><p>{text}</p></html>'
    assert decode(page.encode(charset)).text == page


def test_utf8_wins_over_a_wrong_label() -> None:
    page = f'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">{LATIN}'
    assert decode(page.encode()).text == page


def test_xml_declaration_is_believed() -> None:
    page = f'<?xml version="1.0" encoding="windows-1251"?><html><p>{CYRILLIC}</p></html>'
    assert decode(page.encode("windows-1251")).charset == "cp1251"


@pytest.mark.parametrize("label", ["nonsense", "base64", "hex", "utf-16", "x" * 40])
def test_unusable_label_is_passed_over(label: str) -> None:
    page = f'<meta charset="{label}"><p>{LATIN}</p>'
    assert decode(page.encode("windows-1252")).text == page


def test_bytes_that_are_no_text_are_counted_as_bad() -> None:
    assert decode(bytes(range(256)) * 40).bad_share > 0.05


def test_empty_is_text() -> None:
    assert decode(b"").bad_share == 0.0
