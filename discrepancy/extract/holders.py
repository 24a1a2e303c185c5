"""Whom a noun stands for: "the president", "the 45-year-old", "the Dutchman"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from discrepancy.extract.antecedents import Hearings, antecedent
from discrepancy.extract.cast import Cast, genders
from discrepancy.extract.reading import Reading
from discrepancy.extract.spots import Spots
from discrepancy.lexicon import table
from discrepancy.lexicon.people import is_place_word, is_title_word, office_of
from discrepancy.lexicon.roles import is_role_noun
from discrepancy.model import Fact, Span
from discrepancy.text.characters import fold
from discrepancy.text.engine import Token

_INDEFINITE = frozenset(
    {"a", "an", "another", "one", "some", "any", "every", "each", "no", "both", "several", "many", "other", "most"}
)
_AGES = frozenset({"teenager", "youngster", "pensioner", "octogenarian", "septuagenarian", "nonagenarian"})
"""Nouns of an age that stand for whoever was spoken of last."""
_AGED = re.compile(r"(\d{1,3})-year-old$")


def holder(reading: Reading, cast: Cast, subject: Token, words: str, heard: Hearings) -> Fact | None:
    """The person whom "the president", "the 45-year-old" or "the Dutchman" means; None for "a mayor" and "mayors".

    Args:
        reading: the document.
        cast: its persons.
        subject: the token of the noun.
        words: the noun with what stands before it.
        heard: who spoke before it, in order.
    """
    parts = words.lower().split()
    front = {token.text.lower() for token in reading.parsed.of(subject, "det", "nummod", "amod")}
    if not parts or subject.tag in {"NNS", "NNPS"} or front & _INDEFINITE or parts[0] in _INDEFINITE:
        return None
    if cast.at(Span(subject.start, subject.end)) is not None:
        return None
    aged = _AGED.search(words.lower())
    if aged:
        of_age = cast.described.of_age.get(aged.group(1))
        told = _last_before(reading, of_age, subject) if of_age else None
        return told or _of_no_other_age(cast, antecedent(reading, cast, subject, heard))
    if parts[:-1] == ["the"] and parts[-1] in _AGES:
        return antecedent(reading, cast, subject, heard)
    if is_title_word(parts[-1]) or is_role_noun(parts[-1]) or parts[-1] in genders()["nouns"]:
        return _in_office(reading, cast, parts, subject, heard)
    if parts[0] == "the" and subject.text[:1].isupper() and is_place_word(parts[-1]):
        return antecedent(reading, cast, subject, heard)
    return None


def _last_before(reading: Reading, mentions: Spots[Fact], noun: Token) -> Fact | None:
    """The last of ``mentions`` that ends before a noun and stands in nobody's words."""
    before = (f for f in mentions.before(noun.start) if f.mention.end <= noun.start)
    return next((f for f in before if reading.quote_at(f.mention.start) is None), None)


def _of_no_other_age(cast: Cast, last: Fact | None) -> Fact | None:
    """Whoever was spoken of last, for "the 71-year-old", unless the text gives that person another age."""
    return None if last is None or cast.key(last) in cast.described.aged else last


def _in_office(reading: Reading, cast: Cast, parts: Sequence[str], subject: Token, heard: Hearings) -> Fact | None:
    """The last person named before who holds the office that ``parts`` name, or is described by that noun."""
    if reading.parsed.of(subject, "appos"):  # "the port's operator, Van Oord, said": it says itself who it is
        return None
    if reading.parsed.of(subject, "poss") and office_of(parts[-1]).startswith("person:"):
        return None
    called = cast.described.called.get(parts[-1], {})
    holders = [key for key, titles in called.items() if not all(_another_office(title, parts) for title in titles)]
    named = (_last_before(reading, cast.own[key], subject) for key in holders)
    last = max((fact for fact in named if fact), key=lambda fact: fact.mention.start, default=None)
    places = [word for word in parts[:-1] if is_place_word(word.removesuffix("'s").removesuffix("’s"))]
    if last is None or not places:
        return last
    if all(fold(place) in cast.described.titles[cast.key(last)] for place in places):
        return last
    spoke = antecedent(reading, cast, subject, heard)
    return last if spoke is not None and cast.key(spoke) == cast.key(last) else None


def _another_office(title: str, parts: Sequence[str]) -> bool:
    """Whether the words name another office than ``title``: "the deputy mayor" is not the mayor."""
    qualifiers = table("titles")["qualifiers"]
    own = set(title.lower().split())
    if any(word in qualifiers and word not in own for word in parts[:-1]):
        return True
    said, held = office_of(" ".join(parts)), office_of(title)
    return bool(said and held) and said != held and said != office_of(parts[-1])
