"""Lists that a text ties to a total by how their sentence opens, or by a colon: "They are 21 men, nine women …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from discrepancy.lexicon import table
from discrepancy.model import Document, Fact, QuantityKind, Story
from discrepancy.rules.totals import OF_THEM, SOME, Total, closed, list_of
from discrepancy.rules.written import between, room, runs

_NEAR: Final = Decimal("0.15")
"""How far a sum may be off, as a part of the total, to be a slip of it."""
_LEAST: Final = 4
_LEAST_PARTS: Final = 3
_REST: Final = re.compile(r"\b(?:remaining|(?:the|their|its) (?:other|final|last)) $")
_THE_REST: Final = re.compile(
    r"[^.:()\d]{1,90}(?:[,;]|\band|\bwhile|\bbut) (?:and |while |but )?[^.;:()\d,]{0,30}?\b(?:the|their"
    r"|its) (?:remaining|other) "
)
_PAID: Final = re.compile(
    r"(?:pays?|paid|will pay|contribut\w+|provid\w+|gives?|gave|covers?|covered|bears?|puts? up|chips? in"
    r"|com(?:es|ing) from"
    r"|came from|comes out of|goes to|went to|go to|is for|are for|supplies|supplied|spent|spends|committed"
    r"|pledged|c[ao]mes? to|cost|costs|amount(?:s|ed) to|accounts? for|accounted for|makes? up|made up|took|brought in"
    r"|was|were|received|receives?|gets?|got|burned|destroyed|covers) $"
)
"""Verbs by which the parts of a sum are told after it."""
_THEY: Final = re.compile(
    r"[\"\u201c]?(?:They|These|Those|All|It|This|That|The (?:[a-z]+ ){0,2}(?P<noun>[a-z]+)|Among them)"
    r" (?:are|were|was|is|comprised?|consist(?:s|ed)? of|(?:are|were|was|is) made up of|(?:are|were|was|is) split into"
    r"|(?:are|were|was|is) (?:composed|formed) of|number) $"
)
_OF: Final = re.compile(
    r"[\"\u201c]?Of (?:them|these|those|that|this|which|whom|(?:the|its|their|that|this|those|his|her|all)"
    r" (?:[a-z][a-z'\u2019-]* ){0,3}?[a-z]+)(?: [a-z]+ed)?,? $"
)
_OF_FIGURE: Final = re.compile(
    r"(?:^|[,;:] |and |but |that |said )[\"\u201c]?[Oo]f (?:(?:the|its|their|those|these|his|her|all|a total of|some"
    r"|about|roughly|that) )*(?:[a-z][a-z'\u2019-]* )?$"
)
_OPENS: Final = re.compile(r"[^.;:()\d]{0,120}?(?::| \u2014| \u2013| -) ?|[^.;:()\d,]{0,40} \(")
_APPOSED: Final = re.compile(r"[^.;:()\d]{0,90}, ")
_AFTER_OF: Final = re.compile(r"[^.;:\d]{0,80}?,? ?(?:some )?")
_BRACKET: Final = re.compile(r" ?\([^()]*\)")
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_WITHIN: Final = re.compile(
    r"\b(?:in|over|after|during|within|from|by|for|than|every|between|and|to|per) (?:the |its |their |his |her "
    r"|just )?$"
)
"""Words by which a figure says in or after how many something is counted: "in 12 games - four goals, seven assists"."""
_OVERLAPS: Final = re.compile(
    r"^(?: [a-z]+ed| of them| are| were| is| was| aged?)* (?:women|men|female|males?|girls?|boys?|children|minors"
    r"|under|over|aged|older|younger|new|first|students|foreign\w*|homeless|unemployed|also|pregnant|elderly|teen\w*"
    r"|(?:have|had)(?! (?:been|died|gone|come|[a-z]+ed)\b)|said|say|want\w*|would|do|did|think|thought)\b"
)
"""What a part may be told as beside another part: a woman may be a teacher, who says one thing may say another."""
_STANDS: Final = re.compile(
    r"^(?: (?:were|was|are|is|have|has|had|been|went|go|goes|came|come|lay|sit|stand|work|live|fell|belong|[a-z]+ed"
    r"|found|held|hit|shot|sent|sold|made|built|lost|[a-z]+(?=,)))*"
    r" (?:in|at|on|from|near|by|to|for|against|aboard|inside|outside|across|along|off|between|under|among|of|with|about"
    r"|through|behind|beneath|around|beside|via)\b"
)


@dataclass(frozen=True, slots=True)
class _List:
    """A list of figures in one sentence, with what was told before it."""

    document: Document
    parts: Sequence[Fact]
    row: Sequence[Fact]
    earlier: Sequence[Fact]
    previous: Sequence[Fact]
    elsewhere: Sequence[Fact]
    """The first count of each other version."""
    texts: Mapping[str, str]
    """The versions' texts by their ids."""

    @property
    def lead(self) -> str:
        """The words of the sentence before the first part, its hedge aside."""
        return _lead(self.document, self.parts[0])

    def story_text(self, fact: Fact) -> str:
        """The sentence that states a figure, of this version or another."""
        return self.texts[fact.mention.document][fact.sentence.start : fact.sentence.end]

    @property
    def rest(self) -> bool:
        """Whether the last part is told to be all that is left: "and the remaining 20"."""
        last = self.parts[-1]
        return _REST.search(self.document.text[last.sentence.start : last.mention.start]) is not None

    @property
    def sum(self) -> tuple[Decimal, Decimal]:
        """What the parts make, as rounded."""
        rooms = [room(part) for part in self.parts]
        return sum((low for low, _ in rooms), Decimal(0)), sum((high for _, high in rooms), Decimal(0))


def _lead(document: Document, fact: Fact) -> str:
    text = document.text[fact.sentence.start : fact.mention.start].lstrip()
    return text.removesuffix(f"{fact.quantity.hedge_text} ") if fact.quantity.hedge_text else text


def tied_lists(story: Story) -> Iterator[Total]:
    """Every list that its own words tie to a total, document by document."""
    texts = {document.id: document.text for document in story.documents}
    first = {
        document.id: next(fact for fact in story.quantities[document.id] if _counts(fact))
        for document in story.documents
        if any(_counts(fact) for fact in story.quantities[document.id])
    }
    for document in story.documents:
        rows = [[fact for fact in row if fact.quantity.converts < 0] for row in runs(story, document.id)]
        rows = [row for row in rows if row]
        elsewhere = [fact for each, fact in first.items() if each != document.id]
        for place, row in enumerate(rows):
            earlier = [fact for each in rows[:place] for fact in each]
            previous = rows[place - 1] if place and _follows(document, rows[place - 1][0], row[0]) else []
            for found in _lists(document, row, (earlier, previous, elsewhere, texts)):
                total = _read(found)
                if total is not None:
                    yield total
                    break


def _follows(document: Document, one: Fact, other: Fact) -> bool:
    return not document.text[one.sentence.end : other.sentence.start].strip()


def _counts(fact: Fact) -> bool:
    return fact.quantity.kind is QuantityKind.COUNT and bool(fact.quantity.noun)


def _lists(
    document: Document,
    row: Sequence[Fact],
    around: tuple[Sequence[Fact], Sequence[Fact], Sequence[Fact], Mapping[str, str]],
) -> Iterator[_List]:
    for place in range(len(row) - 1):
        parts = list_of(document, row[place:])
        if len(parts) > 1 and _of_one_unit(parts) and closed(document, parts[-1]) and not _added(document, parts[-1]):
            yield _List(document, parts, row, *around)
    for pair in pairwise(row):
        gap = document.text[pair[0].mention.end : pair[1].mention.start]
        if _THE_REST.fullmatch(gap) and _of_one_unit(pair) and closed(document, pair[1]):
            yield _List(document, pair, row, *around)


def _of_one_unit(facts: Sequence[Fact]) -> bool:
    kinds = {(fact.quantity.kind, fact.quantity.unit, fact.quantity.per) for fact in facts}
    exact = all(fact.quantity.low == fact.quantity.high for fact in facts)
    return exact and len(kinds) == 1 and facts[0].quantity.kind in _ADDED


def _added(document: Document, last: Fact) -> bool:
    """Whether more are told behind the list: "plus five goalkeepers", "three more got out alone"."""
    rest = document.text[last.mention.end : last.sentence.end + _AFTERWARDS].partition("\n")[0]
    return _PLUS.search(rest) is not None


_ADDED: Final = frozenset({QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE})


def _read(found: _List) -> Total | None:
    if len(found.parts) < _LEAST_PARTS and not found.rest:
        return _in_two(found)
    return _here(found) or _before(found)


def _here(found: _List) -> Total | None:
    """A total in the list's own sentence: "4,200 jobs: 1,900 in …", "of the 412 kg, 260 were …"."""
    place = found.row.index(found.parts[0])
    if not place:
        return None
    total, text = found.row[place - 1], found.document.text
    if not _may_be(total, found):
        return None
    lead = _lead(found.document, total)
    gap = _YEAR.sub("", _BRACKET.sub("", between(text, total, found.parts[0])))
    if SOME.search(gap):
        return None
    if _OF_FIGURE.search(lead) and _AFTER_OF.fullmatch(gap) and (found.rest or _disjoint(found)):
        return _total(found, total, exhaustive=found.rest)
    if OF_THEM.match(text, found.parts[0].mention.end) and _APPOSED.fullmatch(gap) and not _overlap(found):
        return _total(found, total, exhaustive=False)
    alike = _sums(found) or not _WITHIN.search(lead)
    return _total(found, total, exhaustive=True) if alike and _OPENS.fullmatch(gap) and _appose(found) else None


def _in_two(found: _List) -> Total | None:
    """ "157 seats between them: 131 for the one and 26 for the other"."""
    place = found.row.index(found.parts[0])
    if not place or len(found.row) != place + 2:
        return None
    total = found.row[place - 1]
    gap = _YEAR.sub("", _BRACKET.sub("", between(found.document.text, total, found.parts[0])))
    whole = _TOGETHER.search(gap) is not None or total.quantity.low >= _TELLING
    if SOME.search(gap) or not _COLON.fullmatch(gap) or not whole or not _may_be(total, found):
        return None
    return _total(found, total, exhaustive=True) if _disjoint(found) or _appose(found) else None


_COLON: Final = re.compile(r"[^.;:()\d]{0,90}?(?::| \u2014| \u2013| -) ?")
_TOGETHER: Final = re.compile(r"\b(?:between them|in all|in total|together|combined|altogether|all told)\b")
_TELLING: Final = 100
"""Two parts of a total below may be two of several."""


def _appose(found: _List) -> bool:
    """Whether the parts are told as kinds or sites of one thing, and nothing goes on about one of them."""
    nouns = [part.quantity.noun for part in found.parts]
    return _sums(found) or all(nouns) or not any(nouns[1:])


_FATES: Final = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        r"dead|died|dies|kill\w*|deaths?|toll|victims?|bodies|lives|fatalit\w+|perished",
        r"injur\w+|wound\w+|hurt\w*|casualties",
        r"rescue\w*|saved?|alive|surviv\w+|safe|freed?|released?|hostages?|captives?",
        r"missing|disappeared|unaccounted",
        r"arrest\w*|detain\w*|held|custody|suspects?|charged|accused|defendants?|convicted",
    )
)
"""Words of what became of people: "the injured are …" goes back to a count of the injured."""
_PLUS: Final = re.compile(r"\b(?:plus|as well as|along with|besides|in addition|apart from|not counting)\b|\bmore\b")
_AFTERWARDS: Final = 60


def _goes_back(found: _List, noun: str | None, total: Fact) -> bool:
    """Whether "the injured are …" may mean those whom the total counts, and nobody is added to them."""
    if noun is None:
        return True
    fates = [words for words in _FATES if words.fullmatch(noun)]
    text = found.story_text(total)
    return not fates or any(words.search(text) for words in fates)


def _before(found: _List) -> Total | None:
    """A total in an earlier sentence, to which the opening of the list's own goes back."""
    they, of = _THEY.match(found.lead), _OF.fullmatch(found.lead)
    if they:
        if not all(part.quantity.noun or _sums(found) for part in found.parts):
            return None
        known = [fact for fact in found.earlier if _goes_back(found, they["noun"], fact)]
        if any(_may_be(fact, found) for fact in known):
            return _nearest(found, known, exhaustive=True)
        others = [fact for fact in found.elsewhere if _goes_back(found, they["noun"], fact)]
        return _nearest(found, others, exhaustive=True) if all(map(_counts, found.parts)) else None
    if of and (found.rest or _disjoint(found)):
        return _nearest(found, found.previous or found.earlier, exhaustive=found.rest)
    plain = not found.lead or (len(found.lead) <= _SHORT and _PAID.search(found.lead) is not None)
    told = (plain and _sums(found)) or (len(found.lead) <= _SHORT and _of_states(found))
    alike = [fact for fact in found.previous if fact.quantity.kind is found.parts[0].quantity.kind]
    return _nearest(found, alike, exhaustive=False) if told and len(alike) == 1 else None


_SHORT: Final = 60


def _of_states(found: _List) -> bool:
    """Whether bare counts are told by what became of each: two or more in states that exclude each other."""
    tails = [f" {' '.join(re.findall('[a-z]+', tail.lower()))} " for tail in _tails(found)]
    if any(part.quantity.noun for part in found.parts) or any(_OVERLAPS.match(tail) for tail in _tails(found)):
        return False
    for states in table("exclusive_states").values():
        read = [
            {state for state, words in states.items() if any(f" {word} " in tail for word in words)} for tail in tails
        ]
        known = [min(each) for each in read if len(each) == 1]
        if len(known) >= _STATES and len(set(known)) == len(known):
            return True
    return False


_STATES: Final = 2


def _sums(found: _List) -> bool:
    return found.parts[0].quantity.kind is not QuantityKind.COUNT


def _nearest(found: _List, facts: Sequence[Fact], *, exhaustive: bool) -> Total | None:
    """The last figure before that the list may be the parts of; None where one is just what they make."""
    known = [fact for fact in facts if _may_be(fact, found)]
    low, high = found.sum
    if any(low <= room(fact)[1] and room(fact)[0] <= high for fact in known):
        return None
    near = [fact for fact in known if low - fact.quantity.low <= fact.quantity.low * _NEAR and _near(fact, high)]
    return _total(found, near[-1], exhaustive=exhaustive) if near else None


def _near(fact: Fact, high: Decimal) -> bool:
    return fact.quantity.low - high <= fact.quantity.low * _NEAR


def _may_be(total: Fact, found: _List) -> bool:
    q = total.quantity
    first = found.parts[0].quantity
    alike = (q.kind, q.unit, q.per) == (first.kind, first.unit, first.per) and q.low == q.high
    most = max(part.quantity.low for part in found.parts)
    return alike and q.low > most and q.low >= _LEAST and not q.increment and not q.change


def _disjoint(found: _List) -> bool:
    """Whether nothing can be counted in two parts: each is told by its site, or they are sums of money, or weights."""
    if _sums(found):
        return True
    tails = _tails(found)
    return not any(_OVERLAPS.match(tail) for tail in tails) and all(_STANDS.match(tail) for tail in tails)


def _overlap(found: _List) -> bool:
    """Whether some part is told by what another may be too."""
    tails = [OF_THEM.sub("", tail, count=1) for tail in _tails(found)]
    named = [f" {part.quantity.noun.lower()}" for part in found.parts if part.quantity.noun]
    return any(_OVERLAPS.match(told) for told in (*tails, *named))


def _tails(found: _List) -> list[str]:
    """What is told behind each part, up to the next."""
    text, parts = found.document.text, found.parts
    ends = [*(part.mention.start for part in parts[1:]), parts[-1].sentence.end]
    tails = [text[part.mention.end : end] for part, end in zip(parts, ends, strict=True)]
    return [
        tail.removeprefix(f" {part.quantity.noun}") if part.quantity.noun else tail
        for tail, part in zip(tails, parts, strict=True)
    ]


def _total(found: _List, total: Fact, *, exhaustive: bool) -> Total:
    return Total(found.document, total, tuple(found.parts), exhaustive=exhaustive, near=_NEAR)
