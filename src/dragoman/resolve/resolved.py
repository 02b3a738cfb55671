"""What a mention turns out to be, and how parties are made."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.knowledge.tables import Knowledge
from dragoman.model.event import Party
from dragoman.resolve.spellings import slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A party, the host state where it is posted (ISO3) or None, and how it was found.

    `body` is the organisation of states that a person speaks for, None for all others; `is_place`
    tells of a town or the like that stands for its people or state.
    """

    party: Party
    posting: str | None
    why: str
    body: Party | None = None
    is_place: bool = False


def told(why: str, words: str) -> str:
    """A reason as a plain phrase: words of the mention itself are quoted as such."""
    return f"by {why!r}" if why in words else why


def state(knowledge: Knowledge, country: str, words: str, why: str) -> Resolved:
    """A state or its government; `country` must be in the tables."""
    party = Party(
        party_id=country, name=knowledge.states[country].name, name_raw=words, kind="state",
        country=country, sector="GOV",
    )  # fmt: skip
    return Resolved(party=party, posting=None, why=why)


def group(
    noun: str,
    country: str | None,
    sector: str | None,
    why: str,
    *,
    kind: str = "group",
    office: str | None = None,
    posting: str | None = None,
    is_place: bool = False,
) -> Resolved:
    """People or a body without a name of their own: the id is made of country, noun and host."""
    parts = ["g", *([country.lower()] if country else []), slug(noun)]
    if posting is not None:
        parts.append(posting.lower())
    party = Party(
        party_id="-".join(parts), name=noun, name_raw=noun, kind=kind, country=country,
        sector=sector, office=office,
    )  # fmt: skip
    return Resolved(party=party, posting=posting, why=why, is_place=is_place)
