"""Whose an age is, by the name that stands before it."""

from __future__ import annotations

import re

from discrepancy.extract.reading import Reading
from discrepancy.lexicon.people import is_title_word
from discrepancy.lexicon.roles import is_relation
from discrepancy.model import Quantity, Subject
from discrepancy.text.characters import fold, squeeze


def age_of_person(reading: Reading, quantity: Quantity) -> Subject | None:
    """The measure of an age: the person named right before it, or whom "the 27-year-old" stands for."""
    text = reading.document.text
    for span in reading.named.over(quantity.start - _AGE_GAP - 1, quantity.start):
        gap = text[span.end : quantity.start]
        if quantity.start - span.end >= 0 and not set(gap) & set(".;:"):
            name = squeeze(f"{_given_before(text, span.start)}{text[span.start : span.end]}")
            return Subject(head=fold(name), concept=fold(name), text=name)
    of_someone = quantity.text.endswith("-old") and text.endswith(("The ", "the "), 0, quantity.start)
    if of_someone and not _is_of_a_thing(text, quantity) and not reading.introduces(quantity.text):
        return _of_the_one_before(reading, quantity.start)
    return None


def _of_the_one_before(reading: Reading, at: int) -> Subject | None:
    """The measure of an age that stands for a person, "The 27-year-old": the only person named right before.

    That is in its own sentence before it, or else in the one before that, of this paragraph or the last.
    """
    text = reading.document.text
    token = reading.parsed.at(at)
    end, low = at, reading.sentence(token).start if token else at
    for _ in range(2):
        names = {squeeze(text[s.start : s.end]) for s in reading.named.begun(low, end) if s.end <= end}
        if names:
            name = max(names, key=lambda each: (len(each), each))
            one = all(set(fold(each).split()) <= set(fold(name).split()) for each in names)
            return Subject(head=fold(name), concept=fold(name), text=name) if one and _alone(text[low:at]) else None
        while low and text[low - 1].isspace():
            low -= 1
        before = reading.parsed.at(max(low - 1, 0))
        if before is None:
            return None
        end, low = low, reading.sentence(before).start
    return None


def _is_of_a_thing(text: str, quantity: Quantity) -> bool:
    """Whether a thing is that old: "the 84-year-old record"."""
    return _THING.match(text, quantity.end) is not None


def _alone(between: str) -> bool:
    """Whether nobody else can be meant: nobody nameless acts in the words before, and the one named does not speak."""
    said = {word.lower() for word in _WORD.findall(between)}
    return not (said & _SPOKEN or _NAMELESS.search(between) or any(map(is_relation, said)))


_THING = re.compile(
    r" (?:\w+ )?(?:records?|laws?|ban|building|house|church|bridge|company|club|firm|tradition|institution|ship"
    r"|vessel|plane|aircraft|car|truck|bus|tree|war|conflict|dispute|deal|treaty|system|network)\b"
)
_NAMELESS = re.compile(
    r"\b(?:an?|another|one|the|two|three)\s+(?:[\w-]+\s+){0,3}?(?:m[ae]n|wom[ae]n|boys?|girls?|teenagers?|youths?"
    r"|suspects?|victims?|drivers?|passengers?|gunm[ae]n|attackers?|patients?|pupils?|students?|child(?:ren)?|runners?"
    r"|motorists?|cyclists?|defendants?|accused|persons?|others?)\b",
    re.IGNORECASE,
)
_SPOKEN = frozenset({"said", "says", "told", "added", "announced", "confirmed", "according"})
_WORD = re.compile(r"[^\W\d_]+")


def _given_before(text: str, start: int) -> str:
    """A given name that was not read with the name behind it, for it is a title too: "Former cashier Dean Lindley"."""
    words = text[max(0, start - _NAME_REACH) : start].split(" ")
    if len(words) < _TITLED or words[-1] or not words[-3].islower():
        return ""
    return f"{words[-2]} " if words[-2][:1].isupper() and is_title_word(fold(words[-2])) else ""


_NAME_REACH = 40
_TITLED = 3


_AGE_GAP = 10
"""Characters between a name and its age: ", aged 44"."""
