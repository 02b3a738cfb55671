"""Addresses of pages in the three forms: served, as a folder of files, in one file.

Templates ask `to(page, key, anchor, query)` for an address and `here(anchor)` for the id of a place
in the page itself; they never write either by hand, so one template serves all three forms.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from typing import Protocol
from urllib.parse import quote, urlencode

HOME = "story"
"""The page that stands at the root."""

_SAFE = re.compile(r"[A-Za-z0-9_-]+\Z")
SHORTEST = 7
"""Digits of an id that a file's addresses have at least."""

_DIGITS = re.compile(r"(?<=[a-z_])[0-9a-f]{16}(?![0-9a-z])")
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")


class Links(Protocol):
    """Addresses as one page of one form of the site sees them."""

    def to(
        self,
        page: str,
        key: str | None = None,
        anchor: str | None = None,
        query: Mapping[str, object] | None = None,
    ) -> str:
        """The address of a page, or of a place in it."""
        ...

    def here(self, anchor: str) -> str:
        """The id of a place in this page."""
        ...

    def asset(self, name: str) -> str:
        """The address of a style sheet or script."""
        ...


class Served:
    """Addresses on the server: /incident/KEY?since=2025#e1.

    `version` stands in the addresses of style and script, which may then be kept for ever.
    """

    def __init__(self, version: str | None = None) -> None:
        self._version = version

    def to(
        self,
        page: str,
        key: str | None = None,
        anchor: str | None = None,
        query: Mapping[str, object] | None = None,
    ) -> str:
        """The address of a page, or of a place in it."""
        path = "/" if page == HOME and key is None else f"/{page}"
        if key is not None:
            path += f"/{quote(key, safe=':')}"
        given = {name: value for name, value in (query or {}).items() if value is not None}
        ask = f"?{urlencode(given)}" if given else ""
        return path + ask + ("" if anchor is None else f"#{quote(anchor)}")

    def here(self, anchor: str) -> str:
        """The id of a place in this page."""
        return anchor

    def asset(self, name: str) -> str:
        """The address of a style sheet or script."""
        return f"/assets/{name}" if self._version is None else f"/assets/{self._version}/{name}"


class Folder:
    """Addresses between the files of a folder, as a page `depth` folders down sees them."""

    def __init__(self, depth: int) -> None:
        self._up = "../" * depth

    def to(
        self,
        page: str,
        key: str | None = None,
        anchor: str | None = None,
        query: Mapping[str, object] | None = None,
    ) -> str:
        """The address of a page, or of a place in it; choices have no file and are left out."""
        place = "" if anchor is None else f"#{quote(anchor)}"
        return self._up + file_of(page, key) + place

    def here(self, anchor: str) -> str:
        """The id of a place in this page."""
        return anchor

    def asset(self, name: str) -> str:
        """The address of a style sheet or script."""
        return f"{self._up}assets/{name}"


class OneFile:
    """Addresses within one file: each page is a section, each id begins with its section's.

    `digits`: how many of the sixteen of an id are enough to tell the ids of this file apart.
    """

    def __init__(self, page: str, key: str | None, digits: int = 16) -> None:
        self._digits = digits
        self._section = self.section(page, key)

    def section(self, page: str, key: str | None) -> str:
        """The id of a page's section."""
        return self._short(section_of(page, key))

    def _short(self, name: str) -> str:
        return _cut(name, self._digits)

    def to(
        self,
        page: str,
        key: str | None = None,
        anchor: str | None = None,
        query: Mapping[str, object] | None = None,
    ) -> str:
        """The address of a page, or of a place in it."""
        section = self.section(page, key)
        return f"#{section}" if anchor is None else f"#{section}--{self._short(anchor)}"

    def here(self, anchor: str) -> str:
        """The id of a place in this page."""
        return f"{self._section}--{self._short(anchor)}"

    def asset(self, name: str) -> str:
        """Styles and script stand in the file itself."""
        return ""


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
