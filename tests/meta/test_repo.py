"""What holds for the files of the repository as a whole."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parents[2]
PYPROJECT = tomllib.loads((REPO / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("requirements.lock", "requirements-dev.lock")
PINNED = re.compile(r"[a-z0-9-]+==[\w.]+( ; .+)?")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")
HOME = re.compile(r"(?<![\w.~-])/(?:root|work|home/\w+|Users/\w+)/\w")
SILENCED = re.compile(r"# (?:noqa: [A-Z0-9, ]+|type: ignore\[[a-z-, ]+\]|pragma: no (?:cover|branch))(?P<reason>.*)")


def repository_files() -> list[Path]:
    """Every file that is in git or would be, but for deleted ones."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listing = subprocess.run(command, cwd=REPO, capture_output=True, text=True, check=False)
    if listing.returncode:
        pytest.skip("not a git checkout: git ls-files has nothing to say")
    return [path for name in listing.stdout.split("\0") if name and (path := REPO / name).is_file()]


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8", errors="replace")


def test_no_file_names_a_place_on_one_machine() -> None:
    named = [
        f"{path.relative_to(REPO)}:{number}: {line.strip()}"
        for path in repository_files()
        for number, line in enumerate(text_of(path).splitlines(), start=1)
        if HOME.search(line)
    ]
    assert not named


def test_no_file_is_large() -> None:
    assert not [path for path in repository_files() if path.stat().st_size > 2_000_000]


def test_whatever_is_silenced_says_why() -> None:
    bare = [
        f"{path.relative_to(REPO)}:{number}: {line.strip()}"
        for path in repository_files()
        if path.suffix == ".py" and "benchmarks" not in path.relative_to(REPO).parts
        for number, line in enumerate(text_of(path).splitlines(), start=1)
        if (found := SILENCED.search(line)) and len(re.findall(r"[^\W\d_]{2,}", found["reason"])) < 2
    ]
    assert not bare


def test_every_rule_that_ruff_leaves_out_says_why() -> None:
    text = text_of(REPO / "pyproject.toml")
    section = text[text.index("[tool.ruff.lint]") : text.index("[tool.ruff.lint.mccabe]")]
    codes = re.findall(r'^    "[A-Z]+[0-9]*",(.*)$', section, flags=re.MULTILINE)
    assert codes
    assert not [rest for rest in codes if not re.search(r"# .{5,}", rest)]


@pytest.mark.parametrize("name", LOCKS)
def test_locks_hold_pins_and_hashes_and_no_address(name: str) -> None:
    text = text_of(REPO / name)
    code = re.sub(r"#.*", "", text).replace("\\\n", " ")
    for line in filter(None, map(str.strip, code.splitlines())):
        requirement, *hashes = re.split(r"\s+(?=--hash)", line)
        assert PINNED.fullmatch(requirement), line
        assert hashes, requirement
        assert all(HASH.fullmatch(each) for each in hashes), requirement
    assert not re.search(r"https?:|file:/|--index|--find-links|--trusted|(?<!\w)/\w", text)


def test_locks_agree() -> None:
    pins = [set(re.findall(r"^[a-z0-9-]+==\S+", text_of(REPO / name), flags=re.MULTILINE)) for name in LOCKS]
    assert pins[0] < pins[1]


def test_locks_hold_every_dependency() -> None:
    locked = set(re.findall(r"^([a-z0-9-]+)==", text_of(REPO / "requirements-dev.lock"), flags=re.MULTILINE))
    project = PYPROJECT["project"]
    wanted = [
        *project["dependencies"],
        *project["optional-dependencies"]["dev"],
        *PYPROJECT["build-system"]["requires"],
    ]
    assert {re.split(r"[^\w-]", each)[0] for each in wanted} <= locked, 'run "make lock"'


def test_every_dependency_has_a_lower_bound() -> None:
    wanted = PYPROJECT["project"]["dependencies"]
    assert not [each for each in wanted if not re.search(r">=.+,<|==", each)]


def test_changelog_has_a_place_for_the_next_change() -> None:
    headings = re.findall(r"^## (.+)$", text_of(REPO / "CHANGELOG.md"), flags=re.MULTILINE)
    assert headings[0] == "[Unreleased]"
