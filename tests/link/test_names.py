from __future__ import annotations

import pytest

from dragoman.link.names import FULL, HINT, PARTIAL, compare, parse


@pytest.mark.parametrize(
    ("left", "right", "grade"),
    [
        ("Inés Quiroga", "Ines Quiroga", FULL),
        ("Mr. Quiroga", "Inés Quiroga Paz", PARTIAL),
        ("Quiroga", "Inés Quiroga", PARTIAL),
        ("IQP", "Inés Quiroga Paz", PARTIAL),
        ("Luis Ángel Ferro Duarte", "Luis Ferro", FULL),
        ("Ángel Ferro", "Luis Ángel Ferro", FULL),
        ("L. Ferro", "Luis Ferro", FULL),
        ("Russel Brandt", "Russell Brandt", FULL),
        ("Mike Brandt", "Michael Brandt", HINT),
        ("Luis Ferro", "Rosa Ferro", None),
        ("Inés", "Inés Quiroga", None),
        ("Carl B. Dunn", "Carl D. Dunn", None),
        ("his wife", "Rosa Ferro", None),
    ],
)
def test_compare_grades_two_names(left: str, right: str, grade: int | None) -> None:
    assert compare(parse(left), parse(right)) == grade


@pytest.mark.parametrize("text", ["his wife", "", "1999", "two sons"])
def test_parse_finds_no_name_in_common_words(text: str) -> None:
    assert parse(text).words == ()


def test_parse_drops_titles_and_particles() -> None:
    assert parse("Dr. Ana de la Vega").words == ("ana", "vega")
