"""Who is quoted: speakers of sentences that stand inside quotation marks with no verb of saying.

    "The raid was a crime," the minister said. "It will be answered."

The second sentence is the minister's too. A quotation is followed through its paragraph by its
marks, and belongs to the speaker named last before it, at most two sentences back.
"""

from __future__ import annotations

from dragoman.model.text import ParsedReport, Sentence

OPENING, CLOSING, STRAIGHT = "“«", "”»", '"'
FAR = 2  # sentences between a quotation and the words that name its speaker


def quoted_sentences(parsed: ParsedReport) -> frozenset[int]:
    """Indices of the sentences that begin inside quotation marks or with one."""
    out: set[int] = set()
    is_open, paragraph = False, -1
    for sentence in parsed.sentences:
        if sentence.paragraph != paragraph:
            is_open, paragraph = False, sentence.paragraph
        words = parsed.report.text[sentence.start : sentence.end]
        if is_open or words[:1] in (*OPENING, STRAIGHT):
            out.add(sentence.index)
        for mark in words:
            if mark in OPENING:
                is_open = True
            elif mark in CLOSING:
                is_open = False
            elif mark == STRAIGHT:
                is_open = not is_open
    return frozenset(out)


def is_near(sentence: Sentence, speaker_sentence: int) -> bool:
    """Whether words that name a speaker stand close enough before a quotation to be its own."""
    return 0 < sentence.index - speaker_sentence <= FAR
