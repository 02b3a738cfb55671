"""The page of a record as one static HTML file that needs nothing else to be read.

No script, no picture, no font and no style from elsewhere; a content security policy in the page
forbids them as well. Text from reports is hostile until shown otherwise: every expression of the
templates is escaped, and cleared of hidden characters before that (`show.visible`).
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from dragoman import __version__
from dragoman.show.compose import compose
from dragoman.show.cut import cut
from dragoman.show.page import Page
from dragoman.show.visible import visible
from dragoman.store.schema import EXPORTED
from dragoman.store.store import Store


def page_of(store: Store, *, title: str, names: Mapping[str, str], note: str | None = None) -> Page:
    """The page of a record, no longer than can be read; `names`: states by ISO 3166 alpha-3."""
    tables = {table: store.rows(table) for table in EXPORTED}
    return cut(compose(tables, title=title, names=names, note=note))


def render(page: Page) -> str:
    """The page as HTML."""
    return _environment().get_template("dossier.html").render(page=page, version=__version__)


def write(page: Page, path: Path) -> Path:
    """Write the page to `path`, whole or not at all, and return `path`; folders are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_text(render(page), encoding="utf-8", errors="replace")
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return path


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("dragoman.show"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_clear,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _clear(value: Any) -> Any:
    """Text without hidden characters; markup made by a macro of ours passes as it is."""
    return visible(value) if type(value) is str else value
