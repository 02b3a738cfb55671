"""Codings that depend on who the parties are.

What a party says of another's conduct is an accusation, not an act of the other.

"Kenya says the Somali government rules by fear" tells that Kenya accuses Somalia. It holds for
conduct without a name of its own (the general act `other`), said by a party of another country; a
dated, named act (an arrest, an expulsion) that a party reports stays that act, attributed. And to
order diplomats out is to expel another's, but to withdraw one's own (`ActKind.own`).

Source: PLOVER manual 2.0, ACCUSE: allegation of wrongdoing, whatever its truth.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.knowledge.tables import Knowledge
from dragoman.model.coding import EventMention, Plover
from dragoman.resolve.parties import Cast
from dragoman.resolve.resolved import Resolved

CONDUCT = frozenset({"COERCE", "ASSAULT", "REJECT"})
REPORTERS = frozenset({"JRN"})
ALLEGE = Plover(event_type="ACCUSE", mode="allege")
ALLEGE_CAMEO = "112"


def as_told(mention: EventMention, cast: Cast, *, is_past: bool = False) -> EventMention:
    """`mention`, or the accusation that it is in the mouth of its speaker.

    What somebody is told to have done once (`is_past`) stays that deed, as told by the speaker.
    """
    if mention.act != "other" or mention.plover.event_type not in CONDUCT:
        return mention
    if mention.status not in ("actual", "claimed") or not mention.attributed_to:
        return mention
    if is_past:
        return mention
    speaker = mention.attributed_to[0]
    accusers = {r.party.country for r in cast.who(speaker) if _can_accuse(r)}
    accused = {r.party.country for actor in mention.actors for r in cast.who(actor)}
    if not accusers or not accused - {None} or accusers & accused:
        return mention
    return replace(
        mention, act="accuse", plover=replace(ALLEGE, contexts=mention.plover.contexts),
        cameo=ALLEGE_CAMEO, actors=(speaker,), recipients=mention.actors, status="actual",
        attributed_to=mention.attributed_to[1:],
    )  # fmt: skip


def as_own(mention: EventMention, cast: Cast, knowledge: Knowledge) -> EventMention:
    """`mention`, or the act that it is when the official concerned is the actor's own."""
    own = knowledge.acts.get(knowledge.acts[mention.act].own or "")
    officials = [other for role, other in mention.others if role == "official"]
    if own is None or not officials:
        return mention
    senders = {r.party.country for official in officials for r in cast.who(official)}
    actors = {r.party.country for actor in mention.actors for r in cast.who(actor)}
    if None in senders or not senders or senders != actors:
        return mention
    plover = Plover(event_type=own.event_type, mode=own.mode, contexts=mention.plover.contexts)
    return replace(mention, act=own.id, plover=plover, cameo=own.cameo, recipients=())


def _can_accuse(resolved: Resolved) -> bool:
    return resolved.party.country is not None and resolved.party.sector not in REPORTERS
