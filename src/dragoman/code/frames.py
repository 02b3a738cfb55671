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

from dragoman.model.text import Sentence, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
SUBJECT_CONTROL = frozenset({"promise", "vow", "threaten", "pledge", "swear"})
OBJECT_PREPS = frozenset({"of", "for", "from", "into", "over", "about"})
"""After these a gerund is done by the verb's object: "accused X of meddling"."""
RELATIVES = frozenset({"WDT", "WP"})
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
STATE_PREPS = frozenset({"under", "in", "on", "into", "to"})
STAYING = frozenset({"be", "remain", "stay", "go", "stand", "languish", "come", "return", "live"})
PUTTING = frozenset({"put", "place", "hold", "keep", "take", "bring", "send", "throw"})
PARTICLES = frozenset(["out", "off", "up", "down", "back", "away", "over", "aside"])
PARTS = frozenset(
    {"most", "some", "all", "many", "several", "number", "dozen", "hundred", "thousand", "score",
     "part", "half", "rest", "majority", "handful", "couple", "series", "group", "one", "each",
     "both", "any", "none", "few", "percent", "member", "round", "string", "wave", "spate", "batch"}
)  # fmt: skip
MAX_CLIMB = 12  # clauses are never nested deeper in sense; bounds the recursion on broken parses


@dataclass(frozen=True, slots=True)
class Frame:
    """One predicate with its arguments.

    `args` maps "subj", "obj", "iobj", "comp", "poss", "mod", "compound" and prepositions to head
    tokens, in text order; `clauses` are the predicates of complement clauses, `under` those that
    stand under a preposition ("accused of *meddling*") by that preposition. `owner` has the frames of
    the sentence.
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
    """

    def __init__(
        self,
        sentence: Sentence,
        *,
        is_event_noun: Callable[[str], bool],
        passes_subject: Callable[[str], bool],
    ) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self._is_event_noun = is_event_noun
        self._passes_subject = passes_subject
        self._surface: dict[int, tuple[int, ...]] = {}

    def frames(self) -> Iterator[Frame]:
        """Every verb and every event noun, in text order."""
        for token in self.tokens:
            if token.tag.startswith("VB") and token.dep not in ("aux", "auxpass", "amod"):
                yield self.verb(token.i)
            elif token.tag in NOUN_TAGS and self._is_event_noun(token.lemma):
                yield self.noun(token.i)

    def verb(self, v: int) -> Frame:
        """The frame of verb `v`."""
        token = self.tokens[v]
        args: dict[str, tuple[int, ...]] = {}
        under = self._prepositions(v, args)
        surface = self.surface(v)
        objects = self._heads(v, "dobj")
        if self.is_passive(v):
            agents = args.pop("by", ())
            args["iobj" if objects else "obj"] = surface
            args["subj"] = agents
        else:
            args["subj"] = surface
            args["iobj"] = self._heads(v, "dative")
        if objects:
            args["obj"] = objects
        elif "obj" not in args:
            args["obj"] = self._relative_object(v)
        args["comp"] = self._heads(v, "oprd", "attr", "acomp")
        self._small_clause(v, args)
        self._repair_fixed_terms(args)
        particle = " ".join(t.lemma for t in self.sentence.kids(v, "prt"))
        if not particle:
            particle = self._loose_particle(v)
        clauses = tuple(t.i for t in self.sentence.kids(v, "ccomp", "xcomp"))
        return Frame(
            self.sentence, v, f"{token.lemma} {particle}".strip(), token.lemma, True,
            {k: a for k, a in args.items() if a}, clauses, under, self,
        )  # fmt: skip

    def noun(self, n: int) -> Frame:
        """The frame of event noun `n`."""
        token = self.tokens[n]
        args: dict[str, tuple[int, ...]] = {}
        under = self._prepositions(n, args)
        args["poss"] = self._heads(n, "poss")
        before = self.sentence.kids(n, "amod", "compound", "nmod")
        args["mod"] = tuple(t.i for t in before if t.text[0].isupper())
        args["compound"] = tuple(t.i for t in before if t.dep == "compound" and t.text.islower())
        args["obj"] = args.get("of", ())
        args["subj"] = args.get("by", ()) or (args["poss"] if args["obj"] else ())
        if not args["subj"] and not args["poss"]:
            args["subj"] = self._light_subject(n)
        if not args["obj"] and not args["subj"]:
            args["obj"] = self._in_state_of(n)
        clauses = tuple(t.i for t in self.sentence.kids(n, "acl") if self._is_infinitive(t))
        return Frame(
            self.sentence, n, token.lemma, token.lemma, False,
            {k: a for k, a in args.items() if a}, clauses, under, self,
        )  # fmt: skip

    # -- subjects ---------------------------------------------------------------------------

    def surface(self, v: int, depth: int = 0) -> tuple[int, ...]:
        """Heads of what stands as the subject of `v`, its own or understood; may be empty."""
        if v not in self._surface:
            if depth > MAX_CLIMB:
                return ()
            self._surface[v] = ()  # a cycle in a broken parse ends here
            self._surface[v] = self._find_surface(v, depth)
        return self._surface[v]

    def _find_surface(self, v: int, depth: int) -> tuple[int, ...]:
        own = self._heads(v, *SUBJECTS)
        if own:
            return own
        token = self.tokens[v]
        above = self.tokens[token.head]
        if token.dep == "acl":
            if self._is_infinitive(token):
                return self.noun_subject(above.i, depth + 1)
            return self.expand(above.i)
        if token.dep in ("xcomp", "ccomp"):
            return self._controller(above, depth)
        if token.dep == "pcomp":
            return self._gerund_subject(above, depth)
        if token.dep in ("conj", "advcl") and above.tag.startswith("VB"):
            return self.surface(above.i, depth + 1)
        if token.dep == "advcl" and above.pos == "ADJ":
            return self.surface(above.head, depth + 1)
        return ()

    def _controller(self, above: Token, depth: int) -> tuple[int, ...]:
        if not above.tag.startswith("VB"):  # "is ready to go": the subject of the copula
            return self.surface(above.head, depth + 1) if above.dep == "acomp" else ()
        if above.lemma not in SUBJECT_CONTROL and not self.is_passive(above.i):
            objects = self._heads(above.i, "dobj") or self._heads(above.i, "dative")
            if objects:
                return objects
        return self.surface(above.i, depth + 1)

    def _gerund_subject(self, prep: Token, depth: int) -> tuple[int, ...]:
        above = self.tokens[prep.head]
        if above.dep == "prep":
            above = self.tokens[above.head]
        if above.tag.startswith("VB"):
            if prep.lemma in OBJECT_PREPS and not self.is_passive(above.i):
                objects = self._heads(above.i, "dobj")
                if objects and all(self._may_act(o) for o in objects):
                    return objects
            return self.surface(above.i, depth + 1)
        if above.tag in NOUN_TAGS:
            return self.noun_subject(above.i, depth + 1)
        return ()

    def _may_act(self, i: int) -> bool:
        token = self.tokens[i]
        return token.tag in ("NNP", "NNPS", "PRP", "NNS") or not self._is_event_noun(token.lemma)

    def noun_subject(self, n: int, depth: int = 0) -> tuple[int, ...]:
        """Who does what noun `n` names: its possessor, its "of", else the clause's subject."""
        own = self._heads(n, "poss")
        if own:
            return own
        for prep in self.sentence.kids(n, "prep"):
            if prep.lemma in ("of", "by"):
                heads = self._heads(prep.i, "pobj")
                if heads:
                    return heads
        capitals = [t.i for t in self.sentence.kids(n, "amod", "compound") if t.text[0].isupper()]
        if capitals:
            return tuple(capitals[-1:])
        at = self.tokens[n]
        for _ in range(MAX_CLIMB):
            if at.head == at.i:
                return ()
            if at.dep in ("nsubj", "nsubjpass", "relcl"):
                return ()
            at = self.tokens[at.head]
            if at.tag.startswith("VB"):
                return self.agents(at.i, depth)
        return ()

    def agents(self, v: int, depth: int = 0) -> tuple[int, ...]:
        """Logical subjects of verb `v`."""
        if not self.is_passive(v):
            return self.surface(v, depth + 1)
        return tuple(
            h for prep in self.sentence.kids(v, "agent") for h in self._heads(prep.i, "pobj")
        )

    def _light_subject(self, n: int) -> tuple[int, ...]:
        """The subject of the light or governing verb that has noun `n` in its object."""
        token = self.tokens[n]
        while token.dep == "conj" and self.tokens[token.head].tag in NOUN_TAGS:
            token = self.tokens[token.head]
        above = self.tokens[token.head]
        if token.dep == "pobj" and above.lemma in ("in", "with", "by", "on", "of", "to"):
            governor = self.tokens[above.head]
            if governor.tag in NOUN_TAGS and above.lemma == "of":
                return self.noun_subject(governor.i) if governor.dep == "dobj" else ()
            if governor.tag.startswith("VB") and not self.is_passive(governor.i):
                return self.surface(governor.i) if self._passes_subject(governor.lemma) else ()
            return ()
        if token.dep in ("dobj", "nsubjpass") and self._passes_subject(above.lemma):
            return self.agents(above.i)
        return ()

    def _in_state_of(self, n: int) -> tuple[int, ...]:
        """Who is "under *arrest*", "held in *custody*", "put on *trial*"."""
        prep = self.tokens[self.tokens[n].head]
        if self.tokens[n].dep != "pobj" or prep.lemma not in STATE_PREPS:
            return ()
        verb = self.tokens[prep.head]
        if not verb.tag.startswith("VB"):
            return self.expand(verb.i) if verb.tag in NOUN_TAGS and verb.i < prep.i else ()
        objects = self._heads(verb.i, "dobj")
        if objects and not self.is_passive(verb.i):
            return objects if verb.lemma in PUTTING else ()
        stays = verb.lemma in STAYING or self.is_passive(verb.i)
        return self.surface(verb.i) if stays else ()

    # -- other arguments --------------------------------------------------------------------

    def is_passive(self, v: int) -> bool:
        """Whether verb `v` is passive: by its auxiliary, or a bare past participle."""
        kids = self.sentence.kids(v)
        deps = {t.dep for t in kids}
        if deps & {"auxpass", "nsubjpass"}:
            return True
        token = self.tokens[v]
        if token.tag != "VBN" or "aux" in deps or "nsubj" in deps:
            return False
        if token.dep in ("acl", "advcl", "xcomp", "pcomp"):
            return True
        return token.dep == "conj" and self.is_passive(token.head)

    def expand(self, i: int) -> tuple[int, ...]:
        """Noun phrase head `i` with its coordinated siblings; a relative pronoun's antecedent."""
        token = self.tokens[i]
        if token.tag in RELATIVES or (token.lemma == "that" and token.dep in SUBJECTS):
            antecedent = self._antecedent(token)
            if antecedent is not None:
                return self.expand(antecedent)
        heads = list(self._of_part(token)) or [i]
        for kid in self.sentence.kids(i, "conj"):
            if not kid.tag.startswith("VB"):
                heads.extend(self.expand(kid.i))
        return tuple(heads)

    def _of_part(self, token: Token) -> Iterator[int]:
        """ "most of the staff", "two of its envoys": what the part is of."""
        if token.lemma in PARTS or token.tag == "CD":
            for prep in self.sentence.kids(token.i, "prep"):
                if prep.lemma == "of":
                    yield from self._heads(prep.i, "pobj")

    def _antecedent(self, pronoun: Token) -> int | None:
        at = pronoun
        for _ in range(MAX_CLIMB):
            if at.head == at.i:
                return None
            if at.dep == "relcl":
                return at.head
            at = self.tokens[at.head]
        return None

    def _heads(self, i: int, *deps: str) -> tuple[int, ...]:
        """Expanded heads of the children of `i` with these dependencies, noun phrases only."""
        found = [
            h
            for kid in self.sentence.kids(i, *deps)
            if kid.pos != "ADP" and (kid.dep != "csubj")
            for h in self.expand(kid.i)
        ]
        return tuple(dict.fromkeys(found))

    def _prepositions(
        self, i: int, args: dict[str, tuple[int, ...]]
    ) -> tuple[tuple[str, int], ...]:
        """Fill `args` with the objects of the prepositions of `i`; return clauses under them."""
        under: list[tuple[str, int]] = []
        stack = [(prep, prep) for prep in self.sentence.kids(i, "prep", "agent", "dative")]
        while stack:
            prep, top = stack.pop(0)
            if prep.pos not in ("ADP", "PART") and prep.tag not in ("VBG", "VBN", "IN", "TO", "RB"):
                continue
            name = "by" if prep.dep == "agent" else prep.text.lower()
            heads = self._heads(prep.i, "pobj")
            if heads:
                args[name] = args.get(name, ()) + heads
            under.extend((name, kid.i) for kid in self.sentence.kids(prep.i, "pcomp"))
            stack.extend((kid, top) for kid in self.sentence.kids(prep.i, "prep", "conj"))
        return tuple(under)

    def _relative_object(self, v: int) -> tuple[int, ...]:
        """ "the envoys Peru expelled": the noun that a subject-bearing relative clause is about."""
        token = self.tokens[v]
        if token.dep != "relcl":
            return ()
        subjects = self.sentence.kids(v, "nsubj")
        taken = any(t.tag in RELATIVES or t.lemma == "that" for t in subjects)
        return () if taken or not subjects else self.expand(token.head)

    def _small_clause(self, v: int, args: dict[str, tuple[int, ...]]) -> None:
        """ "found X guilty", "called X a traitor": a verbless clause is object and complement."""
        for kid in self.sentence.kids(v, "ccomp"):
            if kid.tag.startswith("VB") or self.sentence.kids(kid.i, "aux", "mark"):
                continue
            subject = self._heads(kid.i, "nsubj")
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
            if kid.text.lower() in PARTICLES and not self.sentence.kids(kid.i, "pobj"):
                return kid.text.lower()
        return ""

    def _is_infinitive(self, token: Token) -> bool:
        return any(t.tag == "TO" for t in self.sentence.kids(token.i, "aux"))
