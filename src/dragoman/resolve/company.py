"""What readers of phrases ask of the cast of a report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from dragoman.resolve.nominals import Nominals
from dragoman.resolve.offices import Saying
from dragoman.resolve.person import Person
from dragoman.resolve.resolved import Resolved
from dragoman.resolve.titles import Titles


class Company(Protocol):
    """The parties of one report and what its words say of them."""

    @property
    def said(self) -> Sequence[Saying]:
        """What the report says of offices."""

    def head(self, s: int, i: int) -> tuple[Resolved, ...]:
        """What the phrase headed by a token means."""

    def titles(self, s: int) -> Titles:
        """The reader of titles of a sentence."""

    def nominals(self, s: int) -> Nominals:
        """The reader of noun phrases of a sentence."""

    def person(self, person: Person, why: str) -> Resolved:
        """A person of the report as a party."""

    def country_of_saying(self, saying: Saying) -> str | None:
        """The state of the office that is said."""
