"""One raw report to one clean report, step by step; what is taken away is told."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from dragoman.clean import calendar, furniture, markdown, text, wire
from dragoman.clean.doubled import without_doubles
from dragoman.clean.draft import Draft
from dragoman.clean.furniture import Rules
from dragoman.clean.settings import DEFAULT, Refused, Settings
from dragoman.model.ids import identifier, sha256
from dragoman.model.report import RawReport, Rejection, Report

Cleaned = tuple[Report | None, tuple[Rejection, ...]]

OPENING_PARAGRAPHS = 4
"""How far down a dateline or a glued date is looked for: title, subtitle, caption, first words."""

NAMES_LINE = re.compile(
    r"[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]*){1,3}"
    r"(?:(?:, and |, | and | & )[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]*){1,3}){0,4}"
)
SITE_SUFFIX = re.compile(
    r"(?<=\S)(?: [|•»·] ?(?P<plain>[^|•»·]{2,40})"
    r"|(?: [-–—] |: (?=The ))(?P<named>(?:[A-Z][\w.!&'’]*,? ?){0,6}"
    r"(?:News|Online|Edition|Press|Times|Post|Gazette|Herald|Journal|Tribune|Daily|Guardian"
    r"|Telegraph|Chronicle|Reuters|BBC|CNN|AFP|TV|Radio|Magazine|[\w.]*\.com))(?: \w+)?"
    r"| [-–—:] (?P<known>[^-–—|:]{3,40}))$"
)
"""The name of the site behind a title; behind a dash what sounds like one, or what is known."""

UPDATED = re.compile(r"(?:updated|modified)\b", re.IGNORECASE)
LATEST = dt.date(9999, 12, 31)


def clean(
    raw: RawReport,
    *,
    rules: Rules | None = None,
    settings: Settings = DEFAULT,
    today: dt.date | None = None,
) -> Cleaned:
    """The clean report, and what was set aside on the way.

    Args:
        raw: as `read` gives it.
        rules: which passages are furniture; None means the shipped rules.
        settings: limits.
        today: dates of publication after it are refused; None refuses none.

    Returns:
        The report, or None when it is set aside as a whole (the last rejection says why); and a
        rejection for each passage that was removed, in the order of removal.
    """
    draft = Draft(
        paragraphs=[], title=raw.title, url=raw.url, publisher=raw.publisher, byline=raw.byline,
        lang=raw.lang,
    )  # fmt: skip
    rules = rules or furniture.shipped()
    try:
        _fill(draft, raw, settings, today)
        _cut_top(draft, rules, today)
        _find_title(draft)
        _cut_openings(draft, today)
        _cut_furniture(draft, rules, today)
        _cut_openings(draft, today)  # a dateline may have stood behind a credit
        _cut_doubles(draft)
        return _finished(draft, raw, settings, today)
    except Refused as refusal:
        said = [*draft.removed, (refusal.reason, refusal.detail)]
        return None, tuple(_rejection(raw.uri, reason, detail) for reason, detail in said)


def _fill(draft: Draft, raw: RawReport, settings: Settings, today: dt.date | None) -> None:
    """Take text, title, byline, publisher and date out of the content, by its medium."""
    content = raw.content
    if raw.media == "pdf":
        from dragoman.clean import pdf  # loads its library

        content = pdf.text(content.encode("latin-1"), settings)
    if (share := text.bad_share(content)) > settings.bad_share:
        raise Refused("not_text", f"{share:.0%} of the characters are unreadable")
    if raw.published:
        draft.date(raw.published, "given", today)
    if raw.media == "html":
        content = _from_html(draft, raw, settings, today)
    elif raw.media == "markdown":
        content = _from_markdown(draft, content, today)
    if len(content) > settings.text_characters:
        limit = settings.text_characters
        raise Refused("too_long", f"{len(content)} characters, more than {limit}")
    draft.paragraphs = text.paragraphs(text.normalised(content))
    if draft.title is not None:
        draft.title = " ".join(text.normalised(draft.title).split()) or None


def _from_html(draft: Draft, raw: RawReport, settings: Settings, today: dt.date | None) -> str:
    from dragoman.clean import html  # loads the HTML extractor, which plain texts do not need

    fetched = instant(raw.retrieved)
    latest = min(today or LATEST, LATEST if fetched is None else fetched.date()).isoformat()
    page = html.main_text(raw.content, settings, url=raw.url, latest=latest)
    draft.title = draft.title or page.title
    draft.byline = draft.byline or page.byline
    draft.publisher = draft.publisher or page.publisher
    draft.url = draft.url or page.url
    if page.published and draft.dated is None:
        draft.date(page.published, "given", today)
    return page.text


def _from_markdown(draft: Draft, content: str, today: dt.date | None) -> str:
    page = markdown.plain(content)
    draft.title = draft.title or page.values.get("title") or page.heading
    draft.byline = draft.byline or page.values.get("byline")
    draft.publisher = draft.publisher or page.values.get("publisher")
    draft.url = draft.url or page.values.get("url")
    draft.lang = draft.lang or page.values.get("lang", "")[:2].lower() or None
    if "published" in page.values:
        draft.date(page.values["published"], "given", today)
    return page.text


def _cut_top(draft: Draft, rules: Rules, today: dt.date | None) -> None:
    """Drop bylines, dates and adverts above the headline; "Video: ..." may be the headline."""
    while len(draft.paragraphs) > 1 and (hit := rules.of_whole(draft.paragraphs[0])):
        if hit.rule.kind == "links" or hit.rule.what in ("link to a video", "related link"):
            return
        _note(draft, hit, draft.paragraphs.pop(0), today)


def _find_title(draft: Draft) -> None:
    """Make the title the first paragraph: given, or the first line where it is a headline."""
    paragraphs = draft.paragraphs
    if not paragraphs:
        return
    first = paragraphs[0]
    if draft.title is None:
        if wire.glued_date(first) or wire.dateline(first):
            return
        if not text.is_headline(first, paragraphs[1:]):
            return
        draft.title = first
    elif text.folded(first) == text.folded(draft.title):
        paragraphs[0] = draft.title = first
    elif _runs_on(first, draft.title):
        paragraphs[:1] = [draft.title, first[len(draft.title) :].lstrip(" :.-–—")]
    else:
        paragraphs.insert(0, draft.title)
    draft.title_at = 1
    site = _site_behind(draft.title, f"{draft.publisher} {draft.url}")
    if site is not None:
        draft.title = paragraphs[0] = draft.title[: draft.title.rindex(site)].rstrip(" |•»·-–—:")
        draft.publisher = draft.publisher or site
        draft.set_aside("furniture", "site name", site)


def _site_behind(title: str, known: str) -> str | None:
    """The name of the site at the end of `title`, or None; `known` names publisher and address."""
    match = SITE_SUFFIX.search(title)
    if match is None:
        return None
    if match["known"] is None:
        return str(match["plain"] or match["named"]).strip()
    letters = "".join(text.WORD.findall(match["known"].casefold()))
    return match["known"].strip() if letters in known.casefold().replace(" ", "") else None


def _runs_on(paragraph: str, title: str) -> bool:
    """Whether `paragraph` is the title and, on the same line, the first words of the body."""
    rest = paragraph[len(title) :].lstrip(" :.-–—")
    return paragraph.startswith(title) and len(title.split()) >= 4 and rest[:1].isupper()


def _cut_openings(draft: Draft, today: dt.date | None) -> None:
    """Cut a date or a dateline off the first words; what they say is kept."""
    for at, paragraph in enumerate(draft.paragraphs[:OPENING_PARAGRAPHS]):
        if at < draft.title_at:
            continue
        if opening := wire.glued_date(paragraph):
            draft.set_aside("dateline", "", paragraph[: opening.length])
            is_update = UPDATED.match(paragraph) is not None
            draft.date(opening.date or "", "text", today, is_update=is_update)
            draft.written_at = draft.written_at or opening.place
            paragraph = paragraph[opening.length :].lstrip()
            draft.paragraphs[at] = paragraph
        if opening := wire.dateline(paragraph):
            draft.set_aside("dateline", "", paragraph[: opening.length])
            draft.publisher = draft.publisher or opening.agency
            draft.written_at = draft.written_at or opening.place
            draft.day_and_month = draft.day_and_month or opening.date
            draft.paragraphs[at] = paragraph[opening.length :].lstrip()


def _cut_furniture(draft: Draft, rules: Rules, today: dt.date | None) -> None:
    """Drop what the rules name, below headings of links and comments also what follows."""
    kept = draft.paragraphs[: draft.title_at]
    body = draft.paragraphs[draft.title_at :]
    size = sum(map(len, body))
    passed, mode, byline_at = 0, "", -2
    for at, paragraph in enumerate(body):
        if mode == "comments" or (mode == "links" and furniture.looks_like_a_link(paragraph)):
            draft.set_aside("furniture", mode, paragraph)
            continue
        mode = ""
        hit = rules.of_whole(paragraph)
        is_byline = hit is not None and hit.byline is not None
        if hit is None and at < 3 and _is_names_line(paragraph, body[at + 1 :], at, byline_at):
            draft.set_aside("furniture", "byline", paragraph)
            if byline_at < 0:
                draft.byline = draft.byline or paragraph
            else:
                draft.publisher = draft.publisher or paragraph
            byline_at = at
            continue
        if hit is not None:
            _note(draft, hit, paragraph, today)
            byline_at = at if is_byline else byline_at
            if hit.rule.kind == "links":
                mode = "links"
            elif hit.rule.kind == "comments" and passed > size / 2:
                mode = "comments"
            continue
        passed += len(paragraph)
        kept.append(_trimmed(draft, rules, paragraph))
    draft.paragraphs = [paragraph for paragraph in kept if paragraph]


def _is_names_line(paragraph: str, following: list[str], at: int, byline_at: int) -> bool:
    """Whether a line on top is only names of writers, or, right under them, of their outlet."""
    if not following or len(paragraph) > 120 or paragraph[-1:] in '.!?:"”':
        return False
    if at == byline_at + 1 and len(paragraph.split()) <= 4 and paragraph[:1].isupper():
        return True
    return NAMES_LINE.fullmatch(paragraph) is not None


def _note(draft: Draft, hit: furniture.Hit, passage: str, today: dt.date | None) -> None:
    """Set a passage aside and keep what it says of writer, publisher and date."""
    draft.set_aside("furniture", hit.rule.what, passage)
    draft.byline = draft.byline or (hit.byline and " ".join(hit.byline.split()))
    draft.publisher = draft.publisher or (hit.publisher and hit.publisher.rstrip(" .,"))
    if hit.byline:
        draft.writer_at = draft.writer_at or wire.place_behind(passage)
    if hit.date:
        is_update = UPDATED.search(passage[: passage.find(hit.date)]) is not None
        draft.date(hit.date, "text", today, is_update=is_update)


def _trimmed(draft: Draft, rules: Rules, paragraph: str) -> str:
    """The paragraph without labels before it and credits behind it."""
    if hit := rules.of_head(paragraph):
        _note(draft, hit, paragraph[: hit.end], None)
        paragraph = paragraph[hit.end :].lstrip()
    while paragraph and (hit := rules.of_tail(paragraph)):
        _note(draft, hit, paragraph[hit.start :], None)
        paragraph = paragraph[: hit.start].rstrip()
    return paragraph


def _cut_doubles(draft: Draft) -> None:
    found = without_doubles(draft.paragraphs, first=draft.title_at)
    draft.paragraphs = [paragraph for paragraph in found.kept if paragraph]
    for passage in found.dropped:
        draft.set_aside("doubled", "", passage)


def _finished(draft: Draft, raw: RawReport, settings: Settings, today: dt.date | None) -> Cleaned:
    """The report, its identifier, language and date; its rejections with that identifier."""
    if not any(re.search(r"\w", paragraph) for paragraph in draft.paragraphs[draft.title_at :]):
        raise Refused("no_text", "nothing readable is left")
    if draft.dated is None:
        path = next((p for p in (draft.url, raw.uri) if p), "")
        draft.dated = calendar.from_path(path, today=today)
        draft.dated_from = "uri" if draft.dated else None
    draft.complete(today)
    stored = "\n\n".join(draft.paragraphs)
    digest = sha256(stored)
    report_id = identifier("r", raw.uri, digest)
    lang = draft.lang
    if lang is None and settings.detect_language:
        from dragoman.clean.language import language  # loads its model

        lang = language("\n\n".join(draft.paragraphs[draft.title_at :]))
    report = Report(
        report_id=report_id,
        uri=raw.uri,
        text=stored,
        sha256=digest,
        words=len(stored.split()),
        title_end=len(draft.paragraphs[0]) if draft.title_at else 0,
        url=draft.url,
        publisher=draft.publisher,
        title=draft.title,
        byline=draft.byline,
        lang=lang,
        published=draft.dated.day if draft.dated else None,
        published_from=draft.dated_from if draft.dated else None,
        published_precision=draft.dated.precision if draft.dated else None,
        retrieved=None if (fetched := instant(raw.retrieved)) is None else fetched.isoformat(),
        written_at=draft.written_at or draft.writer_at or wire.place_behind(draft.byline),
    )
    told = (_rejection(raw.uri, reason, detail) for reason, detail in draft.removed)
    return report, tuple(replace(row, report_id=report_id) for row in told)


def instant(words: str | None) -> dt.datetime | None:
    """An instant of ISO 8601 in UTC; None where it is none. One without a zone is in UTC."""
    if words is None:
        return None
    try:
        found = dt.datetime.fromisoformat(words)
    except ValueError:
        return None
    known = found if found.tzinfo is not None else found.replace(tzinfo=dt.UTC)
    try:
        return known.astimezone(dt.UTC)
    except OverflowError:  # the first day of the calendar in a zone east of Greenwich
        return None


def _rejection(uri: str, reason: str, detail: str) -> Rejection:
    return Rejection(stage="clean", uri=uri, reason=reason, detail=detail)
