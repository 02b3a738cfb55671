"""Frames: who does what to whom, the same for every form a verb or an event noun takes.

A frame holds the logical arguments of one predicate. Passive and active, relative and participial
clauses, control and raising, coordination, nominalisations and light verbs all fill it alike, so
that a pattern need only look at the frame. Token indices are those of the sentence.

Sources: the argument alternations are those of Quirk et al., A Comprehensive Grammar of the English
Language (1985), chs. 10, 16 and 17; dependency labels are ClearNLP's, as spaCy emits them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from dragoman.code.subjects import NOUN_TAGS, RELATIVES, Subjects
from dragoman.model.text import Sentence, Token

STATE_PREPS = frozenset({"under", "in", "on", "into", "to"})
STAYING = frozenset({"be", "remain", "stay", "go", "stand", "languish", "come", "return", "live"})
PUTTING = frozenset({"put", "place", "hold", "keep", "take", "bring", "send", "throw"})
GIVING = frozenset({"grant", "give", "offer", "deny", "refuse", "promise", "send", "award"})
OCCASIONS = frozenset({"at", "after", "during", "in", "before", "following"})
COMPOUND = frozenset({"along", "together", "according", "due", "prior", "thanks", "owing", "up"})
"""First words of prepositions of two words: what stands after them is not "with" or "to" it."""
SIDES = frozenset({"outside", "inside"})
PARTICLES = frozenset(["out", "off", "up", "down", "back", "away", "over", "aside"])


@dataclass(frozen=True, slots=True)
class Frame:
    """One predicate with its arguments.

    `args` maps "subj", "obj", "iobj", "comp", "poss", "mod", "compound" and prepositions to head
    tokens, in text order; `clauses` are the predicates of complement clauses, `under` those that
    stand under a preposition ("accused of *meddling*") by that preposition. `owner` has the frames
    of the sentence.
    """

    sentence: Sentence
    at: int
    lemma: str
    base: str
    is_verb: bool
    args: dict[str, tuple[int, ...]]
    clauses: tuple[int, ...] = ()
    under: tuple[tuple[str, int], ...] = ()
    owner: Clauses | None = field(default=None, compare=False, repr=False)

    def inner(self) -> tuple[Frame, ...]:
        """The frames of the clauses that this predicate governs."""
        if self.owner is None:
            return ()
        heads = (*self.clauses, *(token for _, token in self.under))
        return tuple(self.owner.verb(token) for token in heads)


class Clauses:
    """The frames of one sentence; subjects are found once and kept.

    Args:
        sentence: a parsed sentence.
        is_event_noun: whether a lemma is an event noun of some pattern.
        passes_subject: whether a verb lemma hands its subject to an event noun in its object
            ("made an offer", "ordered the closure").
        is_phrasal: whether a verb with its particle ("vote down") is one that patterns know.
        draws: whether a verb makes its subject what the event noun in its object is about
            ("the move *drew* criticism").
    """

    def __init__(
        self,
        sentence: Sentence,
        *,
        is_event_noun: Callable[[str], bool],
        passes_subject: Callable[[str], bool],
        is_phrasal: Callable[[str], bool] = lambda lemma: False,
        draws: Callable[[str], bool] = lambda lemma: False,
    ) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self._is_event_noun = is_event_noun
        self._subjects = Subjects(sentence, is_event_noun)
        self._passes_subject = passes_subject
        self._is_phrasal = is_phrasal
        self._draws = draws

    def doers(self, n: int) -> tuple[int, ...]:
        """Whose deed noun `n` is, as far as its own phrase says: possessor, "by", "of", demonym."""
        return self._subjects.owners(n)

    def agents(self, v: int) -> tuple[int, ...]:
        """Logical subjects of verb `v`."""
        return self._subjects.agents(v)

    def frames(self) -> Iterator[Frame]:
        """Every verb and every event noun, in text order."""
        for token in self.tokens:
            if token.tag == "VBG" and self._is_nominal(token):
                yield self.noun(token.i)
            elif token.tag.startswith("VB") and token.dep not in ("aux", "auxpass"):
                if token.dep != "amod" or self._headline_object(token):
                    yield self.verb(token.i)
            elif self._tells(token):
                yield self.noun(token.i)

    def _is_nominal(self, token: Token) -> bool:
        """A gerund that stands as a noun: "*fighting* between A and B resumed"."""
        is_argument = token.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "ROOT")
        has_object = bool(self.sentence.kids(token.i, "dobj", "nsubj", "nsubjpass", "aux"))
        return is_argument and not has_object and self._is_event_noun(token.text.lower())

    def _tells(self, token: Token) -> bool:
        """Whether a noun is an event noun of some pattern, and not part of a name."""
        is_event = token.tag in NOUN_TAGS and self._is_event_noun(token.lemma)
        return is_event and not self._is_in_a_name(token)

    def _is_in_a_name(self, token: Token) -> bool:
        """A capitalised noun beside another: part of a name ("Support Mission") and no event."""
        if token.tag not in ("NNP", "NNPS") or self.sentence.is_title:
            return False
        above = self.tokens[token.head]
        before = self.sentence.kids(token.i, "compound", "amod")
        in_compound = token.dep == "compound" and above.tag in ("NNP", "NNPS")
        return in_compound or any(t.tag in ("NNP", "NNPS") for t in before)

    def verb(self, v: int) -> Frame:
        """The frame of verb `v`."""
        token = self.tokens[v]
        args: dict[str, tuple[int, ...]] = {}
        under = self._prepositions(v, args)
        surface = self._subjects.surface(v)
        objects = self._subjects.heads(v, "dobj") or self._counted(v)
        if self._subjects.is_passive(v):
            agents = args.pop("by", ())
            args["iobj" if objects else "obj"] = surface
            args["subj"] = agents
        else:
            args["subj"] = surface
            args["iobj"] = self._subjects.heads(v, "dative")
        if objects:
            args["obj"] = objects
        elif "obj" not in args:
            args["obj"] = self._relative_object(v) or self._headline_object(token)
        args["comp"] = self._subjects.heads(v, "oprd", "attr", "acomp")
        self._small_clause(v, args)
        self._raised_object(v, args)
        self._two_objects(token, args)
        self._repair_fixed_terms(args)
        particle = " ".join(t.lemma for t in self.sentence.kids(v, "prt"))
        if objects and objects == self._counted(v):
            particle = ""
        elif not particle:
            particle = self._loose_particle(v)
            if particle and not args.get("obj"):
                args["obj"] = args.pop(particle, ())
        clauses = tuple(t.i for t in self.sentence.kids(v, "ccomp", "xcomp"))
        for adjective in self.sentence.kids(v, "acomp"):  # "is willing to send aid"
            clauses += tuple(t.i for t in self.sentence.kids(adjective.i, "ccomp", "xcomp"))
        return Frame(
            self.sentence, v, f"{token.lemma} {particle}".strip(), token.lemma, True,
            {k: a for k, a in args.items() if a}, clauses, under, self,
        )  # fmt: skip

    def noun(self, n: int) -> Frame:
        """The frame of event noun `n`."""
        token = self.tokens[n]
        args: dict[str, tuple[int, ...]] = {}
        under = self._prepositions(n, args)
        args["poss"] = self._subjects.heads(n, "poss")
        before = self.sentence.kids(n, "amod", "compound", "nmod")
        args["mod"] = tuple(t.i for t in before if t.text[0].isupper())
        args["compound"] = tuple(t.i for t in before if t.dep == "compound" and t.text.islower())
        args["obj"] = args.get("of", ())
        doers = args.get("by", ()) or self._by_below(args["obj"])
        args["subj"] = doers or (args["poss"] if args["obj"] else ())
        if not args["subj"] and not args["poss"]:
            if self._draws(self.tokens[token.head].lemma) and token.dep == "dobj":
                args["obj"] = args["obj"] or self._subjects.surface(token.head)
            else:
                args["subj"] = self._light_subject(n)
        self._borrow_prepositions(token, args)
        if not args["obj"] and not args["subj"] and not args["poss"]:
            args["obj"] = self._in_state_of(n)
        clauses = tuple(
            t.i
            for t in self.sentence.kids(n, "acl")
            if t.tag.startswith("VB") and t.tag not in ("VBG", "VBN")
        )
        return Frame(
            self.sentence, n, token.lemma, token.lemma, False,
            {k: a for k, a in args.items() if a}, clauses, under, self,
        )  # fmt: skip

    def _light_subject(self, n: int) -> tuple[int, ...]:
        """The subject of the light or governing verb that has noun `n` in its object."""
        token = self.tokens[n]
        while token.dep == "conj" and self.tokens[token.head].tag in NOUN_TAGS:
            token = self.tokens[token.head]
        above = self.tokens[token.head]
        if token.dep == "pobj" and above.lemma in OCCASIONS and self._is_with_somebody(n):
            governor = self.tokens[above.head]  # "said at a meeting with Y"
            return self._subjects.agents(governor.i) if governor.tag.startswith("VB") else ()
        if token.dep == "pobj" and above.lemma in ("in", "with", "by", "of"):
            governor = self.tokens[above.head]
            if governor.tag in NOUN_TAGS and above.lemma == "of":
                owner = self._subjects.heads(governor.i, "poss")
                return owner or self._light_subject(governor.i)
            if governor.tag.startswith("VB") and not self._subjects.is_passive(governor.i):
                return (
                    self._subjects.surface(governor.i)
                    if self._passes_subject(governor.lemma)
                    else ()
                )
            return ()
        if token.dep in ("dobj", "nsubjpass") and self._passes_subject(above.lemma):
            return self._subjects.agents(above.i)
        return ()

    def _by_below(self, objects: tuple[int, ...]) -> tuple[int, ...]:
        """ "the expulsion of X *by* Y" with the last phrase hung on X."""
        for head in objects:
            for prep in self.sentence.kids(head, "prep", "agent"):
                if prep.lemma == "by":
                    return self._subjects.heads(prep.i, "pobj")
        return ()

    def _is_with_somebody(self, n: int) -> bool:
        return any(t.lemma == "with" for t in self.sentence.kids(n, "prep"))

    def _in_state_of(self, n: int) -> tuple[int, ...]:
        """Who is "under *arrest*", "held in *custody*", "put on *trial*"."""
        prep = self.tokens[self.tokens[n].head]
        if self.tokens[n].dep != "pobj" or prep.lemma not in STATE_PREPS:
            return ()
        verb = self.tokens[prep.head]
        if not verb.tag.startswith("VB"):
            return (
                self._subjects.expand(verb.i) if verb.tag in NOUN_TAGS and verb.i < prep.i else ()
            )
        objects = self._subjects.heads(verb.i, "dobj")
        if objects and not self._subjects.is_passive(verb.i):
            return objects if verb.lemma in PUTTING else ()
        stays = verb.lemma in STAYING or self._subjects.is_passive(verb.i)
        return self._subjects.surface(verb.i) if stays else ()

    def _prepositions(
        self, i: int, args: dict[str, tuple[int, ...]]
    ) -> tuple[tuple[str, int], ...]:
        """Fill `args` with the objects of the prepositions of `i`; return clauses under them."""
        under: list[tuple[str, int]] = []
        tops = self.sentence.kids(i, "prep", "agent", "dative")
        for particle in self.sentence.kids(i, "prt", "advmod"):  # "handed back *to* Japan"
            if particle.text.lower() in PARTICLES:
                tops += self.sentence.kids(particle.i, "prep")
        stack = [(prep, prep) for prep in tops]
        while stack:
            prep, top = stack.pop(0)
            if prep.pos not in ("ADP", "PART") and prep.tag not in ("VBG", "VBN", "IN", "TO", "RB"):
                continue
            name = "by" if prep.dep == "agent" else prep.text.lower()
            if prep is not top and top.text.lower() in COMPOUND:
                name = f"{top.text.lower()} {name}"  # "according to" is not "to"
            elif prep is not top and name == "of" and top.text.lower() in SIDES:
                name = top.text.lower()  # "outside of"
            heads = self._subjects.heads(prep.i, "pobj")
            if name == "as":
                heads += self._subjects.heads(prep.i, "amod", "acomp")
            if heads:
                args[name] = args.get(name, ()) + heads
            under.extend((name, kid.i) for kid in self.sentence.kids(prep.i, "pcomp"))
            stack.extend((kid, top) for kid in self.sentence.kids(prep.i, "prep", "conj"))
        return tuple(under)

    def _counted(self, v: int) -> tuple[int, ...]:
        """ "held *up to* 16 envoys" parsed as a particle and a preposition: the envoys."""
        for kid in self.sentence.kids(v, "prt", "prep", "advmod"):
            if kid.text.lower() == "up" and kid.i + 2 < len(self.tokens):
                to, number = self.tokens[kid.i + 1 : kid.i + 3]
                if to.text.lower() == "to" and number.tag == "CD" and to.dep == "prep":
                    return self._subjects.heads(to.i, "pobj")
        return ()

    def _relative_object(self, v: int) -> tuple[int, ...]:
        """ "the envoys Peru expelled": the noun that a subject-bearing relative clause is about."""
        token = self.tokens[v]
        if token.dep != "relcl":
            return ()
        subjects = self.sentence.kids(v, "nsubj")
        taken = any(t.tag in RELATIVES or t.lemma == "that" for t in subjects)
        return () if taken or not subjects else self._subjects.expand(token.head)

    def _raised_object(self, v: int, args: dict[str, tuple[int, ...]]) -> None:
        """ "allowed X to leave": the subject of an infinitive is the object of what governs it."""
        for kid in self.sentence.kids(v, "ccomp"):
            if not args.get("obj") and self.sentence.is_infinitive(kid.i):
                args["obj"] = self._subjects.heads(kid.i, "nsubj")

    def _two_objects(self, verb: Token, args: dict[str, tuple[int, ...]]) -> None:
        """ "granted X and his family asylum" parsed as one list: the last is what is given."""
        *receivers, given = args.get("obj", ()) or (0,)
        if verb.lemma not in GIVING or not args.get("obj") or args.get("iobj"):
            return
        if not receivers:  # "offered Snow asylum", the name taken for part of the noun
            before = self.sentence.kids(given, "compound", "nmod", "poss")
            receivers = [t.i for t in before if t.tag in ("NNP", "NNPS") and t.i == given - 1]
        if not receivers:
            return
        are_names = all(self.tokens[r].tag in ("NNP", "NNPS", "PRP") for r in receivers)
        if are_names and self.tokens[given].tag == "NN":
            args["iobj"], args["obj"] = tuple(receivers), (given,)

    def _small_clause(self, v: int, args: dict[str, tuple[int, ...]]) -> None:
        """ "found X guilty", "called X a traitor": a verbless clause is object and complement."""
        for kid in self.sentence.kids(v, "ccomp"):
            if kid.tag.startswith("VB") or self.sentence.kids(kid.i, "aux", "mark"):
                continue
            subject = self._subjects.heads(kid.i, "nsubj")
            if subject and not args.get("obj"):
                args["obj"] = subject
                args["comp"] = (*args["comp"], kid.i)

    def _repair_fixed_terms(self, args: dict[str, tuple[int, ...]]) -> None:
        """ "declared X persona non grata" parsed as one name: the term is the complement."""
        for head in args.get("obj", ()):
            if " " not in self.tokens[head].text or "grata" not in self.tokens[head].lemma:
                continue
            names = [t for t in self.sentence.kids(head) if t.tag in NOUN_TAGS and t.i < head]
            args["comp"] = (*args.get("comp", ()), head)
            args["obj"] = (names[-1].i,) if names else args.get("iobj", ())

    def _loose_particle(self, v: int) -> str:
        """A particle that the parser took for an adverb or a preposition ("thrown out of")."""
        for kid in self.sentence.kids(v, "advmod", "prep", "advcl"):
            particle = kid.text.lower()
            if particle not in PARTICLES:
                continue
            is_bare = not self.sentence.kids(kid.i, "pobj", "pcomp")
            is_next = kid.i == v + 1 and not self.sentence.kids(v, "dobj")
            if is_bare or (is_next and self._is_phrasal(f"{self.tokens[v].lemma} {particle}")):
                return particle
        return ""

    def _headline_object(self, token: Token) -> tuple[int, ...]:
        """ "Armenia shuns summit" parsed as one noun phrase: its head is what the verb is about."""
        is_finite = token.dep in ("compound", "amod") and token.tag in ("VBZ", "VBD", "VBP")
        if not is_finite or not self.sentence.kids(token.i, "nsubj") or token.head < token.i:
            return ()
        return self._subjects.expand(token.head)

    def _borrow_prepositions(self, noun: Token, args: dict[str, tuple[int, ...]]) -> None:
        """ "made an appeal *to* X": what hangs on a light verb belongs to its noun."""
        verb = self.tokens[noun.head]
        if noun.dep not in ("dobj", "nsubjpass") or not self._passes_subject(verb.lemma):
            return
        borrowed: dict[str, tuple[int, ...]] = {}
        self._prepositions(verb.i, borrowed)
        for name, heads in borrowed.items():
            if name not in ("by", "of"):
                args.setdefault(name, heads)
        if self.sentence.kids(verb.i, "dative"):
            args.setdefault("to", self._subjects.heads(verb.i, "dative"))
