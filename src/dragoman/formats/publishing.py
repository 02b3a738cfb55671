"""The formats that people publish, watch and cite with, in the order of the documentation."""

from __future__ import annotations

from dragoman.formats.atom import ATOM
from dragoman.formats.chronology import MARKDOWN
from dragoman.formats.evidence import WEB_ANNOTATION
from dragoman.formats.geojson import GEOJSON
from dragoman.formats.graphs import GEPHI, GRAPHML_FORMAT
from dragoman.formats.ical import ICAL
from dragoman.formats.references import BIBTEX, CSL, RIS
from dragoman.formats.registry import Format
from dragoman.formats.timelinejs import TIMELINEJS
from dragoman.formats.timesketch import TIMESKETCH
from dragoman.formats.vistimeline import VIS_TIMELINE

FORMATS: tuple[Format, ...] = (
    TIMELINEJS,
    VIS_TIMELINE,
    TIMESKETCH,
    MARKDOWN,
    CSL,
    BIBTEX,
    RIS,
    ATOM,
    ICAL,
    GEOJSON,
    GRAPHML_FORMAT,
    GEPHI,
    WEB_ANNOTATION,
)
