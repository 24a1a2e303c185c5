"""Versions that still give what another article had, and has changed.

What fires: an article corrected a value, and the standing version of another article of the story gives the old one as
what is. Where an article changed a value without a word, only a version that is a copy of its text (one wire family)
counts: any other source may have its own reasons, and is a contradiction where a rule says so.

A count that goes on is no case: a toll that was 14 when a version was written and is 17 now is ordinary lag, which
alerts nobody, whatever rule finds the two apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from discrepancy.align import align_facts
from discrepancy.followed import Alert, Change
from discrepancy.grammar.dates.words import MONTHS
from discrepancy.model import BlockRole, Date, Document, Fact, FactKind, Group, SourceRole, Span, Story
from discrepancy.pipeline import read_facts
from discrepancy.rules.replaced import stems
from discrepancy.settings import Settings
from discrepancy.stories.families import find_families
from discrepancy.stories.people import settle_people
from discrepancy.text.characters import fold, squeeze
from discrepancy.units.slips import digits_of
from discrepancy.watch.alerting import of_stale
from discrepancy.watch.edited_sentences import EditedSentences
from discrepancy.watch.former import is_former
from discrepancy.watch.judged import Moved, News, Told
from discrepancy.watch.same_value import same_value

__all__ = ["stale_alerts"]

_SHARED: Final = 3
"""Telling words that two sentences share besides the figure, as the rules on replaced figures have it. A day that is
named by its month is seldom another thing's: one word is enough."""
_YEAR: Final = re.compile(r"(?:in )?[12]\d{3}")
_DIGITS: Final = 3
_TELLING: Final = 12
"""Letters of words that were corrected, to be looked for in other versions as they stand."""
_TOLD: Final = frozenset({BlockRole.HEADLINE, BlockRole.SUMMARY, BlockRole.BODY, BlockRole.CAPTION})


def stale_alerts(news: News, settings: Settings) -> list[Alert]:
    """An alert for each standing version that gives a value which another article of the story has changed.

    Raises:
        EngineMissing: there is no language model.
    """
    every = (*news.earlier, *news.moved)
    wanted = [moved for moved in every if moved.is_change and moved.is_looked_after and not _is_undone(moved, every)]
    found: dict[str, Alert] = {}
    for moved in wanted:
        others = [told for told in news.standing if told.version.article != moved.after.version.article]
        if not moved.change.corrected:
            others = _copies(moved, others)
        others = [told for told in others if _may_have_taken_it(told, moved)]
        others = [told for told in others if _may_give(told.document, moved, settings)]
        if others:
            for alert in _of(news, moved, others, settings):
                found.setdefault(alert.key, alert)
    return list(found.values())


def _may_have_taken_it(told: Told, moved: Moved) -> bool:
    """Whether a source may have its text from another: a wire has it from no outlet that is none."""
    return told.document.role is not SourceRole.WIRE or moved.after.document.role is SourceRole.WIRE


def _is_undone(moved: Moved, every: Sequence[Moved]) -> bool:
    """Whether the article went back later to the value from before."""
    return any(
        later.after.version.article == moved.after.version.article
        and later.after.version.number > moved.after.version.number
        and fold(later.change.after) == fold(moved.change.before)
        for later in every
    )


def _may_give(document: Document, moved: Moved, settings: Settings) -> bool:
    """Whether a version has anything like the value from before: to hold whole texts together takes its time."""
    before, span = moved.before.document, moved.change.before_at
    facts, stated = read_facts([before, document], settings)
    old = next((f for f in facts if span and (f.mention.start, f.mention.end) == (span.start, span.end)), None)
    if old is not None and old.kind is FactKind.QUANTITY:
        return any(f.kind is old.kind and f.quantity.low == old.quantity.low for f in stated)
    if old is not None and old.kind is FactKind.DATE:
        nothing = Story(documents=(before, document))
        return any(same_value(old, fact, nothing) for fact in stated if fact.kind is old.kind)
    return bool(stems(moved.change.before) & stems(document.text))


def _copies(moved: Moved, others: Sequence[Told]) -> list[Told]:
    """Those whose text is that of the article before it was changed, or after."""
    own = [replace(each.document, id=name) for name, each in (("before", moved.before), ("after", moved.after))]
    found = []
    for told in others:
        families = find_families([*own, replace(told.document, id="other")])
        if any("other" in family and {"before", "after"} & set(family) for family in families):
            found.append(told)
    return found


@dataclass(frozen=True)
class _Read:
    """The article before and after its change, and the other versions, read as one story.

    ``corrected`` says whether the article owns to the error, so that the old value is wrong wherever it stands.
    """

    story: Story
    facts: Mapping[str, tuple[Fact, ...]]
    groups: Mapping[str, Group]
    corrected: bool


def _of(news: News, moved: Moved, others: Sequence[Told], settings: Settings) -> Iterator[Alert]:
    before, after = moved.before.document, moved.after.document
    documents = list({each.id: each for each in (before, after, *(told.document for told in others))}.values())
    read = _read(documents, settings, corrected=moved.change.corrected)
    old, new = _at(read, before, moved.change.before_at), _at(read, after, moved.change.after_at)
    for told in others:
        if old is None or new is None:
            words = _still_said(told.document, moved.change)
            if words:
                yield of_stale(news, moved, told, moved.change.before, words)
            continue
        fact = _still_given(read, told.document, before, old, new)
        if fact is not None:
            words = squeeze(told.document.text[fact.sentence.start : fact.sentence.end])
            yield of_stale(news, moved, told, squeeze(fact.mention.text), words)


def _still_said(document: Document, change: Change) -> str:
    """The line that holds the very words that were corrected, in a version that does not have the new ones."""
    old, new = fold(change.before), fold(change.after)
    if not change.corrected or len(old) < _TELLING or f" {new} " in f" {fold(document.text)} ":
        return ""
    blocks = (block for block in document.blocks if block.role in _TOLD)
    lines = (squeeze(document.text[block.start : block.end]) for block in blocks)
    return next((line for line in lines if f" {old} " in f" {fold(line)} "), "")


def _read(documents: Sequence[Document], settings: Settings, *, corrected: bool) -> _Read:
    facts, people = settle_people(list(chain.from_iterable(read_facts(documents, settings))), documents)
    aligned = align_facts(documents, facts, people)
    story = Story(documents=tuple(documents), facts=facts, people=people, groups=aligned.groups)
    by_document = {each.id: tuple(f for f in facts if f.mention.document == each.id) for each in documents}
    groups = {fact_id: group for group in aligned.groups for fact_id in group.facts}
    return _Read(story, by_document, groups, corrected)


def _at(read: _Read, document: Document, span: Span | None) -> Fact | None:
    facts = read.facts.get(document.id, ())
    return next((f for f in facts if span and (f.mention.start, f.mention.end) == (span.start, span.end)), None)


def _still_given(read: _Read, document: Document, before: Document, old: Fact, new: Fact) -> Fact | None:
    """The fact by which a version gives the value of ``old`` as what is; None where it does not, or has the new one."""
    own = [fact for fact in read.facts[document.id] if fact.kind is old.kind]
    own = [fact for fact in own if fact.mention.block is not BlockRole.CORRECTION]
    of_it = [fact for fact in own if _of_one_thing(read, document, before, old, new, fact)]
    if any(_gives(read, fact, new, old) for fact in of_it):
        return None
    stale = (fact for fact in of_it if _gives(read, fact, old, new) and not is_former(document, fact))
    return next(stale, None)


def _gives(read: _Read, fact: Fact, value: Fact, other: Fact) -> bool:
    """Whether a fact gives one value and not the other."""
    return same_value(value, fact, read.story) and not same_value(other, fact, read.story)


def _of_one_thing(read: _Read, document: Document, before: Document, old: Fact, new: Fact, fact: Fact) -> bool:
    """Whether a fact is held together with the changed one, or stands in its sentence, copied or edited."""
    group = read.groups.get(fact.id)
    if group is not None and {old.id, new.id} & set(group.facts):
        return True
    mine, its = _words(before, old), _words(document, fact)
    if mine == its or _tells_itself(read, document, before, old, fact, corrected=read.corrected):
        return True
    paired = EditedSentences((before.text, _sentences(read, before)), (document.text, _sentences(read, document)))
    return paired.are_one(old.sentence, fact.sentence)


def _tells_itself(read: _Read, document: Document, before: Document, old: Fact, fact: Fact, *, corrected: bool) -> bool:
    """Whether a figure or day is the same, and so many words around it that it hardly is of anything else."""
    if fact.kind not in (FactKind.QUANTITY, FactKind.DATE) or not same_value(old, fact, read.story):
        return False
    around = [
        stems(f"{text[f.sentence.start : f.mention.start]} {text[f.mention.end : f.sentence.end]}")
        for text, f in ((before.text, old), (document.text, fact))
    ]
    shared = len(around[0] & around[1])
    if isinstance(old.value, Date) and isinstance(fact.value, Date):
        named = (_names_month(old) and _names_month(fact)) or _is_year(old, fact)
        return shared >= (1 if named else _SHARED)
    return shared >= (1 if corrected and _is_uncommon(old) else _SHARED) and _of_one_unit(old, fact)


def _is_year(old: Fact, fact: Fact) -> bool:
    """Whether both are the same year, told by its figure."""
    return all(_YEAR.fullmatch(squeeze(each.mention.text)) for each in (old, fact))


def _is_uncommon(fact: Fact) -> bool:
    """Whether a figure is one that hardly comes up of anything else: of three digits, or of two with a unit."""
    digits = len(digits_of(fact.quantity))
    return digits >= _DIGITS or (digits >= _DIGITS - 1 and bool(fact.quantity.unit))


def _names_month(fact: Fact) -> bool:
    return any(word in MONTHS for word in fold(fact.mention.text).split())


def _of_one_unit(old: Fact, fact: Fact) -> bool:
    """Whether two figures are of one unit, and counts of one thing, as far as both say."""
    a, b = old.quantity, fact.quantity
    if (a.kind, a.unit) != (b.kind, b.unit):
        return False
    return bool(a.unit) or old.subject.head == fact.subject.head or old.subject.concept == fact.subject.concept


def _sentences(read: _Read, document: Document) -> Iterable[Span]:
    return (fact.sentence for fact in read.facts[document.id])


def _words(document: Document, fact: Fact) -> str:
    return fold(document.text[fact.sentence.start : fact.sentence.end])
