"""The command line's ways of showing a report: pages of many stories, assets beside, excerpts only, other languages."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from discrepancy.loaders import Loaded
from discrepancy.model import ReportData
from discrepancy.pipeline import check_documents
from discrepancy.settings import Settings
from tests.samples import run

WIRE = "Police arrested 17 demonstrators after the march on Monday.\n"
COURIER = "Police arrested 27 demonstrators after the march on Monday.\n"
FERRY = """Ferry Solveig runs aground off Norvik

The ferry Solveig ran aground on a sandbank off Norvik on Monday with 60 passengers on board, the coast guard said.
Captain Petra Lund said nobody was hurt. Tugboats from Eidsund pulled the vessel free at high water, and divers looked
at the hull for cracks. The company Nordferja cancelled all other crossings until Thursday. Fishermen who had heard the
alarm brought blankets and soup to the quay, where relatives waited in the rain.
"""
BANK = """Central bank holds rates at four per cent

The central bank left its interest rate at four per cent on Wednesday, as economists had expected. Governor Marta Kovacs
said prices were still rising faster than wages. Mortgage lenders such as Hartwell and Dunmore said they would wait for
the winter figures before they lowered anything. Unions called the decision a burden on households that had already cut
their spending on heating, clothes and holidays.
"""
HELD = "EMBARGOED until 00:01 GMT Tuesday\n\n"


@pytest.fixture
def tonight(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two stories, of which one has a conflict, in a folder to work in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "140")
    for name, text in (("march/wire", WIRE), ("march/courier", COURIER), ("ferry/wire", FERRY), ("ferry/echo", FERRY)):
        put(tmp_path / "tonight" / f"{name}.txt", text)
    return tmp_path


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def names(folder: str) -> set[str]:
    return {path.name for path in Path(folder).iterdir()}


# --- --pages ---


def test_a_page_a_story_and_an_index(tonight: Path) -> None:
    ran = run("check", "tonight", "--pages", "site")
    assert (ran.code, ran.err) == (1, "")
    assert names("site") == {"index.html", "march.html", "ferry.html", "discrepancy-pages.json"}
    for words in ("tonight/march", "1 conflict", "2 stories: 1 story with conflicts", "Pages: site/index.html"):
        assert words in ran.out
    assert ran.out.index("tonight/march") < ran.out.index("tonight/ferry")
    again = run("check", "tonight/ferry", "tonight/march", "--pages", "again", "-q")
    assert (again.out, again.code) == ("", 1)
    for name in names("site"):
        assert (tonight / "site" / name).read_bytes() == (tonight / "again" / name).read_bytes(), name


def test_a_story_in_a_folder_of_its_own_is_checked_as_by_itself(tonight: Path) -> None:
    assert tonight.is_dir()
    run("check", "tonight", "--pages", "site", "--format", "json", "-q")
    run("check", "tonight/march", "-o", "march.json", "-q")
    assert Path("site/march.json").read_bytes() == Path("march.json").read_bytes()


def test_texts_that_have_nothing_in_common_get_a_page_each(tonight: Path) -> None:
    for name, text in (("one", FERRY), ("two", BANK), ("three", FERRY)):
        put(tonight / "heap" / f"{name}.txt", text)
    ran = run("check", "heap", "--pages", "site")
    assert ran.code == 0
    assert {"heap-1.html", "heap-2.html"} < names("site")
    told = json.loads(run("check", "heap", "--format", "json").out)["stories"]
    assert len(told) == 2
    assert "heap (1 of 2)" in ran.out


def test_a_folder_whose_files_say_their_story_gives_a_page_for_each(tonight: Path) -> None:
    for name, text in (("one", WIRE), ("two", FERRY), ("three", COURIER)):
        put(tonight / "heap" / f"{name}.txt", text)
    told = (
        f'[files."{name}.txt"]\nstory = "{story}"\n' for name, story in (("one", "1/a"), ("two", "b"), ("three", "1/a"))
    )
    put(tonight / "heap/story.toml", "".join(told))
    ran = run("check", "heap", "--pages", "site", "--format", "json")
    assert (ran.code, ran.err) == (1, "")
    assert names("site") >= {"1-a.html", "b.html", "index.html"}
    assert "heap: 1/a" in ran.out
    documents = {name: json.loads(Path(f"site/{name}.json").read_bytes())["documents"] for name in ("1-a", "b")}
    assert {name: [each["id"] for each in told] for name, told in documents.items()} == {
        "1-a": ["one", "three"],
        "b": ["two"],
    }


@pytest.mark.parametrize(
    ("options", "code"),
    [((), 1), (("--fail-on", "never"), 0), (("--fail-on", "note"), 1)],
    ids=["error", "never", "note"],
)
def test_the_exit_code_is_that_of_all_stories(tonight: Path, options: tuple[str, ...], code: int) -> None:
    assert run("check", "tonight", "--pages", "site", "-q", *options).code == code
    put(tonight / "tonight/ferry/empty.txt", "")
    ran = run("check", "tonight", "--pages", "site", "-q", *options)
    assert (ran.code, ran.err.count("tonight/ferry/empty.txt")) == (2, 1)
    assert run("check", "tonight", "--pages", "site", "-q", "--keep-going", *options).code == code


def test_a_story_that_fails_does_not_lose_the_others(tonight: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert tonight.is_dir()

    def check(loaded: Loaded, settings: Settings) -> ReportData:
        if "ferry" in loaded.documents[0].path:
            raise RecursionError("too deep")
        return check_documents(loaded, settings)

    monkeypatch.setattr("discrepancy.pages.checked.check_documents", check)
    ran = run("check", "tonight", "--pages", "site")
    assert ran.code == 2
    assert "RecursionError: too deep" in ran.out
    assert names("site") == {"index.html", "march.html", "discrepancy-pages.json"}
    assert "too deep" in Path("site/index.html").read_text(encoding="utf-8")


def test_a_page_of_a_story_that_is_gone_is_taken_away_and_told(tonight: Path) -> None:
    run("check", "tonight", "--pages", "site", "-q")
    put(tonight / "site/notes.html", "mine")
    ran = run("check", "tonight/march", "--pages", "site")
    assert "Removed, as no story has them now: ferry.html" in ran.out
    assert names("site") == {"index.html", "march.html", "notes.html", "discrepancy-pages.json"}


def test_pages_among_the_articles_are_no_articles(tonight: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tonight / "tonight")
    asked = ("check", ".", "--pages", "site", "--assets", "site/beside", "--format", "markdown", "-q")
    run(*asked)
    first = {path.name: path.read_bytes() for path in Path("site").glob("*.*")}
    put(Path("site/extra/notes.txt"), WIRE)
    run(*asked)
    assert {path.name: path.read_bytes() for path in Path("site").glob("*.*")} == first
    assert {"ferry.md", "march.html", "index.html"} < set(first)


def test_the_draft_is_told_first_in_its_story(tonight: Path) -> None:
    assert tonight.is_dir()
    run("check", "tonight", "--pages", "site", "-q", "--draft", "tonight/march/courier.txt")
    index = Path("site/index.html").read_text(encoding="utf-8")
    assert "1 of them in your draft" in index
    assert index.count("in your draft") == 1


# --- --assets ---


def test_style_and_script_beside(tonight: Path) -> None:
    ran = run("check", "tonight/march", "-o", "out/my report.html", "--assets", "my ässets/x", "-q")
    assert (ran.code, ran.err) == (1, "")
    assert names("my ässets/x") == {"discrepancy.css", "discrepancy.js"}
    page = (tonight / "out/my report.html").read_text(encoding="utf-8")
    assert 'href="../my%20%C3%A4ssets/x/discrepancy.css"' in page
    assert "<style>" not in page
    assert "style-src 'self'; script-src 'self'" in unescape(page)


def test_a_page_on_standard_output_finds_its_assets_from_here(tonight: Path) -> None:
    ran = run("check", "tonight/march", "--format", "html", "--assets", "beside")
    assert 'src="beside/discrepancy.js"' in ran.out
    assert (tonight / "beside/discrepancy.js").is_file()


# --- --excerpts-only ---


def test_excerpts_only_leave_whole_texts_out(tonight: Path) -> None:
    put(tonight / "march/wire.txt", WIRE + "\nA baker named Lund saw nothing of it.\n")
    put(tonight / "march/courier.txt", COURIER + "\nTrams ran late all evening.\n")
    for arguments in (["-o", "page.html", "-q"], ["--pages", "site", "-q"]):
        run("check", "march", *arguments, "--excerpts-only")
    printed = run("check", "march", "--excerpts-only", "--format", "html").out
    for page in (Path("page.html").read_text("utf-8"), Path("site/march.html").read_text("utf-8"), printed):
        words = unescape(re.sub(r"<(style|script)>.*?</\1>|<[^>]*>", "", page, flags=re.DOTALL))
        assert "Excerpts only" in words
        assert "Police arrested 27 demonstrators" in words
        assert "baker" not in page
        assert "Trams" not in page
    assert "baker" in run("check", "march", "--format", "html").out


# --- --language ---


def test_the_words_of_a_report_are_in_the_language_asked_for(tonight: Path) -> None:
    assert tonight.is_dir()
    table = run("check", "tonight/march", "--language", "es")
    assert "1 conflicto" in table.out
    page = run("check", "tonight/march", "--language", "es-MX", "--format", "html").out
    assert '<html lang="es' in page
    assert "1 conflicto" in page
    many = run("check", "tonight", "--language", "es", "--pages", "site")
    assert "2 noticias: 1 noticia con conflictos" in many.out
    plain = run("check", "tonight/march", "--format", "json").out
    assert run("check", "tonight/march", "--language", "es", "--format", "json").out == plain


# --- Embargo ---


def test_an_embargo_is_told_wherever_a_report_is(tonight: Path) -> None:
    put(tonight / "tonight/march/courier.txt", HELD + COURIER)
    told = "Embargoed: courier (“EMBARGOED until 00:01 GMT Tuesday”)."
    assert told in run("check", "tonight/march").out
    assert told in run("check", "tonight/march", "--format", "html").out
    many = run("check", "tonight", "--pages", "site")
    assert "Embargoed: 1 story here holds copy that may not be published yet." in many.out
    assert told in Path("site/index.html").read_text(encoding="utf-8")
    documents = json.loads(run("check", "tonight/march", "--format", "json").out)["documents"]
    assert [each["embargo"] for each in documents] == ["EMBARGOED until 00:01 GMT Tuesday", ""]


# --- What is asked for wrongly ---


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--pages", "site", "-o", "x.html"], "--pages and -o do not go together."),
        (["--pages", "full"], "full: the folder holds other files, and no pages of an earlier check."),
        (
            ["--pages", "foreign"],
            "foreign/index.html: a page of that name is to be written, and the file",
        ),
        (["--pages", "linked"], "linked/index.html: a link is in the place of a file"),
        (["--pages", "taken"], "taken/index.html: The report can not be written"),
        (["--pages", "site", "--format", "pdf"], "there is no report format 'pdf'."),
        (["--assets", "beside"], "--assets goes with a page."),
        (["--assets", "beside", "-o", "x.json"], "--assets goes with a page."),
        (["--assets", "taken", "-o", "x.html"], "taken/discrepancy.css: The report can not be written"),
        (["--assets", "linked", "--pages", "site"], "linked/discrepancy-index.js: a link is in the place of a file"),
        (["--assets", "bound", "-o", "x.html"], "bound/discrepancy.js: a link is in the place of a file"),
        (["-o", "-", "--format", "json"], "-o takes the name of a file, and “-” is not standard output. For standard "),
        (["-o", "-"], "-o takes the name of a file"),
        (["--draft", "full"], "The draft full is a folder. Name the one file in it that is yours."),
        (["--draft", "full", "--pages", "site"], "The draft full is a folder."),
        (["--language", "xx"], "there is no interface in 'xx'. There are: English (en), Spanish (es)."),
    ],
    ids=" ".join,
)
def test_a_mistake_is_told_before_any_work(tonight: Path, arguments: list[str], told: str) -> None:
    (tonight / "taken").touch()
    put(tonight / "full/thesis.txt", "x")
    put(tonight / "foreign/index.html", "mine")
    put(tonight / "foreign/discrepancy-pages.json", '{"schema": "discrepancy-pages/1", "files": {"a.html": ""}}')
    for name in ("linked/index.html", "linked/discrepancy-index.js", "bound/discrepancy.js"):
        (tonight / name).parent.mkdir(exist_ok=True)
        (tonight / name).symlink_to("../taken")
    ran = run("check", "gone", *arguments)
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert line.startswith(f"discrepancy: {told}")
    assert not (tonight / "site").exists()
    assert not list(tonight.rglob("*.css"))


def test_no_story_at_all_is_an_error(tonight: Path) -> None:
    (tonight / "none").mkdir()
    ran = run("check", "none", "--pages", "site")
    assert ran.code == 2
    assert "none: is an empty folder." in ran.err


def test_a_draft_of_no_story_is_told(tonight: Path) -> None:
    put(tonight / "mine.txt", WIRE)
    ran = run("check", "tonight", "--pages", "site", "--draft", "mine.txt")
    assert ran.code == 2
    assert "The draft mine.txt is in none of the stories." in ran.err
