"""The Coder protocol: what every coder takes and returns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from dragoman.model.coding import EventMention
from dragoman.model.text import ParsedReport


class Coder(Protocol):
    """Finds tellings in a parsed report; looks nothing up, sets no dates and no identifiers."""

    name: str
    version: str

    def code(self, parsed: ParsedReport) -> Sequence[EventMention]:
        """The tellings of one report, in text order."""
        ...
