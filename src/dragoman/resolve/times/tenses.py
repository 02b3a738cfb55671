"""Which way a bare "Monday" points, read from the words around it, without a parser.

The nearest verb before it in its sentence tells, else the first one behind it: "will meet on
Monday" lies ahead, "met on Monday" behind. Where a report is parsed, `clauses` knows better.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_REACH = 160
"""Characters looked at on either side: about a sentence of a news report."""
_STOP = re.compile(r"[.!?]['\"”’)]*\s+(?=[A-Z\"“'‘])|\n")
_NOT_A_STOP = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Sen|Gov|Rep|St|Lt|Sgt|No|vs|Inc|Co)\.$")
_HELPED = (
    "be hold meet begin start return vote travel visit take discuss attend face appear open resume "
    "arrive leave end release report announce make give go come sign speak run play host launch "
    "present publish decide hear review unveil introduce close join debate deliver continue"
)
_PLANS = (
    "due|set|slated|scheduled|planned|planning|plans?|expected|expects?|intends?|intended|hopes?|"
    "aims?|upcoming|proposed|seeks?|likely|tentatively|going to|ahead of"
)
_STARTS = (
    "meets?|begins?|starts?|opens?|resumes?|convenes?|expires?|takes effect|departs?|kicks off"
)
"""Verbs whose present tense, with a day, is a plan: "the talks resume Monday"."""
_IRREGULAR = (
    "was|were|had|did|has|have|said|told|met|held|came|went|took|made|gave|left|won|lost|found|"
    "began|became|broke|brought|built|bought|caught|chose|drew|fell|flew|got|grew|kept|knew|led|"
    "paid|ran|rose|saw|sent|shot|spoke|spent|stood|stole|struck|swore|thought|threw|wrote|fled|"
    "sank|sold|shook|tore|withdrew|understood"
)
_CUE = re.compile(
    rf"\b(?P<ahead>(?:will|shall|would|won['’]t)\b(?:\s+(?:not|also|likely|now|\w+ly))?"
    rf"(?:\s+(?:be|have|have been))?(?:\s+\w+)?|['’]ll\b(?:\s+be)?(?:\s+\w+)?|(?:{_PLANS})\b|"
    rf"(?:{_STARTS})\b|to\s+(?:be\s+\w+|(?:{'|'.join(_HELPED.split())})\b))"
    rf"|\b(?P<past>(?:{_IRREGULAR})\b|[a-z]{{2,}}(?<!e)ed\b)"
)


def tense_near(text: str, start: int, end: int) -> str | None:
    """ "past" or "future" for the words `text[start:end]`; None where no verb near them tells."""
    before = text[max(0, start - _REACH) : start]
    last = None
    for match in _CUE.finditer(before, _sentence_start(before)):
        last = match
    if last is None:
        behind = text[end : end + _REACH]
        last = _CUE.search(behind, 0, next(_ends(behind), (len(behind), 0))[0])
    if last is None:
        return None
    return "past" if last["past"] else "future"


def _sentence_start(before: str) -> int:
    return max((end for _, end in _ends(before)), default=0)


def _ends(text: str) -> Iterator[tuple[int, int]]:
    """Where sentences end in `text`, and where the next ones begin."""
    for stop in _STOP.finditer(text):
        if not _NOT_A_STOP.search(text, 0, stop.start() + 1):
            yield stop.start(), stop.end()
