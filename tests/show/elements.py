"""What stands in an HTML page, for the tests: start tags with their attributes, and all text."""

from __future__ import annotations

from html.parser import HTMLParser


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


def elements(text: str) -> Elements:
    """The elements of a page."""
    parser = Elements()
    parser.feed(text)
    return parser
