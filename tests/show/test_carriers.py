import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.show.carriers import pieces


def marked(quote: str, *carriers: str) -> list[str]:
    return [one.text for one in pieces(quote, carriers) if one.carries]


@pytest.mark.parametrize(
    ("quote", "value", "found"),
    [
        ("Norway gave asylum to Díaz", "Eva Diaz", ["Díaz"]),
        ("EVA DÍAZ's aide left", "Eva Díaz", ["EVA DÍAZ's"]),
        ("some 1,200 people fled", "1200", ["1,200"]),
        ("the Bank of Norway", "Bank of Norway", ["Bank of Norway"]),
        ("Norway, and then Chile", "Chile", ["Chile"]),
        ("the port of the town", "of the", []),
        ("on Monday", "3 March 1978", []),
        ("Perus and Peru", "Peru", ["Peru"]),
        ("", "Peru", []),
    ],
)
def test_words_of_the_value_are_marked(quote: str, value: str, found: list[str]):
    assert marked(quote, value) == found


def test_words_that_stand_together_are_one_mark():
    assert marked("President Ana Ruiz spoke of Ruiz", "Ana Ruiz") == ["Ana Ruiz", "Ruiz"]


@given(st.text(max_size=60), st.lists(st.text(max_size=12), max_size=3))
def test_pieces_joined_give_the_quote(quote: str, carriers: list[str]):
    found = pieces(quote, carriers)
    assert "".join(one.text for one in found) == quote
    assert all(one.text for one in found)
