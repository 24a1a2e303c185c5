"""Stories written as pages: one each, with links to those beside it, and the index of all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from discrepancy.formats import Format
from discrepancy.formats.html import bundle
from discrepancy.formats.html.index_page import render_index
from discrepancy.formats.html.page import render_view
from discrepancy.formats.view import build_view
from discrepancy.formats.view.parts import View
from discrepancy.formats.view.stories import Neighbours, Stories, StoryLine, build_stories, failed_line, story_line
from discrepancy.formats.words import Words
from discrepancy.model import Skipped, Unread
from discrepancy.pages.checked import Checked
from discrepancy.pages.folder import INDEX, RESERVED, PageFolder
from discrepancy.pages.names import file_names
from discrepancy.report import with_assets
from discrepancy.settings import Presentation

__all__ = ["Written", "asset_files", "write_pages"]


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: the index as it is shown, and the names of pages of an earlier run that were taken away.

    ``unread`` are the files of all stories and of none.
    """

    stories: Stories
    removed: tuple[str, ...]
    unread: tuple[Unread, ...]


@dataclass(slots=True)
class _Page:
    """A story until it is written: the view takes less room than all that was read of it."""

    line: StoryLine
    view: View | None = None
    beside: str = ""
    unread: tuple[Unread, ...] = ()


def asset_files() -> dict[str, str]:
    """What the pages need beside them where they may not hold it, by the name of the file."""
    return {**bundle.files(), **bundle.files(bundle.INDEX)}


def write_pages(
    stories: Iterable[Checked],
    path: Path,
    shown: Presentation,
    *,
    assets: Path | None = None,
    beside: Format | None = None,
    unread: Sequence[Unread] = (),
    skipped: Sequence[Skipped] = (),
) -> Written:
    """Write a page a story to a folder, and the index of all of them.

    Args:
        stories: taken one at a time, as they are checked.
        path: the folder; made where it is not there.
        shown: how they are shown.
        assets: the folder for style and script, where they may not stand within the pages.
        beside: a format in which each story's report is written too, beside its page.
        unread: files and folders of no story that could not be read.
        skipped: files and folders of no story that were passed over.

    Raises:
        OutputError: a file can not be written, or would be written over what is not ours.
    """
    if assets is not None:
        shown = with_assets(shown, assets, path, asset_files())
    pages = [_made(story, shown, beside) for story in stories]
    folder = PageFolder(path)
    _link(pages, folder)
    pages.sort(key=lambda page: page.line.weight)
    _write(pages, folder, shown, beside)
    index = build_stories(
        [page.line for page in pages],
        shown.language,
        unread=unread,
        skipped=skipped,
        excerpts_only=shown.excerpts_only,
    )
    folder.put(INDEX, render_index(index, shown))
    lost = dict.fromkeys([*unread, *(each for page in pages for each in page.unread)])
    return Written(index, tuple(folder.close()), tuple(lost))


def _made(story: Checked, shown: Presentation, beside: Format | None) -> _Page:
    try:
        return _page(story, shown, beside)
    except Exception as why:  # noqa: BLE001 - whatever one story brings about, the others are still worth their pages
        return _Page(failed_line(_name(story, shown), f"{type(why).__name__}: {why}"))


def _name(story: Checked, shown: Presentation) -> str:
    words = Words(shown.language)
    name = story.folder or words("stories.unnamed")
    if story.name:
        name = words("stories.named", folder=name, name=story.name) if story.folder else story.name
    if story.parts > 1:
        name = words("stories.part", name=name, n=words.number(story.part), of=words.number(story.parts))
    return name


def _page(story: Checked, shown: Presentation, beside: Format | None) -> _Page:
    name = _name(story, shown)
    if story.data is None:
        return _Page(failed_line(name, story.failure))
    view = build_view(story.data, shown)
    # A stated name may hold a slash; a page is named for the whole of it.
    home = "/".join(filter(None, (story.folder, story.name.replace("/", " ")))) or "story"
    link = f"{home}-{story.part}" if story.parts > 1 else home
    text = beside.render(story.data, shown) if beside else ""
    return _Page(story_line(story.data, view, name=name, link=link), view, text, story.data.unread)


def _link(pages: list[_Page], folder: PageFolder) -> None:
    """Give each page the name of its file, which until then was that of its folder."""
    paged = [page for page in pages if page.view]
    names = file_names([page.line.link for page in paged], folder.foreign() | RESERVED)
    for page, name in zip(paged, names, strict=True):
        page.line = replace(page.line, link=f"{name}.html")


def _write(pages: list[_Page], folder: PageFolder, shown: Presentation, beside: Format | None) -> None:
    """The pages of the stories, each with the way to the one before and the one after in the index."""
    paged = [page for page in pages if page.view]
    lines = [None, *(page.line for page in paged), None]
    for page, before, after in zip(paged, lines, lines[2:], strict=False):
        place = Neighbours(name=page.line.name, index=INDEX, previous=before, next=after)
        if page.view:
            folder.put(page.line.link, render_view(page.view, shown, place))
        if beside:
            folder.put(page.line.link.removesuffix(".html") + beside.suffixes[0], page.beside)
