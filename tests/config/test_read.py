"""Every mistake in a file of house rules is told with its line, what may stand there, and what was perhaps meant."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from discrepancy.config.read import read_house
from discrepancy.config.toml_places import line_of, places
from discrepancy.config.values import KEYS
from discrepancy.errors import InputError, Malformed, PathMissing, PathUnreadable, TooLarge, UnknownEncoding
from discrepancy.loaders.intake.toml_text import toml_tables


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "discrepancy.toml"


def complaint(file: Path, text: str) -> InputError:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_house(file, trusted=False)
    return caught.value


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ('\nhouse-style = "names.csv"', 2, "Did you mean “house_style”?"),
        ("fail_on = 'error'\n\n[level]\nNUM001 = 'note'", 3, "Did you mean “levels”?"),
        ("colour = 'red'", 1, "What may stand there: levels, also,"),
        ('draft = "ours.txt"', 1, 'role = "draft"'),
        ("[levels]\nvalue-difers = 'note'", 2, "Did you mean “value-differs”?"),
        ("[levels]\nXYZ = 'note'", 2, "there is no rule “XYZ”"),
        ("[levels]\nNUM001 = 'eror'", 2, "Did you mean “error”? The levels are error, warning, note, off."),
        ("[levels]\nNUM001 = 3", 2, "levels.NUM001 = 3 is no level"),
        ("[levels]\nNUM001 = 'note'\nvalue-differs = 'error'", 3, "has a level already, as “NUM001”"),
        ("levels = ['NUM001']", 1, "is no table"),
        ("also = 'STO003'", 1, 'also = ["NUM001"]'),
        ("without = [\n  'NUM001',\n  7,\n]", 1, "is no list of rules"),
        ("without = ['num-differs']", 1, "there is no rule “num-differs”"),
        ("[sources.meridian.example]\nname = 'Meridian'", 1, '[sources."meridian.example"]'),
        ('[sources."m.example"]\nfamly = "M"', 2, "Did you mean “family”?"),
        ('[sources."m.example"]\nrole = "draft"', 2, "one text, not a source"),
        ('[sources."m.example"]\nrole = "wir"', 2, "Did you mean “wire”?"),
        ('[sources."m.example"]\nname = ""', 2, "is no text"),
        ('[sources."m.example"]\n', 1, "nothing is said of “m.example”"),
        ('[sources."M.example"]\nname = "M"\n[sources."m.example"]\nname = "N"', 3, "is there already, as “M.example”"),
        ('sources = "m.example"', 1, "is no table"),
        ('[sources]\nm = "M"', 2, "is no table"),
        ('house_style = "nothing.csv"', 1, "leads to no file"),
        ('house_style = "."', 1, "leads to what is no file"),
        ("house_style = 1", 1, "is no path"),
        ('store = "."', 1, "leads to what is no file"),
        ('language = "xx"', 1, "English (en)"),
        ("language = 1", 1, "is no language"),
        ("languages = []", 1, "is no list of languages"),
        ("languages = ['English']", 1, "is no list of languages"),
        ("max_bytes = '9'", 1, "without quotes"),
        ("max_bytes = 0", 1, "from 1 on"),
        ("cache = 1", 1, "is no path"),
        ('cache = "../kept"', 1, "leads out of this folder"),
        ("max = true", 1, "from 0 on"),
        ("max = 1e3", 1, "is no such number"),
        (f"max = {'9' * 2000}", 1, "is no such number"),
        ("revisions = 'all'", 1, '"accepted", "original", "both"'),
        ("fail_on = 'warnings'", 1, "Did you mean “warning”?"),
        ("columns = 'text=Body'", 1, "[columns]"),
        ("[columns]\ntext = 1", 2, "is no text"),
        ("[columns]\ntext = 'A'\nText = 'B'", 3, "is named twice"),
        ("model = 'os.path'", 1, "is no language model"),
        ("model = '../models'", 1, "is no language model"),
        ("story = ''", 1, "is no text"),
        ('story = "a\\u0007b"', 1, "is no text"),
        ('story = """\nfail_on = 1\n"""\nfail_on = "eror"', 4, "fail_on"),
        ("'fail_on' = 'eror' # fail_on = 1", 1, "Did you mean “error”?"),
        ("max = 1\nfail_on =", 2, "is no TOML"),
        ("max = 1\nmax = 2", 2, "is no TOML"),
        ("a." * 2000 + "b = 1", 0, "nested too deeply"),
        ("a = " + "[" * 30_000, 0, "nested too deeply"),
    ],
)
def test_a_mistake(file: Path, text: str, line: int, told: str) -> None:
    error = complaint(file, text)
    assert error.where == "discrepancy.toml" + (f", line {line}" if line else "") or error.where.startswith(
        f"discrepancy.toml, line {line}, column"
    )
    assert told in str(error)
    assert error.remedy


def test_the_first_mistake_of_the_file_is_told(file: Path) -> None:
    assert "fail_on" in str(complaint(file, "fail_on = 1\nmax = 'x'\nlanguage = 3"))
    assert "language" in str(complaint(file, "language = 3\nfail_on = 1\nmax = 'x'"))


def test_what_is_no_file_of_text(file: Path) -> None:
    with pytest.raises(PathMissing):
        read_house(file, trusted=True)
    file.write_bytes(b"\nstory = '\xff'\n")
    with pytest.raises(UnknownEncoding, match="line 2"):
        read_house(file, trusted=True)
    file.write_bytes(b"#" * 400_000)
    with pytest.raises(TooLarge):
        read_house(file, trusted=True)
    file.unlink()
    os.mkfifo(file)
    with pytest.raises(PathUnreadable, match="pipe"):
        read_house(file, trusted=True)
    file.unlink()
    file.mkdir()
    with pytest.raises(PathUnreadable, match="folder"):
        read_house(file, trusted=True)


def test_a_project_file_has_its_own_table(file: Path) -> None:
    project = file.with_name("pyproject.toml")
    project.write_text("[tool.discrepancy]\nfail_on = 'note'\n[tool.discrepancy.levels]\nNUM001 = 'eror'\n", "utf-8")
    with pytest.raises(Malformed, match=r"pyproject.toml, line 4: levels.NUM001"):
        read_house(project, trusted=False)
    project.write_text("tool.discrepancy.fail_on = 'note'\n", "utf-8")
    assert read_house(project, trusted=False).values == {"fail_on": "note"}
    project.write_text("[tool]\ndiscrepancy = 1\n", "utf-8")
    with pytest.raises(Malformed, match=r"\[tool.discrepancy\]"):
        read_house(project, trusted=False)


def test_a_mark_and_line_ends_of_another_system_change_nothing(file: Path) -> None:
    file.write_bytes("\ufeffmax = 1\r\n\r\nfail_on = 3\r\n".encode())
    with pytest.raises(Malformed, match="line 3: fail_on"):
        read_house(file, trusted=False)


def test_a_model_may_lie_in_the_folder_of_the_file(file: Path) -> None:
    (file.parent / "models" / "ours").mkdir(parents=True)
    file.write_text('model = "models/ours"', encoding="utf-8")
    assert read_house(file, trusted=False).values == {"model": "models/ours"}


# --- lines of keys ---

_WAYS = st.lists(st.sampled_from(["a", "b-c", '"d.e"', "'f'", "9"]), min_size=1, max_size=3).map(".".join)
_VALUES = st.sampled_from(
    [
        "1",
        '"x = 1"',
        "'# no'",
        '"""\na = 1\n"""',
        "'''\n[a]\n'''",
        "[\n 1, # one ]\n 2\n]",
        "{ a = 1, b = [2] }",
        '"\\"]"',
    ]
)
_STATEMENTS = st.one_of(
    st.tuples(_WAYS, _VALUES).map(lambda pair: f"{pair[0]} = {pair[1]}"),
    _WAYS.map(lambda key: f"[ {key} ]  # [x]"),
    st.sampled_from(["", "  # a = 1", "\t"]),
)


@given(st.lists(_STATEMENTS, max_size=12))
def test_each_key_of_a_file_is_on_the_line_where_it_stands(statements: list[str]) -> None:
    text = "\n".join(statements)
    try:
        tables = toml_tables(text, "x", mend="", shape="")
    except Malformed:
        return
    found = places(text)
    starts = [sum(each.count("\n") + 1 for each in statements[:n]) + 1 for n in range(len(statements))]
    for n, statement in enumerate(statements):
        if " = " in statement and not statement.lstrip().startswith(("#", "[")):
            assert starts[n] in found.values(), (statement, found)
    for key in tables:
        assert line_of(found, (key,)) in starts


def test_a_key_in_a_line_of_its_table_falls_back_on_the_table() -> None:
    found = places('[t]\nlist = { a = 1 }\n["x y"]\n')
    assert line_of(found, ("t", "list", "a")) == 2
    assert line_of(found, ("x y", "more")) == 3
    assert line_of(found, ("gone",)) == 0
    assert places("= 3") == {}


# --- whatever stands in it ---

_LINES = st.one_of(
    st.sampled_from(["[levels]", "[columns]", '[sources."a"]', "[sources]", "[[levels]]", "[a.b]", "max = "]),
    st.tuples(
        st.sampled_from([*KEYS, "name", "role", "NUM001", "off", '"a.b"']),
        st.sampled_from('"a"|1|[]|[1]|{}|["NUM001"]|true|1.5|nan|2024-01-01|"off"|"../x"|[[{a=1}]]'.split("|")),
    ).map(" = ".join),
    st.text(max_size=12),
)


@given(st.one_of(st.lists(_LINES, max_size=8).map("\n".join).map(str.encode), st.binary(max_size=60)))
@example(b"levels = {a = {a = {a = 1}}}")
@example(b"sources.a.name.b = 1")
@example(b'also = [[["NUM001"]]]')
def test_it_is_read_or_told_what_is_wrong_with_it(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "discrepancy.toml")
        file.write_bytes(data)
        with contextlib.suppress(InputError):
            assert read_house(file, trusted=False).values.keys() <= KEYS.keys()
