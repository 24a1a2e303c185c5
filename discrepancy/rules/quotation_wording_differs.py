"""One statement is quoted in different words.

What fires:
    Words in quotation marks that two documents give of one speaker's one statement and that are not the same words.
    Marks, case, commas, hyphens, contractions, house spelling, abbreviations, ellipses, bracketed insertions and a
    longer or shorter extract are no difference, nor are a speaker's "uh" and "you know", words that a headline leaves
    out of the quotation that its text gives, and neither are a figure, a day, an hour, a place or a name in other
    writing ("$5m", "five million dollars"). Where nearly every word is the same and a figure, a day, a name or a
    negation differs, or an opposite stands in the place of a word, it is an error, and the explanation says which.
    Two wordings of a statement that was made in another language, by what a text says or by the speaker's office, may
    be two translations: a warning that says so, unless all the rest is the same word for word.

Why it matters:
    Quotation marks promise the speaker's own words: "den of destruction" was corrected to "den of dysfunction".

Known limits:
    Two translations of one statement differ in wording and are both honest; where nothing tells that the words are
    translated, they are flagged for a look all the same. A word that one version drops at the beginning or the end
    makes it a shorter extract. A word in the place of another is a warning, whatever it does to the sense.

Source:
    AP Stylebook, "quotations in the news"; Reuters Handbook of Journalism, "Quotes".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from discrepancy.grammar.quoted_words import NEGATIONS, is_extract_of, quoted_words
from discrepancy.lexicon import words
from discrepancy.model import BlockRole, Fact, FactKind, Finding, Group, Level, Message, Param, Story
from discrepancy.rules.rule import (
    Example,
    Rule,
    facts_of,
    finding,
    forms_in_quotes,
    in_quotes,
    joined,
    listed_said,
    sources,
    value_group,
)
from discrepancy.rules.same_wording import Names, names_of
from discrepancy.rules.translations import Translated, translated
from discrepancy.rules.turned_words import turned
from discrepancy.text.characters import fold, squeeze

_TOLD = 2
"""Words that carry meaning in a headline's quotation at the least, to be found in the text's."""
_LEADS_UP = 3
"""Words before the first of them in which a negation is theirs ("will not ever stop")."""


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each group of quotations that is not all one wording."""
    names = names_of(story)
    for group in story.groups:
        if group.kind is not FactKind.QUOTATION:
            continue
        variants = _wordings(facts_of(story, group), names)
        if len(variants) > 1:
            yield _finding(story, group, variants, names)


def _wordings(facts: Sequence[Fact], names: Names) -> list[list[Fact]]:
    """Quotations by wording, longest first; an extract that fits several wordings is on no side and left out."""
    variants: list[list[Fact]] = []
    for fact in sorted(facts, key=lambda f: (-len(quoted_words(f.quotation.words)), -len(f.quotation.words), f.id)):
        homes = [
            v
            for v in variants
            if is_extract_of(*names.agreed(fact.quotation.words, v[0].quotation.words)) or _is_condensed(fact, v[0])
        ]
        if not homes:
            variants.append([fact])
        elif len(homes) == 1:
            homes[0].append(fact)
    return variants


def _is_condensed(fact: Fact, full: Fact) -> bool:
    """Whether a headline leaves words out of a quotation of the text, and none that turns its sense."""
    if fact.mention.block is not BlockRole.HEADLINE or full.mention.block is BlockRole.HEADLINE:
        return False
    short, long = quoted_words(fact.quotation.words), quoted_words(full.quotation.words)
    told = set(short) - words("stop_words") - NEGATIONS
    if len(told) < _TOLD or not told <= set(long):
        return False
    at = [long.index(key) for key in told]
    meant = long[max(0, min(at) - _LEADS_UP) : max(at) + 1]
    return sum(key in NEGATIONS for key in meant) == sum(key in NEGATIONS for key in short)


def _turns(variants: Sequence[Sequence[Fact]], names: Names, translation: Translated) -> list[str]:
    """What turns the sense between two of the wordings that are else alike, in words; none where nothing does."""
    kinds: set[str] = set()
    for one, other in combinations(variants, 2):
        said, others = names.agreed(one[0].quotation.words, other[0].quotation.words)
        kinds |= turned(said, others, names.words, verbatim=translation is not Translated.NO)
    return sorted(kinds)


def _finding(story: Story, group: Group, variants: Sequence[Sequence[Fact]], names: Names) -> Finding:
    labelled = [(squeeze(v[0].quotation.words), v) for v in variants]
    params = {
        "values": listed_said(story, [(in_quotes(label), facts) for label, facts in labelled]),
        "sources": " / ".join(sources(story, facts) for _, facts in labelled),
        "forms": forms_in_quotes(label for label, _ in labelled),
        "subject": group.subject,
    }
    translation = translated(story, facts_of(story, group))
    kinds = _turns(variants, names, translation)
    level = Level.ERROR if kinds else Level.WARNING
    texts = Message("QUO001.summary", params), _explained(params, kinds, translation)
    values = [value_group(label, facts) for label, facts in labelled]
    subject = " ".join(sorted(fold(label) for label, _ in labelled))
    return finding("QUO001", level, texts, values, subject=subject, group=group)


def _explained(params: Mapping[str, Param], kinds: Sequence[str], translation: Translated) -> Message:
    """What the difference comes to: another sense, perhaps two translations, or other words."""
    if kinds:
        what = joined(Message(f"turned.{kind}") for kind in kinds)
        return Message("QUO001.explanation_sense", {**params, "kinds": what})
    if translation is Translated.TOLD:
        return Message("QUO001.explanation_translated", params)
    if translation is Translated.LIKELY:
        return Message("QUO001.explanation_foreign", params)
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
