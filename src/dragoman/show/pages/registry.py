"""Every page, in the order of the navigation."""

from __future__ import annotations

from dragoman.show.pages import about, search
from dragoman.show.pages.page import Page

PAGES: tuple[Page, ...] = (search.PAGE, about.PAGE)


def page(name: str) -> Page | None:
    """The page of that name."""
    return next((one for one in PAGES if one.name == name), None)
