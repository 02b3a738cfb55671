"""What the grammar says about when: clauses, their tense, and how one hangs on another."""

from __future__ import annotations

from enum import Enum

from dragoman.model.text import Sentence, Token


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SAYING = _words(
    "accuse acknowledge add admit affirm allege announce argue ask assert assure blame call "
    "caution cite claim comment complain concede conclude condemn confirm contend criticise "
    "criticize declare decry demand denounce deny describe disclose dismiss emphasise emphasize "
    "estimate explain hail hint indicate inform insist label lament maintain mention note observe "
    "pledge praise predict promise propose reaffirm recommend reiterate "
    "reject remark repeat reply report request respond reveal say signal slam speak state "
    "stress suggest tell testify thank threaten tweet underline underscore urge voice vow warn "
    "welcome write"
)
"""Verbs by which somebody says something: news of the day when they carry no date."""

ANNOUNCING = _words(
    "announce confirm declare decide order reveal disclose notify unveil agree authorise authorize "
    "approve release issue publish sign demand request propose launch begin start make"
)
"""Verbs whose object happens when they do: "announced the closure", "made the announcement"."""

HAPPENING = _words(
    "come follow happen occur take place begin start make pass mark end draw spark prompt trigger "
    "lead cause be result continue open last"
)
"""Verbs whose subject happens when they do: "the expulsion came on Monday"."""

EVENTFUL = _words(
    "attempt election vote coup ouster attack war crisis summit visit talk protest ceremony speech "
    "session raid strike conference death arrest trial trip call dinner service inauguration "
    "uprising overthrow exile defeat bombing revolt riot march rally deal pact accord treaty "
    "embargo ruling verdict law report interview letter statement tweet scandal massacre siege fall"
)
_EVENTFUL_ENDINGS = ("tion", "sion", "ment", "ing", "ure", "al", "ance", "ence")
_NOT_EVENTFUL = _words(
    "government parliament nation relation mission official general capital department "
    "constitution building opposition organisation organization administration region "
    "position commission delegation institution tribunal criminal individual journal animal "
    "document population legislature creature president science prime"
)

_FUTURE = frozenset({"will", "shall", "would", "'ll", "’ll"})
_MODAL = frozenset({"may", "might", "could", "can", "should", "must"})
_PLANNING = _words(
    "plan expect schedule intend aim hope want set seek consider threaten vow pledge promise "
    "prepare agree due likely ready"
)


class Tense(Enum):
    """The tense of a clause, as far as dating needs it."""

    PAST = "past"
    PAST_PERFECT = "past perfect"
    PERFECT = "perfect"
    PRESENT = "present"
    FUTURE = "future"
    MODAL = "modal"
    NONE = "none"


class Tie(Enum):
    """How the time of a clause (or noun) follows from that of what governs it."""

    SAME = "same time"
    REPORTED = "told then"
    BEFORE = "before it"
    JUST = "just before it"
    AFTER = "after it"
    LOOSE = "not tied"


def is_verb(token: Token) -> bool:
    """Whether the token can head a clause."""
    return token.tag.startswith("VB") and token.dep not in (
        "aux", "auxpass", "amod", "compound", "prep", "nmod", "case", "punct", "nummod",
    )  # fmt: skip


def is_eventful(token: Token) -> bool:
    """Whether a noun names something that happens."""
    if token.tag not in ("NN", "NNS") or token.lemma in _NOT_EVENTFUL:
        return False
    return token.lemma in EVENTFUL or token.lemma.endswith(_EVENTFUL_ENDINGS)


def root_of(sentence: Sentence) -> int:
    """The token that heads the whole sentence."""
    return next((token.i for token in sentence.tokens if token.head == token.i), 0)


def clause_of(sentence: Sentence, i: int) -> int:
    """The verb that heads the clause of token `i` (itself when it is one); else the root."""
    token = sentence.tokens[i]
    while not is_verb(token) and token.head != token.i:
        token = sentence.tokens[token.head]
    return token.i


def tense_of(sentence: Sentence, verb: int) -> Tense:
    """The tense of the clause that `verb` heads; a bare infinitive or participle has none."""
    token = sentence.tokens[verb]
    helpers = [kid for kid in sentence.kids(verb, "aux", "auxpass") if kid.tag != "TO"]
    words = {kid.text.lower() for kid in helpers}
    if words & _FUTURE:
        return Tense.FUTURE
    if "had" in words and token.tag in ("VBN", "VBD"):
        return Tense.PAST_PERFECT
    if words & _MODAL:
        return Tense.MODAL
    if words & {"have", "has", "'ve", "’ve"} and token.tag in ("VBN", "VBD"):
        return Tense.PERFECT
    if token.tag == "VBG" and token.lemma == "go" and sentence.kids(verb, "xcomp"):
        return Tense.FUTURE
    if words & {"did", "was", "were"} or token.tag == "VBD":
        return Tense.PAST
    if words & {"is", "are", "am", "does", "do", "'s", "’s"} or token.tag in ("VBZ", "VBP"):
        return Tense.PRESENT
    return Tense.NONE


def is_about_then(sentence: Sentence, verb: int) -> bool:
    """Whether reported words in the past tense are about the time of speaking.

    "Said it was considering" reports "we are considering"; a denial ("said he had not met") is
    news by being said.
    """
    token = sentence.tokens[verb]
    tense = tense_of(sentence, verb)
    if tense not in (Tense.PAST, Tense.PAST_PERFECT):
        return True
    is_progressive = token.tag == "VBG" or token.lemma == "be"
    return (is_progressive and tense is Tense.PAST) or bool(sentence.kids(verb, "neg"))


def is_planned(sentence: Sentence, verb: int) -> bool:
    """Whether the clause, or the verb it completes, speaks of what is to come."""
    token = sentence.tokens[verb]
    tense = tense_of(sentence, verb)
    if tense is Tense.FUTURE:
        return True
    if tense is not Tense.NONE or token.tag == "VBG":
        return False
    above = sentence.tokens[token.head]
    if token.dep in ("xcomp", "ccomp", "acl", "advcl") and above.i != token.i:
        return above.lemma in _PLANNING or (is_verb(above) and is_planned(sentence, above.i))
    return False


def governor(sentence: Sentence, i: int) -> tuple[int, Tie] | None:
    """The verb or noun whose time token `i` takes its own from, and how; None at the top.

    `i` is a verb that heads a clause, or a noun that names an event.
    """
    token = sentence.tokens[i]
    if token.head == i:
        return None
    above = sentence.tokens[token.head]
    if is_verb(token):
        return _governor_of_clause(sentence, token, above)
    return _governor_of_noun(sentence, token, above)


def _governor_of_clause(sentence: Sentence, token: Token, above: Token) -> tuple[int, Tie]:
    if token.dep == "conj":
        return above.i, _conjoined(sentence, token, above)
    if token.dep == "xcomp":
        return above.i, Tie.SAME
    if token.dep in ("ccomp", "parataxis"):
        is_report = above.lemma in SAYING and tense_of(sentence, token.i) is not Tense.NONE
        return above.i, Tie.REPORTED if is_report else Tie.SAME
    if token.dep == "pcomp":
        return _through_preposition(sentence, above)
    if token.dep == "advcl":
        return above.i, _subordinate(sentence, token)
    if token.dep == "acl" and token.tag in ("VB", "VBG"):
        return above.i, Tie.SAME
    if token.dep == "relcl" and is_eventful(above) and _is_at_which(sentence, token):
        return above.i, Tie.SAME
    if token.dep == "relcl" and token.lemma in SAYING:
        # "The minister, who accused them of lying, ...": said on the occasion that is told.
        is_past = tense_of(sentence, token.i) in (Tense.PAST, Tense.PRESENT)
        return clause_of(sentence, above.i), Tie.SAME if is_past else Tie.LOOSE
    return above.i, Tie.LOOSE


def _is_at_which(sentence: Sentence, token: Token) -> bool:
    """Whether a relative clause tells what was done on an occasion: "talks at which they met"."""
    for preposition in sentence.kids(token.i, "prep"):
        if preposition.text.lower() in ("at", "during", "in"):
            return any(kid.lemma == "which" for kid in sentence.kids(preposition.i, "pobj"))
    return any(kid.lemma == "where" for kid in sentence.kids(token.i, "advmod"))


def _conjoined(sentence: Sentence, token: Token, above: Token) -> Tie:
    own, other = tense_of(sentence, token.i), tense_of(sentence, above.i)
    if own is other or own is Tense.NONE or {own, other} == {Tense.PERFECT, Tense.PAST}:
        return Tie.SAME
    return Tie.LOOSE


_TIES = {
    "after": Tie.JUST, "since": Tie.BEFORE, "because": Tie.BEFORE, "before": Tie.AFTER,
    "until": Tie.AFTER, "when": Tie.SAME, "as": Tie.SAME, "while": Tie.SAME, "once": Tie.BEFORE,
}  # fmt: skip


def _subordinate(sentence: Sentence, token: Token) -> Tie:
    for kid in sentence.kids(token.i, "mark", "advmod"):
        tie = _TIES.get(kid.text.lower())
        if tie is not None:
            return tie
        if kid.dep == "mark":
            return Tie.LOOSE
    return Tie.SAME if token.tag in ("VBG", "VB") else Tie.LOOSE


_PREPOSITIONS = {
    "after": Tie.JUST, "following": Tie.JUST, "since": Tie.BEFORE, "before": Tie.AFTER,
    "until": Tie.AFTER, "by": Tie.SAME, "in": Tie.SAME, "with": Tie.SAME, "at": Tie.SAME,
    "during": Tie.SAME, "of": Tie.SAME,
    "as": Tie.SAME, "through": Tie.SAME, "on": Tie.SAME, "to": Tie.SAME,
}  # fmt: skip


_OCCASIONS = frozenset({"by", "of", "during"})
"""Other prepositions of a verb of saying lead to what it is about: "railed at the crackdown"."""


def _through_preposition(sentence: Sentence, preposition: Token) -> tuple[int, Tie]:
    tie = _PREPOSITIONS.get(preposition.text.lower(), Tie.LOOSE)
    return preposition.head, tie


def _governor_of_noun(sentence: Sentence, token: Token, above: Token) -> tuple[int, Tie]:
    if token.dep in ("pobj", "pcomp") and above.dep in ("prep", "agent", "dative", "advmod"):
        verb, tie = _through_preposition(sentence, above)
        is_topic = sentence.tokens[verb].lemma in SAYING and above.lemma not in _OCCASIONS
        return verb, Tie.LOOSE if is_topic and tie is Tie.SAME else tie
    if token.dep in ("nsubj", "nsubjpass"):
        happens = above.lemma in HAPPENING or above.lemma in ANNOUNCING
        return above.i, Tie.SAME if happens else Tie.LOOSE
    if token.dep in ("dobj", "attr", "oprd", "dative"):
        happens = above.lemma in ANNOUNCING or above.lemma in HAPPENING or above.lemma in SAYING
        return above.i, Tie.SAME if happens else Tie.LOOSE
    return above.i, Tie.SAME


def occasions(sentence: Sentence, verb: int) -> frozenset[int]:
    """Tokens below a verb whose date is the verb's too.

    Its infinitive ("decided to leave on Monday") and the occasion it happened on ("said at a news
    conference on Monday").
    """
    below = sentence.kids(verb, "xcomp", "ccomp")
    out = {kid.i for kid in below if tense_of(sentence, kid.i) is Tense.NONE}
    for preposition in sentence.kids(verb, "prep"):
        if preposition.text.lower() in ("at", "during", "in", "on", "to"):
            out.update(noun.i for noun in sentence.kids(preposition.i, "pobj"))
    return frozenset(out)


_AGENTS = ("or", "er", "ist", "ian", "ent")
_PEOPLE = _words("head chief king queen member spy hostage captive")


def is_person(token: Token) -> bool:
    """Whether a common noun names a person, as far as its form tells ("dictator", "president").

    Dates behind it then say when the person was that: "the dictator of Peru from 1990 to 2000".
    """
    if token.tag not in ("NN", "NNS") or is_eventful(token):
        return False
    return token.lemma in _PEOPLE or token.lemma.endswith(_AGENTS)


_BACK_ADVERBS = _words(
    "previously earlier formerly subsequently originally initially once long frequently "
    "repeatedly often historically traditionally already ever never"
)
_BACK_ADJECTIVES = _words("former late previous then-president ex predecessor prior")


def looks_back(sentence: Sentence, verb: int) -> bool:
    """Whether the words of a clause put it before the news of the day.

    Adverbs ("previously", "repeatedly"), "at the time", or a subject who is "former" or whose
    successor is named.
    """
    for kid in sentence.kids(verb, "advmod", "prep", "nsubj", "nsubjpass"):
        if kid.dep == "advmod" and kid.lemma in _BACK_ADVERBS:
            return True
        words = [sentence.tokens[i].lemma for i in sentence.subtree(kid.i)]
        if kid.dep == "prep" and kid.lemma == "at" and "time" in words:
            return True
        if kid.dep.startswith("nsubj") and _BACK_ADJECTIVES & set(words):
            return True
    return False
