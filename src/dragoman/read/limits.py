"""The limits of reading, and the reasons for which something is set aside by it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

MIB = 1 << 20

REASONS: Mapping[str, str] = MappingProxyType(
    {
        "bad_csv": "a row of a CSV or TSV file is broken: a quote is never closed, or no header",
        "bad_feed": "a feed is not well formed and no entry of it can be read",
        "bad_json": "a line or item is not valid JSON, or is not an object",
        "bomb": "a packed file unpacks to more than 200 times its size",
        "changed": "the file was changed between planning and reading",
        "corrupt_file": "a packed file is damaged or cut short; what came before it was read",
        "corrupt_record": "a record of a web archive is damaged; the others of it were read",
        "dtd": "a feed declares a document type or entities; none is expanded or fetched",
        "no_feed": "an XML file that is neither RSS nor Atom, such as a sitemap",
        "no_page": "a page of a web archive that the server did not give (its status is not 200)",
        "no_text": "a row has no column that holds a text or a page, or an empty one",
        "not_a_file": "a link, pipe, socket or device: only regular files are read",
        "not_a_report": "a README, licence or change log, which describes the folder",
        "not_text": "more than 5 % of the characters are unreadable",
        "too_deep": "JSON nested more than 64 levels deep",
        "too_many_entries": "a feed of more than 50,000 entries",
        "too_large": "a file, line, row or item above 16 MiB",
        "unknown_encoding": "a body of a web archive is packed in a way that is not known",
        "unknown_format": "the ending of the file's name is not one that can be read",
        "unreadable": "the system refused to open or read the file or folder",
    }
)
"""Every reason that reading gives, with its meaning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What reading puts up with; sizes are of the unpacked bytes.

    Attributes:
        record_bytes: one file that is a report, one line, one row, one item of a JSON list.
        file_bytes: a file that must be held whole: a JSON list, a file in UTF-16.
        ratio: unpacked to packed bytes, looked at past `ratio_from_bytes`.
        json_depth: levels of nesting; json_digits: digits of one number.
        bad_share: share of unreadable characters above which bytes are no text.
        feed_entries: entries of one feed.
        shard_reports: reports in a shard, about; never more than twice as many.
        shard_bytes: bytes in a shard, at most, unless one report alone is larger.
    """

    record_bytes: int = 16 * MIB
    file_bytes: int = 512 * MIB
    ratio: int = 200
    ratio_from_bytes: int = MIB
    json_depth: int = 64
    json_digits: int = 400
    bad_share: float = 0.05
    feed_entries: int = 50_000
    shard_reports: int = 16
    shard_bytes: int = 4 * MIB


DEFAULT = Limits()
