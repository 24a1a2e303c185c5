"""Totals that a text ties to their parts by its own words: a list after a colon, "in all", "of the 14", a vote."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from discrepancy.lexicon import table
from discrepancy.model import Document, Fact, QuantityKind, Story
from discrepancy.rules.written import between, runs

_NEAR = Decimal("0.25")
_CLOSE = Decimal("0.1")
_OVER = Decimal("0.15")
"""How far sum and total may differ, as a part of the total, before they are taken as figures of different things: where
the tie is plain, where a comma alone is, and where the parts may leave some out."""
_LEAST = 4
"""A smaller total has parts that say nothing by adding up or not."""

_JOIN = re.compile(r"[^.;:()\d]{0,70}?(?:, |,? and |; (?:and )?)(?:[^.,;:()\d]{0,50}? )?")
_AND = re.compile(r"[^,;]*[,;]? ?\band\b[^,;]*$")
_OPENS = re.compile(r"[^.;:()\d]{0,50}?(?::| \u2014| \u2013| -|,? \() ")
_OPENS_LIST = re.compile(r"[^.;:()\d]{0,120}?: ")
_AT = r"(?:in|at|on|from|near|aboard|inside|outside|across|along|off) "
_SOMEWHERE = re.compile(rf" (?:[a-z]+ )?{_AT}")
_NAMED_PLACE = re.compile(rf" (?:[a-z]+ )?{_AT}(?:the )?(?:[a-z]+ of )?[A-Z]")
OF_THEM = re.compile(r" of (?:them|these|those|which|whom)(?:,| (?:were|was|are|is))?\b")
_MADE_UP = re.compile(
    r"[^.,;:()\d]{0,40},? (?:made up of|composed of|consisting of|comprising|divided into|split into) (?:[a-z]+ )?"
)
_HALVES_NEAR = Decimal("0.03")
_HALVES_LEAST = 1000
"""Two parts "of the 24,816" that make a little more are its two halves; of a small whole they may overlap by chance."""
_OPENS_BRACKET = re.compile(r"[^.;:()\d]{0,50}? \(")
_APPOSED = re.compile(r"[^.,;:()\d]{0,50}, ")
SOME = re.compile(
    r"\b(?:includ\w+|among(?=,? ?$| (?:them|these|those|which|whom|others|the)\b)"
    r"|of (?:them|whom|which|those|these)|mostly|mainly|notably|at least|others?|as well as)\b"
)
"""Words that say that what follows is a part of the list only, or of another."""
_CLOSED = re.compile(r"[^.,;:()\d]{0,45}?(?:[.,;:)\u2014\u2013\u201d\"]| - |$)")
_IN_ALL = re.compile(r"(?: [a-z]+){0,2},? (?:in all|in total|all told|altogether)\b")
_A_TOTAL = re.compile(r"\b(?:for a total of|a total of|totall?ing|making)(?: \w+)? ?$", re.IGNORECASE)
_TO_TOTAL = re.compile(r"[^.;:()\d]{0,70}?(?:,|;| \u2014| \u2013| -| for|\() ?[^.;:()\d]{0,30}")
_OF = re.compile(r"[\"\u201c]?Of (?:(?:the|its|their|those|these|his|her|all) )*(?:[a-z]+ ){0,2}$")
_COMPOSED = re.compile(
    r"\b(?:consists? of|consisted of|comprises|is made up of|was made up of|is split into)(?: [a-z]+)? ?$"
)
_SUM_OPENS = re.compile(
    r"(?:The (?:price|sum|total|deal|package|fine|bill|budget|amount|offer|figure|cost|award|loan|aid|fund)"
    r"|It|This|That)\b"
)
_TOGETHER = re.compile(r"(?:Together|Combined|Added together|Add (?:it|them|that) (?:all )?up)\b(?! with)")
_GROUPS = frozenset(
    {"board", "cabinet", "committee", "council", "court", "crew", "delegation", "jury", "panel", "squad", "team"}
)
_ALL_PEOPLE = frozenset({"casualties", "member", "members", "people", "persons", "victims"})
"""Nouns that take in every sort of person that a list beside them may name."""


@dataclass(frozen=True, slots=True)
class Total:
    """A total and the parts that the text ties to it.

    Attributes:
        exhaustive: whether the parts are said to be all of it; else they may only not exceed it.
        near: how far the sum may be off, as a part of the total, to be a slip and not another thing.
    """

    document: Document
    total: Fact
    parts: tuple[Fact, ...]
    exhaustive: bool
    near: Decimal


Row = Sequence[Fact]


def totals(story: Story) -> Iterator[Total]:
    """Every total told with its parts."""
    for document in story.documents:
        rows = runs(story, document.id)
        for place, row in enumerate(rows):
            before = _neighbour(document, rows, place, -1)
            after = _neighbour(document, rows, place, 1)
            found = _first(document, before, row, after)
            if found is not None and whole(found):
                yield found


def _neighbour(document: Document, rows: Sequence[Row], place: int, step: int) -> Row:
    """The figures of the sentence right before or after, in the same or the next paragraph; empty where it has none."""
    if not 0 <= place + step < len(rows):
        return ()
    one, other = sorted((rows[place][0], rows[place + step][0]), key=lambda fact: fact.sentence)
    gap = document.text[one.sentence.end : other.sentence.start]
    return rows[place + step] if not gap.strip() and one.mention.block is other.mention.block else ()


def _first(document: Document, before: Row, row: Row, after: Row) -> Total | None:
    readers: tuple[Callable[[Document, Row, Row, Row], Total | None], ...] = (
        _listed, _placed, _placed_next, _in_all, _of_them, _kinds, _composed, _together, _vote,
    )  # fmt: skip
    for reader in readers:
        found = reader(document, before, row, after)
        if found is not None:
            return found
    return None


def whole(found: Total) -> bool:
    """Whether the figures can be added up: exact ones of one unit, none of them a rate."""
    figures = (found.total, *found.parts)
    unit = {fact.quantity.unit for fact in figures if not _shares_unit(fact)}
    kinds = {fact.quantity.kind for fact in figures}
    return (
        len(unit) <= 1
        and kinds <= {QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.SCORE}
        and len({fact.quantity.per for fact in figures}) == 1
        and all(fact.quantity.low == fact.quantity.high or fact.quantity.kind is QuantityKind.SCORE for fact in figures)
        and found.total.quantity.low >= _LEAST
    )


def _shares_unit(fact: Fact) -> bool:
    """ "3 million euros, 4 million and 2 million": the bare ones are euros too."""
    q = fact.quantity
    return q.kind is QuantityKind.COUNT and not q.noun and q.step >= 1000


def _own(row: Row) -> list[Fact]:
    return [fact for fact in row if fact.quantity.converts < 0]


_LONGEST = 12
"""Figures of a list or a vote that are added up: a longer row is a table."""


def list_of(document: Document, facts: Row) -> Row:
    """The leading run of ``facts`` that the text joins to a list, with "and" before its last; else empty.

    "14 of them" may open it: what the words take from is told before.
    """
    text = document.text
    size = 1
    ended = False
    for left, right in pairwise(facts[:_LONGEST]):
        gap = between(text, left, right)
        if size == 1:
            gap = OF_THEM.sub("", gap, count=1)
        if ended or not _JOIN.fullmatch(gap) or SOME.search(gap):
            break
        ended = _AND.match(gap) is not None
        size += 1
    return facts[:size] if ended and size > 1 else ()


def closed(document: Document, last: Fact) -> bool:
    """Whether a list ends with the noun of its last figure."""
    rest = document.text[last.mention.end : last.sentence.end].rstrip()
    found = _CLOSED.match(rest)
    return found is not None and SOME.search(found.group()) is None


def _listed(document: Document, before: Row, row: Row, after: Row) -> Total | None:
    """ "19 cars: seven tankers, nine hoppers and three flatcars", "46 people, 42 passengers and four crew"."""
    del before, after
    own = _own(row)
    for place, total in enumerate(own[:-2]):
        parts = list_of(document, own[place + 1 :])
        if not parts or not closed(document, parts[-1]) or not all(_named(part) for part in parts):
            continue
        gap = between(document.text, total, parts[0])
        if SOME.search(gap):
            continue
        if _MADE_UP.fullmatch(gap):
            return Total(document, total, tuple(parts), exhaustive=True, near=_NEAR)
        if (_OPENS.fullmatch(gap) or _OPENS_BRACKET.fullmatch(gap)) and _of_a_kind(document, total, parts):
            return Total(document, total, tuple(parts), exhaustive=True, near=_NEAR)
        if _APPOSED.fullmatch(gap) and _takes_all(document, total) and not any(_takes_all(document, p) for p in parts):
            return Total(document, total, tuple(parts), exhaustive=True, near=_CLOSE)
    return None


def _placed(document: Document, before: Row, row: Row, after: Row) -> Total | None:
    """ "23 bodies were found: 14 in the village, six at the mine and four …", "62 calls, 38 of them at A …"."""
    del before, after
    own, text = _own(row), document.text
    for place, total in enumerate(own[:-2]):
        parts = list_of(document, own[place + 1 :])
        if not parts or not _countable(total) or any(map(_named, parts)) or not closed(document, parts[-1]):
            continue
        gap = between(text, total, parts[0])
        if SOME.search(gap):
            continue
        of_them = OF_THEM.match(text, parts[0].mention.end)
        if of_them and _APPOSED.fullmatch(gap) and all(_stands(text, part, _NAMED_PLACE) for part in parts):
            return Total(document, total, tuple(parts), exhaustive=False, near=_OVER)
        if _OPENS_LIST.fullmatch(gap) and not of_them and all(_stands(text, part, _SOMEWHERE) for part in parts):
            return Total(document, total, tuple(parts), exhaustive=len(parts) >= _KINDS_LEAST, near=_CLOSE)
    return None


def _placed_next(document: Document, before: Row, row: Row, after: Row) -> Total | None:
    """ "Twenty-three bodies have been found. Fourteen were in Lorn, six at Pell and four at Mirk"."""
    del after
    own, text = _own(row), document.text
    if len(before) != 1 or not _countable(before[0]) or len(own) < 2 or any(map(_named, own)):
        return None
    lead = text[own[0].sentence.start : own[0].mention.start].strip()
    if lead and not _OF_THEM_LEAD.fullmatch(lead):
        return None
    if len(list_of(document, own)) != len(own) or not closed(document, own[-1]):
        return None
    if not all(_stands(text, part, _NAMED_PLACE) for part in own):
        return None
    return Total(document, before[0], tuple(own), exhaustive=False, near=_OVER)


_OF_THEM_LEAD = re.compile(r"Of (?:them|these|those),?")
_PARTICIPLE = re.compile(r"(?: (?:were|was|are|is|have|has|had|been|being|[a-z]+ed|found|held|shot|hit))+(?= )")


def _stands(text: str, part: Fact, where: re.Pattern[str]) -> bool:
    """Whether the words behind a count say no more than where it was counted: " of them were found in Lorn"."""
    after = part.mention.end
    for skipped in (OF_THEM, _PARTICIPLE):
        found = skipped.match(text, after)
        after = found.end() if found else after
    return where.match(text, after) is not None


def _countable(total: Fact) -> bool:
    return bool(total.quantity.noun) and total.quantity.kind is QuantityKind.COUNT


def _of_a_kind(document: Document, total: Fact, parts: Row) -> bool:
    """Whether counts may be parts of the total: "19 cars" of tank cars and flatcars, not "12 games" of goals."""
    if total.quantity.kind is QuantityKind.MONEY or _takes_all(document, total):
        return True
    head = total.quantity.noun.lower().rpartition(" ")[2]
    nouns = [part.quantity.noun.lower().rpartition(" ")[2] for part in parts]
    return bool(head) and (any(noun.endswith(head) for noun in nouns) or all(noun in _SORTS for noun in nouns))


_SORTS = frozenset({"adults", "boys", "children", "females", "girls", "males", "men", "women"})


def _named(part: Fact) -> bool:
    return bool(part.quantity.noun) or part.quantity.kind is QuantityKind.MONEY


def _takes_all(document: Document, fact: Fact) -> bool:
    """Whether a figure counts all the people there are: "46 people", "a jury of 12", "the 14-member crew"."""
    noun = fact.quantity.noun.lower().rpartition(" ")[2]
    before = document.text[max(fact.sentence.start, fact.mention.start - _LEAD) : fact.mention.start].lower().split()
    return noun in _ALL_PEOPLE or (before[-1:] == ["of"] and before[-2:-1] != [] and before[-2] in _GROUPS)


def _in_all(document: Document, before: Row, row: Row, after: Row) -> Total | None:
    """ "Six officers and nine protesters were hurt, 15 people in all"."""
    del before, after
    own = _own(row)
    parts = list_of(document, own)
    if not parts or len(parts) != len(own) - 1:
        return None
    total, text = own[-1], document.text
    lead = text[parts[-1].mention.end : total.mention.start]
    if not (_IN_ALL.match(text, total.mention.end) or _A_TOTAL.search(lead)) or SOME.search(lead):
        return None
    gap = between(text, parts[-1], total)
    return Total(document, total, tuple(parts), exhaustive=True, near=_NEAR) if _TO_TOTAL.fullmatch(gap) else None


def _of_them(document: Document, before: Row, row: Row, after: Row) -> Total | None:
    """ "Of the 14 people aboard, nine were saved and three are dead. Two are missing"; sums of money likewise."""
    del before
    text, own = document.text, _own(row)
    if not _OF.fullmatch(text[row[0].sentence.start : row[0].mention.start].lstrip()):
        return None
    totals_ = [row[0], *(fact for fact in row if fact.quantity.converts == row[0].quantity.start)]
    parts = [fact for fact in own[1:] if fact not in totals_]
    if SOME.search(text[row[0].mention.end : row[0].sentence.end]) or not 2 <= len(parts) <= _LONGEST:
        return None
    if all(part.quantity.kind is QuantityKind.MONEY for part in parts):
        same = [fact for fact in totals_ if fact.quantity.unit == parts[0].quantity.unit]
        listed = len(list_of(document, parts)) == len(parts)
        return Total(document, same[0], tuple(parts), exhaustive=False, near=_OVER) if same and listed else None
    if len(parts) == 2 and row[0].quantity.low >= _HALVES_LEAST and not _exclude(document, parts):
        return Total(document, row[0], tuple(parts), exhaustive=False, near=_HALVES_NEAR)
    if after and not after[0].quantity.noun and text[after[0].sentence.start : after[0].mention.start].strip() == "":
        parts.append(after[0])
    return Total(document, row[0], tuple(parts), exhaustive=False, near=_OVER) if _exclude(document, parts) else None


def _exclude(document: Document, parts: Row) -> bool:
    """Whether the counts are of states of which nobody is in two."""
    told = [_said_of(document, part, parts) for part in parts]
    for states in table("exclusive_states").values():
        found = [{state for state, words in states.items() if _tells(tell, words)} for tell in told]
        if all(len(each) == 1 for each in found) and len({min(each) for each in found}) == len(parts):
            return True
    return False


def _tells(said: str, words: Iterable[str]) -> bool:
    return any(f" {word} " in said for word in words)


def _said_of(document: Document, part: Fact, parts: Row) -> str:
    """The words between a count and the next one, or its sentence's end, each with a blank on both sides."""
    later = [other.mention.start for other in parts if other.mention.start > part.mention.start]
    end = min([part.sentence.end, *later])
    return f" {' '.join(re.findall('[a-z]+', document.text[part.mention.end : end].lower()))} "


_NOMINAL = re.compile(r" (?:were|are) (?:[a-z][a-z-]* ){0,3}[a-z]+s\b")
_KINDS_LEAST = 3


def _kinds(document: Document, before: Row, row: Row, after: Row) -> Total | None:
    """ "Nineteen cars derailed. Seven were tank cars, nine were hoppers and three were flatcars"."""
    del after
    own, text = _own(row), document.text
    if not before or len(own) < _KINDS_LEAST or any(part.quantity.noun for part in own):
        return None
    total = before[0]
    at_start = text[own[0].sentence.start : own[0].mention.start].strip() == ""
    head = total.subject.head
    if not (at_start and head and total.quantity.noun and {part.subject.head for part in own} == {head}):
        return None
    if head in _PEOPLE or SOME.search(text[row[0].mention.end : row[0].sentence.end]):
        return None
    if len(list_of(document, own)) != len(own) or not all(_NOMINAL.match(text, part.mention.end) for part in own):
        return None
    return Total(document, total, tuple(own), exhaustive=False, near=_OVER)


_PEOPLE = frozenset({"adult", "man", "member", "people", "person", "resident", "woman"})
"""People are of several kinds at once: twelve of twenty are women, nine are teachers."""


def _composed(document: Document, before: Row, row: Row, after: Row) -> Total | None:
    """ "It costs 3.6 billion euros. The price consists of 2 billion in cash and 1.6 billion in shares"."""
    del after
    text, own = document.text, _own(row)
    for place, first in enumerate(own):
        if not _COMPOSED.search(text[first.sentence.start : first.mention.start]):
            continue
        parts = list_of(document, own[place:])
        if not parts or first.quantity.kind is not QuantityKind.MONEY:
            return None
        opens = _SUM_OPENS.match(text[first.sentence.start : first.sentence.end].lstrip()) is not None
        known = row[: row.index(first)] or (before if opens else ())
        same = [fact for fact in known if fact.quantity.unit == first.quantity.unit]
        return Total(document, same[0], tuple(parts), exhaustive=True, near=_NEAR) if len(same) == 1 else None
    return None


def _together(document: Document, before: Row, row: Row, after: Row) -> Total | None:
    """ "It raises 560 million; exemptions bring 90 million. Together the 650 million …"."""
    del after
    own, parts = _own(row), _own(before)
    if not own or len(parts) < 2:
        return None
    opening = document.text[own[0].sentence.start : own[0].mention.start]
    same = {(fact.quantity.kind, fact.quantity.unit) for fact in (own[0], *parts)}
    if not _TOGETHER.match(opening.lstrip()) or len(same) > 1 or own[0].quantity.kind is not QuantityKind.MONEY:
        return None
    return Total(document, own[0], tuple(parts), exhaustive=True, near=_NEAR)


_VOTING = re.compile(r"\b(?:vot\w+|pass\w*|approv\w+|reject\w*|senators|lawmakers|councill?ors|deputies|legislators)\b")
_MEMBERS = frozenset(
    {"member", "members", "seat", "seats", "senators", "lawmakers", "deputies", "legislators", "councillors"}
)
_WHOLE_HOUSE = re.compile(r"(?:'s|\u2019s|\bthe|\ba|\bof|\bits|\ball) $")
_OTHER_HOUSE = re.compile(r"\b(?:after|and|before|but|than|though|when|where|which|while|whose)\b|[;:]")
_HOUSE_REACH = 70
_LEAD = 40


def _vote(document: Document, before: Row, row: Row, after: Row) -> Total | None:
    """ "33 voted yes, 15 no and two abstained" in a chamber of 49; "a 33-17 vote in the 49-member Senate"."""
    own, text = _own(row), document.text
    if not _VOTING.search(text[own[0].sentence.start : own[0].sentence.end] if own else ""):
        return None
    houses = [fact for fact in (*own, *before, *after) if _is_house(document, fact)]
    if len(houses) != 1:
        return None
    cast = _cast(document, [fact for fact in own if fact not in houses])
    if not cast or not _votes_in(document, cast, houses[0], before if houses[0] in before else after):
        return None
    return Total(document, houses[0], tuple(cast), exhaustive=False, near=_OVER)


def _votes_in(document: Document, cast: Row, house: Fact, home: Row) -> bool:
    """Whether the votes are surely those of that house: no other is named between, and no other vote beside it."""
    if house.sentence != cast[0].sentence:
        of_the_house = document.text[house.mention.end : house.mention.end + 1] == " "
        return of_the_house and all(fact.quantity.kind is not QuantityKind.SCORE for fact in home)
    first, last = sorted((house, cast[0]), key=lambda fact: fact.mention.start)
    gap = document.text[first.mention.end : last.mention.start]
    return len(gap) <= _HOUSE_REACH and _OTHER_HOUSE.search(gap) is None


def _is_house(document: Document, fact: Fact) -> bool:
    noun = fact.quantity.noun.lower().rpartition(" ")[2]
    lead = document.text[max(fact.sentence.start, fact.mention.start - _LEAD) : fact.mention.start].lower()
    return fact.quantity.kind is QuantityKind.COUNT and noun in _MEMBERS and _WHOLE_HOUSE.search(lead) is not None


def _cast(document: Document, facts: Row) -> Row:
    """The votes of one count: a score with those who did not vote, or yes, no and neither; empty where not plain."""
    scores = [fact for fact in facts if fact.quantity.kind is QuantityKind.SCORE]
    neither = table("exclusive_states")["vote"]["neither"]
    if scores:
        rest = [fact for fact in facts if fact not in scores and _tells(_said_of(document, fact, facts), neither)]
        return [*scores, *rest] if len(scores) == 1 else []
    return facts if 1 < len(facts) <= _LONGEST and _exclude(document, facts) else []
