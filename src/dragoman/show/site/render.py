"""A page's data as HTML: every expression is escaped, and cleared of hidden characters first.

A page template is the inside of `<main>`; `layout.html` makes a document of it, `single.html` a
section of the one file. Templates get `page` (the data), `to` and `here` (addresses), `room` for
nothing but titles, and the macros of templates/pages/common.html.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dragoman import __version__
from dragoman.show.pages.common import FAMILIES
from dragoman.show.pages.page import Page, Shown
from dragoman.show.pages.registry import PAGES
from dragoman.show.site.links import HOME, Links
from dragoman.show.visible import visible, web_link

STYLES = "site.css"
SCRIPT = "site.js"
_TURNING = re.compile("[\u0590-\u1fff\u2028-\u20cf\u2c00-\U0010ffff]")
"""All but Latin, Greek, Cyrillic, Armenian and common signs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands round a page.

    Attributes:
        story: the record's title. note: a sentence about it.
        live: whether it is served; what only a server can do is then shown.
        single: whether all pages stand in one file, where nothing need be told twice.
        navigation: (page, label) in order.
        token: of the forms of a served page, against requests from other sites.
        snapshot: which snapshot of the record a served page shows.
    """

    story: str
    note: str | None = None
    live: bool = False
    single: bool = False
    navigation: tuple[tuple[str, str], ...] = ()
    token: str | None = None
    snapshot: str | None = None


def navigation(*, live: bool, pages: Sequence[Page] = PAGES) -> tuple[tuple[str, str], ...]:
    """The pages of the navigation as (name, label)."""
    return tuple((one.name, one.label) for one in pages if one.label and (live or not one.live))


def fragment(page: Page, shown: Shown, links: Links, frame: Frame) -> str:
    """The inside of a page."""
    template = environment().get_template(f"pages/{page.name}.html")
    return template.render(page=shown, to=links.to, here=links.here, frame=frame)


def document(page: Page, shown: Shown, links: Links, frame: Frame) -> str:
    """A page as a document of its own, served or in a folder."""
    template = environment().get_template("site/layout.html")
    # The fragment was escaped where it was made.
    inside = Markup(fragment(page, shown, links, frame))
    return template.render(
        page=shown, name=page.name, inside=inside, to=links.to, here=links.here,
        asset=links.asset, frame=frame, version=__version__, home=HOME,
    )  # fmt: skip


def one_file(sections: Sequence[tuple[str, str]], frame: Frame, links: Links) -> str:
    """All pages in one document; `sections`: id and inside of each."""
    template = environment().get_template("site/single.html")
    made = [(name, Markup(inside)) for name, inside in sections]
    return template.render(
        sections=made, frame=frame, to=links.to, version=__version__, home=HOME,
        styles=Markup(styles()), script=Markup(script()), hashes=_hashes(),
    )  # fmt: skip


@lru_cache(maxsize=1)
def styles() -> str:
    """Every style sheet as one."""
    return _joined("css", ".css")


@lru_cache(maxsize=1)
def script() -> str:
    """Every script as one."""
    return _joined("js", ".js")


@lru_cache(maxsize=1)
def digest() -> str:
    """A digest of all that pages are made with but their data: templates, style and script."""
    made = hashlib.sha256()
    for name in sorted(environment().list_templates()):
        made.update(name.encode())
        made.update((files("dragoman.show") / "templates" / name).read_bytes())
    return made.hexdigest()


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates."""
    made = Environment(
        loader=PackageLoader("dragoman.show"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=clear,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    made.globals["web_link"] = web_link
    made.globals["families"] = FAMILIES
    made.tests["turning"] = is_turning
    made.filters["lines"] = lines
    made.filters["tojson_text"] = partial(json.dumps, ensure_ascii=False)
    return made


def clear(value: Any) -> Any:
    """Text without hidden characters; markup made by a macro of ours passes as it is."""
    return visible(value) if type(value) is str else value


def is_turning(text: object) -> bool:
    """Whether letters from right to left, or unknown ones, may stand in a text."""
    return not str(text).isascii() and _TURNING.search(str(text)) is not None


def lines(text: str) -> Markup:
    """Text of several lines, as it stands in a text area: escaped, each line cleared."""
    return Markup("\n").join(visible(line) for line in text.split("\n"))


def _joined(folder: str, end: str) -> str:
    """The files of a template folder, base.* first, then by name."""
    found = sorted(
        (file for file in (files("dragoman.show") / "templates" / folder).iterdir()
         if file.name.endswith(end)),
        key=lambda file: (not file.name.startswith("base."), file.name),
    )  # fmt: skip
    return "\n".join(file.read_text(encoding="utf-8").strip() for file in found) + "\n"


def _hashes() -> Mapping[str, str]:
    """The digests of style and script for the policy of the one file."""

    def policy(text: str) -> str:
        return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

    return {"style": policy(f"\n{styles()}"), "script": policy(f"\n{script()}")}
