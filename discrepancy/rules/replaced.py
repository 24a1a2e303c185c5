"""Figures that a version still gives after another version has replaced them: shared by the rules on figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from discrepancy.documents import BlockRole, day_of
from discrepancy.lexicon import words
from discrepancy.lexicon.measures import concept_of
from discrepancy.model import Fact, FactKind, FactRole, Hedge, QuantityKind, Story
from discrepancy.rules.once import once
from discrepancy.rules.publication import earlier
from discrepancy.rules.reconcilers import reconcile
from discrepancy.rules.reconcilers.correction import is_corrected, noting
from discrepancy.rules.reconcilers.later_update import toll_moves, toll_of
from discrepancy.rules.told_freed import still_held
from discrepancy.text.characters import fold

_LETTERS = re.compile(r"[^\W\d_]{3,}")
_STEM = 5
_SHARED = 3
"""Words that two sentences must share to speak of one thing, where alignment did not hold their figures together."""
_FORMER = re.compile(
    r"\b(?:initial\w*|original\w*|at first|first (?:put|given|reported|said|told)|earlier|previous\w*|had (?:been )?"
    r"(?:put|said|given|reported|planned|expected|set)|yesterday|the day before|a day ago|no longer|was to have"
    r"|from|rather than|instead of|compared (?:with|to)|against|more than the|than)\b[^.;]{0,30}$"
)
"""Words before a figure by which a text tells what was, and not what is."""
_NEW_FROM_OLD = re.compile(
    r"(?: [a-z][\w'’-]*){0,4},? (?:(?:up|down|revised|raised|lowered|corrected|changed|increased|reduced|cut) )*from "
    r"(?:the |an? |its )?(?:[a-z-]+ ){0,3}"
    r"|(?: [a-z][\w'’-]*){0,3},? (?:which |that )?(?:had (?:originally |first |initially )?been|was (?:originally|first"
    r"|initially)|(?:originally|initially|first)) (?:planned|set|due|expected|meant|scheduled|put|reported|given)"
    r"(?: (?:to|at|for|as|last|run|be|go|on))* ",
    re.IGNORECASE,
)
_RAISING = re.compile(
    r"\b(?:rais(?:ing|ed)|up|lower(?:ing|ed)|revis(?:ing|ed)|correct(?:ing|ed)|increas(?:ing|ed)|replac(?:ing|es|ed)"
    r"|supersed(?:ing|es|ed)|compared with|against|after|from|down on|up on)"
    r" (?:it |this |that )?(?:up(?:wards?)? |down(?:wards?)? )?(?:from )?(?:an? |the |its |their )?"
    r"(?:earlier|previous|initial|first|preliminary|provisional|original|former)"
    r"(?: (?:official|death|police|government|provisional|confirmed))?"
    r" (?:toll|count|figure|number|estimate|tally|total|report|forecast|projection|death toll|casualty count)"
    r"(?: of| at)? $",
    re.IGNORECASE,
)
"""Words between a new figure and the old one, however far apart: "…, raising an earlier toll of 11"."""
_OLD_TO_NEW = re.compile(r"(?: [a-z][\w'’-]*){0,4},? (?:to|by) (?:just |only )?", re.IGNORECASE)
_MOVED_BEFORE = re.compile(
    r"\b(?:cut|cuts|cutting|shorten\w*|extend\w*|reduc\w+|revis\w+|lower\w*|rais\w+|chang\w+|correct\w*|scal\w+|trim\w*"
    r"|increas\w+|doubl\w+|halv\w+|brought|from)\b[^.;\d]{0,40}$",
    re.IGNORECASE,
)
_DATES = 2
_PARTS_OF_HUNDRED = frozenset({QuantityKind.SHARE, QuantityKind.POINTS})
_OPEN = frozenset({Hedge.NONE, Hedge.EXACTLY})


@dataclass(frozen=True, slots=True)
class Replaced:
    """A value that was replaced.

    Attributes:
        stale: where it is still given after that.
        new: where the value that replaced it is given; the first is the version that replaced it.
        words: the sentence or note that says what replaced it; empty where the count itself tells.
    """

    stale: tuple[Fact, ...]
    new: tuple[Fact, ...]
    words: str = ""


@once
def replaced(story: Story) -> tuple[Replaced, ...]:
    """Every value that some version still gives though an earlier one had replaced it, each stale mention once."""
    if len({document.dated for document in story.documents} - {None}) < _DATES:
        return ()
    told: dict[str, Replaced] = {}
    together = _Together(story)
    held = [Replaced(stale, (new,), words) for stale, new, words in still_held(story)]
    for found in (*_announced(story, together), *_outgrown(story), *_corrected(story, together), *held):
        fresh = tuple(fact for fact in found.stale if fact.id not in told)
        if fresh:
            told |= {fact.id: Replaced(fresh, found.new, found.words) for fact in fresh}
    return tuple({id(each): each for each in told.values()}.values())


@once
def stale_ids(story: Story) -> frozenset[str]:
    """The ids of the facts that give a replaced value."""
    return frozenset(fact.id for each in replaced(story) for fact in each.stale)


class _Together:
    """Which figures speak of one thing: those that alignment holds together, and those of sentences alike."""

    def __init__(self, story: Story) -> None:
        self._story = story
        groups = [group for group in story.groups if group.kind is FactKind.QUANTITY]
        self._mates = {fact_id: group.facts for group in groups for fact_id in group.facts}

    def mates(self, fact: Fact) -> list[Fact]:
        """The facts of its group, itself among them."""
        return [self._story.fact[fact_id] for fact_id in self._mates.get(fact.id, (fact.id,))]

    def alike(self, fact: Fact, others: Sequence[Fact]) -> bool:
        """Whether ``fact`` speaks of the thing that ``others`` do."""
        if any(fact.id in self._mates.get(other.id, ()) for other in others):
            return True
        mine = self._stems(fact)
        for other in others:
            shared = mine & self._stems(other)
            counted = stems(fact.quantity.noun) & self._stems(other, whole=True)
            if fact.quantity.noun and not counted:
                continue
            if len(shared) >= _SHARED and (counted or _nouns(other) & mine) and _may_be_one(fact, other):
                return True
        return False

    def _stems(self, fact: Fact, *, whole: bool = False) -> frozenset[str]:
        text, at = self._story.document[fact.mention.document].text, fact.mention
        if whole:
            return stems(text[fact.sentence.start : fact.sentence.end])
        around = f"{text[fact.sentence.start : at.start]} {text[at.end : fact.sentence.end]}"
        return stems(around)


def stems(text: str) -> frozenset[str]:
    """The telling words of a text by their first letters."""
    found = {fold(word) for word in _LETTERS.findall(text)}
    return frozenset(word[:_STEM] for word in found - words("stop_words"))


def _nouns(fact: Fact) -> frozenset[str]:
    """What is counted or measured, by first letters."""
    return stems(f"{fact.quantity.noun} {fact.subject.head}")


def _may_be_one(a: Fact, b: Fact) -> bool:
    """Whether no counted noun of its own keeps the two apart."""
    one, other = _nouns(a), _nouns(b)
    if not a.quantity.noun or not b.quantity.noun:
        return True
    return bool(one & other) or (a.subject.concept == b.subject.concept != "")


def _announced(story: Story, together: _Together) -> Iterator[Replaced]:
    """Values that a text says were replaced: "risen to 17, from 14", "corrects 112 to 121"."""
    for document in story.documents:
        facts = story.quantities[document.id]
        for at, one in enumerate(facts):
            for other in facts[at + 1 : at + _NEAR]:
                if one.sentence != other.sentence:
                    break
                pair = _change(document.text, one, other)
                if pair is not None:
                    yield from _held_on(story, together, *pair)


_NEAR = 4
"""Figures in a row of one sentence that are looked at as old and new."""


def _change(text: str, one: Fact, other: Fact) -> tuple[Fact, Fact] | None:
    """Old and new, where the words say that the one took the place of the other."""
    if not (_plain(one) and _plain(other) and _of_one_unit(one, other)):
        return None
    if one.quantity.figure == other.quantity.figure:
        return None
    between = text[one.mention.end : other.mention.start]
    before = text[one.sentence.start : one.mention.start]
    if _NEW_FROM_OLD.fullmatch(between) or _RAISING.search(between):
        return other, one
    if _OLD_TO_NEW.fullmatch(between) and _MOVED_BEFORE.search(before):
        return one, other
    return None


def _held_on(story: Story, together: _Together, old: Fact, new: Fact) -> Iterator[Replaced]:
    """The versions after the one that tells of the change that still give what was before it."""
    home = old.mention.document
    before = [
        fact
        for document in story.documents
        if earlier(story, document.id, home)
        for fact in _giving(story, document.id, old)
        if _is_present(story, fact) and together.alike(fact, [old, new, *together.mates(new)])
    ]
    is_note = old.mention.block is BlockRole.CORRECTION
    if not before and not is_note:
        yield from _behind(story, together, old, new)
        return
    mates = [fact for fact in together.mates(new) if fact.quantity.figure == new.quantity.figure and fact.id != new.id]
    known = [*before, *mates] if is_note else [old, *before]
    known += [mate for fact in before for mate in together.mates(fact)]
    stale = [
        fact
        for document in story.documents
        if earlier(story, home, document.id)
        for fact in _giving(story, document.id, old)
        if _is_stale(story, fact, new)
        and together.alike(fact, [*known, *(m for b in before for m in together.mates(b))])
    ]
    if stale:
        said = story.document[home].text[old.sentence.start : old.sentence.end]
        yield Replaced(tuple(stale), (new, *mates), said)


def _behind(story: Story, together: _Together, old: Fact, new: Fact) -> Iterator[Replaced]:
    """Versions after the one that tells of the change that give the old value where alignment holds the new one."""
    home = new.mention.document
    mates = together.mates(new)
    stale = [
        fact
        for fact in mates
        if fact.quantity.figure == old.quantity.figure and _plain(fact) and earlier(story, home, fact.mention.document)
        if _is_stale(story, fact, new)
    ]
    if stale:
        said = story.document[home].text[old.sentence.start : old.sentence.end]
        same = [m for m in mates if m.quantity.figure == new.quantity.figure and m.id != new.id]
        yield Replaced(tuple(stale), (new, *same), said)


def _giving(story: Story, document: str, old: Fact) -> Sequence[Fact]:
    return [fact for fact in story.stating.get((document, old.quantity.figure), ()) if _plain(fact)]


def _outgrown(story: Story) -> Iterator[Replaced]:
    """Counts that only grow, or only shrink: a later version that gives the first one again is behind."""
    for group in story.groups:
        if group.kind is FactKind.QUANTITY:
            facts = [story.fact[fact_id] for fact_id in group.facts]
            plain = [f for f in facts if toll_of(f, story) and _plain(f) and _is_present(story, f)]
            for fact in plain:
                new = _grown(story, fact, plain)
                if new and _is_stale(story, fact, new[0]):
                    yield Replaced((fact,), tuple(new))


def _grown(story: Story, fact: Fact, facts: Sequence[Fact]) -> list[Fact]:
    """The facts of the value that had taken the place of that of ``fact`` before its version came out."""
    home = fact.mention.document
    first = [
        other
        for other in facts
        if other.quantity.figure == fact.quantity.figure and earlier(story, other.mention.document, home)
    ]
    for other in facts:
        if not earlier(story, other.mention.document, home) or not toll_moves(story, fact, other):
            continue
        if reconcile(fact, other, story) is not None:
            continue
        if any(earlier(story, before.mention.document, other.mention.document) for before in first):
            same = [each for each in facts if each.quantity.figure == other.quantity.figure and each is not other]
            return [other, *same]
    return []


def _corrected(story: Story, together: _Together) -> Iterator[Replaced]:
    """Values that a note of one version took back, in figures or in words."""
    if not any(block.role is BlockRole.CORRECTION for document in story.documents for block in document.blocks):
        return
    for group in story.groups:
        if group.kind is not FactKind.QUANTITY:
            continue
        facts = [fact for fact in map(story.fact.__getitem__, group.facts) if _plain(fact)]
        for old, new in permutations(facts, 2):
            home, note = _taken_back_in(story, old, new)
            stale = _after(story, together, home, old, new) if home else ()
            if stale:
                same = [fact for fact in facts if fact.quantity.figure == new.quantity.figure and fact is not new]
                yield Replaced(tuple(stale), (new, *same), note)


def _taken_back_in(story: Story, old: Fact, new: Fact) -> tuple[str, str]:
    """The id of the version that took ``old`` back for ``new``, and its note; both empty where there is none."""
    if old.quantity.figure == new.quantity.figure or old.quantity.unit != new.quantity.unit:
        return "", ""
    note = is_corrected(story, old, new)
    if note:
        return new.mention.document, note
    return noting(story, old, new)


def _after(story: Story, together: _Together, home: str, old: Fact, new: Fact) -> list[Fact]:
    """Where versions that came after ``home`` still give the value of ``old``."""
    return [
        fact
        for document in story.documents
        if _not_before(story, home, document.id)
        for fact in _giving(story, document.id, old)
        if _is_stale(story, fact, new, corrected=True) and (together.alike(fact, [old]) or _says_alike(fact, old))
    ]


def _not_before(story: Story, home: str, other: str) -> bool:
    """Whether a version came out after the correction, or on its day by another source, so that it can have known."""
    order = earlier(story, home, other)
    if order is not None:
        return order
    one, document = story.document[home], story.document[other]
    return one.source != document.source and one.day is not None and one.day == document.day


def _says_alike(fact: Fact, old: Fact) -> bool:
    """Whether one figure that is rare enough to tell itself stands under one verb in both."""
    return bool(old.subject.verb) and fact.subject.verb == old.subject.verb and bool(fact.quantity.unit)


def _is_stale(story: Story, fact: Fact, new: Fact, *, corrected: bool = False) -> bool:
    """Whether ``fact`` is told as what is, in a text that does not give the new value too."""
    if not _is_present(story, fact, corrected=corrected):
        return False
    day = story.document[new.mention.document].day
    when = fact.when
    if when is not None and when.last is not None and day is not None and day_of(when.last) < day:
        return False
    alike = story.stating.get((fact.mention.document, new.quantity.figure), ())
    return not any(other.sentence == fact.sentence or _of_like_thing(other, new) for other in alike)


def _is_present(story: Story, fact: Fact, *, corrected: bool = False) -> bool:
    """Whether a figure is told as what is, not as what was before or, unless that was corrected, what changed."""
    if fact.role is FactRole.BASE or fact.mention.block is BlockRole.CORRECTION:
        return False
    if fact.role is FactRole.CHANGE and fact.quantity.kind in _PARTS_OF_HUNDRED and not corrected:
        return False
    if fact.attribution is not None and fact.attribution.quoted:
        return False
    text = story.document[fact.mention.document].text
    return _FORMER.search(text[fact.sentence.start : fact.mention.start].lower()) is None


def _of_like_thing(a: Fact, b: Fact) -> bool:
    one, other = concept_of(a.subject.concept), concept_of(b.subject.concept)
    return one == other or "" in {one, other} or bool(_nouns(a) & _nouns(b))


def _plain(fact: Fact) -> bool:
    q = fact.quantity
    exact = q.low == q.high and q.hedge in _OPEN and not q.increment
    return exact and q.kind not in {QuantityKind.RANK, QuantityKind.AGE, QuantityKind.SCORE, QuantityKind.MULTIPLE}


def _of_one_unit(one: Fact, other: Fact) -> bool:
    """Whether both are of one unit; a bare figure in the place of the new value takes that of the old."""
    a, b = one.quantity, other.quantity
    if a.kind is b.kind and a.unit == b.unit:
        return True
    bare = [q for q in (a, b) if q.kind is QuantityKind.COUNT and not q.noun]
    return len(bare) == 1 and QuantityKind.DURATION in {a.kind, b.kind}
