"""The main text, title, byline and date of a page; limits are checked before any parser runs."""

from __future__ import annotations

import re
from typing import NamedTuple

import trafilatura
from trafilatura.settings import Document

from dragoman.clean.settings import Refused, Settings

TAG = re.compile(
    r"<(?:(?P<close>/)?(?P<name>[a-zA-Z][^\s/>\"'<]*+)"
    r"(?P<attributes>(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+)>?|(?P<comment>!--))"
)
"""A tag; a quote opens a value only right after an equals sign, as parsers read it."""

ATTRIBUTE = re.compile(r"""[^\s>/=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+""")
RAW = ("script", "style", "textarea", "title", "noscript", "template", "svg")
UNCOUNTED = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dt",
        "dd",
        "td",
        "th",
        "tr",
        "thead",
        "tbody",
        "tfoot",
        "option",
        "optgroup",
        "colgroup",
        "rt",
        "rp",
        "html",
        "head",
        "body",
    ]
)
"""Elements that are empty, or whose end tag may be left out: the parser closes them."""

SHORTEST = 20
"""Characters below which what was found on a page of real size is no report."""


class Page(NamedTuple):
    """What a page says; each value None where it says nothing."""

    text: str
    title: str | None
    byline: str | None
    publisher: str | None
    published: str | None
    url: str | None


def check_limits(page: str, settings: Settings) -> None:
    """Pass a page that a parser can be given.

    One linear scan counts the tags that stand open and the attributes of each tag.

    Raises:
        Refused: too deep, too many tags, or too many attributes in one of them.
    """
    depth, tags, at, has_comments = 0, 0, 0, True
    while match := TAG.search(page, at):
        at = match.end()
        tags += 1
        if tags > settings.html_tags:
            raise Refused("too_many_tags", f"more than {settings.html_tags} tags")
        if match["comment"]:
            end = page.find("-->", at) if has_comments else -1
            has_comments = end >= 0
            at = end + 3 if end >= 0 else at
            continue
        name = match["name"].lower()
        attributes = match["attributes"]
        if len(attributes) > 2 * settings.html_attributes:
            count = sum(1 for _ in ATTRIBUTE.finditer(attributes))
            if count > settings.html_attributes:
                detail = f"a <{name[:20]}> tag with {count} attributes"
                raise Refused("too_many_attributes", detail)
        if name in UNCOUNTED or attributes.endswith("/"):
            continue
        if match["close"]:
            depth = max(0, depth - 1)
            continue
        if name in RAW:
            end = page.find(f"</{match['name']}", at)
            at = end if end >= 0 else at
        depth += 1
        if depth > settings.html_depth:
            raise Refused("too_deep", f"more than {settings.html_depth} tags open at one place")


def main_text(page: str, settings: Settings, *, url: str | None = None, latest: str) -> Page:
    """The report that stands on `page`.

    Args:
        page: HTML, decoded.
        settings: the limits.
        url: where it came from, when known.
        latest: ISO day after which no date is believed.

    Raises:
        Refused: beyond the limits, or nothing readable in it.
    """
    check_limits(page, settings)
    document = trafilatura.bare_extraction(
        page,
        url=url,
        fast=True,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params={
            "original_date": True,
            "extensive_search": False,
            "max_date": latest,
        },
    )
    if not isinstance(document, Document) or len((document.text or "").strip()) < SHORTEST:
        raise Refused("no_text", f"no report was found on a page of {len(page)} characters")
    return Page(
        text=str(document.text),
        title=document.title or None,
        byline=document.author or None,
        publisher=document.sitename or None,
        published=document.date or None,
        url=document.url or None,
    )
