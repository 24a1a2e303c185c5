"""Number words that count nothing: "one another", "the two", "second half", "Formula One", "all but three"."""

from __future__ import annotations

import re

from discrepancy.grammar.drafts import Draft, Form
from discrepancy.grammar.nouns import is_plural
from discrepancy.lexicon import words
from discrepancy.lexicon.places import country_of
from discrepancy.model import QuantityKind

__all__ = ["is_idle"]

_STOPS = words("noun_stops")
_DETERMINERS = frozenset(
    "the this that no each every any which some another only other number day square these those "
    "last next first bottom top no-".split()
)
_IDLE_ONE = frozenset("day another thing time way point side more off sided on step by time, reason".split())
_IDLE_RANK = frozenset(
    "half time quarter party lady century thing things straight quarters few couple two three four five six".split()
)
_RANK_LEADS = frozenset("a the its their his her our my an".split())
_ALL_BUT = ("all but ", "All but ")
_VICTIM = re.compile(
    r" (?:(?:was|is|were|has been|had been) )?(?:(?:seriously|critically|badly|slightly) )?"
    r"(?:killed|injured|wounded|hurt|died|dead|missing|arrested|charged|hospitali[sz]ed|detained|rescued)(?![a-z])"
)
_BOUND = re.compile(r"-(?:for|on|by|in|off)(?![a-z])")  # "two-for-one", "3-on-3", "one-off"
_LABELS = words("number_labels")


def is_idle(text: str, draft: Draft) -> bool:
    """Whether a figure, read with all that stands around it, is no quantity after all."""
    if text.endswith(_ALL_BUT, max(0, draft.start - 8), draft.start):
        # What is told is the rest, whose number is not.
        return True
    if draft.kind is QuantityKind.RANK:
        return _idle_rank(text, draft)
    if draft.unit or draft.kind is not QuantityKind.COUNT or draft.noun == "something":
        return draft.noun == "something"  # "a 40-something"
    if not draft.noun and _BOUND.match(text, draft.end):
        return True
    if draft.form is Form.PLAIN:
        return _numbers_name(draft)
    if draft.form is not Form.WORDS or draft.low > 20:
        return False
    return _idle_word(text, draft)


def _idle_word(text: str, draft: Draft) -> bool:
    lead = text[max(0, draft.start - 20) : draft.start]
    last = (lead.lower().split() or [""])[-1].lstrip("(“\"'‘")
    if _named(text, draft, lead):
        return True
    if draft.low == 1:
        return _idle_one(text, draft, last)
    return not draft.noun and last in _DETERMINERS and not draft.increment


def _numbers_name(draft: Draft) -> bool:
    """ "787 Dreamliner": a name behind the figure, and nothing in the plural that it could count."""
    names = draft.noun.split()
    if not names or not names[0][0].isupper() or draft.low <= 1 or any(map(is_plural, names)):
        return False
    return not country_of(names[-1])  # "12 Russian and 200 Ukrainian soldiers"


def _idle_one(text: str, draft: Draft, last: str) -> bool:
    if last in _DETERMINERS or (not draft.noun and not _VICTIM.match(text, draft.end)):
        return True
    if not draft.noun:
        return False
    if text[draft.end : draft.end + 4] == " of ":
        return True
    return text[draft.end : draft.end + 1] in "-'’" or draft.noun.split()[0].lower() in _IDLE_ONE


def _named(text: str, draft: Draft, lead: str) -> bool:
    """Whether a capitalised number word belongs to a name: "Formula One", "the Big Three", "Group of Seven"."""
    if not text[draft.start].isupper() or text[draft.start : draft.start + 2].isupper():
        return False
    before = lead.rstrip(" ")
    if not before or before[-1] in ".!?:\n”\"“—–'‘’" or before == lead:
        return False
    word = before.split()[-1]
    if word[0].isupper() and word.lower() not in _STOPS:
        return not draft.noun or draft.noun[0].islower() or word.lower() in _LABELS
    return word in ("of", "the") and (not draft.noun or draft.noun[0].isupper())


def _idle_rank(text: str, draft: Draft) -> bool:
    words_after = draft.noun.lower().split()
    if not words_after or words_after[0] in _IDLE_RANK or text[draft.end : draft.end + 1] == "-":
        return True
    if text[draft.start].isupper():
        return True
    lead = text[max(0, draft.start - 12) : draft.start].lower().split()
    return not lead or lead[-1] not in _RANK_LEADS
