"""A report as found, as cleaned, and what was set aside."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RawReport:
    """A report as it was found, before cleaning.

    Attributes:
        uri: for a file its path relative to the folder that was read; for a row its id, or its url.
        media: "text", "markdown", "html" or "pdf".
        content: the text or page, decoded; of a PDF its bytes, each as the character of its number.
        published: what the row gives, unparsed ("2025-11-05", "5 Nov 2025", ...), or None.
        lang: ISO 639-1 as given, or None.
        retrieved: when it was fetched, as given (ISO 8601 in web archives), or None.
    """

    uri: str
    media: str
    content: str
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    published: str | None = None
    byline: str | None = None
    lang: str | None = None
    retrieved: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One published text, clean.

    `text` is what quotes are cut from and what `sha256` covers: the title as its first paragraph
    when there is one (`title_end` is where it ends, 0 without), then the body, paragraphs
    separated by blank lines. `published` stays None when unknown; `published_from` is "given",
    "text", "uri" or "inferred"; `published_latest` is the last possible day when it is an interval.
    `written_at` are the dateline's words for where it was written ("OSLO, Norway"), which is not
    where things happened; `retrieved` is when it was fetched, in ISO 8601 and UTC.
    """

    report_id: str
    uri: str
    text: str
    sha256: str
    words: int
    title_end: int = 0
    url: str | None = None
    publisher: str | None = None
    title: str | None = None
    byline: str | None = None
    lang: str | None = None
    published: dt.date | None = None
    published_from: str | None = None
    published_precision: str | None = None
    written_at: str | None = None
    retrieved: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """Something set aside, and why; `reason` is a fixed word, `detail` a plain sentence."""

    stage: str
    uri: str
    reason: str
    detail: str
    report_id: str | None = None
