"""Identifiers: a hash of what a record says, so the same content has the same id anywhere."""

from __future__ import annotations

import hashlib


def sha256(text: str) -> str:
    """The SHA-256 of the UTF-8 bytes of `text`, in hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def identifier(prefix: str, *parts: object) -> str:
    """`prefix` and 16 hex digits over `parts`; order matters, None and "" differ."""
    joined = "\x1f".join("\x00" if part is None else str(part) for part in parts)
    return prefix + sha256(joined)[:16]
