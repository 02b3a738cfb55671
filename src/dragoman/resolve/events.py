"""resolve: EventMentions of one report -> Events, with its persons and offices.

The one entry point of the stage is `Resolver.resolve`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.diplomacy.acts import ActKind
from dragoman.knowledge.names import NameIndex, singular
from dragoman.knowledge.tables import Knowledge
from dragoman.model.coding import EventMention, Mention
from dragoman.model.event import Count, Event, OtherParty, Party, Place
from dragoman.model.ids import identifier
from dragoman.model.reading import ReportReading
from dragoman.model.report import Rejection
from dragoman.model.text import ParsedReport, Sentence, Token
from dragoman.resolve.belonging import state_of
from dragoman.resolve.parties import Cast
from dragoman.resolve.places import Places
from dragoman.resolve.reference import SAYING, SUBJECTS
from dragoman.resolve.resolved import Resolved, group, state
from dragoman.resolve.roles import StateMention, distinct, fill, other_state
from dragoman.resolve.setting import inside
from dragoman.resolve.statements import as_own, as_told
from dragoman.resolve.times import Calendar

RECORD, OPEN = "record", "open"
"""The context of single sentences: there an organisation's officials are booked as it, as PLOVER
and CAMEO do; a record keeps the person."""
ASIDE_BEFORE = re.compile(r"\b(?:anti-|pro-|ex-)$", re.IGNORECASE)
ETHNIC = re.compile(r"ethnic $", re.IGNORECASE)
ASIDE_AFTER = re.compile(r"-(?:based|born|style|made|speaking)\b", re.IGNORECASE)
NEXT_WORD = re.compile(r" (\w+)")
"""What makes a state's name say something else than that the state is concerned."""
INWARD = frozenset({"COERCE", "CONCEDE", "PROTEST"})
"""Types of what states mostly do at home: a curfew "in Chad" by Chad's army is done to Chad."""
FILLED = 0.85  # of the confidence that is left when a side had to be filled in
SIDES = ("actor", "recipient")
STATE_SECTORS = frozenset({"GOV", "MIL", "LEG", "SPY"})
ADDRESSED = frozenset(
    {"REQUEST", "REJECT", "THREATEN", "ACCUSE", "AGREE", "SUPPORT", "AID", "COOPERATE", "SANCTION"}
)
"""Types of the general act `other` that are done to somebody; a curfew or a mobilisation is not."""


class Resolver:
    """Resolves mentions against the knowledge; build once, use for every report."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._names = NameIndex.of(knowledge)

    def resolve(
        self,
        parsed: ParsedReport,
        mentions: Sequence[EventMention],
        *,
        coder: str,
        keep: frozenset[str] = frozenset(),
        context: str = RECORD,
    ) -> ReportReading:
        """Events, persons and offices of one report.

        A telling that says too little to stand in a record is set aside for one of the reasons
        `no_party`, `no_actor`, `no_recipient`, `unsure`, but for those the caller would `keep`.
        `context` says what confidence is calibrated for (calibration.csv).
        """
        cast = Cast(parsed, self._knowledge, self._names)
        calendar = Calendar(parsed)
        states = self._states(parsed)
        places = Places(parsed, self._names, cast, states)
        events: dict[str, Event] = {}
        rejections: list[Rejection] = []
        for mention in mentions:
            event = self._event(
                parsed, mention, cast, calendar, places, states, coder, keep=keep, context=context
            )
            if isinstance(event, Rejection):
                rejections.append(event)
            else:
                events.setdefault(event.event_id, event)
        return ReportReading(
            report=parsed.report, events=tuple(events.values()), persons=cast.persons(),
            offices=cast.offices(), rejections=tuple(rejections),
        )  # fmt: skip

    def _states(self, parsed: ParsedReport) -> tuple[StateMention, ...]:
        out = []
        for start, end, rows in self._names.find(parsed.report.text):
            row = rows[0]
            is_aside = self._is_aside(parsed.report.text, start, end)
            if row.party_id in self._knowledge.states and not is_aside:
                words = parsed.report.text[start:end]
                country = state_of(row.party_id, self._names, on=parsed.report.published)
                out.append(StateMention(country=country, start=start, end=end, text=words))
        return tuple(out)

    def _is_aside(self, text: str, start: int, end: int) -> bool:
        """Whether a state's name only says of what kind somebody is: "anti-Syrian editors".

        "Anti-Syrian sanctions" are on Syria.
        """
        if ASIDE_AFTER.match(text, end) or ETHNIC.search(text, max(0, start - 7), start):
            return True
        noun = NEXT_WORD.match(text, end)
        role = None if noun is None else self._names.role(singular(noun[1].lower()))
        is_somebody = role is not None and role.kind != "thing"
        return is_somebody and bool(ASIDE_BEFORE.search(text, max(0, start - 6), start))

    def _event(
        self,
        parsed: ParsedReport,
        mention: EventMention,
        cast: Cast,
        calendar: Calendar,
        places: Places,
        states: Sequence[StateMention],
        coder: str,
        *,
        keep: frozenset[str],
        context: str,
    ) -> Event | Rejection:
        coder = mention.coder or coder
        trigger = parsed.sentences[mention.sentence].tokens[mention.trigger_token]
        told = as_told(mention, cast, is_past=context != RECORD and trigger.tag == "VBD")
        mention = as_own(told, cast, self._knowledge)
        kind = self._knowledge.acts[mention.act]
        place = places.of(mention)
        roles, filled = self._roles(parsed, mention, kind, cast, place, states, context=context)
        if context == OPEN:
            roles = {role: tuple(map(_as_body, found)) for role, found in roles.items()}
        actors, recipients = distinct(roles["actor"]), distinct(roles["recipient"])
        others = tuple(
            OtherParty(role=role, party=party)
            for role in roles
            if role not in ("actor", "recipient")
            for party in distinct(roles[role])
        )
        report = parsed.report
        quote = parsed.quote(mention.quote)
        with_others = (*recipients, *(other.party for other in others))
        fault = _fault(kind, mention.plover.event_type, actors, with_others)
        is_told = _is_told_of_two(mention, actors, with_others) or _names_holder(
            mention, recipients
        )
        is_doubtful = mention.is_unsure and not is_told
        if fault is None and is_doubtful:
            fault = "unsure", "such words often tell something else"
        if fault is not None and fault[0] not in keep:
            reason, why = fault
            return Rejection(
                stage="resolve", uri=report.uri, reason=reason, report_id=report.report_id,
                detail=f"{mention.pattern}: {why}: {quote[:120]}",
            )  # fmt: skip
        acting = {actor.party_id for actor in actors}
        apart = tuple(p for p in recipients if p.party_id not in acting)
        if apart or context != OPEN or mention.plover.event_type not in INWARD:
            recipients = apart
        quad, intensity = self._knowledge.scores(
            mention.plover.event_type, mention.plover.mode, mention.cameo
        )
        raw = round(mention.confidence * FILLED**filled, 3)
        speakers = [r.party.name for m in mention.attributed_to for r in cast.who(m)]
        spoken = speakers or [m.text for m in mention.attributed_to]
        return Event(
            event_id=identifier(
                "e", report.report_id, *mention.trigger, *mention.quote, mention.act,
                mention.plover.event_type, mention.plover.mode, mention.cameo, mention.status,
                *(a.party_id for a in actors), ">", *(r.party_id for r in recipients), coder,
            ),
            report_id=report.report_id, report=report.uri, act=mention.act,
            event_type=mention.plover.event_type, mode=mention.plover.mode, cameo=mention.cameo,
            quad_class=quad, intensity=intensity, contexts=mention.plover.contexts,
            actors=actors, recipients=recipients, others=others, number=_count(parsed, mention),
            when=calendar.when(mention), place=place, status=mention.status,
            attributed_to=tuple(dict.fromkeys(spoken)), quote=quote,
            start=mention.quote.start, end=mention.quote.end, sentence=mention.sentence,
            trigger=parsed.quote(mention.trigger), pattern=mention.pattern,
            confidence=self._knowledge.calibrated(context, coder, raw), coder=coder,
        )  # fmt: skip

    def _roles(
        self,
        parsed: ParsedReport,
        mention: EventMention,
        kind: ActKind,
        cast: Cast,
        place: Place | None,
        states: Sequence[StateMention],
        *,
        context: str,
    ) -> tuple[dict[str, tuple[Resolved, ...]], int]:
        """Parties by role, and how many sides had to be filled in."""
        roles = {
            "actor": _who(cast, mention.actors),
            "recipient": _who(cast, mention.recipients),
        }
        for role, other in mention.others:
            named = _office(other) if role == "office" else cast.who(other)
            roles[role] = roles.get(role, ()) + named
        if kind.interstate and mention.plover.event_type != "CONSULT":
            home = {r.party.country for r in roles["actor"]}
            roles["recipient"] = tuple(
                r
                for r in roles["recipient"]
                if r.party.country is None or r.party.country not in home
            )
        if mention.plover.event_type == "CONSULT":
            roles["actor"] = _without_venue(roles["actor"])
        before = sum(bool(roles[side]) for side in SIDES)
        roles = fill(kind, roles, place, self._knowledge)
        if kind.domestic and not any(r.party.country for s in SIDES for r in roles[s]):
            self._inside(parsed, mention, cast, roles)
        if kind.counterpart:
            sentence = parsed.sentences[mention.sentence]
            if roles["actor"] or not mention.actors:  # words that stay open are not guessed at
                foreign = self._asides(parsed, mention, cast, of_states=context == OPEN)
                told = [m for m in states if not any(a <= m.start < b for a, b in foreign)]
                self._counterpart(roles, kind, told, (sentence.start, sentence.end))
        return roles, sum(bool(roles[side]) for side in SIDES) - before

    def _asides(
        self, parsed: ParsedReport, mention: EventMention, cast: Cast, *, of_states: bool
    ) -> list[tuple[int, int]]:
        """Where those stand who tell of it and speak for no state: "the Thai news agency said".

        `of_states`: also who speaks for a state, where the act has its actor: a single sentence
        says nothing else of why they tell it.
        """
        sentence = parsed.sentences[mention.sentence]
        speakers = [
            m.head for m in mention.attributed_to
            if m.sentence == sentence.index
            and not any(r.party.sector == "GOV" or r.party.office for r in cast.who(m))
        ]  # fmt: skip
        if of_states and mention.actors:
            speakers += [t.i for t in sentence.tokens if _says(sentence, t)]
        spans = (sentence.words(head) for head in speakers)
        return [(sentence.tokens[a].start, sentence.tokens[b].end) for a, b in spans]

    def _inside(
        self,
        parsed: ParsedReport,
        mention: EventMention,
        cast: Cast,
        roles: dict[str, tuple[Resolved, ...]],
    ) -> None:
        """Give a domestic act whose sides have no country the state of the clause it stands in."""
        country = inside(parsed, mention, cast)
        if country in self._knowledge.states:
            side = "recipient" if roles["actor"] else "actor"
            home = state(self._knowledge, country, parsed.quote(mention.trigger), "of the clause")
            roles[side] = (*roles[side], home)

    def _counterpart(
        self,
        roles: dict[str, tuple[Resolved, ...]],
        kind: ActKind,
        states: Sequence[StateMention],
        sentence: tuple[int, int],
    ) -> None:
        """Give the side that is not named the other state that the words are about."""
        named = [side for side in SIDES if roles[side]]
        known = roles[named[0]] if len(named) == 1 else ()
        if not known or len({r.party.country for r in known}) > 1:
            return
        by_report = all(_speaks_for_a_state(r.party) for r in known)
        other = other_state(known, states, sentence, self._knowledge, by_report=by_report)
        if other is not None:
            empty = "recipient" if named[0] == "actor" else "actor"
            roles[empty] = (other,)


def _who(cast: Cast, mentions: Sequence[Mention]) -> tuple[Resolved, ...]:
    return tuple(resolved for mention in mentions for resolved in cast.who(mention))


def _as_body(resolved: Resolved) -> Resolved:
    """The organisation of states that a person speaks for; all others as they are."""
    if resolved.body is None:
        return resolved
    return replace(resolved, party=replace(resolved.body, name_raw=resolved.party.name_raw))


def _says(sentence: Sentence, token: Token) -> bool:
    """Whether a token is the subject of a verb of saying that ends its sentence: "..., X said"."""
    verb = sentence.tokens[token.head]
    return token.dep in SUBJECTS and verb.lemma in SAYING and any(
        clause.i < token.i for clause in sentence.kids(verb.i, "ccomp", "parataxis")
    )  # fmt: skip


def _without_venue(parties: tuple[Resolved, ...]) -> tuple[Resolved, ...]:
    """Those who meet, without the town they meet in where two states are named besides."""
    met = tuple(r for r in parties if not r.is_place)
    return met if len({r.party.country for r in met} - {None}) > 1 else parties


def _fault(
    kind: ActKind, event_type: str | None, actors: Sequence[Party], others: Sequence[Party]
) -> tuple[str, str] | None:
    """Why a telling says too little to stand in the record, as (reason, plain words); or None."""
    if not _is_political(actors, others):
        return "no_party", "no state, organisation or person on either side"
    if not actors and not kind.domestic and kind.event_type != "ASSAULT":
        return "no_actor", "nobody is named who does it"
    two_sided = kind.two_sided and (kind.event_type is not None or event_type in ADDRESSED)
    if two_sided and len(actors) < 2 and not others:
        return "no_recipient", "nobody is named whom it is done to"
    return None


def _is_told_of_two(
    mention: EventMention, actors: Sequence[Party], others: Sequence[Party]
) -> bool:
    """Whether it is asserted, as done or planned, of named parties of two states."""
    if mention.status not in ("actual", "planned"):
        return False
    if not others:  # done together
        actors, others = actors[:1], actors[1:]
    doers, done_to = _named(actors), _named(others)
    return bool(doers and done_to) and not doers & done_to


def _names_holder(mention: EventMention, recipients: Sequence[Party]) -> bool:
    """Whether somebody is named to an office that the report's words give them."""
    return mention.act == "appoint" and any(p.kind == "person" and p.office for p in recipients)


def _named(parties: Sequence[Party]) -> set[str]:
    """The states of named parties, or their ids where they belong to none."""
    return {p.country or p.party_id for p in parties if p.kind != "group"}


def _is_political(actors: Sequence[Party], recipients: Sequence[Party]) -> bool:
    """Whether a side is a state, an organisation, a named person, or people with a country."""
    return any(
        p.kind in ("state", "organisation", "person") or p.country is not None or p.office
        for p in (*actors, *recipients)
    )


def _office(mention: Mention) -> tuple[Resolved, ...]:
    """An office as such: "removed him from *the presidency*" names no person."""
    words = mention.text.lower().removeprefix("the ")
    return (group(words, None, None, "an office"),)


def _speaks_for_a_state(party: Party) -> bool:
    if party.kind == "organisation":
        return True
    return party.country is not None and (party.kind == "state" or party.sector in STATE_SECTORS)


def _count(parsed: ParsedReport, mention: EventMention) -> Count | None:
    number = mention.number
    if number is None:
        return None
    return Count(value=number.value, unit=number.unit, quote=parsed.quote(number.span))
