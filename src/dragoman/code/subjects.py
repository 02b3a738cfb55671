"""Who stands as the subject of a predicate, its own or understood; the heads of noun phrases.

Control and raising, relative and participial clauses, coordination and nominalisations: Quirk et
al., A Comprehensive Grammar of the English Language (1985), chs. 10 and 14 to 17.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dragoman.model.text import Sentence, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
SUBJECT_CONTROL = frozenset({"promise", "vow", "threaten", "pledge", "swear"})
OBJECT_PREPS = frozenset({"of", "for", "from", "into", "over", "about"})
"""After these a gerund is done by the verb's object: "accused X of meddling"."""
RELATIVES = frozenset({"WDT", "WP"})
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
PARTS = frozenset(
    {"most", "some", "all", "many", "several", "number", "dozen", "hundred", "thousand", "score",
     "part", "half", "rest", "majority", "handful", "couple", "series", "group", "one", "each",
     "both", "any", "none", "few", "last", "bulk", "remainder", "percent", "member", "round",
     "string", "wave", "spate", "batch"}
)  # fmt: skip
DOCUMENTS = frozenset(
    {"statement", "letter", "note", "motion", "resolution", "declaration", "message", "speech",
     "tweet", "remark", "comment", "article", "communiqué", "decree", "order", "petition", "memo"}
)  # fmt: skip
"""What these say is said by whoever issues them: "issued a statement calling ..."."""
MAX_CLIMB = 12  # clauses are never nested deeper in sense; bounds the recursion on broken parses


class Subjects:
    """Subjects and noun phrase heads of one sentence; each subject is found once and kept."""

    def __init__(self, sentence: Sentence, is_event_noun: Callable[[str], bool]) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self._is_event_noun = is_event_noun
        self._surface: dict[int, tuple[int, ...]] = {}

    def surface(self, v: int, depth: int = 0) -> tuple[int, ...]:
        """Heads of what stands as the subject of `v`, its own or understood; may be empty."""
        if v not in self._surface:
            if depth > MAX_CLIMB:
                return ()
            self._surface[v] = ()  # a cycle in a broken parse ends here
            self._surface[v] = self._find_surface(v, depth)
        return self._surface[v]

    def _find_surface(self, v: int, depth: int) -> tuple[int, ...]:
        own = self.heads(v, *SUBJECTS)
        if own:
            return own
        token = self.tokens[v]
        above = self.tokens[token.head]
        if token.dep == "acl":
            if self.sentence.is_infinitive(token.i) or above.lemma in DOCUMENTS:
                return self.noun_subject(above.i, depth + 1)
            return self.expand(above.i)
        before = self._object_just_before(token)
        if before is not None:
            return before
        if token.dep == "ROOT" and (fronted := self._after_a_fronted_phrase(v)):
            return fronted
        if token.dep == "ROOT" and self.sentence.is_title:
            first = next((t.i for t in self.tokens if t.dep == "nsubj" and t.i < v), None)
            return () if first is None else self.expand(first)
        if token.dep == "csubj" and token.tag == "VBG" and self.tokens[v - 1].text == ",":
            root = next((t.i for t in self.tokens if t.dep == "ROOT" and t.i < v), None)
            return () if root is None else self.surface(root, depth + 1)
        if token.dep in ("xcomp", "ccomp"):
            return self._controller(above, depth)
        if token.dep == "pcomp":
            return self._gerund_subject(above, depth)
        if token.dep in ("conj", "advcl") and above.tag.startswith("VB"):
            return self.surface(above.i, depth + 1)
        if token.dep == "advcl" and above.pos == "ADJ":
            return self.surface(above.head, depth + 1)
        return ()

    def _object_just_before(self, verb: Token) -> tuple[int, ...] | None:
        """The subject of "resulted in *Peru* withdrawing", parsed as a preposition's object."""
        if verb.tag != "VBG" or verb.dep != "advcl" or verb.i == 0:
            return None
        noun = self.tokens[verb.i - 1]
        is_object = noun.dep == "pobj" and self.tokens[noun.head].head == verb.head
        return self.expand(noun.i) if is_object else None

    def _after_a_fronted_phrase(self, v: int) -> tuple[int, ...]:
        """The subject of "Like her predecessor, *Ada Cole* backed it", parsed as an apposition."""
        for prep in self.sentence.kids(v, "prep"):
            for noun in self.sentence.kids(prep.i, "pobj"):
                for name in self.sentence.kids(noun.i, "appos"):
                    if noun.i < name.i < v and name.tag in NOUN_TAGS:
                        return self.expand(name.i)
        return ()

    def _controller(self, above: Token, depth: int) -> tuple[int, ...]:
        if not above.tag.startswith("VB"):  # "is ready to go": the subject of the copula
            return self.surface(above.head, depth + 1) if above.dep == "acomp" else ()
        if above.lemma not in SUBJECT_CONTROL and not self.is_passive(above.i):
            objects = self.heads(above.i, "dobj") or self.heads(above.i, "dative")
            if objects:
                return objects
        return self.surface(above.i, depth + 1)

    def _gerund_subject(self, prep: Token, depth: int) -> tuple[int, ...]:
        above = self.tokens[prep.head]
        if above.dep == "prep":
            above = self.tokens[above.head]
        if prep.lemma == "by":
            for sibling in self.sentence.kids(above.i, "prep"):
                for gerund in self.sentence.kids(sibling.i, "pcomp"):
                    if gerund.i < prep.i:  # "accused X of meddling by offering ..."
                        return self.surface(gerund.i, depth + 1)
        if above.tag.startswith("VB"):
            if prep.lemma in OBJECT_PREPS and not self.is_passive(above.i):
                objects = self.heads(above.i, "dobj")
                if objects and all(self._may_act(o) for o in objects):
                    return objects
            return self.surface(above.i, depth + 1)
        if above.tag in NOUN_TAGS:
            return self.noun_subject(above.i, depth + 1)
        return ()

    def _may_act(self, i: int) -> bool:
        token = self.tokens[i]
        return token.tag in ("NNP", "NNPS", "PRP", "NNS") or not self._is_event_noun(token.lemma)

    def owners(self, n: int) -> tuple[int, ...]:
        """Possessor of noun `n`, else its "by" or "of", else a name before it ("Peruvian move")."""
        own = self.heads(n, "poss")
        if own:
            return own
        for name in ("by", "of", "from"):
            for prep in self.sentence.kids(n, "prep", "agent"):
                heads = self.heads(prep.i, "pobj") if prep.lemma == name else ()
                if heads:
                    return heads
        for clause in self.sentence.kids(n, "acl"):  # "the rally *held by* students"
            held_by = self.agents(clause.i) if clause.tag == "VBN" else ()
            if held_by:
                return held_by
        capitals = [t.i for t in self.sentence.kids(n, "amod", "compound") if t.text[0].isupper()]
        return tuple(capitals[-1:])

    def noun_subject(self, n: int, depth: int = 0) -> tuple[int, ...]:
        """Who does what noun `n` names: its possessor, its "of", else the clause's subject."""
        own = self.owners(n)
        if own:
            return own
        token = self.tokens[n]
        above = self.tokens[token.head]
        if token.dep == "pobj":
            above = self.tokens[above.head]
        elif token.dep not in ("dobj", "attr", "conj"):
            return ()
        return self.agents(above.i, depth) if above.tag.startswith("VB") else ()

    def agents(self, v: int, depth: int = 0) -> tuple[int, ...]:
        """Logical subjects of verb `v`."""
        if not self.is_passive(v):
            return self.surface(v, depth + 1)
        return tuple(
            h for prep in self.sentence.kids(v, "agent") for h in self.heads(prep.i, "pobj")
        )

    def is_passive(self, v: int) -> bool:
        """Whether verb `v` is passive: by its auxiliary, or a bare past participle."""
        kids = self.sentence.kids(v)
        deps = {t.dep for t in kids}
        if deps & {"auxpass", "nsubjpass"}:
            return True
        if "agent" in deps and "dobj" not in deps:  # "towns shelled by rebels", tagged as past
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
        for kid in self.sentence.kids(i, "appos"):
            if self._is_listed(token, kid):
                heads.extend(self.expand(kid.i))
        return tuple(heads)

    def _is_listed(self, token: Token, kid: Token) -> bool:
        """ "Chad, *Niger* and Mali" with the second name taken for an apposition."""
        names = ("NNP", "NNPS")
        joined = self.sentence.kids(kid.i, "cc") and self.sentence.kids(kid.i, "conj")
        return bool(joined) and token.tag in names and kid.tag in names and kid.i == token.i + 2

    def _of_part(self, token: Token) -> Iterator[int]:
        """ "most of the staff", "two of its envoys": what the part is of."""
        if token.lemma in PARTS or token.tag == "CD":
            for prep in self.sentence.kids(token.i, "prep"):
                if prep.lemma == "of":
                    yield from self.heads(prep.i, "pobj")

    def _antecedent(self, pronoun: Token) -> int | None:
        at = pronoun
        for _ in range(MAX_CLIMB):
            if at.head == at.i:
                return None
            if at.dep == "relcl":
                return at.head
            at = self.tokens[at.head]
        return None

    def heads(self, i: int, *deps: str) -> tuple[int, ...]:
        """Expanded heads of the children of `i` with these dependencies, noun phrases only."""
        found = [
            h
            for kid in self.sentence.kids(i, *deps)
            if kid.pos != "ADP" and (kid.dep != "csubj")
            for h in self.expand(kid.i)
        ]
        return tuple(dict.fromkeys(found))
