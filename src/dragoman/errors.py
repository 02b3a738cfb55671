"""Every exception of dragoman.

DragomanError
├── UsageError            what the caller asked cannot be done as asked (exit 2)
├── NoSuchPathError       a path to read does not exist (exit 2)
├── KnowledgeError        the knowledge files have faults, all listed (exit 1)
├── ParserMissingError    the grammatical pipeline is not installed (exit 1)
├── LibraryMissingError   a library that dragoman does without is not installed (exit 1)
└── RecordError           the record folder cannot be used (exit 1)
    ├── RecordMissingError     there is none at that place
    ├── RecordVersionError     made by another version of the format
    ├── RecordDamagedError     a part of it is not as it was written
    ├── RecordFullError        the disk has no room for what is to be written
    └── RecordLockedError      another process is writing (exit 5)
"""

from __future__ import annotations

from collections.abc import Sequence


class DragomanError(Exception):
    """Base of all errors that dragoman raises on purpose; `exit_code` is the command line's."""

    exit_code = 1


class UsageError(DragomanError):
    """The request makes no sense as given; the message says what to give instead."""

    exit_code = 2


class NoSuchPathError(DragomanError):
    """A path that was to be read does not exist."""

    exit_code = 2

    def __init__(self, path: str) -> None:
        super().__init__(f"{path}: no such file or folder; check the path and try again")
        self.path = path


class KnowledgeError(DragomanError):
    """The knowledge files have faults; `faults` lists every one."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


class ParserMissingError(DragomanError):
    """The grammatical pipeline that was asked for is not installed."""

    def __init__(self, pipeline: str) -> None:
        super().__init__(
            f"parser pipeline {pipeline!r} is not installed; run `make setup`, "
            "or set DRAGOMAN_PIPELINE to an installed spaCy pipeline"
        )
        self.pipeline = pipeline


class LibraryMissingError(DragomanError, ImportError):
    """A library that only some results need is not installed."""

    def __init__(self, library: str) -> None:
        super().__init__(
            f"{library} is not installed, and this result needs it; install {library}, or take "
            "the rows themselves or `to_arrow()`"
        )
        self.library = library


class RecordError(DragomanError):
    """The record folder cannot be used."""


class RecordMissingError(RecordError):
    """There is no record at the given place."""

    def __init__(self, folder: str) -> None:
        super().__init__(
            f"{folder}: there is no record here; make one with "
            f"`dragoman read PATH... --record {folder}` or name another with --record"
        )
        self.folder = folder


class RecordVersionError(RecordError):
    """The record was made by another version of the record format."""

    def __init__(self, folder: str, found: object, expected: int) -> None:
        super().__init__(
            f"{folder}: this record has format {found}, this program reads format {expected}; "
            "read the reports again into a new folder, or use the dragoman that made it"
        )
        self.folder, self.found, self.expected = folder, found, expected


class RecordDamagedError(RecordError):
    """A part of the record is not as it was written: a disk or a person changed it.

    `part` is its place in the record's folder, `why` a plain clause.
    """

    def __init__(self, folder: str, part: str, why: str) -> None:
        super().__init__(
            f"{folder}: {part} is damaged: {why}; `dragoman doctor --record {folder}` tells how "
            "much is touched, with --repair it mends what can be mended"
        )
        self.folder, self.part, self.why = folder, part, why


class RecordFullError(RecordError):
    """What is to be written finds no room."""

    def __init__(self, folder: str, why: str) -> None:
        super().__init__(
            f"{folder}: the record could not be written ({why}); what was stored before is safe: "
            "make room on the disk and give the same command again"
        )
        self.folder, self.why = folder, why


class RecordLockedError(RecordError):
    """Another process is writing into the record."""

    exit_code = 5

    def __init__(self, folder: str, holder: str) -> None:
        super().__init__(
            f"{folder}: another dragoman (process {holder}) is writing into this record; "
            "wait until it has finished, or stop it, and try again"
        )
        self.folder, self.holder = folder, holder
