"""RSS and Atom: each entry of a feed is a report, read from its bytes, never from an address.

A document type is refused before any parser sees it: entities that grow or reach out are declared
there, and no feed needs one.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from dragoman.read.decode import decode
from dragoman.read.files import Refused, whole
from dragoman.read.limits import Limits
from dragoman.read.units import Unit, said

DTD = re.compile(r"<!\s*(?:doctype|entity)", re.IGNORECASE)
ROOT = re.compile(r"<(?![?!])(?:\w+:)?(?P<name>\w+)")
FEEDS = frozenset({"rss", "feed", "rdf"})
MARKUP = re.compile(r"<\w|&\w+;")


def entries(stream: BinaryIO, limits: Limits) -> Iterator[Unit]:
    """The entries of a feed, in order; the offsets of each are those of the whole, 0 and 1.

    A unit's row has the columns id, url, title, published, byline, publisher, lang and html or
    text: the whole content where the feed carries it, else its summary.

    Raises:
        Refused: no feed, too large, with a document type, or of too many entries.
    """
    data = whole(stream, limits.record_bytes)
    text = decode(data).text
    if DTD.search(text):
        raise Refused("dtd", "it declares a document type or entities, which no feed needs")
    root = ROOT.search(text)
    name = "" if root is None else root["name"].casefold()
    if name not in FEEDS:
        raise Refused("no_feed", f"its first element is <{name[:20]}>, not rss, feed or rdf")
    import feedparser

    # Bytes behind a file: what looks like a path or an address is never opened.
    feed = feedparser.parse(
        io.BytesIO(text.encode("utf-8", "replace")),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False, resolve_relative_uris=False,
    )  # fmt: skip
    if len(feed.entries) > limits.feed_entries:
        count, most = len(feed.entries), limits.feed_entries
        raise Refused("too_many_entries", f"{count} entries, more than {most}")
    if not feed.entries and feed.bozo:
        raise Refused("bad_feed", f"no entry can be read: {_cause(feed)}")
    for place, entry in enumerate(feed.entries):
        row = _row(entry, feed.feed)
        yield Unit(0, 1, place + 1, said(row), row=row)


def _cause(feed: Any) -> str:
    return " ".join(str(feed.get("bozo_exception", "not well formed")).split())[:200]


def _row(entry: Any, feed: Any) -> Mapping[str, object]:
    content = next((one.get("value") for one in entry.get("content", ()) if one.get("value")), None)
    words = content or entry.get("summary")
    title = entry.get("title")
    source = entry.get("source", {})
    return {
        "id": entry.get("id"),
        "url": entry.get("link"),
        "title": title,
        "published": entry.get("published") or entry.get("updated"),
        "byline": entry.get("author"),
        "publisher": source.get("title") or feed.get("title"),
        "lang": entry.get("language") or feed.get("language"),
        # Summaries carry markup more often than not; a page needs an element to be read as one.
        ("html" if words and MARKUP.search(words) else "text"):
            f"<div>{words}</div>" if words and MARKUP.search(words) else words,
    }  # fmt: skip
