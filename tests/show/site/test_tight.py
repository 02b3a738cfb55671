from __future__ import annotations

import pytest

from dragoman.show.pages.page import Ask
from dragoman.show.pages.registry import PAGES
from dragoman.show.site import render
from dragoman.show.site.links import OneFile, digits
from dragoman.show.site.tight import tight
from tests.show.elements import Elements, elements
from tests.show.rooms import room


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ("<ul>\n<li>a</li>\n<li><p>b</p></li>\n</ul>", "<ul>\n<li>a\n<li><p>b\n</ul>"),
        ("<p>a</p>\n\n\n<p>b</p>", "<p>a\n<p>b</p>"),
        ('<a class="x" href="#y--z">t</a>', "<a class=x href=#y--z>t</a>"),
        ('<a title="two words">t</a>', '<a title="two words">t</a>'),
        ('<rect x="5"></rect>', '<rect x="5"/>'),
        ('<a href="#b" aria-label="A &lt; B" class="c d"><title>A &lt; B</title></a>',
         '<a href=#b class="c d"><title>A &lt; B</title></a>'),
        ('<a aria-label="one"><title>two</title></a>', "<a aria-label=one><title>two</title></a>"),
        ("<p>a</p> and <b>b</b>", "<p>a</p> and <b>b</b>"),
    ],
)  # fmt: skip
def test_what_may_be_left_out_is_left_out(markup: str, found: str) -> None:
    assert tight(markup) == found


def test_text_that_looks_like_markup_stays_as_it_is() -> None:
    text = "&lt;li&gt; class=&#34;x&#34; &lt;/li&gt; said"
    assert tight(f"<p>{text}</p>") == f"<p>{text}</p>"


def letters(found: Elements) -> str:
    return "".join("".join(found.text).split())


def test_tags_attributes_and_words_are_the_same() -> None:
    here, frame = room(), render.Frame(story="x", single=True)
    for page in (one for one in PAGES if not one.live):
        key = next(iter(page.keys(here)))
        shown = page.view(here, Ask(key=key))
        assert shown is not None
        before = render.fragment(page, shown, OneFile(page.name, key), frame)
        whole, short = elements(before), elements(tight(before))
        assert [tag for tag, _ in short.tags] == [tag for tag, _ in whole.tags]
        assert letters(short) == letters(whole)
        for (_, some), (_, all_) in zip(short.tags, whole.tags, strict=True):
            assert {**some, "aria-label": None} == {**all_, "aria-label": None}


def test_ids_are_as_short_as_they_stay_apart() -> None:
    assert digits(["i_0123456789abcdef", "i_1123456789abcdef", "x"]) == 7
    assert digits(["i_0123456789abcdef", "i_01234567890bcdef"]) == 11
    assert digits(["i_0123456789abcdef", "i_0123456789abcdee"]) == 16


def test_short_ids_are_the_same_in_addresses_and_places() -> None:
    links = OneFile("report", "r0123456789abcdef", 8)
    place = links.here("eaaaabbbbccccdddd")
    assert place == "report-r01234567--eaaaabbbb"
    assert links.to("report", "r0123456789abcdef", "eaaaabbbbccccdddd") == f"#{place}"


def test_digits_within_longer_words_stay() -> None:
    assert OneFile("party", "person:x0123456789abcdef0", 8).here("a") == (
        OneFile("party", "person:x0123456789abcdef0").here("a")
    )
