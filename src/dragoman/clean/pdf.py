"""The text of a PDF, its lines joined to paragraphs again.

A PDF holds lines at places on a page and knows no paragraphs. A line that stops well short of the
others ends one where it ends a sentence, or, as a headline does, where a capital follows.
"""

from __future__ import annotations

import io
import re
from statistics import median

from dragoman.clean.settings import Refused, Settings

SHORT = 0.8
"""Share of the usual width below which a line may end its paragraph."""

_ENDS = re.compile(r"[.!?:][\"”’')\]]*\Z")
_HYPHEN = re.compile(r"(?<=[a-z])-\Z")


def text(data: bytes, settings: Settings) -> str:
    """The words of a PDF, paragraphs separated by blank lines.

    Raises:
        Refused: no PDF, damaged, locked, of too many pages, or without text (a scan).
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted:
            raise Refused("locked", "it is locked by a password")
        if len(reader.pages) > settings.pdf_pages:
            count, most = len(reader.pages), settings.pdf_pages
            raise Refused("too_long", f"{count} pages, more than {most}")
        pages = [page.extract_text() for page in reader.pages]
    except (PyPdfError, OSError, ValueError, KeyError, TypeError, AttributeError, IndexError,
            RecursionError, NotImplementedError) as error:  # fmt: skip
        # What a damaged file makes the library do first is anyone's guess.
        said = " ".join(f"{type(error).__name__} {error}".split())[:200]
        raise Refused("bad_pdf", f"it cannot be read as a PDF: {said}") from error
    if not any(page.strip() for page in pages):
        raise Refused("no_text", f"{len(pages)} pages without text: a scan, perhaps")
    return "\n\n".join(joined(page) for page in pages if page.strip())


def joined(page: str) -> str:
    """The lines of a page as paragraphs separated by blank lines."""
    lines = [line.strip() for line in page.splitlines()]
    widths = [len(line) for line in lines if line]
    usual = median(widths) if widths else 0
    out: list[str] = []
    last = ""
    for line in lines:
        if line and out and last and not _is_last(last, line, usual):
            if _HYPHEN.search(out[-1]) and line[:1].islower():
                out[-1] = out[-1][:-1] + line
            else:
                out[-1] += f" {line}"
        elif line:
            out.append(line)
        last = line
    return "\n\n".join(out)


def _is_last(line: str, following: str, usual: float) -> bool:
    """Whether a line is the last of its paragraph."""
    return len(line) < SHORT * usual and (_ENDS.search(line) is not None or following[:1].isupper())
