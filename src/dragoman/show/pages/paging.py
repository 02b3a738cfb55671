"""The part of a long list that a page shows: `?page=2` where it is served, the beginning else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.errors import UsageError
from dragoman.show.pages.page import Ask


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What is shown of a list: rows from `first` to `last`, counted from 0, `last` exclusive.

    Attributes:
        total: rows of the list. page, pages: from 1; an empty list has one page.
        cut: rows that are left out and have no page of their own.
    """

    first: int
    last: int
    total: int
    page: int
    pages: int
    cut: int


def part(ask: Ask, total: int, *, served: int, written: int, holding: int | None = None) -> Part:
    """The part of a list of `total` rows that is asked for.

    Args:
        ask: `page` in its query chooses; the last page stands for those behind it.
        total: rows of the list.
        served: rows of a served page. written: rows of a written page.
        holding: show the page that holds this row, unless `page` is given.

    Raises:
        UsageError: `page` is no whole number from 1.
    """
    if not ask.live:
        last = min(total, written)
        return Part(first=0, last=last, total=total, page=1, pages=1, cut=total - last)
    pages = max(-(-total // served), 1)
    asked = ask.query.get("page")
    page = _number(asked) if asked or holding is None else holding // served + 1
    page = min(page, pages)
    first = (page - 1) * served
    return Part(
        first=first, last=min(total, first + served), total=total, page=page, pages=pages, cut=0
    )


def one_of(ask: Ask, name: str, known: Iterable[str]) -> str | None:
    """A choice from the query; None where it is left open.

    Raises:
        UsageError: it is none of `known`.
    """
    value = ask.query.get(name)
    if not value or value in (options := list(known)):
        return value or None
    raise UsageError(f"{name}: unknown value {value!r}; choose one of {', '.join(options)}")


def _number(text: str | None) -> int:
    if not text:
        return 1
    if not (text.isascii() and text.isdigit()) or len(text) > 9 or int(text) < 1:
        raise UsageError(f"page: {text!r} is no page; give a whole number from 1")
    return int(text)
