"""An ellipsis in a quotation swallows a "not" that another version has.

What fires:
    One document quotes a statement with an ellipsis ("I did ... agree"), another quotes it without, and among the few
    words that the ellipsis stands for is a negation: not, never, no, nobody, without …

Why it matters:
    An ellipsis promises that what is left out does not change what was said.

Known limits:
    Only up to five words left out are looked at: in a longer cut the negation mostly belongs to another clause.

Source:
    AP Stylebook, "ellipsis"; Reuters Handbook of Journalism, "Quotes".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from discrepancy.grammar.quoted_words import NEGATIONS, left_out, quoted_words
from discrepancy.model import Fact, FactKind, Finding, Group, Level, Message, Story
from discrepancy.rules.rule import Example, Rule, facts_of, finding, forms, in_quotes, listed_said, value_group
from discrepancy.text.characters import fold, squeeze

_FEW = 5
"""Words left out that can still be of the clause that is kept."""
_ASIDE = re.compile(r"[,—–-]\s*(not \w[^,.;:—–]*)(?=[,—–.;:])")


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each group of quotations in which an ellipsis leaves out a negation."""
    for group in story.groups:
        if group.kind is FactKind.QUOTATION:
            found = _first(facts_of(story, group))
            if found is not None:
                yield _finding(story, group, *found)


def _first(facts: Sequence[Fact]) -> tuple[Fact, Fact, list[str]] | None:
    """A quotation with an ellipsis, one that has the words in full, and the words; None where no negation is lost."""
    in_order = sorted(facts, key=lambda f: (squeeze(f.quotation.words), f.id))
    for cut, full in permutations(in_order, 2):
        for words in left_out(cut.quotation.words, full.quotation.words):
            turns = sum(word in NEGATIONS for word in words) % 2
            if len(words) <= _FEW and turns and not _set_apart(full.quotation.words, words):
                return cut, full, words
    return None


def _set_apart(text: str, words: Sequence[str]) -> bool:
    """Whether the words left out deny something else beside what is kept ("the old bridge, not the new one, …")."""
    return any(quoted_words(aside.group(1)) == list(words) for aside in _ASIDE.finditer(text))


def _finding(story: Story, group: Group, cut: Fact, full: Fact, words: Sequence[str]) -> Finding:
    labelled = [(squeeze(full.quotation.words), [full]), (squeeze(cut.quotation.words), [cut])]
    params = {
        "word": next(word for word in words if word in NEGATIONS),
        "left_out": " ".join(words),
        "values": listed_said(story, [(in_quotes(label), facts) for label, facts in labelled]),
        "forms": forms(label for label, _ in labelled),
    }
    texts = Message("QUO003.summary", params), Message("QUO003.explanation", params)
    values = [value_group(label, facts) for label, facts in labelled]
    subject = " ".join(fold(label) for label, _ in labelled)
    return finding("QUO003", Level.ERROR, texts, values, subject=subject, group=group)


RULE = Rule(
    code="QUO003",
    name="ellipsis-hides-negation",
    level=Level.ERROR,
    judge=judge,
    conflict=Example(
        (
            '"I did not ever agree to the closing of the yard," said Hanna Brodeur, a welder.',
            '"I did ... agree to the closing of the yard," said Hanna Brodeur, a welder.',
        )
    ),
    near_miss=Example(
        (
            '"I did, as you know, agree to the closing of the yard," said Hanna Brodeur, a welder.',
            '"I did ... agree to the closing of the yard," said Hanna Brodeur, a welder.',
        )
    ),
    doc=__doc__,
)
