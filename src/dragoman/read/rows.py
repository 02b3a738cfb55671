"""Named values of a row or object, under any of their usual names, as a raw report."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from dragoman.errors import UsageError
from dragoman.model.report import RawReport
from dragoman.read.files import Refused

COLUMNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("id", ("id", "uri", "doc_id", "document_id", "article_id", "story_id", "guid", "uid")),
    ("url", ("url", "link", "href", "article_url", "source_url", "canonical_url", "permalink")),
    ("publisher", ("publisher", "source", "outlet", "publication", "newspaper", "site_name",
                   "site", "source_name", "news_source", "agency", "domain")),
    ("title", ("title", "headline", "heading")),
    ("published", ("published", "date", "published_at", "publication_date", "publish_date",
                   "date_published", "pub_date", "pubdate", "date_publish", "datetime",
                   "published_date", "created_at", "timestamp", "time")),
    ("byline", ("byline", "author", "authors", "creator")),
    ("lang", ("lang", "language", "lang_code")),
    ("retrieved", ("retrieved", "retrieved_at", "fetched", "fetched_at", "date_download",
                   "crawled_at", "warc_date")),
    ("text", ("text", "body", "content", "article", "full_text", "fulltext", "maintext",
              "main_text", "article_text", "article_body", "plain_text")),
    ("html", ("html", "raw_html", "html_content", "page")),
)  # fmt: skip
"""Each value of a report and the column names that hold it, the likeliest first."""

NO_COLUMNS: Mapping[str, str] = MappingProxyType({})
LOOKS_LIKE_HTML = re.compile(r"\s*<(?:!doctype html|html|head|body|article|div|p)\b", re.IGNORECASE)
SURROGATES = re.compile("[\ud800-\udfff]")
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
LANG = re.compile(r"[A-Za-z]{2}(?=$|[-_])")


def is_named(name: str) -> bool:
    """Whether a column of this name holds a value of a report."""
    return any(_plain(name) in names for _, names in COLUMNS)


def check_columns(columns: Mapping[str, str]) -> None:
    """Pass a mapping from values of a report to names of columns.

    Raises:
        UsageError: no such value.
    """
    known = [field for field, _ in COLUMNS]
    for value in columns:
        if value not in known:
            raise UsageError(f"--columns {value}=: no such value; there are {', '.join(known)}")


def raw_report(
    row: Mapping[str, object], where: str, columns: Mapping[str, str] = NO_COLUMNS
) -> RawReport:
    """The report that `row` holds; its uri is its id, else its url, else `where`.

    Args:
        row: values by column name.
        where: what it is called when it has no id and no url.
        columns: the name of the column that holds a value, where it is not one of `COLUMNS`.

    Raises:
        Refused: there is no text and no page in it.
    """
    named = {_plain(name): value for name, value in reversed(list(row.items()))}
    values = {
        field: next((v for name in _names(field, names, columns) if (v := _text(named.get(name)))),
                    None)
        for field, names in COLUMNS
    }  # fmt: skip
    content = values["text"] or values["html"]
    if content is None:
        wanted = ", ".join(names[0] for field, names in COLUMNS if field in ("text", "html"))
        found = ", ".join(str(name)[:30] for name in list(row)[:8])
        raise Refused("no_text", f"no column {wanted} (or a synonym) with content; found: {found}")
    is_html = values["text"] is None or LOOKS_LIKE_HTML.match(content) is not None
    lang = LANG.match(values["lang"] or "")
    return RawReport(
        uri=_line(values["id"]) or _line(values["url"]) or where,
        media="html" if is_html else "text",
        content=content,
        url=_line(values["url"]),
        publisher=_line(values["publisher"]),
        title=_line(values["title"]),
        published=_line(values["published"]),
        byline=_line(values["byline"]),
        lang=lang[0].lower() if lang else None,
        retrieved=_line(values["retrieved"]),
    )


def _names(field: str, names: tuple[str, ...], columns: Mapping[str, str]) -> tuple[str, ...]:
    """The names of the columns that may hold a value: the one that was given, or the usual ones."""
    return (_plain(columns[field]),) if field in columns else names


def _plain(name: object) -> str:
    """A column name in lower case, words joined by underscores: "Publish Date" as publish_date."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", str(name).strip().lstrip("\ufeff"))
    return re.sub(r"[\s.-]+", "_", spaced).lower()


def _text(value: object) -> str | None:
    """A cell as text: a string, number, list of strings, or an object with a name."""
    match value:
        case str():
            return SURROGATES.sub("\ufffd", value) if value.strip() else None
        case bool() | None:
            return None
        case int() | float():
            return str(value)
        case list():
            parts = [part for item in value if (part := _text(item))]
            return "\n\n".join(parts) or None
        case dict():
            return next((t for k in ("name", "title", "id") if (t := _text(value.get(k)))), None)
        case _:
            return None


def _line(value: str | None) -> str | None:
    """`value` on one line, without control characters; None when nothing is left."""
    if value is None:
        return None
    return " ".join(CONTROLS.sub(" ", value.replace("\n\n", ", ")).split()) or None
