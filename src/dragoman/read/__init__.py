"""Read: files and rows as they are found, cut into shards, become raw reports.

plan(paths) -> shards          a deterministic cut of a corpus
read(shard) -> raw reports     one a file, line, item or row; a rejection where it cannot be
"""

from dragoman.read.limits import DEFAULT, REASONS, Limits
from dragoman.read.plan import Piece, Shard, plan, planned
from dragoman.read.reading import read
from dragoman.read.rows import NO_COLUMNS, check_columns

__all__ = [
    "DEFAULT",
    "NO_COLUMNS",
    "REASONS",
    "Limits",
    "Piece",
    "Shard",
    "check_columns",
    "plan",
    "planned",
    "read",
]
