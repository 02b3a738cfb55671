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
        ("Mike Brandt", "Michael Brandt", PARTIAL),
        ("Chuch Brandt", "Chuck Brandt", HINT),
        ("Moammar Qaddafi", "Muammar Gaddafi", FULL),
        ("Mohamed Mursi", "Mohammed Morsi", FULL),
        ("Volodymyr Zelenskyy", "Vladimir Zelenskiy", FULL),
        ("Aleksandr Lukashenko", "Alyaksandr Lukashenka", FULL),
        ("Bashar el-Assad", "Bashar al-Assad", FULL),
        ("Abdelfattah Brandt", "Abdel Fattah Brandt", FULL),
        ("Kim Dae-ho", "Kim Dae Ho", FULL),
        ("Sergei Brandt", "Sergei Ivanovich Brandt", FULL),
        ("Guðrún Eldjárn", "Gudrun Eldjarn", FULL),
        ("Inés Quiroga Paz", "Inés Quiroga de Ferro", None),
        ("Mario Ferro", "Maria Ferro", None),
        ("Daniel Ferro", "Daniela Ferro", None),
        ("Roberto Ferro", "Roberta Ferro", None),
        ("José Ferro", "Jorge Ferro", None),
        ("Luis Ferro", "Luisito Ferro", None),
        ("Ivan Petrov", "Ivan Petrova", None),
        ("Mohamed Brandt", "Mahmoud Brandt", None),
        ("Karl Ferro Jr.", "Karl Ferro Sr.", None),
        ("Karl Ferro Jr.", "Karl Ferro", FULL),
        ("Karl W. Ferro", "Karl H. W. Ferro", None),
        ("John Reed", "John Reid", None),
        ("Kim Dae-ho", "Kim Dae-su", None),
        ("Luis Ferro", "Rosa Ferro", None),
        ("Inés", "Inés Quiroga", None),
        ("Carl B. Dunn", "Carl D. Dunn", None),
        ("his wife", "Rosa Ferro", None),
    ],
)
def test_compare_grades_two_names(left: str, right: str, grade: int | None) -> None:
    assert compare(parse(left), parse(right)) == grade


def test_family_name_comes_first_where_it_is_said_to() -> None:
    xi, full = parse("Mr. Tan"), parse("Tan Weiming")
    assert compare(xi, full) is None
    assert compare(xi, full, family_first=True) == PARTIAL
    assert compare(parse("Weiming"), full, family_first=True) is None


@pytest.mark.parametrize("text", ["his wife", "", "1999", "two sons"])
def test_parse_finds_no_name_in_common_words(text: str) -> None:
    assert parse(text).words == ()


def test_parse_drops_titles_and_particles() -> None:
    assert parse("Dr. Ana de la Vega").words == ("ana", "vega")
