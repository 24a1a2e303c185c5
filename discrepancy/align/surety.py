"""Claims that some documents leave open, or give as somebody's, and others tell as they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from discrepancy.align.claims import People, people_of, same_party
from discrepancy.align.texts import Texts
from discrepancy.lexicon.oppositions import CAUSE, claim_words, thing
from discrepancy.lexicon.stances import is_retold
from discrepancy.model import Claim, Document, Fact, Group, Party, TimeFrame

_CONFIDENCE = 0.7
"""How sure it is that two clauses which pass every test below say one thing."""
_EACH = 12
"""Claims of one verb in one document that are looked at: no text leaves more open of one thing."""
_STEM = 6
"""Letters by which forms of a modifier are one: "contaminated" may be read as a verb's."""
_ENOUGH = 2
"""Details that two clauses must share where a light verb, or a body named by its kind, says little."""


def align(documents: Sequence[Document], facts: Sequence[Fact], taken: AbstractSet[str]) -> list[Group]:
    """Groups of what is told more and less surely; facts that are ``taken`` are in other groups."""
    order = {document.id: n for n, document in enumerate(documents)}
    people = people_of(facts)
    texts = Texts({document.id: document.text for document in documents})
    groups: list[dict[str, Fact]] = []
    for alike in _of_one_verb(facts, taken).values():
        known = {_place(fact) for group in groups for fact in group.values()}  # a cause is told by its verb too
        homes: dict[str, dict[str, Fact]] = {}
        for plain in alike:
            guarded = [fact for fact in alike if _is_guarded(fact, plain) and _fits(fact, plain, people, texts)]
            elsewhere = any(fact.mention.document != plain.mention.document for fact in guarded)
            if elsewhere and not plain.claim.hedge and _place(plain) not in known:
                _join(groups, homes, [plain, *guarded])

    def place(fact: Fact) -> tuple[int, int, str]:
        return order[fact.mention.document], fact.mention.start, fact.id

    return [_group(sorted(group.values(), key=place)) for group in groups]


def _place(fact: Fact) -> tuple[str, int, int]:
    return fact.mention.document, fact.mention.start, fact.mention.end


def _join(groups: list[dict[str, Fact]], homes: dict[str, dict[str, Fact]], facts: Sequence[Fact]) -> None:
    """Put facts into the group that one of them is in, or into a new one."""
    home = next((homes[fact.id] for fact in facts if fact.id in homes), None)
    if home is None:
        home = {}
        groups.append(home)
    for fact in facts:
        if fact.id not in homes:
            home[fact.id] = fact
            homes[fact.id] = home


def _of_one_verb(facts: Sequence[Fact], taken: AbstractSet[str]) -> Mapping[tuple[str, str], list[Fact]]:
    found: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    count: dict[tuple[str, str, str], int] = defaultdict(int)
    for fact in facts:
        if isinstance(fact.value, Claim) and fact.id not in taken and not is_retold(fact.value.of):
            key = fact.value.of, fact.value.side
            count[(fact.mention.document, *key)] += 1
            if count[(fact.mention.document, *key)] <= _EACH:
                found[key].append(fact)
    kept = [key for key, alike in found.items() if any(_is_open(fact) for fact in alike)]
    return {key: found[key] for key in sorted(kept, key=lambda key: (key[0] != CAUSE, key))}


def _is_open(fact: Fact) -> bool:
    return bool(fact.claim.hedge) or fact.attribution is not None


def _is_guarded(fact: Fact, plain: Fact) -> bool:
    """Whether ``fact`` leaves open, or gives as somebody's, what ``plain`` may tell as it is."""
    given = fact.attribution is not None and plain.attribution is None
    return fact.id != plain.id and (bool(fact.claim.hedge) or given)


def _fits(fact: Fact, plain: Fact, people: People, texts: Texts) -> bool:
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


def _group(facts: Sequence[Fact]) -> Group:
    named = max(facts, key=lambda f: (len(f.subject.text), f.id))
    return Group(
        id=f"surety:{facts[0].id}",
        kind=facts[0].kind,
        subject=named.subject.text,
        facts=tuple(fact.id for fact in facts),
        reason="the same thing left open and told as it is",
        confidence=_CONFIDENCE,
    )
