"""The limits of cleaning, and the reasons for which something is set aside by it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

REASONS: Mapping[str, str] = MappingProxyType(
    {
        "bad_date": "a date that is none, has two readings, lies in the future or before 1400",
        "bad_pdf": "a file that is no PDF, or is damaged",
        "dateline": "place, day and agency before the first words; the report itself is kept",
        "doubled": "a passage that stands in the report twice; one of the two is kept",
        "furniture": "words of the page, not of the report: credits, bylines, share lines, adverts",
        "locked": "a PDF that is locked by a password",
        "no_text": "nothing readable is left",
        "not_text": "more than 5 % of the characters are unreadable",
        "too_deep": "a page with more than 2,000 open tags at one place",
        "too_long": "a text of more than 200,000 characters, or a PDF of more than 500 pages",
        "too_many_attributes": "a page with more than 500 attributes in one tag",
        "too_many_tags": "a page with more than 60,000 tags",
    }
)
"""Every reason that cleaning gives, with its meaning."""

FATAL = (
    "bad_pdf",
    "locked",
    "no_text",
    "not_text",
    "too_deep",
    "too_long",
    "too_many_attributes",
    "too_many_tags",
)
"""The reasons for which the whole report is set aside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What cleaning puts up with.

    Attributes:
        text_characters: the longest text that is kept.
        html_depth: open tags at one place; html_attributes: attributes of one tag; html_tags: of
            one page, 60,000 of which take an extractor some 4 s.
        pdf_pages: pages of a PDF.
        bad_share: share of unreadable characters above which a content is no text.
        detect_language: look for the language where none is given.
    """

    text_characters: int = 200_000
    html_depth: int = 2_000
    html_attributes: int = 500
    html_tags: int = 60_000
    pdf_pages: int = 500
    bad_share: float = 0.05
    detect_language: bool = True


DEFAULT = Settings()


class Refused(Exception):
    """The whole report is set aside; `reason` is one of `FATAL`."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason, self.detail = reason, detail
