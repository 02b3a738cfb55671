"""Where: the place that an event's own words name, with coordinates where the tables have them.

An embassy lies in its host's capital. Words that name only a state give a place without
coordinates: nobody knows where in the state. The dateline says where a report was written; it is
the place of what happened "here" and of nothing else.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from dragoman.knowledge.names import NameIndex
from dragoman.model.coding import EventMention
from dragoman.model.event import Place
from dragoman.model.text import ParsedReport, Sentence, Token
from dragoman.resolve import dateline
from dragoman.resolve.localities import CONSULATES, Localities, Locality, is_known
from dragoman.resolve.namesakes import ANYWHERE, PARTY, REPORT, SENTENCE
from dragoman.resolve.nominals import MISSIONS
from dragoman.resolve.parties import Cast
from dragoman.resolve.roles import StateMention
from dragoman.resolve.sites import GOING, OPENING, SEEING, STRIKING

BODILY = frozenset({"ASSAULT", "COERCE", "PROTEST", "CONSULT", "MOBILIZE", "AID", "RETREAT"})
"""Types that happen where the people and things are to whom they are done."""
TALK = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE"})
"""Types that are only said, of an embassy too, wherever that lies."""
VENUES = frozenset({"CONSULT", "AGREE", "SUPPORT"})
"""Types for which people meet in a third country, in a small town too."""
BENCHES = frozenset({"court", "tribunal", "judge", "jury", "magistrate", "prosecutor"})
DIRECTIONS = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"}
)
IN = frozenset({"in", "at", "near", "outside", "inside", "across", "within", "on"})
LEADING = frozenset({"of", "with", "against", "on", "for", "by", "during", "after", "amid"})
"""Prepositions to people and happenings that tell where by what stands behind them."""
HERE = frozenset({"here"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})


class Places:
    """Tells the places of the events of one report."""

    def __init__(
        self, parsed: ParsedReport, names: NameIndex, cast: Cast, states: Sequence[StateMention]
    ) -> None:
        self._parsed = parsed
        self._cast = cast
        self._states = states
        self._names = names
        self._local = Localities(parsed, names, cast)

    def of(self, mention: EventMention) -> Place | None:
        """The place of an event: of what its words name the most exact, or None.

        Its own locative phrases go before those of what it is done to; a town or site before a
        state.
        """
        own = [self._read(mention, p.sentence, p.head) for p in mention.places]
        found = [place for place in own if place is not None]
        if not any(place.lat is not None for place in found):
            found.extend(self._of_what_is_done_to(mention))
        exact = [place for place in found if place.lat is not None]
        return next(iter(exact or found), None) or self._here(mention)

    def _read(self, mention: EventMention, s: int, head: int) -> Place | None:
        found = self._local.at(s, head)
        return None if found is None else self._placed(mention, s, found)

    def _placed(self, mention: EventMention, s: int, found: Locality) -> Place | None:
        return self._local.place(found, lambda: self._evidence(mention, s, found))

    # -- what the event is done to -------------------------------------------------------------

    def _of_what_is_done_to(self, mention: EventMention) -> Iterator[Place]:
        sentence = self._parsed.sentences[mention.sentence]
        trigger = sentence.tokens[mention.trigger_token]
        reached: list[tuple[int, str | None]] = [(at, None) for at in _bench(sentence, trigger)]
        if mention.plover.event_type not in TALK or trigger.lemma in OPENING:
            reached += [(at, "at") for at in _missions(sentence, trigger)]
        if mention.plover.event_type in BODILY:
            reached += _reached(sentence, trigger, mention.plover.event_type)
        if mention.plover.event_type in BODILY and _is_participle(trigger):
            above = sentence.tokens[trigger.head]  # "opened fire in X, killing two"
            reached += [(at, None) for at in _after(sentence, above.i, IN)]
            reached += _reached(sentence, above, None)
        for at, preposition in reached:
            place = self._read_after(mention, sentence, at, preposition)
            if place is not None:
                yield place

    def _read_after(
        self, mention: EventMention, sentence: Sentence, at: int, preposition: str | None
    ) -> Place | None:
        """The place that a noun leads to; of a bare name a town that all know, never a state."""
        found = self._local.at(sentence.index, at, preposition)
        if found is None or (preposition == "on" and found.told[:1] and not is_known(found)):
            return None
        return self._placed(mention, sentence.index, found)

    # -- "here" ---------------------------------------------------------------------------------

    def _here(self, mention: EventMention) -> Place | None:
        """The place of the dateline for what is said to have been "here"."""
        written = self._parsed.report.written_at
        if written is None:
            return None
        sentence = self._parsed.sentences[mention.sentence]
        near = [mention.trigger_token]
        near += [t.i for t in sentence.kids(mention.trigger_token, "dobj", "prep", "attr")]
        near += [t.i for i in near[1:] for t in sentence.kids(i, "pobj")]
        is_here = any(
            kid.text.lower() in HERE and _is_unquoted(sentence, kid.i)
            for i in near
            for kid in sentence.kids(i, "advmod")
        )
        return dateline.place(written, self._names) if is_here else None

    # -- what tells namesakes apart ---------------------------------------------------------------

    def _evidence(self, mention: EventMention, s: int, found: Locality) -> dict[str, float]:
        """How much each country has to do with an event, 0 to 1.5; the name itself says nothing.

        Regions that the report names stand there under their names.
        """
        sentence = self._parsed.sentences[s]
        told = [m for m in self._states if m.text != found.name]
        out: dict[str, float] = defaultdict(float)
        for one in (*mention.actors, *mention.recipients):
            countries = {r.party.country for r in self._cast.who(one)}
            for country in sorted(c for c in countries if c is not None):
                out[country] = PARTY
        for country in {m.country for m in told if sentence.start <= m.start < sentence.end}:
            out[country] += SENTENCE
        text = self._parsed.report.text
        for region in {sense.region for sense in found.told if sense.region is not None}:
            out[region] = float(region in text)
        if mention.plover.event_type in VENUES:
            out[ANYWHERE] = 1.0
        counts = Counter(m.country for m in told)
        if counts:
            most = max(counts.values())
            for country, count in counts.items():
                out[country] += REPORT * count / most
        written = self._parsed.report.written_at
        home = None if written is None else dateline.place(written, self._names)
        if home is not None and home.country is not None and not counts[home.country]:
            out[home.country] += REPORT
        return out


def _reached(
    sentence: Sentence, trigger: Token, event_type: str | None
) -> Iterator[tuple[int, str | None]]:
    """Nouns that may tell where a bodily act was, with what leads there where no preposition does.

    "Shelled X", "the siege of X" and "a raid on X" name the town itself, "killed five men in X"
    names it behind what is done to it, "travelled to X" and "visited X" where the visit is.
    """
    objects = [t.i for t in sentence.kids(trigger.i, "dobj", "nsubjpass")]
    if event_type == "ASSAULT" and trigger.lemma in STRIKING:
        yield from ((at, "on") for at in objects)
        for at in _after(sentence, trigger.i, {"on", "of"}):
            yield at, "on"
    if trigger.lemma in SEEING:
        yield from ((at, "in") for at in objects)
    if trigger.lemma in GOING and event_type == "CONSULT":
        yield from ((at, "in") for at in _after(sentence, trigger.i, {"to"}))
    below = [*objects, *(t.i for t in sentence.kids(trigger.i, "nsubj"))]
    for at in objects:
        below += _after(sentence, at, {"of", "with", "between"})
    below += _after(sentence, trigger.i, LEADING)
    for at in (trigger.i, *objects):  # "an arms depot south of X"
        for way in sentence.kids(at, "advmod"):
            if way.text.lower() in DIRECTIONS:
                yield from ((noun, "in") for noun in _after(sentence, way.i, {"of"}))
    for at in below:
        if sentence.tokens[at].tag in NOUNS:
            yield from ((noun, None) for noun in _after(sentence, at, IN))


def _is_participle(trigger: Token) -> bool:
    return trigger.tag == "VBG" and trigger.dep in ("advcl", "xcomp", "acl")


def _bench(sentence: Sentence, trigger: Token) -> Iterator[int]:
    """Where a court sits that does something: "a court in X convicted her"."""
    for subject in sentence.kids(trigger.i, "nsubj"):
        if subject.lemma in BENCHES:
            yield from _after(sentence, subject.i, {"in"})


def _missions(sentence: Sentence, trigger: Token) -> Iterator[int]:
    """An embassy or consulate that is closed or opened: where it lies is where it happens."""
    nouns = [t.i for t in sentence.kids(trigger.i, "dobj", "nsubjpass", "compound")]
    nouns += _after(sentence, trigger.i, {"of"})
    yield from (i for i in nouns if sentence.tokens[i].lemma in MISSIONS | CONSULATES)


def _after(sentence: Sentence, at: int, prepositions: set[str] | frozenset[str]) -> list[int]:
    return [
        noun.i
        for preposition in sentence.kids(at, "prep", "agent")
        if preposition.text.lower() in prepositions
        for noun in sentence.kids(preposition.i, "pobj")
    ]


def _is_unquoted(sentence: Sentence, i: int) -> bool:
    marks = sum(t.text in ('"', "“", "”", "``", "''") for t in sentence.tokens[:i])
    return marks % 2 == 0
