"""Markdown to plain text, and the values of its front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

FRONT = re.compile(
    r"\A\ufeff?(?:---|\+\+\+)[ \t]*\n(.*?)\n(?:---|\.\.\.|\+\+\+)[ \t]*(?:\n|\Z)", re.DOTALL
)
FRONT_LINE = re.compile(r"^([A-Za-z][\w -]{0,40}?)\s*[:=]\s*(.*)$")
FRONT_LONGEST = 8_000
NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "published": ("published", "date", "pubdate", "publishdate", "published_at", "created"),
    "publisher": ("publisher", "source", "outlet", "site", "publication"),
    "byline": ("author", "authors", "byline", "by"),
    "lang": ("lang", "language"),
    "url": ("url", "link", "canonical", "source_url"),
}
"""Values of a report and the keys of front matter that hold them."""

HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*$")
UNDERLINE = re.compile(r"^ {0,3}(?:=+|-{2,})[ \t]*$")
RULE = re.compile(r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
ITEM = re.compile(r"^\s{0,12}(?:[-*+•]|\d{1,3}[.)])[ \t]+")
QUOTED = re.compile(r"^(?: {0,3}>[ \t]?)+")
FENCE = re.compile(r"^ {0,3}(?:```|~~~)")
DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]{1,200}\]:\s*\S+.*$")
INLINE = (
    (re.compile(r"<!--.{0,2000}?-->", re.DOTALL), ""),
    (re.compile(r"!\[[^\]\n]{0,500}\](?:\([^()\n]{0,1000}\)|\[[^\]\n]{0,200}\])"), ""),
    (re.compile(r"\[([^\[\]\n]{1,1000})\]\((?:[^()\n]|\([^()\n]{0,200}\)){0,1000}\)"), r"\1"),
    (re.compile(r"\[([^\[\]\n]{1,1000})\]\[[^\]\n]{0,200}\]"), r"\1"),
    (re.compile(r"\[\^[^\]\n]{1,50}\]"), ""),
    (re.compile(r"<((?:https?|mailto):[^<>\s]{1,500})>"), r"\1"),
    (re.compile(r"</?[A-Za-z][^<>\n]{0,300}>"), ""),
    (re.compile(r"(\*{1,3})(?=\S)([^*\n]{1,1000}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\w)(_{1,3})(?=\S)([^_\n]{1,1000}?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"~~([^~\n]{1,500})~~"), r"\1"),
    (re.compile(r"`{1,3}([^`\n]{1,500})`{1,3}"), r"\1"),
)  # fmt: skip
"""Marks within a line, in the order in which they are taken away; all bounded, so linear."""


ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")
HIDDEN = 0xF0000
"""Escaped marks wait in the private plane while the others are taken away."""

UNHIDDEN = {HIDDEN + ord(mark): mark for mark in "\\`*_{}[]()#+.!>~|-"}


class Page(NamedTuple):
    """The text with blank lines between paragraphs, and what its front matter and heading say."""

    text: str
    values: Mapping[str, str]
    heading: str | None


def plain(source: str) -> Page:
    """The plain text of a Markdown source."""
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    values, body = _front_matter(source)
    body = ESCAPED.sub(lambda match: chr(HIDDEN + ord(match[1])), body)
    for pattern, kept in INLINE:
        body = pattern.sub(kept, body)
    blocks: list[str] = []
    open_lines: list[str] = []
    heading: str | None = None

    def close() -> None:
        if open_lines:
            blocks.append(" ".join(open_lines))
            open_lines.clear()

    for line in body.split("\n"):
        line = QUOTED.sub("", line)
        if UNDERLINE.match(line) and len(open_lines) == 1:
            heading = heading or open_lines[0]
            close()
        elif not line.strip() or RULE.match(line) or FENCE.match(line) or DEFINITION.match(line):
            close()
        elif match := HEADING.match(line):
            close()
            heading = heading or match[2]
            blocks.append(match[2])
        else:
            if ITEM.match(line):
                close()
            open_lines.append(ITEM.sub("", line).strip())
            if line.endswith(("  ", "\\")):
                close()
    close()
    text = "\n\n".join(blocks).translate(UNHIDDEN)
    return Page(text, values, heading and heading.translate(UNHIDDEN))


def _front_matter(source: str) -> tuple[dict[str, str], str]:
    match = FRONT.match(source, 0, FRONT_LONGEST)
    if match is None:
        return {}, source
    said: dict[str, str] = {}
    for line in match[1].split("\n"):
        if pair := FRONT_LINE.match(line):
            value = pair[2].strip().strip("[]\"'").strip()
            if value:
                said.setdefault(pair[1].strip().lower(), value)
    values = {
        field: next((said[name] for name in names if name in said), "")
        for field, names in NAMES.items()
    }
    return {field: value for field, value in values.items() if value}, source[match.end() :]
