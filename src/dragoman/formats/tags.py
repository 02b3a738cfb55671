"""Names for incidents, tellings and reports that hold everywhere: tag URIs (RFC 4151).

Ids of a record are hashes of what it says, the same on every machine; so are these. The authority
is a name that nobody can own (RFC 2606).
"""

from __future__ import annotations

from urllib.parse import quote

PREFIX = "tag:dragoman.invalid,2026:"


def tag(name: str) -> str:
    """The tag URI of an id of the record, or of a word of ours ("terms/act")."""
    return PREFIX + quote(name, safe="/._-~")
