"""Whether two clauses of one verb say one thing, of one time."""

from __future__ import annotations

from discrepancy.align.claims import People, same_party
from discrepancy.align.texts import Texts
from discrepancy.lexicon.oppositions import CAUSE, claim_words, thing
from discrepancy.model import Fact, Party, TimeFrame

_STEM = 6
"""Letters by which forms of a modifier are one: "contaminated" may be read as a verb's."""
_ENOUGH = 2
"""Details that two clauses must share where a light verb, or a body named by its kind, says little."""


def is_one_claim(fact: Fact, plain: Fact, people: People, texts: Texts) -> bool:
    """Whether two clauses say one thing, of one time."""
    if not _of_one_time(fact, plain):
        return False
    one, other = fact.claim, plain.claim
    if one.of == CAUSE:
        return _one_cause(one.about, other.about) and _effects_fit(one.by, other.by)
    shared = len(set(one.details) & set(other.details))
    about = _one_party(fact, one.about, plain, other.about, people)
    if not about:
        return shared >= _ENOUGH and _one_body(fact, one.about, plain, other.about, texts)
    by = one.by is None or other.by is None or _one_party(fact, one.by, plain, other.by, people)
    if not by and not (one.by and other.by and _one_body(fact, one.by, plain, other.by, texts)):
        return False
    if one.details and other.details and not shared:
        return False
    named = (fact.mention.document, one.about.start) in people
    narrowed = len(set(one.about.modifiers) & set(other.about.modifiers))
    is_state = one.of.startswith("be ") and one.about.scope == other.about.scope == "the"
    support = shared + narrowed + named + is_state + bool(one.by and other.by)
    return support >= (_ENOUGH if one.of in claim_words("light") or one.of == "be there" else 1)


def _of_one_time(fact: Fact, plain: Fact) -> bool:
    """Whether both speak of what was, or both of what will be; "may be" and "may harm" are of both."""
    planned = fact.time is TimeFrame.PLANNED
    may_be = planned and (fact.claim.of.startswith("be ") or plain.time is TimeFrame.PRESENT)
    if planned != (plain.time is TimeFrame.PLANNED) and not may_be:
        return False
    one, other = fact.when, plain.when
    if not (one and other and one.first and one.last and other.first and other.last):
        return True
    return one.first <= other.last and other.first <= one.last


def _one_cause(one: Party, other: Party) -> bool:
    heads = [{thing(head) for head in party.may_be or (party.head,)} for party in (one, other)]
    left, right = ({modifier[:_STEM] for modifier in party.modifiers} for party in (one, other))
    return bool(heads[0] & heads[1]) and not (left and right and not left & right)


def _effects_fit(one: Party | None, other: Party | None) -> bool:
    """Whether what was made to happen may be one: the same, or told as a mishap, or left out."""
    if one is None or other is None or "it" in {one.head, other.head}:
        return True
    return thing(one.head) == thing(other.head) or bool({one.head, other.head} & claim_words("mishaps"))


def _one_party(fact: Fact, one: Party, plain: Fact, other: Party, people: People) -> bool:
    """Whether two parties are one; a name that was taken for no person's is told by its last word."""
    known = [(f.mention.document, party.start) in people for f, party in ((fact, one), (plain, other))]
    return same_party(fact, one, plain, other, people) or (known[0] != known[1] and one.head == other.head)


def _one_body(fact: Fact, one: Party, plain: Fact, other: Party, texts: Texts) -> bool:
    """Whether one party may be the other named by its kind: "the company" for a name."""
    left, right = one.head in claim_words("bodies"), other.head in claim_words("bodies")
    if left == right or "a" in {one.scope, other.scope}:
        return False
    home, name = (plain, other) if left else (fact, one)
    return texts.texts[home.mention.document][name.start].isupper()
