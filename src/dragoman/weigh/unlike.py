"""Days, places, persons, and whether it happened at all, as two sentences tell them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from dragoman.dates import DateRange
from dragoman.model.text import Token
from dragoman.model.words import fold
from dragoman.weigh.pairs import Side, Verdict
from dragoman.weigh.plain import table, words
from dragoman.weigh.scope import apart, far_apart

_KINDS = table({
    "date": "date day when time date_start published_event",
    "place": "place where location city country site town venue",
    "person": "person who name actor recipient office holder victim suspect party author",
    "status": "status happened outcome answer denied confirmed yes_no true",
})  # fmt: skip
LATEST_DAYS = 45
"""Days further apart than this are of two happenings."""
_DATED = re.compile(
    r"\b(?:\d{4}-\d\d-\d\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|"
    r"\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
    re.IGNORECASE,
)
"""A day told by its number: no time zone moves it."""
_TITLES = words(
    "mr mrs ms dr sir president prime minister foreign ambassador general colonel senator king "
    "queen secretary former acting interim deputy vice chief the chairman chancellor governor "
    "mayor judge justice professor prof bishop pope sheikh"
)
_NO = words("not no never n't n’t neither nor without deny denies denied denying denial reject "
            "rejects rejected refused refuse refuses refuted failed untrue false cancelled "
            "canceled")  # fmt: skip
_AHEAD = words("will would shall plans plan planned planning expects expected intends to may might "
               "could should")  # fmt: skip
_YES = {"yes": True, "true": True, "confirmed": True, "actual": True, "no": False, "false": False,
        "denied": False, "not": False}  # fmt: skip
_LIGHT = words("be have do say tell report accord add state announce confirm claim deny reject")


def kind_of(slot: str) -> str | None:
    """Whether a slot is of a "date", "place", "person" or "status"; None: of a number."""
    plain = slot.strip().lower().replace("-", "_").replace(" ", "_")
    return _KINDS.get(plain)


def compare(kind: str, a: Side, b: Side, values: tuple[object, object]) -> Verdict | str:
    """What two sentences have to do with each other in a slot that is no number.

    Args:
        kind: as `kind_of` gives it.
        a, b: the sides.
        values: what is known to be meant; None: it is read from the words.

    Returns:
        The verdict; a plain sentence where a side gives nothing to compare.
    """
    if kind == "date":
        return _dates(a, b, values)
    if kind == "status":
        return _status(a, b, values)
    one, other = (
        [str(value)] if value is not None else _read(kind, side)
        for value, side in zip(values, (a, b), strict=True)
    )
    for name, found in (("a", one), ("b", other)):
        if not found:
            return f"{name}: no {kind} in the words, and no value"
    return _places(a, b, one, other) if kind == "place" else _persons(a, b, one, other)


def anything(a: Side, b: Side) -> Verdict:
    """The verdict on two sentences that share no number: on whether, where and when."""
    found = _polarity(a, b)
    if found is not None:
        return found
    elsewhere = apart(a.scope, b.scope)
    if elsewhere is not None:
        return Verdict(label="other_event", why=elsewhere)
    return Verdict(
        label="same",
        why="nothing speaks for a difference: compared were numbers, yes or no, days and places",
    )


def _read(kind: str, side: Side) -> list[str]:
    if kind == "place":
        return list(dict.fromkeys(place.name for place in side.scope.places))
    places = {place.name for place in side.scope.places}
    return [name for name in _names(side.said.tokens) if name not in places]


def _names(tokens: Sequence[Token]) -> list[str]:
    """Runs of proper nouns."""
    runs: list[list[str]] = [[]]
    for token in tokens:
        if token.pos == "PROPN" and token.text[:1].isupper():
            runs[-1].append(token.text)
        elif runs[-1]:
            runs.append([])
    return [" ".join(run) for run in runs if run]


def _dates(a: Side, b: Side, values: tuple[object, object]) -> Verdict | str:
    days = []
    for name, side, value in (("a", a, values[0]), ("b", b, values[1])):
        found = side.asked if value is not None else side.scope.days
        if not found:
            return f"{name}: no day in the words" + (", nor in its value" if value else "")
        days.append(found)
    pairs = list(product(*days))
    if any(x == y for x, y in pairs):
        return Verdict(label="same", why=f"both give one day: {_day(days[0][0])}")
    x, y = min(pairs, key=lambda pair: pair[0].gap_days(pair[1]))
    told = f"{_day(x)} and {_day(y)}"
    gap = x.gap_days(y)
    if gap == 0:
        return Verdict(label="bound", why=f"{told}: one is within the other")
    if gap > LATEST_DAYS:
        return Verdict(label="other_event", why=f"{told}: {gap} days apart are two happenings")
    is_dated = all(v is not None or _DATED.search(s.said.text)
                   for v, s in zip(values, (a, b), strict=True))  # fmt: skip
    if gap == 1 and not is_dated:
        return Verdict(label="bound", why=f"{told}: a day apart, as of a night or a time zone")
    return Verdict(label="conflict", why=f"{told} cannot both be its day")


def _day(days: DateRange) -> str:
    first, last = days.first, days.last
    if first == last and first is not None:
        return first.isoformat()
    return f"{first or '...'} to {last or '...'}"


def _places(a: Side, b: Side, one: Sequence[str], other: Sequence[str]) -> Verdict:
    told = f"{', '.join(one)} and {', '.join(other)}"
    shared = {fold(x) for x in one} & {fold(y) for y in other}
    if shared:
        return Verdict(label="same", why=f"both name {sorted(shared)[0]}")
    if any(_holds(x, y) or _holds(y, x) for x, y in product(one, other)):
        return Verdict(label="part", why=f"{told}: one is a wider name of the other")
    places = [[p for p in side.scope.places if p.name in names]
              for side, names in ((a, one), (b, other))]  # fmt: skip
    lands = [{p.country for p in found if p.lat is None} for found in places]
    holds = [{p.country for p in found} for found in places]
    if lands[0] & holds[1] or lands[1] & holds[0]:
        return Verdict(label="part", why=f"{told}: one lies within the other")
    if all(places) and far_apart(tuple(places[0]), tuple(places[1])) is None:
        return Verdict(label="bound", why=f"{told} lie near each other")
    return Verdict(label="conflict", why=f"{told} are two places")


def _holds(wide: str, narrow: str) -> bool:
    """Whether all words of one name are words of the other."""
    first, second = set(fold(wide).split()), set(fold(narrow).split())
    return bool(first) and first < second


def _persons(a: Side, b: Side, one: Sequence[str], other: Sequence[str]) -> Verdict:
    told = f"{', '.join(one)} and {', '.join(other)}"
    for x, y in product(one, other):
        if _is_one(x, y):
            return Verdict(label="same", why=f"{x} and {y} name one person")
    if not all(_bare(x) for x in (*one, *other)):
        return Verdict(label="part", why=f"{told}: a description and a name, which may be of one")
    elsewhere = apart(a.scope, b.scope)
    if elsewhere is not None:
        return Verdict(label="other_event", why=f"{told}, but {elsewhere}")
    return Verdict(label="conflict", why=f"{told} are different names")


def _bare(name: str) -> list[str]:
    """The words of a name without titles: none for a mere description."""
    plain = [fold(word).strip(".,'’") for word in name.split() if word[:1].isupper()]
    return [word for word in plain if word and word not in _TITLES]


def _is_one(x: str, y: str) -> bool:
    """Whether two names can be of one person: the surname, and forenames that do not differ."""
    first, second = _bare(x), _bare(y)
    if not first or not second:
        return fold(x) == fold(y)
    if first[-1] != second[-1]:
        return set(first) <= set(second) or set(second) <= set(first)
    given, other = first[:-1], second[:-1]
    if not given or not other:
        return True
    return (
        given[0][0] == other[0][0]
        if 1 in (len(given[0]), len(other[0]))
        else (given[0] == other[0] or given[0] in other or other[0] in given)
    )


def _status(a: Side, b: Side, values: tuple[object, object]) -> Verdict | str:
    if None not in values:
        left, right = (_truth(value) for value in values)
        if left is None or right is None:
            return f"status {values[0]!r:.40} or {values[1]!r:.40} is neither yes nor no"
        if left == right:
            return Verdict(label="same", why="both say " + ("yes" if left else "no"))
        found = _polarity(a, b)
        if found is not None and found.label != "same":
            return found
        elsewhere = apart(a.scope, b.scope)
        if elsewhere is not None:
            return Verdict(label="other_event", why=elsewhere)
        return Verdict(label="conflict", why="one says yes, the other no")
    found = _polarity(a, b)
    if found is not None:
        return found
    return Verdict(label="same", why="nothing speaks for a difference: no act that one denies")


def _truth(value: object) -> bool | None:
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float) and value in (0, 1):
        return bool(value)
    return _YES.get(str(value).strip().lower())


def _polarity(a: Side, b: Side) -> Verdict | None:
    """One tells an act that the other denies, or that the other saw coming; None: neither."""
    left, right = _acts(a.said.tokens), _acts(b.said.tokens)
    for act in sorted(left.keys() & right.keys()):
        one, other = left[act], right[act]
        if one == other or _unlike_names(a, b):
            continue
        elsewhere = apart(a.scope, b.scope)
        if elsewhere is not None:
            return Verdict(label="other_event", why=elsewhere)
        if "ahead" in (one, other):
            return Verdict(label="update", why=f'one tells "{act}" as ahead, the other as past')
        return Verdict(label="conflict", why=f'one tells "{act}", the other denies it')
    return None


def _unlike_names(a: Side, b: Side) -> bool:
    """Whether both name somebody and nobody is named by both."""
    one, other = (set(w for n in _names(s.said.tokens) for w in fold(n).split()) for s in (a, b))
    return bool(one) and bool(other) and not one & other


def _acts(tokens: Sequence[Token]) -> dict[str, str]:
    """The verbs of a sentence by lemma: "told", "denied" or "ahead"."""
    found: dict[str, str] = {}
    for at, token in enumerate(tokens):
        if token.pos != "VERB" or token.lemma in _LIGHT:
            continue
        before = {t.text.lower() for t in tokens[max(0, at - 8) : at]}
        near = {t.text.lower() for t in tokens[max(0, at - 4) : at]}
        how = "denied" if before & _NO else "ahead" if near & _AHEAD else "told"
        found.setdefault(token.lemma, how)
    return found
