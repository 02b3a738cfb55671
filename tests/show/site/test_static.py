"""The static forms against texts that mean harm, and against themselves."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from dragoman import show
from dragoman.show.pages.registry import PAGES
from dragoman.show.site import static
from tests.show.elements import Elements, elements
from tests.show.rooms import room
from tests.show.story import incident, tables, whole

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
    "bell\x07esc\x1b[2J",
    "<svg/onload=alert(1)>",
    "--><!-- <iframe src=//evil.example>",
    "]]></title><set attributeName=href to=javascript:alert(1)>",
]
FREE = {
    "publisher", "title", "byline", "uri", "report", "quote", "summary", "name", "name_raw",
    "value", "about", "why", "detail", "lang", "reason", "stage", "office", "trigger", "pattern",
    "date_words", "date_why", "place_why", "coder", "unit", "text", "role",
}  # fmt: skip
"""Columns whose words come from reports, or from a record that somebody else made."""


def filled(value: Any, payload: str) -> Any:
    """A copy of rows in which the texts that come from reports are the payload."""
    if isinstance(value, dict):
        return {
            key: [payload] if key in ("quotes", "attributed_to", "contexts")
            else payload if key in FREE and isinstance(item, str)
            else filled(item, payload)
            for key, item in value.items()
        }  # fmt: skip
    return [filled(item, payload) for item in value] if isinstance(value, list) else value


@lru_cache
def one_file(payload: str | None = None) -> str:
    rows = whole() if payload is None else filled(whole(), payload)
    here = room(rows, title=payload or "A story")
    return static.single_file(here, note=payload or "A note")


@lru_cache
def parsed(payload: str | None = None) -> Elements:
    return elements(one_file(payload))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_texts_add_no_element_and_no_attribute(payload: str) -> None:
    def names(found: Elements) -> tuple[set[str], set[str]]:
        return {tag for tag, _ in found.tags}, {name for _, attrs in found.tags for name in attrs}

    tags, attributes = names(parsed(payload))
    plain_tags, plain_attributes = names(parsed())
    assert tags <= plain_tags | {"bdi"}
    assert attributes <= plain_attributes | {"rel", "lang"}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_links_lead_to_the_file_itself_or_to_the_web(payload: str) -> None:
    links = [attrs["href"] or "" for tag, attrs in parsed(payload).tags if tag == "a"]
    assert links
    assert all(link.startswith(("#", "https://", "http://")) for link in links)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_hidden_character_is_left(payload: str) -> None:
    hidden = set("\x00\x07\x1b\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert not set(one_file(payload)) & hidden


@pytest.mark.parametrize("payload", ["<script>alert(1)</script>", "{{ 7 * 7 }}{% raw %}"])
def test_markup_in_a_text_is_shown_as_text(payload: str) -> None:
    assert payload in "".join(parsed(payload).text)


def test_policy_allows_the_file_s_own_style_and_script_by_their_digests() -> None:
    text = one_file()
    policy = next(
        attrs["content"] or "" for _, attrs in parsed().tags
        if attrs.get("http-equiv") == "Content-Security-Policy"
    )  # fmt: skip
    for tag, name in (("style", "style-src"), ("script", "script-src")):
        found = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.S)
        assert len(found) == 1
        digest = base64.b64encode(hashlib.sha256(found[0].encode()).digest()).decode()
        assert f"{name} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")


def test_file_needs_nothing_from_elsewhere() -> None:
    loaded = [attrs.get("src") or attrs.get("srcset") for _, attrs in parsed().tags]
    assert not any(loaded)
    assert "url(" not in one_file()
    assert "@import" not in one_file()


def test_no_attribute_is_a_style_or_a_script() -> None:
    names = {name for _, attrs in parsed().tags for name in attrs}
    assert not {name for name in names if name == "style" or name.startswith("on")}


def known(target: str) -> bool:
    """Whether a section belongs to a page that there is."""
    return any(target == one.name or target.startswith(f"{one.name}-") for one in PAGES)


def test_every_link_in_the_file_has_its_target() -> None:
    ids = {attrs["id"] or "" for _, attrs in parsed().tags if "id" in attrs}
    links = {(attrs["href"] or "")[1:] for tag, attrs in parsed().tags if tag == "a"}
    assert {link for link in links if known(link)} <= ids


def test_no_id_stands_twice() -> None:
    ids = [attrs["id"] for _, attrs in parsed().tags if "id" in attrs]
    assert len(ids) == len(set(ids))


def test_every_link_in_the_folder_has_its_file_and_place(tmp_path: Path) -> None:
    written = static.write_folder(room(), tmp_path)
    places = {path: elements(path.read_text("utf-8")) for path in written if path.suffix == ".html"}
    assert len(places) > 4
    for path, page in places.items():
        for tag, attrs in page.tags:
            link = attrs.get("href") or ""
            if tag != "a" or link.startswith("http"):
                continue
            name, _, anchor = link.partition("#")
            target = (path.parent / name).resolve() if name else path
            kind = target.parent.name if target.parent != tmp_path else target.stem
            if known(kind) or kind == "index":
                assert target in places, f"{path}: {link}"
                ids = {found.get("id") for _, found in places[target].tags}
                assert not anchor or anchor in ids, f"{path}: {link}"


def test_same_record_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    for dest in (first, second):
        static.write_folder(room(whole()), dest)
    names = sorted(path.relative_to(first) for path in first.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(second) for path in second.rglob("*") if path.is_file())
    for name in names:
        assert (first / name).read_bytes() == (second / name).read_bytes()
    assert static.single_file(room(whole())) == static.single_file(room(whole()))


def test_order_of_rows_does_not_matter() -> None:
    turned = {name: list(reversed(rows)) for name, rows in whole().items()}
    assert static.single_file(room(turned)) == static.single_file(room(whole()))


def test_pages_of_an_earlier_record_go_and_nothing_else(tmp_path: Path) -> None:
    static.write_folder(room(), tmp_path)
    (tmp_path / "incident" / "old.html").write_text("old", "utf-8")
    (tmp_path / "incident" / "mine.txt").write_text("mine", "utf-8")
    static.write_folder(room(), tmp_path)
    assert not (tmp_path / "incident" / "old.html").exists()
    assert (tmp_path / "incident" / "mine.txt").exists()


def test_public_form_has_short_quotes_and_no_text() -> None:
    rows = whole()
    words = " ".join(f"word{at}" for at in range(60))
    rows["events"][0]["quote"] = words
    rows["conflicts"][0]["readings"][0]["quotes"] = [words]
    rows["texts"] = [{"report_id": "beta", "text": f"{words} secret"}]
    public = static.single_file(room(rows, public=True))
    assert "word24 …" in public
    assert "word25" not in public
    assert "secret" not in public


def test_file_is_written_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = static.write_file("<p>ü</p>", tmp_path / "new" / "story.html")
    assert path.read_bytes() == "<p>ü</p>".encode()
    assert list(path.parent.iterdir()) == [path]


def test_pages_of_a_long_chronology_lead_to_each_other(tmp_path: Path) -> None:
    rows = tables(incidents=[incident(f"i{at:03}", f"Of {at}.", "1978-05-03") for at in range(150)])
    written = static.write_folder(room(rows), tmp_path)
    assert tmp_path / "story" / "2.html" in written
    for path, link in ((tmp_path / "index.html", "story/2.html"),
                       (tmp_path / "story" / "2.html", "../index.html")):  # fmt: skip
        links = [attrs.get("href") for tag, attrs in elements(path.read_text("utf-8")).tags]
        assert f"{link}#chronology" in links


def test_nothing_is_marked_safe_but_what_the_templates_made():
    source = Path(show.__file__).parents[1]
    marking = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*.py")
        if "Markup(" in path.read_text(encoding="utf-8")
    }
    assert marking == {"show/site/render.py"}
    trusting = re.compile(r"\|\s*safe\b|autoescape\s+false|\bMarkup\b")
    for path in (source / "show" / "templates").rglob("*.html"):
        assert not trusting.search(path.read_text(encoding="utf-8")), path.name
