"""What a request must keep to before anything answers it, and what every answer carries.

The server stands on the user's own machine, where other sites' pages can reach it too: through a
name that they point at it (DNS rebinding), through forms and images (cross-site requests). So:

- the Host must be an address or a name that this server goes by;
- what another site's page asks for is refused, unless it is a plain link that somebody followed;
- what changes anything is a POST with Sec-Fetch-Site or Origin of this site, and the token of this
  start in the form;
- address, headers, body and number of choices have limits;
- every answer carries a policy under which nothing runs but the server's own script.

Source: shared rules for servers in docs/howto-engineer.md, "What limits hold".
"""

from __future__ import annotations

import hmac
import ipaddress
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

URL_BYTES = 8 << 10
BODY_BYTES = 1 << 20
CHOICES = 50
"""Bytes of an address and of a form, and choices in a query string or fields in a form."""

METHODS = ("GET", "HEAD", "POST")
TOKEN = "token"
"""Name of the form field that holds the token."""

HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
"""Stand on every answer."""


class RefusedError(Exception):
    """A request that is not answered as asked: an HTTP status and the reason in plain words."""

    def __init__(self, status: int, reason: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(reason)
        self.status, self.reason, self.headers = status, reason, dict(headers or {})


@dataclass(frozen=True, kw_only=True)
class Policy:
    """Whom the server answers.

    Attributes:
        host: the address it listens on. names: further host names that it goes by.
        token: in the forms of this start's pages.
    """

    host: str = "127.0.0.1"
    names: frozenset[str] = frozenset()
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    def is_ours(self, host: str) -> bool:
        """Whether a Host header names this server; the port may be any, as behind a proxy.

        An address in digits cannot be pointed elsewhere by a name server, so any will do where the
        server listens on more than the loopback.
        """
        name = _host_name(host)
        if name is None:
            return False
        if name in self.names or name in ("localhost", self.host):
            return True
        address = _address(name)
        if address is None:
            return False
        return address.is_loopback or not is_loopback(self.host)

    def check_form(self, request: Request, form: Mapping[str, str]) -> None:
        """Let a POST through only when a page of this site and of this start sent it.

        Raises:
            RefusedError: another site may have sent it, or it is from before a restart.
        """
        site = request.headers.get("sec-fetch-site")
        if site is not None:
            is_own = site in ("same-origin", "none")
        else:
            origin = request.headers.get("origin", "")
            is_own = bool(origin) and urlsplit(origin).netloc == request.headers.get("host")
        if not is_own:
            raise RefusedError(403, "Another site sent this form; nothing was changed.")
        if not hmac.compare_digest(form.get(TOKEN, "").encode(), self.token.encode()):
            raise RefusedError(
                403, "This page is from before the server was started. Load it again and repeat."
            )


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches a server that listens on `host`."""
    address = _address(host)
    return host == "localhost" if address is None else address.is_loopback


def is_cross_site(headers: Headers) -> bool:
    """Whether the browser says that a page of another site asked."""
    return headers.get("sec-fetch-site") in ("cross-site", "same-site")


async def form_of(request: Request) -> dict[str, str]:
    """The fields of a form, each name once.

    Raises:
        RefusedError: not a form, too large, not UTF-8, or a name twice.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().casefold()
    if kind != "application/x-www-form-urlencoded":
        raise RefusedError(415, "Expected a form (application/x-www-form-urlencoded).")
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > BODY_BYTES:
            raise RefusedError(413, f"A form may have {BODY_BYTES >> 20} MiB, not more.")
    return choices_of(bytes(body), CHOICES)


def choices_of(encoded: bytes, most: int = CHOICES) -> dict[str, str]:
    """The choices of a query string or form, each name once; empty ones are left out.

    Raises:
        RefusedError: too many, not UTF-8, or one name with two values.
    """
    try:
        pairs = parse_qsl(encoded.decode("ascii"), errors="strict", max_num_fields=most)
    except ValueError as error:
        raise RefusedError(
            400, f"The choices cannot be read: at most {most}, in UTF-8, percent-encoded."
        ) from error
    found = dict(pairs)
    if len(found) != len(pairs):
        raise RefusedError(400, "A choice is given twice; give each name once.")
    return found


class Guard:
    """Stands before the application: refuses what no page should see, adds the headers."""

    def __init__(self, app: ASGIApp, policy: Policy) -> None:
        self._app = app
        self._policy = policy

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer or refuse one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        # The application answers refusals too, so that they look like its other pages.
        scope["refused"] = self._refusal(scope)
        await self._app(scope, receive, sent)

    def _refusal(self, scope: Scope) -> RefusedError | None:
        headers = Headers(scope=scope)
        if len(headers.getlist("host")) != 1 or not self._policy.is_ours(headers["host"]):
            return RefusedError(400, "This server does not go by that name. Ask for its address.")
        if scope["method"] not in METHODS:
            return RefusedError(405, "Only GET, HEAD and POST.", {"allow": ", ".join(METHODS)})
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > URL_BYTES:
            return RefusedError(414, f"An address may have {URL_BYTES >> 10} kB, not more.")
        if _number(headers.get("content-length")) > BODY_BYTES:
            return RefusedError(413, f"A form may have {BODY_BYTES >> 20} MiB, not more.")
        is_link = headers.get("sec-fetch-mode") == "navigate" and scope["method"] == "GET"
        is_link = is_link and headers.get("sec-fetch-dest") == "document"
        if is_cross_site(headers) and not is_link and scope["method"] != "POST":
            return RefusedError(403, "Another site's page may link here, not fetch from here.")
        return None


def names(given: Iterable[str]) -> frozenset[str]:
    """Host names as they are compared."""
    return frozenset(one.strip().rstrip(".").casefold() for one in given)


def _host_name(host: str) -> str | None:
    """The name in a Host header without its port; None when it is none."""
    if any(sign in host for sign in "/@\\?# \t,"):
        return None
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port
    except ValueError:
        return None
    return parts.hostname.rstrip(".") if parts.hostname else None


def _address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return None


def _number(text: str | None) -> int:
    return int(text) if text is not None and text.isascii() and text.isdigit() else 0
