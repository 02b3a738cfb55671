"""Every page, in the order of the navigation."""

from __future__ import annotations

from dragoman.show.pages import about
from dragoman.show.pages.page import Page

PAGES: tuple[Page, ...] = (about.PAGE,)


def page(name: str) -> Page | None:
    """The page of that name."""
    return next((one for one in PAGES if one.name == name), None)
