"""Two accounts: one text sets a second figure against the first, or two versions credit one thing to two sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from discrepancy.lexicon.measures import is_people, verb_concept
from discrepancy.model import Fact, FactRole, Message, QuantityKind, Reconciliation, Story
from discrepancy.rules.accounted.told import (
    Told,
    alike,
    before,
    behind,
    differs,
    factor,
    is_near,
    is_one,
    neighbours,
    of_like_thing,
    quoted,
    sentence_of,
    stems,
    variant,
)
from discrepancy.rules.disputed import are_disputed, toll
from discrepancy.rules.reconcilers import attribution
from discrepancy.rules.rule import sources

_MOST = 5
"""How many times larger the one of two rival figures can be."""
_LEAST = 20
"""Below which figures of two versions meet by chance."""
_NEAR = 2.5
"""How many times larger the one can be where two versions give them, not one."""
_SHARED = 3
"""Words that two sentences of different versions must share where their nouns are not one."""
_PUTS = re.compile(
    r"\b(?:own|independent|separate|rival|different|lower|higher|preliminary|unofficial|official|['’]s?)(?: \w+)?"
    r" (?:tally|tallies|estimates?|figures?|counts?|assessments?|calculations?|toll|totals?|numbers?|reckoning)"
    r" (?:was|were|is|are|stood at|stands at|came to|comes to|put it at|at|of)(?: [a-z]+){0,2} $|"
    r"\b(?:put(?:s|ting)?|plac(?:e[sd]?|ing)|pegg?(?:s|ed|ing)?|estimat(?:e[sd]?|ing)|assess(?:es|ed|ing)?"
    r"|valu(?:e[sd]?|ing)|pric(?:e[sd]?|ing)|rated?|measured?)"
    r" (?:it|them|this|that|the [\w' -]{1,40}?|their [\w' -]{1,30}?|its [\w' -]{1,30}?) (?:at|as|to be)\b[^;:.]{0,25}$"
    r"|\b(?:sp(?:eak|eaks|oke|eaking)|talk(?:s|ed|ing)?|warn(?:s|ed)?|report(?:s|ed)?) of (?:[a-z]+ ){0,4}$"
    r"|\b(?:count(?:s|ed)|reckon(?:s|ed)?|claim(?:s|ed)?|tall(?:y|ies|ied)|fear(?:s|ed)?|think(?:s)?|thought"
    r"|believe[sd]?|estimate[sd]?|say|says|said|insist(?:s|ed)?|expects?|maintain(?:s|ed)?|argue[sd]?"
    r"|calculate[sd]?|suggest(?:s|ed)?|recorded|gave|gives?|projects?|forecasts?)"
    r"(?: that)?(?: (?:it|they|the (?:real |true |actual |final )?(?:figure|number|total|toll|sum|cost|bill|count))"
    r"(?: (?:was|is|were|are|would be|could be|will be|may be|might be|stood at|should be))?)?"
    r"(?: (?:only|just|about|around|some|roughly|nearly|almost|more like|closer to|nearer|at least|up to|over"
    r"|more than|as many as|no more than|fewer than|less than|at most|an?|a total of|well over))* ?$",
    re.IGNORECASE,
)
"""What stands before a figure that an account gives: "an expert put them at", "the union spoke of"."""
_OF = re.compile(r"(?:\bout of|\bof (?:its|his|her|our|the|their|those|these))(?: \w+)? $", re.IGNORECASE)
_MORE = re.compile(r"\b(?:another|further|additional|extra|more|other|others)\b", re.IGNORECASE)
_KINDS = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.SHARE})


_REACH = 8
_GAP = 90
"""Figures on, and characters between two sentences, in which a second account is looked for."""


def find(story: Story) -> Iterator[Told]:
    """The pairs of rival figures."""
    for document in story.documents:
        for a, b in neighbours(story, document.id, _REACH, _GAP):
            if _rival(a, b, story):
                one, other = variant(story, a), variant(story, b)
                if differs(one, other) or document.id == b.mention.document:
                    yield Told((one, other), _reason(a, b, story))
    yield from _of_two_versions(story)


def _rival(a: Fact, b: Fact, story: Story) -> bool:
    """Whether the second of two neighbours is an account of its own of what the first is of."""
    if a.quantity.low == b.quantity.low or factor(a, b) > _MOST or FactRole.BASE in {a.role, b.role}:
        return False
    if a.quantity.kind not in _KINDS | {QuantityKind.DURATION} or a.role is not b.role or a.quantity.increment:
        return False
    own = bool(_PUTS.search(before(story, b)))
    another = own and _of_another(a, b, story)
    if not is_near(a, b) and not (own and _in_one_paragraph(a, b, story)):
        return False
    speakers = {fact.attribution.speaker if fact.attribution else "" for fact in (a, b)}
    if (len(speakers) == 1 and not another) or b.quantity.increment or _OF.search(before(story, b, 30)):
        return False
    if own and not b.quantity.noun and (not b.subject.head or _ENDS.match(behind(story, b))):
        return _next_of_kind(a, b, story)
    return _one_noun(a, b) and (another or own or "" not in speakers) and _next_of_kind(a, b, story)


_ENDS = re.compile(r"\s*(?:[.,;:)\]”\"’—–]|$)")


def _of_another(a: Fact, b: Fact, story: Story) -> bool:
    """Whether the clause of the second figure has a subject of its own, which the text has not named up to there."""
    text = story.document[a.mention.document].text
    clauses = list(_CLAUSE.finditer(text, a.mention.end, b.mention.start))
    found = clauses[-1] if clauses else None
    if found is None or not found.group(1):
        return False
    ahead = {word.casefold() for word in _WORD.findall(text[a.sentence.start : a.mention.end])}
    named = {word.casefold() for word in _WORD.findall(found.group(1))} - _SMALL_WORDS
    return bool(named) and not named & (ahead | _PRONOUNS)


_CLAUSE = re.compile(
    r"(?:[;.] (?:But |And |While |Yet )?|, (?:while|but|and|whereas|although|though|yet) )"
    r"([\w'’ -]{3,60}?) (?=(?:had |has |have )?"
    r"(?:put|plac|peg|estimat|assess|valu|pric|sp[eo]|talk|warn|report|count|reckon|claim|tall|fear|th[io]|belie|say|said"
    r"|insist|expect|maintain|argu|calculat|suggest|record|gave|give|project|forecast))"
)
_WORD = re.compile(r"[^\W\d_]+")
_SMALL_WORDS = frozenset({"the", "a", "an", "its", "her", "his", "their", "of", "and", "for", "in"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "which", "we", "you", "i", "that"})


def _one_noun(a: Fact, b: Fact) -> bool:
    one, other = a.subject, b.subject
    if a.quantity.kind is QuantityKind.DURATION:
        return verb_concept(one.verb) == verb_concept(other.verb) or bool(one.head and one.head == other.head)
    people = is_people(one.head) and is_people(other.head)
    return people or (bool(one.concept) and one.concept == other.concept)


def _next_of_kind(a: Fact, b: Fact, story: Story) -> bool:
    """Whether no third figure of the kind, by an account of its own too, stands between the two."""
    figures = story.quantities[a.mention.document]
    between = [f for f in figures if a.mention.end <= f.mention.start < b.mention.start and alike(f, a)]
    return not between or (len(between) > 1 and sum(f.quantity.low for f in between) == a.quantity.low)


def _in_one_paragraph(a: Fact, b: Fact, story: Story) -> bool:
    return "\n" not in story.document[a.mention.document].text[a.mention.end : b.mention.start]


def _of_two_versions(story: Story) -> Iterator[Told]:
    """Figures that two versions credit to two speakers, of one noun, or in sentences that share much."""
    found = [
        fact
        for facts in story.quantities.values()
        for fact in facts
        if is_one(fact) and fact.quantity.kind in _KINDS and fact.quantity.low >= _LEAST and _is_level(fact)
    ]
    own = {fact.id for fact in found if _PUTS.search(before(story, fact))}
    seen: set[object] = set()
    for a, b in combinations(found[:_CAP], 2):
        two = frozenset((a.quantity.figure, b.quantity.figure))
        if a.mention.document == b.mention.document or len(two) < 2 or two in seen or not alike(a, b):
            continue
        given = a.attribution and b.attribution
        reason = attribution.reconcile(a, b, story) if given and _meet(a, b, story) else None
        if reason is None and (a.id in own) != (b.id in own):
            other, account = (a, b) if b.id in own else (b, a)
            reason = _against(other, account, story)
        if reason is not None and are_disputed(a, b, story):
            seen.add(two)
            yield Told((variant(story, a), variant(story, b)), reason)


def _is_level(fact: Fact) -> bool:
    return fact.role is FactRole.LEVEL and not fact.quantity.increment


def _against(other: Fact, account: Fact, story: Story) -> Reconciliation | None:
    """The reason, where one version gives as somebody's own what another tells of a like thing."""
    one, two = other.attribution, account.attribution
    if factor(other, account) > _MOST or (one and two and one.speaker == two.speaker) or not two:
        return None
    if not (account.quantity.kind is QuantityKind.COUNT and other.subject.concept):
        return None
    verbs = verb_concept(other.subject.verb) == verb_concept(account.subject.verb) != ""
    bare = not account.subject.concept and verbs and other.time is account.time
    alike = toll(account) and toll(other) == toll(account)
    return _reason(other, account, story) if bare or alike else None


_CAP = 300
"""Figures by an account that are looked at."""


def _meet(a: Fact, b: Fact, story: Story) -> bool:
    if factor(a, b) > _NEAR or {a.role, b.role} != {FactRole.LEVEL} or a.quantity.increment or b.quantity.increment:
        return False
    if a.quantity.kind is QuantityKind.SHARE or (a.time is not b.time and a.when and b.when):
        return False
    one, other = a.subject, b.subject
    if toll(a) and toll(a) == toll(b):
        return True
    shared = len(stems(sentence_of(story, a)) & stems(sentence_of(story, b)))
    if one.concept and one.concept == other.concept and not is_people(one.head):
        return shared >= _SHARED and verb_concept(one.verb) == verb_concept(other.verb)
    return shared >= _SHARED + of_like_thing(a, b) and not _MORE.search(before(story, a, 20) + before(story, b, 20))


def _reason(a: Fact, b: Fact, story: Story) -> Reconciliation:
    told = attribution.reconcile(a, b, story)
    if told is not None:
        return told
    words = {"a": a.mention.text, "b": b.mention.text, "source": sources(story, [b]), "words": quoted(story, b)}
    return Reconciliation("attribution", Message("reconcile.set-against", words))
