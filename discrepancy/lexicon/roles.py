"""Role nouns: what a person is beside a name that is known for a person's."""

from __future__ import annotations

from functools import cache, lru_cache

from discrepancy.lexicon import table
from discrepancy.lexicon.people import is_title_word, office_of
from discrepancy.text.characters import fold

_SHORTEST = 6
"""Letters that a noun needs for its ending to tell something: "doer" and "list" are too short."""
_PREFIXES = ("co-", "ex-", "vice-", "sub-", "non-")


@lru_cache(maxsize=8192)
def is_role_noun(word: str) -> bool:
    """Whether ``word`` is listed as a role, an office or a trade: "director", "welder", "backbencher"."""
    key = _plain(word)
    return not is_relation(key) and (key in _listed("nouns") or is_title_word(key))


@lru_cache(maxsize=8192)
def may_be_role_noun(word: str) -> bool:
    """Whether the form of ``word`` is that of a noun for a person: "glazier", "cellist", "ferryman"."""
    key = _plain(word)
    if len(key) < _SHORTEST or key in _listed("things") or is_relation(key):
        return False
    return key.endswith(tuple(table("roles")["suffixes"]))


@lru_cache(maxsize=8192)
def is_relation(word: str) -> bool:
    """Whether ``word`` says whose relative or friend a person is: no role."""
    return _plain(word) in _listed("relations")


@lru_cache(maxsize=8192)
def is_role(title: str) -> bool:
    """Whether the words before or after a name are a role, neither a form of address nor a relation."""
    words = title.split()
    if not words or all(office_of(word) == "courtesy" or fold(word).strip(".") == "dr" for word in words):
        return False
    return not is_relation(words[-1])


def is_appointing(lemma: str) -> bool:
    """Whether a verb's lemma gives, holds or leaves an office."""
    return lemma in _listed("appointing")


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """A plural role noun as one of its holders: "ministers" -> "minister", "spokesmen" -> "spokesman"; else itself."""
    key = fold(word)
    forms = [key[:-3] + "man" if key.endswith("men") else "", key[:-3] + "y" if key.endswith("ies") else ""]
    forms += [key[:-1]] if key.endswith("s") and not key.endswith("ss") else []
    return next((form for form in forms if form and is_role_noun(form)), word)


def _plain(word: str) -> str:
    key = fold(word)
    for prefix in _PREFIXES:
        if key.startswith(prefix) and key not in _listed("nouns") | _listed("relations"):
            return key.removeprefix(prefix)
    return key


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in table("roles")[name])
