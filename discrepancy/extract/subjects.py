"""The subject of a verb of saying: the token that names who speaks, where the grammar alone may mislead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from discrepancy.extract.cast import Cast, is_human
from discrepancy.extract.reading import Reading
from discrepancy.lexicon import words
from discrepancy.lexicon.people import SUFFIXES
from discrepancy.model import Fact, Span
from discrepancy.text.characters import fold
from discrepancy.text.engine import Token

AGED_REACH = 24
"""Characters that "the 31-year-old" reaches back."""
AGED = re.compile(r"\b[Tt]he \d{1,3}-year-old$")
_PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})
_BESIDE = 2
"""Characters between a name and a verb beside it."""
_FEWEST = 3
"""Tokens before a name that explains a role: "her aunt, "."""
_QUOTED = 3
"""Characters between the end of quoted words and the verb right behind them."""
_INVERTED = frozenset("say add write explain recall argue insist claim reckon joke reply reflect observe note".split())
"""Verbs that stand before their subject ("the fire, said Lee, …") and have no person as object."""
_SETTING_OFF = tuple(",\"”’'»")
_QUOTING = frozenset({"quote", "cite"})
"""Verbs whose object speaks in "quoted Lee as saying"."""
_REFUSING = frozenset({"refuse", "decline", "fail", "hesitate", "forget", "neglect", "ask", "beg"})
_CLIMB = 4
"""How many verbs up a shared subject is looked for."""


def find_subject(reading: Reading, verb: Token, cast: Cast) -> Token | None:
    """The token that names whoever speaks by ``verb``: the name right beside it, its subject, or one it shares.

    Args:
        reading: the document.
        verb: a verb of saying.
        cast: the persons of the document.
    """
    beside = _adjacent(reading, verb, cast) or _inverted(reading, verb, cast)
    subject = beside or _subject(reading, verb) or _beside(reading, verb, cast)
    return bearer(reading, subject, cast) if subject else None


def _adjacent(reading: Reading, verb: Token, cast: Cast) -> Token | None:
    """The person named right before the verb at the head of a clause, whom no preposition governs.

    It decides before the grammar, which takes "its chair, Tom Reed, Jane Smith wrote" for one name in apposition.
    """
    text = reading.document.text
    last = reading.parsed.at(verb.start - 2) if verb.start >= _BESIDE else None
    last = reading.parsed.tokens[last.i - 1] if last is not None and last.text == "," and last.i else last
    fact = cast.at(Span(last.start, last.end)) if last else None
    if fact is None or last is None:
        return None
    gap = text[fact.mention.end : verb.start]
    if gap == ", ":
        return last if _explains_role(reading, fact) else None
    begins = begin_of(reading, fact)
    while begins and text[begins - 1] == " ":
        begins -= 1
    opens = not begins or text[begins - 1] in ',;:—\n"”’»' or fact.mention.start <= reading.sentence(verb).start
    return last if gap == " " and opens else None


def _inverted(reading: Reading, verb: Token, cast: Cast) -> Token | None:
    """The person right behind a verb that is set off by a comma or quoted words: "the fire, said Ann Lee, “jumped”"."""
    text = reading.document.text
    if (
        verb.lemma not in _INVERTED
        or text[max(verb.start - _BESIDE, 0) : verb.start].rstrip(" ")[-1:] not in _SETTING_OFF
    ):
        return None
    fact = next(cast.named.following(verb.end + 1), None)
    if (
        fact is None
        or begin_of(reading, fact, " ") != verb.end + 1
        or text[fact.mention.end : fact.mention.end + 1] in "'’"
    ):
        return None
    following = reading.parsed.at(fact.mention.end + 1)  # "said Ann Lee had won" reports of her
    return None if following and following.pos in {"VERB", "AUX"} else reading.parsed.at(fact.mention.end - 1)


def bearer(reading: Reading, subject: Token, cast: Cast) -> Token:
    """The last token of a name before letters that are no part of it: "Ann Lee MP", "Tom Reed jr"."""
    before = reading.parsed.tokens[max(subject.i - 1, 0)]
    letters = fold(subject.text).strip(".")
    named = letters in SUFFIXES or letters in words("post_nominals")
    own = cast.at(Span(subject.start, subject.end)) is not None
    return before if named and not own and cast.at(Span(before.start, before.end)) is not None else subject


def begin_of(reading: Reading, fact: Fact, between: str = " ,") -> int:
    """Where a name begins, with the title before it that nothing but the characters ``between`` parts from it."""
    title, at = fact.name.title_span, fact.mention
    beside = title is not None and not reading.document.text[title.end : at.start].strip(between)
    return title.start if title and beside else at.start


def _explains_role(reading: Reading, fact: Fact) -> bool:
    """Whether a name between commas says who the person is whose role or relation goes before: "her aunt, Ann Lee,"."""
    tokens = reading.parsed.tokens
    first = reading.parsed.at(begin_of(reading, fact, " "))
    if first is None or first.i < _FEWEST or tokens[first.i - 1].text != ",":
        return False
    noun = tokens[first.i - 2]
    return noun.tag == "NN" and is_human(noun.text) and bool(reading.parsed.of(noun, "poss", "det"))


def _subject(reading: Reading, verb: Token) -> Token | None:
    """The token that names who says it: a subject, the agent of a passive, or the subject of a verb above it."""
    parsed = reading.parsed
    subjects = [t for t in parsed.of(verb, "nsubj") if t.text[0].isalnum() and t.pos not in {"VERB", "AUX"}]
    if subjects:
        return _relative(reading, _nearest(reading, subjects, verb), verb)
    for agent in parsed.of(verb, "agent"):
        named = parsed.of(agent, "pobj")
        if named:
            return named[0]
    last = parsed.tokens[max(verb.i - 1, 0)]
    if last.text == "old" and AGED.search(reading.document.text, max(last.end - AGED_REACH, 0), last.end):
        return last  # the engine takes "the 31-year-old said" for one that is said
    if parsed.of(verb, "auxpass", "nsubjpass"):
        return None
    if verb.dep == "pcomp" and (quoted := _quoted(reading, verb)):
        return quoted
    if verb.dep in {"conj", "xcomp"} or (verb.dep in {"advcl", "pcomp"} and verb.tag == "VBG"):
        return _subject_above(reading, verb)
    return None


def _quoted(reading: Reading, verb: Token) -> Token | None:
    """Whom somebody quotes "as saying"; a passive ("was quoted as saying") has its own subject."""
    preposition = reading.parsed.tokens[verb.head]
    above = reading.parsed.tokens[preposition.head]
    if preposition.text != "as" or above.lemma not in _QUOTING or reading.parsed.of(above, "nsubjpass", "auxpass"):
        return None
    return next(iter(reading.parsed.of(above, "dobj")), None)


def _nearest(reading: Reading, subjects: Sequence[Token], verb: Token) -> Token:
    """Of several subjects the last before the verb; right behind quoted words the one that follows it."""
    before = [t for t in subjects if t.i < verb.i]
    quoted = any(q.end < verb.start for q in reading.quoted.over(verb.start - _QUOTED - 1, verb.start))
    return before[-1] if before and not (quoted and before != subjects) else subjects[len(before)]


def _subject_above(reading: Reading, verb: Token) -> Token | None:
    """The subject that a verb without one shares with the verbs it hangs on ("served and declined, saying …")."""
    parsed = reading.parsed
    for _ in range(_CLIMB):
        above = parsed.tokens[verb.head]
        if above.i == verb.i or (verb.dep == "xcomp" and not _lets_say(reading, above)):
            return None
        subjects = parsed.of(above, "nsubj", "nsubjpass")
        if subjects:
            return _relative(reading, subjects[0], above)
        if (
            above.pos == "PROPN" and verb.dep == "acl"
        ):  # a name that the engine has at the head: "Lee, who …, used to say"
            return above
        verb = above
    return None


def _lets_say(reading: Reading, verb: Token) -> bool:
    """Whether whoever does ``verb`` speaks, as in "used to say", neither "asked him to say" nor "refused to call"."""
    return verb.lemma not in _REFUSING and not reading.parsed.of(verb, "dobj", "dative", "neg")


def _beside(reading: Reading, verb: Token, cast: Cast) -> Token | None:
    """The person named right beside a verb whose subject the engine did not find: "…, Amara Okafor, said"."""
    text = reading.document.text
    for fact in cast.named.over(verb.start - _BESIDE - 1, verb.end + _BESIDE + 1):
        at = fact.mention
        gap = text[at.end : verb.start] if at.end <= verb.start else text[verb.end : at.start]
        if len(gap) <= _BESIDE and not gap.strip(" ,"):
            beside = reading.parsed.at(at.end - 1)
            return _past_participle(reading, beside, cast) or beside
    return None


def _past_participle(reading: Reading, beside: Token | None, cast: Cast) -> Token | None:
    """The person who opens the sentence where ``beside`` only ends what is said of them: "Lee, asked by Reed, said"."""
    if beside is None or beside.dep not in {"pobj", "dobj"}:
        return None
    sentence = reading.sentence(beside)
    first = next(cast.named.following(sentence.start), None)
    comma = reading.parsed.at(first.mention.end) if first is not None else None
    if first is None or comma is None or comma.text != "," or comma.i + 1 >= beside.i:
        return None
    return reading.parsed.at(first.mention.end - 1) if reading.parsed.tokens[comma.i + 1].tag in _PARTICIPLES else None


def _relative(reading: Reading, subject: Token, verb: Token) -> Token:
    """What "who" stands for: the noun that the relative clause hangs on."""
    if subject.text.lower() == "who" and verb.dep == "relcl":
        return reading.parsed.tokens[verb.head]
    return subject
