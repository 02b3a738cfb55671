"""Pages as they were written, read by a parser: ids, links, elements, attributes."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


@dataclass
class Seen(HTMLParser):
    """What stands in a page: `elements` as (name, attributes), in order."""

    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    @property
    def ids(self) -> list[str]:
        return [given["id"] for _, given in self.elements if "id" in given]

    @property
    def links(self) -> list[str]:
        return [given["href"] for tag, given in self.elements if tag == "a" and "href" in given]

    @property
    def referred(self) -> list[str]:
        """Ids that labels and descriptions point to."""
        names = ("aria-labelledby", "aria-describedby", "for")
        said = [given.get(name, "") for _, given in self.elements for name in names]
        return [one for text in said for one in text.split()]


def read(page: str) -> Seen:
    seen = Seen()
    seen.feed(page)
    seen.close()
    return seen


def read_folder(folder: Path) -> dict[Path, Seen]:
    """Every page under a folder, by its place in it."""
    return {
        path.relative_to(folder): read(path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*.html"))
    }


def target(page: Path, link: str) -> tuple[Path, str | None]:
    """The file and the place that a link of a page leads to."""
    parts = urlsplit(link)
    file = page if not parts.path else Path(*_plain(page.parent / unquote(parts.path)))
    return file, unquote(parts.fragment) if parts.fragment else None


def _plain(path: Path) -> list[str]:
    found: list[str] = []
    for part in path.parts:
        if part == "..":
            found.pop()
        else:
            found.append(part)
    return found
