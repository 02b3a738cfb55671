"""Text from reports made harmless in each language that a format writes.

Everything a person looks at goes through `show.visible` first: control and bidirectional characters
stand there as their code point, and a text is one line, so no line of a format can be forged.
"""

from __future__ import annotations

import html
import re

from dragoman.show.visible import visible
from dragoman.store.export import FORMULA

SPREADSHEET = (*FORMULA, "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the start of a formula, the wide forms of East Asian ones too."""

_LATEX = {
    # BibTeX counts braces, those behind a backslash too: only whole pairs may stand in a field.
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_LATEX_SPECIAL = re.compile(r"[\\{}$&#%_~^]")
_MARKDOWN_SPECIAL = re.compile(
    r"(?P<punctuation>[\\`*_{}\[\]#])|[<>&~|^$@]|%(?=%)|=(?==)|:(?=//)|(?<=www)\.", re.IGNORECASE
)
_CALENDAR_SPECIAL = re.compile(r"[\\;,]")


def markup(text: str) -> str:
    """`text` for HTML and XML, in an element or a quoted attribute."""
    return html.escape(visible(text))


def latex(text: str) -> str:
    """`text` for a field of a BibTeX file."""
    return _LATEX_SPECIAL.sub(lambda found: _LATEX[found[0]], visible(text))


def markdown(text: str) -> str:
    """`text` for the inside of a line of Markdown: no markup, no HTML and no link comes of it.

    Backslashes stand where every dialect takes them; what only some dialects give a meaning is a
    character reference, which all of them read.
    """
    return _MARKDOWN_SPECIAL.sub(_in_markdown, visible(text))


def _in_markdown(found: re.Match[str]) -> str:
    return f"\\{found[0]}" if found["punctuation"] else f"&#{ord(found[0])};"


def calendar(*lines: str) -> str:
    """One line, or several, as a TEXT value of iCalendar (RFC 5545, 3.3.11)."""
    return r"\n".join(_CALENDAR_SPECIAL.sub(r"\\\g<0>", visible(line)) for line in lines)


def cell(text: str) -> str:
    """`text` for a spreadsheet: what would run as a formula gets a quote mark in front."""
    shown = visible(text)
    is_formula = text.startswith(SPREADSHEET) or shown.lstrip().startswith(SPREADSHEET)
    return f"'{shown}" if is_formula else shown
