"""Kinds of diplomatic acts: what each is, what it presupposes and what it does to relations."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What an act does to the relations of its dyad.

    `sets` is one of "severed", "full", "charge", or a change to one side's representation:
    "actor_absent" (the actor's head of mission in the recipient leaves), "recipient_absent" (the
    recipient's head of mission in the actor leaves), "actor_present", "recipient_present";
    "reopened": relations that were broken exist again, others stay as they are.
    `requires` what must hold before, and so what the act presupposes: "related" (relations exist),
    "severed" (there is something to restore), "actor_present", "recipient_present",
    "actor_absent" (fills the time before, but stands in nobody's way); none: anything.
    `head`: it has this effect only where the official concerned is the head of mission: to expel
    two attachés leaves the ambassador in post.
    """

    sets: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    head: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ActKind:
    """One act of the vocabulary (acts.toml).

    Attributes:
        id: "sever_relations".
        label: "broke off relations with": for one-line summaries, between actor and recipient.
        labels: the same by PLOVER type, for an act that has its type from the pattern.
        person_label: the same where the object is a person ("arrested", not "arrested people of").
        question: words for a conflict: "Who was granted asylum".
        event_type, mode, cameo: default codes; None where PLOVER has no type for the act.
        kin: acts that may tell of the same happening in other words.
        single: roles of which one happening has one value ("beneficiary", "recipient", ...).
        manners: ways of doing it that exclude each other, each as the words that tell of it
            ("temporarily" against "indefinitely").
        reciprocal: both parties do it (a meeting): all are actors.
        interstate: actor and recipient are states, so a missing side may be filled from the report.
        domestic: it mostly happens inside one state, so a side that is not named, or a body without
            a country ("Congress", "prosecutors"), belongs to the country of the other side.
        counterpart: a side that is not named may be the one other state that the sentence, or the
            report as a whole, is about.
        two_sided: it says nothing without somebody that it is done to ("demanded"): a telling that
            names nobody there is set aside.
        own: the act that it is when the official concerned is the actor's own: a state that orders
            its own diplomats out withdraws them.
        fill: for a role that the words leave empty, where else to look: {"recipient":
            ["official.posting", "official.country"]}: host or sender of the official.
        answers: the act that this one grants: whoever only did that has not got it.
        envoy: the act whose effect it has where it is about a head of mission only: an ambassador's
            return restores no broken relations.
        reopening: the act whose effect it has where it is about a mission only.
        effect: on relations, or None.
        article: the treaty article that it rests on, or None.
        once: an act that happens once for a dyad until undone (severing), so two tellings close in
            time are one happening even when details differ.
        source: where the definition comes from.
    """

    id: str
    label: str
    question: str
    event_type: str | None
    mode: str | None
    cameo: str
    kin: tuple[str, ...] = ()
    single: tuple[str, ...] = ()
    manners: tuple[tuple[str, ...], ...] = ()
    labels: dict[str, str] = field(default_factory=dict)
    person_label: str | None = None
    reciprocal: bool = False
    interstate: bool = False
    domestic: bool = False
    counterpart: bool = False
    two_sided: bool = False
    own: str | None = None
    fill: dict[str, tuple[str, ...]] = field(default_factory=dict)
    answers: str | None = None
    envoy: str | None = None
    reopening: str | None = None
    effect: Effect | None = None
    article: str | None = None
    once: bool = False
    source: str = ""
