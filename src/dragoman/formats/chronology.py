"""A chronology in Markdown: a line an incident, a footnote a quote.

Footnotes as pandoc, GitHub and Obsidian read them. `[^r3]` is the third report cited; where it is
cited with other words, `[^r3-2]`. Every text is escaped: Markdown in a report stays words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.formats import accounts
from dragoman.formats.accounts import Account, Accounts
from dragoman.formats.chosen import Chosen, Row, Told
from dragoman.formats.days import in_words, outer
from dragoman.formats.eras import Extent, eras
from dragoman.formats.escapes import markdown
from dragoman.formats.prose import headline, sides
from dragoman.formats.registry import File, Format, Settings

TITLE = "Chronology"
"""The title of a chronology that was given none."""
UNDATED = "Date not known"


@dataclass
class _Notes:
    """Names of footnotes, and those of the year that is being written."""

    reports: dict[str, int] = field(default_factory=dict)
    quotes: dict[str, dict[str, str]] = field(default_factory=dict)
    pending: list[str] = field(default_factory=list)

    def name(self, one: Account) -> str:
        """The name of the footnote for an account; a new one is put down to be written."""
        report, quote = one.report["report_id"], one.telling["quote"]
        number = self.reports.setdefault(report, len(self.reports) + 1)
        names = self.quotes.setdefault(report, {})
        if quote not in names:
            names[quote] = f"r{number}-{len(names) + 1}" if names else f"r{number}"
            self.pending.append(f"[^{names[quote]}]: {citation(one.report, quote)}\n")
        return names[quote]

    def written(self) -> Iterator[str]:
        """The footnotes put down since they were written last."""
        if self.pending:
            yield "\n"
        yield from self.pending
        self.pending.clear()


@dataclass
class _Chronology:
    chosen: Chosen
    settings: Settings
    written: int = 0

    def content(self) -> Iterator[str]:
        yield f"# {markdown(self.settings.title or TITLE)}\n"
        tellers, notes, extent = Accounts(self.chosen.store), _Notes(), Extent()
        year = ""
        for told in self.chosen.told():
            extent.add(told)
            if _year(told) != year:
                yield from notes.written()
                year = _year(told)
                yield f"\n## {year}\n\n"
            self.written += 1
            yield _entry(told, tellers.of(told), notes)
        yield from notes.written()
        spells = eras(self.chosen, extent)
        if spells:
            yield "\n## Relations\n\n"
        for spell in spells:
            yield f"- {markdown(spell.text)}.\n"

    def count(self) -> int:
        return self.written


def _year(told: Told) -> str:
    days = outer(told.incident)
    return UNDATED if days is None else str(days[0].year)


def _entry(told: Told, tellers: list[Account], notes: _Notes) -> str:
    cited = " ".join(f"[^{notes.name(one)}]" for one in tellers)
    days = in_words(told.incident)
    what = f"**{days[:1].upper()}{days[1:]}**: {markdown(headline(told.incident))}"
    # Four blanks a level: fewer are no level to some readers.
    lines = [f"- {what}.{cited}\n"]
    for conflict in told.conflicts:
        lines.append(f"    - Disagreement: {markdown(conflict['about'])}\n")
        lines += [f"        - {markdown(side)}\n" for side in sides(conflict)]
    return "".join(lines)


def citation(report: Row, quote: str) -> str:
    """ "Byline, “Title”, Publisher, 3 May 2024, <address>: “quote”", as far as it is known."""
    link = accounts.link(report)
    parts = [
        markdown(report["byline"] or ""),
        f"“{markdown(report['title'])}”" if report["title"] else "",
        markdown(report["publisher"] or ""),
        accounts.day(report) or "no date",
        f"<{link}>" if link is not None else markdown(report["uri"]),
    ]
    return f"{', '.join(filter(None, parts))}: “{markdown(accounts.short(quote))}”"


def _files(chosen: Chosen, settings: Settings) -> Iterator[File]:
    made = _Chronology(chosen, settings)
    yield File(
        name="chronology.md",
        about="A line an incident, a footnote for each independent source with its quote.",
        content=made.content(),
        count=made.count,
    )


MARKDOWN = Format(
    name="markdown", about="Markdown: a chronology with footnotes", files=_files,
    takes=("title",),
)  # fmt: skip
