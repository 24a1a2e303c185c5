"""Whether the stances of two sentences may be one party's, by the words and names for it."""

from __future__ import annotations

from functools import cache

from discrepancy.align.retold_words import STEM, SentenceWords
from discrepancy.lexicon.oppositions import claim_words, thing
from discrepancy.lexicon.stances import NARROWS, PREFIX
from discrepancy.model import Fact, Party

_OF_ALL = frozenset({PREFIX + name for name in ("plea", "verdict", "liberty", "appeal")})
"""Stances that all who are accused may take together."""


@cache
def stems_of(kind: str) -> frozenset[str]:
    """The words of one of the lists of ``claim_words.toml``, each as a stretch holds it."""
    return frozenset(thing(word)[:STEM] for word in claim_words(kind))


def may_be_some(a: Fact, b: Fact) -> bool:
    """Whether those whose stances they are may be others of a kind: some of them, one and one, three and four."""
    scopes = [fact.claim.about.scope for fact in (a, b)]
    if persons_of(a) & persons_of(b):
        return False
    return "some" in scopes or (all(scopes) and (scopes[0] != scopes[1] or scopes[0] == "a"))


def are_groups(a: Fact, b: Fact, words: SentenceWords) -> bool:
    """Whether both are of all who stand accused or the like, in sentences that name nobody: "the men", "all three"."""
    groups = stems_of("anybody") | stems_of("whole_groups")
    matters = [plain_words(f.claim.by) for f in (a, b) if f.claim.by]
    if len(matters) > 1 and not matters[0] & matters[1]:
        return False
    for fact in (a, b):
        own = {word for word in plain_words(fact.claim.about) if not word.startswith("#")}
        if fact.claim.of not in _OF_ALL or words.names(fact) or own - groups or not fact.claim.about.modifiers:
            return False
    return not any(fact.claim.about.scope in {"a", "some"} for fact in (a, b))


def persons_of(fact: Fact) -> set[str]:
    """The persons named as those whose stance it is."""
    return {word for word in fact.claim.about.modifiers if word.startswith("@")}


def are_narrowed_apart(one: Party, other: Party) -> bool:
    """Whether both are narrowed, and by nothing that they share."""
    left, right = ({word for word in party.modifiers if word.startswith(NARROWS)} for party in (one, other))
    return bool(left and right) and not left & right


def all_words(party: Party) -> set[str]:
    """The words for a party, those that narrow it among them."""
    return {word.removeprefix(NARROWS) for word in party.modifiers}


def plain_words(party: Party) -> set[str]:
    """The words for a party without those that narrow it."""
    return {word for word in party.modifiers if not word.startswith(NARROWS)}


def one_party(a: Fact, b: Fact) -> bool:
    """Whether those whose stances they are may be one: they share a word, or one of them is named by a kind."""
    one, other = (plain_words(fact.claim.about) for fact in (a, b))
    if are_narrowed_apart(a.claim.about, b.claim.about) and not persons_of(a) & persons_of(b):
        return False
    if not one or not other or one & other:
        return True
    kinds = stems_of("bodies") | stems_of("anybody")
    mine, theirs = (bool(words & kinds) and not persons_of(f) for words, f in ((one, a), (other, b)))
    return mine != theirs


def shared_names(a: Fact, b: Fact, words: SentenceWords) -> bool | None:
    """Whether two sentences name one person or body; None where either names nobody, False where all differ."""
    persons = [{word for word in words.of(fact) if word.startswith("@")} for fact in (a, b)]
    if persons[0] and persons[1]:
        return bool(persons[0] & persons[1])
    names = [words.names(fact) for fact in (a, b)]
    if names[0] and names[1]:
        return True if names[0] & names[1] else None
    return None


def accounts_fit(a: Fact, b: Fact) -> bool:
    """Whether two stances are told by one account, or by nobody's in one of them."""
    one, other = a.attribution, b.attribution
    if one is None or other is None or one.speaker.split()[-1:] == other.speaker.split()[-1:]:
        return True
    return (one.speaker.islower() and other.speaker.islower() and {"-", " "}.isdisjoint(set(one.speaker))) or (
        "lawyer" in one.speaker + other.speaker
    )
