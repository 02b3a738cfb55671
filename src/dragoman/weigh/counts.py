"""The counts of a sentence: how many, of whom, and what became of them.

Read from the words beside the number, as headlines ("2 Dead, 7 Hurt") have little grammar.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.model.text import Token
from dragoman.weigh.fates import (
    FATE_NOUNS,
    FATES,
    KINDS,
    PEOPLE,
    PERSON,
    TRANSITIVE_FATES,
)
from dragoman.weigh.numerals import Numeral, numerals
from dragoman.weigh.plain import words

REACH = 14
"""Words between a count and what became of those counted."""
_MIN = re.compile(
    r"(?:\bat least|\bmore than|\bover|\bno (?:fewer|less) than|\bupwards? of|\babove|\bminimum of|"
    r"\bin excess of|\bnot (?:fewer|less) than|\bexceed(?:s|ed|ing)?|\bpassed|\btopped)\s*$",
    re.IGNORECASE,
)
_MAX = re.compile(
    r"(?:\bup to|\bas many as|\bat most|\bno more than|\bnot more than|\b(?:fewer|less) than|"
    r"\bunder|\bmaximum of|\bbelow)\s*$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:\babout|\baround|\bsome|\broughly|\bapproximately|\bestimated|\bnearly|\balmost|"
    r"\bclose to|\bcirca|~|\bperhaps|\bmaybe|\bpossibly|\bprobably|\bbelieved)\s*$",
    re.IGNORECASE,
)
_OR_MORE = re.compile(r"^\s*(?:\+|or more\b|plus\b)", re.IGNORECASE)
_SO_FAR = re.compile(r"\bso far\b|\bas of (?:now|yet)\b|\bto date\b", re.IGNORECASE)
_SKIPPED_BACK = words(
    "at least more than over up to as many about around some roughly approximately nearly almost "
    "the a an another other estimated between close no fewer less upwards of his her their its "
    "all these those only just"
)
_AUXILIARIES = words("is are was were be been being has have had get got gets were left remain "
                     "remains remained found confirmed pronounced declared also later who that "
                     "reportedly believed feared reported listed up rose")  # fmt: skip
_UP_TO = words("to at of is : least than")
_TALLIES = words("number numbers count tally figure total")
_STOPS = words("; : . — – ( ) after when as while before because since until if but whereas though "
               "amid following against says said")  # fmt: skip
_NOT_COUNTED = words(
    "year years month months week weeks day days hour hours minute minutes a.m. p.m. am pm percent "
    "% per cent dollars mile miles kilometers kilometres km feet meters metres shots rounds "
    "bullets times block blocks gunshot gunshots shot bullet weapons guns"
)
_MONTHS = words(
    "january february march april may june july august september october november december "
    "jan jan. feb feb. mar mar. apr apr. jun jun. jul jul. aug aug. sept sept. sep oct oct. nov "
    "nov. dec dec."
)
_AFTER_A_COUNT = words("dead killed injured wounded hurt arrested missing detained displaced")
_YEARS = range(1900, 2101)
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_PHRASE = (*_NOUNS, "JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "POS", "VBD")


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One count. `value` is None for "several".

    Attributes:
        low, high: what the words allow, both ends included; None: no limit.
        bound: "exact", "min" ("at least"), "max" ("up to"), "about" or "vague" ("dozens").
        unit: the counted noun in lower case; None: none stands there ("2 dead").
        group: a group that the noun names ("women", "police"); None: people at large.
        fate: what became of them; None where the words beside it do not tell.
        verb: the lemma of the verb that the counted hang on; None: none is above them.
        start: where its words begin in the text, "at least" included.
        first, after, end: its tokens: the number's, up to `after`, and its noun's, up to `end`.
        is_single: one person named by a noun, without a number.
        is_so_far: "so far" stands in the sentence.
    """

    value: float | None
    low: float | None
    high: float | None
    bound: str
    unit: str | None
    group: str | None
    fate: str | None
    verb: str | None
    start: int
    first: int
    after: int
    end: int
    is_single: bool = False
    is_so_far: bool = False


def counts(tokens: Sequence[Token], text: str) -> list[Count]:
    """The counts of a text, in its order; `text` is what the tokens' offsets point into.

    The tokens may be of several sentences; their `i` and `head` must then go through.

    Ages, days, sums of money and years are no counts. A count that shares the fate of the one
    before it ("two women and three men died") has that fate.
    """
    found: list[Count] = []
    is_so_far = _SO_FAR.search(text) is not None
    for numeral in numerals(tokens):
        if _is_count(tokens, numeral, text):
            count = _read(tokens, numeral, text, found[-1] if found else None)
            found.append(replace(count, is_so_far=is_so_far))
    taken = {i for count in found for i in range(count.first, count.end)}
    found += _singles(tokens, taken)
    found.sort(key=lambda count: count.first)
    return _shared(tokens, found)


def _is_count(tokens: Sequence[Token], numeral: Numeral, text: str) -> bool:
    before = tokens[numeral.first - 1].text.lower() if numeral.first else ""
    rest = [t.text.lower() for t in tokens[numeral.after : numeral.after + 4]]
    following = rest[0] if rest else ""
    if before in _MONTHS or before in ("$", "£", "€", "#", "no.", "highway", "route", "image"):
        return False
    if following in _NOT_COUNTED or following in _MONTHS:
        return False
    if following == "-" or (following.startswith("-") and len(following) > 1):
        return False  # "a 23-year-old", "a two-day hunt"
    own = text[tokens[numeral.first].start : tokens[numeral.after - 1].end]
    if own.isdecimal() and before == "," and following in (",", ".", "") and len(own) < 3:
        return False  # an age: "Ann Roe, 34,"
    if own.isdecimal() and numeral.first == 0 and following == ",":
        return False  # the rest of a date whose month ended a sentence: "30, police said"
    if numeral.value is not None and numeral.value in _YEARS and len(own) == 4 and own.isdecimal():
        return following in PEOPLE or following in KINDS or following in _AFTER_A_COUNT
    return tokens[numeral.first].tag != "LS" or bool(rest)


def _read(tokens: Sequence[Token], numeral: Numeral, text: str, last: Count | None) -> Count:
    bound, low, high, begin = _limits(tokens, numeral, text)
    start = _partitive(tokens, numeral.after)
    end, unit, group = _noun(tokens, start)
    fate = (
        _object_of(tokens, numeral.first)
        or _in_phrase(tokens, start, end)
        or _right(tokens, end)
        or _toll(tokens, numeral.first)
    )
    if fate is None and last is not None and _joined(tokens, last.end, numeral.first):
        fate = last.fate
    return Count(
        value=numeral.value, low=low, high=high, bound=bound, unit=unit, group=group, fate=fate,
        verb=_verb(tokens, numeral.first), start=begin, first=numeral.first,
        after=numeral.after, end=end,
    )  # fmt: skip


def _limits(
    tokens: Sequence[Token], numeral: Numeral, text: str
) -> tuple[str, float | None, float | None, int]:
    """The kind of limit, what it allows, and where its words begin."""
    at = tokens[numeral.first].start
    if numeral.value is None:
        return "vague", numeral.low, numeral.high, at
    value, shift = numeral.value, max(0, at - 30)
    before, after = text[shift:at], text[tokens[numeral.after - 1].end :]
    least, most, about = (pattern.search(before) for pattern in (_MIN, _MAX, _ABOUT))
    if least or _OR_MORE.search(after):
        return "min", value, None, shift + least.start() if least else at
    if most:
        return "max", None, value, shift + most.start()
    if about or numeral.is_round:
        slack = max(1.0, value / 5)
        return "about", value - slack, value + slack, shift + about.start() if about else at
    return "exact", value, value, at


def _verb(tokens: Sequence[Token], at: int) -> str | None:
    for _ in range(len(tokens)):
        if tokens[at].pos == "VERB":
            return tokens[at].lemma
        if tokens[at].head == at:
            return None
        at = tokens[at].head
    return None


def _partitive(tokens: Sequence[Token], at: int) -> int:
    """Where the noun of "two of the wounded men" begins; `at` where there is no "of"."""
    if at < len(tokens) and tokens[at].text.lower() == "of":
        at += 1
        while at < len(tokens) and tokens[at].tag in ("DT", "PRP$", "CD", "PDT"):
            at += 1
    return at


def _noun(tokens: Sequence[Token], at: int) -> tuple[int, str | None, str | None]:
    """Where the noun phrase ends, its noun and the group that it names."""
    unit, group = None, None
    end = at
    while end < len(tokens) and (tokens[end].tag in _PHRASE or tokens[end].text in "-"):
        word = tokens[end].text.lower()
        is_fate = word in FATES or word in FATE_NOUNS
        if unit is not None and (is_fate or tokens[end].tag in ("VBN", "VBD", "VBG")):
            break
        if not is_fate and tokens[end].tag == "VBD":
            break
        if word in ("other", "more"):
            end += 1
            continue
        if word in KINDS:
            group = KINDS[word]
        if (tokens[end].tag in _NOUNS or word in PEOPLE) and not (is_fate and word in FATES):
            unit = word
            if word in PEOPLE and word != "others":
                end += 1
                break
        end += 1
    return end, unit, group


def _object_of(tokens: Sequence[Token], at: int) -> str | None:
    """The fate that the verb right before the count tells: "killing at least two"."""
    back = at - 1
    while back >= 0 and at - back <= 6 and tokens[back].text.lower() in _SKIPPED_BACK:
        back -= 1
    if back < 0:
        return None
    word = tokens[back].text.lower()
    if back > 0 and word in ("critically", "seriously"):
        word = tokens[back - 1].text.lower()
    is_noun = word in ("shooting", "hit") and (
        tokens[back].tag in _NOUNS or (back and tokens[back - 1].tag in ("DT", "JJ", "NN", "NNP"))
    )
    if is_noun or _is_passive(tokens, back):
        return None
    if word == "shot" and "killed" in {t.text.lower() for t in tokens[back + 1 : at]}:
        return "killed"
    fate = TRANSITIVE_FATES.get(word)
    if fate == "shot" and back and tokens[back - 1].text.lower() == "fatally":
        return "killed"
    return fate


def _is_passive(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].text.lower() in ("was", "were", "been", "is", "are", "be")


def _in_phrase(tokens: Sequence[Token], start: int, end: int) -> str | None:
    """The fate inside or right after the noun phrase: "two wounded men", "12 deaths"."""
    for token in tokens[start:end]:
        word = token.text.lower()
        if word in FATES or word in FATE_NOUNS:
            return FATES.get(word) or FATE_NOUNS[word]
    return None


def _right(tokens: Sequence[Token], at: int) -> str | None:
    """The fate further right in the clause: "two people who were taken to hospital died"."""
    fate = None
    for i in range(at, min(len(tokens), at + REACH)):
        word = tokens[i].text.lower()
        if word in ("not", "n't", "never", "unharmed", "unhurt"):
            return None  # "one guard was not hurt"
        if word in _STOPS or (word == "," and i > at and not _continues(tokens, i)):
            break
        if tokens[i].tag == "CD" and i > at and tokens[i - 1].text.lower() not in (",", "and"):
            break
        if word in FATES:
            if _has_object(tokens, i):
                break
            if FATES[word] == "shot" and _then_fate(tokens, i):
                fate = "shot"
                continue  # "shot and wounded", "shot to death", "shot dead"
            return FATES[word]
        if word == "death" and tokens[i - 1].text.lower() == "to":
            return "killed"
        if word == "condition" and tokens[i - 1].text.lower() in (
            "critical", "serious", "stable", "grave", "fair",
        ):  # fmt: skip
            return "injured"
        if tokens[i].tag in ("VBD", "VBZ", "VBP") and word not in _AUXILIARIES:
            break
    return fate


def _continues(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a list goes on after the comma: "two men, a woman and a child died"."""
    following = tokens[comma + 1] if comma + 1 < len(tokens) else None
    return following is not None and following.tag in ("DT", "CC", "WP", "PRP$", "RB")


def _then_fate(tokens: Sequence[Token], at: int) -> bool:
    ahead = [t.text.lower() for t in tokens[at + 1 : at + 4]]
    return bool(ahead) and (
        (ahead[0] in ("and", "to") and any(w in FATES or w == "death" for w in ahead[1:]))
        or ahead[0] in ("dead", "fatally")
    )


def _has_object(tokens: Sequence[Token], at: int) -> bool:
    """Whether the verb has an object of its own: "and injured fourteen others"."""
    if tokens[at].text.lower() not in TRANSITIVE_FATES or _is_passive(tokens, at):
        return False
    ahead = tokens[at + 1] if at + 1 < len(tokens) else None
    if ahead is None or tokens[at - 1].text == ",":
        return False
    if ahead.text.lower() == "at":
        return at + 2 < len(tokens) and tokens[at + 2].text.lower() in ("least", "most")
    return ahead.tag in ("CD", "DT", "PRP", "PRP$", "NNP") or ahead.text.lower() in (
        "more", "several", "dozens",
    )  # fmt: skip


def _toll(tokens: Sequence[Token], at: int) -> str | None:
    """The fate of "the death toll rose to 84", "the number of wounded climbed to 41"."""
    before = [t.text.lower() for t in tokens[max(0, at - 14) : at]]
    if not before or before[-1] not in _UP_TO:
        return None
    if "toll" in before:
        return "killed"
    if not _TALLIES & set(before):
        return None
    return next((FATES[w] for w in before if w in FATES), None) or next(
        (FATE_NOUNS[w] for w in before if w in FATE_NOUNS), None
    )


def _joined(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether only "and" or a comma stands between two counts."""
    between = [t.text.lower() for t in tokens[start:at]]
    return len(between) <= 2 and bool(between) and all(w in (",", "and", "&") for w in between)


def _singles(tokens: Sequence[Token], taken: set[int]) -> list[Count]:
    """One person each, named by a noun and not counted: "a woman was killed", "killing a guard"."""
    found = []
    for at, token in enumerate(tokens):
        word = token.text.lower()
        if word not in PERSON or at in taken or token.tag in ("NNS", "NNPS"):
            continue
        first = at
        while first > 0 and at - first < 8 and _goes_before(tokens[first - 1]):
            first -= 1
        fate = _object_of(tokens, first) or _of_one(tokens, at + 1)
        is_listed = any(
            i in taken
            for i in (first - 2, at + 2)
            if 0 <= i < len(tokens) and _joined(tokens, min(i, at) + 1, max(i, first))
        )
        if fate is not None or is_listed:
            found.append(Count(
                value=1, low=1, high=1, bound="exact", unit=word, group=KINDS.get(word),
                fate=fate, verb=_verb(tokens, at), start=tokens[first].start, first=first,
                after=at + 1, end=at + 1, is_single=True,
            ))  # fmt: skip
    return found


def _goes_before(token: Token) -> bool:
    """Whether the token may stand in a noun phrase before its noun."""
    return token.tag in ("JJ", "NN", "NNP", "DT", "PRP$", "CD", "HYPH", "POS", "VBN") and (
        token.text.lower() not in FATES
    )


def _of_one(tokens: Sequence[Token], at: int) -> str | None:
    """The fate that follows one person at once: "Teen killed", "a man was shot to death"."""
    near = [t.text.lower() for t in tokens[at : at + 4]]
    for i, word in enumerate(near):
        if word in FATES:
            return None if _has_object(tokens, at + i) else _right(tokens, at)
        if word not in ("was", "is", "were", "also", "and", "fatally", "critically", "has", "been"):
            return None
    return None


def _shared(tokens: Sequence[Token], found: list[Count]) -> list[Count]:
    """Counts that stand in one list take the fate that the last of them tells."""
    for i in range(len(found) - 2, -1, -1):
        after = found[i + 1]
        if found[i].fate is None and _joined(tokens, found[i].end, after.first):
            found[i] = replace(found[i], fate=after.fate)
    return found
