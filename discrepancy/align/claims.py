"""Claims of which one says what another denies: of the same thing, by the same words or by opposite ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from discrepancy.align.texts import Texts
from discrepancy.lexicon.oppositions import (
    OTHER,
    claim_words,
    is_opposition,
    needs_date,
    needs_doers,
    of_one_matter,
    signs,
    thing,
)
from discrepancy.lexicon.stances import is_retold
from discrepancy.model import Attribution, Claim, Document, Fact, FactKind, Group, Party, TimeFrame

_CONFIDENCE = 0.8
"""How sure it is that two clauses which pass every test below speak of one thing."""
_EXTRA = 2
"""Details that the claim which is not denied may have beyond those of the other: more, and it may be another event."""
_EACH = 200
"""Claims of one side that are looked at: a text that says one thing a thousand times has said it."""

_WORDS = frozenset({"", "a", "the", "all", "none", "some"})
"""The scopes that are no numerals."""

_TELLING = 3
"""Telling words, a figure among them, that two sentences must share so that they are of one decision."""

_DONE = frozenset({"assent"})
"""Oppositions that several may decide one after the other: two houses vote on one bill."""

Block = dict[str, list[Fact]]
People = Mapping[tuple[str, int], str]
"""The persons by document and by where a mention of them begins."""


def align(documents: Sequence[Document], facts: Sequence[Fact]) -> list[Group]:
    """A group for each two sides of one claim; claims that nobody contradicts are in none."""
    order = {document.id: n for n, document in enumerate(documents)}
    texts = Texts({document.id: document.text for document in documents})
    people = people_of(facts)
    groups: list[Group] = []
    taken: set[str] = set()
    for block in _blocks(facts, people):
        for left, right in _contradictions(block, people, texts):
            members = [fact for fact in (*left, *right) if fact.id not in taken]
            if len({member.mention.document for member in members}) > 1:
                taken |= {member.id for member in members}
                members.sort(key=lambda f: (order[f.mention.document], f.mention.start))
                groups.append(_group(members))
    return groups


def people_of(facts: Sequence[Fact]) -> People:
    """Who is named where."""
    return {(f.mention.document, f.mention.start): f.subject.head for f in facts if f.kind is FactKind.PERSON}


def _blocks(facts: Sequence[Fact], people: People) -> Iterator[Block]:
    """Claims by what is claimed and of whom, each with its sides; only those that have two."""
    found: dict[tuple[str, str], Block] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        if isinstance(fact.value, Claim) and not fact.value.hedge and not is_retold(fact.value.of):
            for key in _keys(fact, people):
                sides = found[fact.value.of, key]
                if len(sides[fact.value.side]) < _EACH:
                    sides[fact.value.side].append(fact)
    return (sides for sides in found.values() if len(sides) > 1)


def _keys(fact: Fact, people: People) -> set[str]:
    about = fact.claim.about
    person = people.get((fact.mention.document, about.start))
    return {f"@{person}"} if person else {thing(head) for head in about.may_be or (about.head,)}


def _contradictions(block: Block, people: People, texts: Texts) -> Iterator[tuple[list[Fact], list[Fact]]]:
    """The facts of the two sides that can be held against each other."""
    for side, other in (("one", "other"), ("yes", "no")):
        pairs = [
            (a, b) for a, b in product(block.get(side, ()), block.get(other, ()))
            if a.mention.document != b.mention.document and _clash(a, b, people, texts)
            and not _says_both(block, a, b, people) and not _may_be_others(a, b, texts)
        ]  # fmt: skip
        if pairs:
            yield list({a.id: a for a, _ in pairs}.values()), list({b.id: b for _, b in pairs}.values())


def _says_both(block: Block, a: Fact, b: Fact, people: People) -> bool:
    """Whether the document of either says the other side too: then the two can both be right."""
    for fact in (a, b):
        across = block.get(OTHER[fact.claim.side], ())
        if any(c.mention.document == fact.mention.document and _may_be_same(fact, c, people) for c in across):
            return True
    return False


def _may_be_same(a: Fact, b: Fact, people: People) -> bool:
    """Whether two claims may be of one party: the same, or some of them ("two guards were hurt and one was killed")."""
    mine, theirs = (people.get((f.mention.document, f.claim.about.start)) for f in (a, b))
    return mine == theirs


def _may_be_others(a: Fact, b: Fact, texts: Texts) -> bool:
    """Whether so many of a kind may be others: "two guards were hurt" in a text that tells of deaths too."""
    one = a.claim
    if not is_opposition(one.of) or one.about.scope in _WORDS:
        return False
    mild = a if one.side == "one" else b
    return bool(texts.words(mild.mention.document) & signs(one.of))


def _clash(a: Fact, b: Fact, people: People, texts: Texts) -> bool:
    """Whether two claims of opposite sides are of the same party, at one time, by accounts that can be compared."""
    if not _same(a, b, people) or not _one_time(a, b) or not _comparable(a, b):
        return False
    one, other = a.claim, b.claim
    if "some" in {one.about.scope, other.about.scope} | {p.scope for p in (one.by, other.by) if p}:
        return False
    if one.by and other.by and not same_party(a, one.by, b, other.by, people):
        return False
    if is_opposition(one.of):
        if needs_date(one.of) and not (a.when and b.when and a.when.first and b.when.first):
            return False
        matter = of_one_matter(one.of, set(one.details), set(other.details))
        named = (a.mention.document, one.about.start) in people
        fits = named or one.denied == other.denied or _alike(*((one, other) if other.denied else (other, one)))
        told = _is_told(one.about, other.about) or _is_same_decision(a, b, people, texts)
        return matter and fits and told and _doers_agree(a, b)
    if a.time is not b.time and TimeFrame.PRESENT in {a.time, b.time} and one.lasting and other.lasting:
        return False
    if one.of in claim_words("light") and one.by and other.by and one.about.head == other.about.head:
        return len(texts.telling(a) & texts.telling(b)) > _TELLING
    return _alike(*((one, other) if other.denied else (other, one)))


def _is_same_decision(a: Fact, b: Fact, people: People, texts: Texts) -> bool:
    """Whether one body decides in both, in sentences that tell enough alike: "a plan", and "the plan" that it was."""
    one, other = a.claim, b.claim
    if one.of not in _DONE or not (one.by and other.by) or not same_party(a, one.by, b, other.by, people):
        return False
    shared = texts.telling(a) & texts.telling(b)
    return len(shared) >= _TELLING and any(word.isdigit() for word in shared)


def _doers_agree(a: Fact, b: Fact) -> bool:
    """Whether who does it speaks for one event: told by both, or by neither, or the thing is narrowed in both."""
    one, other = a.claim, b.claim
    if needs_doers(one.of):
        return bool(one.by and other.by)
    if bool(one.by) == bool(other.by):
        return True
    narrowed = bool(set(one.about.modifiers) & set(other.about.modifiers))
    dated = bool(a.when and b.when and a.when.first) and _one_time(a, b)
    return narrowed or dated or one.of not in _DONE


def _alike(said: Claim, denied: Claim) -> bool:
    """Whether all that is denied is said: a "not" may deny one detail only ("did not die in the fire")."""
    more, less = set(said.details), set(denied.details)
    if said.denied or not denied.denied or not less <= more or len(more - less) > _EXTRA:
        return False
    narrowed = bool(set(said.about.modifiers) & set(denied.about.modifiers))
    if said.of in claim_words("light"):
        return bool(said.by and denied.by) and narrowed
    if said.by and denied.by:
        return True
    if said.by or denied.by:
        return narrowed
    return _is_told(said.about, denied.about) and (bool(less) or not more)


def _is_told(one: Party, other: Party) -> bool:
    """Whether two parties of one noun are one: "the captain", "two guards", not "a man"."""
    if "a" in {one.scope, other.scope}:
        return bool(set(one.modifiers) & set(other.modifiers))
    return (
        "" not in {one.scope, other.scope}
        or bool(set(one.modifiers) & set(other.modifiers))
        or (one.scope == other.scope and not one.modifiers and not other.modifiers)
    )


def _same(a: Fact, b: Fact, people: People) -> bool:
    return same_party(a, a.claim.about, b, b.claim.about, people)


def same_party(a: Fact, one: Party, b: Fact, other: Party, people: People) -> bool:
    """Whether two parties are one: the same person, or the same noun that nothing tells apart."""
    mine, theirs = people.get((a.mention.document, one.start)), people.get((b.mention.document, other.start))
    if mine or theirs:
        return mine == theirs
    if one.may_be or other.may_be:
        return bool(set(map(thing, one.may_be or (one.head,))) & set(map(thing, other.may_be or (other.head,))))
    if thing(one.head) != thing(other.head):
        return False
    left, right = set(one.modifiers), set(other.modifiers)
    if left and right and not left & right:
        return False
    numerals = {scope for scope in (one.scope, other.scope) if scope not in _WORDS}
    return len(numerals) < 2 and not (numerals and {one.scope, other.scope} & {"", "a", "the"})


def _one_time(a: Fact, b: Fact) -> bool:
    if (a.time is TimeFrame.PLANNED) != (b.time is TimeFrame.PLANNED):
        return False
    one, other = a.when, b.when
    if not (one and other and one.first and one.last and other.first and other.last):
        return True
    return one.first <= other.last and other.first <= one.last


def _comparable(a: Fact, b: Fact) -> bool:
    """Whether the accounts can be held against each other: both the articles' own, or of one speaker.

    What an article says in its own voice is held against a speaker's account only for what can be seen by anyone (an
    opposition such as dead or alive), or of a thing that has no view of its own; never against quoted words.
    """
    one, other = a.attribution, b.attribution
    if one is None and other is None:
        return True
    if one and other:
        return _one_speaker(one, other) or (_is_own_plan(a) and _is_own_plan(b))
    if a.time is b.time is TimeFrame.PLANNED and (_is_own_plan(a) or _is_own_plan(b)):
        return True
    account = one or other
    return account is not None and not account.quoted and (is_opposition(a.claim.of) or _is_lasting(a, b))


def _is_own_plan(fact: Fact) -> bool:
    """Whether somebody tells his own plan, himself or by a spokesman."""
    account, claim = fact.attribution, fact.claim
    if account is None or account.quoted or fact.time is not TimeFrame.PLANNED:
        return False
    speaker = account.speaker.casefold().split()
    doers = {thing(party.head) for party in (claim.by or claim.about,)} | set((claim.by or claim.about).may_be)
    heads = doers | {head.removesuffix("s") for head in doers}
    own = {"they", "it", "he", "she"} & heads
    return bool(own or set(speaker[-1:]) & (claim_words("speakers") | heads | {f"{h}s" for h in heads}))


def _is_lasting(a: Fact, b: Fact) -> bool:
    """Whether both claims are general truths of a thing ("does not spread")."""
    return a.time is b.time is TimeFrame.PRESENT and a.claim.lasting and b.claim.lasting


def _one_speaker(one: Attribution, other: Attribution) -> bool:
    names = [speaker.casefold().split() for speaker in (one.speaker, other.speaker)]
    return bool(names[0] and names[1]) and (names[0] == names[1] or names[0][-1] == names[1][-1])


def _group(facts: Sequence[Fact]) -> Group:
    named = max(facts, key=lambda f: (len(f.subject.text), f.id))
    return Group(
        id=f"claim:{facts[0].id}",
        kind=FactKind.CLAIM,
        subject=named.subject.text,
        facts=tuple(fact.id for fact in facts),
        reason="the same thing said and denied",
        confidence=_CONFIDENCE,
    )
