"""Whom a pronoun, "the mayor" or "the Dutchman" stands for: the person named before it who fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from discrepancy.extract.cast import Cast, genders
from discrepancy.extract.reading import Reading
from discrepancy.lexicon import table
from discrepancy.lexicon.people import is_place_word, is_title_word, office_of
from discrepancy.model import Fact, Span
from discrepancy.text.characters import fold
from discrepancy.text.engine import Token

FOLLOWED = frozenset({"he", "she", "who"})
_FAR = 1500
"""Characters beyond which a pronoun stands for nobody."""
_LEDE = 1200
"""Characters from the start in which a pronoun may stand before the name that it means."""
_AHEAD = 400
_INDEFINITE = frozenset(
    {"a", "an", "another", "one", "some", "any", "every", "each", "no", "both", "several", "many", "other", "most"}
)
_AGED = re.compile(r"(\d{1,3})-year-old$")
_COMPLEMENT = re.compile(r" (?:of|for|to|in|at) ")


@dataclass(frozen=True, slots=True)
class Heard:
    """A person who was heard to speak before: where the verb stands, and a mention of the person."""

    at: int
    fact: Fact


def antecedent(reading: Reading, cast: Cast, pronoun: Token, heard: Sequence[Heard]) -> Fact | None:
    """The person that a pronoun stands for: the last one before it that is a subject or a speaker, else the last.

    A person of whom it is known that the pronoun does not fit is passed over. A person in the pronoun's own sentence
    counts only as the subject of another clause ("Okafor said he …"). At the head of an article the name may follow.

    Args:
        reading: the document.
        cast: its persons.
        pronoun: the token of the pronoun, or of a noun that stands for a person named before.
        heard: who spoke before it, in order.
    """
    word = pronoun.text.lower()
    sentence = reading.sentence(pronoun)
    speakers = {h.fact.id for h in heard}
    named = [
        (f.mention.start, _is_subject(reading, f) or f.id in speakers, f)
        for f in cast.people
        if f.mention.end <= pronoun.start and reading.quote_at(f.mention.start) is None
    ]
    places = sorted([*named, *((h.at, True, h.fact) for h in heard)], key=lambda place: place[0], reverse=True)
    nearest: Fact | None = None
    for at, acts, fact in places:
        if pronoun.start - at > _FAR:
            break
        if not cast.fits(fact, word):
            continue
        if acts:
            return fact
        if nearest is None and at < sentence.start:
            nearest = fact
    return nearest or _ahead(reading, cast, pronoun)


def _ahead(reading: Reading, cast: Cast, pronoun: Token) -> Fact | None:
    """The person named first behind a pronoun that stands before any name, as a subject."""
    if pronoun.start >= _LEDE or pronoun.text.lower() not in genders()["pronouns"]:
        return None
    sentence = reading.sentence(pronoun)
    for fact in cast.people:
        if sentence.end <= fact.mention.start < pronoun.start + _AHEAD and cast.fits(fact, pronoun.text.lower()):
            return fact if _is_subject(reading, fact) else None
    return None


def _is_subject(reading: Reading, fact: Fact) -> bool:
    """Whether a name is a subject, or stands in apposition to one."""
    token = reading.parsed.at(fact.mention.end - 1)
    if token is None:
        return False
    above = reading.parsed.tokens[token.head]
    return token.dep in {"nsubj", "nsubjpass"} or (token.dep == "appos" and above.dep in {"nsubj", "nsubjpass"})


# --- Nouns that stand for a person ---


def holder(reading: Reading, cast: Cast, subject: Token, words: str, heard: Sequence[Heard]) -> Fact | None:
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
    before = [f for f in cast.people if f.mention.end <= subject.start and reading.quote_at(f.mention.start) is None]
    aged = _AGED.search(words.lower())
    if aged:
        return _of_age(reading, before, aged.group(1))
    if is_title_word(parts[-1]) or parts[-1] in genders()["nouns"]:
        return _in_office(reading, cast, before, parts, (subject, heard))
    if parts[0] == "the" and subject.text[:1].isupper() and is_place_word(parts[-1]):
        return antecedent(reading, cast, subject, heard)
    return None


def _of_age(reading: Reading, before: Sequence[Fact], years: str) -> Fact | None:
    """The last person whose name is followed by that age."""
    text = reading.document.text
    told = re.compile(rf",? \(?{years}\b")
    return next((f for f in reversed(before) if told.match(text, f.mention.end)), None)


def _in_office(
    reading: Reading,
    cast: Cast,
    before: Sequence[Fact],
    parts: Sequence[str],
    at: tuple[Token, Sequence[Heard]],
) -> Fact | None:
    """The last person named before who holds the office that ``parts`` name, or is described by that noun."""
    if reading.parsed.of(at[0], "appos"):  # "the port's operator, Van Oord, said": it says itself who it is
        return None
    if reading.parsed.of(at[0], "poss") and office_of(parts[-1]).startswith("person:"):
        return None
    described = [f for f in cast.people if _describes(reading, f, parts[-1])]
    holders = {cast.key(f) for f in described if not _another_office(f.name.title, parts)}
    last = next((f for f in reversed(before) if cast.key(f) in holders), None)
    places = [word for word in parts[:-1] if is_place_word(word.removesuffix("'s").removesuffix("’s"))]
    if last is None or not places:
        return last
    titles = " ".join(fold(f.name.title) for f in cast.people if cast.key(f) == cast.key(last))
    if all(fold(place) in titles for place in places):
        return last
    spoke = antecedent(reading, cast, *at)
    return last if spoke is not None and cast.key(spoke) == cast.key(last) else None


def _describes(reading: Reading, fact: Fact, head: str) -> bool:
    """Whether a mention's title ends in ``head``, or the words behind the name say that the person is one."""
    title = fact.name.title.lower()
    if title and head in {title.split()[-1], _COMPLEMENT.split(title)[0].split()[-1]}:
        return True
    beside = r"(?:,| is| was|, who is) (?:an?|the|his|her|their) (?:[\w'’-]+ ){0,4}"
    told = re.compile(rf"{beside}{re.escape(head)}\b(?!['’-])")
    return bool(told.match(reading.document.text, fact.mention.end))


def _another_office(title: str, parts: Sequence[str]) -> bool:
    """Whether the words name another office than ``title``: "the deputy mayor" is not the mayor."""
    qualifiers = table("titles")["qualifiers"]
    own = set(title.lower().split())
    if any(word in qualifiers and word not in own for word in parts[:-1]):
        return True
    said, held = office_of(" ".join(parts)), office_of(title)
    return bool(said and held) and said != held and said != office_of(parts[-1])
