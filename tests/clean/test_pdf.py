"""PDF: lines become paragraphs again; what is damaged, locked or a scan says so."""

from __future__ import annotations

import io
import random

import pytest
from pypdf import PdfReader, PdfWriter

from dragoman.clean import clean, pdf
from dragoman.clean.settings import DEFAULT, Refused, Settings
from dragoman.model.report import RawReport

LINES = (
    "Kenya recalls its envoy to Norway",
    "",
    "Kenya has recalled its ambassador to Norway, the ministry of foreign af-",
    "fairs said on Monday. Norway called the step regrettable and hoped for",
    "talks.",
    "The two countries had argued over fish for more than a year before that",
    "and neither of them gave way in the end.",
)


def made(*pages: tuple[str, ...]) -> bytes:
    """A PDF that shows lines of text, written by hand."""
    objects: list[bytes] = []
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for n, lines in enumerate(pages):
        shown = "".join(f"({line}) Tj T* " for line in lines)
        stream = f"BT /F1 12 Tf 14 TL 72 720 Td {shown}ET".encode()
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * n} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1, start,
    ))  # fmt: skip
    return out.getvalue()


def raw(data: bytes) -> RawReport:
    return RawReport(uri="a.pdf", media="pdf", content=data.decode("latin-1"))


def test_lines_become_paragraphs():
    report, _ = clean(raw(made(LINES)))
    assert report is not None
    assert report.title == "Kenya recalls its envoy to Norway"
    assert report.text.split("\n\n")[1:] == [
        "Kenya has recalled its ambassador to Norway, the ministry of foreign affairs said on "
        "Monday. Norway called the step regrettable and hoped for talks.",
        "The two countries had argued over fish for more than a year before that and neither of "
        "them gave way in the end.",
    ]


def test_a_hyphen_before_a_capital_stays():
    assert pdf.joined("the talks of the Franco-\nGerman council") == (
        "the talks of the Franco- German council"
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "bad_pdf"),
        (b"The envoy left.", "bad_pdf"),
        (made(LINES)[:200], "bad_pdf"),
        (made(()), "no_text"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, reason: str):
    report, told = clean(raw(data))
    assert report is None
    assert told[-1].reason == reason


def test_a_locked_file_says_so():
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(made(LINES))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(Refused, match="password"):
        pdf.text(out.getvalue(), DEFAULT)


def test_too_many_pages_are_refused():
    with pytest.raises(Refused, match="3 pages"):
        pdf.text(made(LINES, LINES, LINES), Settings(pdf_pages=2))


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_file_is_read_or_told(seed: int):
    chance = random.Random(seed)
    data = bytearray(made(LINES, LINES))
    for _ in range(chance.randrange(1, 30)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    report, told = clean(raw(bytes(data)))
    assert report is not None or told
