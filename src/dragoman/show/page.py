"""What the page of a story shows: text and numbers ready to print, no markup.

`compose` fills these from the rows of a record; the template adds the markup and the escaping.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.show.band import Band


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report, numbered as the page cites it."""

    number: int
    name: str
    title: str
    byline: str | None
    date: str
    how: str
    link: str | None
    lang: str | None
    words: int
    copy_of: int | None
    tells: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of a report; `source` is None when the record does not tie them to one report.

    `note` says how the report puts it where it does not state it as a fact.
    """

    source: Source | None
    words: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A happening on the timeline; `unquoted`: how many of its quotes are left out."""

    anchor: str
    date: str
    year: str
    sentence: str
    parties: tuple[str, ...]
    codes: str
    status: str
    support: str
    quotes: tuple[Quote, ...]
    unquoted: int = 0
    disputed: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """The entries of one year, or those without a date."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One reading of a disagreement; `also`: further reports that give it, without their words."""

    value: str
    support: str
    preferred: bool
    quotes: tuple[Quote, ...]
    also: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A conflict with all its sides."""

    number: int
    kind: str
    between: str
    about: str
    sides: tuple[Side, ...]
    open: bool
    why: str
    entries: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellLine:
    """One spell of a dyad in words, with the happenings (anchor, sentence) that began it."""

    state: str
    label: str
    when: str
    quotes: tuple[Quote, ...]
    because: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dyad:
    """The relations of two states: a sentence, two drawings (wide and narrow), the spells."""

    name: str
    key: str
    now: str
    says: str
    wide: Band
    narrow: Band
    spells: tuple[SpellLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A person in an office as the reports tell it."""

    person: str
    when: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeLine:
    """An office of a country and who is said to have held it."""

    name: str
    holdings: tuple[Holding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """Something that was not used, and why."""

    what: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AsideGroup:
    """What one stage set aside: `count` rows, of which the page may show fewer."""

    name: str
    count: int
    rows: tuple[SetAside, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The whole page."""

    title: str
    period: str
    note: str | None
    figures: tuple[tuple[int, str], ...]
    dyads: tuple[Dyad, ...]
    conflicts: tuple[Disagreement, ...]
    years: tuple[Year, ...]
    offices: tuple[OfficeLine, ...]
    sources: tuple[Source, ...]
    aside: tuple[AsideGroup, ...]
    left_out: tuple[str, ...]
