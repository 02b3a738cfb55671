from __future__ import annotations

import csv
import html
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.formats import escapes
from dragoman.formats.sheets import csv_lines
from dragoman.show.visible import visible

texts = st.text(st.characters(exclude_categories=["Cs"]))


@given(texts)
def test_markup_is_read_back_as_what_is_shown(text) -> None:
    escaped = escapes.markup(text)
    assert not set(escaped) & set("<>\"'")
    assert html.unescape(escaped) == visible(text)


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", " =1", "＝1"])
def test_a_formula_gets_a_quote_mark(text) -> None:
    assert escapes.cell(text).startswith("'")


@pytest.mark.parametrize("text", ["", "Peru", "1 - 2", "'=1", "a=b"])
def test_plain_text_gets_none(text) -> None:
    assert escapes.cell(text) == text


@given(st.lists(st.lists(texts, min_size=2, max_size=2)))
def test_csv_is_read_back_as_what_is_shown(rows) -> None:
    text = "".join(csv_lines(("a", "b"), rows))
    back = list(csv.reader(io.StringIO(text, newline="")))
    assert back == [["a", "b"], *([escapes.cell(one) for one in row] for row in rows)]


def test_numbers_stay_numbers_and_nothing_is_an_empty_cell() -> None:
    assert "".join(csv_lines(("a", "b"), [(-5.0, None)])) == "a,b\n-5.0,\n"


def test_calendar_escapes_what_parts_lines_and_values() -> None:
    assert escapes.calendar("a,b;c\\d\ne", "f") == r"a\,b\;c\\d e\nf"


def test_latex_escapes_every_special() -> None:
    assert escapes.latex("50% of $1 & _z #1") == r"50\% of \$1 \& \_z \#1"
    assert escapes.latex("\\x{y}") == r"\textbackslash{}x\textbraceleft{}y\textbraceright{}"
    assert escapes.latex("~^") == r"\textasciitilde{}\textasciicircum{}"


def test_markdown_leaves_plain_sentences_alone() -> None:
    plain = "Peru – “no”, it said (twice): 3.5, a-b; why? 50%!"
    assert escapes.markdown(plain) == plain
    assert escapes.markdown("<b> [x] www.x.y http://z ==m==") == (
        "&#60;b&#62; \\[x\\] www&#46;x.y http&#58;//z &#61;=m&#61;="
    )
