"""Text from reports, made safe to look at: nothing in it hides or turns round its neighbours.

Escaping is the template's business; this is about characters that escaping leaves alone. Control
and formatting characters (NUL, escape sequences, the bidirectional overrides of "Trojan source")
are shown as their code point; line breaks become blanks.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

_PLAIN = re.compile(r"[\x20-\x7e\u00a1-\u00ac\u00ae-\u036f]*\Z")
_DROPPED = frozenset("\u00ad\u200b\u2060\ufeff")
"""Invisible and harmless: soft hyphen, zero-width space, word joiner, byte-order mark."""

_KEPT = frozenset("\u200c\u200d")
"""Joiners that Persian, Hindi and emoji are spelled with."""

_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
_LINK = re.compile(r"https?://[^\s\"'<>\\^`{|}\x00-\x20\x7f]+\Z", re.IGNORECASE)


def visible(text: str) -> str:
    """`text` in one line, every control or formatting character shown as `[U+XXXX]`."""
    if _PLAIN.match(text):
        return text
    return "".join(_shown(char) for char in text)


def _shown(char: str) -> str:
    if char in _KEPT:
        return char
    if char in _DROPPED:
        return ""
    kind = unicodedata.category(char)
    if char in "\t\n\r\x0b\x0c\x85" or kind in {"Zl", "Zp"}:
        return " "
    return f"[U+{ord(char):04X}]" if kind in _HIDDEN else char


def web_link(address: str | None) -> str | None:
    """`address` when it is a plain http or https link to a host, else None."""
    if address is None or not _LINK.match(address) or visible(address) != address:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    # "https://bank.example@evil.example/" shows one host and leads to another.
    return address if parts.hostname and "@" not in parts.netloc else None


def language_tag(lang: str | None) -> str | None:
    """`lang` when it can stand in a lang attribute (two or three ASCII letters), else None."""
    return lang if lang is not None and re.fullmatch(r"[A-Za-z]{2,3}", lang) else None
