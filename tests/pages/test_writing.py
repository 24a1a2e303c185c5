"""Stories written as pages: their files, their order, their links."""

from __future__ import annotations

import dataclasses
import json
import re
from html import unescape
from pathlib import Path

import pytest

from discrepancy.errors import OutputError
from discrepancy.formats import by_name
from discrepancy.formats.view import build_view
from discrepancy.formats.view.parts import View
from discrepancy.model import ReportData, Unread
from discrepancy.pages import Checked, write_pages
from discrepancy.pages.folder import LIST
from discrepancy.pages.writing import Written
from discrepancy.settings import Presentation
from tests.formats.stories import FLOOD

CALM = dataclasses.replace(FLOOD, findings=FLOOD.findings[3:], unread=())
CHECK = dataclasses.replace(FLOOD, findings=FLOOD.findings[1:], unread=())


def story(folder: str, data: ReportData | None = FLOOD, **more: object) -> Checked:
    return Checked(folder=folder, data=data, **more)  # type: ignore[arg-type]  # the fields of a story, as they are


def write(path: Path, *stories: Checked, **more: object) -> Written:
    return write_pages(stories, path, Presentation(), **more)  # type: ignore[arg-type]  # options, as they are


def read(path: Path) -> dict[str, str]:
    return {each.name: each.read_text(encoding="utf-8") for each in path.iterdir() if each.is_file()}


def links(page: str) -> list[str]:
    return [unescape(link) for link in re.findall(r'<a [^>]*href="([^"#]+)"', page)]


def test_what_needs_an_eye_stands_first_and_each_page_leads_to_those_beside_it(tmp_path: Path) -> None:
    write(tmp_path, story("t/calm", CALM), story("t/b10"), story("t/check", CHECK), story("t/b9"))
    files = read(tmp_path)
    assert set(files) == {"index.html", LIST, "b9.html", "b10.html", "check.html", "calm.html"}
    assert links(files["index.html"]) == ["b9.html", "b10.html", "check.html", "calm.html"]
    assert links(files["b9.html"]) == ["index.html", "b10.html"]
    assert links(files["b10.html"]) == ["index.html", "b9.html", "check.html"]
    assert links(files["calm.html"]) == ["index.html", "check.html"]


def test_every_link_leads_to_a_page(tmp_path: Path) -> None:
    hostile = ('"><script>alert(1)</script>', "javascript:alert(1)", "../../up", "index", "con", "Ä/ä", "ä/A", "")
    write(tmp_path / "site", *(story(f"t/{folder}") for folder in hostile))
    files = read(tmp_path / "site")
    assert len(files) == len(hostile) + 2
    assert [each.name for each in tmp_path.iterdir()] == ["site"]
    for name, page in files.items():
        assert set(links(page)) <= set(files), name
        assert "<script>alert" not in page


def test_the_same_stories_give_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    stories = [story("t/a"), story("t/b", CHECK), story("t/c", CALM)]
    write(tmp_path / "one", *stories)
    write(tmp_path / "two", *stories[::-1])
    write(tmp_path / "two", *stories)
    assert read(tmp_path / "one") == read(tmp_path / "two")


def test_parts_of_a_folder_are_told_apart(tmp_path: Path) -> None:
    written = write(tmp_path, story("t/mixed", part=1, parts=2), story("t/mixed", CALM, part=2, parts=2))
    assert [(line.name, line.link) for line in written.stories.lines] == [
        ("t/mixed (1 of 2)", "mixed-1.html"),
        ("t/mixed (2 of 2)", "mixed-2.html"),
    ]


def test_a_story_that_fails_loses_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def build(data: ReportData, shown: Presentation) -> View:
        if data is CHECK:
            raise ValueError(f"<b>{len(data.documents)}")
        return build_view(data, shown)

    monkeypatch.setattr("discrepancy.pages.writing.build_view", build)
    written = write(tmp_path, story("t/a", None, failure="No such thing."), story("t/b", CHECK), story("t/c"))
    assert [(line.name, line.failed, line.link) for line in written.stories.lines] == [
        ("t/c", "", "c.html"),
        ("t/a", "No such thing.", ""),
        ("t/b", "ValueError: <b>4", ""),
    ]
    index = read(tmp_path)["index.html"]
    assert "No such thing." in index
    assert "ValueError: &lt;b&gt;4" in index
    assert links(index) == ["c.html"]


def test_a_file_of_somebody_else_keeps_its_name(tmp_path: Path) -> None:
    write(tmp_path, story("t/a"))
    (tmp_path / "flood.html").write_text("mine")
    write(tmp_path, story("t/flood"))
    assert read(tmp_path)["flood.html"] == "mine"
    assert links(read(tmp_path)["index.html"]) == ["flood-2.html"]
    assert "a.html" not in read(tmp_path)


def test_a_link_keeps_its_name_and_the_page_takes_another(tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("mine")
    write(tmp_path / "site", story("t/flood"))
    (tmp_path / "site/flood.html").unlink()
    (tmp_path / "site/flood.html").symlink_to("../precious.txt")
    for _ in range(2):
        write(tmp_path / "site", story("t/flood"))
        assert links(read(tmp_path / "site")["index.html"]) == ["flood-2.html"]
    assert (tmp_path / "precious.txt").read_text() == "mine"
    assert (tmp_path / "site/flood.html").is_symlink()


@pytest.mark.parametrize("name", ["discrepancy.css", "discrepancy-index.js"])
def test_style_and_script_are_written_through_no_link(tmp_path: Path, name: str) -> None:
    (tmp_path / "precious.txt").write_text("mine")
    (tmp_path / "beside").mkdir()
    (tmp_path / "beside" / name).symlink_to("../precious.txt")
    with pytest.raises(OutputError, match=f"beside/{name}: a link is in the place"):
        write(tmp_path / "site", story("t/a"), assets=tmp_path / "beside")
    assert (tmp_path / "precious.txt").read_text() == "mine"


def test_a_story_called_as_the_list_or_the_index_loses_no_file(tmp_path: Path) -> None:
    write(tmp_path, story("t/discrepancy-pages"), story("t/index", CALM), beside=by_name("json"))
    files = read(tmp_path)
    assert links(files["index.html"]) == ["discrepancy-pages-2.html", "index-2.html"]
    assert files["discrepancy-pages-2.json"] == by_name("json").render(FLOOD, Presentation())
    assert set(json.loads(files[LIST])["files"]) == set(files) - {LIST}


def test_the_files_that_were_not_read_are_those_of_all_stories_and_of_none(tmp_path: Path) -> None:
    lost = Unread("t/none", "is an empty folder.", "")
    written = write(tmp_path / "1", story("t/a"), story("t/b", CALM), unread=[lost])
    assert set(written.unread) == {lost, *FLOOD.unread}
    assert write(tmp_path / "4").stories.line == "0 stories"


def test_a_report_of_another_format_stands_beside_each_page(tmp_path: Path) -> None:
    write(tmp_path, story("t/a"), story("t/b", CALM), beside=by_name("json"))
    assert read(tmp_path)["a.json"] == by_name("json").render(FLOOD, Presentation())
    assert write(tmp_path, story("t/a")).removed == ("a.json", "b.html", "b.json")


def test_style_and_script_may_stand_in_a_folder_of_their_own(tmp_path: Path) -> None:
    write(tmp_path / "my site", story("t/a"), assets=tmp_path / "ässets & co")
    assert {each.name for each in (tmp_path / "ässets & co").iterdir()} == {
        "discrepancy.css",
        "discrepancy.js",
        "discrepancy-index.css",
        "discrepancy-index.js",
    }
    for name, sheet in (("a.html", "discrepancy.css"), ("index.html", "discrepancy-index.css")):
        page = read(tmp_path / "my site")[name]
        assert f'href="../%C3%A4ssets%20%26%20co/{sheet}"' in page
        assert "<style>" not in page
