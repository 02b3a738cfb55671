"""What mkdocs is told beside mkdocs.yml: links out of docs/ become plain text on the site.

The pages are read in the repository as well, where such links lead to the files they name; a test
checks those.
"""

from __future__ import annotations

import posixpath
import re
from typing import Any

_LINK = re.compile(r"(?<!!)\[(?P<text>[^\]]+)\]\((?P<target>[^)\s]+)\)")


def on_page_markdown(markdown: str, *, page: Any, **_: Any) -> str:
    """Called by mkdocs for each page before it is turned into HTML."""
    here = posixpath.dirname(page.file.src_uri)

    def plain(link: re.Match[str]) -> str:
        target = link["target"]
        if "://" in target or target.startswith("#"):
            return link[0]
        leaves = posixpath.normpath(posixpath.join(here, target)).startswith("..")
        return link["text"] if leaves else link[0]

    return _LINK.sub(plain, markdown)
