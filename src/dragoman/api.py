"""What `import dragoman` offers to a program: open a record, fill it, ask it.

Each function is the one behind the command of its name; heavy libraries are loaded when one is
called, not on import.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.model.event import Event
    from dragoman.model.judgement import Judgement
    from dragoman.resolve.times.told import FoundTime
    from dragoman.run.explain import Explanation
    from dragoman.run.main_day import MainDay
    from dragoman.run.pipeline import Summary
    from dragoman.run.who import Meant
    from dragoman.show.record import Record
    from dragoman.show.relation import Answer
    from dragoman.store.store import Store


def open(folder: Path | str) -> Record:
    """The record in `folder`, to be asked: `dragoman.show.record.Record`.

    Raises:
        RecordMissingError: there is none.
    """
    from dragoman.show.record import Record

    return Record.open(folder)


def open_record(folder: Path | str) -> Record:
    """The same as `open`, for programs that have another use for that name."""
    return open(folder)


def read_reports(
    paths: Path | str | Sequence[Path | str],
    into: Path | str,
    *,
    workers: int | None = None,
    lang: str | None = None,
) -> Summary:
    """Read reports into the record in the folder `into`; see `dragoman.run.pipeline.build`."""
    from dragoman.run.pipeline import build

    several = [paths] if isinstance(paths, str | Path) else list(paths)
    return build(several, into, workers=workers, lang=lang)


def events_in(text: str, published: dt.date | str | None = None) -> list[Event]:
    """The tellings of one text, in text order; `published` as a date or YYYY-MM-DD.

    The parser is loaded on the first call, which takes two seconds.
    """
    from dragoman.run.engine import Job
    from dragoman.run.sentences import events_of, shared_reader

    day = dt.date.fromisoformat(published) if isinstance(published, str) else published
    return events_of(text, day, reader=shared_reader(Job()))


def code_rows(rows: Iterable[object], *, news: bool = False) -> Iterator[dict[str, Any]]:
    """Code rows {"id", "text", "published"?, "actor"?, "recipient"?} as `dragoman code` does.

    For each row, in order, {"id", "events"}, and "error" where it cannot be coded. With parties
    given, as the text writes them, the answer is at most one event: what one did to the other.
    `news`: only the news of each sentence, nothing that is possible or alleged only, or told aside.
    """
    from dragoman.run.engine import Job
    from dragoman.run.sentences import code_rows as answers

    return answers(rows, Job(news=news))


def parties_of(rows: Iterable[object]) -> Iterator[dict[str, Any]]:
    """Resolve rows {"id", "phrase", "context"?, "lang"?, "published"?} as `code --phrases` does.

    For each row, in order, {"id", "party"}: the party of the contract in PLOVER's terms, and why.
    `party` is None where the phrase names none, with `why`, or cannot be read, with `error`.
    """
    from dragoman.run.engine import Job
    from dragoman.run.phrases import parties_of as answers

    return answers(rows, Job())


def parties(record: Record | Store, **filters: Any) -> list[dict[str, Any]]:
    """The parties of a record, those with most tellings first: `dragoman.show.parties.parties`.

    `filters` are those of `dragoman.show.filters.Filters`: country (ISO3), sector, kind, party, ...
    """
    from dragoman.knowledge.load import load
    from dragoman.knowledge.names import NameIndex
    from dragoman.show.filters import Filters
    from dragoman.show.parties import parties as view

    return list(view(_store(record), Filters(**filters), names=NameIndex.of(load())).rows)


def who(text: str, published: dt.date | str | None = None) -> list[Meant]:
    """Every party that a text names or means, with why; see `dragoman.run.who.Meant`."""
    from dragoman.run.engine import Job
    from dragoman.run.sentences import shared_reader
    from dragoman.run.who import who as answer

    day = dt.date.fromisoformat(published) if isinstance(published, str) else published
    return answer(text, day, reader=shared_reader(Job()))


def compare(rows: Iterable[object]) -> Iterator[dict[str, Any]]:
    """Compare pairs of sentences as `dragoman compare` does.

    For each row {"pair", "slot"?, "a": {"sentence", "published"?, "value"?}, "b": {...}}, in order,
    {"pair", "disagree", "label", "why"}; or {"pair", "disagree": None, "label": None, "error"}. The
    labels are those of `dragoman.weigh.pairs.LABELS`.
    """
    from dragoman.run.compare import compare_rows
    from dragoman.run.engine import Job

    return compare_rows(rows, Job(second=False, today=dt.date.today()))


def explain(text: str, published: dt.date | str | None = None) -> Explanation:
    """Why a text is coded as it is; see `dragoman.run.explain.Explanation`."""
    from dragoman.run.engine import Job
    from dragoman.run.explain import explain as answer
    from dragoman.run.sentences import shared_reader

    day = dt.date.fromisoformat(published) if isinstance(published, str) else published
    return answer(text, day, reader=shared_reader(Job()))


def when(text: str, published: dt.date | str | None = None) -> list[FoundTime]:
    """Every time expression of a text, in text order: days, precision, TimeML's value, and why.

    Without a day of publication what hangs on it has no `range`, and `relative` keeps what can be
    grounded when the day is known. No parser is loaded: a call takes microseconds.

    Raises:
        UsageError: `published` is no day, lies in the future or before 1400.
    """
    from dragoman.run.when import publication_day
    from dragoman.run.when import when as answer

    return answer(text, publication_day(published, today=dt.date.today()))


def timexes(rows: Iterable[object]) -> Iterator[dict[str, Any]]:
    """The TIMEX3 of rows {"id", "text", "dct"?}, as `dragoman when --jsonl` gives them.

    For each row, in order, {"id", "timexes": [{"start", "end", "type", "value"}]}, and "error"
    where it cannot be read.
    """
    from dragoman.run.when import timex_rows

    return timex_rows(([row] for row in rows), today=dt.date.today())


def main_day(
    text: str,
    published: dt.date | str | None = None,
    *,
    title: str | None = None,
    url: str | None = None,
    pipeline: str | None = None,
) -> MainDay:
    """The day of the event that a report is about, from its headline and lead.

    Where these tell no day the day of publication stands in; where that is not given it is looked
    for in the text and in `url`. The parser is loaded on the first call, which takes two seconds.

    Raises:
        UsageError: `published` is no day, lies in the future or before 1400.
    """
    from dragoman.model.report import RawReport
    from dragoman.run.engine import Job
    from dragoman.run.main_day import main_day as answer
    from dragoman.run.sentences import shared_reader
    from dragoman.run.when import publication_day

    today = dt.date.today()
    day = publication_day(published, today=today)
    raw = RawReport(
        uri="text", media="text", content=text, title=title, url=url, lang="en",
        published=None if day is None else day.isoformat(),
    )  # fmt: skip
    return answer(raw, shared_reader(Job(pipeline=pipeline)), today=today)


def relation(
    record: Record | Store, first: str, second: str, *, on: dt.date | str
) -> Answer | None:
    """The relations of two states (ISO 3166 alpha-3) on a day; None where no report tells."""
    from dragoman.knowledge.load import load
    from dragoman.show.relation import relation as answer

    day = dt.date.fromisoformat(on) if isinstance(on, str) else on
    names = {state.id: state.name for state in load().states.values()}
    return answer(_store(record), (first, second), day, names)


def rule(
    folder: Path | str,
    ruling: str,
    about: str | Sequence[str],
    *,
    value: Mapping[str, Any] | None = None,
    by: str | None = None,
    note: str | None = None,
) -> Judgement:
    """Rule on a record: accept, reject, correct, merge, split, settle, undo.

    See `dragoman.run.review.rule`; `about` is one id or several.
    """
    from dragoman.run.review import rule as give

    names = [about] if isinstance(about, str) else list(about)
    return give(folder, ruling, names, value=value, by=by, note=note)


def stories(rows: Iterable[object]) -> Iterator[dict[str, Any]]:
    """Group rows {"id", "title"?, "text", "published"?} into stories, without a record or parser.

    For each row, in order, {"id", "story"}: rows with one story id cover one ongoing happening.
    The order of the rows changes no story. A row that cannot be read has None and "error".
    """
    from dragoman.run.stories import group_rows

    return group_rows(rows)


def export(
    record: Record | Store, form: str, folder: Path | str, *, top: int | None = None, **asked: Any
) -> tuple[Path, ...]:
    """Write a record, or a part of it, in a format of `dragoman export --list`; the files.

    README.txt and datapackage.json are the last two.

    Args:
        record: the record.
        form: "jsonl", "csv", "parquet", ...
        folder: made when missing; files of the same names are replaced.
        top: only so many incidents, those with most independent sources.
        asked: act, party, since, until, report, status; and the settings that the format takes.

    Raises:
        UsageError: no such format, filter, setting or value, or `folder` is a file.
    """
    from dragoman.formats import known
    from dragoman.formats.chosen import Chosen
    from dragoman.formats.export import write

    found = known.find(form)
    filters, settings = known.sorted_out(found, asked)
    chosen = Chosen(store=_store(record), filters=filters, top=top)
    return write(chosen, found, settings, Path(folder)).paths


def _store(record: Record | Store) -> Store:
    from dragoman.store.store import Store

    return record if isinstance(record, Store) else record.store
