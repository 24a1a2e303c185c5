"""The ages of one group of people are given between different bounds.

What fires:
    Two versions give the youngest and oldest of a group ("aged between 24 and 41", "24, 33 and 47", "ranged in age
    from 61 to 88") with one of the two the same and the other apart, where each version tells of one such group, both
    sentences say what happened to them by a like word, and no other count of people stands in one of them.

Why it matters:
    Somebody's age is wrong, and the ages of the dead or the arrested are what families and courts look for.

Known limits:
    Bounds that are both apart are held to be of another group. A year's difference is a birthday. Rounded bounds
    ("in their 60s") are not read.

Source:
    AP Stylebook, "ages"; Reuters Handbook of Journalism, "Accuracy".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from discrepancy.lexicon import words
from discrepancy.lexicon.measures import happens_to_people, is_fate, is_people, is_some_people
from discrepancy.lexicon.roles import is_role_noun
from discrepancy.model import Fact, FactKind, FactRole, Finding, Level, Message, Story, TimeFrame
from discrepancy.rules.rule import Example, Rule, finding, forms, listed, value_group
from discrepancy.text.characters import fold

_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 4
_FATES = {"dead": "die", "died": "die", "killed": "die", "victims": "die", "death": "die"}
_FEWEST = 2
_BIRTHDAY = 1
_APART = frozenset({"aged", "ages", "year", "years", "between", "said", "from", "old"})


@dataclass(frozen=True, slots=True)
class _Ages:
    """The youngest and the oldest of a group, as one sentence gives them."""

    low: Decimal
    high: Decimal
    facts: tuple[Fact, ...]
    stems: frozenset[str]
    counts: frozenset[Decimal]

    @property
    def label(self) -> str:
        """Both bounds as a reader writes them."""
        return f"{self.low}–{self.high}"


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each two versions that bound the ages of one group differently."""
    told = [found[0] for document in story.documents if len(found := _groups(story, document.id)) == 1]
    wrong = [(a, b) for a, b in combinations(told, 2) if _clash(a, b)]
    if wrong:
        yield _finding(story, [ages for ages in told if any(ages in pair for pair in wrong)])


def _groups(story: Story, document: str) -> list[_Ages]:
    """The groups of people whose ages a document bounds: a range, or several ages of nameless people in a sentence."""
    named = {f.mention.end for f in story.facts if f.kind is FactKind.PERSON and f.mention.document == document}
    by_sentence: dict[int, list[Fact]] = defaultdict(list)
    for fact in story.quantities[document]:
        if fact.role is FactRole.AGE and fact.time not in {TimeFrame.PLANNED, TimeFrame.SUPPOSED}:
            by_sentence[fact.sentence.start].append(fact)
    found = []
    for ages in by_sentence.values():
        ranged = any(age.quantity.low != age.quantity.high for age in ages)
        if (len(ages) == 1) != ranged or any(0 <= a.mention.start - end <= _BESIDE for a in ages for end in named):
            continue
        found.append(_ages(story, ages))
    return found


_BESIDE = 3
"""Characters between a name and its age."""


def _ages(story: Story, ages: Sequence[Fact]) -> _Ages:
    at = ages[0].mention
    sentence = story.document[at.document].text[ages[0].sentence.start : ages[0].sentence.end]
    bounds = [bound for age in ages for bound in (age.quantity.low, age.quantity.high)]
    here = [f for f in story.quantities[at.document] if f.sentence == ages[0].sentence]
    people = [f.quantity for f in here if f.role is FactRole.LEVEL and _counts_people(f)]
    counts = frozenset(quantity.low for quantity in people if quantity.low >= _FEWEST)
    stems = {_stem(word) for word in _WORD.findall(fold(sentence)) if word not in words("stop_words") | _APART}
    return _Ages(min(bounds), max(bounds), tuple(ages), frozenset(stems), counts)


def _counts_people(fact: Fact) -> bool:
    """Whether a figure says how many people: by its noun, or by what happened to them."""
    if fact.quantity.unit:
        return False
    nouns = (fact.subject.head, *fact.subject.modifiers)
    return any(is_people(n) or is_some_people(n) or is_role_noun(n) for n in nouns) or is_fate(fact.subject.concept)


def _stem(word: str) -> str:
    return _FATES.get(word) or happens_to_people(word) or word[:_STEM]


def _clash(a: _Ages, b: _Ages) -> bool:
    """Whether one bound is the same and the other is not, of a group told by a like word and of like size."""
    if (a.low == b.low) == (a.high == b.high) or max(abs(a.low - b.low), abs(a.high - b.high)) <= _BIRTHDAY:
        return False
    if a.counts and b.counts and not a.counts & b.counts:
        return False
    return bool(a.stems & b.stems)


def _finding(story: Story, told: Sequence[_Ages]) -> Finding:
    by_label: dict[str, list[Fact]] = defaultdict(list)
    for ages in sorted(told, key=lambda found: (found.low, found.high)):
        by_label[ages.label].extend(ages.facts)
    params = {"forms": forms(by_label), "values": listed(story, by_label.items())}
    texts = Message("NAM008.summary", params), Message("NAM008.explanation", params)
    values = [value_group(label, facts) for label, facts in by_label.items()]
    return finding("NAM008", Level.ERROR, texts, values, subject="ages")


RULE = Rule(
    code="NAM008",
    name="age-ranges-differ",
    level=Level.ERROR,
    judge=judge,
    conflict=Example(
        (
            "Five men, aged between 24 and 41, were arrested at a farm on Thursday, police said.",
            "Police arrested five men, aged between 24 and 47, at a farm on Thursday.",
        )
    ),
    near_miss=Example(
        (
            "Five men, aged between 24 and 41, were arrested at a farm on Thursday, police said.",
            "Police arrested three women, aged between 24 and 47, in the city on Thursday.",
        )
    ),
    doc=__doc__,
)
