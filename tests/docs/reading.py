"""The documentation as data: files, sections, links, code."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
_FENCE = re.compile(r"^```.*?^```", re.M | re.S)


def pages() -> list[Path]:
    """Every Markdown page for readers of the project."""
    return [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def sections(page: str, level: int = 2) -> dict[str, str]:
    """The text under each heading of a level, by heading."""
    parts = re.split(rf"^{'#' * level} (.+)$", page, flags=re.M)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def links(page: str) -> list[str]:
    """Targets of links and pictures outside code."""
    return [one or other for one, other in _LINK.findall(_FENCE.sub("", page))]


def anchors(page: str) -> set[str]:
    """The anchors of a page's headings, as they are made on the usual forges."""
    heads = re.findall(r"^#+ (.+)$", _FENCE.sub("", page), flags=re.M)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def code(page: str) -> list[str]:
    """Lines of fenced code, and code within lines."""
    fenced = [line for block in _FENCE.findall(page) for line in block.splitlines()[1:-1]]
    return [*fenced, *re.findall(r"`([^`\n]+)`", _FENCE.sub("", page))]
