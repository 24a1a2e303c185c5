"""Whom a pronoun stands for: the person named before it who fits."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from discrepancy.extract.cast import Cast, genders
from discrepancy.extract.reading import Reading
from discrepancy.model import Fact
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


@dataclass(frozen=True, slots=True)
class Heard:
    """Somebody who acts or is heard to speak: where that stands, and a mention, or the noun of one who has no name."""

    at: int
    fact: Fact | None
    noun: Token | None = None


@dataclass(slots=True)
class Hearings:
    """Those who acted or spoke in a text so far, in its order."""

    _rows: list[Heard] = field(default_factory=list)
    _named: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    """For each mention where its bearer was heard."""
    _passed_over: int = -1

    def add(self, heard: Heard) -> None:
        """Take in the one who acts or speaks next."""
        self._rows.append(heard)
        if heard.fact is not None:
            self._named[heard.fact.id].add(heard.at)

    def without(self, at: int) -> Hearings:
        """The same, but for those heard at ``at``."""
        return replace(self, _passed_over=at)

    def between(self, start: int, end: int) -> list[Heard]:
        """Those heard inside ``[start, end)``, in order."""
        first, last = (bisect_left(self._rows, offset, key=lambda heard: heard.at) for offset in (start, end))
        return [heard for heard in self._rows[first:last] if heard.at != self._passed_over]

    def hold(self, fact: Fact) -> bool:
        """Whether a mention is that by which somebody is heard."""
        return any(at != self._passed_over for at in self._named.get(fact.id, ()))


NOBODY = Hearings()


def referent(
    reading: Reading, cast: Cast, pronoun: Token, heard: Hearings, barred: frozenset[str] = frozenset()
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


def antecedent(reading: Reading, cast: Cast, pronoun: Token, heard: Hearings) -> Fact | None:
    """The person named before ``pronoun`` for whom it stands, as :func:`referent` finds them; None for the nameless."""
    place = referent(reading, cast, pronoun, heard)
    return place.fact if place else None


def _places(reading: Reading, cast: Cast, pronoun: Token, heard: Hearings) -> list[tuple[bool, Heard]]:
    """Everybody near before a pronoun, the last first, and whether each of them acts: is a subject or a speaker."""

    def spoke(at: int) -> bool:
        return any(_fits(cast, h, pronoun) for h in heard.between(at, at + 1))

    low = pronoun.start - _FAR
    named = [
        ((_is_subject(reading, f) and not _told_of(reading, f, spoke)) or heard.hold(f), Heard(f.mention.start, f))
        for f in cast.named.begun(low, pronoun.start)
        if f.mention.end <= pronoun.start and reading.quote_at(f.mention.start) is None
    ]
    before = [(True, h) for h in heard.between(low, pronoun.start)]
    return sorted([*named, *before], key=lambda place: place[1].at, reverse=True)


def _fits(cast: Cast, place: Heard, pronoun: Token) -> bool:
    """Whether a pronoun can stand for somebody: nothing known says otherwise."""
    if place.fact is not None:
        return cast.fits(place.fact, pronoun.text.lower())
    told = genders()["nouns"].get(place.noun.text.lower(), "") if place.noun else ""
    return not told or genders()["pronouns"].get(pronoun.text.lower(), told) == told


def _told_of(reading: Reading, fact: Fact, spoke: Callable[[int], bool]) -> bool:
    """Whether a subject is one in the words that a speaker reports: "Lee said Reed had been overlooked"."""
    tokens = reading.parsed.tokens
    verb = tokens[_head_of(reading, fact).head]
    for _ in range(_DEEP):
        above = tokens[verb.head]
        if verb.dep == "ccomp" and above.start < fact.mention.start and spoke(above.start):
            return True
        verb = above
    return False


def _alone(reading: Reading, cast: Cast, pronoun: Token, barred: frozenset[str]) -> Fact | None:
    """The one person whom it fits of those that the pronoun's paragraph names before it, where no other pronoun acts.

    "There was applause for Reed. “Thank you,” he said": he is named where he does not act.
    """
    block = reading.block_of(pronoun.start)
    told: Fact | None = None
    for fact in cast.named.begun(block.start, pronoun.start):
        if reading.quote_at(fact.mention.start) is None and cast.fits(fact, pronoun.text.lower()):
            if told is not None and cast.key(fact) != cast.key(told):
                return None
            told = fact
    acting = any(
        token.text.lower() in FOLLOWED - {"who"} and token.dep in _SUBJECTS and reading.quote_at(token.start) is None
        for token in reading.along(block.start, pronoun.start)
    )
    if acting or told is None or told.mention.start >= reading.sentence(pronoun).start:
        return None
    return told if cast.key(told) not in barred else None


def _ahead(reading: Reading, cast: Cast, pronoun: Token) -> Fact | None:
    """The person named first behind a pronoun that stands before any name, as a subject."""
    if pronoun.start >= _LEDE or pronoun.text.lower() not in genders()["pronouns"]:
        return None
    sentence = reading.sentence(pronoun)
    for fact in cast.named.begun(sentence.end, pronoun.start + _AHEAD):
        if cast.fits(fact, pronoun.text.lower()):
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
