"""``discrepancy review``: the desk app, for one story."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from discrepancy.cli import arguments as a
from discrepancy.cli.reading import Given, as_given, fetching, read_columns
from discrepancy.cli.telling import counted, tell_unread
from discrepancy.errors import InputError, StoreError
from discrepancy.formats.visible import plain

if TYPE_CHECKING:
    from discrepancy.config import InForce
    from discrepancy.review.desk import Desk, UnderReview
    from discrepancy.review.serving import Where

__all__ = ["review"]

_STORE = Path(".discrepancy", "decisions.sqlite")
"""Where decisions are kept unless told: hidden in the folder of the story, so that no check reads it."""

Host = Annotated[
    str, typer.Option(metavar="ADDRESS", help="Address to listen on; any but this machine's own needs a token.")
]
Port = Annotated[
    int | None,
    typer.Option(metavar="N", help="Port to listen on; unless told 8347, or any that is free.", min=0, max=65535),
]
Names = Annotated[
    list[str] | None,
    typer.Option("--name", metavar="NAME", help="A further name to ask for the desk by. May be given again."),
]
Login = Annotated[bool, typer.Option("--login", help="Ask for the token on this machine, too, as where others use it.")]
Open = Annotated[bool, typer.Option("--open", help="Open the page in the browser.")]


def review(  # noqa: PLR0913, PLR0917 - a parameter an option, as typer has it
    paths: a.Paths,
    store: a.StoreFile = None,
    story: a.StoryKey = None,
    host: Host = "127.0.0.1",
    port: Port = None,
    name: Names = None,
    login: Login = False,
    open_page: Open = False,
    language: a.Language = None,
    config: a.Config = None,
    draft: a.Draft = None,
    max_bytes: a.MaxBytes = None,
    revisions: a.Revisions = None,
    columns: a.Columns = None,
    house_style: a.HouseStyle = None,
    also: a.Also = None,
    without: a.Without = None,
    allow_private: a.AllowPrivate = False,
    keep: a.Keep = None,
) -> None:
    """Review one story at a desk in the browser: decide on its findings while its versions change."""
    from discrepancy.config import in_force
    from discrepancy.review.installed import ensure_installed

    ensure_installed()
    given = as_given(paths, draft, fetching(keep, allow_private=allow_private))
    asked = {
        "store": store,
        "story": story,
        "language": language,
        "max_bytes": max_bytes,
        "revisions": revisions,
        "columns": read_columns(columns or ()),
        "house_style": house_style,
        "also": tuple(also or ()),
        "without": tuple(without or ()),
        "draft": given.draft,
    }
    held = in_force(asked, given.paths, file=config)
    from discrepancy.review.serving import Where

    _run(given, held, Where(host=host, port=port, names=tuple(name or ()), login=login), open_page=open_page)


def _run(given: Given, held: InForce, where: Where, *, open_page: bool) -> None:
    from discrepancy.review.desk import Desk
    from discrepancy.review.serving import bind, door_for, serve
    from discrepancy.store import open_store

    _ensure_files(given)
    bound = bind(where)
    with open_store(_made(held.store or _beside(given))) as store:
        desk = Desk(_under(given, held), store)
        desk.check_now()
        door, token = door_for(desk, where, bound.port)
        serve(desk, door, bound, lambda: _tell(desk, bound.address, token, open_page=open_page))
    typer.echo("The desk is closed.")


def _ensure_files(given: Given) -> None:
    """Find out whether there is anything to review, before a store is made for it.

    Raises:
        InputError: there is no file.
    """
    from discrepancy.review.files import marks

    if not marks(given.paths):
        for entry in given.unread:
            raise InputError(entry.what, where=entry.path, remedy=entry.remedy)
        raise InputError(
            "There is no file to review.",
            where=", ".join(map(str, given.paths)),
            remedy="Give the versions of a story, or the folder that holds them.",
        )


def _under(given: Given, held: InForce) -> UnderReview:
    from discrepancy.gate import story_key
    from discrepancy.review.desk import UnderReview
    from discrepancy.settings import Presentation

    style = held.settings.house_style
    return UnderReview(
        paths=given.paths,
        story=story_key(given.paths, held.story),
        settings=held.settings,
        presentation=Presentation(language=held.language),
        beside=() if style is None else (style,),
        unread=given.unread,
    )


def _beside(given: Given) -> Path:
    """Where decisions are kept if nobody says: in the folder that holds all that is reviewed."""
    from discrepancy.loaders.intake.folders import common_folder

    return (common_folder(given.paths) or Path()) / _STORE


def _made(store: Path) -> Path:
    """The path of the store, with its folder made where it is our own.

    Raises:
        StoreError: the folder can not be made.
    """
    if store.parent.name == _STORE.parent.name:
        try:
            store.parent.mkdir(mode=0o700, exist_ok=True)
        except OSError as why:
            raise StoreError(
                f"The folder for decisions can not be made ({why.strerror}).",
                where=str(store.parent),
                remedy="Name a file for them with --store.",
            ) from why
    return store


def _tell(desk: Desk, address: str, token: str, *, open_page: bool) -> None:
    data = desk.shown.data
    tell_unread(data.unread)
    versions, findings = counted(len(data.documents), "version"), counted(len(data.findings), "finding")
    typer.echo(f"Story: {plain(desk.under.story)}, {versions}, {findings}")
    typer.echo(f"Decisions: {plain(str(desk.store.path))}")
    if token:
        typer.echo(f"Token, shown this once: {token}")
    typer.echo(f"Desk: {address}  (Ctrl-C closes it)")
    if open_page:
        import webbrowser

        webbrowser.open(address)
