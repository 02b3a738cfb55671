"""The same markup in fewer bytes, for the one file: what HTML lets one leave out is left out.

Works on fragments that our templates made and escaped: no quotation mark and no less-than sign of a
text stands in them, so what looks like a tag is one.

Source: the HTML Standard, section 13.1.2, on optional tags and on attributes without quotes.
"""

from __future__ import annotations

import re

_TAG = re.compile(r"<[a-z][^<>]*>")
_QUOTED = re.compile(r'(?<= )([a-z][a-z-]*)="([A-Za-z0-9_#.-]+)"(?=[ >])')
_EMPTY = re.compile(r"></(?:path|circle|rect|line|use|ellipse|polygon|polyline)>")
_ENDS = re.compile(r"\s*</(?:li|dt|dd|td|th|tr|tbody|option)>\s*(?=<)")
_PARAGRAPH = re.compile(
    r"\s*</p>\s*(?=<(?:p|ul|ol|dl|div|h[1-6]|details|table|section|nav|form|figure|article"
    r"|/li|/div|/section|/details|/td|/article)[ >])"
)
_SAID_TWICE = re.compile(r' aria-label="([^"]*)"((?: [a-z-]+="[^"]*")*)><title>\1</title>')
_BETWEEN = re.compile(r"\s*\n\s*")


def tight(markup: str) -> str:
    """`markup` without optional end tags, needless quotation marks and empty lines.

    A browser builds the same page from both, but for blanks at the ends of lines. A name that is
    also the title of a link in a drawing is said once.
    """
    markup = _SAID_TWICE.sub(r"\2><title>\1</title>", markup)
    markup = _EMPTY.sub("/>", markup)
    markup = _BETWEEN.sub("\n", markup)
    # An end tag goes before the one that stands round it: <li><p>…</p></li>.
    markup = _PARAGRAPH.sub("\n", markup)
    markup = _ENDS.sub("\n", markup)
    markup = _PARAGRAPH.sub("\n", markup)
    return _TAG.sub(lambda tag: _QUOTED.sub(r"\1=\2", tag[0]), markup).strip()
