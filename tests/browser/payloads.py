"""Texts that would run if a page took them for markup, and a record that has one in every field."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

from dragoman.store.schema import Table, tables
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
_KEYS = frozenset({"events", "incidents", "reports", "about", "since", "duplicate_of"})
"""Columns that name other rows; as those that end in _id they hold the key of the payload."""

_PART = re.compile(r'"?(\w+)"? (struct\(.*?\)(?:\[\])?|\w+(?:\[\])?)(?:, |\Z)')
"""A field of a struct: its name and its type; structs stand in structs nowhere."""


def record(folder: Path) -> Store:
    """A record with one row a table for each payload, made of that payload."""
    store = Store.open(folder, create=True, made_by="tests")
    content = {
        name: [_row(table, payload, f"{payload}{n}") for n, payload in enumerate(PAYLOADS)]
        for name, table in tables().items()
    }
    content["made"] = content["made"][:1]
    with store.writing():
        store.publish(content)
    return store


def _row(table: Table, text: str, key: str) -> Row:
    row = {
        column.name: _value(column.type.removesuffix(" not null"), column.name, text, key)
        for column in table.columns
    }
    # A quote is where it says it is, and a pair has two ends.
    more = {"start": 0, "end": len(text), "pair": [text, key], "preferred": 0, "undone_by": None}
    return {**row, **{name: value for name, value in more.items() if name in row}}


def _value(kind: str, name: str, text: str, key: str) -> Any:
    if kind.endswith("[]"):
        return [_value(kind[:-2], name, text, key)] * (2 if kind.startswith("struct") else 1)
    if kind.startswith("struct("):
        parts = _PART.findall(kind.removeprefix("struct(").removesuffix(")"))
        return {part: _value(type_, part, text, key) for part, type_ in parts}
    if name.endswith("_precision"):
        return "day"  # our own word, never a report's
    if kind == "varchar":
        return key if name.endswith("_id") or name in _KEYS else text
    return {
        "date": _DAY, "timestamp": None, "boolean": True, "bigint": 1, "integer": 1, "double": 0.5,
    }[kind]  # fmt: skip
