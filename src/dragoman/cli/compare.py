"""dragoman compare: whether two sentences about one thing disagree; JSON lines in and out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli import options
from dragoman.cli.rows import answer, batches


def compare(
    source: Annotated[
        Path,
        typer.Argument(metavar="[IN.jsonl]", help="Rows; - is standard input.", show_default=False),
    ] = Path("-"),
    pipeline: options.PipelineOption = None,
) -> None:
    """Say of pairs of sentences whether they disagree, one JSON object a line.

    A row is {"pair", "slot"?, "a": {"sentence", "published"?, "value"?}, "b": {...}}; each gives, in
    order, {"pair", "disagree", "label", "why"}, the label conflict, update, bound, part,
    other_event or same. A row that cannot be compared gives {"pair", "disagree": null, "label":
    null, "error"}.

    Example: echo '{"a": {"sentence": "Six died."}, "b": {"sentence": "Nine died."}}' | dragoman compare
    """  # noqa: E501
    from dragoman.run.compare import compare_batches
    from dragoman.run.engine import Job

    job = Job(pipeline=pipeline, second=False, today=date.today())
    answer(compare_batches(batches(source), job), "compared")
