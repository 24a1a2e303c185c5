"""Whom a pronoun, "the mayor" or "the Dutchman" stands for: the person named before it who fits."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from discrepancy.extract.cast import Cast, genders, titles_of
from discrepancy.extract.reading import Reading
from discrepancy.lexicon import table
from discrepancy.lexicon.people import is_place_word, is_title_word, office_of
from discrepancy.lexicon.roles import is_role_noun
from discrepancy.model import Fact, Span
from discrepancy.text.characters import fold
from discrepancy.text.engine import Token

FOLLOWED = frozenset({"he", "she", "who"})
_FAR = 1500
"""Characters beyond which a pronoun stands for nobody."""
_LEDE = 1200
"""Characters from the start in which a pronoun may stand before the name that it means."""
_AHEAD = 400
_NEAR = 600
"""Characters beyond which a pronoun stands for nobody without a name."""
_DEEP = 4
"""Verbs that a reported subject may lie below the verb of saying."""
_VERB_NEAR = 3
"""Characters between a name and the verb that it is the subject of, where only a comma parts them."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_INDEFINITE = frozenset(
    {"a", "an", "another", "one", "some", "any", "every", "each", "no", "both", "several", "many", "other", "most"}
)
_AGES = frozenset({"teenager", "youngster", "pensioner", "octogenarian", "septuagenarian", "nonagenarian"})
"""Nouns of an age that stand for whoever was spoken of last."""
_AGED = re.compile(r"(\d{1,3})-year-old$")
_AGE_BEHIND = re.compile(r",? \(?(?:aged )?\d{1,3}[,;.)]")
_COMPLEMENT = re.compile(r" (?:of|for|to|in|at) ")
_BOTH = re.compile(r" (?:and|&) ")


@dataclass(frozen=True, slots=True)
class Heard:
    """Somebody who acts or is heard to speak: where that stands, and a mention, or the noun of one who has no name."""

    at: int
    fact: Fact | None
    noun: Token | None = None


def referent(
    reading: Reading, cast: Cast, pronoun: Token, heard: Sequence[Heard], barred: frozenset[str] = frozenset()
) -> Heard | None:
    """Whom a pronoun stands for: the last one before it that is a subject or a speaker, else the last.

    A person of whom it is known that the pronoun does not fit is passed over. A person in the pronoun's own sentence
    counts only as the subject of another clause ("Okafor said he …"). At the head of an article the name may follow.

    Args:
        reading: the document.
        cast: its persons.
        pronoun: the token of the pronoun, or of a noun that stands for a person named before.
        heard: who spoke or acted before it, in order.
        barred: the keys of persons whom it can not mean.
    """
    sentence, block = reading.sentence(pronoun), reading.block_of(pronoun.start)
    nearest: Heard | None = None
    for acts, place in _places(reading, cast, pronoun, heard):
        if pronoun.start - place.at > (_FAR if place.fact else _NEAR):
            break
        if not _fits(cast, place, pronoun) or (place.fact and cast.key(place.fact) in barred):
            continue
        if acts:
            alone = place.at < block.start and _alone(reading, cast, pronoun, barred)
            return Heard(pronoun.start, alone) if alone else place
        if nearest is None and place.at < sentence.start:
            nearest = place
    ahead = None if nearest else _ahead(reading, cast, pronoun)
    return Heard(pronoun.start, ahead) if ahead else nearest


def antecedent(reading: Reading, cast: Cast, pronoun: Token, heard: Sequence[Heard]) -> Fact | None:
    """The person named before ``pronoun`` for whom it stands, as :func:`referent` finds them; None for the nameless."""
    place = referent(reading, cast, pronoun, heard)
    return place.fact if place else None


def _places(reading: Reading, cast: Cast, pronoun: Token, heard: Sequence[Heard]) -> list[tuple[bool, Heard]]:
    """Everybody before a pronoun, the last first, and whether each of them acts there: is a subject or a speaker."""
    speakers = {h.fact.id for h in heard if h.fact}
    spoke = {h.at for h in heard if _fits(cast, h, pronoun)}
    named = [
        ((_is_subject(reading, f) and not _told_of(reading, f, spoke)) or f.id in speakers, Heard(f.mention.start, f))
        for f in cast.people
        if f.mention.end <= pronoun.start and reading.quote_at(f.mention.start) is None
    ]
    before = [(True, h) for h in heard if h.at < pronoun.start]
    return sorted([*named, *before], key=lambda place: place[1].at, reverse=True)


def _fits(cast: Cast, place: Heard, pronoun: Token) -> bool:
    """Whether a pronoun can stand for somebody: nothing known says otherwise."""
    if place.fact is not None:
        return cast.fits(place.fact, pronoun.text.lower())
    told = genders()["nouns"].get(place.noun.text.lower(), "") if place.noun else ""
    return not told or genders()["pronouns"].get(pronoun.text.lower(), told) == told


def _told_of(reading: Reading, fact: Fact, spoke: Collection[int]) -> bool:
    """Whether a subject is one in the words that a speaker reports: "Lee said Reed had been overlooked"."""
    tokens = reading.parsed.tokens
    verb = tokens[_head_of(reading, fact).head]
    for _ in range(_DEEP):
        above = tokens[verb.head]
        if verb.dep == "ccomp" and above.start in spoke and above.start < fact.mention.start:
            return True
        verb = above
    return False


def _alone(reading: Reading, cast: Cast, pronoun: Token, barred: frozenset[str]) -> Fact | None:
    """The one person whom it fits of those that the pronoun's paragraph names before it, where no other pronoun acts.

    "There was applause for Reed. “Thank you,” he said": he is named where he does not act.
    """
    block = reading.block_of(pronoun.start)
    inside = [
        f
        for f in cast.people
        if block.start <= f.mention.start < pronoun.start
        and reading.quote_at(f.mention.start) is None
        and cast.fits(f, pronoun.text.lower())
    ]
    acting = any(
        token.text.lower() in FOLLOWED - {"who"} and token.dep in _SUBJECTS and reading.quote_at(token.start) is None
        for token in reading.parsed.within(block.start, pronoun.start)
    )
    if acting or len({cast.key(f) for f in inside}) != 1 or inside[-1].mention.start >= reading.sentence(pronoun).start:
        return None
    return inside[-1] if cast.key(inside[-1]) not in barred else None


def _ahead(reading: Reading, cast: Cast, pronoun: Token) -> Fact | None:
    """The person named first behind a pronoun that stands before any name, as a subject."""
    if pronoun.start >= _LEDE or pronoun.text.lower() not in genders()["pronouns"]:
        return None
    sentence = reading.sentence(pronoun)
    for fact in cast.people:
        if sentence.end <= fact.mention.start < pronoun.start + _AHEAD and cast.fits(fact, pronoun.text.lower()):
            return fact if _is_subject(reading, fact) else None
    return None


def _head_of(reading: Reading, fact: Fact) -> Token:
    """The last token of a name; of one in apposition the noun that it explains."""
    token = reading.parsed.at(fact.mention.end - 1) or reading.parsed.tokens[0]
    return reading.parsed.tokens[token.head] if token.dep == "appos" else token


def _is_subject(reading: Reading, fact: Fact) -> bool:
    """Whether a name is a subject, stands in apposition to one, or right before a verb that has no other."""
    if _head_of(reading, fact).dep in _SUBJECTS:
        return True
    after = reading.parsed.within(fact.mention.end, fact.mention.end + _VERB_NEAR)
    verb = next((t for t in after if t.text != ","), None)
    return verb is not None and verb.tag in {"VBD", "VBZ"} and not reading.parsed.of(verb, *_SUBJECTS)


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
        told = _of_age(reading, before, aged.group(1))
        return told or _of_no_other_age(reading, cast, antecedent(reading, cast, subject, heard))
    if parts[:-1] == ["the"] and parts[-1] in _AGES:
        return antecedent(reading, cast, subject, heard)
    if is_title_word(parts[-1]) or is_role_noun(parts[-1]) or parts[-1] in genders()["nouns"]:
        return _in_office(reading, cast, before, parts, (subject, heard))
    if parts[0] == "the" and subject.text[:1].isupper() and is_place_word(parts[-1]):
        return antecedent(reading, cast, subject, heard)
    return None


def _of_age(reading: Reading, before: Sequence[Fact], years: str) -> Fact | None:
    """The last person whose name is followed by that age."""
    text = reading.document.text
    told = re.compile(rf",? \(?{years}\b")
    return next((f for f in reversed(before) if told.match(text, f.mention.end)), None)


def _of_no_other_age(reading: Reading, cast: Cast, last: Fact | None) -> Fact | None:
    """Whoever was spoken of last, for "the 71-year-old", unless the text gives that person another age."""
    if last is None:
        return None
    own = [f for f in cast.people if cast.key(f) == cast.key(last)]
    return None if any(_AGE_BEHIND.match(reading.document.text, f.mention.end) for f in own) else last


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
    holders = {cast.key(f) for f in described if not _another_office(_title_with(reading, f, parts[-1]), parts)}
    last = next((f for f in reversed(before) if cast.key(f) in holders), None)
    places = [word for word in parts[:-1] if is_place_word(word.removesuffix("'s").removesuffix("’s"))]
    if last is None or not places:
        return last
    mentions = [f for f in cast.people if cast.key(f) == cast.key(last)]
    titles = fold(" ".join(title for f in mentions for title in titles_of(reading, f)))
    if all(fold(place) in titles for place in places):
        return last
    spoke = antecedent(reading, cast, *at)
    return last if spoke is not None and cast.key(spoke) == cast.key(last) else None


def _title_with(reading: Reading, fact: Fact, head: str) -> str:
    """The title of a mention that ends in ``head``, before its complement or at its end; empty where none does."""
    for title in titles_of(reading, fact):
        plain = title.lower()
        if head in {plain.split()[-1], *(part.split()[-1] for part in _BOTH.split(_COMPLEMENT.split(plain)[0]))}:
            return title
    return ""


def _describes(reading: Reading, fact: Fact, head: str) -> bool:
    """Whether a mention's title ends in ``head``, or the words behind the name say that the person is one."""
    if _title_with(reading, fact, head):
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
