"""Search: words anywhere in the record, narrowed by year, kind of act, country and publisher."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.errors import UsageError
from dragoman.show import search as searching
from dragoman.show import wording
from dragoman.show.card_words import FACETS
from dragoman.show.pages.common import FAMILIES, line, source
from dragoman.show.pages.page import Ask, Page, Shown
from dragoman.show.room import Room
from dragoman.show.search import Find, Finds, Term
from dragoman.show.snippets import Piece, Sought

ON_PAGE = 20
"""Finds on one page."""

QUOTES = 40
"""Tellings of an incident that are looked through for the words."""

KINDS = {"incident": "incidents", "report": "reports", "party": "parties"}
NAMES = {
    "kind": "What", "year": "Year", "quad": "Kind of act", "type": "PLOVER type", "act": "Act",
    "status": "How it is told", "country": "Country", "publisher": "Publisher",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One find: the page it leads to, its title and the words with their company.

    `meta` is one line about it: its day, its sources, its publisher.
    """

    page: str
    key: str
    title: tuple[Piece, ...]
    snippet: tuple[Piece, ...]
    when: str
    meta: str
    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A value of a facet: what it is called, how many finds have it, the search it leads to."""

    value: str
    label: str
    number: int
    is_chosen: bool
    query: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """Something that finds differ in, the most frequent values first."""

    name: str
    label: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Instead:
    """Another search that may be meant."""

    words: str
    query: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Search(Shown):
    """The page.

    Attributes:
        q: what was typed. chosen: values by facet.
        number: how many were found; with `is_cut` at least so many, and facets count the first.
        most: how many finds are looked at. without_words: whether no word was typed.
        hits: those of this page; `first` is the number of the first of them.
        page, pages: which page, and how many there are; earlier, later: the searches beside it.
        instead: searches to try where nothing was found.
    """

    q: str
    chosen: dict[str, str]
    number: int
    is_cut: bool
    most: int
    without_words: bool
    first: int
    hits: tuple[Hit, ...]
    page: int
    pages: int
    earlier: dict[str, str] | None
    later: dict[str, str] | None
    facets: tuple[Facet, ...]
    instead: tuple[Instead, ...]


def search(room: Room, ask: Ask) -> Search:
    """The page's data."""
    q = ask.query.get("q", "").strip()
    chosen = {name: ask.query[name] for name in FACETS if name in ask.query}
    wanted = searching.terms(q)
    found = searching.search(room, wanted, chosen)
    state = {**({"q": q} if q else {}), **chosen}
    pages = max(1, -(-len(found.finds) // ON_PAGE))
    page = min(_page(ask.query), pages)
    start = (page - 1) * ON_PAGE
    sought = Sought(
        (word for one in wanted if not one.is_unwanted for word in _whole(one)),
        (one.words[-1] for one in wanted if one.is_open and not one.is_unwanted),
    )
    return Search(
        title=f"Search: {q}" if q else "Search",
        q=q, chosen=chosen, number=found.number, is_cut=found.is_cut, most=searching.MOST,
        without_words=not wanted, first=start + 1,
        hits=tuple(_hit(room, one, sought) for one in found.finds[start : start + ON_PAGE]),
        page=page, pages=pages,
        earlier={**state, "page": str(page - 1)} if page > 1 else None,
        later={**state, "page": str(page + 1)} if page < pages else None,
        facets=_facets(room, found, state),
        instead=() if found.number else _instead(room, wanted, q, chosen),
    )  # fmt: skip


def _page(query: Mapping[str, str]) -> int:
    text = query.get("page", "1")
    if not (text.isascii() and text.isdigit() and 0 < int(text[:9]) < 10**6):
        raise UsageError("page: expected a number from 1 on")
    return int(text)


def _whole(term: Term) -> tuple[str, ...]:
    return term.words[:-1] if term.is_open else term.words


def _hit(room: Room, find: Find, sought: Sought) -> Hit:
    make = {"incident": _incident, "report": _report, "party": _party}[find.kind]
    return make(room, find.key, sought)


def _incident(room: Room, key: str, sought: Sought) -> Hit:
    row = room.incident(key) or {}
    shown = line(row)
    query = "select row ->> 'quote' from events where incident = ? order by report, start limit ?"
    quotes = [str(text) for (text,) in room.select(query, key, QUOTES)]
    words = next((one for one in quotes if sought.is_in(one)), quotes[0] if quotes else "")
    return Hit(
        page="incident", key=key, title=sought.pieces(shown.sentence, 400),
        snippet=sought.pieces(words), when=shown.when, status=shown.status,
        meta=wording.count(shown.sources, "source"),
    )  # fmt: skip


def _report(room: Room, key: str, sought: Sought) -> Hit:
    row = room.report(key) or {}
    cited = source(row)
    return Hit(
        page="report", key=key, title=sought.pieces(cited.title, 400),
        snippet=sought.pieces(_body(room.text(key) or "", row["title"])),
        when=cited.published or "date not known",
        meta=f"report, {cited.name}, {wording.count(row['tellings'], 'telling')}",
    )  # fmt: skip


def _body(text: str, title: str | None) -> str:
    """The text behind its title, which is its first paragraph."""
    return text.removeprefix(title).lstrip() if title else text


def _party(room: Room, key: str, sought: Sought) -> Hit:
    row = room.party(key) or {}
    number = int(room.value("select incidents from parties where id = ?", key))
    called = [name for name in row["called"] or () if name != row["name"]]
    words = "also called " + ", ".join(called) if called else ""
    return Hit(
        page="party", key=key, title=sought.pieces(row["name"], 400),
        snippet=sought.pieces(words) if words else (), when=row["kind"],
        meta=f"in {wording.count(number, 'incident')}",
    )  # fmt: skip


def _facets(room: Room, found: Finds, state: Mapping[str, str]) -> tuple[Facet, ...]:
    facets = []
    for name in FACETS:
        counted = {one.value: one.number for one in found.counts if one.facet == name}
        if name in state and state[name] not in counted:
            counted[state[name]] = 0
        if counted:
            values = tuple(_value(room, name, *one, state) for one in counted.items())
            facets.append(Facet(name=name, label=NAMES[name], values=values))
    return tuple(facets)


def _value(room: Room, name: str, value: str, number: int, state: Mapping[str, str]) -> Value:
    is_chosen = state.get(name) == value
    others = {key: one for key, one in state.items() if key != name}
    return Value(
        value=value, label=_label(room, name, value), number=number, is_chosen=is_chosen,
        query=others if is_chosen else {**others, name: value},
    )  # fmt: skip


def _label(room: Room, name: str, value: str) -> str:
    if name == "country":
        return room.names.get(value, value)
    if name == "kind":
        return KINDS.get(value, value)
    if name == "act":
        return value.replace("_", " ")
    if name == "quad":
        return FAMILIES.get(int(value), value) if value.isdecimal() else value
    if name == "status":
        return wording.of(wording.STATUS, value) or "as fact"
    return value


def _instead(
    room: Room, wanted: tuple[Term, ...], q: str, chosen: Mapping[str, str]
) -> tuple[Instead, ...]:
    found = []
    near = searching.likenesses(room, wanted)
    if near:
        words = " ".join(_typed(one, near) for one in wanted)
        found.append(Instead(words=words, query={"q": words, **chosen}))
    if chosen and wanted and searching.search(room, wanted, {}).number:
        found.append(Instead(words=f"{q}, anywhere", query={"q": q}))
    return tuple(found)


def _typed(term: Term, near: Mapping[str, str]) -> str:
    """A term as it would be typed, with words put right."""
    words = " ".join(near.get(word, word) for word in term.words)
    quoted = f'"{words}"' if len(term.words) > 1 else words
    return ("-" if term.is_unwanted else "") + quoted + ("*" if term.is_open else "")


PAGE = Page(name="search", view=search, label="Search", live=True)
