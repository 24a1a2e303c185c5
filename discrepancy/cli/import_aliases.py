"""``discrepancy import-aliases``: a file for ``--house-style`` from the people of a Wikidata dump."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def import_aliases(
    dump: Annotated[
        Path, typer.Argument(help="A Wikidata entity dump: JSON, one entity a line; .gz and .bz2 are read as they are.")
    ],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="The CSV file to write.")],
    language: Annotated[
        list[str] | None,
        typer.Option(help="Take labels and aliases of this language (en unless told). May be given again."),
    ] = None,
    min_sitelinks: Annotated[
        int, typer.Option(help="Leave out people with fewer articles on Wikimedia sites.", min=0)
    ] = 0,
) -> None:
    """Make a file for --house-style from the people of a Wikidata dump on this machine."""
    from discrepancy.house_style import import_aliases as run

    done = run(dump, output, languages=language or ["en"], min_sitelinks=min_sitelinks)
    typer.echo(f"{done.people:,} people of {done.entities:,} entities: {output}")
