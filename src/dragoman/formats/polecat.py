"""POLECAT: 40 columns under a header, tabs between; one row a telling in PLOVER's terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dragoman.formats import countries
from dragoman.formats.cells import TABS, day, joined, line, number, parted, point, text
from dragoman.formats.chosen import Chosen
from dragoman.formats.foreign import (
    BadRow,
    ForeignEvent,
    ForeignParty,
    ForeignPlace,
    Rows,
    rejected,
)
from dragoman.formats.registry import File, Format, Settings
from dragoman.formats.tellings import Row, Telling, Tellings, published_on
from dragoman.knowledge.load import load

HEADER = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors",
    "Actor Title", "Actor Name Raw", "Wikipedia Actor ID", "Recipient Name", "Recipient Country",
    "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title",
    "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City", "District", "Province",
    "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source",
    "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language",
    "Version",
)  # fmt: skip
NUMBERS = ("Intensity", "Latitude", "Longitude")
OTHER_NAMES = {"Event Intensity": "Intensity"}
MISSING = "None"
"""POLECAT's word for what is missing; within a list it keeps the place of a value."""

QUADS = {
    1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT",
    4: "MATERIAL CONFLICT",
}  # fmt: skip
FLAGS = {"planned": "future", "denied": "negation", "hypothetical": "hypothetical"}
"""PLOVER's auxiliary modes by our status; they stand among the contexts."""

STATUSES = {flag: status for status, flag in FLAGS.items()}
ID = re.compile(r"\S{1,200}")


def files(chosen: Chosen, settings: Settings) -> Iterable[File]:
    """`polecat.txt`; a row a telling, or an incident where the settings ask for it."""
    tellings = Tellings(chosen, settings, names=True)

    def content() -> Iterator[str]:
        yield line(HEADER)
        for telling in tellings.rows():
            yield line(cells_of(telling))

    about = "what one report tells" if tellings.unit == "telling" else "one happening"
    yield File(
        name="polecat.txt",
        about=f"POLECAT's 40 columns, tabs between, UTF-8. A row is {about}.",
        content=content(), count=lambda: tellings.count, notes=tellings.notes,
        columns=tuple((name, "number" if name in NUMBERS else "string") for name in HEADER),
        dialect=TABS,
    )  # fmt: skip


def cells_of(telling: Telling) -> list[object]:
    """The 40 cells of a row."""
    row, report, names = telling.row, telling.report, telling.names
    place = row["place"] or {}
    has_point = place.get("lat") is not None
    return [
        telling.event_id, telling.day, row["event_type"], row["mode"], row["intensity"],
        QUADS.get(row["quad_class"] or 0), joined(contexts(row)),
        *_side(row["actors"]), *_side(row["recipients"]),
        place.get("name"), place.get("name") if has_point else None, None, None,
        countries.plover_code(place.get("country")), place.get("lat"), place.get("lon"),
        None, None, None,
        report["publisher"], published_on(report),
        joined(names.people), joined(names.organisations), joined(names.places),
        report["lang"], telling.coder,
    ]  # fmt: skip


def contexts(row: Row) -> list[str]:
    """PLOVER's contexts, and the flag of a status that is not fact."""
    flag = FLAGS.get(row["status"])
    return [*(row.get("contexts") or ()), *((flag,) if flag else ())]


def country_of(party: Row) -> str:
    """What PLOVER writes for a party's country: a state, a group such as IGO, or ""."""
    if party["country"]:
        return countries.plover_code(party["country"])
    return group_of(party) or ""


def group_of(party: Row) -> str | None:
    """PLOVER's letters for an organisation that is of no state."""
    known = load().organisations.get(party["party_id"])
    return None if known is None else known.group


def _side(parties: Sequence[Row]) -> list[str | None]:
    """The eight columns of the actors or of the recipients."""
    sectors = [party["sector"] for party in parties]
    return [
        joined(party["name"] for party in parties),
        joined((country_of(party) for party in parties), MISSING),
        joined((countries.code(party["country"], "cow") for party in parties), MISSING),
        sectors[0] if sectors else None,
        joined(sectors, MISSING),
        joined((party["office"] for party in parties), MISSING),
        joined((party["name_raw"] for party in parties), MISSING),
        None,
    ]  # fmt: skip


def read(file: str, rows: Iterable[tuple[int, str | None]]) -> Rows:
    """The events of a file's rows; the header may have more names, other cases, or be missing."""
    header: dict[str, int] | None = None
    width = len(HEADER)
    standard = {name: at for at, name in enumerate(HEADER)}
    for row, content in rows:
        if content is None:
            yield rejected(file, row, "too_large", f"row {row} is longer than 1 MiB")
            continue
        if not content.strip():
            continue
        cells = content.split("\t")
        if header is None:
            named = [OTHER_NAMES.get(cell.strip(), cell.strip()) for cell in cells]
            if "Event ID" in named:
                header = {name: at for at, name in enumerate(named) if name}
                width = len(named)
                continue
            header = standard
        try:
            yield _event(file, row, _values(cells, header, width, standard))
        except BadRow as fault:
            yield rejected(file, row, fault.reason, fault.detail)


def _values(
    cells: list[str], header: dict[str, int], width: int, standard: dict[str, int]
) -> dict[str, str | None]:
    """Cells by name: by the header, or by the standard order where their counts differ.

    Raises:
        BadRow: the row has neither as many cells as the header nor 40.
    """
    while len(cells) > len(HEADER) and len(cells) != width and not cells[-1]:
        cells.pop()
    if len(cells) == width:
        places = header
    elif len(cells) == len(HEADER):
        places = standard
    else:
        raise BadRow("bad_width", f"{len(cells)} cells, expected {len(HEADER)}")
    out: dict[str, str | None] = {}
    for name in HEADER:
        at = places.get(name)
        value = None if at is None else text(cells[at])
        out[name] = None if value == MISSING else value
    return out


def _event(file: str, row: int, values: dict[str, str | None]) -> ForeignEvent:
    event_id = values["Event ID"]
    if event_id is None or not ID.fullmatch(event_id):
        raise BadRow("bad_code", "no Event ID")
    told = values["Event Date"]
    on = None if told is None else day(told, "Event Date")
    flags = [part for part in parted(values["Contexts"]) if part]
    status = next((STATUSES[flag] for flag in flags if flag in STATUSES), "actual")
    lat, lon = point(values["Latitude"], values["Longitude"])
    name, country = values["Placename"] or values["City"], values["Country"]
    state = None if country is None else (
        countries.plover_state(country) or countries.state_named(country)
    )  # fmt: skip
    published = values["Publication Date"]
    quad = (values["Quad Code"] or "").upper()
    return ForeignEvent(
        format="polecat", file=file, row=row, event_id=event_id, date_start=on, date_end=on,
        date_precision=None if on is None else "day",
        actors=_parties(values, "Actor"), recipients=_parties(values, "Recipient"),
        event_type=_upper(values["Event Type"]), mode=values["Event Mode"],
        quad_class=next((number for number, words in QUADS.items() if words == quad), None),
        intensity=number(values["Intensity"], "Intensity", low=-10, high=10),
        contexts=tuple(flag for flag in flags if flag not in STATUSES),
        place=ForeignPlace(name, state, lat, lon) if name or state or lat is not None else None,
        status=status, source=values["Source"],
        published=None if published is None else day(published, "Publication Date"),
    )  # fmt: skip


def _upper(value: str | None) -> str | None:
    return None if value is None else value.upper()


def _parties(values: dict[str, str | None], side: str) -> tuple[ForeignParty, ...]:
    names = _list(values[f"{side} Name"])
    lands = _list(values[f"{side} Country"])
    count = max(len(names), len(lands) if not names else 0)
    if len(lands) == 1:  # one country for them all
        lands *= max(count, 1)
    columns = [
        _fitted(column, count)
        for column in (
            names, lands, _list(values[f"{side} Sectors"] or values[f"Primary {side} Sector"]),
            _list(values[f"{side} Name Raw"]), _list(values[f"{side} Title"]),
        )
    ]  # fmt: skip
    return tuple(_party(*cells) for cells in zip(*columns, strict=True))


def _party(
    name: str | None, land: str | None, sector: str | None, raw: str | None, office: str | None
) -> ForeignParty:
    group = land if land in countries.GROUPS else None
    state = None if land is None or group else countries.plover_state(land)
    return ForeignParty(
        name=name, country=state, sector=sector, group=group, name_raw=raw, office=office
    )


def _list(value: str | None) -> list[str | None]:
    return [None if part in ("", MISSING) else part for part in parted(value)]


def _fitted(column: list[str | None], count: int) -> list[str | None]:
    """A list as long as the names; a longer or shorter one tells the first of them at most."""
    if len(column) == count:
        return column
    return (column[:1] + [None] * count)[:count]


FORMAT = Format(
    name="polecat", about="POLECAT's 40 columns (PLOVER codes), one row a telling", files=files,
    reads=read, takes=("coarse", "unit"),
)  # fmt: skip
