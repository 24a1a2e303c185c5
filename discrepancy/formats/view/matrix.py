"""The matrix: a row a fact group, a column a version, in each cell the source's own words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from discrepancy.formats.view.index import Index, anchor, letter, state_of
from discrepancy.formats.view.own_words import own_words
from discrepancy.formats.view.parts import Cell, CellWords, Row, State
from discrepancy.formats.words import Words
from discrepancy.labels import FIGURE
from discrepancy.model import Fact, Finding, Group, Mention

__all__ = ["build_rows", "letters", "row_anchor"]

SHOWN = 4
"""Different words that a cell shows before it counts the rest."""
SHORT = 100
"""Characters of the words that a cell or a row's head shows; a long quotation is whole in its card and its text."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """A mention that a finding of the row speaks of."""

    mention: Mention
    state: State
    letter: str


def build_rows(index: Index, words: Words) -> tuple[Row, ...]:
    """Groups that stand in two documents or more or have a finding, and findings that have no group."""
    rows = [(_order(index, group), row) for group in index.data.groups if (row := _group_row(index, group, words))]
    loose = [finding for finding in index.data.findings if not index.groups_of[finding.id]]
    rows += [(index.first_place(finding), _finding_row(index, finding, words)) for finding in loose]
    return tuple(row for _, row in sorted(rows, key=lambda pair: (pair[1].state.order, pair[0])))


def letters(findings: list[Finding]) -> dict[str, str]:
    """A letter for each label among the values of the findings of one row."""
    labels = dict.fromkeys(value.label for finding in findings for value in finding.values)
    return {label: letter(place) for place, label in enumerate(labels)}


def row_anchor(index: Index, finding: Finding) -> str:
    """The anchor of the row that shows a finding."""
    groups = index.groups_of[finding.id]
    return anchor("g", groups[0]) if groups else anchor("gf", finding.id)


def _order(index: Index, group: Group) -> tuple[int, int]:
    return min((index.where(index.facts[fact].mention) for fact in group.facts), default=(len(index.place), 0))


def _group_row(index: Index, group: Group, words: Words) -> Row | None:
    facts = [index.facts[fact] for fact in group.facts]
    findings = index.judged.get(group.id, [])
    alone = len({fact.mention.document for fact in facts}) <= 1
    if alone and not findings:
        return None
    judged = _judged(findings, letters(findings))
    own = _judged([finding for finding in findings if finding.group == group.id], letters(findings))
    mentions = [fact.mention for fact in facts] + [each.mention for each in own if not _stands_in(each, facts)]
    return Row(
        anchor=anchor("g", group.id),
        state=state_of(findings[0]) if findings else State.AGREES,
        kind=group.kind.value,
        subject=words("kind.quantity") if group.subject == FIGURE else _short(group.subject),
        cells=_cells(index, mentions, judged),
        cards=tuple(anchor("f", finding.id) for finding in findings),
    )


def _finding_row(index: Index, finding: Finding, words: Words) -> Row:
    judged = _judged([finding], letters([finding]))
    return Row(
        anchor=anchor("gf", finding.id),
        state=state_of(finding),
        kind="",
        subject=_short(words.say(finding.summary)),
        cells=_cells(index, [each.mention for each in judged], judged),
        cards=(anchor("f", finding.id),),
    )


def _judged(findings: list[Finding], given: dict[str, str]) -> list[_Judged]:
    return [
        _Judged(mention, state_of(finding), given[value.label])
        for finding in findings
        for value in finding.values
        for mention in value.mentions
    ]


def _stands_in(judged: _Judged, facts: list[Fact]) -> bool:
    return any(_touch(judged.mention, fact.mention) for fact in facts)


def _touch(one: Mention, other: Mention) -> bool:
    return one.document == other.document and one.start < other.end and other.start < one.end


def _cells(index: Index, mentions: list[Mention], judged: list[_Judged]) -> tuple[Cell, ...]:
    columns: list[dict[tuple[str, str], CellWords]] = [{} for _ in index.data.documents]
    for mention in sorted(mentions, key=index.where):
        place = index.place[mention.document]
        hit = next((each for each in judged if _touch(each.mention, mention)), None)
        column, key = columns[place], (own_words(index, mention), hit.letter if hit else "")
        if key in column:
            column[key] = replace(column[key], times=column[key].times + 1)
            continue
        column[key] = CellWords(
            text=_short(key[0]),
            letter=key[1],
            anchor=index.spot(mention),
            times=1,
            block=mention.block,
            state=hit.state if hit else State.AGREES,
        )
    return tuple(_cell(list(column.values())) for column in columns)


def _cell(words: list[CellWords]) -> Cell:
    """The words that a finding speaks of; where it speaks of none, the first few."""
    if not words:
        return Cell(state=State.ABSENT, words=())
    words = sorted(words, key=lambda each: each.state.order)  # a stable sort: the text's order among equals
    words = [each for each in words if each.letter] or words
    return Cell(state=words[0].state, words=tuple(words[:SHOWN]), more=max(0, len(words) - SHOWN))


def _short(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[: SHORT - 1].rstrip()}…"
