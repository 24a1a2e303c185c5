"""The matrix: a row a fact group, a column a version, in each cell the source's own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from discrepancy.formats.shortened import short
from discrepancy.formats.view.index import Index, card_anchor, group_anchor, state_of
from discrepancy.formats.view.own_words import own_words
from discrepancy.formats.view.parts import Cell, CellWords, Row, State
from discrepancy.formats.view.unlike import told_alone, told_unlike
from discrepancy.formats.words import Words
from discrepancy.labels import FIGURE
from discrepancy.model import Fact, Finding, Group, Mention

__all__ = ["agreeing", "build_rows"]

SHOWN = 4
"""Different words that a cell shows before it counts the rest."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """A mention that a finding of the row speaks of."""

    mention: Mention
    state: State
    letter: str


def build_rows(index: Index, words: Words) -> tuple[Row, ...]:
    """Groups that stand in two texts or more or have a finding, and findings that have no group."""
    rows = [(_order(index, group), row) for group in index.data.groups if (row := _group_row(index, group, words))]
    loose = [finding for finding in index.data.findings if not index.groups_of[finding.id]]
    rows += [(index.first_place(finding), _finding_row(index, finding, words)) for finding in loose]
    return tuple(row for _, row in sorted(rows, key=lambda pair: (pair[1].state.order, pair[0])))


def agreeing(index: Index) -> int:
    """How many of the rows say that their versions agree; told without drawing a row."""
    shared = (group for group in index.data.groups if not index.judged.get(group.id))
    facts = ([index.facts[fact] for fact in group.facts] for group in shared)
    return sum(_several(index, each) and not told_unlike(each) for each in facts)


def _several(index: Index, facts: Sequence[Fact]) -> bool:
    """Whether facts stand in two texts or more: what one text and its exact copies tell, one version tells."""
    return len({index.told_in[fact.mention.document] for fact in facts}) > 1


def _order(index: Index, group: Group) -> tuple[int, int]:
    return min((index.where(index.facts[fact].mention) for fact in group.facts), default=(len(index.place), 0))


def _group_row(index: Index, group: Group, words: Words) -> Row | None:
    facts = [index.facts[fact] for fact in group.facts]
    findings = index.judged.get(group.id, [])
    if not findings and not _several(index, facts):
        return None
    judged = _judged(index, findings)
    own = _judged(index, [finding for finding in findings if index.groups_of[finding.id][0] == group.id])
    told = [fact.mention for fact in facts]
    mentions = told + _beside(told, [each.mention for each in own])
    alone = {(fact.mention.document, fact.mention.start) for fact in told_alone(facts)}
    return Row(
        anchor=group_anchor(group.id),
        state=state_of(findings[0]) if findings else State.UNLIKE if told_unlike(facts) else State.AGREES,
        kind=group.kind.value,
        subject=words("kind.quantity") if group.subject == FIGURE else short(group.subject),
        cells=_cells(index, mentions, judged, alone),
        cards=tuple(card_anchor(finding.id) for finding in findings),
    )


def _finding_row(index: Index, finding: Finding, words: Words) -> Row:
    judged = _judged(index, [finding])
    return Row(
        anchor=index.row_anchors(finding.id)[0],
        state=state_of(finding),
        kind="",
        subject=short(words.say(finding.summary)),
        cells=_cells(index, [each.mention for each in judged], judged, frozenset()),
        cards=(card_anchor(finding.id),),
    )


def _judged(index: Index, findings: list[Finding]) -> list[_Judged]:
    """Each span once, as the first of the findings gives it."""
    spans: dict[tuple[str, int, int], _Judged] = {}
    for finding in findings:
        for value in finding.values:
            for mention in value.mentions:
                span = mention.document, mention.start, mention.end
                if span not in spans:
                    spans[span] = _Judged(mention, state_of(finding), index.letters[finding.id][value.label])
    return list(spans.values())


def _beside(told: list[Mention], others: list[Mention]) -> list[Mention]:
    """The others that share no character with any that is told."""
    by_document: dict[str, list[Mention]] = defaultdict(list)
    for mention in told:
        by_document[mention.document].append(mention)
    return [each for each in others if not any(_touch(each, mention) for mention in by_document[each.document])]


def _touch(one: Mention, other: Mention) -> bool:
    """Whether two mentions of one document share a character."""
    return one.start < other.end and other.start < one.end


def _cells(
    index: Index, mentions: list[Mention], judged: list[_Judged], alone: AbstractSet[tuple[str, int]]
) -> tuple[Cell, ...]:
    """A cell a version. What no finding speaks of agrees, but for the places (document, offset) in ``alone``."""
    hits: dict[str, list[_Judged]] = defaultdict(list)
    for each in judged:
        hits[each.mention.document].append(each)
    columns: list[dict[tuple[str, str], CellWords]] = [{} for _ in index.data.documents]
    for mention in sorted(mentions, key=index.where):
        place = index.place[mention.document]
        hit = next((each for each in hits[mention.document] if _touch(each.mention, mention)), None)
        column, key = columns[place], (own_words(index, mention), hit.letter if hit else "")
        if key in column:
            column[key] = replace(column[key], times=column[key].times + 1)
            continue
        column[key] = CellWords(
            text=short(key[0]),
            letter=key[1],
            anchor=index.spot(mention),
            times=1,
            block=mention.block,
            state=hit.state if hit else _unjudged(mention, alone),
        )
    return tuple(_cell(list(column.values())) for column in columns)


def _unjudged(mention: Mention, alone: AbstractSet[tuple[str, int]]) -> State:
    return State.UNLIKE if (mention.document, mention.start) in alone else State.AGREES


def _cell(words: list[CellWords]) -> Cell:
    """The words that a finding speaks of; where it speaks of none, the first few."""
    if not words:
        return Cell(state=State.ABSENT, words=())
    words = sorted(words, key=lambda each: each.state.order)  # a stable sort: the text's order among equals
    words = [each for each in words if each.letter] or words
    return Cell(state=words[0].state, words=tuple(words[:SHOWN]), more=max(0, len(words) - SHOWN))
