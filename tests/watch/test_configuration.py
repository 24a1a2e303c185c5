"""``watch.toml``: what it says is what is watched, and each mistake is told with its line and what to write instead."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from discrepancy.documents import SourceRole
from discrepancy.errors import InputError, Malformed, PathMissing
from discrepancy.followed import AlertKind, SourceKind
from discrepancy.said import Level
from discrepancy.watch.configuration import read_watch
from discrepancy.watch.configured import Watched

MINUTE = dt.timedelta(minutes=1)
FEED = '[[feeds]]\nname = "Meridian Press"\naddress = "https://meridian.example/rss"\n'
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "watch.toml"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "watch.toml"


def read(file: Path, text: str) -> Watched:
    file.write_text(text, encoding="utf-8")
    return read_watch(file)


def complaint(file: Path, text: str) -> InputError:
    with pytest.raises(InputError) as caught:
        read(file, text)
    return caught.value


def test_one_feed_is_enough(file: Path) -> None:
    watched = read(file, FEED)
    (source,) = watched.sources
    assert (source.name, source.kind, source.place) == (
        "Meridian Press",
        SourceKind.FEED,
        "https://meridian.example/rss",
    )
    assert (source.every, source.follow, source.own, source.role) == (5 * MINUTE, False, False, SourceRole.UNKNOWN)
    assert watched.store == Path("watch.sqlite").resolve()
    assert (watched.keep, watched.hold, watched.days) == (dt.timedelta(days=90), 10 * MINUTE, 5)
    assert [(channel.name, channel.to) for channel in watched.channels] == [("terminal", "terminal")]


def test_the_example_can_be_read() -> None:
    watched = read_watch(EXAMPLE)
    assert [source.kind for source in watched.sources] == [*[SourceKind.FEED] * 3, SourceKind.PAGE, SourceKind.FOLDER]
    assert [source.own for source in watched.sources] == [False, False, True, False, False]
    assert [channel.name for channel in watched.channels] == [
        "terminal",
        "file alerts.jsonl",
        "atom changes.atom",
        "webhook hooks.example.org",
    ]
    assert [channel.at_once for channel in watched.channels] == [False, False, False, True]


def test_paths_are_taken_from_the_folder_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(tmp_path)
    watched = read(folder / "watch.toml", '[watch]\nstore = "a.sqlite"\n[[folders]]\nname = "Drop"\npath = "drop"\n')
    assert watched.store == Path("desk", "a.sqlite")
    assert watched.sources[0].path == Path("desk", "drop")
    assert watched.sources[0].every == dt.timedelta(seconds=30)


def test_every_key_is_read(file: Path) -> None:
    watched = read(
        file,
        """
[watch]
store = "desk.sqlite"
keep = "forever"
hold = "1h30m"
days = 12
gap = "2s"
robots = false
robots_not_for = ["Wire.example", "10.0.0.7:8080"]
allow_private = true
contact = "desk@example.org"

[[feeds]]
name = "Harbour  Post"
address = "http://harbourpost.example:8080/rss?section=news"
every = "10s"
follow = true
pages_every = "1h"
role = "rival"
family = "Meridian"

[[pages]]
name = "Our page"
address = "https://desk.example.org/"
own = true

[[alerts]]
to = "webhook"
name = "desk"
address = "http://10.0.0.9/hook"
secret_file = "secret.txt"
kinds = ["contradiction", "contradiction", "own-copy"]
rules = ["NUM001", "unit-differs"]
level = "warning"
sources = ["harbour post"]
stories = ["00ff"]
hold = "1h30m"
""",
    )
    assert watched.keep is None
    assert (watched.hold, watched.days, watched.gap) == (90 * MINUTE, 12, dt.timedelta(seconds=2))
    assert (watched.robots, watched.robots_not_for) == (False, ("wire.example", "10.0.0.7:8080"))
    assert (watched.allow_private, watched.contact) == (True, "desk@example.org")
    post, ours = watched.sources
    assert (post.name, post.every, post.pages_every) == ("Harbour Post", dt.timedelta(seconds=10), 60 * MINUTE)
    assert (post.follow, post.role, post.family) == (True, SourceRole.RIVAL, "Meridian")
    assert (ours.own, ours.role, ours.every) == (True, SourceRole.DRAFT, 15 * MINUTE)
    (channel,) = watched.channels
    assert channel.secret_file is not None
    assert channel.secret_file.name == "secret.txt"
    assert channel.kinds == (AlertKind.CONTRADICTION, AlertKind.OWN_COPY)
    assert channel.rules == ("NUM001", "NUM002")
    assert (channel.level, channel.sources, channel.stories) == (Level.WARNING, ("Harbour Post",), ("00ff",))
    assert not channel.at_once


def test_a_folder_of_drafts_is_ones_own(file: Path) -> None:
    watched = read(file, '[[folders]]\nname = "Desk"\npath = "drafts"\nrole = "draft"\n')
    assert watched.sources[0].own


def test_what_is_held_for_no_time_is_held_for_no_channel(file: Path) -> None:
    watched = read(file, f'[watch]\nhold = "0s"\n{FEED}[[alerts]]\nto = "terminal"\nhold = "0s"\n')
    assert not watched.channels[0].at_once, "alerts that are due together are one message"


def alerts(text: str) -> str:
    """A feed, and a channel whose first key stands on line 5."""
    return f"{FEED}[[alerts]]\n{text}"


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("", 0, "names nothing to watch. Add [[feeds]]"),
        (f"{FEED}[[feed]]\n", 4, "Did you mean “feeds”?"),
        (f"{FEED}[alert]\n", 4, "Did you mean “alerts”?"),
        ("[feeds]\nname = 'A'", 1, "Write [[feeds]] with two brackets"),
        ("feeds = 3", 1, "Write [[feeds]] with two brackets"),
        (f"{FEED}[[watch]]", 4, "“watch” is no table"),
        ("[watch]\nstor = 'a'", 2, "Did you mean “store”?"),
        ("[watch]\nstore = 3", 2, "store = 3 is no path"),
        ("[watch]\nkeep = 90", 2, 'keep = 90 is no length of time. Write it with its unit, in quotes: "30s"'),
        ("[watch]\nkeep = 'always'", 2, 'or "forever"'),
        ("[watch]\nkeep = '1h'", 2, "is too short"),
        ("[watch]\nhold = 'forever'", 2, "is no length of time"),
        ("[watch]\nhold = '2d'", 2, 'is too long. Write a time from "0s" to "1d"'),
        ("[watch]\ndays = true", 2, "Write a whole number from 1 to 60"),
        ("[watch]\nrobots = 'no'", 2, "neither true nor false"),
        ("[watch]\nrobots_not_for = ['https://wire.example']", 2, "without https:// and path"),
        ("[watch]\ncontact = 'desk\\u000d\\u000aX: y'", 2, "is no address to write to"),
        ("[[feeds]]\nname = 'A'", 1, "has no address"),
        ("[[feeds]]\naddress = 'https://a.example'", 1, "has no name"),
        ("[[feeds]]\nname = ''\naddress = 'https://a.example'", 2, "is no text"),
        ("[[feeds]]\nname = 'A'\naddress = 'a.example/rss'", 3, "is no address on the web"),
        ("[[feeds]]\nname = 'A'\naddress = 'file:///etc/passwd'", 3, "is no address on the web"),
        ("[[feeds]]\nname = 'A'\naddress = 'https://[::1'", 3, "is no address on the web"),
        ("[[feeds]]\nname = 'A'\naddress = 'https://a.example:99999/'", 3, "is no address on the web"),
        ("[[feeds]]\nname = 'A'\naddress = 'https://a.example/x y'", 3, "is no address on the web"),
        ("[[pages]]\nname = 'A'\nadress = 'https://a.example'", 1, "has no address"),
        ("[[pages]]\nname = 'A'\naddress = 'https://a.example'\nfollow = true", 4, "“follow” is not known here"),
        (f"{FEED}every = '9s'", 4, 'is too short. Write a time from "10s" to "1d"'),
        (f"{FEED}every = '5 minutes'", 4, "is no length of time"),
        (f"{FEED}pages_every = '1h'", 4, "Add follow = true"),
        (f"{FEED}role = 'wir'", 4, "Did you mean “wire”?"),
        (f"{FEED}role = 'wire'\nown = true", 4, "one's own copy is no wire's"),
        (f"{FEED}role = 'draft'\nown = false", 5, "a draft is one's own"),
        (f"{FEED}\n{FEED}", 6, "“Meridian Press” is the name of another source too"),
        (
            f"{FEED}[[pages]]\nname = 'B'\n\naddress = 'HTTPS://Meridian.example:443/rss#x'",
            7,
            "is watched already, as “Meridian Press”",
        ),
        ("[[folders]]\nname = 'A'\npath = 'd'\n[[folders]]\nname = 'B'\npath = 'd/e'", 6, "watched already, as “A”"),
        ("[[folders]]\nname = 'A'\npath = 'watch.toml'", 3, "leads to a file"),
        ("[[folders]]\nname = 'A'\npath = 'd'\nevery = '0s'", 4, "is too short"),
        ("[[folders]]\nname = 'A'\npath = '.'", 0, "the store would be read as an article"),
        ("[watch]\nstore = 'watch.toml'\n" + FEED, 2, "would be written over this file"),
        (alerts("to = 'pigeon'"), 5, 'Write one of "atom", "file", "terminal", "webhook"'),
        (alerts("to = 'webhok'"), 5, "Did you mean “webhook”?"),
        (alerts("path = 'a'"), 4, "does not say where to"),
        (alerts("to = 'file'"), 4, "has no path"),
        (alerts("to = 'file'\naddress = 'https://a.example'"), 4, "has no path"),
        (alerts("to = 'file'\npath = 'a'\naddress = 'https://a.example'"), 7, "“address” is not known here"),
        (
            alerts("to = 'webhook'\naddress = 'https://a.example'\nsecret_env = 'A'\nsecret_file = 'a'"),
            8,
            "two secrets",
        ),
        (alerts("to = 'webhook'"), 4, "has no address"),
        (alerts("to = 'webhook'\naddress = 'http://a.example'"), 6, "for everybody to read"),
        (alerts("to = 'terminal'\nkinds = ['corection']"), 6, "Did you mean “correction”?"),
        (alerts("to = 'terminal'\nkinds = 'correction'"), 6, "is no list of kinds of alert"),
        (alerts("to = 'terminal'\nrules = ['NUM999']"), 6, "there is no rule “NUM999”"),
        (alerts("to = 'terminal'\nrules = ['NUM001']\nkinds = ['correction']"), 6, "changes are found by no rule"),
        (alerts("to = 'terminal'\nlevel = 'eror'"), 6, "Did you mean “error”?"),
        (alerts("to = 'terminal'\nsources = ['Meridian Pres']"), 6, "Did you mean “Meridian Press”?"),
        (alerts("to = 'terminal'\nstories = ['0f']"), 6, "the first 4 letters"),
        (alerts("to = 'terminal'\nhold = '1m'"), 6, 'Write hold = "0s" to be told each alert at once'),
        (alerts("to = 'terminal'\n[[alerts]]\nto = 'terminal'"), 6, "two ways to tell alerts called “terminal”"),
        (alerts("to = 'file'\npath = 'a'\n[[alerts]]\nto = 'atom'\npath = './a'"), 9, "written over “file a”"),
        (alerts("to = 'atom'\npath = 'watch.sqlite'"), 6, "written over the store"),
        (f"[[folders]]\nname = 'A'\npath = 'd'\n{alerts('')}to = 'file'\npath = 'd/a'", 9, "read as an article"),
        (f"{FEED}every = 5m", "4, column 10", "is no TOML"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_to_write(file: Path, text: str, line: int | str, told: str) -> None:
    problem = complaint(file, text)
    assert problem.where == (f"watch.toml, line {line}" if line else "watch.toml")
    assert told in str(problem)


def test_of_several_mistakes_the_first_in_the_file_is_told(file: Path) -> None:
    problem = complaint(file, f"[[alerts]]\nto = 'pigeon'\n\n{FEED}every = '1s'\n[watch]\nstor = 3\n")
    assert problem.where == "watch.toml, line 2"


def test_lines_are_counted_from_the_right_table_of_several(file: Path) -> None:
    many = "".join(f'[[feeds]]\nname = "A{n}"\naddress = "https://a{n}.example"\n\n' for n in range(40))
    problem = complaint(file, f"# feeds\n{many}[[feeds]]\nname = 'B'\naddress = 'https://b.example'\nevery = '1s'\n")
    assert problem.where == "watch.toml, line 165"


def test_a_file_that_is_not_there_is_told(file: Path) -> None:
    with pytest.raises(PathMissing):
        read_watch(file)


SECRET = "kX9-very-secret-41"  # noqa: S105 - what must not be told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"to = 'webhook'\naddress = 'https://a.example'\nsecret = '{SECRET}'", "a secret has no place in this file"),
        (f"to = 'webhook'\naddress = 'https://a.example'\nsecert = '{SECRET}'", "“secert” is not known here"),
        (f"to = 'webhook'\naddress = 'https://a.example'\nsecret_env = '{SECRET}'", "Write the name, not the secret"),
        (f"to = 'webhook'\naddress = 'https://desk:{SECRET}@a.example'", "holds a name or password"),
        (f"to = 'webhook'\naddress = 'http://a.example/{SECRET}'", "for everybody to read"),
        (f"to = 'webhook'\naddress = 'htps://a.example/{SECRET}'", "is no address on the web"),
    ],
)
def test_a_secret_is_told_in_no_message(file: Path, text: str, told: str) -> None:
    problem = complaint(file, alerts(text))
    assert isinstance(problem, Malformed)
    assert told in str(problem)
    assert SECRET not in str(problem)


def test_an_address_that_may_hold_a_token_is_in_no_representation(file: Path) -> None:
    watched = read(file, alerts(f"to = 'webhook'\naddress = 'https://a.example/{SECRET}'\nsecret_env = 'HOOK_SECRET'"))
    assert watched.channels[0].address.endswith(SECRET)
    assert SECRET not in repr(watched)
    assert watched.channels[0].name == "webhook a.example"
