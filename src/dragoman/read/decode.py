"""Bytes to text: byte order mark, UTF-8, what the page declares, then a detector."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from charset_normalizer import from_bytes

SAMPLE_BYTES = 1 << 15
DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})"""
    rb"""|<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})["']""",
    re.IGNORECASE,
)
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
"""Labels that stand, on the web, for a larger set (WHATWG Encoding Standard, section 4.2)."""

UNREADABLE = re.compile("[\ufffd\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")


class Decoded(NamedTuple):
    """A text, the name of its encoding, and the share of characters that are unreadable."""

    text: str
    charset: str
    bad_share: float


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """The text of `data`; never fails: what cannot be read becomes U+FFFD and is counted.

    `declared` is the charset that a server named, believed before that of the page.
    """
    for mark, charset in MARKS:
        if data.startswith(mark):
            return _judged(data, charset)
    if b"\x1b$" not in data and b"\x1b(" not in data:
        try:
            return _measured(data.decode("utf-8"), "utf-8")
        except UnicodeDecodeError:
            pass
    return _judged(data, _declared(data, declared) or _wide(data) or _detected(data) or "utf-8")


def _judged(data: bytes, charset: str) -> Decoded:
    return _measured(data.decode(charset, "replace"), charset)


def _measured(text: str, charset: str) -> Decoded:
    bad = sum(1 for _ in UNREADABLE.finditer(text))
    return Decoded(text, charset, bad / len(text) if text else 0.0)


def _declared(data: bytes, server: str | None) -> str | None:
    """The declared charset, where the bytes are readable text in it; labels are often wrong."""
    found = DECLARED.search(data, 0, 4096)
    labels = [server, (found[1] or found[2]).decode("ascii") if found else None]
    return next((one for label in labels if label and (one := _readable(data, label))), None)


def _readable(data: bytes, label: str) -> str | None:
    """The charset of a label where `data` is text in it."""
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return None
    charset = SUPERSETS.get(name, name)
    sample = data[:SAMPLE_BYTES]
    try:
        sample.decode(charset)
    except UnicodeDecodeError as error:
        if error.start < len(sample) - 8:  # a cut character at the sample's end is no fault
            return None
    except (LookupError, UnicodeError):  # "base64", "hex" and the like are codecs, not charsets
        return None
    match = from_bytes(sample, cp_isolation=[charset], enable_fallback=False).best()
    return None if match is None else charset


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: nearly every second byte of Western text is NUL."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 8:
        return None
    if sample[1::2].count(0) > 0.7 * half and sample[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _detected(data: bytes) -> str | None:
    """The detector's best guess, on the part around the first byte that is not ASCII."""
    odd = re.search(rb"[\x80-\xff\x1b]", data)
    start = max(0, (odd.start() if odd else 0) - 2048)
    match = from_bytes(data[start : start + SAMPLE_BYTES], enable_fallback=False).best()
    return None if match is None else match.encoding
