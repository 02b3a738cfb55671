"""What is only served: the pages of the registry together with those that need the server."""

from __future__ import annotations

from dragoman.show.pages import about
from dragoman.show.pages.page import Page
from dragoman.show.pages.registry import PAGES
from dragoman.web.app import Action, Handler
from dragoman.web.pages import sql

_FIRST = next(at for at, page in enumerate(PAGES) if page is about.PAGE)
ALL: tuple[Page, ...] = (*PAGES[:_FIRST], sql.PAGE, *PAGES[_FIRST:])
"""Every page of the server, in the order of the navigation."""


def handlers() -> dict[str, Handler]:
    """What answers pages that need more than the reading room, by name."""
    return {sql.PAGE.name: sql.handler()}


def actions() -> dict[str, Action]:
    """What takes the forms of pages that change the record, by name."""
    return {}
