"""When persons were born and things made, and how old they are said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from discrepancy.lexicon.measures import concept_of
from discrepancy.model import BlockRole, Date, Document, Fact, FactKind, FactRole, Hedge, Quantity, Story

_BORN = re.compile(
    r"(?P<link>,? (?:who )?(?:was|is) |, | \()born (?:in [^,.;:()]{1,30}? )?(?:in|on) (?:the )?$", re.IGNORECASE
)
_BORN_FIRST = re.compile(r"(?:^|[.;\u201d\"] )Born (?:in [^,.;:()]{1,30}? )?(?:in|on) $")
_AFTER_BIRTH = re.compile(r"(?: (?:in|to) [^,.;:()]{1,40})?, (?:[A-Z][a-z]*\.? ){0,2}$")
_TITLE = r"(?:[A-Z][a-z]*\.? ){0,2}"
_APPOSED = re.compile(r", $| \($")
_CLOSED = re.compile(r"[,.;:)]|$")
_THEN = re.compile(
    r"\b(?:then|at the time|aged|when|would|turns?|turned|turning|was|were|had|late|dead|die[ds]?|killed)\b"
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_MADE = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Ii]ts|[Tt]heir) (?:[a-z-]+ ){0,2}?(?P<noun>[a-z-]+),? ?"
    r"\(?(?:(?:which|that) )?(?:(?:was|is) )?(?:first )?(?:built|manufactured|constructed|erected) in $"
)
_OLD = re.compile(r"\b(?:[Tt]he|[Tt]his|[Ii]ts|[Tt]heir) (?:[a-z-]+ ){0,2}?(?P<noun>[a-z-]+) (?:is|was) $")
_OLD_BEFORE = re.compile(r"\b(?:[Tt]he|[Tt]his|[Ii]ts|[Tt]heir) $")
_NOUN = re.compile(
    r" (?:[a-z-]+ ){0,2}?(?P<noun>[a-z-]+)"
    r"(?= (?:had|has|was|is|were|that|which|came|went|collapsed|sank|crashed)\b|[,.])"
)
_HISTORY = re.compile(
    r" (?:history|existence|life) of (?:the|its) (?P<noun>[a-z-]+),? (?:which |that )?(?:was )?"
    r"(?:founded|established|created|set up|launched|formed|built) in "
)


@dataclass(frozen=True, slots=True)
class Origin:
    """When somebody was born or something made. ``who``: a person's id, or what the thing's noun stands for."""

    who: str
    name: str
    fact: Fact
    date: Date
    thing: bool


@dataclass(frozen=True, slots=True)
class Age:
    """How old somebody or something is said to be."""

    who: str
    name: str
    fact: Fact
    document: Document


def origins(story: Story) -> Iterator[Origin]:
    """Every day or year of birth, and every year in which a thing was built."""
    people = _People(story)
    for fact in story.facts:
        if fact.kind is not FactKind.DATE or not isinstance(fact.value, Date) or fact.value.relative:
            continue
        if fact.value.first is None or fact.value.last is None or fact.mention.block is BlockRole.CORRECTION:
            continue
        text = story.document[fact.mention.document].text
        before = _lead(text, fact)
        person = people.born(text, before, fact)
        if person is not None:
            yield Origin(*person, fact, fact.value, thing=False)
        elif (made := _MADE.search(before)) is not None:
            yield Origin(_thing(made["noun"]), made["noun"], fact, fact.value, thing=True)


def _lead(text: str, fact: Fact) -> str:
    """What stands before a mention in its sentence, as far as it can tell whose it is."""
    return text[max(fact.sentence.start, fact.mention.start - _REACH_BACK) : fact.mention.start]


_REACH_BACK = 120


def _thing(noun: str) -> str:
    return f"the {concept_of(noun)}"


class _People:
    """The mentions of persons of a story, by document and place."""

    def __init__(self, story: Story) -> None:
        self._ends: dict[tuple[str, int], Fact] = {}
        self._starts: dict[tuple[str, int], Fact] = {}
        for fact in story.facts:
            if fact.kind is FactKind.PERSON:
                self._ends[fact.mention.document, fact.mention.end] = fact
                self._starts[fact.mention.document, fact.mention.start] = fact
        self._names = {person.id: person.name for person in story.people}

    def born(self, text: str, before: str, date: Fact) -> tuple[str, str] | None:
        """Who was born on ``date``: named right before "born", or right after the date."""
        found = _BORN.search(before)
        if found is not None:
            return self._named(
                self._ends.get((date.mention.document, date.mention.start - len(before) + found.start()))
            )
        if _BORN_FIRST.search(before) is None:
            return None
        for start in range(date.mention.end, min(date.sentence.end, date.mention.end + _REACH)):
            person = self._starts.get((date.mention.document, start))
            if person is not None:
                return self._named(person) if _AFTER_BIRTH.fullmatch(text[date.mention.end : start]) else None
        return None

    def aged(self, text: str, age: Fact) -> tuple[str, str] | None:
        """Whose age stands in apposition: "Ana Ruiz, 49, ", "Ana Ruiz (49)"."""
        at = age.mention
        before = _lead(text, age)
        lead = _APPOSED.search(before)
        if lead is None or not _CLOSED.match(text, at.end):
            return None
        return self._named(self._ends.get((at.document, at.start - len(before) + lead.start())))

    def _named(self, person: Fact | None) -> tuple[str, str] | None:
        if person is None or person.subject.head not in self._names:
            return None
        return person.subject.head, self._names[person.subject.head]


_REACH = 60


def ages(story: Story) -> Iterator[Age]:
    """Every exact age in apposition to a name, and of a thing with "the"."""
    people = _People(story)
    for document in story.documents:
        for fact in story.quantities[document.id]:
            if not _is_age(fact.quantity) or fact.mention.block is BlockRole.CORRECTION:
                continue
            if fact.role is not FactRole.AGE:
                continue
            sentence = document.text[fact.sentence.start : fact.sentence.end]
            if _YEAR.search(sentence):
                continue
            person = people.aged(document.text, fact)
            if person is not None:
                if _THEN.search(sentence.lower()) is None:
                    yield Age(*person, fact, document)
            elif (noun := _old_thing(document.text, fact)) is not None:
                yield Age(_thing(noun), noun, fact, document)


def _is_age(q: Quantity) -> bool:
    return q.low == q.high and q.hedge in {Hedge.NONE, Hedge.EXACTLY} and q.unit in {"", "year"} and q.low == int(q.low)


def _old_thing(text: str, fact: Fact) -> str | None:
    before = _lead(text, fact)
    found = _OLD.search(before)
    if found is None and _OLD_BEFORE.search(before):
        found = _NOUN.match(text, fact.mention.end)
    return found["noun"] if found else None


def histories(story: Story) -> Iterator[tuple[Age, Origin]]:
    """ "The 50-year history of the company, which was founded in 1964": age and origin in one breath."""
    dates = {(fact.mention.document, fact.mention.start): fact for fact in story.facts if fact.kind is FactKind.DATE}
    for document in story.documents:
        for fact in story.quantities[document.id]:
            found = _HISTORY.match(document.text, fact.mention.end)
            date = dates.get((document.id, found.end())) if found else None
            if found is None or date is None or fact.quantity.unit != "year" or not _is_age(fact.quantity):
                continue
            if isinstance(date.value, Date) and date.value.first is not None:
                who = _thing(found["noun"])
                yield (
                    Age(who, found["noun"], fact, document),
                    Origin(who, found["noun"], date, date.value, thing=True),
                )
