"""What is in force: the command line over story.toml, over the house's file, over the defaults."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from discrepancy.config import InForce, in_force
from discrepancy.errors import Malformed, Unsafe, UsageError
from discrepancy.model import SourceRole
from discrepancy.said import Level
from discrepancy.settings import HouseSource, Revisions, Settings

EVERYTHING = """
also = ["fact-missing"]
without = ["NAM002"]
house_style = "style/names.csv"
language = "ES"
languages = ["en", "fr"]
max_bytes = 90_000
revisions = "both"
model = "en_core_web_sm"
fail_on = "warning"
max = 3
store = "decisions.db"
story = "harbour bridge"

[levels]
value-differs = "warning"
NAM001 = "off"

[columns]
text = "Body"
title = "Head"

[sources."meridian.example"]
name = "Meridian Press"
family = "Meridian"
role = "wire"
"""
NOTHING = InForce(Settings(), "en", "error", None, None, "", ())

Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes a file below an empty folder, which is the current one and the top of a repository."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()

    def make(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return make


def origins(held: InForce) -> dict[str, tuple[str, str]]:
    return {line.key: (line.value, line.origin) for line in held.lines}


def test_nobody_says_anything(write: Write) -> None:
    held = in_force({}, [write("wire.txt", "")])
    assert (held.settings, held.language, held.fail_on, held.most) == (Settings(), "en", "error", None)
    assert (held.store, held.story, held.file) == (None, "", None)
    assert {origin for _, origin in origins(held).values()} == {"default"}


def test_everything_that_a_house_may_say(write: Write) -> None:
    write("discrepancy.toml", EVERYTHING)
    style = write("style/names.csv", "preferred\nIda Holm\n")
    held = in_force({}, [write("copy/wire.txt", "")])
    assert held.settings == Settings(
        also=("STO003",),
        without=("NAM002", "NAM001"),
        levels=(("NUM001", Level.WARNING),),
        house_style=Path("style/names.csv"),
        languages=("en", "fr"),
        max_bytes=90_000,
        revisions=Revisions.BOTH,
        model="en_core_web_sm",
        columns=(("text", "Body"), ("title", "Head")),
        sources=(
            HouseSource(known_as="meridian.example", name="Meridian Press", family="Meridian", role=SourceRole.WIRE),
        ),
    )
    assert held.settings.house_style is not None
    assert held.settings.house_style.samefile(style)
    assert (held.language, held.fail_on, held.most, held.story) == ("es", "warning", 3, "harbour bridge")
    assert held.store == Path("decisions.db")
    told = origins(held)
    assert told["levels.NUM001"] == ("warning (its own: error)", "discrepancy.toml, line 16")
    assert told["levels.NAM001"] == ("off", "discrepancy.toml, line 17")
    assert told["without"][1] == "discrepancy.toml, line 17, discrepancy.toml, line 3"
    assert told["columns"] == ("text = Body, title = Head", "discrepancy.toml, line 19")
    assert told["sources.meridian.example"][1] == "discrepancy.toml, line 23"


def test_the_command_line_wins(write: Write) -> None:
    write("discrepancy.toml", EVERYTHING)
    write("style/names.csv", "preferred\nIda Holm\n")
    asked = {
        "also": ["name-spelling-differs"],
        "without": ["STO003", "NUM001"],
        "columns": (("text", "Copy"),),
        "fail_on": "never",
        "max": 0,
        "revisions": Revisions.ACCEPTED,
        "store": Path("other.db"),
        "story": "ferry",
        "draft": Path("ours.txt"),
        "language": None,
        "house_style": Path("mine.csv"),
    }
    held = in_force(asked, [Path()])
    assert held.settings.also == ("NAM001",)
    assert held.settings.without == ("STO003", "NUM001", "NAM002")
    assert held.settings.columns == (("text", "Copy"), ("title", "Head"))
    assert (held.settings.draft, held.settings.revisions) == (Path("ours.txt"), Revisions.ACCEPTED)
    assert held.settings.house_style == Path("mine.csv")
    assert (held.fail_on, held.most, held.store, held.story) == ("never", 0, Path("other.db"), "ferry")
    told = origins(held)
    assert told["fail_on"] == ("never", "command line")
    assert told["max"] == ("0", "command line")
    assert told["columns"][1] == "command line, discrepancy.toml, line 19"
    assert told["without"][1] == "command line, discrepancy.toml, line 3"
    assert told["levels.NAM001"][0] == "warning: asked for, though it is off here"
    assert told["language"] == ("es", "discrepancy.toml, line 5")


def test_a_level_switches_on_a_rule_that_is_off_by_default(write: Write) -> None:
    write("discrepancy.toml", '[levels]\nfact-missing = "warning"\nNUM001 = "error"')
    held = in_force({}, [])
    assert held.settings.also == ("STO003",)
    assert held.settings.levels == (("STO003", Level.WARNING), ("NUM001", Level.ERROR))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('also = ["STO003"]\nwithout = ["fact-missing"]', 2),
        ('without = ["NUM001"]\n[levels]\nvalue-differs = "note"', 1),
        ('also = ["STO003"]\n[levels]\nSTO003 = "off"', 3),
    ],
)
def test_a_rule_goes_one_way(write: Write, text: str, line: int) -> None:
    write("discrepancy.toml", text)
    with pytest.raises(Malformed, match=f"line {line}: .* is switched off here and wanted elsewhere"):
        in_force({}, [])


def test_what_the_command_line_asks_for_must_be_there(write: Write) -> None:
    write("wire.txt", "")
    with pytest.raises(UsageError, match="XYZ999"):
        in_force({"also": ["XYZ999"]}, [])
    with pytest.raises(UsageError, match="no interface"):
        in_force({"language": "xx"}, [])
    with pytest.raises(TypeError, match="hose_style"):
        in_force({"hose_style": None}, [])


def test_what_is_switched_both_ways_on_the_command_line_is_left_to_the_check_to_refuse(write: Write) -> None:
    write("wire.txt", "")
    held = in_force({"also": ["NUM001"], "without": ["NUM001"]}, [])
    assert (held.settings.also, held.settings.without) == (("NUM001",), ("NUM001",))


# --- story.toml ---


def test_a_story_names_its_store_and_itself_over_the_house(write: Write) -> None:
    write("discrepancy.toml", 'store = "house.db"\nstory = "house"')
    write("bridge/story.toml", 'store = "decisions.db"\nstory = "harbour bridge"\n[files."wire.txt"]\nrole = "wire"\n')
    wire = write("bridge/wire.txt", "Ten.")
    for paths in ([wire], [wire.parent], [wire, write("bridge/old.txt", "Ten.")]):
        held = in_force({}, paths)
        assert (held.store, held.story) == (Path("bridge/decisions.db"), "harbour bridge")
        assert origins(held)["store"] == ("bridge/decisions.db", "bridge/story.toml, line 1")
    assert in_force({"store": Path("mine.db")}, [wire]).store == Path("mine.db")
    assert in_force({}, []).store == Path("house.db")


def test_a_story_that_says_it_wrongly_is_for_the_loader_to_tell(write: Write) -> None:
    write("bridge/story.toml", "store = 3\nstory = [1]")
    held = in_force({}, [Path("bridge")])
    assert (held.store, held.story) == (None, "")


# --- paths ---


@pytest.mark.parametrize("name", ["discrepancy.toml", "story.toml"])
def test_a_file_that_was_found_makes_no_store_elsewhere(write: Write, name: str) -> None:
    write(f"desk/{name}", 'store = "../decisions.db"')
    with pytest.raises(Unsafe, match=rf"desk/{name}, line 1: .* leads out of this folder"):
        in_force({}, [Path("desk")])
    store = write("decisions.db", "")
    held = in_force({}, [Path("desk")])
    assert held.store is not None
    assert held.store.samefile(store), "one that is there was made by someone who wanted it"


def test_a_file_that_was_named_may(write: Write) -> None:
    file = write("desk/house.toml", 'store = "../decisions.db"')
    assert in_force({}, [], file=file).store == Path("desk/../decisions.db")


def test_a_link_does_not_lead_out_either(write: Write, tmp_path: Path) -> None:
    write("desk/discrepancy.toml", 'store = "decisions.db"')
    (tmp_path / "desk" / "decisions.db").symlink_to(tmp_path / "victim")
    with pytest.raises(Unsafe, match="leads out of this folder"):
        in_force({}, [Path("desk")])
