"""What others give as somebody's claim, one version tells in its own voice.

What fires:
    Two or more versions give a thing as somebody's account or belief ("Karl said", "police suspect", "according to"),
    one of them says beside it that it is contested, unverified or unsettled, and one version tells the same thing, or
    the same figure of the same thing, as its own knowledge. For a cause one such version is enough where the version
    that tells it flatly says itself that the cause is not known, and where a party with a
    stake in it reckons or accuses.

Why it matters:
    An accusation or a body count of one side of a war that is told as fact makes the paper its author, and libels.

Known limits:
    What officials announce and nobody contests is left alone. Who is meant by "the army" or by a sentence that only
    goes on with somebody's account is not always clear to the grammar; headlines are not read.

Source:
    Reuters Handbook of Journalism, "Attribution"; AP Stylebook, "allege".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from discrepancy.lexicon import words as words_of
from discrepancy.lexicon.measures import verb_concept
from discrepancy.lexicon.oppositions import CAUSE
from discrepancy.messages import render
from discrepancy.model import Fact, FactKind, FactRole, Finding, Group, Level, Message, QuantityKind, Span, Story
from discrepancy.rules.rule import Example, Rule, finding, forms, in_quotes, listed_said, value_group
from discrepancy.rules.told_surely import (
    apart,
    document_says,
    group_is_retold,
    homes,
    is_one_of,
    label,
    may_know_more,
    places,
    says,
    told_groups,
)
from discrepancy.text.characters import fold, squeeze

_FEWEST = 2
"""Versions that must give it as somebody's."""
_BESIDE = 80
"""Characters beside a sentence in which it may be said whose account it is."""
_MANY = 10
"""Dead from which on the same figure is hardly met twice by chance in one story."""
_STEM = 5
"""Letters by which a country and its people are one: "Japan", "Japanese"."""
_NAME = re.compile(r"\b[A-Z][^\W\d_]{3,}")
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july "
    "august september october november december".split()
)


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each contested claim or figure that one version alone tells in its own voice."""
    seen: set[tuple[str, int]] = set()
    for group, facts in sorted(told_groups(story), key=lambda told: group_is_retold(told[1])):
        retold = group_is_retold(facts)
        others = {f.id for f in facts if _is_given(f) or (retold and _is_somebodys(story, f))}
        given, own = apart([f for f in facts if f.id in others], [f for f in facts if f.id not in others])
        if retold:
            if len(homes(own)) == 1 and given and not seen & places(own) and _is_reckoning_lost(story, given, own):
                yield _finding(story, group, given, own)
            continue
        known = not all(fact.claim.hedge for fact in given)
        if known and len(homes(own)) == 1 and _is_lost(story, given, own):
            seen |= places(own)
            yield _finding(story, group, given, own)
    yield from _tolls(story)


def _is_given(fact: Fact) -> bool:
    return fact.attribution is not None or bool(fact.claim.hedge)


def _is_lost(story: Story, given: Sequence[Fact], own: Sequence[Fact]) -> bool:
    """Whether the claim is contested or unsettled, and told by enough as somebody's and by one as its own."""
    if any(says(story, f, "telling") or says(story, f, "guessing") or may_know_more(story, f, given) for f in own):
        return False
    if own[0].claim.of == CAUSE and any(says(story, fact, "unsettled", beyond=True) for fact in given):
        unsure = any(document_says(story, home, "unsettled") for home in homes(own))
        return unsure or len(homes(given)) >= _FEWEST
    contested = any(says(story, fact, "contesting", beyond=True) for fact in given)
    return contested and len(homes(given)) >= _FEWEST


def _is_reckoning_lost(story: Story, given: Sequence[Fact], own: Sequence[Fact]) -> bool:
    """Whether one side's reckoning or accusation, or a thing that is contested, is told as the version's own."""
    if any(_is_anyones(story, f) or may_know_more(story, f, given) for f in own):
        return False
    told = [f for f in given if _is_told_straight(f, own)]
    contested = any(says(story, f, "contesting") and (f.attribution or _is_somebodys(story, f)) for f in told)
    partial = any(
        (f.attribution is not None and is_one_of("zealous", f.attribution.speaker))
        or (says(story, f, "partisan") and says(story, f, "reckoning"))
        for f in told
    )
    return contested or (partial and any(says(story, f, "reckoned") for f in own))


def _is_somebodys(story: Story, fact: Fact) -> bool:
    """Whether the sentence of a fact says that it is a reckoning or contested."""
    return says(story, fact, "reckoning") or says(story, fact, "contesting")


def _is_told_straight(given: Fact, own: Sequence[Fact]) -> bool:
    """Whether what is given as somebody's is all that he says there, and no more than is told flatly elsewhere."""
    verbs = given.claim.about.modifiers
    said = {word for fact in own for word in fact.claim.details}
    return given.claim.lasting and (not verbs or verbs[0] in said)


def _is_anyones(story: Story, fact: Fact) -> bool:
    """Whether the sentence of a fact, or one beside it, tells by whose account or with what doubt it is told."""
    document = story.document[fact.mention.document]
    low = max(document.text.rfind("\n", 0, fact.sentence.start), fact.sentence.start - _BESIDE)
    high = min(len(document.text), fact.sentence.end + _BESIDE)
    nearby = replace(fact, sentence=Span(max(low, 0), high))
    return says(story, fact, "telling") or says(story, fact, "guessing") or says(story, nearby, "reckoning")


def _tolls(story: Story) -> Iterator[Finding]:
    """A count of the dead that one version tells as its own and others give as one side's, contested."""
    by_figure: dict[object, list[Fact]] = defaultdict(list)
    for fact in story.facts:
        if fact.kind is FactKind.QUANTITY and _is_toll(fact):
            by_figure[fact.quantity.figure].append(fact)
    for facts in by_figure.values():
        given, own = apart([f for f in facts if f.attribution], [f for f in facts if not f.attribution])
        told = [f for f in own if not says(story, f, "telling") and not says(story, f, "guessing")]
        of_them = [f for f in given if any(_shares_name(story, f, each) for each in told)]
        contested = [f for f in of_them if says(story, f, "contesting")]
        enough = len(homes(contested)) >= _FEWEST and len(homes(own)) == 1 and told == own
        if enough and not any(may_know_more(story, fact, of_them) for fact in own):
            yield _finding(story, None, of_them, own)


def _is_toll(fact: Fact) -> bool:
    """Whether a fact counts the dead, by its verb or its noun, in so many that another count is hardly the same."""
    q, subject = fact.quantity, fact.subject
    if q.kind is not QuantityKind.COUNT or q.low < _MANY or fact.role is not FactRole.LEVEL:
        return False
    return verb_concept(subject.verb) == "die" or subject.concept in {"dead", "loss"} or subject.verb == "lose"


def _shares_name(story: Story, one: Fact, other: Fact) -> bool:
    """Whether the sentences of two facts name one party: a word with a capital letter."""
    names = []
    for fact in (one, other):
        text = story.document[fact.mention.document].text
        found = map(fold, _NAME.findall(text[fact.sentence.start : fact.sentence.end]))
        named = set(found) - _TIMES - words_of("english_function_words") - words_of("stop_words")
        names.append({name[:_STEM] for name in named})
    return bool(names[0] & names[1])


def _finding(story: Story, group: Group | None, given: Sequence[Fact], own: Sequence[Fact]) -> Finding:
    shown = [_shown(facts) for facts in (given, own)]
    names = {person.id: person.name for person in story.people}
    speakers = {fact.attribution.speaker for fact in given if fact.attribution} - {""}
    accounts = sorted({squeeze(names.get(speaker, speaker)) for speaker in speakers})
    params = {
        "given": listed_said(story, [(in_quotes(shown[0]), given)]),
        "own": listed_said(story, [(in_quotes(shown[1]), own)]),
        "forms": forms([shown[1]]),
    }
    texts = Message("CLM003.summary", params), Message("CLM003.explanation", params)
    by = Message("CLM003.by", {"words": shown[0], "accounts": ", ".join(accounts)}) if accounts else None
    values = [value_group(render(by) if by else shown[0], given, by), value_group(shown[1], own)]
    return finding("CLM003", Level.WARNING, texts, values, subject=shown[1].casefold(), group=group)


def _shown(facts: Sequence[Fact]) -> str:
    """The fullest words; for a figure with what it counts."""
    first = facts[0]
    return f"{squeeze(first.mention.text)} {first.subject.text}" if first.kind is FactKind.QUANTITY else label(facts)


RULE = Rule(
    code="CLM003",
    name="attribution-lost",
    level=Level.WARNING,
    judge=judge,
    conflict=Example(
        (
            "The rebels said they had killed 30 government soldiers in the raid, a claim that the army denied.",
            "The rebels claimed to have killed 30 government soldiers in the raid. The army denies it.",
            "The rebels killed 30 government soldiers in the raid on the fort.",
        )
    ),
    near_miss=Example(
        (
            "The army said it had moved 30 soldiers to the fort.",
            "The army said on Monday it had moved 30 soldiers to the fort.",
            "The army moved 30 soldiers to the fort.",
        )
    ),
    doc=__doc__,
)
