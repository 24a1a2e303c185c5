"""What a count counts, as far as form alone tells, and what a rate is given by."""

from __future__ import annotations

import re

from discrepancy.grammar.drafts import Draft, Form
from discrepancy.grammar.number_words import NUMBER_WORDS
from discrepancy.lexicon import words
from discrepancy.lexicon.tries import any_of
from discrepancy.model import QuantityKind
from discrepancy.units.names import unit_after

__all__ = ["is_plural", "model_inside", "read_noun", "read_rate", "read_whole"]

_STOPS = words("noun_stops")
_PLURALS = words("irregular_plurals")
_RATES = words("rate_words")

_WORD = re.compile(r"[ \-\u00a0\n]?([A-Za-z][\w’'.&-]{0,80}[\w]|[A-Za-z])")  # bounded: "1-a1-a1-a…"
_OF = re.compile(
    r" of(?: (?:the|these|those|its|their|his|her|our|my|all)(?: (?:last|past|first|next|previous|other|remaining))?)?"
    r"(?= [A-Za-z])"
)
_RATE = re.compile(
    rf"[ -](?:per[ -]({any_of(_RATES)}|[A-Za-z]+)|an?[ -]({any_of(_RATES)}))(?![a-z])"
    rf"|/({any_of(_RATES)}|[a-zA-Z]+)(?![A-Za-z0-9])"
    r"| (each|apiece)(?![a-z])"
)
_NOT_RATE = re.compile(r"[ -](?:earlier|ago|later|before|after|old|from now|previously)")
_PAIRED = re.compile(r" and (?:women|children|girls|boys)(?![a-z])")
_MODEL = re.compile(r" [0-9]{3,4}(?:-[0-9A-Z]{1,4})?(?= (?:[A-Z][A-Za-z]* )?[a-z]+s(?![A-Za-z]))")
_BEFORE_MODEL = frozenset("new old older newer ageing aging used leased".split())
_LIKE_STOPS = frozenset({"US", "IT"})
"""Names that a stop word is spelled like."""
_ALSO_ADJECTIVES = frozenset("wounded injured dead missing daily weekly monthly nearby early late".split())
_MAX_WORDS = 6


def read_noun(text: str, draft: Draft, position: int) -> int:
    """Give a count the words it counts, and return where they end (``position`` where there are none)."""
    if draft.noun:
        return position
    position = _past_of(text, draft, position)
    if text[position : position + 1] == "-" and (match := _WORD.match(text, position)):
        return _hyphened(draft, match)
    found: list[tuple[str, int]] = []
    place = position
    while len(found) < _MAX_WORDS and (match := _WORD.match(text, place)):
        word = match.group(1)
        if not found and text[match.start()] == "\n":
            break
        if found and word == "and" and (joined := _two_adjectives(text, match.end())):
            found.append((word, match.end()))
            place = joined
            continue
        if draft.kind is QuantityKind.COUNT and draft.high == 1 and found and is_plural(word):
            break  # "one proposal asks"
        if _stops(text, word, match.end()) or not _goes_on(found, word):
            break
        found.append((word, match.end()))
        place = match.end()
        if is_plural(word) and not _compound(text, place):
            break
        if model := model_inside(text, place, word):
            found.append((text[place + 1 : model], model))
            place = model
    return _finish(text, draft, found, position)


def _past_of(text: str, draft: Draft, position: int) -> int:
    """Where the counted words begin behind "of the", and behind the number in "three of the five men"."""
    match = _OF.match(text, position) if draft.kind is QuantityKind.COUNT else None
    if match is None:
        return position
    word = _WORD.match(text, match.end())
    return word.end() if word and word.group(1).lower() in NUMBER_WORDS else match.end()


def _stops(text: str, word: str, end: int) -> bool:
    """Whether ``word``, which ends at ``end``, ends the run of counted words before it."""
    if word.endswith(("'s", "’s", ".")):
        return True
    if word.lower() not in _STOPS or word in _LIKE_STOPS:
        return False
    return word not in _ALSO_ADJECTIVES or not _plural_behind(text, end)


def read_whole(text: str, draft: Draft) -> None:
    """Give a fraction the words of the whole it is of: "a third of the population", "one in five voters".

    Where a word in -s may be the verb of what stands before it, the fraction is left without.
    """
    match = _OF.match(text, draft.end)
    if match is None and not draft.paired:
        return
    position = place = match.end() if match else draft.end
    found: list[str] = []
    while len(found) < _MAX_WORDS and (word := _WORD.match(text, place)) and text[word.start()] != "\n":
        written = word.group(1)
        if _stops(text, written, word.end()) or written.lower() in NUMBER_WORDS:
            break
        if is_plural(written):
            if found and found[-1].islower() and _headlike(found[-1]):
                return
            found.append(written)
            place = word.end()
            break
        found.append(written)
        place = word.end()
    if found and (is_plural(found[-1]) or (match and len(found) == 1)):
        draft.noun = text[position:place].strip(" -\u00a0")


def model_inside(text: str, place: int, word: str) -> int:
    """Where the number ends that names a model inside counted words ("two Boeing 737 jets"); 0 where there is none.

    ``word`` is the one that ends at ``place``, before the number.
    """
    if not text[place + 1 : place + 2].isdigit() or not (word[0].isupper() or word in _BEFORE_MODEL):
        return 0
    match = _MODEL.match(text, place)
    return match.end() if match else 0


def _hyphened(draft: Draft, match: re.Match[str]) -> int:
    """ "an 11-member group" counts members, whatever follows."""
    word = match.group(1).split("-")[0]
    if word.lower() not in _STOPS and word != "strong":
        draft.noun = word
    return match.end()


def _two_adjectives(text: str, place: int) -> int:
    """Where to read on after "and" in "digital and physical sales", whose noun is still to come; 0 for other uses."""
    first = _WORD.match(text, place)
    second = _WORD.match(text, first.end()) if first else None
    if (
        first
        and second
        and first.group(1).lower() not in _STOPS
        and not is_plural(first.group(1))
        and is_plural(second.group(1))
    ):
        return place
    return 0


def _plural_behind(text: str, place: int) -> bool:
    """Whether a plural follows, next or after one more word: "300 wounded soldiers", "12 missing young men"."""
    for _ in range(2):
        match = _WORD.match(text, place)
        if match is None or match.group(1).lower() in _STOPS:
            return False
        if is_plural(match.group(1)):
            return True
        place = match.end()
    return False


def _goes_on(found: list[tuple[str, int]], word: str) -> bool:
    """Whether the run takes ``word`` in: after two words an -ing or -ed form, or an adverb, belongs to the verb."""
    return not (found and word.endswith(("ed", "ly")) and word.islower() and len(word) > 4 and _headlike(found[-1][0]))


def _headlike(word: str) -> bool:
    return not word.endswith(("al", "ic", "ive", "ous", "ly", "-"))


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    lowered = word.lower()
    if lowered in _PLURALS:
        return True
    if word[-1] == "s" and len(word) > 2 and word[:-1].isupper():
        return True  # "MPs", "RBIs"
    tail = lowered.rpartition("-")[2]
    return (
        tail.endswith("s")
        and (len(tail) > 3 or tail[0].isdigit())
        and not tail.endswith(("ss", "us", "is", "ous", "'s"))
    )


def _nounlike(word: str) -> bool:
    return is_plural(word) or word[0].isupper()


def _compound(text: str, place: int) -> bool:
    """Whether a plural goes straight on to another plural noun ("sales executives", "armed forces members")."""
    match = _WORD.match(text, place)
    if match is None or text[place] != " ":
        return False
    word = match.group(1)
    return (
        word.lower() not in _STOPS
        and is_plural(word)
        and word.islower()
        and len(word) > 4
        and not _verb(text, match.end())
    )


def _verb(text: str, end: int) -> bool:
    """A word in -s is a third person's verb rather than a noun where an article or a figure follows."""
    following = text[end : end + 5]
    return following.startswith((" a ", " the ", " an ", " it ", " 0", " up", " in ")) or following[1:2].isdigit()


def _finish(text: str, draft: Draft, found: list[tuple[str, int]], position: int) -> int:
    if not found:
        return position
    while len(found) > 1 and found[-1][0].lower().endswith("ly"):
        found.pop()
    if draft.high != 1 and draft.kind is QuantityKind.COUNT and not any(_nounlike(word) for word, _ in found):
        return position  # "around 73 raising hopes", "12 left": a verb
    end = found[-1][1]
    if pair := _PAIRED.match(text, end):
        end = pair.end()
    draft.noun = text[position:end].strip(" -\u00a0")
    return end


def read_rate(text: str, draft: Draft, position: int) -> None:
    """Read "a barrel", "per capita", "/share" after the figure with its unit or its counted words."""
    if text[position : position + 1] not in (" ", "-", "/") or draft.form is Form.PART:
        return
    match = _RATE.match(text, position)
    if match is None or _NOT_RATE.match(text, match.end()):
        return
    word = match.group(1) or match.group(2) or match.group(3) or match.group(4)
    if word in ("cent", "hundred"):
        return
    start = next(match.start(group) for group in range(1, 5) if match.group(group))
    unit = unit_after(text, start)
    draft.per = unit[0].name if unit and unit[1] >= match.end() else word
