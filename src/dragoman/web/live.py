"""What is only served: the pages of the registry together with those that need the server."""

from __future__ import annotations

from pathlib import Path

from dragoman.show.pages import about, review
from dragoman.show.pages.page import Page
from dragoman.show.pages.registry import PAGES
from dragoman.web import download
from dragoman.web.app import Action, Handler
from dragoman.web.pages import export, sql
from dragoman.web.review import take


def pages(record: Path) -> tuple[Page, ...]:
    """Every page of a record's server, in the order of the navigation."""
    first = next(at for at, page in enumerate(PAGES) if page is about.PAGE)
    return (*PAGES[:first], export.page(record), sql.PAGE, *PAGES[first:])


def handlers() -> dict[str, Handler]:
    """What answers pages that need more than the reading room, by name."""
    return {sql.PAGE.name: sql.handler(), download.NAME: download.handler()}


def actions() -> dict[str, Action]:
    """What takes the forms of pages that change the record, by name."""
    return {review.PAGE.name: take}
