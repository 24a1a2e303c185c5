"""Which facts changed from one version of an article to the next, and what the new version says of it itself.

Two ways of looking are joined. The facts of sentences that were edited are held against each other where they stand
(:mod:`discrepancy.watch.facts_apart`), which sees any value that was put in the place of another; and the rules judge
the two versions as they would two sources, which sees what was turned round in other words. Sentences that are in both
versions, word for word, are out of the picture however they were moved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from discrepancy.followed import Change, ChangeKind
from discrepancy.model import BlockRole, Document, Fact, FactKind, Finding, Level, Mention, Span
from discrepancy.rules import judge_story
from discrepancy.settings import Settings
from discrepancy.text.characters import fold, squeeze
from discrepancy.watch.contradicting import contradicting_rules, given_by
from discrepancy.watch.edited_sentences import EditedSentences
from discrepancy.watch.facts_apart import FactsApart, grows, span_of
from discrepancy.watch.former import is_former
from discrepancy.watch.labels_of_change import Labels
from discrepancy.watch.names_replaced import names_replaced
from discrepancy.watch.noted_words import noted_words
from discrepancy.watch.same_value import same_value
from discrepancy.watch.titles_apart import titles_changed
from discrepancy.watch.two_versions import TwoVersions, read_two

__all__ = ["changes"]

_Pair = tuple[Fact, Fact]
_MEASURED: Final = frozenset({FactKind.DATE, FactKind.QUANTITY})
_STANDING: Final = frozenset({FactKind.QUANTITY, FactKind.DATE, FactKind.PERSON, FactKind.QUOTATION})
"""Kinds of which what was added or withdrawn is told: places and bodies come and go with every sentence."""


def changes(before: Document, after: Document, settings: Settings) -> tuple[Change, ...]:
    """Which facts changed between two versions of one article: what was changed first, each in the order of the text.

    Nothing where the words are the same, or in a language that is not checked.

    Args:
        before: the version that stood there.
        after: the one that stands there now.
        settings: of the check: model, cache, and the rules that run.

    Raises:
        EngineMissing: there is no language model.
    """
    if before.text == after.text or not _is_read(after, settings):
        return ()
    two = read_two(before, after, settings)
    apart, labels = FactsApart(two, _edited(two)), Labels(two.before, two.after)
    ruled = (pair for pair in _by_rules(two, settings) if _may_be_edited(apart, pair))
    read = [*apart.changed(), *titles_changed(two, apart.edited), *ruled]
    read += names_replaced(two, apart.edited, read)
    found = [*read, *noted_words(two, apart.edited, labels.corrections, read)]
    found = [pair for pair in found if not _are_former(two, pair)]
    pairs = _distinct(found)
    grown = {_values_of(pair) for pair in found if grows(two, *pair)}
    told = [_changed(two, pair, labels, alone=len(pairs) == 1, grown=_values_of(pair) in grown) for pair in pairs]
    gone = (_withdrawn(two, fact, labels) for fact in _others(apart.gone(), [one for one, _ in found]))
    new = (_added(two, fact) for fact in _others(apart.new(), [other for _, other in found]))
    return (*told, *gone, *new)


def _is_read(document: Document, settings: Settings) -> bool:
    return document.language.split("-")[0] in {language.split("-")[0] for language in settings.languages}


def _edited(two: TwoVersions) -> EditedSentences:
    one = (fact.sentence for fact in two.facts_before)
    other = (fact.sentence for fact in two.facts_after)
    return EditedSentences((two.before.text, one), (two.after.text, other))


def _by_rules(two: TwoVersions, settings: Settings) -> Iterator[_Pair]:
    """The values that a rule says can not both be right, of which each version gives one."""
    facts = {(f.mention.document, f.mention.start, f.mention.end): f for f in reversed(two.story.facts)}
    for finding in judge_story(two.story, contradicting_rules(settings)):
        if finding.level.rank >= Level.WARNING.rank:
            pair = _values(two, finding)
            found = [facts.get((at.document, at.start, at.end)) for at in pair or ()]
            if len(found) == 2 and found[0] and found[1]:
                yield found[0], found[1]


def _are_former(two: TwoVersions, pair: _Pair) -> bool:
    """Whether both figures are told as what was: "up from 23", and then "up from 31"."""
    one, other = pair
    is_figure = one.kind is other.kind is FactKind.QUANTITY
    return is_figure and is_former(two.before, one) and is_former(two.after, other)


def _may_be_edited(apart: FactsApart, pair: _Pair) -> bool:
    """Whether a pair is of something that was edited: of claims, one sentence, and not the hour of an update.

    In a text written anew, two claims that seem to clash seldom do.
    """
    one, other = pair
    if apart.is_hour(one) or apart.is_hour(other):
        return False
    if one.kind is other.kind and one.kind in _MEASURED and same_value(one, other, apart.two.story):
        return False
    return one.kind is not FactKind.CLAIM or apart.edited.are_one(one.sentence, other.sentence)


def _values(two: TwoVersions, finding: Finding) -> tuple[Mention, Mention] | None:
    old, new = given_by(finding, {two.before.id}), given_by(finding, {two.after.id})
    return (old[0][1], new[0][1]) if old and new else None


def _distinct(pairs: Iterable[_Pair]) -> list[_Pair]:
    """The pairs without those that say again what another says: the same two values, or in the same place.

    Of the same two values those of the article's own sentences are kept, which tell more than its headline.
    """
    found: list[_Pair] = []
    for one, other in sorted(pairs, key=lambda pair: pair[1].mention.block is not BlockRole.BODY):
        if _words(one) != _words(other) and not any(_again((one, other), known) for known in found):
            found.append((one, other))
    return sorted(found, key=lambda pair: (pair[1].mention.start, pair[0].mention.start))


def _again(pair: _Pair, known: _Pair) -> bool:
    if all(span_of(mine).overlaps(span_of(its)) for mine, its in zip(pair, known, strict=True)):
        return True
    return pair[0].kind is known[0].kind and _values_of(pair) == _values_of(known)


def _values_of(pair: _Pair) -> tuple[object, ...]:
    return tuple(map(_value, pair))


def _value(fact: Fact) -> object:
    return fact.quantity.figure[2:] if fact.kind is FactKind.QUANTITY else fold(fact.mention.text)


def _others(facts: Iterable[Fact], told: Iterable[Fact]) -> Iterator[Fact]:
    """Facts whose value is not told of as changed, each value once."""
    seen = {(fact.kind, _value(fact)) for fact in told}
    for fact in facts:
        key = (fact.kind, _value(fact))
        if fact.kind in _STANDING and key not in seen:
            seen.add(key)
            yield fact


def _changed(two: TwoVersions, pair: _Pair, labels: Labels, *, alone: bool, grown: bool) -> Change:
    one, other = pair
    label = labels.of(one, other, two.facts_after, alone=alone)
    return Change(
        kind=ChangeKind.CHANGED,
        fact=other.kind,
        subject=other.subject.text or one.subject.text,
        before=_words(one),
        after=_words(other),
        before_at=span_of(one),
        after_at=span_of(other),
        before_sentence=_sentence(two.before, one.sentence),
        after_sentence=_sentence(two.after, other.sentence),
        label=label.words,
        corrected=label.corrected,
        grown=grown,
    )


def _withdrawn(two: TwoVersions, fact: Fact, labels: Labels) -> Change:
    label = labels.of(fact, None, (), alone=False)
    return Change(
        kind=ChangeKind.WITHDRAWN,
        fact=fact.kind,
        subject=fact.subject.text,
        before=_words(fact),
        before_at=span_of(fact),
        before_sentence=_sentence(two.before, fact.sentence),
        label=label.words if label.corrected else "",
        corrected=label.corrected,
    )


def _added(two: TwoVersions, fact: Fact) -> Change:
    return Change(
        kind=ChangeKind.ADDED,
        fact=fact.kind,
        subject=fact.subject.text,
        after=_words(fact),
        after_at=span_of(fact),
        after_sentence=_sentence(two.after, fact.sentence),
    )


def _words(fact: Fact) -> str:
    """A value in its source's words, a figure with its hedge."""
    if fact.kind is FactKind.QUANTITY:
        return squeeze(f"{fact.quantity.hedge_text} {fact.quantity.text}")
    return squeeze(fact.mention.text)


def _sentence(document: Document, span: Span) -> str:
    return squeeze(document.text[span.start : span.end])
