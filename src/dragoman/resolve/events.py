"""resolve: EventMentions of one report -> Events, with its persons and offices.

The one entry point of the stage is `Resolver.resolve`.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.diplomacy.acts import ActKind
from dragoman.knowledge.names import NameIndex
from dragoman.knowledge.tables import Knowledge
from dragoman.model.coding import EventMention, Mention
from dragoman.model.event import Count, Event, OtherParty, Party, Place
from dragoman.model.ids import identifier
from dragoman.model.reading import ReportReading
from dragoman.model.report import Rejection
from dragoman.model.text import ParsedReport
from dragoman.resolve.parties import Cast
from dragoman.resolve.places import Places
from dragoman.resolve.resolved import Resolved, group, state
from dragoman.resolve.roles import StateMention, distinct, fill, other_state
from dragoman.resolve.setting import inside
from dragoman.resolve.statements import as_own, as_told
from dragoman.resolve.times import Calendar

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
        context: str = "record",
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
            if row.party_id in self._knowledge.states:
                words = parsed.report.text[start:end]
                out.append(StateMention(country=row.party_id, start=start, end=end, text=words))
        return tuple(out)

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
        mention = as_own(as_told(mention, cast), cast, self._knowledge)
        kind = self._knowledge.acts[mention.act]
        place = places.of(mention)
        roles, filled = self._roles(parsed, mention, kind, cast, place, states)
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
        recipients = tuple(p for p in recipients if p.party_id not in {a.party_id for a in actors})
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
        before = sum(bool(roles[side]) for side in SIDES)
        roles = fill(kind, roles, place, self._knowledge)
        if kind.domestic and not any(r.party.country for s in SIDES for r in roles[s]):
            self._inside(parsed, mention, cast, roles)
        if kind.counterpart:
            sentence = parsed.sentences[mention.sentence]
            if roles["actor"] or not mention.actors:  # words that stay open are not guessed at
                self._counterpart(roles, kind, states, (sentence.start, sentence.end))
        return roles, sum(bool(roles[side]) for side in SIDES) - before

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
