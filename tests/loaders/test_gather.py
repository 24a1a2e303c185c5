"""Which files make a story: those of one folder, or all that were given by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from discrepancy.errors import UsageError
from discrepancy.loaders import Gathered, gather
from discrepancy.settings import Settings

TEXT = "Police arrested 17 demonstrators after the march on Monday.\n"


@pytest.fixture
def tonight(tmp_path: Path) -> Path:
    """Two stories, the first with a folder of updates below it, beside files that are none."""
    for name in ("flood/wire.txt", "flood/echo.txt", "flood/updates/wire.txt", "vote/wire.txt", "README.md"):
        put(tmp_path / "tonight" / name)
    put(tmp_path / "tonight/pictures/notes.toml")
    return tmp_path / "tonight"


def put(path: Path, text: str = TEXT) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def told(gathered: Gathered) -> dict[str, list[str]]:
    return {story.folder: [document.id for document in story.loaded.documents] for story in gathered.stories}


def test_a_folder_that_holds_articles_is_a_story(tonight: Path) -> None:
    found = gather([tonight], Settings(base=tonight.parent))
    assert told(found) == {
        "tonight/flood": ["echo", "wire"],
        "tonight/flood/updates": ["wire"],
        "tonight/vote": ["wire"],
    }
    assert [entry.path for entry in found.skipped] == ["tonight/README.md", "tonight/pictures/notes.toml"]
    assert found.unread == ()


def test_files_given_by_name_are_one_story(tonight: Path) -> None:
    base = Settings(base=tonight.parent)
    flood = [tonight / "flood/wire.txt", tonight / "flood/echo.txt"]
    assert told(gather(flood, base)) == {"tonight/flood": ["echo", "wire"]}
    assert told(gather([*flood, tonight / "vote/wire.txt"], base)) == {"": ["echo", "wire", "wire-2"]}
    both = gather([tonight / "flood/wire.txt", tonight / "vote"], base)
    assert told(both) == {"tonight/flood": ["wire"], "tonight/vote": ["wire"]}


def test_the_order_of_paths_changes_nothing(tonight: Path) -> None:
    base, folders = Settings(base=tonight.parent), [tonight / "flood", tonight / "vote"]
    assert gather(folders, base) == gather(folders[::-1], base)
    again = gather([*folders, tonight / "flood"], base)
    assert again.stories == gather(folders, base).stories
    assert [entry.path for entry in again.skipped] == ["tonight/flood"]


def test_the_folder_where_the_check_runs_has_its_name(tonight: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tonight / "vote")
    assert told(gather(["."])) == {"vote": ["wire"]}


def test_a_file_that_can_not_be_read_is_told_with_its_story(tonight: Path) -> None:
    put(tonight / "vote/empty.txt", "")
    put(tonight / "lost/empty.txt", "")
    found = gather([tonight, tonight / "gone"], Settings(base=tonight.parent))
    lost = {story.folder: [entry.path for entry in story.loaded.unread] for story in found.stories}
    assert lost["tonight/vote"] == ["tonight/vote/empty.txt"]
    assert lost["tonight/lost"] == ["tonight/lost/empty.txt"]
    assert lost["tonight"] == ["tonight/gone"]


def test_a_folder_without_an_article_is_told(tonight: Path) -> None:
    (tonight / "none").mkdir()
    found = gather([tonight / "none", tonight / "vote"], Settings(base=tonight.parent))
    assert [entry.path for entry in found.unread] == ["tonight/none"]
    assert list(told(found)) == ["tonight/vote"]


def test_the_draft_belongs_to_its_story(tonight: Path) -> None:
    settings = Settings(base=tonight.parent, draft=tonight / "flood/echo.txt")
    drafts = {story.folder: story.loaded.draft for story in gather([tonight], settings).stories}
    assert drafts == {"tonight/flood": "echo", "tonight/flood/updates": "", "tonight/vote": ""}


def test_a_draft_of_no_story_is_an_error(tonight: Path) -> None:
    put(tonight.parent / "draft.txt")
    with pytest.raises(UsageError, match="is in none of the stories"):
        gather([tonight], Settings(base=tonight.parent, draft=tonight.parent / "draft.txt"))
