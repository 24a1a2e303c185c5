"""Stretches of words that tell one thing in two documents, whatever their grammar: by the telling words they share.

Two kinds of groups come of it: stances that one document takes the other way round than another (it accepts, it
rejects the demand), and what one tells as it is and another leaves open or gives as somebody's.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, product

from discrepancy.lexicon.oppositions import OTHER, claim_words, deed_of, thing
from discrepancy.lexicon.stances import (
    NARROWS,
    PREFIX,
    TOLD,
    is_retold,
    is_roles,
    is_stance,
    is_timeless,
    needs_object,
    needs_person,
    turn_of,
)
from discrepancy.model import BlockRole, Claim, Document, Fact, FactKind, Group, Party, TimeFrame
from discrepancy.text.characters import fold, squeeze

_CONFIDENCE = 0.7
"""How sure it is that two stretches which pass every test below tell one thing."""
_OPPOSED = 0.45
"""Share of the weight of the shorter sentence's words that two sentences must share to be of one stance."""
_NAMED = 0.33
"""The same where both name one person or body."""
_WHOLE = 0.6
"""The same for what two clauses of one party say besides it."""
_STEM = 6
_ALIKE = 0.5
"""The same for two stretches of which one tells what the other leaves open."""
_CAUSE = 0.4
"""The same for two stretches that tell what made a thing happen."""
_FEWEST = 3
"""Telling words that two stretches must share."""
_NEAR = 2
"""Those that are enough where a figure is among them."""
_EACH = 150
"""Stretches of one document that are looked at."""
_OF_ALL = frozenset({PREFIX + name for name in ("plea", "verdict", "liberty", "appeal")})
"""Stances that all who are accused may take together."""
_ON_ONE = frozenset({PREFIX + name for name in ("assent", "plea", "support", "appeal", "concession")})
"""Stances that one party takes on one thing once in a story, unless a turn is told."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][^\W\d_]{2,}")
_WORD = re.compile(r"[^\W\d_]+")
_MANY = 4
"""Telling words from which on two sentences are hardly of two events."""
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december".split()
)


class _Words:
    """The words of each sentence, and how much each says: the fewer of a story's sentences have it, the more."""

    def __init__(self, documents: Sequence[Document], facts: Sequence[Fact]) -> None:
        self.texts = {document.id: document.text for document in documents}
        self.sentences: dict[tuple[str, int], set[str]] = defaultdict(set)
        for fact in facts:
            if fact.claim.of == TOLD or is_stance(fact.claim.of):
                self.sentences[_place(fact)] |= set(fact.claim.details)
        self.count = Counter(word for words in self.sentences.values() for word in words)

    def weigh(self, words: set[str]) -> float:
        """The weight of words taken together."""
        every = len(self.sentences) + 1
        return sum(math.log(every / self.count.get(word, 1)) + 1 for word in sorted(words))

    def share(self, one: set[str], other: set[str]) -> float:
        """How much of what the shorter says the other says too, 0..1."""
        least = min(self.weigh(one), self.weigh(other))
        return self.weigh(one & other) / least if least else 0.0

    def of(self, fact: Fact) -> set[str]:
        """The words of the sentence that holds a fact."""
        return self.sentences[_place(fact)]

    def sentence(self, fact: Fact) -> str:
        """The sentence itself."""
        return self.texts[fact.mention.document][fact.sentence.start : fact.sentence.end]

    def times(self, fact: Fact) -> frozenset[str]:
        """The days of the week and the months that the sentence names."""
        return frozenset(word for word in _WORD.findall(self.sentence(fact).lower()) if word in _TIMES)

    def names(self, fact: Fact) -> frozenset[str]:
        """The words with a capital letter within the sentence."""
        found = {fold(word) for word in _NAME.findall(self.sentence(fact))}
        return frozenset(found - _TIMES)


def align(documents: Sequence[Document], facts: Sequence[Fact], known: Sequence[Group]) -> list[Group]:
    """The groups of stances that differ, and of what is told more and less surely.

    Args:
        documents: the story's documents.
        facts: their facts.
        known: groups of claims that are held together by their grammar already; their sentences are left to it.
    """
    told = [
        f
        for f in facts
        if isinstance(f.value, Claim) and is_retold(f.value.of) and f.mention.block is not BlockRole.HEADLINE
    ]
    order = {document.id: n for n, document in enumerate(documents)}
    words = _Words(documents, told)
    groups = [
        *_opposed(told, words),
        *_swapped(told, words),
        *_less_sure([f for f in told if f.claim.of == TOLD], words),
    ]
    at = {f.id: _place(f) for f in facts}
    judged = [{at[one] for one in group.facts} for group in known]
    groups = [g for g in groups if not any(len({_place(f) for f in g} & places) > 1 for places in judged)]

    def place(fact: Fact) -> tuple[int, int, str]:
        return order[fact.mention.document], fact.mention.start, fact.id

    made = {group.id: group for members in groups for group in [_group(sorted(members, key=place))]}
    return list(made.values())


def _place(fact: Fact) -> tuple[str, int]:
    return fact.mention.document, fact.sentence.start


def _opposed(told: Sequence[Fact], words: _Words) -> Iterator[list[Fact]]:
    """The facts of each stance that two documents take the other way round."""
    by_stance: dict[str, list[Fact]] = defaultdict(list)
    for fact in told:
        if is_stance(fact.claim.of) and _is_plain(fact, words):
            by_stance[fact.claim.of].append(fact)
    taken: set[str] = set()
    for _, facts in sorted(by_stance.items()):
        ones, others = ([f for f in facts if f.claim.side == side][:_EACH] for side in ("one", "other"))
        pairs = [
            (a, b) for a, b in product(ones, others)
            if a.mention.document != b.mention.document and _is_opposite(a, b, words)
            and not _says_both(a, b, facts, words)
        ]  # fmt: skip
        pairs.sort(key=lambda pair: -words.weigh(words.of(pair[0]) & words.of(pair[1])))
        for a, b in pairs:
            members = {a.id: a, b.id: b}
            members |= {f.id: f for pair in pairs if {a.id, b.id} & {pair[0].id, pair[1].id} for f in pair}
            if not taken & set(members):
                taken |= set(members)
                yield list(members.values())


def _swapped(told: Sequence[Fact], words: _Words) -> Iterator[list[Fact]]:
    """The facts of each deed that one document has one party do to the other, and another the other way round."""
    by_verb: dict[str, list[Fact]] = defaultdict(list)
    for fact in told:
        if is_roles(fact.claim.of) and _is_plain(fact, words):
            by_verb[fact.claim.of].append(fact)
    for _, facts in sorted(by_verb.items()):
        for a, b in combinations(facts[:_EACH], 2):
            apart = a.mention.document != b.mention.document and not _told_of_two_times(a, b, words)
            if apart and are_swapped(a, b) and not _goes_both_ways(a, b, facts):
                yield [a, b]
                break


def _told_of_two_times(a: Fact, b: Fact, words: _Words) -> bool:
    one, other = words.times(a), words.times(b)
    return bool(one and other) and not one & other


def are_swapped(a: Fact, b: Fact) -> bool:
    """Whether who does it in the one is to whom it is done in the other, and the other way round."""
    mine, theirs = _roles(a), _roles(b)
    across = mine[0] & theirs[1] and mine[1] & theirs[0]
    return bool(across) and not mine[0] & theirs[0] and not mine[1] & theirs[1]


def _roles(fact: Fact) -> tuple[set[str], set[str]]:
    by = fact.claim.by
    return set(fact.claim.about.modifiers), set(by.modifiers if by else ())


def _goes_both_ways(a: Fact, b: Fact, facts: Sequence[Fact]) -> bool:
    """Whether a document of either has both do it to each other."""
    homes = {a.mention.document, b.mention.document}
    inside = [f for f in facts if f.mention.document in homes]
    return any(x.mention.document == y.mention.document and are_swapped(x, y) for x, y in combinations(inside, 2))


def _is_plain(fact: Fact, words: _Words) -> bool:
    """Whether a stance is told as taken, in no quoted words, and in a sentence that speaks of no turn."""
    quoted = fact.attribution is not None and fact.attribution.quoted
    return not quoted and not fact.claim.hedge and not _turning().search(squeeze(fold(words.sentence(fact))))


def _is_opposite(a: Fact, b: Fact, words: _Words) -> bool:
    """Whether two stances are of one matter, by one person or body, of one time."""
    planned = (a.time is TimeFrame.PLANNED, b.time is TimeFrame.PLANNED)
    if (planned[0] != planned[1] and not is_timeless(a.claim.of)) or not _accounts_fit(a, b):
        return False
    if _are_groups(a, b, words):
        return True
    mine, theirs = words.of(a), words.of(b)
    if not set(a.claim.details) & theirs or not set(b.claim.details) & mine:
        return False
    if _may_be_some(a, b) or _of_two_matters(a, b, words) or _of_two_times(a, b, words):
        return False
    if not _one_party(a, b) or not (_names_object(a, b, words) and _names_object(b, a, words)):
        return False
    if _is_one_matter(a, b, words) or _is_one_object(a, b):
        return True
    shared = mine & theirs
    names = _shared_names(a, b, words)
    if names is False or (needs_person(a.claim.of) and not names):
        return False
    return len(shared) >= _FEWEST and words.share(mine, theirs) >= (_NAMED if names else _OPPOSED)


def _may_be_some(a: Fact, b: Fact) -> bool:
    """Whether those whose stances they are may be others of a kind: some of them, one and one, three and four."""
    scopes = [fact.claim.about.scope for fact in (a, b)]
    if _persons(a) & _persons(b):
        return False
    return "some" in scopes or (all(scopes) and (scopes[0] != scopes[1] or scopes[0] == "a"))


def _are_groups(a: Fact, b: Fact, words: _Words) -> bool:
    """Whether both are of all who stand accused or the like, in sentences that name nobody: "the men", "all three"."""
    groups = {thing(word)[:_STEM] for word in claim_words("anybody") | claim_words("whole_groups")}
    matters = [_plain(f.claim.by) for f in (a, b) if f.claim.by]
    if len(matters) > 1 and not matters[0] & matters[1]:
        return False
    for fact in (a, b):
        own = {word for word in _plain(fact.claim.about) if not word.startswith("#")}
        if fact.claim.of not in _OF_ALL or words.names(fact) or own - groups or not fact.claim.about.modifiers:
            return False
    return not any(fact.claim.about.scope in {"a", "some"} for fact in (a, b))


def _persons(fact: Fact) -> set[str]:
    return {word for word in fact.claim.about.modifiers if word.startswith("@")}


def _of_two_matters(a: Fact, b: Fact, words: _Words) -> bool:
    """Whether what they are taken on is narrowed to two things of a kind: a motion to do this, and one to do that."""
    mine, theirs = a.claim.by, b.claim.by
    if mine is None or theirs is None or not _are_narrowed_apart(mine, theirs):
        return False
    indefinite = "a" in {mine.scope, theirs.scope} or not (mine.scope or theirs.scope)
    return indefinite and len(_beside(a, words) & _beside(b, words)) < _MANY


def _beside(fact: Fact, words: _Words) -> set[str]:
    """The words of a sentence besides those of whose stance it tells."""
    return words.of(fact) - set(fact.claim.about.modifiers)


def _are_narrowed_apart(one: Party, other: Party) -> bool:
    left, right = ({word for word in party.modifiers if word.startswith(NARROWS)} for party in (one, other))
    return bool(left and right) and not left & right


def _of_two_times(a: Fact, b: Fact, words: _Words) -> bool:
    """Whether a "not" of one time is held against what came at another, in sentences that share little else."""
    times = [words.times(fact) for fact in (a, b)]
    if times[0] and times[1]:
        return not times[0] & times[1]
    few = len(words.of(a) & words.of(b)) <= _MANY
    return a.claim.denied != b.claim.denied and few and bool(times[0] or times[1])


def _is_one_object(a: Fact, b: Fact) -> bool:
    """Whether one party, named in one at least, takes both stances on one thing, and no account stands between."""
    mine, theirs = a.claim.by, b.claim.by
    if mine is None or theirs is None or not _all_words(mine) & _all_words(theirs) or a.claim.of not in _ON_ONE:
        return False
    if "a" in {mine.scope, theirs.scope} and not _all_words(mine) & _all_words(theirs) - (
        _plain(mine) & _plain(theirs)
    ):
        return False
    anybody = {thing(word)[:_STEM] for word in claim_words("anybody")}
    one, other = (_plain(fact.claim.about) for fact in (a, b))
    own = a.attribution is None or b.attribution is None
    return own and bool(one and other) and not (one | other) & anybody


def _all_words(party: Party) -> set[str]:
    return {word.removeprefix(NARROWS) for word in party.modifiers}


def _plain(party: Party) -> set[str]:
    return {word for word in party.modifiers if not word.startswith(NARROWS)}


def _names_object(fact: Fact, other: Fact, words: _Words) -> bool:
    """Whether what ``fact`` takes a stance on is told in the sentence of ``other``, where that tells its own."""
    mine, theirs = fact.claim.by, other.claim.by
    if needs_object(fact.claim.of) and not (mine and theirs and _plain(mine) & _plain(theirs)):
        return False
    if mine is None or theirs is None or _all_words(mine) & _all_words(theirs):
        return True
    return bool(_plain(mine) & words.of(other))


def _is_one_matter(a: Fact, b: Fact, words: _Words) -> bool:
    """Whether two short clauses are of one party, who is told in both, and of one thing."""
    one, other = (_plain(fact.claim.about) for fact in (a, b))
    if not one or not other or _shared_names(a, b, words) is False:
        return False
    left, right = (set(fact.claim.details) - one - other for fact in (a, b))
    if len(left & right) >= _NEAR and words.share(left, right) >= _WHOLE:
        return True
    anybody = {thing(word)[:_STEM] for word in claim_words("anybody")}
    lasting = turn_of(a.claim.of) == "other" or not (left or right)
    return lasting and one == other and not one & anybody


def _one_party(a: Fact, b: Fact) -> bool:
    """Whether those whose stances they are may be one: they share a word, or one of them is named by a kind."""
    one, other = (_plain(fact.claim.about) for fact in (a, b))
    if _are_narrowed_apart(a.claim.about, b.claim.about) and not _persons(a) & _persons(b):
        return False
    if not one or not other or one & other:
        return True
    kinds = {thing(word)[:_STEM] for word in claim_words("bodies") | claim_words("anybody")}
    mine, theirs = (bool(words & kinds) and not _persons(f) for words, f in ((one, a), (other, b)))
    return mine != theirs


def _shared_names(a: Fact, b: Fact, words: _Words) -> bool | None:
    """Whether two sentences name one person or body; None where either names nobody, False where all differ."""
    persons = [{word for word in words.of(fact) if word.startswith("@")} for fact in (a, b)]
    if persons[0] and persons[1]:
        return bool(persons[0] & persons[1])
    names = [words.names(fact) for fact in (a, b)]
    if names[0] and names[1]:
        return True if names[0] & names[1] else None
    return None


def _accounts_fit(a: Fact, b: Fact) -> bool:
    one, other = a.attribution, b.attribution
    if one is None or other is None or one.speaker.split()[-1:] == other.speaker.split()[-1:]:
        return True
    return (one.speaker.islower() and other.speaker.islower() and {"-", " "}.isdisjoint(set(one.speaker))) or (
        "lawyer" in one.speaker + other.speaker
    )


def _says_both(a: Fact, b: Fact, facts: Sequence[Fact], words: _Words) -> bool:
    """Whether the document of either takes the other side too, of what may be the same."""
    for fact in (a, b):
        for each in facts:
            across = each.claim.side == OTHER[fact.claim.side] and all(_may_be_one(each, f, words) for f in (a, b))
            if each.mention.document == fact.mention.document and across:
                shared = words.of(each) & (words.of(a) | words.of(b))
                if len(shared) >= _NEAR or any(word.startswith("@") for word in shared):
                    return True
    return False


def _may_be_one(each: Fact, fact: Fact, words: _Words) -> bool:
    """Whether two stances may be one party's: their sentences name one person, or either names none."""
    mine, theirs = (_persons(f) or {word for word in words.of(f) if word.startswith("@")} for f in (each, fact))
    return _one_party(each, fact) and (not mine or not theirs or bool(mine & theirs))


def _less_sure(told: Sequence[Fact], words: _Words) -> Iterator[list[Fact]]:
    """For each thing that is told as it is, what leaves it open or gives it as somebody's elsewhere."""
    usable = [fact for fact in told if not _is_quoted(fact)]
    found: list[tuple[float, Fact, list[Fact]]] = []
    for plain in usable:
        if plain.claim.hedge:
            continue
        alike = {f.id: (share, f) for f in usable if f.id != plain.id and (share := _likeness(f, plain, words)) > 0}
        guarded = [
            share for share, f in alike.values()
            if f.mention.document != plain.mention.document
            and (f.claim.hedge or (f.attribution and not plain.attribution))
        ]  # fmt: skip
        if guarded:
            found.append((max(guarded), plain, _nearest([f for _, f in alike.values()], plain, words)))
    for _, plain, members in sorted(found, key=lambda each: (-each[0], each[1].id)):
        yield [plain, *members]


def _nearest(alike: Sequence[Fact], plain: Fact, words: _Words) -> list[Fact]:
    """Of each other document what is most like ``plain``; its own say beside them what they also tell flatly."""
    weights = {fact.id: words.weigh(set(fact.claim.details) & set(plain.claim.details)) for fact in alike}
    best: dict[str, float] = defaultdict(float)
    for fact in alike:
        best[fact.mention.document] = max(best[fact.mention.document], weights[fact.id])
    home = plain.mention.document
    return [f for f in alike if weights[f.id] >= best[f.mention.document] or f.mention.document == home]


def _is_quoted(fact: Fact) -> bool:
    return fact.attribution is not None and fact.attribution.quoted


def _likeness(fact: Fact, plain: Fact, words: _Words) -> float:
    """How much two stretches that tell one thing share, a deed or a figure among it; 0 where they do not."""
    mine, theirs = set(fact.claim.details), set(plain.claim.details)
    if {word for word in theirs if _YEAR.fullmatch(word)} - words.of(fact):
        return 0.0
    cause = _both_cause(fact, plain)
    if cause and _befall_two(fact, plain):
        return 0.0
    more = {word for word in theirs - words.of(fact) if word[:1].isalpha()}
    if len(more) >= _FAR_MORE and _BY_HALF * len(more) >= len(mine & theirs):
        return 0.0  # what is told flatly is told of something narrower
    found = _likeness_of(mine, theirs, words, _verbs(fact) | _verbs(plain), cause=cause)
    if not found and cause and fact.claim.hedge and fact.claim.denied == plain.claim.denied:
        found = _likeness_of(words.of(fact), theirs, words, _verbs(fact) | _verbs(plain), cause=cause)
    return found if fact.claim.denied == plain.claim.denied else 0.0


_FAR_MORE = 3
"""Words that only the flat statement has, from which on it may be of something narrower …"""
_BY_HALF = 2
"""… where they are half as many as those that it shares with the other."""


def _verbs(fact: Fact) -> set[str]:
    return set(fact.claim.about.modifiers)


def _likeness_of(mine: set[str], theirs: set[str], words: _Words, verbs: set[str], *, cause: bool) -> float:
    shared = mine & theirs
    figures = [{word for word in each if word.startswith("#")} for each in (shared, mine, theirs)]
    if len(shared) < (_NEAR if figures[0] or cause else _FEWEST) or not (figures[0] or shared & verbs or cause):
        return 0.0
    if figures[1] and figures[2] and not figures[0]:
        return 0.0
    share = words.share(mine, theirs)
    return share if share >= (_CAUSE if cause else _ALIKE) else 0.0


def _both_cause(fact: Fact, plain: Fact) -> bool:
    causing = {word[:_STEM] for word in claim_words("causing")} | {"die", "culpri", "blame", "factor"}
    return all(set(each.claim.about.modifiers) & causing or "cause" in each.claim.details for each in (fact, plain))


def _befall_two(fact: Fact, plain: Fact) -> bool:
    """Whether two causes bring about two things that are not one by the words: long queues, a weak embankment."""
    mine, theirs = (set(each.claim.by.modifiers) if each.claim.by else set() for each in (fact, plain))
    return bool(mine and theirs) and not mine & theirs and not (mine & _mishaps() and theirs & _mishaps())


@cache
def _mishaps() -> frozenset[str]:
    return frozenset((deed_of(word) or thing(word))[:_STEM] for word in claim_words("mishaps"))


@cache
def _turning() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(claim_words('turning'))))})\b")


def _group(facts: Sequence[Fact]) -> Group:
    named = max(facts, key=lambda f: (len(f.subject.text), f.id))
    return Group(
        id="retold:" + "+".join(fact.id for fact in facts),
        kind=FactKind.CLAIM,
        subject=named.subject.text,
        facts=tuple(fact.id for fact in facts),
        reason="the same thing in other words",
        confidence=_CONFIDENCE,
    )
