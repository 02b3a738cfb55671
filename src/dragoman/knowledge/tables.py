"""The row types of the knowledge files, and `Knowledge`, which holds them all.

Plain frozen dataclasses; what each file looks like stands in docs/knowledge.md. Every row has a
`source`. Built by `dragoman.knowledge.load.load`, never by hand outside tests.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from dragoman.dates import DateRange
from dragoman.diplomacy.acts import ActKind
from dragoman.diplomacy.treaties import Membership
from dragoman.knowledge.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """states.csv: a state or territory with a country code of its own.

    `id` is ISO 3166 alpha-3 (historic states by their ISO 3166-3 alpha-3, e.g. SUN);
    `since`/`until` half-open, None open; `successor` the id that names resolve to after `until`;
    `parent` the state that a dependency folds into (PLOVER codes only states), else None;
    `lat`, `lon` are of the capital, degrees.
    """

    id: str
    name: str
    official: str | None
    capital: str | None
    lat: float | None
    lon: float | None
    since: dt.date | None
    until: dt.date | None
    successor: str | None
    parent: str | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """organizations.csv: an organisation with a name of its own (UN, EU, Amnesty, Hezbollah).

    `group` is PLOVER's non-state "country" (IGO, UNO, EUR, NGO, ISM, IMG, MNC) or None;
    `country` the state it belongs to (ISO3) or None; `sector` its PLOVER sector or None.
    """

    id: str
    name: str
    group: str | None
    country: str | None
    sector: str | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """aliases.csv: words that stand for a state or organisation.

    `kind`: name, demonym (noun or adjective: "Peruvian", "Peruvians"), capital, city, seat ("the
    Kremlin"), metonym, ruler ("House of Saud"), initials, region. `lang` ISO 639-1. `sector` is
    set where the words name a branch of the state ("the Pentagon" MIL), else None.
    """

    alias: str
    party_id: str
    kind: str
    lang: str
    sector: str | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """offices.csv: an office. `words` are the lower-case phrases that name it, longest first.

    `one_holder`: one person at a time in a state; `sector` PLOVER's; `elsewhere`: its holder serves
    abroad (an ambassador), so "of X" is the sender and "to/in Y" the host. `homes`: the state that
    some of the words belong to by themselves ("secretary of state" is the United States').
    """

    id: str
    words: tuple[str, ...]
    sector: str
    one_holder: bool
    elsewhere: bool
    source: str
    homes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Officeholder:
    """tenures.csv: a person in an office of a state or organisation.

    It tells the country and office of a person whom a report names without them, and bounds the
    date of a report that has none. `party_id` is a state or an organisation. `days` are all on
    which the person may have been in office; `began` is the first of them and `ended` the first
    day out of office where they are known to the day, else None.

    notables.csv has the same columns for others in the news; the years may be open. `is_notable`
    tells them apart: they are known by their whole names alone, and only where everybody counts.
    """

    name: str
    aliases: tuple[str, ...]
    office: str
    party_id: str
    days: DateRange
    began: dt.date | None
    ended: dt.date | None
    source: str
    is_notable: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Every form of the name, the full common one first."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleNoun:
    """nouns.csv: a common noun that stands for people or bodies, with its PLOVER sector.

    people.csv has the same columns for those who seldom act politically (a plumber, a club): they
    tell the sector of a phrase and make no act political. `kind`: person ("lawmaker"), group
    ("troops"), body ("ministry"), thing ("warship").
    """

    noun: str
    sector: str
    kind: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverType:
    """plover.toml: one event type: quad class, intensity, and modes with their intensities."""

    id: str
    quad_class: int
    intensity: float
    modes: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebooked:
    """rebooked.csv: as what PLOVER books an act that is only planned, refused or asked for.

    `when` is "planned" (also announced, promised, threatened), "refused" or "asked"; `of` the CAMEO
    code, or the beginning of it, of the act itself: the longest one counts. `act` is what the act
    becomes, None where it stays what it is.
    """

    when: str
    of: str
    cameo: str
    act: str | None
    event_type: str
    mode: str | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeOfType:
    """opinion.csv: act and CAMEO code of what is known by its PLOVER type and mode alone."""

    event_type: str
    mode: str | None
    act: str
    cameo: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """calibration.csv: how many of the tellings of one kind and raw confidence were right.

    `context` is "record" (a report among others), "open" (a single sentence) or "given" (a sentence
    with its two parties); `coder` "rules" or "opinion". `raw` and `share` 0 to 1, `rows` counted.
    """

    context: str
    coder: str
    raw: float
    share: float
    rows: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sentence of a pattern, with what it must be coded as.

    Written `text | ACTORS > RECIPIENTS | status`; the parts after the text may be left out.
    Parties are ISO3 or names, joined by commas; empty stands for none.
    """

    text: str
    actors: tuple[str, ...] | None
    recipients: tuple[str, ...] | None
    status: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """verbs/*.toml: how one act is said. docs/knowledge.md explains each key.

    A pattern is tried on every predicate whose lemma (with particle, "break off") is in `verbs`, or
    on every noun in `nouns`. All its conditions must hold. Words in conditions are lemmas or
    @classes of classes.toml. Role paths: docs/knowledge.md, "Paths".
    """

    id: str
    act: str
    event_type: str | None
    mode: str | None
    cameo: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    subject: tuple[str, ...]
    object: tuple[str, ...]
    not_object: tuple[str, ...]
    complement: tuple[str, ...]
    clause: tuple[str, ...]
    preps: dict[str, tuple[str, ...]]
    near: tuple[str, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    others: dict[str, tuple[str, ...]]
    reciprocal: bool
    possessor: str
    needs: tuple[str, ...]
    status: str | None
    inner: str
    contexts: tuple[str, ...]
    confidence: float
    tells: str | None
    examples: tuple[Example, ...]
    not_examples: tuple[str, ...]
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedding:
    """embeddings.toml: a predicate that governs a clause and what that does to its status.

    `effect`: "say" (asserted, attributed to the subject), "claim", "deny", "plan", "wish", "try",
    "refuse", "fail", "phase" (begin, continue), "cause" (make, let), "decide".
    `kind`: "verb", "noun", "adjective" or "modal".
    """

    words: tuple[str, ...]
    kind: str
    effect: str


QUAD_OF_ROOT = {
    **dict.fromkeys(("02", "03", "04", "05"), 1),
    **dict.fromkeys(("06", "07", "08"), 2),
    **dict.fromkeys(("09", "10", "11", "12", "13"), 3),
    **dict.fromkeys(("14", "15", "16", "17", "18", "19", "20"), 4),
}
"""Quad classes by CAMEO root, for acts that PLOVER has no type for; a statement (01) has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """All that dragoman knows before it reads; immutable, passed as an argument.

    `digest` is the SHA-256 over the files it was loaded from. `places` reads its files when it is
    first asked. `natures` are the states (ISO3) that a word of place or constitution fits:
    "andean", "kingdom" (natures.csv).
    """

    states: dict[str, State]
    organisations: dict[str, Organisation]
    aliases: tuple[Alias, ...]
    offices: dict[str, Office]
    nouns: dict[str, RoleNoun]
    acts: dict[str, ActKind]
    plover: dict[str, PloverType]
    cameo: dict[str, float]
    classes: dict[str, frozenset[str]]
    patterns: tuple[Pattern, ...]
    embeddings: tuple[Embedding, ...]
    digest: str
    places: Gazetteer = field(default_factory=Gazetteer)
    holders: tuple[Officeholder, ...] = ()
    natures: dict[str, frozenset[str]] = field(default_factory=dict)
    rebooked: dict[tuple[str, str], Rebooked] = field(default_factory=dict)
    of_types: dict[tuple[str, str | None], CodeOfType] = field(default_factory=dict)
    calibrations: dict[tuple[str, str], tuple[Calibration, ...]] = field(default_factory=dict)
    people: dict[str, RoleNoun] = field(default_factory=dict)
    notables: tuple[Officeholder, ...] = ()
    treaties: tuple[Membership, ...] = ()

    def calibrated(self, context: str, coder: str, raw: float) -> float:
        """A confidence as the share of such tellings that is right; raw where nothing is known.

        Between two rows of the table it is read off the line that joins them.
        """
        rows = self.calibrations.get((context, coder.partition("@")[0]), ())
        if not rows:
            return round(raw, 3)
        below = max((r for r in rows if r.raw <= raw), key=lambda r: r.raw, default=rows[0])
        above = min((r for r in rows if r.raw >= raw), key=lambda r: r.raw, default=rows[-1])
        if above.raw <= below.raw:
            return below.share
        part = (raw - below.raw) / (above.raw - below.raw)
        return round(below.share + part * (above.share - below.share), 3)

    def scores(
        self, event_type: str | None, mode: str | None, cameo: str
    ) -> tuple[int | None, float | None]:
        """Quad class and intensity: PLOVER's, or CAMEO's where PLOVER has no type."""
        kind = self.plover.get(event_type or "")
        if kind is None:
            return QUAD_OF_ROOT.get(cameo[:2]), self.cameo.get(cameo)
        return kind.quad_class, kind.intensity if mode is None else kind.modes.get(
            mode, kind.intensity
        )

    def rebooking(self, when: str, cameo: str) -> Rebooked | None:
        """How an act with a CAMEO code is booked when it is only planned, refused or asked for."""
        for length in range(len(cameo), 1, -1):
            row = self.rebooked.get((when, cameo[:length]))
            if row is not None:
                return row
        return None
