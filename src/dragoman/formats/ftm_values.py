"""Our values as FollowTheMoney wants them: ids, dates, countries, languages, kinds of party.

All of it is text. Checked against followthemoney 4.11.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

from dragoman.formats.countries import code
from dragoman.formats.edtf import OPEN, edtf
from dragoman.model.ids import sha256
from dragoman.model.words import fold
from dragoman.show.visible import visible
from dragoman.store.rows import Row

DATASET = "dragoman"
PREFIX = "drg-"
LONG = 1_000
"""Characters that a short text of theirs may have (1,024), with some room."""

OFFICIAL = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
"""PLOVER sectors of bodies that belong to a state."""

_ODD = re.compile(r"[^0-9A-Za-z.-]+")
_SAFE = re.compile(r"[0-9A-Za-z_:.-]*[0-9A-Za-z]\Z")

_PAIRS = (
    "af:afr am:amh ar:ara az:aze be:bel bg:bul bn:ben bs:bos ca:cat cs:ces da:dan de:deu "
    "el:ell en:eng es:spa et:est fa:fas fi:fin fr:fra ga:gle he:heb hi:hin hr:hrv hu:hun "
    "hy:hye id:ind is:isl it:ita ja:jpn ka:kat kk:kaz km:khm kn:kan ko:kor ky:kir lb:ltz "
    "lo:lao lt:lit lv:lav mk:mkd mn:mon ms:msa mt:mlt my:mya ne:nep nl:nld no:nor pl:pol "
    "ps:pus pt:por ro:ron ru:rus si:sin sk:slk sl:slv sq:sqi sr:srp sv:swe sw:swa ta:tam "
    "te:tel tg:tgk th:tha tk:tuk tr:tur uk:ukr ur:urd uz:uzb vi:vie zh:zho"
)
LANGUAGES = dict(pair.split(":") for pair in _PAIRS.split())
"""ISO 639-1 to the ISO 639-3 codes that FollowTheMoney knows."""


def ident(ours: str) -> str:
    """One of our ids as theirs: letters, digits, dots and dashes.

    What would lose more than underscores and colons gets a digest behind, so that no two meet.
    """
    plain = _ODD.sub("-", ours).strip("-.")
    return PREFIX + (plain if _SAFE.match(ours) else f"{plain}-{sha256(ours)[:8]}".lstrip("-"))


def entity(name: str, schema: str, /, **properties: Iterable[str | None]) -> Row:
    """An entity: properties without a value are left out, each value stands once."""
    found = {key: list(dict.fromkeys(filter(None, values))) for key, values in properties.items()}
    return {
        "id": name,
        "schema": schema,
        "properties": {key: values for key, values in found.items() if values},
        "datasets": [DATASET],
    }


def days(row: Row) -> dict[str, list[str]]:
    """First and last day as `date`, or as `startDate` and `endDate` where they bound a stretch."""
    first, slash, last = edtf(
        row["date_start"], row["date_end"], row.get("date_precision")
    ).partition("/")
    if not slash:
        return {"date": [first] if first else []}
    return {
        "startDate": [] if first == OPEN else [first],
        "endDate": [] if last == OPEN else [last],
    }


def bounds(first: dt.date | None, last: dt.date | None) -> dict[str, list[str]]:
    """First and last day of something that lasts."""
    return {
        "startDate": [] if first is None else [first.isoformat()],
        "endDate": [] if last is None else [last.isoformat()],
    }


def country(state: str | None) -> str:
    """ISO 3166 alpha-2 in lower case; "" where there is none."""
    return code(state, "alpha2").lower()


def language(lang: str | None) -> str:
    """ISO 639-3; "" where the language is not known to them."""
    return LANGUAGES.get(lang or "", "")


def schema_of(party: Row) -> str:
    """What a party is. A state that acts is its government: their Territory cannot act."""
    if party["kind"] == "person":
        return "Person"
    if party["kind"] == "group":
        return "LegalEntity"
    if party["kind"] == "state" or (party["sector"] in OFFICIAL and party["country"]):
        return "PublicBody"
    return "Company" if party["sector"] == "BUS" else "Organization"


def parties(row: Row) -> list[Row]:
    """Everyone who takes part in a telling or an incident."""
    return [party for side in ("actors", "recipients", "others") for party in row[side]]


def organizer(row: Row) -> str:
    """The one who did it, where one did it to others; else ""."""
    alone = len(row["actors"]) == 1 and bool(row["recipients"])
    return ident(row["actors"][0]["party_id"]) if alone else ""


def codes(row: Row) -> list[str]:
    """The act, PLOVER's type and mode, and how it is told, as keywords."""
    return [row["act"], row["event_type"] or "", row.get("mode") or "", row["status"]]


def place(row: Row) -> tuple[list[str], list[str]]:
    """Name and country of where it happened, each a list of one or none."""
    where: dict[str, Any] | None = row["place"]
    if where is None:
        return [], []
    return [visible(where["name"])], [country(where["country"])]


def dataset(publisher: str | None) -> str:
    """A publisher as the name of a dataset: small letters, digits, underscores."""
    return re.sub(r"[^0-9a-z]+", "_", fold(publisher or "")).strip("_") or "unnamed_publisher"
