"""Names put in the place of others in a sentence that is otherwise the same: "Highway 12", then "Highway 21".

Not every name is found as a place or a body, so this looks at the words: a run of capitalised words, with the numbers
that belong to it, in the place of another such run. Persons are left to the facts, which know their shorter forms, and
so are days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from discrepancy.grammar.dates.words import MONTHS, WEEKDAYS
from discrepancy.lexicon import words
from discrepancy.lexicon.people import is_title_word
from discrepancy.lexicon.places import country_of, is_place_kind
from discrepancy.model import BlockRole, Document, Fact, FactKind, Span
from discrepancy.text.characters import fold
from discrepancy.watch.edited_sentences import EditedSentences
from discrepancy.watch.two_versions import TwoVersions

__all__ = ["names_replaced"]

_ALIKE: Final = 0.65
"""Likeness of a sentence before and after from which on what stands in one place is of one thing."""
_MOST_REPLACED: Final = 2
"""Places in which a sentence was edited: of more it tells of another thing, as the lines of a list do."""
_TOKEN: Final = re.compile(r"[^\W_](?:[\w.'’&-]*[^\W_])?")
_NUMBER: Final = re.compile(r"\d+[A-Za-z]?$")
_LINKS: Final = frozenset({"of", "de", "du", "la", "le", "on", "upon", "the", "&"})
_EMPTY: Final = frozenset("the a an at in near of on from to by for with outside inside and".split())
_SHORTEST: Final = 3
_PREFIX: Final = 4
"""First letters that a name and its adjective share ("Britain", "British")."""
_ACRONYM: Final = re.compile(r"[A-Z]{2,6}s?$")
_MOVED: Final = frozenset("north south east west upper lower northern southern eastern western".split())
_SEATS: Final = frozenset(
    {
        *("downing", "whitehall", "westminster", "holyrood", "stormont", "kremlin", "brussels", "white", "capitol"),
        *("pentagon", "vatican", "beijing", "washington", "moscow", "government", "ministry", "parliament", "treasury"),
    }
)
"""Words by which a government is named after its seat, or its seat after a government."""


def names_replaced(
    two: TwoVersions, edited: EditedSentences, read: Sequence[tuple[Fact, Fact]]
) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of runs of words that are names and not of one thing, each as a fact at that place.

    Args:
        two: the versions.
        edited: their sentences.
        read: the facts that are known to have changed: what stands where they do is told of already.
    """
    for (before, after), (old, new) in edited.gaps():
        if edited.likeness(before, after) < _ALIKE or edited.replaced(before, after) > _MOST_REPLACED:
            continue
        if _is_headline(two, before, after):
            continue
        one, other = _name(two.before, before, old), _name(two.after, after, new)
        if one is None or other is None or any(one.overlaps(_span(a)) or other.overlaps(_span(b)) for a, b in read):
            continue
        words_before, words_after = _tokens(two.before.text, one), _tokens(two.after.text, other)
        if _are_two(words_before, words_after) and _is_gone(words_before, words_after, two):
            ours, theirs = (_at(facts, span) for facts, span in ((two.facts_before, one), (two.facts_after, other)))
            if not (_are_known(ours) and _are_known(theirs)):
                kind = next((f.kind for f in (*ours, *theirs) if f.kind in _NAMED), FactKind.CLAIM)
                yield (
                    _fact(two.facts_before, two.before, before, one, kind),
                    _fact(two.facts_after, two.after, after, other, kind),
                )


_NAMED: Final = (FactKind.PLACE, FactKind.ORGANISATION)


def _is_headline(two: TwoVersions, before: Span, after: Span) -> bool:
    roles = {two.before.role_at(before.start), two.after.role_at(after.start)}
    return bool(roles & {BlockRole.HEADLINE, BlockRole.CORRECTION})


def _name(document: Document, sentence: Span, gap: Span) -> Span | None:
    """The name that a run of words is, or is a part of; None where it is none, or more than a name."""
    text = document.text
    tokens = [Span(*match.span()) for match in _TOKEN.finditer(text, sentence.start, sentence.end)]
    inside = [at for at, span in enumerate(tokens) if span.overlaps(gap)]
    while inside and _word(text, tokens[inside[0]]) in _EMPTY:
        inside.pop(0)
    while inside and _word(text, tokens[inside[-1]]) in _EMPTY:
        inside.pop()
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    while first > 0 and _is_named(text, tokens[first - 1]) and _adjoin(text, tokens[first - 1], tokens[first]):
        first -= 1
    while last + 1 < len(tokens) and _is_part(text, tokens, last + 1) and _adjoin(text, tokens[last], tokens[last + 1]):
        last += 1
    run = tokens[first : last + 1]
    named = [span for span in run if _is_named(text, span)]
    if not named or (first == 0 and len(named) < 2):
        return None  # any word begins a sentence with a capital
    if not all(_is_part(text, run, at) for at in range(len(run))):
        return None
    return Span(run[0].start, run[-1].end)


def _word(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _is_named(text: str, span: Span) -> bool:
    word = _word(text, span)
    return word[0].isupper() and fold(word) not in MONTHS and fold(word) not in WEEKDAYS


def _is_part(text: str, tokens: Sequence[Span], at: int) -> bool:
    """Whether a word is part of a name: capitalised, a number behind such a word, or a link between two."""
    word = _word(text, tokens[at])
    if _is_named(text, tokens[at]):
        return True
    if at > 0 and _NUMBER.match(word):
        return _is_named(text, tokens[at - 1])
    return 0 < at < len(tokens) - 1 and word in _LINKS and _is_named(text, tokens[at + 1])


def _adjoin(text: str, one: Span, other: Span) -> bool:
    return text[one.end : other.start].strip(".") == " "


def _tokens(text: str, span: Span) -> list[str]:
    return [match.group() for match in _TOKEN.finditer(text, span.start, span.end)]


def _are_two(ones: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two names are of two things: each has a word of its own that tells, and they share none that does."""
    a, b = ({_key(word) for word in each} - _LINKS for each in (ones, others))
    mine, its = a - b, b - a
    if not mine or not its or any(map(_ACRONYM.match, (*ones, *others))):
        return False
    if (mine | its) & _SEATS or is_title_word(ones[0]) or is_title_word(others[0]):
        return False
    countries = {country_of(" ".join(each)) for each in (ones, others)} - {""}
    if len(countries) == 1 or _are_forms(mine, its):
        return False
    shared = a & b
    if len(mine) == len(its) == 1 and _key(ones[-1]) == _key(others[-1]) and _is_general(_key(ones[-1])):
        return not (mine | its) <= _general_words()  # "Tollbury Grammar School", "Tollbury Priory School"
    if all(_is_general(word) for word in shared) and not (mine | its) <= _general_words():
        return bool(_tells(mine) and _tells(its))
    return _parts_apart(mine, its)


def _parts_apart(mine: set[str], its: set[str]) -> bool:
    """Whether words that two names do not share part them by themselves: another number, side, or sort of street."""
    for sort in (_NUMBER.match, _MOVED.__contains__, _streets().__contains__):
        if all(map(sort, mine)) and all(map(sort, its)):
            return True
    return False


def _tells(own: set[str]) -> bool:
    return any(not _is_general(word) and (len(word) >= _SHORTEST or word.isdigit()) for word in own)


def _are_forms(mine: set[str], its: set[str]) -> bool:
    """Whether a word of one is a form of a word of the other: "Britain" and "British", "St" and "Street"."""
    return any(
        one[:_PREFIX] == other[:_PREFIX] or one.startswith(other) or other.startswith(one)
        for one in mine
        for other in its
        if not one.isdigit() and not other.isdigit()
    )


def _key(word: str) -> str:
    return fold(word).removesuffix("'s").removesuffix("’s").strip(".")


def _is_general(word: str) -> bool:
    return word in _general_words() or is_place_kind(word)


@cache
def _general_words() -> frozenset[str]:
    return words("organisation_words") | words("premises") | _streets() | _MOVED


@cache
def _streets() -> frozenset[str]:
    return frozenset(map(fold, words("street_words"))) | {"route", "motorway"}


def _is_gone(ones: Sequence[str], others: Sequence[str], two: TwoVersions) -> bool:
    """Whether neither name is in the other version too."""
    before, after = f" {fold(two.before.text)} ", f" {fold(two.after.text)} "
    for mine, text in ((ones, after), (others, before)):
        if re.search(rf"(?<!\w){re.escape(fold(' '.join(mine)))}(?!\w)", text):
            return False
    return True


def _are_known(facts: Sequence[Fact]) -> bool:
    """Whether a name is a person's, or of a day."""
    return bool({FactKind.PERSON, FactKind.DATE} & {fact.kind for fact in facts})


def _span(fact: Fact) -> Span:
    return Span(fact.mention.start, fact.mention.end)


def _at(facts: Sequence[Fact], span: Span) -> list[Fact]:
    return [fact for fact in facts if fact.kind is not FactKind.CLAIM and span.overlaps(_span(fact))]


def _fact(facts: Sequence[Fact], document: Document, sentence: Span, at: Span, kind: FactKind) -> Fact:
    """A fact of the sentence made one that stands at those words."""
    fact = next(fact for fact in facts if fact.sentence == sentence)
    mention = replace(fact.mention, start=at.start, end=at.end, text=document.text[at.start : at.end])
    subject = replace(fact.subject, text="", head="", concept="")
    return replace(fact, id=f"{fact.id}:name", kind=kind, mention=mention, subject=subject)
