"""What a count counts, as far as form alone tells, and what a rate is given by."""

from __future__ import annotations

import re

from discrepancy.grammar.drafts import Draft, Form
from discrepancy.lexicon import words
from discrepancy.lexicon.tries import any_of
from discrepancy.model import QuantityKind
from discrepancy.units.names import unit_after

__all__ = ["is_plural", "read_noun", "read_rate"]

_STOPS = words("noun_stops")
_PLURALS = words("irregular_plurals")
_RATES = words("rate_words")

_WORD = re.compile(r"[ \-\u00a0\n]?([A-Za-z][\w’'.&-]*[\w]|[A-Za-z])")
_OF = re.compile(r" of(?: (?:the|these|those|its|their|his|her|our|my|all))?(?= [A-Za-z])")
_RATE = re.compile(
    rf"[ -](?:per[ -]({any_of(_RATES)}|[A-Za-z]+)|an?[ -]({any_of(_RATES)}))(?![a-z])"
    rf"|/({any_of(_RATES)}|[a-zA-Z]+)(?![A-Za-z0-9])"
    r"| (each|apiece)(?![a-z])"
)
_NOT_RATE = re.compile(r"[ -](?:earlier|ago|later|before|after|old|from now|previously)")
_PAIRED = re.compile(r" and (?:women|children|girls|boys)(?![a-z])")
_MAX_WORDS = 6


def read_noun(text: str, draft: Draft, position: int) -> int:
    """Give a count the words it counts, and return where they end (``position`` where there are none)."""
    if draft.kind not in (QuantityKind.COUNT, QuantityKind.RANK) or draft.noun:
        return position
    if draft.kind is QuantityKind.COUNT and (match := _OF.match(text, position)):
        position = match.end()
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
        if word.lower() in _STOPS or word.endswith(("'s", "’s", ".")) or not _goes_on(found, word):
            break
        found.append((word, match.end()))
        place = match.end()
        if is_plural(word) and not _compound(text, place):
            break
    return _finish(text, draft, found, position)


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
    tail = lowered.rpartition("-")[2]
    return tail.endswith("s") and len(tail) > 3 and not tail.endswith(("ss", "us", "is", "ous", "'s"))


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
