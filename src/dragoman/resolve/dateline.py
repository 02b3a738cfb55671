"""The place of a dateline: "NAIROBI, Kenya" as a place of the tables."""

from __future__ import annotations

from dragoman.knowledge.names import NameIndex
from dragoman.model.event import Place
from dragoman.resolve.namesakes import Sense, choose, senses
from dragoman.resolve.runs import cased

MARK = "the dateline"


def place(written: str, names: NameIndex) -> Place | None:
    """The place that a dateline's words name, most exact first ("OSLO, Norway"); None if unknown.

    Of two towns ("OSLO/NAIROBI") nothing is told.
    """
    if "/" in written:
        return None
    first, _, rest = (part.strip(" .,") for part in written.partition(","))
    told = senses(cased(first), names)
    outer = senses(cased(rest), names) if rest.strip() else ()
    fitting = [sense for sense in told if not outer or _fits(sense, outer)]
    if not fitting:
        return None
    best, _ = choose(fitting, dict)
    if best is None:
        return None
    return Place(name=cased(first), country=best.country, lat=best.lat, lon=best.lon, why=MARK)


def _fits(sense: Sense, outer: tuple[Sense, ...]) -> bool:
    return any(
        sense.region == out.name if out.kind == "region" and sense.region
        else sense.country == out.country
        for out in outer
    )  # fmt: skip
