"""The same quoted words are given to two different speakers.

What fires:
    Four quoted words or more that two documents give alike and credit to two different persons, each of them named in
    the paragraph of the quotation, where neither text says that the one passes on the other's words (quoting, citing,
    reading a letter, on behalf of) and they are no slogan that many call out.

Why it matters:
    A quotation in the wrong mouth is corrected in print: one reader's remark became a minister's when two paragraphs
    were cut from between them.

Known limits:
    A speaker who is only a pronoun that points back into another paragraph is not taken for sure. Speakers who are no
    named persons ("police", "a spokesperson", a company) are not held against anyone. Words that one person passes on
    from another are told by words of the paragraph; where it does not say so, either is held against the other.

Source:
    AP Stylebook, "quotations in the news"; Reuters Handbook of Journalism, "Quotes".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from discrepancy.grammar.quoted_words import is_extract, quoted_words
from discrepancy.model import (
    Document,
    Fact,
    FactKind,
    Finding,
    Group,
    Level,
    Mention,
    Message,
    Person,
    Story,
    ValueGroup,
    Verdict,
)
from discrepancy.names import compare_names
from discrepancy.rules.once import once
from discrepancy.rules.rule import Example, Rule, facts_of, finding, forms, listed, value_group
from discrepancy.rules.second_hand import are_slogans, is_passed_on
from discrepancy.rules.spoken_of import places_of
from discrepancy.text.characters import fold, squeeze

_WORDS = 4


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each group of like-worded quotations that has two speakers."""
    people = {person.id: person.name for person in story.people}
    for group in story.groups:
        if group.kind is FactKind.QUOTATION:
            quotes = [f for f in facts_of(story, group) if f.quotation.speaker in people]
            by_speaker = _by_speaker(_without_bodies(story, quotes))
            by_speaker = _at_first_hand(story, by_speaker)
            names = [people[key] for key in by_speaker]
            if len(by_speaker) > 1 and _are_two(names) and _across(by_speaker) and _are_near(story, by_speaker):
                yield _finding(story, group, {people[key]: facts for key, facts in by_speaker.items()})


def _without_bodies(story: Story, quotes: Sequence[Fact]) -> list[Fact]:
    """The quotations of persons: a body that was read as one, and who speaks for it, give one account.

    News names a person in full once; a speaker of one word who has no title is as well a company.
    """
    people = {person.id: person for person in story.people}
    speakers = {fact.quotation.speaker for fact in quotes}
    bodies = {speaker for speaker in speakers if _is_body(story, people[speaker], [people[s] for s in speakers])}
    return [fact for fact in quotes if fact.quotation.speaker not in bodies]


def _is_body(story: Story, speaker: Person, others: Sequence[Person]) -> bool:
    """Whether a speaker is no person for sure: a bare word, or what another speaker's title or place of work names."""
    named = [story.fact[fact_id].name for fact_id in speaker.facts]
    if " " not in speaker.name and not any(name.title for name in named):
        return True
    body = fold(speaker.name)
    titles = [story.fact[f].name.title for other in others if other.id != speaker.id for f in other.facts]
    if any(f" {body} " in f" {fold(title)} " for title in titles):
        return True
    if not any(_may_be_worked_for(speaker.name, text) for text in _on_one_line(story)):
        return False
    called = re.escape(speaker.name)
    names = "|".join(re.escape(other.name) for other in others if other.id != speaker.id)
    works = re.compile(
        rf"(?:{names})(?:, [^.;\n]{{0,60}}?)? (?:of|for|from|at|with) (?:the )?(?:[\w-]+ ){{0,4}}{called}\b"
        rf"|\b{called}['’]s? (?:[\w-]+ ){{0,4}}(?:{names})"
    )
    return bool(names) and any(works.search(text) for text in _on_one_line(story))


def _may_be_worked_for(name: str, text: str) -> bool:
    """Whether a text has a name where a place of work can stand: behind "of the …", or as an owner."""
    return any(
        _WORKS.search(text, max(0, at - _LEAD), at) or _OWNS.match(text, at + len(name)) for at in places_of(name, text)
    )


_WORKS = re.compile(r" (?:of|for|from|at|with) (?:the )?(?:[\w-]+ ){0,4}\Z")
_OWNS = re.compile(r"['’]s? ")
_LEAD = 400
"""Characters before a name in which that stands, with words between."""


@once
def _on_one_line(story: Story) -> list[str]:
    """The texts without their lines' ends."""
    return [squeeze(document.text) for document in story.documents]


def _at_first_hand(story: Story, by_speaker: dict[str, list[Fact]]) -> dict[str, list[Fact]]:
    """The quotations that no text passes on from one of the other speakers, and that are no slogans."""
    if are_slogans(story, [fact for facts in by_speaker.values() for fact in facts]):
        return {}
    found: dict[str, list[Fact]] = {}
    for speaker, facts in by_speaker.items():
        others = by_speaker.keys() - {speaker}
        own = [fact for fact in facts if not is_passed_on(story, fact, others)]
        if own:
            found[speaker] = own
    return found


def _are_two(names: Sequence[str]) -> bool:
    """Whether some two names are of two persons for sure, and no shorter form of the longest."""
    parts = sorted((set(fold(name).split()) for name in names), key=len)
    if all(part <= parts[-1] for part in parts):
        return False
    return any(compare_names(one, other).verdict is Verdict.DIFFERENT for one, other in combinations(names, 2))


def _by_speaker(quotes: Sequence[Fact]) -> dict[str, list[Fact]]:
    """The quotations that share their words with one of another speaker, by speaker."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in quotes:
        if any(other.quotation.speaker != fact.quotation.speaker and _same_words(fact, other) for other in quotes):
            found[fact.quotation.speaker].append(fact)
    return dict(sorted(found.items()))


def _across(by_speaker: dict[str, list[Fact]]) -> bool:
    """Whether some document credits another speaker than another does: two copies of one text agree."""
    used: dict[str, set[str]] = defaultdict(set)
    for speaker, facts in by_speaker.items():
        for fact in facts:
            used[fact.mention.document].add(speaker)
    return len({frozenset(speakers) for speakers in used.values()}) > 1


def _same_words(a: Fact, b: Fact) -> bool:
    words, others = a.quotation.words, b.quotation.words
    return min(len(quoted_words(words)), len(quoted_words(others))) >= _WORDS and is_extract(words, others)


def _finding(story: Story, group: Group, by_name: dict[str, list[Fact]]) -> Finding:
    facts = [fact for found in by_name.values() for fact in found]
    words = squeeze(min((f.quotation.words for f in facts), key=lambda text: (len(text), text))).rstrip(",.")
    params = {"words": words, "values": listed(story, by_name.items()), "forms": forms(by_name)}
    texts = Message("QUO002.summary", params), Message("QUO002.explanation", params)
    values = [_with_speakers(name, found, story.document) for name, found in by_name.items()]
    return finding("QUO002", Level.ERROR, texts, values, subject=fold(words), group=group)


def _are_near(story: Story, by_speaker: dict[str, list[Fact]]) -> bool:
    """Whether each speaker is named in the paragraph of some such quotation, and not only meant by a "he"."""
    return all(any(_is_near(fact, story.document) for fact in facts) for facts in by_speaker.values())


def _is_near(fact: Fact, documents: Mapping[str, Document]) -> bool:
    """Whether the speaker is named in the quotation's own paragraph."""
    span = fact.quotation.speaker_span
    if span is None:
        return False
    text = documents[fact.mention.document].text
    between = text[min(span.start, fact.mention.start) : max(span.end, fact.mention.end)]
    return "\n" not in between.replace("\r", "")


def _with_speakers(name: str, facts: Sequence[Fact], documents: Mapping[str, Document]) -> ValueGroup:
    """The quotations of one speaker as a value, with the places that name the speaker."""
    value = value_group(name, facts)
    named = []
    for fact in facts:
        span = fact.quotation.speaker_span
        if span is not None:
            document = documents[fact.mention.document]
            text = document.text[span.start : span.end]
            named.append(Mention(document.id, span.start, span.end, text, document.role_at(span.start)))
    mentions = sorted({*value.mentions, *named}, key=lambda m: (m.document, m.start))
    return replace(value, mentions=tuple(mentions))


RULE = Rule(
    code="QUO002",
    name="speaker-differs",
    level=Level.ERROR,
    judge=judge,
    conflict=Example(
        (
            '"We were told nothing until the water was in the kitchen," said Hanna Brodeur, a baker.',
            '"We were told nothing until the water was in the kitchen," said Peter Lindqvist, the mayor.',
        )
    ),
    near_miss=Example(
        (
            '"We were told nothing until the water was in the kitchen," said Hanna Brodeur, a baker.',
            '"We were told nothing until the water was in the kitchen," a baker said. Peter Lindqvist is the mayor.',
        )
    ),
    doc=__doc__,
)
