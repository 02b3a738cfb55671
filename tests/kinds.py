"""A few kinds of acts for tests of the record half."""

from __future__ import annotations

from dragoman.diplomacy.acts import ActKind, Effect
from dragoman.knowledge.tables import Knowledge, Office, State


def kind(name: str, *, label: str | None = None, **fields: object) -> ActKind:
    """An act kind; every field may be set."""
    given: dict[str, object] = {"event_type": None, "mode": None, "cameo": "---", "source": "test"}
    return ActKind(
        id=name, label=label or name.replace("_", " "), question=f"Who did {name}",
        **{**given, **fields},  # type: ignore[arg-type]
    )  # fmt: skip


KINDS = (
    kind("grant_asylum", label="granted asylum to", single=("beneficiary",),
         answers="request_asylum", manners=(("temporary",), ("permanent",))),
    kind("request_asylum", label="asked for asylum from"),
    kind("sever_relations", label="broke off relations with", interstate=True, once=True,
         single=("actor",), effect=Effect(sets=("severed",), requires=("related",))),
    kind("restore_relations", label="restored relations with", interstate=True, once=True,
         envoy="return_ambassador", effect=Effect(sets=("full",), requires=("severed",))),
    kind("return_ambassador", label="sent its ambassador back to", interstate=True,
         effect=Effect(sets=("actor_present",), requires=("related",))),
    kind("recall_ambassador", label="recalled its ambassador to", interstate=True, once=True,
         manners=(("temporarily",), ("for good", "indefinitely")),
         effect=Effect(sets=("actor_absent",), requires=("related", "actor_present"))),
    kind("expel_diplomats", label="expelled diplomats of", interstate=True, single=("number",),
         effect=Effect(sets=("recipient_absent",), requires=("recipient_present",), head=True)),
    kind("close_mission", label="closed a mission, with", interstate=True, single=("mission",)),
    kind("accuse", label="accused", kin=("condemn",), event_type="ACCUSE"),
    kind("condemn", label="criticised", kin=("accuse",), event_type="ACCUSE"),
    kind("deny_accusation", label="denied the accusations of"),
    kind("arrest", label="arrested people of", person_label="arrested"),
    kind("meet", label="met", reciprocal=True, event_type="CONSULT"),
    kind("appoint", label="appointed someone in", person_label="appointed"),
)  # fmt: skip


def _office(name: str, *, one_holder: bool) -> Office:
    return Office(
        id=name, words=(name,), sector="GOV", one_holder=one_holder, elsewhere=False, source="test"
    )


def _state(code: str, name: str) -> State:
    return State(
        id=code, name=name, official=None, capital=None, lat=None, lon=None, since=None, until=None,
        successor=None, parent=None, source="test",
    )  # fmt: skip


KNOWLEDGE = Knowledge(
    states={"URY": _state("URY", "Uruguay"), "CHL": _state("CHL", "Chile")},
    organisations={}, aliases=(),
    offices={
        "president": _office("president", one_holder=True),
        "lawmaker": _office("lawmaker", one_holder=False),
    },
    nouns={}, acts={one.id: one for one in KINDS}, plover={}, cameo={}, classes={}, patterns=(),
    embeddings=(), digest="test",
)  # fmt: skip
