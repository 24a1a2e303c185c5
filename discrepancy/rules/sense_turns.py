"""How one run of differing words turns the sense: by a figure, a name, a negation or an opposite."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from discrepancy.grammar.quoted_values import amount
from discrepancy.grammar.quoted_words import NEGATIONS, is_figure
from discrepancy.lexicon.quoted import opposites
from discrepancy.rules.word_changes import WordChange

_DENIALS = frozenset(
    {"refuse", "refused", "fail", "failed", "deny", "denied", "decline", "declined", "lack", "lacked", "lacks"}
    | {"barely", "scarcely", "rarely", "seldom", "avoid", "avoided", "stop", "stopped"}
)
"""Words that say without a "not" what another wording says with one."""
_UN = ("un", "in", "im", "il", "ir", "dis", "non")
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_NO_NAMES = frozenset({"the", "and", "but", "you", "they", "his", "her", "our", "not", "she", "that", "this"})
_TITLES = frozenset({"mister", "missus", "miss", "sir", "doctor", "president", "general", "governor", "senator"})


def denies_by_prefix(word: str, other: str) -> bool:
    """Whether ``word`` is the other with a prefix that denies it."""
    return any(word == prefix + other for prefix in _UN)


def turned_figures(change: WordChange) -> set[str]:
    """A figure that differs, or that one of the two lacks."""
    left, right = ({key for key in keys if is_figure(key)} for keys in change.keys)
    if left and right:
        return {"figure"} if _differ(left - right, right - left) else set()
    one_sided = {key for key in left | right if amount(key)[1] not in {"year", "day", "th"}}
    return {"figure"} if one_sided and change.inside and change.is_local else set()


def _differ(left: set[str], right: set[str]) -> bool:
    """Whether figures differ in more than a unit that one of the two leaves out."""
    if not left or not right:
        return False
    bare = [{amount(key)[0] for key in keys} for keys in (left, right)]
    units = [{amount(key)[1] for key in keys} - {""} for keys in (left, right)]
    return bare[0] != bare[1] or (bool(units[0] and units[1]) or "%" in units[0] | units[1])


def turned_negations(found: Sequence[WordChange]) -> set[str]:
    """A negation more on one side, over all changes."""
    left = right = 0
    for change in found:
        if change.is_local:
            gone, come = change.keys
            left += _denials(gone, come)
            right += _denials(come, gone)
    return {"negation"} if left % 2 != right % 2 else set()


def _denials(words: Sequence[str], others: Sequence[str]) -> int:
    plain = sum(word in NEGATIONS and (word != "nor" or "neither" not in words) for word in words)
    denied = bool(NEGATIONS & set(others)) and not plain and bool(_DENIALS & set(words))
    return (
        plain
        + denied
        + sum(any(denies_by_prefix(word, other) for other in others) and word not in NEGATIONS for word in words)
    )


def turned_names(change: WordChange, people: AbstractSet[str], known: AbstractSet[str]) -> set[str]:
    """A name in each that the other lacks."""
    mine, theirs = (
        {w.key for w in words if (w.name or w.key in people) and w.key not in known | _NO_NAMES | _TITLES}
        for words in (change.gone, change.come)
    )
    if not (mine and theirs and change.is_local) or mine & theirs:
        return set()
    return {"day"} if mine | theirs <= _DAYS else {"name"}


def turned_opposites(change: WordChange) -> set[str]:
    """A word in one that is the opposite of one in the other."""
    gone, come = change.keys
    plain = change.is_local and not NEGATIONS & {*gone, *come}
    return {"opposite"} if plain and any(opposites(word) & set(come) for word in gone) else set()
