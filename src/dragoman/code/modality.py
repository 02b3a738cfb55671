"""How a report asserts a predicate: as fact, claim, plan, denial or possibility; and by whom.

The status is read by climbing from the predicate to the verbs and nouns that govern it. Each may
change it: "said" only attributes, "plans to" makes it planned, "refused to" denied, "alleged"
claimed (embeddings.toml). The strongest change on the way wins: denied, hypothetical, planned,
claimed, actual, in that order; except that a claim about a denial stays a denial.

Source: the factuality classes are those of FactBank (Saurí and Pustejovsky 2009), folded into the
five statuses of record.md.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.knowledge.tables import Embedding
from dragoman.model.text import Sentence, Token

STRENGTH = {"actual": 0, "claimed": 1, "aim": 2, "planned": 3, "hypothetical": 4, "denied": 5}
"""Statuses, and "aim": planned, but only as the aim of something else."""
EFFECTS = {
    "say": "actual", "claim": "claimed", "deny": "denied", "plan": "planned",
    "wish": "hypothetical", "try": "actual", "refuse": "denied", "fail": "denied",
    "phase": "actual", "cause": "actual", "decide": "actual",
}  # fmt: skip
NO_EFFECT_ON_NOUNS = frozenset({"refuse"})
"""What is opposed or rejected as a thing is there: "opposed the ouster"."""
DONE_AS_A_THING = frozenset({"undertake"})
"""Who undertakes to go has not gone; who undertakes a mission is on it."""
HANDING_ON = frozenset({"phase", "cause", "decide", "plan", "try"})
SPEAKING = frozenset({"say", "claim", "deny"})
FUTURE = frozenset({"will", "shall", "'ll", "’ll"})
UNWILLING = FUTURE | {"would", "'d", "’d", "can"}
POSSIBLE = frozenset({"may", "might", "could", "can", "would", "should", "must", "ought"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
LIMITS = frozenset({"until", "till"})
NEVER = frozenset({"never", "hardly", "no", "neither", "nor", "without"})
MAX_CLIMB = 15
REASONS = frozenset(
    {"over", "after", "following", "because", "due", "amid", "amidst", "since", "despite", "before",
     "during", "owing", "given"}
)  # fmt: skip
"""What stands under these is the setting of an act, not what it is about."""


@dataclass(frozen=True, slots=True)
class Assertion:
    """Status of a predicate, who says so (heads of noun phrases, innermost first).

    `attempted` is set where the words tell of a try, `refused` where it is said not to be done in
    future ("will not send"); `is_conditional` where it is said what will be done on a condition
    ("will retaliate if ..."); `is_aim` where it is planned only as the aim of something else;
    `inside` lists the governing predicates.
    """

    status: str
    speakers: tuple[int, ...]
    inside: tuple[int, ...]
    attempted: bool = False
    refused: bool = False
    is_aim: bool = False
    is_conditional: bool = False


class Modality:
    """Reads assertions; built once from the embeddings."""

    def __init__(self, embeddings: tuple[Embedding, ...]) -> None:
        self._effect: dict[tuple[str, str], str] = {}
        for row in embeddings:
            for word in row.words:
                self._effect[row.kind, word] = row.effect

    def passes_subject(self, lemma: str) -> bool:
        """Whether a verb hands its subject on to an event noun in its object."""
        return self._effect.get(("verb", lemma)) in HANDING_ON

    def sayers(
        self, sentence: Sentence, agents: Callable[[int], tuple[int, ...]]
    ) -> tuple[int, ...]:
        """Who says something in the sentence: subjects of its main verb of saying; may be empty."""
        for token in sentence.tokens:
            is_main = token.dep in ("ROOT", "conj", "parataxis") and token.tag.startswith("VB")
            if is_main and self._effect_of(sentence, token) in SPEAKING:
                return agents(token.i)
        return ()

    def read(
        self, sentence: Sentence, at: int, agents: Callable[[int], tuple[int, ...]]
    ) -> Assertion:
        """The assertion of the predicate at `at`; `agents` gives a verb's logical subjects."""
        statuses = [self._local(sentence, at)]
        speakers: list[int] = []
        inside: list[int] = []
        attempted = False
        token = sentence.tokens[at]
        for _ in range(MAX_CLIMB):
            if _is_a_setting(sentence, token):
                break
            above = self._governor(sentence, token)
            if above is None or (token.dep == "advcl" and not sentence.is_infinitive(token.i)):
                break
            effect = self._effect_of(sentence, above)
            is_thing = token.dep in ("dobj", "pobj", "nsubjpass")
            if is_thing and (effect in NO_EFFECT_ON_NOUNS or above.lemma in DONE_AS_A_THING):
                effect = None
            if token.dep == "conj" and effect is not None and not _is_clause_of(token, above):
                effect = None  # a sibling, not a governor
            if effect is None and not self._transparent(token, above):
                break
            if effect is not None:
                inside.append(above.i)
                attempted = attempted or effect == "try"
                statuses.append(self._under(sentence, above, effect))
                if effect in SPEAKING:
                    speakers.extend(agents(above.i))
            statuses.append(self._local(sentence, above.i))
            token = above
        speakers.extend(_according_to(sentence, token.i))
        if sentence.tokens[-1].text == "?" or _is_question(sentence):
            statuses.append("hypothetical")
        status = max(statuses, key=lambda s: STRENGTH[s])
        is_open = status != "denied" or "hypothetical" in statuses
        refused = not is_open and _is_refused(sentence, at)
        return Assertion(
            "planned" if status == "aim" else status, tuple(dict.fromkeys(speakers)),
            tuple(inside), attempted, refused, status == "aim",
            status == "hypothetical" and _is_conditional(sentence, at),
        )  # fmt: skip

    def _under(self, sentence: Sentence, above: Token, effect: str) -> str:
        """What a governor makes of what it governs, its own negation counted."""
        if not _is_negated(sentence, above.i):
            return EFFECTS[effect]
        return {
            "deny": "actual", "refuse": "actual", "fail": "actual", "say": "hypothetical",
            "claim": "hypothetical",
        }.get(effect, "denied")  # fmt: skip

    def _local(self, sentence: Sentence, i: int) -> str:
        """Status from the predicate's own auxiliaries, negation, conjunction and adverbs."""
        token = sentence.tokens[i]
        found = ["actual"]
        effect = self._effect_of(sentence, token)
        if _is_negated(sentence, i) and effect in (None, "phase", "cause", "decide", "try"):
            found.append("denied")
        found.extend(self._from_kid(sentence, token, kid) for kid in sentence.kids(i))
        if token.dep == "advcl" and sentence.is_infinitive(i):
            found.append("aim")
        if token.dep == "conj" and not sentence.kids(i, "aux", "nsubj", "nsubjpass", "auxpass"):
            above = sentence.tokens[token.head]
            if above.tag.startswith("VB") == token.tag.startswith("VB"):
                found.append(self._shared(sentence, above.i))
        return max(found, key=lambda s: STRENGTH[s])

    def _from_kid(self, sentence: Sentence, token: Token, kid: Token) -> str:
        """What one dependent of a predicate makes of its status."""
        if kid.dep == "aux" and kid.lemma in FUTURE:
            return "planned"
        if kid.dep == "aux" and kid.lemma in POSSIBLE:
            return self._modal(sentence, token.i, kid)
        if kid.dep == "mark" and kid.lemma in CONDITIONS:
            return "hypothetical"
        if kid.dep == "mark" and kid.lemma in LIMITS and _is_present(sentence, token):
            return "hypothetical"  # "until it releases them": it has not yet
        if kid.dep == "advcl" and token.tag.startswith("VB"):
            is_condition = any(m.lemma in CONDITIONS for m in sentence.kids(kid.i, "mark"))
            has_modal = any(a.tag == "MD" for a in sentence.kids(token.i, "aux"))
            return "hypothetical" if is_condition and has_modal else "actual"
        if kid.dep in ("advmod", "amod"):
            kind = "adverb" if kid.dep == "advmod" else "adjective"
            words = (kid.lemma, kid.text.lower())
            effect = next((e for w in words if (e := self._effect.get((kind, w)))), None)
            return "actual" if effect is None else EFFECTS[effect]
        return "actual"

    def _shared(self, sentence: Sentence, i: int) -> str:
        """The modal of a first conjunct, which its siblings share ("will recall and expel")."""
        lemmas = {t.lemma for t in sentence.kids(i, "aux")}
        if lemmas & FUTURE:
            return "planned"
        return "hypothetical" if lemmas & POSSIBLE else "actual"

    def _modal(self, sentence: Sentence, i: int, modal: Token) -> str:
        """ "would" after "said" is the future seen from the past; else it is a condition."""
        if modal.lemma in ("would", "'d", "may") or modal.text.lower() == "would":
            above = self._governor(sentence, sentence.tokens[i])
            if above is not None and self._effect_of(sentence, above) in ("say", "plan", "decide"):
                return "planned"
        return "hypothetical"

    def _governor(self, sentence: Sentence, token: Token) -> Token | None:
        """The word that governs `token`, prepositions skipped; None at the top."""
        if token.head == token.i or token.dep in ("relcl", "ROOT"):
            return None
        above = sentence.tokens[token.head]
        while above.pos == "ADP" and above.head != above.i:
            above = sentence.tokens[above.head]
        return above

    def _transparent(self, token: Token, above: Token) -> bool:
        """Whether to climb on through a word that changes nothing itself."""
        if token.dep in ("conj", "xcomp"):
            return True
        if token.dep in ("dobj", "nsubjpass", "pobj", "ccomp", "pcomp", "attr"):
            return above.tag.startswith("VB") and above.lemma in ("be", "have", "see")
        return False

    def _effect_of(self, sentence: Sentence, token: Token) -> str | None:
        if token.tag.startswith("VB"):
            particle = " ".join(t.lemma for t in sentence.kids(token.i, "prt"))
            lemma = f"{token.lemma} {particle}".strip()
            return self._effect.get(("verb", lemma)) or (
                None if particle else self._effect.get(("verb", token.lemma))
            )
        if token.pos == "ADJ":
            return self._effect.get(("adjective", token.lemma))
        if token.pos == "NOUN":
            return self._effect.get(("noun", token.lemma))
        return None


def _is_present(sentence: Sentence, token: Token) -> bool:
    """Whether a verb stands in the present, also a passive ("are met")."""
    tags = {token.tag, *(t.tag for t in sentence.kids(token.i, "auxpass"))}
    return bool(tags & {"VBZ", "VBP"})


def _is_a_setting(sentence: Sentence, token: Token) -> bool:
    """Whether a noun only gives the setting of what is told: "called it off after *talks*"."""
    above = sentence.tokens[token.head]
    return token.dep == "pobj" and above.text.lower() in REASONS


def _is_clause_of(token: Token, above: Token) -> bool:
    return token.dep in ("ccomp", "xcomp", "acl", "pcomp", "dobj", "pobj", "nsubjpass", "attr")


def _is_negated(sentence: Sentence, i: int) -> bool:
    for kid in sentence.kids(i):
        if kid.lemma in ("long", "longer") and any(t.lemma == "no" for t in sentence.kids(kid.i)):
            return True  # "no longer"
        if kid.dep == "neg" or (kid.dep in ("advmod", "det", "preconj") and kid.lemma in NEVER):
            return True
        if kid.dep in ("nsubj", "nsubjpass", "dobj") and any(
            t.lemma == "no" for t in sentence.kids(kid.i, "det")
        ):
            return True
    token = sentence.tokens[i]
    return token.dep == "pcomp" and sentence.tokens[token.head].lemma == "without"


def _is_refused(sentence: Sentence, i: int) -> bool:
    """Whether a verb is negated in the future, or in what somebody is ready to do."""
    if not _is_negated(sentence, i):
        return False
    return any(t.lemma in UNWILLING for t in sentence.kids(i, "aux"))


def _is_conditional(sentence: Sentence, i: int) -> bool:
    """Whether a verb stands in the future, and with a clause that states a condition."""
    if not any(t.lemma in FUTURE or t.lemma == "would" for t in sentence.kids(i, "aux")):
        return False
    clauses = sentence.kids(i, "advcl")
    return any(m.lemma in CONDITIONS for c in clauses for m in sentence.kids(c.i, "mark"))


def _is_question(sentence: Sentence) -> bool:
    return (
        sentence.tokens[-1].text in ("?", "”", '"')
        and len(sentence.tokens) > 1
        and (sentence.tokens[-2].text == "?")
    )


def _according_to(sentence: Sentence, i: int) -> list[int]:
    """Whom "according to X" or "per X", anywhere on the clause, names."""
    out: list[int] = []
    for kid in sentence.kids(i, "prep", "advcl", "advmod"):
        if kid.lemma == "accord" or kid.text.lower() in ("according", "per"):
            holders = [kid, *sentence.kids(kid.i, "prep")]
            out.extend(t.i for h in holders for t in sentence.kids(h.i, "pobj"))
    return out
