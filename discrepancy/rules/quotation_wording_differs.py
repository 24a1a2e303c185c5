"""One statement is quoted in different words.

What fires:
    Words in quotation marks that two documents give of one speaker's one statement and that are not the same words.
    Marks, case, commas, hyphens, contractions, house spelling, ellipses, bracketed insertions and a longer or shorter
    extract are no difference. A figure, a negation, a name or a word of meaning that differs in wordings otherwise
    alike makes it an error, and the explanation says which. Wordings far apart of a statement that a text says was
    made in another language or through an interpreter may be two translations: a warning that says so, never an error.

Why it matters:
    Quotation marks promise the speaker's own words: "den of destruction" was corrected to "den of dysfunction".

Known limits:
    Two translations of one statement differ in wording and are both honest; where no text says that the words are
    translated, they are flagged for a look all the same. A word that one version drops at the beginning or the end
    makes it a shorter extract.

Source:
    AP Stylebook, "quotations in the news"; Reuters Handbook of Journalism, "Quotes".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz.distance import LCSseq
from rapidfuzz.fuzz import ratio

from discrepancy.lexicon import words as word_list
from discrepancy.model import Fact, FactKind, Finding, Group, Level, Message, Story
from discrepancy.rules.rule import Example, Rule, facts_of, finding, forms, listed, sources, value_group
from discrepancy.rules.translations import is_translated
from discrepancy.rules.turned_words import turned
from discrepancy.text.characters import fold, squeeze
from discrepancy.text.quoted_words import is_extract, quoted_words

_NEARLY = 0.6
"""The share of the shorter wording, in order, that makes two near enough for a lost "not" to turn the sense."""
_ALL_BUT_A_WORD = 0.7
_SHORT = 4
_SPELLING = 80
"""The likeness, 0..100, of two spellings of one word (organise, organize)."""
_TRANSLATED_ALIKE = 0.85
"""The likeness from which two wordings are one translation, so that a changed word counts."""


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each group of quotations that is not all one wording."""
    for group in story.groups:
        if group.kind is not FactKind.QUOTATION:
            continue
        variants = _wordings(facts_of(story, group))
        if len(variants) > 1:
            yield _finding(story, group, variants)


def _wordings(facts: Sequence[Fact]) -> list[list[Fact]]:
    """Quotations by wording, longest first; an extract that fits several wordings is on no side and left out."""
    variants: list[list[Fact]] = []
    for fact in sorted(facts, key=lambda f: (-len(quoted_words(f.mention.text)), -len(f.mention.text), f.id)):
        homes = [v for v in variants if is_extract(fact.mention.text, v[0].mention.text)]
        if not homes:
            variants.append([fact])
        elif len(homes) == 1:
            homes[0].append(fact)
    return variants


def _level(variants: Sequence[Sequence[Fact]], *, translated: bool) -> Level:
    """An error where near-equal wordings differ in a figure, a negation, a name or a word that carries meaning."""
    for one, other in combinations(variants, 2):
        words, others = quoted_words(one[0].mention.text), quoted_words(other[0].mention.text)
        near = LCSseq.similarity(words, others) / min(len(words), len(others))
        if translated and near < _TRANSLATED_ALIKE:
            continue
        if near >= _NEARLY and turned(one[0].mention.text, other[0].mention.text):
            return Level.ERROR
        if near >= _ALL_BUT_A_WORD and min(len(words), len(others)) >= _SHORT and _altered(words, others):
            return Level.ERROR
    return Level.WARNING


def _altered(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether both wordings have a word of meaning that the other lacks, and not only in another spelling."""
    left, right = (
        {w for w in mine if w not in theirs and w not in word_list("stop_words")}
        for mine, theirs in ((words, others), (others, words))
    )
    return bool(left and right) and not all(any(ratio(w, v) >= _SPELLING for v in right) for w in left)


def _finding(story: Story, group: Group, variants: Sequence[Sequence[Fact]]) -> Finding:
    labelled = [(squeeze(v[0].mention.text), v) for v in variants]
    marked = [(f"“{label}”", facts) for label, facts in labelled]
    shown = forms(label for label, _ in marked)
    params = {
        "values": listed(story, marked),
        "sources": " / ".join(sources(story, facts) for _, facts in labelled),
        "forms": shown,
        "subject": group.subject,
    }
    translated = is_translated(story, facts_of(story, group))
    level = _level(variants, translated=translated)
    texts = Message("QUO001.summary", params), _explained(variants, level, params, translated=translated)
    values = [value_group(label, facts) for label, facts in labelled]
    subject = " ".join(sorted(fold(label) for label, _ in labelled))
    return finding("QUO001", level, texts, values, subject=subject, group=group)


def _explained(
    variants: Sequence[Sequence[Fact]], level: Level, params: Mapping[str, str], *, translated: bool
) -> Message:
    """What the difference comes to: another sense, perhaps two translations, or other words."""
    turns = [turned(one[0].mention.text, other[0].mention.text) for one, other in combinations(variants, 2)]
    kinds = sorted({kind for found in turns for kind in found}) if level is Level.ERROR else []
    if kinds:
        return Message("QUO001.explanation_sense", {**params, "kinds": ", ".join(kinds)})
    if translated and level is Level.WARNING:
        return Message("QUO001.explanation_translated", params)
    return Message("QUO001.explanation", params)


RULE = Rule(
    code="QUO001",
    name="quotation-wording-differs",
    level=Level.WARNING,
    judge=judge,
    conflict=Example(
        (
            '"This chamber has become a den of dysfunction," the mayor, Ruth Abara, said on Monday.',
            '"This chamber has become a den of destruction," the mayor, Ruth Abara, said on Monday.',
        )
    ),
    near_miss=Example(
        (
            '"This chamber has become a den of dysfunction," the mayor, Ruth Abara, said on Monday.',
            "The mayor, Ruth Abara, said on Monday that the chamber had become “a den of dysfunction”.",
        )
    ),
    doc=__doc__,
)
