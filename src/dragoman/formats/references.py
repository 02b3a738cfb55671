"""The reports as references for authors: CSL-JSON, BibTeX and RIS.

What is not known of a report (its byline, its day) is left out, never guessed; a report that came
as a file has its name in place of an address.

Sources: the CSL 1.0.2 data schema; the BibTeX and biblatex manuals; the RIS format specification.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dragoman.formats.chosen import Chosen, Row
from dragoman.formats.escapes import latex
from dragoman.formats.jsons import Node, Value, known, listed
from dragoman.formats.registry import File, Format, Settings
from dragoman.show.visible import language_tag, visible, web_link

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""BibTeX's own names of the months."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A report as a reference. Texts are in one line, hidden characters shown; None: not known.

    `issued` is year; year and month; or year, month and day. `link` is an http(s) address, `file`
    the name of a report without one.
    """

    id: str
    title: str | None
    publisher: str | None
    byline: str | None
    issued: tuple[int, ...]
    link: str | None
    file: str | None
    accessed: dt.date | None
    lang: str | None


def reference(report: Row) -> Reference:
    """A row of `reports` as a reference."""
    link = web_link(report["uri"])
    return Reference(
        id=report["report_id"],
        title=_shown(report["title"]),
        publisher=_shown(report["publisher"]),
        byline=_shown(report["byline"]),
        issued=_issued(report),
        link=link,
        file=visible(report["uri"]) if link is None else None,
        accessed=None if report["retrieved"] is None else report["retrieved"].date(),
        lang=language_tag(report["lang"]),
    )


def _shown(text: str | None) -> str | None:
    return None if text is None else visible(text)


def _issued(report: Row) -> tuple[int, ...]:
    day = report["published"]
    if day is None:
        return ()
    parts: tuple[int, ...] = (day.year, day.month, day.day)
    return parts[: {"year": 1, "month": 2}.get(report["published_precision"], 3)]


def csl(one: Reference) -> Node:
    """A reference as an item of CSL-JSON."""
    return known({
        "id": one.id,
        "type": "article-newspaper",
        "title": one.title,
        "container-title": one.publisher,
        "author": None if one.byline is None else [{"literal": one.byline}],
        "issued": _date_parts(one.issued),
        "URL": one.link,
        "archive_location": one.file,
        "accessed": None if one.accessed is None else _date_parts(_parts(one.accessed)),
        "language": one.lang,
    })  # fmt: skip


def _parts(day: dt.date) -> tuple[int, ...]:
    return (day.year, day.month, day.day)


def _date_parts(parts: tuple[int, ...]) -> Value:
    return {"date-parts": [list(parts)]} if parts else None


def bibtex(one: Reference) -> str:
    """A reference as an entry for BibTeX and biblatex, in UTF-8."""
    fields = {
        "title": one.title, "author": one.byline, "journal": one.publisher, "note": one.file,
    }  # fmt: skip
    # Braces twice: a title keeps its capitals, and a byline is one name whatever is in it.
    lines = [f"  {name} = {{{{{latex(text)}}}}}" for name, text in fields.items() if text]
    lines += [f"  {name} = {text}" for name, text in _bibtex_dates(one)]
    if one.link is not None:
        lines.append(f"  url = {{{one.link}}}")
    if one.accessed is not None:
        lines.append(f"  urldate = {{{one.accessed.isoformat()}}}")
    if one.lang is not None:
        lines.append(f"  langid = {{{one.lang}}}")
    key = re.sub(r"[^A-Za-z0-9_-]", "-", one.id)
    return ",\n".join([f"@article{{{key}", *lines]) + "\n}\n"


def _bibtex_dates(one: Reference) -> Iterator[tuple[str, str]]:
    """The date twice: as biblatex reads it, and in BibTeX's year and month."""
    if not one.issued:
        return
    yield "date", "{" + "-".join(f"{part:02}" for part in one.issued) + "}"
    yield "year", f"{{{one.issued[0]}}}"
    if len(one.issued) > 1:
        yield "month", MONTHS[one.issued[1] - 1]


def ris(one: Reference) -> str:
    """A reference as a record of RIS."""
    fields = [
        ("TY", "NEWS"), ("ID", one.id), ("TI", one.title), ("AU", one.byline),
        ("T2", one.publisher), ("PY", str(one.issued[0]) if one.issued else None),
        ("DA", _ris_date(one.issued)), ("UR", one.link), ("AN", one.file), ("LA", one.lang),
        ("Y2", None if one.accessed is None else _ris_date(_parts(one.accessed))),
    ]  # fmt: skip
    lines = [f"{name}  - {text}\r\n" for name, text in fields if text]
    return "".join([*lines, "ER  - \r\n\r\n"])


def _ris_date(parts: tuple[int, ...]) -> str | None:
    """Year, month and day with their slashes, those that are not known left empty."""
    if not parts:
        return None
    return "/".join([*(f"{part:02}" for part in parts), *[""] * (3 - len(parts))])


@dataclass
class _List:
    chosen: Chosen
    written: int = 0

    def references(self) -> Iterator[Reference]:
        for row in self.chosen.reports():
            self.written += 1
            yield reference(row)

    def count(self) -> int:
        return self.written


def _csl_json(found: _List) -> Iterator[str]:
    yield from listed(map(csl, found.references()))
    yield "\n"


def _bibtex_file(found: _List) -> Iterator[str]:
    return (bibtex(one) + "\n" for one in found.references())


def _ris_file(found: _List) -> Iterator[str]:
    return map(ris, found.references())


def _format(name: str, about: str, file: str, write: Callable[[_List], Iterator[str]]) -> Format:
    def files(chosen: Chosen, settings: Settings) -> Iterator[File]:
        found = _List(chosen)
        yield File(
            name=file, about="A reference a report.", content=write(found), count=found.count
        )

    return Format(name=name, about=about, files=files)


CSL = _format("csl", "CSL-JSON: the reports for Zotero, pandoc, ...", "sources.csl.json", _csl_json)
BIBTEX = _format("bibtex", "BibTeX: the reports for LaTeX", "sources.bib", _bibtex_file)
RIS = _format("ris", "RIS: the reports for EndNote, Mendeley, ...", "sources.ris", _ris_file)
