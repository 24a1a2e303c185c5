"""What turns the sense of a quotation: a figure, a day, a name, a negation or an opposite in wordings else alike."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from discrepancy.grammar.quoted_values import amount
from discrepancy.grammar.quoted_words import LONGEST, NEGATIONS, QuotedWord, changes, is_figure
from discrepancy.lexicon.quoted import is_one_verb, opposites

_LOCAL = 4
"""Words that a change may span and still be one of a word, not of a whole clause."""
_FEWEST = 3
"""Words that two wordings must share, so that one that differs stands out."""
_ELSE = 5
"""Shared words for which one other word may differ, beside the one that turns the sense."""
_INFLECTED = 3
"""Letters that two forms of one verb share at their beginning (follow, followed)."""
_HELPERS = frozenset({"do", "does", "did", "be", "is", "are", "was", "were", "have", "has", "had", "will", "would"})
_DENIALS = frozenset(
    {"refuse", "refused", "fail", "failed", "deny", "denied", "decline", "declined", "lack", "lacked", "lacks"}
    | {"barely", "scarcely", "rarely", "seldom", "avoid", "avoided", "stop", "stopped"}
)
"""Words that say without a "not" what another wording says with one."""
_UN = ("un", "in", "im", "il", "ir", "dis", "non")
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_NO_NAMES = frozenset({"the", "and", "but", "you", "they", "his", "her", "our", "not", "she", "that", "this"})
_TITLES = frozenset({"mister", "missus", "miss", "sir", "doctor", "president", "general", "governor", "senator"})


@dataclass(frozen=True, slots=True)
class _Change:
    """A run of words that differ.

    Attributes:
        gone: those of the one wording.
        come: those of the other.
        inside: whether equal words stand on both sides, and neither an ellipsis nor an insertion among them.
    """

    gone: tuple[QuotedWord, ...]
    come: tuple[QuotedWord, ...]
    inside: bool

    @property
    def keys(self) -> tuple[list[str], list[str]]:
        return [w.key for w in self.gone], [w.key for w in self.come]

    @property
    def counts(self) -> bool:
        """Whether it is a difference at all: words more at the beginning or the end make a longer extract."""
        return self.inside or bool(self.gone and self.come)

    @property
    def is_local(self) -> bool:
        return max(len(self.gone), len(self.come)) <= _LOCAL


def turned(
    one: Sequence[QuotedWord], other: Sequence[QuotedWord], people: AbstractSet[str], *, verbatim: bool = False
) -> set[str]:
    """Which of "a figure", "a day", "a name", "a negation", "an opposite" parts two wordings that are else alike.

    Args:
        one: a wording.
        other: another, with the keys of ``one`` where the two agree.
        people: words that are names of persons of the story, folded.
        verbatim: whether nothing else at all may differ, as in two translations.
    """
    a, b = ([word.key for word in words if not word.cut] for words in (one, other))
    if a != b and sorted(a) == sorted(b) and NEGATIONS & set(a):
        return {"a negation"}  # the same words about "not" changed places: "a shift, not a cut"
    if max(len(a), len(b)) > LONGEST:
        return set()
    found = [change for change in _changes(one, other) if change.counts]
    shared = len(_spoken(one)) - sum(len(change.gone) for change in _changes(one, other))
    known = frozenset(a) & frozenset(b)
    kinds = _negations(found)
    for change in found:
        kinds |= _figures(change) | _names(change, people, known) | _opposites(change)
    allowed = 0 if verbatim else max(1, shared // _ELSE)
    return kinds if shared >= _FEWEST and sum(map(_rest, found)) <= allowed else set()


def _changes(one: Sequence[QuotedWord], other: Sequence[QuotedWord]) -> list[_Change]:
    runs = changes([w.key for w in one], [w.key for w in other])
    found = []
    for left, right in runs:
        gone, come = [one[i] for i in left], [other[j] for j in right]
        edge = min(left.start, right.start) == 0 or left.stop == len(one) or right.stop == len(other)
        loose = any(word.cut or word.gloss for word in (*gone, *come))
        found.append(_Change(_spoken(gone), _spoken(come), inside=not edge and not loose))
    return found


def _spoken(words: Sequence[QuotedWord]) -> tuple[QuotedWord, ...]:
    return tuple(word for word in words if not word.cut and not word.gloss)


def _rest(change: _Change) -> int:
    """How many words of a change are another wording, beside what turns the sense."""
    left, right = ([w for w in words if not _turns(w)] for words in (change.gone, change.come))
    pairs = list(zip(left, right, strict=False))
    alike = sum(_inflected(a.key, b.key) for a, b in pairs)
    if not change.inside:
        return len(pairs) - alike
    return max(len(left), len(right)) - max(alike, 1 if len(pairs) == 1 and _opposites(change) else 0)


def _turns(word: QuotedWord) -> bool:
    return word.name or is_figure(word.key) or word.key in NEGATIONS or word.key in _HELPERS


def _inflected(a: str, b: str) -> bool:
    return a[:_INFLECTED] == b[:_INFLECTED] or is_one_verb(a, b) or b in opposites(a) or _un(a, b) or _un(b, a)


def _un(word: str, other: str) -> bool:
    """Whether ``word`` is the other with a prefix that denies it."""
    return any(word == prefix + other for prefix in _UN)


def _figures(change: _Change) -> set[str]:
    left, right = ({key for key in keys if is_figure(key)} for keys in change.keys)
    if left and right:
        return {"a figure"} if _differ(left - right, right - left) else set()
    one_sided = {key for key in left | right if amount(key)[1] not in {"year", "day", "th"}}
    return {"a figure"} if one_sided and change.inside and change.is_local else set()


def _differ(left: set[str], right: set[str]) -> bool:
    """Whether figures differ in more than a unit that one of the two leaves out."""
    if not left or not right:
        return False
    bare = [{amount(key)[0] for key in keys} for keys in (left, right)]
    units = [{amount(key)[1] for key in keys} - {""} for keys in (left, right)]
    return bare[0] != bare[1] or (bool(units[0] and units[1]) or "%" in units[0] | units[1])


def _negations(found: Sequence[_Change]) -> set[str]:
    left = right = 0
    for change in found:
        if change.is_local:
            gone, come = change.keys
            left += _denials(gone, come)
            right += _denials(come, gone)
    return {"a negation"} if left % 2 != right % 2 else set()


def _denials(words: Sequence[str], others: Sequence[str]) -> int:
    plain = sum(word in NEGATIONS and (word != "nor" or "neither" not in words) for word in words)
    denied = bool(NEGATIONS & set(others)) and not plain and bool(_DENIALS & set(words))
    return plain + denied + sum(any(_un(word, other) for other in others) and word not in NEGATIONS for word in words)


def _names(change: _Change, people: AbstractSet[str], known: AbstractSet[str]) -> set[str]:
    """A name in each that the other lacks."""
    mine, theirs = (
        {w.key for w in words if (w.name or w.key in people) and w.key not in known | _NO_NAMES | _TITLES}
        for words in (change.gone, change.come)
    )
    if not (mine and theirs and change.is_local) or mine & theirs:
        return set()
    return {"a day"} if mine | theirs <= _DAYS else {"a name"}


def _opposites(change: _Change) -> set[str]:
    gone, come = change.keys
    plain = change.is_local and not NEGATIONS & {*gone, *come}
    return {"an opposite"} if plain and any(opposites(word) & set(come) for word in gone) else set()
