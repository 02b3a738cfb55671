"""Answers as bytes with their headers: pages, their JSON, style and script, faults."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import Response

from dragoman import __version__
from dragoman.show.pages.page import Page, Shown, plain
from dragoman.show.site import render
from dragoman.show.site.links import Served
from dragoman.web import faults
from dragoman.web.rooms import Edition
from dragoman.web.security import RefusedError

if TYPE_CHECKING:
    from dragoman.web.app import Target

FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
KEEP_NOT = "no-store"
JSON = "application/json"
HTML = "text/html; charset=utf-8"


class Answers:
    """Makes the answers of one server."""

    def __init__(self, *, title: str, pages: Sequence[Page], token: str) -> None:
        self._title, self._token = title, token
        self._navigation = render.navigation(live=True, pages=pages)
        styles, script = render.styles().encode(), render.script().encode()
        self._assets = {
            render.STYLES: (styles, "text/css; charset=utf-8"),
            render.SCRIPT: (script, "text/javascript; charset=utf-8"),
        }
        self._version = hashlib.sha256(styles + b"\0" + script).hexdigest()[:16]
        made_by = "\0".join((__version__, render.digest(), title, repr(self._navigation)))
        self._program = hashlib.sha256(made_by.encode()).hexdigest()
        self._links = Served(self._version)

    def page(
        self, page: Page, shown: Shown, edition: Edition | None, *, as_json: bool, tag: str | None,
        status: int = 200, headers: Mapping[str, str] | None = None,
    ) -> Response:  # fmt: skip
        """A page; with a `tag` it may be kept and asked for again, else not kept."""
        said = {"cache-control": KEEP_NOT, **(headers or {})} if tag is None else _kept(tag)
        if as_json:
            return self.json(plain(shown), status=status, headers=said)
        text = render.document(page, shown, self._links, self._frame(page, edition))
        return Response(text.encode("utf-8", "replace"), status, headers=said, media_type=HTML)

    def again(self, body: bytes, tag: str, *, as_json: bool) -> Response:
        """A page that was made before."""
        return Response(body, headers=_kept(tag), media_type=JSON if as_json else HTML)

    def json(
        self, value: Any, *, status: int = 200, headers: Mapping[str, str] | None = None
    ) -> Response:
        """Data as JSON."""
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        said = {"cache-control": KEEP_NOT, **(headers or {})}
        return Response(text.encode("utf-8", "replace"), status, headers=said, media_type=JSON)

    def fault(
        self, status: int, reason: str, headers: Mapping[str, str], *, as_json: bool
    ) -> Response:
        """Why a request is not answered."""
        if as_json:
            return self.json(
                {"error": {"status": status, "reason": reason}}, status=status, headers=headers
            )
        shown = faults.fault(status, reason)
        return self.page(
            faults.PAGE, shown, None, as_json=False, tag=None, status=status, headers=headers
        )

    def go_on(self, target: Target, *, as_json: bool) -> Response:
        """What follows a form: another page of this site."""
        address = self._links.to(target.page, target.key, target.anchor, target.query)
        if as_json:
            return self.json({"next": address})
        return Response(status_code=303, headers={"location": address, "cache-control": KEEP_NOT})

    def moved(self, target: Target, *, as_json: bool) -> Response:
        """Something has another address now."""
        address = self._links.to(target.page, target.key) + (".json" if as_json else "")
        return Response(status_code=307, headers={"location": address, "cache-control": ASK_AGAIN})

    def asset(self, name: str, request: Request) -> Response:
        """Style or script; under the address with the right version it never changes.

        Raises:
            RefusedError: there is none of that name.
        """
        version, slash, file = name.rpartition("/")
        found = self._assets.get(file)
        if found is None or (slash and version != self._version):
            raise RefusedError(404, "Nothing has this address.")
        tag = f'"{self._version}"'
        if self.is_held(request, tag):
            return self.unchanged(tag)
        keep = FOR_EVER if slash else ASK_AGAIN
        return Response(found[0], headers={"etag": tag, "cache-control": keep}, media_type=found[1])

    def tag(self, edition: Edition, *, as_json: bool) -> str:
        """The ETag of a page: it follows from the snapshot and the program."""
        parts = (self._program, edition.digest, "json" if as_json else "html")
        return f'"{hashlib.sha256("".join(parts).encode()).hexdigest()[:24]}"'

    def is_held(self, request: Request, tag: str) -> bool:
        """Whether the asker has the answer of that ETag."""
        held = request.headers.get("if-none-match", "")
        return tag in [one.strip().removeprefix("W/") for one in held.split(",")]

    def unchanged(self, tag: str) -> Response:
        """The asker's copy is still right."""
        return Response(status_code=304, headers=_kept(tag))

    def _frame(self, page: Page, edition: Edition | None) -> render.Frame:
        return render.Frame(
            story=self._title,
            live=True,
            navigation=self._navigation,
            token=self._token if page.live else None,
            snapshot=None if edition is None else f"{edition.name} ({edition.digest[:12]})",
        )


def _kept(tag: str) -> dict[str, str]:
    return {"etag": tag, "cache-control": ASK_AGAIN}
