"""Pages of faults: what was not found or not done, in the frame of the other pages."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.show.pages.page import Ask, Page, Shown
from dragoman.show.room import Room

NAMES = {
    400: "This cannot be answered",
    403: "Refused",
    404: "Not found",
    405: "Not a way to ask",
    409: "Not now",
    413: "Too large",
    414: "Address too long",
    415: "Not a form",
    500: "Something went wrong here",
    503: "Not now",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault(Shown):
    """The page: an HTTP status and the reason in plain words."""

    status: int
    reason: str


def fault(status: int, reason: str) -> Fault:
    """The page for a status."""
    return Fault(title=NAMES.get(status, "Not answered"), status=status, reason=reason)


def _nothing(room: Room, ask: Ask) -> None:
    """A fault has no address of its own."""


PAGE = Page(name="fault", view=_nothing, live=True)
