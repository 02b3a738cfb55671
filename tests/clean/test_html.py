"""The main text of a page."""

import pytest

from dragoman.clean.html import check_limits, main_text
from dragoman.clean.settings import DEFAULT, Refused, Settings

SENTENCES = [
    "The foreign minister of Kenya met the ambassador of Norway in Nairobi on Monday.",
    "They spoke about trade and fishing for two hours, the ministry said in the evening.",
    "A further meeting is planned for June, when the king of Norway comes to Mombasa.",
]
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Envoys meet in Nairobi | Oslo Post</title>
<meta property="og:title" content="Envoys meet in Nairobi">
<meta property="og:site_name" content="Oslo Post">
<meta name="author" content="Ann Lee">
<meta property="article:published_time" content="2024-05-03T10:00:00Z">
<meta property="article:modified_time" content="2024-06-07T10:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Envoys meet in Nairobi</h1>{"".join(f"<p>{s}</p>" for s in SENTENCES)}</article>
<footer>All rights reserved</footer><script>var x = "<div>".repeat(9);</script></body></html>"""
LATEST = "2030-01-01"


def test_main_text_holds_every_sentence() -> None:
    text = main_text(PAGE, DEFAULT, latest=LATEST).text
    assert all(sentence in text for sentence in SENTENCES)


def test_main_text_holds_no_menu() -> None:
    assert "World" not in main_text(PAGE, DEFAULT, latest=LATEST).text


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "Envoys meet in Nairobi"),
        ("publisher", "Oslo Post"),
        ("byline", "Ann Lee"),
        ("published", "2024-05-03"),
    ],
)
def test_page_says_what_its_head_says(field: str, value: str) -> None:
    assert getattr(main_text(PAGE, DEFAULT, latest=LATEST), field) == value


def test_short_page_is_read() -> None:
    page = f"<html><body><p>{SENTENCES[0]}</p></body></html>"
    assert main_text(page, DEFAULT, latest=LATEST).text == SENTENCES[0]


def test_page_without_text_is_refused() -> None:
    with pytest.raises(Refused, match="no report was found") as refusal:
        main_text("<html><body></body></html>", DEFAULT, latest=LATEST)
    assert refusal.value.reason == "no_text"


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<div>" * 20, "too_deep"),
        ("<p " + "a=1 " * 20 + ">", "too_many_attributes"),
        ("<b></b>" * 20, "too_many_tags"),
    ],
)
def test_limits_come_before_the_parser(page: str, reason: str) -> None:
    small = Settings(html_depth=10, html_attributes=10, html_tags=30)
    with pytest.raises(Refused) as refusal:
        check_limits(page, small)
    assert refusal.value.reason == reason


@pytest.mark.parametrize(
    "page",
    [
        "<p>" * 20,
        "<div></div>" * 5,
        "<script>" + "<div>" * 20 + "</script>",
        "<!--" + "<div>" * 20 + "-->",
        '<a title="' + "<div>" * 20 + '">x</a>',
        "<a title='" + "a=1 " * 20 + "'>x</a>",
        '<br title=""x" class="y">' + "z" * 20,
        "1 < 2 " * 20,
    ],
)
def test_pages_within_the_limits_pass(page: str) -> None:
    check_limits(page, Settings(html_depth=10, html_attributes=10, html_tags=30))
