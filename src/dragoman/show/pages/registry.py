"""Every page, in the order of the navigation."""

from __future__ import annotations

from dragoman.show.pages import (
    about,
    disagreements,
    incident,
    map,
    network,
    pair,
    parties,
    party,
    relations,
    report,
    reports,
    review,
    search,
    story,
)
from dragoman.show.pages.page import Page

PAGES: tuple[Page, ...] = (
    story.PAGE,
    disagreements.PAGE,
    relations.PAGE,
    pair.PAGE,
    map.PAGE,
    network.PAGE,
    parties.PAGE,
    party.PAGE,
    reports.PAGE,
    report.PAGE,
    incident.PAGE,
    search.PAGE,
    review.PAGE,
    about.PAGE,
)


def page(name: str) -> Page | None:
    """The page of that name."""
    return next((one for one in PAGES if one.name == name), None)
