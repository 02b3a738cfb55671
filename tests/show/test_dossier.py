"""The page against texts that mean harm: they may not become markup, links or hidden characters."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from dragoman.show.compose import compose
from dragoman.show.dossier import render, write
from tests.show.story import whole

PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><script>x</script>",
    "</title><script>x</script>",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;b&gt;",
    "javascript:alert(1)",
    "data:text/html,<script>1</script>",
    "abc\u202edef\u2066ghi",
    "nul\x00esc\x1b[2Jbell\x07",
    "<svg/onload=alert(1)>",
    "--><!-- <iframe src=//evil.example>",
]

TAGS = {
    "html", "head", "meta", "title", "style", "body", "a", "header", "p", "h1", "h2", "h3", "h4",
    "bdi", "dl", "div", "dt", "dd", "nav", "ul", "ol", "li", "span", "main", "section", "article",
    "svg", "desc", "g", "rect", "text", "line", "strong", "q", "details", "summary", "table",
    "thead", "tbody", "tr", "th", "td", "footer",
}  # fmt: skip


class Elements(HTMLParser):
    """Collects start tags with their attributes, and all text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def filled(value: Any, payload: str) -> Any:
    """A copy of rows in which the texts that come from reports are the payload."""
    free = {
        "publisher", "title", "byline", "uri", "quote", "summary", "name", "value", "about",
        "why", "detail", "lang", "reason", "stage",
    }  # fmt: skip
    if isinstance(value, dict):
        return {
            key: [payload] if key == "quotes"
            else payload if key in free and isinstance(item, str)
            else filled(item, payload)
            for key, item in value.items()
        }  # fmt: skip
    return [filled(item, payload) for item in value] if isinstance(value, list) else value


def html(payload: str | None = None) -> str:
    rows = whole() if payload is None else filled(whole(), payload)
    return render(compose(rows, title=payload or "A story", names={}, note=payload))


def elements(text: str) -> Elements:
    parser = Elements()
    parser.feed(text)
    return parser


@pytest.mark.parametrize("payload", PAYLOADS)
def test_texts_add_no_element(payload: str) -> None:
    assert {tag for tag, _ in elements(html(payload)).tags} <= TAGS


@pytest.mark.parametrize("payload", PAYLOADS)
def test_texts_add_no_attribute(payload: str) -> None:
    names = {name for _, attrs in elements(html(payload)).tags for name in attrs}
    plain = {name for _, attrs in elements(html()).tags for name in attrs}
    assert names <= plain | {"rel"}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_links_lead_to_the_page_itself_or_to_the_web(payload: str) -> None:
    links = [attrs["href"] or "" for tag, attrs in elements(html(payload)).tags if tag == "a"]
    assert all(link.startswith(("#", "https://", "http://")) for link in links)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_hidden_character_is_left(payload: str) -> None:
    hidden = set("\x00\x07\x1b\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert not set(html(payload)) & hidden


def test_markup_in_a_text_is_shown_as_text() -> None:
    assert "<script>alert(1)</script>" in "".join(elements(html(PAYLOADS[0])).text)


def test_template_marks_in_a_text_are_not_run() -> None:
    assert "{{ 7 * 7 }}" in "".join(elements(html("{{ 7 * 7 }}")).text)


def test_policy_forbids_all_but_the_page_s_own_style() -> None:
    policy = next(
        attrs["content"] or ""
        for tag, attrs in elements(html()).tags
        if attrs.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:")


def test_page_needs_nothing_from_elsewhere() -> None:
    loaded = [attrs.get("src") or attrs.get("srcset") for _, attrs in elements(html()).tags]
    assert not any(loaded)
    assert "url(" not in html()
    assert "@import" not in html()


def test_outward_links_give_nothing_away() -> None:
    rows = whole()
    rows["reports"][0]["uri"] = "https://news.example/a"
    tags = elements(render(compose(rows, title="A story", names={}))).tags
    (rel,) = [a["rel"] for tag, a in tags if tag == "a" and a["href"] == "https://news.example/a"]
    assert rel == "noopener noreferrer nofollow"


def test_every_link_within_the_page_has_its_target() -> None:
    tags = elements(html()).tags
    anchors = {attrs["id"] for _, attrs in tags if "id" in attrs}
    links = {attrs["href"] for tag, attrs in tags if tag == "a"}
    assert {(link or "")[1:] for link in links if (link or "").startswith("#")} <= anchors


def test_no_id_stands_twice() -> None:
    ids = [attrs["id"] for _, attrs in elements(html()).tags if "id" in attrs]
    assert len(ids) == len(set(ids))


def test_drawings_are_told_in_words() -> None:
    text = html()
    assert "Relations of BOL and CHL over time" in text
    assert "relations severed since 17 March 1978." in text


def test_same_rows_give_the_same_page() -> None:
    assert html() == html()


def test_page_is_written_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = write(compose(whole(), title="A story", names={}), tmp_path / "new" / "index.html")
    assert path.read_text(encoding="utf-8").endswith("</html>\n")
    assert list(path.parent.iterdir()) == [path]


def test_page_replaces_an_older_one(tmp_path: Path) -> None:
    path = tmp_path / "index.html"
    path.write_text("old", encoding="utf-8")
    write(compose(whole(), title="A story", names={}), path)
    assert path.read_text(encoding="utf-8") != "old"
