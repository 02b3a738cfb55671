"""Names of states in other languages, from CLDR, for exonyms.csv. Run build_states.py."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from babel import Locale
from babel.core import get_cldr_version

LATIN = ("fr", "de", "es", "pt", "it", "nl", "sv", "pl", "tr", "id")
OTHER = ("ru", "uk", "ar", "fa", "zh", "ja", "ko", "hi")
BODIES = {"UN": "IGO-un", "EU": "IGO-eu", "EZ": "IGO-eurozone"}
"""Bodies that CLDR names among the territories."""
COMPOSED = ("MM", "CD", "CG", "FK", "HK", "MO")
"""CLDR has "Congo-Kinshasa", "R.A.S. chinoise de Hong Kong": see `exonyms_by_hand.txt`."""
NOT_NAMES = frozenset(
    ["Maurice", "Dominique", "Granada", "Grenade", "Man", "Jersey", "Benin", "Guernesey", "Indie",
     "Malte", "AS", "VS", "VN", "BM", "AB", "ABD", "Kuba", "Reunion", "Salvador", "Island", "Turki",
     "Norfolk", "Guadalupe", "Chili", "Guiana"]
)  # fmt: skip
"""Names that in text of another language are rather a person, a word or another place."""


def exonyms(by_iso2: Mapping[str, str], taken: set[str]) -> Iterator[dict[str, str]]:
    """Rows of exonyms.csv: names in other languages that are no English ones (`taken`).

    Args:
        by_iso2: ISO 3166 alpha-2 to the id of the state.
        taken: aliases that stand in aliases.csv.

    Yields:
        alias, party_id, langs, source, by language. A name that means two states in one language or
        in two is left out.
    """
    by_hand = {cells[0]: cells[1:] for cells in _by_hand()}
    meant: dict[str, dict[str, list[str]]] = {}
    for lang in (*LATIN, *OTHER):
        for name, party in dict.fromkeys(_of_language(lang, {**by_iso2, **BODIES}, by_hand)):
            meant.setdefault(name, {}).setdefault(party, []).append(lang)
    for name, parties in meant.items():
        if name in taken or name in NOT_NAMES or len(parties) > 1:
            continue
        for party, langs in parties.items():
            yield {
                "alias": name, "party_id": party, "langs": ";".join(langs),
                "source": f"CLDR {get_cldr_version()} via babel, and common use",
            }  # fmt: skip


def _by_hand() -> Iterator[list[str]]:
    text = (Path(__file__).parent / "exonyms_by_hand.txt").read_text(encoding="utf-8")
    return (line.split("|") for line in text.splitlines() if not line.startswith("#"))


def _of_language(
    lang: str, by_iso2: Mapping[str, str], by_hand: Mapping[str, list[str]]
) -> Iterator[tuple[str, str]]:
    territories = Locale(lang).territories
    for iso2, party in by_iso2.items():
        if iso2 not in COMPOSED:
            for name in _forms(territories.get(iso2, "")):
                yield name, party
        for cell in by_hand.get(iso2, ()):
            own, _, name = cell.partition(":")
            if own == lang:
                yield name, party


def _forms(name: str) -> Iterator[str]:
    """A name, without what stands in brackets, and with the curly apostrophe straight."""
    bare = re.sub(r"\s*[(（].*?[)）]", "", name).replace("ʼ", "'").strip()
    if len(bare) > 2 or (len(bare) > 1 and not bare.isascii()):
        yield bare
