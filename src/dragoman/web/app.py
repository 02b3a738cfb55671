"""The site as an ASGI application: every page at its address, as HTML and as JSON.

    /                      the first page            /story.json
    /incident/KEY          a page about something    /incident/KEY.json
    /assets/VERSION/...    style and script          /healthz   which snapshot is shown

Pages are the view functions of `show.pages`; `Handler`s answer where a page needs more than the
reading room (the SQL window, downloads); `Action`s take what a page's form sends.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import anyio.to_thread
from anyio import CapacityLimiter, Lock
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from dragoman.errors import RecordLockedError, UsageError
from dragoman.show.pages.page import Ask, Page, Shown
from dragoman.show.site.links import HOME
from dragoman.web import security
from dragoman.web.answers import Answers
from dragoman.web.kept import Kept
from dragoman.web.rooms import ROOMS, Edition, Rooms, TooLongError
from dragoman.web.security import Guard, Policy, RefusedError

NOT_NOW = {"retry-after": "5"}
ASSETS, HEALTH = "assets", "healthz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a request asks for.

    Attributes:
        name, key: of the page. choices: from the query string.
        as_json: whether the address ends in .json.
        is_own: whether a page of this site, or the user, asked; False for links on other sites.
    """

    name: str
    key: str | None
    choices: Mapping[str, str]
    as_json: bool
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The page to go on to after a form was taken."""

    page: str
    key: str | None = None
    anchor: str | None = None
    query: Mapping[str, object] | None = None


Handler = Callable[["Site", Asked], Awaitable[Response]]
Action = Callable[[Path, Mapping[str, str]], Target]
"""Takes the record's folder and a form's fields, changes the record, says where to go on."""


class Site:
    """Answers requests from the rooms of a record."""

    def __init__(
        self,
        rooms: Rooms,
        policy: Policy,
        *,
        title: str,
        pages: Sequence[Page],
        handlers: Mapping[str, Handler],
        actions: Mapping[str, Action],
    ) -> None:
        self.rooms, self.policy = rooms, policy
        self.answers = Answers(title=title, pages=pages, token=policy.token)
        self._pages = {page.name: page for page in pages}
        self._handlers, self._actions = handlers, actions
        self._threads = CapacityLimiter(ROOMS)
        self._kept = Kept()
        self._turns: dict[Hashable, Lock] = {}

    async def answer(self, request: Request) -> Response:
        """The answer to one request."""
        refused: RefusedError | None = request.scope["refused"]
        if refused is not None:
            raise refused
        asked = _asked(request)
        if request.method == "POST":
            return await self._taken(request, asked)
        if asked.name == ASSETS:
            return self.answers.asset(asked.key or "", request)
        if asked.name == HEALTH and asked.key is None:
            return self._health()
        if asked.name in self._handlers:
            return await self._handlers[asked.name](self, asked)
        if asked.key is not None:
            return await self.run(self._page, asked, request)
        # Pages of the whole record take long: who asks for the same one waits for the first.
        name = _name(asked)
        turn = self._turns.setdefault(name, Lock())
        try:
            async with turn:
                return await self.run(self._page, asked, request)
        finally:
            if not turn.locked():
                self._turns.pop(name, None)

    async def run(self, work: Callable[..., Response], *given: object) -> Response:
        """Do `work` in one of the threads that answer."""
        return await anyio.to_thread.run_sync(partial(work, *given), limiter=self._threads)

    def shown(self, asked: Asked, edition: Edition) -> tuple[Page, Shown]:
        """A page's data.

        Raises:
            RefusedError: there is no such page.
        """
        page = self._page_of(asked)
        with edition.room() as room:
            shown = page.view(room, Ask(key=asked.key, query=asked.choices, live=True))
        if shown is None:
            raise RefusedError(404, f"There is no such {page.name} in this record.")
        return page, shown

    def _page(self, asked: Asked, request: Request) -> Response:
        with self.rooms.edition() as edition:
            page = self._page_of(asked)
            tag = None if page.live else self.answers.tag(edition, as_json=asked.as_json)
            if tag is not None and self.answers.is_held(request, tag):
                return self.answers.unchanged(tag)
            which = (tag, *_name(asked))
            body = None if tag is None else self._kept.get(which)
            if tag is not None and body is not None:
                return self.answers.again(body, tag, as_json=asked.as_json)
            now = self._now(asked, edition)
            if now is not None:
                return self.answers.moved(Target(page=asked.name, key=now), as_json=asked.as_json)
            page, shown = self.shown(asked, edition)
            made = self.answers.page(page, shown, edition, as_json=asked.as_json, tag=tag)
            if tag is not None:
                self._kept.put(which, bytes(made.body))
            return made

    def _now(self, asked: Asked, edition: Edition) -> str | None:
        """The id that an incident has now, where it is asked for by one that it had before."""
        if asked.name != "incident" or asked.key is None:
            return None
        with edition.room() as room:
            return room.incident_now(asked.key)

    def _page_of(self, asked: Asked) -> Page:
        page = self._pages.get(asked.name)
        if page is None or (asked.key is not None and not page.has_keys):
            raise RefusedError(404, "Nothing has this address.")
        return page

    async def _taken(self, request: Request, asked: Asked) -> Response:
        """What becomes of a form: the page to go on to."""
        action = self._actions.get(asked.name)
        if action is None:
            raise RefusedError(405, "This page takes no forms.", {"allow": "GET, HEAD"})
        form = await security.form_of(request)
        self.policy.check_form(request, form)
        given = {name: value for name, value in form.items() if name != security.TOKEN}
        return await self.run(self._done, action, given, asked.as_json)

    def _done(self, action: Action, form: Mapping[str, str], as_json: bool) -> Response:
        target = action(self.rooms.record, form)
        # Whoever changed the record sees it changed on the page that follows.
        self.rooms.renew()
        return self.answers.go_on(target, as_json=as_json)

    def _health(self) -> Response:
        with self.rooms.edition() as edition:
            return self.answers.json(
                {
                    "snapshot": edition.name, "digest": edition.digest,
                    "behind": self.rooms.is_behind(), "trouble": self.rooms.trouble,
                }
            )  # fmt: skip

    async def refused(self, request: Request, error: Exception) -> Response:
        """The page of a fault; what was typed wrong is said, everything else in fixed words."""
        status, reason, headers = _reason(error)
        asked_json = request.url.path.endswith(".json") or "application/json" in (
            request.headers.get("accept", "")
        )
        return self.answers.fault(status, reason, headers, as_json=asked_json)


def application(
    rooms: Rooms,
    policy: Policy,
    *,
    title: str,
    pages: Sequence[Page],
    handlers: Mapping[str, Handler] | None = None,
    actions: Mapping[str, Action] | None = None,
) -> ASGIApp:
    """The site of a record.

    Args:
        rooms: of the record. policy: whom to answer.
        title: the record's.
        pages: in the order of the navigation.
        handlers: by page name, for pages that need more than a reading room.
        actions: by page name, for pages whose forms change the record.
    """
    site = Site(
        rooms, policy, title=title, pages=pages, handlers=handlers or {}, actions=actions or {}
    )
    kinds = (
        RefusedError, UsageError, RecordLockedError, TooLongError, HTTPException, Exception
    )  # fmt: skip
    app = Starlette(
        routes=[Route("/{path:path}", site.answer, methods=list(security.METHODS))],
        exception_handlers={kind: site.refused for kind in kinds},
    )
    # Outermost, so that pages of faults of ours carry the headers too.
    return Guard(app, policy)


def _name(asked: Asked) -> tuple[Hashable, ...]:
    """What an answer is the answer to."""
    return asked.name, asked.key, asked.as_json, tuple(sorted(asked.choices.items()))


def _asked(request: Request) -> Asked:
    path = request.scope["path"].removeprefix("/")
    as_json = path.endswith(".json") and not path.startswith(f"{ASSETS}/")
    name, slash, key = path.removesuffix(".json" if as_json else "").partition("/")
    return Asked(
        name=name if path else HOME,
        key=key if slash else None,
        choices=security.choices_of(request.scope["query_string"]),
        as_json=as_json,
        is_own=not security.is_cross_site(request.headers),
    )


def _reason(error: Exception) -> tuple[int, str, Mapping[str, str]]:
    if isinstance(error, RefusedError):
        return error.status, error.reason, error.headers
    if isinstance(error, UsageError):
        return 400, str(error), {}
    if isinstance(error, RecordLockedError):
        return 409, "A run is writing into the record; repeat when it has finished.", NOT_NOW
    if isinstance(error, TooLongError):
        return 503, f"This was stopped: {error}. Ask for less.", NOT_NOW
    if isinstance(error, HTTPException):
        return error.status_code, "This way of asking is not known here.", error.headers or {}
    return 500, "This is a fault of the program; its log says more.", {}
