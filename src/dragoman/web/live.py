"""What is only served: the pages of the registry together with those that need the server."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.show.pages.page import Page
from dragoman.show.pages.registry import PAGES
from dragoman.web.app import Action, Handler

ALL: tuple[Page, ...] = PAGES
"""Every page of the server, in the order of the navigation."""

HANDLERS: Mapping[str, Handler] = {}
ACTIONS: Mapping[str, Action] = {}
