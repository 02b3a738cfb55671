"""Spellings of one name: what transliteration changes, and short forms of given names.

A name from Arabic, Persian, Russian, Ukrainian or Korean is written many ways in Latin letters.
`sound` maps the ways to one form by rule; given names whose ways no rule joins are listed. The
lists are facts of the languages, read off common use in English-language news.
"""

from __future__ import annotations

import re
from functools import lru_cache

LETTERS = str.maketrans(
    {"ð": "d", "đ": "d", "ł": "l", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ø": "o", "ı": "i",
     "ə": "a", "ħ": "h"}
)  # fmt: skip
"""Letters that have no accent to take off and still are another in plain Latin."""
SHORTEST = 5
"""Shorter words are of one name only when no more than a doubled letter or y for i parts them."""

_RULES = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"-", ""), (r"enka$", "enko"), (r"e$", "E"), (r"tsch|tch", "c"), (r"kh", "h"),
        (r"dh", "d"), (r"gh", "g"), (r"th", "t"), (r"ph", "f"), (r"dj|zh", "j"),
        (r"ck|q|c(?![hi])", "k"), (r"w", "v"), (r"ff?$", "v"), (r"x", "ks"), (r"ou|oo|o", "u"),
        (r"j", "y"), (r"ee|ei|ey|ie|iy|yi|y|e", "i"), (r"i[ij]+", "i"), (r"(.)\1+", r"\1"),
        (r"(?<=.)i$", ""),
    )
)  # fmt: skip

_GIVEN = """
muhammad mohammed mohamed mohammad mohamad muhammed mohamet mohamud
mahmoud mahmud mahmood mehmood
ahmed ahmad
hussein hussain hossein husayn husein husain
hassan hasan
abdullah abdallah abdulla
osama usama ussama
muammar moammar muamar moamer
alexander aleksandr aleksander alexandr alyaksandr aliaksandr oleksandr oleksander
vladimir volodymyr uladzimir
sergei sergey serhiy serhii siarhei sergii
nikolai nikolay mykola mikalai
dmitry dmitri dmitriy dmytro dzmitry
mikhail mykhailo mihail
andrei andrey andriy andrii
alexei alexey aleksei aleksey oleksiy oleksii alyaksei
viktor victor viktar
yulia julia yuliya iuliia
yevgeny evgeny yevgeni evgeni yevgeniy evgeniy
yuri yury yuriy yurii
petro pyotr petr piotr
pavel pavlo
vasily vasyl vasili vasiliy
yousef yusuf youssef yousuf yusef
khalid khaled
omar umar
said sayed saeed said
ibrahim ebrahim
ismail esmail ismael
yasser yasir yaser
shehbaz shahbaz
"""
"""Ways of writing one given name, a name a line."""
_SHORT = """
mike=michael joe=joseph bill=william will=william tom=thomas jim=james jimmy=james bob=robert
rob=robert bobby=robert dick=richard rick=richard tony=anthony ed=edward ted=edward ted=theodore
chuck=charles charlie=charles dan=daniel dave=david steve=stephen steve=steven nick=nicholas
tim=timothy matt=matthew andy=andrew chris=christopher greg=gregory ken=kenneth larry=lawrence
pat=patrick ron=ronald sam=samuel sue=susan liz=elizabeth beth=elizabeth kate=katherine
kate=catherine jen=jennifer jenny=jennifer jeff=jeffrey jerry=gerald pete=peter ben=benjamin
fred=frederick gus=augustus hank=henry harry=henry jack=john don=donald doug=douglas
alex=alexander abe=abraham al=albert bernie=bernard cathy=catherine debbie=deborah mitch=mitchell
pepe=jose paco=francisco pancho=francisco nacho=ignacio lula=luiz beto=alberto memo=guillermo
sasha=alexander volodya=vladimir bibi=benjamin ally=alexander josh=joshua nate=nathan phil=philip
ray=raymond russ=russell vince=vincent walt=walter zach=zachary tammy=tamara ike=dwight
dmitry=dimitri maggie=margaret peggy=margaret nikki=nicole vicky=victoria
"""
"""Short forms of given names and what they are short for."""

_GROUPS = {
    word: group.split()[0] for group in _GIVEN.strip().splitlines() for word in group.split()
}
_LONG: dict[str, frozenset[str]] = {}
for _pair in _SHORT.split():
    _one, _, _other = _pair.partition("=")
    _LONG[_one] = _LONG.get(_one, frozenset()) | {_other}


def first_letters(word: str) -> str:
    """The first letters of a folded word that its spellings share, to look names up by."""
    return sound(word)[:2].replace("g", "k")


@lru_cache(maxsize=16384)
def sound(word: str) -> str:
    """A folded word in the one form that its transliterations share: "qaddafi" as "kadaf"."""
    known = _GROUPS.get(word)
    if known is not None:
        return known
    out = word.translate(LETTERS)
    for pattern, by in _RULES:
        out = pattern.sub(by, out)
    return out


def are_one(left: str, right: str) -> bool:
    """Whether two folded words are spellings of one name: "zelensky", "zelenskiy".

    A feminine form is another name: "petrov" and "petrova", "martin" and "martina".
    """
    if left == right:
        return True
    if left in _GROUPS or right in _GROUPS:
        return sound(left) == sound(right)
    if is_feminine_of(left, right):
        return False
    if min(len(left), len(right)) < SHORTEST:
        return min(len(left), len(right)) > 3 and _plain(left) == _plain(right)
    one, other = sound(left), sound(right)
    return one == other or _is_hard_g(one, other)


def _plain(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", word.replace("y", "i"))


def _is_hard_g(one: str, other: str) -> bool:
    """Whether two forms differ by a first q, k or g alone: the Arabic qaf."""
    return len(one) > 4 and one[1:] == other[1:] and {one[0], other[0]} <= {"g", "k"}


def is_feminine_of(left: str, right: str) -> bool:
    """Whether two words differ as a man's name and a woman's do: o and a, or an a more."""
    short, long = sorted((left, right), key=len)
    if short.endswith(("enko", "enka")):
        return False  # Ukrainian and Belarusian spelling of one surname
    if len(short) == len(long):
        return short[:-1] == long[:-1] and {short[-1], long[-1]} in ({"o", "a"}, {"e", "a"})
    return long == f"{short}a" or (short[-1:] == "y" and long == f"{short[:-1]}aya")


def is_short_given(short: str, long: str) -> bool:
    """Whether one given name is a short form of the other, either way: Mike, Michael."""
    return long in _LONG.get(short, ()) or short in _LONG.get(long, ())
