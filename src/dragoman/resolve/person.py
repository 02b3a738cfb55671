"""A person of one report, and where its words name them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from dragoman.model.text import Sentence
from dragoman.resolve.spellings import slug
from dragoman.resolve.words import WOMEN


@dataclass(slots=True)
class Use:
    """Where a name of a person stands: sentence, and first and last token."""

    sentence: int
    first: int
    last: int
    text: str


@dataclass(slots=True)
class Person:
    """A person of one report; `words` is the longest form of the name.

    `generation` is "jr" or "sr" where the report tells father and son apart.
    """

    words: tuple[str, ...]
    folded: tuple[str, ...]
    uses: list[Use] = field(default_factory=list)
    female: int = 0
    male: int = 0
    generation: str | None = None

    @property
    def name(self) -> str:
        """The longest form found, as written."""
        return _written(self.words)

    @property
    def party_id(self) -> str:
        """ "p-" and the folded name."""
        return _party_id(self.words)

    @property
    def gender(self) -> str | None:
        """ "f", "m" or None when nothing shows it."""
        if self.female == self.male:
            return "f" if self.folded[0] in WOMEN and len(self.folded) > 1 else None
        return "f" if self.female > self.male else "m"


def use_before(person: Person, sentence: int, token: int) -> Use | None:
    """The person's last use before a token of the report, or None."""
    at = (sentence, token)
    return next((u for u in reversed(person.uses) if (u.sentence, u.first) < at), None)


def variants(person: Person) -> tuple[str, ...]:
    """Every form of the name found, longest first."""
    forms = dict.fromkeys([person.name, *(use.text for use in person.uses)])
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


@lru_cache(maxsize=4096)
def _written(words: tuple[str, ...]) -> str:
    return " ".join(words).replace(" - ", "-").replace(" -", "-").replace("- ", "-")


@lru_cache(maxsize=4096)
def _party_id(words: tuple[str, ...]) -> str:
    return "p-" + slug(_written(words))


def name_head(sentence: Sentence, use: Use) -> int:
    """The token of a name on which the others hang: what the grammar sees as its head."""
    for i in range(use.last, use.first - 1, -1):
        if not use.first <= sentence.tokens[i].head <= use.last or sentence.tokens[i].head == i:
            return i
    return use.last
