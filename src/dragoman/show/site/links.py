"""Addresses of pages in the three forms: served, as a folder of files, in one file.

Templates ask `to(page, key, anchor, query)` for an address and `here(anchor)` for the id of a place
in the page itself; they never write either by hand, so one template serves all three forms.
"""

from __future__ import annotations

import hashlib
import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from urllib.parse import quote, urlencode

HOME = "story"
"""The page that stands at the root."""

_SAFE = re.compile(r"[A-Za-z0-9_-]+\Z")
SHORTEST = 7
"""Digits of an id that a file's addresses have at least."""

_DIGITS = re.compile(r"(?<=[a-z_])[0-9a-f]{16}(?![0-9a-z])")
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")


class Links(ABC):
    """Addresses as one page of one form of the site sees them."""

    def to(
        self,
        page: str,
        key: str | None = None,
        anchor: str | None = None,
        query: Mapping[str, object] | None = None,
    ) -> str:
        """The address of a page, or of a place in it."""
        place = "" if anchor is None else self._place(anchor)
        return self._page(page, key, query or {}) + place

    def here(self, anchor: str) -> str:
        """The id of a place in this page."""
        return anchor

    @abstractmethod
    def asset(self, name: str) -> str:
        """The address of a style sheet or script."""

    @abstractmethod
    def _page(self, page: str, key: str | None, query: Mapping[str, object]) -> str:
        """The address of a page."""

    def _place(self, anchor: str) -> str:
        """What leads to a place, behind its page's address."""
        return f"#{quote(anchor)}"


class Served(Links):
    """Addresses on the server: /incident/KEY?since=2025#e1.

    `version` stands in the addresses of style and script, which may then be kept for ever.
    """

    def __init__(self, version: str | None = None) -> None:
        self._version = version

    def asset(self, name: str) -> str:
        """The address of a style sheet or script."""
        return f"/assets/{name}" if self._version is None else f"/assets/{self._version}/{name}"

    def _page(self, page: str, key: str | None, query: Mapping[str, object]) -> str:
        path = "/" if page == HOME and key is None else f"/{page}"
        if key is not None:
            path += f"/{quote(key, safe=':')}"
        given = {name: value for name, value in query.items() if value is not None}
        return path + (f"?{urlencode(given)}" if given else "")


class Folder(Links):
    """Addresses between the files of a folder, as a page `depth` folders down sees them.

    Choices have no file and are left out.
    """

    def __init__(self, depth: int) -> None:
        self._up = "../" * depth

    def asset(self, name: str) -> str:
        """The address of a style sheet or script."""
        return f"{self._up}assets/{name}"

    def _page(self, page: str, key: str | None, query: Mapping[str, object]) -> str:
        return self._up + file_of(page, key)


class OneFile(Links):
    """Addresses within one file: each page is a section, each id begins with its section's.

    `digits`: how many of the sixteen of an id are enough to tell the ids of this file apart.
    """

    def __init__(self, page: str, key: str | None, digits: int = 16) -> None:
        self._digits = digits
        self._section = self.section(page, key)

    def section(self, page: str, key: str | None) -> str:
        """The id of a page's section."""
        return _cut(section_of(page, key), self._digits)

    def here(self, anchor: str) -> str:
        """The id of a place in this page."""
        return self._section + self._place(anchor)

    def asset(self, name: str) -> str:
        """Styles and script stand in the file itself."""
        return ""

    def _page(self, page: str, key: str | None, query: Mapping[str, object]) -> str:
        return f"#{self.section(page, key)}"

    def _place(self, anchor: str) -> str:
        return f"--{_cut(anchor, self._digits)}"


def digits(ids: Iterable[str]) -> int:
    """How many of the sixteen digits of each id are enough to tell them all apart."""
    found = [one for one in ids if _DIGITS.search(one)]
    for count in range(SHORTEST, 16):
        if len({_cut(one, count) for one in found}) == len(found):
            return count
    return 16


def _cut(name: str, count: int) -> str:
    """A name with no more than `count` digits of each id in it."""
    return _DIGITS.sub(lambda found: found[0][:count], name)


def file_of(page: str, key: str | None) -> str:
    """The file of a page within the folder: "incident/i_0f3a.html"."""
    if key is None:
        return "index.html" if page == HOME else f"{page}.html"
    return f"{page}/{slug(key)}.html"


def section_of(page: str, key: str | None) -> str:
    """The id of a page's section in the one file: "incident-i_0f3a"."""
    return page if key is None else f"{page}-{slug(key)}"


def slug(key: str) -> str:
    """A key as every file system and address takes it; different keys stay different."""
    if _SAFE.match(key) and len(key) <= 64 and key == key.casefold():
        return key
    plain = _UNSAFE.sub("-", key).strip("-").casefold()[:48]
    return f"{plain}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"
