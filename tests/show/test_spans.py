from hypothesis import given
from hypothesis import strategies as st

from dragoman.show.spans import Span, cut, placed


def shape(text: str, *spans: tuple[str, int, int]):
    found = cut(text, [Span(key=key, start=start, end=end) for key, start, end in spans])
    return [[(one.text, "".join(one.keys)) for one in paragraph] for paragraph in found]


def test_text_without_spans_is_one_segment_a_paragraph():
    assert shape("one\n\ntwo") == [[("one", "")], [("two", "")]]


def test_spans_that_cross_share_a_segment():
    assert shape("abcdef", ("x", 0, 4), ("y", 2, 6)) == [[("ab", "x"), ("cd", "xy"), ("ef", "y")]]


def test_a_span_within_another_stands_behind_it():
    assert shape("abcd", ("in", 1, 2), ("out", 0, 4)) == [
        [("a", "out"), ("b", "outin"), ("cd", "out")]
    ]


def test_spans_that_touch_stay_apart():
    assert shape("abcd", ("x", 0, 2), ("y", 2, 4)) == [[("ab", "x"), ("cd", "y")]]


def test_the_same_words_twice_are_one_segment():
    assert shape("abc", ("y", 1, 2), ("x", 1, 2)) == [[("a", ""), ("b", "xy"), ("c", "")]]


def test_a_span_goes_on_in_the_next_paragraph_and_begins_and_ends_once():
    found = cut("ab \n\n cd", [Span(key="x", start=1, end=7)])
    assert [[one.text for one in paragraph] for paragraph in found] == [["a", "b"], ["c", "d"]]
    marked = [one for paragraph in found for one in paragraph if one.keys]
    assert [one.begins for one in marked] == [("x",), ()]
    assert [one.ends for one in marked] == [(), ("x",)]


def test_a_span_that_begins_in_a_break_begins_behind_it():
    found = cut("ab\n\ncd", [Span(key="x", start=2, end=5)])
    assert found[1][0].begins == ("x",)
    assert found[1][0].text == "c"


def test_spans_without_a_shown_character_have_no_place():
    spans = [
        Span(key="empty", start=1, end=1),
        Span(key="turned", start=3, end=1),
        Span(key="behind", start=90, end=99),
        Span(key="break", start=2, end=3),
        Span(key="kept", start=-5, end=1),
    ]
    assert placed(cut("ab\ncd", spans)) == {"kept"}


def test_an_empty_text_has_no_paragraph():
    assert cut("", [Span(key="x", start=0, end=4)]) == ()
    assert cut(" \n\n ", []) == ()


texts = st.text(alphabet="ab \n\u2028é𝕏", max_size=30)
ranges = st.lists(st.tuples(st.integers(-3, 34), st.integers(-3, 34)), max_size=6)


@given(texts, ranges)
def test_every_character_of_a_span_is_marked_and_no_other(text: str, given_ranges):
    spans = [Span(key=str(n), start=a, end=b) for n, (a, b) in enumerate(given_ranges)]
    segments = [one for paragraph in cut(text, spans) for one in paragraph]
    at = 0
    for one in segments:
        # Only blanks and breaks are left out between two segments, and neither begins with one.
        while text[at : at + len(one.text)] != one.text:
            at += 1
        wanted = {s.key for s in spans if s.start <= at and at + len(one.text) <= s.end}
        assert set(one.keys) == wanted
        at += len(one.text)
    assert "".join("".join(one.text for one in segments).split()) == "".join(text.split())


@given(texts, ranges)
def test_what_is_marked_begins_once_and_ends_once(text: str, given_ranges):
    spans = [Span(key=str(n), start=a, end=b) for n, (a, b) in enumerate(given_ranges)]
    segments = [one for paragraph in cut(text, spans) for one in paragraph]
    begins = sorted(key for one in segments for key in one.begins)
    ends = sorted(key for one in segments for key in one.ends)
    assert begins == ends == sorted({key for one in segments for key in one.keys})
