"""What is found in a story does not depend on the formats that its versions come in."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import discrepancy
from discrepancy.messages import render
from discrepancy.model import ReportData
from discrepancy.settings import Settings
from tests.loaders.one_story import FORMATS, VERSIONS, as_text

SIX = ("web page", "ninjs", "Word", "NITF", "Markdown", "feed")
Said = tuple[object, ...]


def found(folder: Path) -> list[Said]:
    """Every finding as a reader sees it: what it says of whom, by the words that it quotes.

    Versions of one source are told apart by their ids; the one article of a feed or a table has a number in its.
    """
    data = discrepancy.check(folder, settings=Settings(base=folder)).data
    assert not data.unread
    return [
        (
            one.id,
            one.rule,
            one.level,
            render(one.summary),
            _bare(render(one.explanation)),
            tuple(_quoted(one.values, data)),
        )
        for one in data.findings
    ]


def _bare(text: str) -> str:
    return re.sub(r"(?<=[a-z])-1\)", ")", text)


def _quoted(values: tuple[object, ...], data: ReportData) -> Iterator[Said]:
    sources = {document.id: document.source for document in data.documents}
    for value in values:
        for mention in value.mentions:  # type: ignore[attr-defined]  # the values of a finding
            yield value.label, sources[mention.document], mention.text, mention.block  # type: ignore[attr-defined]  # as above


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> list[Said]:
    folder = tmp_path_factory.mktemp("plain")
    for version in VERSIONS:
        (folder / f"{version.name}.txt").write_bytes(as_text(version))
    return found(folder)


def test_the_story_has_something_of_every_kind(plain: list[Said]) -> None:
    rules = {str(rule)[:3] for _, rule, *_ in plain}
    assert {"NUM", "NAM", "DAT", "QUO"} <= rules
    summaries = [summary for _, _, _, summary, *_ in plain]
    assert len(set(summaries)) == len(summaries)  # a slip that six versions meet is told once


def test_six_formats_at_once_give_what_plain_text_gives(plain: list[Said], tmp_path: Path) -> None:
    for version, name in zip(VERSIONS, SIX, strict=True):
        suffix, write = FORMATS[name]
        (tmp_path / f"{version.name}{suffix}").write_bytes(write(version))
    assert found(tmp_path) == plain


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_by_itself_gives_what_plain_text_gives(plain: list[Said], tmp_path: Path, name: str) -> None:
    suffix, write = FORMATS[name]
    for version in VERSIONS:
        (tmp_path / f"{version.name}{suffix}").write_bytes(write(version))
    assert found(tmp_path) == plain
