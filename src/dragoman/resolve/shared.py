"""Names that several bodies share: the report tells which of them is meant, or nothing does.

"PRD" is a party in Mexico and one in Panama, "RSF" a watchdog everywhere and a force in Sudan. Rows
of kind "shared" in aliases.csv count only in a report that names the body in full elsewhere, or
its state; a row of another kind is what the name means by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dragoman.knowledge.names import NameIndex
from dragoman.knowledge.tables import Alias
from dragoman.model.text import Sentence
from dragoman.resolve.pieces import Piece, scan


def settled(
    sentences: Sequence[Sentence],
    pieces: tuple[tuple[Piece, ...], ...],
    names: NameIndex,
    line_ends: Sequence[frozenset[int]],
) -> tuple[tuple[Piece, ...], ...]:
    """The pieces of a report with each shared name given the rows that are meant here.

    Args:
        sentences: of the report, in order.
        pieces: of each sentence, with shared names.
        names: the index that found them.
        line_ends: of each sentence, as `scan` takes them.

    Returns:
        The same pieces where no name is shared. A sentence with a name that nothing settles is
        cut anew, as if that name were unknown.
    """
    doubtful = {s for s, row in enumerate(pieces) if any(map(_is_shared, row))}
    if not doubtful:
        return pieces
    choose = _Chooser(pieces, names)
    out = list(pieces)
    for s in sorted(doubtful):
        chosen = [choose.rows(s, piece) for piece in pieces[s]]
        if all(chosen[k] or piece.kind != "known" for k, piece in enumerate(pieces[s])):
            out[s] = tuple(
                piece._replace(rows=rows) for piece, rows in zip(pieces[s], chosen, strict=True)
            )
        else:
            out[s] = scan(sentences[s], names, line_ends=line_ends[s])
    return tuple(out)


def _is_shared(piece: Piece) -> bool:
    return piece.kind == "known" and piece.rows[-1].kind == "shared"


class _Chooser:
    """Which rows of a shared name a report means."""

    def __init__(self, pieces: Sequence[Sequence[Piece]], names: NameIndex) -> None:
        self._organisations = names.knowledge.organisations
        self._states = names.knowledge.states
        self._named: set[str] = set()
        self._by_sentence: list[Counter[str]] = []
        for row in pieces:
            here: Counter[str] = Counter()
            for piece in row:
                if piece.kind == "known" and not _is_shared(piece):
                    self._named.add(piece.rows[0].party_id)
                    here[self._country(piece.rows[0]) or ""] += 1
            del here[""]
            self._by_sentence.append(here)
        self._in_report = sum(self._by_sentence, Counter())

    def rows(self, s: int, piece: Piece) -> tuple[Alias, ...]:
        """The rows of a piece that are meant; empty when nothing tells."""
        if not _is_shared(piece):
            return piece.rows
        in_full = tuple(row for row in piece.rows if row.party_id in self._named)
        if in_full:
            return in_full[:1]
        own = tuple(row for row in piece.rows if row.kind != "shared")
        home = self._country(own[0]) if own else None
        for countries in (self._by_sentence[s], self._in_report):
            if home is not None and home in countries:
                return own
            found = self._of_most(piece.rows, countries)
            if found is not None:
                return (found,)
        return own

    def _of_most(self, rows: Sequence[Alias], countries: Counter[str]) -> Alias | None:
        """The row of the state that is named most; None for none, or two named as often."""
        counted = [(countries[self._country(row) or ""], row) for row in rows]
        most = max((count for count, _ in counted), default=0)
        best = [row for count, row in counted if count == most > 0]
        return best[0] if len(best) == 1 else None

    def _country(self, row: Alias) -> str | None:
        organisation = self._organisations.get(row.party_id)
        return organisation.country if organisation is not None else row.party_id
