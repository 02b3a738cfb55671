"""Evidence as W3C Web Annotations (JSON-LD): one a telling, with two ways to find its quote again.

The position selector counts code points of the stored text; the quote selector, with the words
around it, survives another copy of the same page. Both give the same words of the stored text.

Source: www.w3.org/TR/annotation-model; wicg.github.io/scroll-to-text-fragment.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import quote as percent_encoded
from urllib.parse import urldefrag

from dragoman.formats import accounts
from dragoman.formats.chosen import Chosen, Row
from dragoman.formats.edtf import edtf
from dragoman.formats.jsons import Node, Value, known, listed
from dragoman.formats.registry import File, Format, Settings
from dragoman.formats.tags import PREFIX, tag
from dragoman.model.ids import identifier
from dragoman.show.views import telling as in_words
from dragoman.store.export import json_text

AROUND = 32
"""Characters of the text before and behind a quote."""
WHOLE = 300
"""Longest quote that a link holds whole; of a longer one the first and the last words."""
ENDS = 5
"""Words of each end of a quote that is too long, or of more than one paragraph."""
BATCH = 500
"""Incidents whose tellings are looked up in their texts at a time."""
SURROUNDINGS = """
    select e.event_id,
        substr(t."text", greatest(e."start" - $2, 0) + 1, least(e."start", $2)) as before,
        substr(t."text", e."end" + 1, $2) as after
    from events e join texts t using (report_id) where list_contains($1, e.event_id)
"""
"""What stands around quotes, by code points; a query for many, since one for each is slow."""
CONTEXT: list[Value] = [
    "http://www.w3.org/ns/anno.jsonld",
    {"sem": "http://semanticweb.cs.vu.nl/2009/11/sem/", "dragoman": f"{PREFIX}terms/"},
]
SELECTS = "https://wicg.github.io/scroll-to-text-fragment/"


@dataclass
class _Annotations:
    chosen: Chosen
    written: int = 0
    _name: str = "annotations"

    def content(self) -> Iterator[str]:
        yield f'{{"@context": {json_text(CONTEXT)},\n'
        yield '"type": "AnnotationPage",\n"items": '
        yield from listed(self._items())
        # The page is named after what stands on it, so two exports are not taken for one.
        yield f',\n"id": {json_text(tag(self._name))}}}\n'

    def count(self) -> int:
        return self.written

    def _items(self) -> Iterator[Node]:
        incidents = self.chosen.told()
        while batch := list(islice(incidents, BATCH)):
            names = [telling["event_id"] for told in batch for telling in told.tellings]
            rows = self.chosen.store.sql(SURROUNDINGS, (names, AROUND))
            around = {row["event_id"]: (row["before"], row["after"]) for row in rows}
            for told in batch:
                for telling in told.tellings:
                    self.written += 1
                    self._name = identifier("annotations-", self._name, telling["event_id"])
                    report = told.reports[telling["report_id"]]
                    yield annotation(telling, report, *around[telling["event_id"]])


def annotation(telling: Row, report: Row, before: str, after: str) -> Node:
    """A telling as an annotation of its report; `before` and `after` are what stands around it."""
    by_person = telling["coder"].startswith("human:")
    # When the coder ran is not in the record, so there is no `created`.
    return {
        "id": tag(telling["event_id"]),
        "type": "Annotation",
        "motivation": "assessing" if by_person else "classifying",
        "creator": {
            "type": "Person" if by_person else "Software",
            "name": telling["coder"].removeprefix("human:"),
        },
        "body": [
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain",
             "value": in_words(telling)},
            _codes(telling),
        ],
        "target": _target(telling, report, before, after),
    }  # fmt: skip


def _codes(telling: Row) -> Node:
    """The coded fields, as a sem:Event: the incident that the telling is of."""
    place = telling["place"] or {}
    days = (telling[key] for key in ("date_start", "date_end", "date_precision"))
    coded = {
        "act": telling["act"],
        "event_type": telling["event_type"],
        "mode": telling["mode"],
        "cameo": telling["cameo"],
        "quad_class": telling["quad_class"],
        "intensity": telling["intensity"],
        "actors": [party["party_id"] for party in telling["actors"]],
        "recipients": [party["party_id"] for party in telling["recipients"]],
        "date_edtf": edtf(*days) or None,
        "place": place.get("name"),
        "status": telling["status"],
        "confidence": telling["confidence"],
    }
    fields = {f"dragoman:{key}": value for key, value in known(coded).items()}
    return {"id": tag(telling["incident_id"]), "type": "sem:Event", **fields}


def _target(telling: Row, report: Row, before: str, after: str) -> Node:
    start, end = telling["start"], telling["end"]
    selectors: list[Value] = [
        {"type": "TextQuoteSelector", "exact": telling["quote"], "prefix": before,
         "suffix": after},
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]  # fmt: skip
    link = accounts.link(report)
    fragment = text_fragment(telling["quote"], before, after)
    if link is not None:
        selectors.append({"type": "FragmentSelector", "conformsTo": SELECTS, "value": fragment})
    return known({
        # A file's name as a relative address: its colons are escaped, so none is a scheme.
        "source": link or percent_encoded(report["uri"], safe="/"),
        "selector": selectors,
        "dragoman:report_id": report["report_id"],
        "dragoman:sha256": report["sha256"],
        "dragoman:link": None if link is None else f"{urldefrag(link).url}#{fragment}",
    })  # fmt: skip


def text_fragment(quote: str, before: str, after: str) -> str:
    """ ":~:text=before-,quote,-after": what a browser scrolls to and highlights.

    Words only, since a browser finds whole words; none that stand in another paragraph, and of a
    quote that is long or goes over a paragraph's end its first and its last words.
    """
    is_cut = len(before) == AROUND and "\n" not in before
    lead = _whole_words(before.rpartition("\n")[2], cut_first=is_cut)
    is_cut = len(after) == AROUND and "\n" not in after
    tail = _whole_words(after.partition("\n")[0], cut_last=is_cut)
    words = quote.split()
    if len(quote) <= WHOLE and "\n" not in quote:
        exact = [" ".join(words)]
    else:
        ends = min(ENDS, len(words) // 2)
        exact = [" ".join(words[:ends]), " ".join(words[-ends:])]
    parts = [f"{_encoded(lead)}-"] if lead else []
    parts += map(_encoded, exact)
    parts += [f"-{_encoded(tail)}"] if tail else []
    return f":~:text={','.join(parts)}"


def _whole_words(text: str, *, cut_first: bool = False, cut_last: bool = False) -> str:
    """The words of `text`, without the first or last where it may be half a word."""
    words = text.split()
    if cut_first and text[:1].strip():
        words = words[1:]
    if cut_last and text[-1:].strip():
        words = words[:-1]
    return " ".join(words)


def _encoded(text: str) -> str:
    return percent_encoded(text, safe="").replace("-", "%2D")


def _files(chosen: Chosen, settings: Settings) -> Iterator[File]:
    annotations = _Annotations(chosen)
    yield File(
        name="annotations.jsonld",
        about="An annotation a telling: its codes, its quote, and where in which report it stands.",
        content=annotations.content(),
        count=annotations.count,
    )


WEB_ANNOTATION = Format(
    name="web-annotation",
    about="W3C Web Annotation (JSON-LD): every quote with what finds it again",
    files=_files,
)
