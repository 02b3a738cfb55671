"""What the tellings of an incident mean in diplomatic law, where its act alone does not say."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.diplomacy.acts import ActKind
from dragoman.knowledge.tables import Knowledge
from dragoman.model.event import Event, OtherParty
from dragoman.model.incident import Incident

_HEAD = re.compile(
    r"\b(?:ambassador|envoy|nuncio|high commissioner)s?\b"
    r"|\b(?:head|chief)s? of (?:\w+ )?missions?\b",
    re.IGNORECASE,
)
_CONSULAR = re.compile(r"\bconsular (?:relations?|ties|links?|representation)\b", re.IGNORECASE)
_DIPLOMATIC = re.compile(
    r"\bdiplomatic (?:\w+ )?(?:and|or|relations?|ties|links?|bonds?)\b"
    r"|\ball (?:\w+ )?(?:relations|ties)\b",
    re.IGNORECASE,
)
_CONSULATE = re.compile(r"\bconsula(?:te|r)", re.IGNORECASE)
_EMBASSY = re.compile(r"\bembass(?:y|ies)\b|\bhigh commission\b|\bnunciature\b", re.IGNORECASE)

PLAIN, MISSION, ENVOY, NOTHING = "plain", "mission", "envoy", "nothing"


class Senses:
    """What tellings mean, by the knowledge's acts and patterns."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._acts = knowledge.acts
        self._tells = {one.id: one.tells for one in knowledge.patterns if one.tells is not None}

    def meant(self, incident: Incident, tellings: Iterable[Event]) -> ActKind | None:
        """The kind that says what the incident does to relations; None: nothing.

        Where one telling has the act itself, it stands; else a mission that reopens or an envoy who
        returns. Words of mood ("mended fences") and of consular relations change no level.
        """
        kind = self._acts.get(incident.act)
        told = list(tellings)
        if kind is None:
            return None
        if kind.effect is not None and kind.effect.head:
            of_head = is_of_head(incident.others, (event.quote for event in told))
            return kind if of_head else None
        senses = {self._sense(event, kind) for event in told} or {PLAIN}
        if PLAIN in senses and kind.envoy is not None and is_of_head(incident.others):
            senses = (senses - {PLAIN}) | {ENVOY}
        if PLAIN in senses:
            return kind
        if MISSION in senses and kind.reopening is not None:
            return self._acts[kind.reopening]
        return self._acts[kind.envoy] if ENVOY in senses and kind.envoy is not None else None

    def told_by(self, tellings: Iterable[Event]) -> frozenset[str]:
        """What the words tell besides their act (`Pattern.tells`)."""
        found = (self._tells.get(event.pattern) for event in tellings)
        return frozenset(one for one in found if one is not None)

    def _sense(self, event: Event, kind: ActKind) -> str:
        tells = self._tells.get(event.pattern)
        if tells == "mood" or is_consular(event.quote):
            return NOTHING
        if tells == "mission_open" and kind.reopening is not None:
            names = [other.party.name_raw for other in event.others if other.role == "mission"]
            is_consulate = mission_kind((*names, event.quote)) == "consulate"
            return NOTHING if is_consulate else MISSION
        return ENVOY if kind.envoy is not None and is_of_head(event.others) else PLAIN


def is_of_head(others: Iterable[OtherParty], quotes: Iterable[str] = ()) -> bool:
    """Whether the official concerned is the head of mission, by office or by the words."""
    officials = [other.party for other in others if other.role == "official"]
    words = [party.office or "" for party in officials] + [party.name_raw for party in officials]
    return any(_HEAD.search(text) for text in (*words, *quotes))


def is_consular(words: str) -> bool:
    """Whether words tell of consular relations and not of diplomatic ones too."""
    return _CONSULAR.search(words) is not None and _DIPLOMATIC.search(words) is None


def mentions_consular(words: str) -> bool:
    """Whether words tell of what is consular."""
    return re.search(r"\bconsular\b", words, re.IGNORECASE) is not None


def mission_kind(words: Iterable[str]) -> str | None:
    """ "embassy" or "consulate", by the first words that tell; None: none does."""
    for text in words:
        is_consulate, is_embassy = _CONSULATE.search(text), _EMBASSY.search(text)
        if (is_consulate is None) is not (is_embassy is None):
            return "embassy" if is_consulate is None else "consulate"
    return None
