"""JSON Schemas of formats that others define, written by us after their documentation."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]


def _object(required: tuple[str, ...] = (), **properties: Schema) -> Schema:
    return {
        "type": "object", "required": list(required), "properties": properties,
        "additionalProperties": False,
    }  # fmt: skip


TEXT: Schema = {"type": "string", "minLength": 1}
NUMBER: Schema = {"type": "number"}


def _list(of: Schema, least: int = 0) -> Schema:
    return {"type": "array", "items": of, "minItems": least}


_TIMELINE_DATE = _object(
    ("year",), year={"type": "integer"}, month={"type": "integer", "minimum": 1, "maximum": 12},
    day={"type": "integer", "minimum": 1, "maximum": 31},
)  # fmt: skip
_TIMELINE_TEXT = _object(headline={"type": "string"}, text={"type": "string"})
_SLIDE = _object(
    ("start_date", "text"), start_date=_TIMELINE_DATE, end_date=_TIMELINE_DATE,
    text=_TIMELINE_TEXT, display_date=TEXT, group=TEXT, autolink={"const": False},
    media=_object(("url",), url={"type": "string", "pattern": "^https?://"},
                  caption={"type": "string"}, credit={"type": "string"}),
    unique_id={"type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_-]*$"},
)  # fmt: skip
TIMELINEJS = _object(
    ("events",), events=_list(_SLIDE), scale={"enum": ["human", "cosmological"]},
    title=_object(("text",), text=_TIMELINE_TEXT, autolink={"const": False}),
    eras=_list(_object(("start_date", "end_date"), start_date=_TIMELINE_DATE,
                       end_date=_TIMELINE_DATE, text=_TIMELINE_TEXT)),
)  # fmt: skip
"""Knight Lab's "JSON format"; what we do not write is refused."""

VIS_TIMELINE = _object(
    ("groups", "items"),
    groups=_list(_object(("id", "content"), id={"type": "integer"}, content=TEXT)),
    items=_list({
        **_object(
            ("id", "content", "start", "type"), id=TEXT, content=TEXT, title=TEXT,
            start={"type": "string", "format": "date"}, end={"type": "string", "format": "date"},
            type={"enum": ["box", "point", "range", "background"]}, group={"type": "integer"},
            className={"type": "string", "pattern": "^[a-z0-9 -]+$"},
        ),
        "if": {"properties": {"type": {"enum": ["range", "background"]}}},
        "then": {"required": ["end"]},
        "else": {"not": {"required": ["end"]}},
    }),
)  # fmt: skip

_POSITION: Schema = {
    "type": "array", "minItems": 2, "maxItems": 2,
    "prefixItems": [{**NUMBER, "minimum": -180, "maximum": 180},
                    {**NUMBER, "minimum": -90, "maximum": 90}],
}  # fmt: skip
GEOJSON = _object(
    ("type", "features"), type={"const": "FeatureCollection"},
    features=_list(_object(
        ("type", "geometry", "properties"), type={"const": "Feature"}, id=TEXT,
        geometry={"anyOf": [
            {"type": "null"},
            _object(("type", "coordinates"), type={"const": "Point"}, coordinates=_POSITION),
        ]},
        properties={"type": "object"},
    )),
)  # fmt: skip
"""RFC 7946, of which we write points."""

_CSL_DATE = _object(
    ("date-parts",),
    **{"date-parts": {**_list({**_list({"type": "integer"}, 1), "maxItems": 3}, 1), "maxItems": 2}},
)
CSL = _list({
    "type": "object",
    "required": ["type", "id"],
    "additionalProperties": False,
    "properties": {
        "id": TEXT, "type": {"enum": ["article", "article-newspaper", "webpage"]},
        "title": {"type": "string"}, "container-title": {"type": "string"},
        "author": _list(_object(literal={"type": "string"})), "issued": _CSL_DATE,
        "accessed": _CSL_DATE, "URL": {"type": "string", "pattern": "^https?://"},
        "archive_location": {"type": "string"},
        "language": {"type": "string", "pattern": "^[a-zA-Z]{2,3}$"},
    },
})  # fmt: skip
"""The input data schema of CSL 1.0.2."""
