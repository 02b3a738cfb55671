"""ICEWS: 20 columns under a header, tabs between; one source, one target, CAMEO's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.formats import cameo, countries
from dragoman.formats.cells import TABS, day, line, number, parted, point, shown, text
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
from dragoman.formats.tellings import Row, Telling, Tellings, two_sides

HEADER = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text",
    "CAMEO Code", "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID",
    "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude",
    "Longitude",
)  # fmt: skip
NUMBERS = ("Intensity", "Latitude", "Longitude")
MISSING = ("NA", "NULL", "N/A")
SECTORS = {
    "COP": "Police", "GOV": "Government", "JUD": "Judicial", "LEG": "Legislative / Parliamentary",
    "MIL": "Military", "PRM": "Paramilitary", "PTY": "Parties", "REB": "Insurgents",
    "SPY": "Intelligence", "UAF": "Unidentified Forces", "AGR": "Agricultural",
    "BUS": "Business", "CRM": "Criminals / Gangs",
    "CVL": "General Population / Civilian / Social", "EDU": "Education", "ELI": "Elite",
    "JRN": "Media", "LAB": "Labor", "MED": "Medical / Health", "REF": "Refugees / Displaced",
    "OPP": "Opposition", "PRE": "Partially Recognized", "REL": "Religious", "SOC": "Social",
}  # fmt: skip
"""English words by PLOVER's sector. ICEWS has some hundred; those we read are these."""

WORDS = {name.casefold(): sector for sector, name in SECTORS.items()}


def files(chosen: Chosen, settings: Settings) -> Iterable[File]:
    """`icews.tab`; a row a telling, or an incident where the settings ask for it."""
    tellings = Tellings(chosen, settings, texts=True, sides=1)

    def content() -> Iterator[str]:
        yield line(HEADER)
        for telling in tellings.rows():
            yield line(cells_of(telling))

    about = "what one report tells" if tellings.unit == "telling" else "one happening"
    yield File(
        name="icews.tab",
        about=f"The 20 columns of ICEWS, tabs between, UTF-8. A row is {about}.",
        content=content(), count=lambda: tellings.count, notes=tellings.notes,
        columns=tuple((name, _kind(name)) for name in HEADER),
        dialect=TABS,
    )  # fmt: skip


def _kind(column: str) -> str:
    return "integer" if column == "Sentence Number" else "number" if column in NUMBERS else "string"


def cells_of(telling: Telling) -> list[object]:
    """The 20 cells of a row."""
    row, report = telling.row, telling.report
    source, target = two_sides(row)
    code = "" if row["cameo"] == cameo.NO_CODE else row["cameo"]
    place = row["place"] or {}
    return [
        telling.event_id, telling.day, *_side(source), cameo.label(code), code,
        cameo.goldstein(code), *_side(target), report["report_id"], telling.sentence,
        report["publisher"], place.get("name") if place.get("lat") is not None else None, None,
        None, countries.code(place.get("country"), "icews"), place.get("lat"), place.get("lon"),
    ]  # fmt: skip


def _side(party: Row | None) -> list[str | None]:
    """Name, sectors and country of the source or the target."""
    if party is None:
        return [None, None, None]
    sector = SECTORS.get(party["sector"] or "")
    return [party["name"], sector, countries.code(party["country"], "icews")]


def read(file: str, rows: Iterable[tuple[int, str | None]]) -> Rows:
    """The events of a file's rows: by its header, or in the standard order without one."""
    header: dict[str, int] | None = None
    width = len(HEADER)
    for row, content in rows:
        if content is None:
            yield rejected(file, row, "too_large", f"row {row} is longer than 1 MiB")
            continue
        if not content.strip():
            continue
        cells = content.split("\t")
        if header is None:
            named = [_bare(cell) or "" for cell in cells]
            if "CAMEO Code" in named:
                header = {name: at for at, name in enumerate(named)}
                width = len(named)
                continue
            header = {name: at for at, name in enumerate(HEADER)}
        try:
            if len(cells) != width:
                raise BadRow("bad_width", f"{len(cells)} cells, expected {width}")
            yield _event(file, row, _values(cells, header))
        except BadRow as fault:
            yield rejected(file, row, fault.reason, fault.detail)


def _values(cells: list[str], header: dict[str, int]) -> dict[str, str | None]:
    out: dict[str, str | None] = {}
    for name in HEADER:
        at = header.get(name)
        value = None if at is None else _bare(cells[at])
        out[name] = None if value in MISSING else value
    return out


def _bare(cell: str) -> str | None:
    """A cell without the quotes that stand around some lists."""
    value = cell.strip()
    if len(value) > 1 and value[0] == value[-1] == '"':
        value = value[1:-1].replace('""', '"')
    return text(value)


def _event(file: str, row: int, values: dict[str, str | None]) -> ForeignEvent:
    event_id, told = values["Event ID"], values["Event Date"]
    if event_id is None:
        raise BadRow("bad_code", "no Event ID")
    code = values["CAMEO Code"]
    if code is not None and not cameo.WELL_FORMED.fullmatch(code):
        raise BadRow("bad_code", f"CAMEO Code {shown(code)} is none of CAMEO's")
    on = None if told is None else day(told, "Event Date")
    lat, lon = point(values["Latitude"], values["Longitude"])
    name = values["City"] or values["District"] or values["Province"] or values["Country"]
    land = _state(values["Country"])
    return ForeignEvent(
        format="icews", file=file, row=row, event_id=event_id, date_start=on, date_end=on,
        date_precision=None if on is None else "day", actors=_party(values, "Source"),
        recipients=_party(values, "Target"), kind=values["Event Text"], cameo=code,
        quad_class=None if code is None else cameo.quad_class(code),
        intensity=number(values["Intensity"], "Intensity", low=-10, high=10),
        place=ForeignPlace(name, land, lat, lon) if name or lat is not None else None,
        source=values["Publisher"],
    )  # fmt: skip


def _party(values: dict[str, str | None], side: str) -> tuple[ForeignParty, ...]:
    name, country = values[f"{side} Name"], values[f"{side} Country"]
    if name is None and country is None:
        return ()
    sectors = (part for part in parted((values[f"{side} Sectors"] or "").replace(",", ";")))
    known = (WORDS.get(sector.casefold()) for sector in sectors)
    return (
        ForeignParty(name=name, country=_state(country), sector=next(filter(None, known), None)),
    )


def _state(name: str | None) -> str | None:
    if name is None:
        return None
    return countries.state_of(name, "icews") or countries.state_named(name)


FORMAT = Format(
    name="icews", about="the 20 columns of ICEWS (CAMEO codes), one row a telling", files=files,
    reads=read, takes=("coarse", "unit"),
)  # fmt: skip
