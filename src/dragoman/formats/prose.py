"""An incident as a piece of HTML: what happened, according to whom, and where they disagree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.formats import accounts
from dragoman.formats.accounts import Account
from dragoman.formats.chosen import Row, Told
from dragoman.formats.days import in_words, outer
from dragoman.formats.escapes import markup
from dragoman.show import wording
from dragoman.show.views import undated

READINGS = 6
"""Readings of a disagreement that are told; the best supported come first."""


def headline(incident: Row) -> str:
    """The sentence of an incident without its date and its full stop; plain text."""
    text = undated(incident).removesuffix(".")
    return text[:1].upper() + text[1:]


def sentence(incident: Row) -> str:
    """The sentence of an incident with its date, worded as uncertain as it is; plain text."""
    is_dated = outer(incident) is not None
    return f"{headline(incident)}, {in_words(incident)}." if is_dated else f"{headline(incident)}."


def body(told: Told, tellers: Iterable[Account]) -> str:
    """The HTML of an incident; every text in it is escaped, nothing but http(s) is linked."""
    parts = [f"<p>{markup(sentence(told.incident))}</p>", "<p>According to:</p>", "<ul>"]
    parts += [f"<li>{_line(told, one)}</li>" for one in tellers]
    parts.append("</ul>")
    for conflict in told.conflicts:
        parts += disagreement(conflict)
    return "".join(parts)


def disagreement(conflict: Row) -> Iterator[str]:
    """The HTML of a disagreement: the question, its readings, the reason."""
    yield f"<p>Disagreement: {markup(conflict['about'])}</p><ul>"
    for reading in sides(conflict):
        yield f"<li>{markup(reading)}</li>"
    yield f"</ul><p>{markup(conflict['why'])}</p>"


def sides(conflict: Row) -> list[str]:
    """The readings of a disagreement in words, the best supported first; plain text."""
    out = []
    for place, reading in enumerate(conflict["readings"][:READINGS]):
        sources = wording.count(reading["independent_sources"], "source")
        likelier = ", the likelier" if place == conflict["preferred"] else ""
        first = "".join(f": “{accounts.short(quote)}”" for quote in reading["quotes"][:1])
        out.append(f"{reading['value']} ({sources}{likelier}){first}")
    rest = len(conflict["readings"]) - len(out)
    return out if rest <= 0 else [*out, f"and {wording.count(rest, 'reading')} more"]


def _line(told: Told, one: Account) -> str:
    """ "The Post, 6 March 2024: <a>Title</a> “quote”", and how it tells it if not as fact."""
    head = ", ".join(filter(None, (accounts.name(one.report), accounts.day(one.report))))
    quote = f"“{accounts.short(one.telling['quote'])}”"
    return " ".join(filter(None, (f"{markup(head)}:", _title(one), markup(quote), _how(told, one))))


def _title(one: Account) -> str:
    title = one.report["title"]
    link = accounts.link(one.report)
    if link is None:
        return f"{markup(title)}." if title else ""
    return f'<a href="{markup(link)}" rel="noopener noreferrer">{markup(title or link)}</a>.'


def _how(told: Told, one: Account) -> str:
    """The status of a telling in words, where it is not that of the incident; further reports."""
    status = one.telling["status"]
    notes = [] if status == told.incident["status"] else [wording.STATUS[status] or "told as fact"]
    if one.reports > 1:
        notes.append(f"{one.reports} reports")
    return f"({'; '.join(notes)})" if notes else ""
