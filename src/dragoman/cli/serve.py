"""dragoman serve: the pages, live."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli import options
from dragoman.cli.output import talk


def serve(
    record: options.RecordOption = options.DEFAULT_RECORD,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="Where to listen; 0.0.0.0: everywhere.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", metavar="N", help="The port; 0: any that is free.")
    ] = 8484,
    title: Annotated[
        str | None,
        typer.Option("--title", help="The pages' title.", show_default="the record's name"),
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="HOST", help="A host name it is reached by; repeatable."),
    ] = None,
    log: Annotated[bool, typer.Option("--log", help="Write each request to the terminal.")] = False,
) -> None:
    """Serve the record's pages on this machine; a run that writes meanwhile is followed.

    Example: dragoman serve --port 8484
    """
    from dragoman.web import security
    from dragoman.web.serve import Settings, serve

    settings = Settings(
        host=host, port=port, names=security.names(name or ()), log=log,
        title=title or record.resolve().name,
    )  # fmt: skip
    serve(record, settings, talk)
    talk("Stopped.")
