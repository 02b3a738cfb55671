"""A page cut to what a browser opens and a person reads; what is left out is said on the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.show.page import AsideGroup, Disagreement, Dyad, Entry, Page, Quote, Source, Year


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most of each kind on one page. Reports that the page cites are always listed."""

    entries: int = 2000
    quotes: int = 20
    conflicts: int = 500
    dyads: int = 50
    offices: int = 300
    reports: int = 1000
    aside: int = 300


DEFAULT = Limits()


def cut(page: Page, limits: Limits = DEFAULT) -> Page:
    """`page` within `limits`; links to what was left out are taken away with it."""
    entries = [entry for year in page.years for entry in year.entries][: limits.entries]
    anchors = {entry.anchor for entry in entries}
    conflicts = page.conflicts[: limits.conflicts]
    short = replace(
        page,
        years=_years(entries, frozenset(one.number for one in conflicts), limits.quotes),
        conflicts=tuple(_without_targets(one, anchors, limits.quotes) for one in conflicts),
        dyads=tuple(_linked(dyad, anchors) for dyad in page.dyads[: limits.dyads]),
        offices=page.offices[: limits.offices],
        aside=tuple(_shortened(group, limits.aside) for group in page.aside),
    )
    if len(page.sources) > limits.reports:
        cited = {source.number for source in _cited(short)}
        # A copy is listed with its original beside it.
        cited |= {one.copy_of for one in page.sources if one.number in cited and one.copy_of}
        short = replace(
            short, sources=tuple(source for source in page.sources if source.number in cited)
        )
    return replace(short, left_out=tuple(_left_out(page, short)))


def _years(entries: list[Entry], conflicts: frozenset[int], quotes: int) -> tuple[Year, ...]:
    years: dict[str, list[Entry]] = {}
    for entry in entries:
        kept = replace(
            entry,
            quotes=entry.quotes[:quotes],
            unquoted=len(entry.quotes[quotes:]),
            disputed=tuple(number for number in entry.disputed if number in conflicts),
        )
        years.setdefault(entry.year, []).append(kept)
    return tuple(Year(name=name, entries=tuple(group)) for name, group in years.items())


def _without_targets(one: Disagreement, anchors: set[str], quotes: int) -> Disagreement:
    return replace(
        one,
        entries=tuple(entry for entry in one.entries if entry[0] in anchors),
        sides=tuple(
            replace(side, quotes=side.quotes[:quotes], also=side.also[:quotes])
            for side in one.sides
        ),
    )


def _linked(dyad: Dyad, anchors: set[str]) -> Dyad:
    spells = (
        replace(spell, because=tuple(one for one in spell.because if one[0] in anchors))
        for spell in dyad.spells
    )
    return replace(dyad, spells=tuple(spells))


def _shortened(group: AsideGroup, most: int) -> AsideGroup:
    return replace(group, rows=group.rows[:most])


def _cited(page: Page) -> Iterator[Source]:
    """Every report that a quote or a side of the page names."""
    for quote in _quotes(page):
        if quote.source is not None:
            yield quote.source
    for conflict in page.conflicts:
        for side in conflict.sides:
            yield from side.also


def _quotes(page: Page) -> Iterator[Quote]:
    for year in page.years:
        for entry in year.entries:
            yield from entry.quotes
    for conflict in page.conflicts:
        for side in conflict.sides:
            yield from side.quotes
    for dyad in page.dyads:
        for spell in dyad.spells:
            yield from spell.quotes
    for office in page.offices:
        for holding in office.holdings:
            yield from holding.quotes


def _left_out(whole: Page, short: Page) -> Iterator[str]:
    sizes = (
        ("happenings", _length(whole), _length(short)),
        ("disagreements", len(whole.conflicts), len(short.conflicts)),
        ("pairs of states", len(whole.dyads), len(short.dyads)),
        ("offices", len(whole.offices), len(short.offices)),
        ("reports", len(whole.sources), len(short.sources)),
    )
    for name, all_of_them, shown in sizes:
        if shown < all_of_them:
            yield f"Of {all_of_them} {name} this page shows {shown}."


def _length(page: Page) -> int:
    return sum(len(year.entries) for year in page.years)
