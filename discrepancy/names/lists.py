"""The word lists under ``data/``, read once. Every list says in its head where it comes from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files

__all__ = [
    "east_asian_surnames",
    "given_names",
    "known_names",
    "nicknames",
    "ordinals",
    "particles",
    "regnal_names",
    "spellings",
    "suffixes",
    "titles",
    "transliterations",
]


def _lines(name: str) -> Iterator[str]:
    """The lines of a list that are neither empty nor comment."""
    text = files("discrepancy.names").joinpath("data", name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


def _words(name: str) -> frozenset[str]:
    """A list of single words."""
    return frozenset(word for line in _lines(name) for word in line.split())


def _classes(name: str) -> Mapping[str, str]:
    """A list of ``class: words``, as word to class."""
    pairs = (line.split(":", 1) for line in _lines(name))
    return {word: kind for kind, words in pairs for word in words.split()}


def _groups(name: str) -> Mapping[str, frozenset[str]]:
    """A list of words that stand for each other, as word to the numbers of its lines."""
    found: dict[str, set[str]] = defaultdict(set)
    for number, line in enumerate(_lines(name)):
        for word in line.split():
            found[word].add(str(number))
    return {word: frozenset(numbers) for word, numbers in found.items()}


@lru_cache(maxsize=1)
def titles() -> Mapping[str, str]:
    """Words before a name that are no part of it, with the sex they tell (``man``, ``woman``, ``any``)."""
    return _classes("titles.txt")


@lru_cache(maxsize=1)
def east_asian_surnames() -> frozenset[str]:
    """Surnames that are written first."""
    return _words("east_asian_surnames.txt")


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Given names of many countries."""
    return _words("given_names.txt")


@lru_cache(maxsize=1)
def particles() -> Mapping[str, str]:
    """Particle to its class: ``el`` and ``al`` are of one."""
    return _classes("particles.txt")


@lru_cache(maxsize=1)
def suffixes() -> Mapping[str, str]:
    """Suffix to its class: ``ii`` and ``2nd`` are of one."""
    return _classes("suffixes.txt")


@lru_cache(maxsize=1)
def ordinals() -> Mapping[str, str]:
    """Ordinal after a ruler's name to its number in figures."""
    return _classes("ordinals.txt")


@lru_cache(maxsize=1)
def regnal_names() -> frozenset[str]:
    """Names that rulers bear with a number after them."""
    return _words("regnal_names.txt")


def _variants(name: str) -> set[str]:
    """``name`` with its other spellings: Mohd is short for Muhammad too."""
    return {name}.union(
        *(members[group] for index, members in _indexes() for group in index.get(name, frozenset())),
    )


@lru_cache(maxsize=1)
def _indexes() -> tuple[tuple[Mapping[str, frozenset[str]], Mapping[str, set[str]]], ...]:
    """The lists of spellings, each with the names that stand in each of its groups."""
    found = []
    for index in (spellings(), transliterations()):
        members: dict[str, set[str]] = defaultdict(set)
        for name, groups in index.items():
            for group in groups:
                members[group].add(name)
        found.append((index, members))
    return tuple(found)


@lru_cache(maxsize=1)
def known_names() -> frozenset[str]:
    """Every word that is known as a name of its own: given names, short forms, names with several spellings."""
    return given_names() | nicknames().keys() | spellings().keys() | transliterations().keys()


@lru_cache(maxsize=1)
def nicknames() -> Mapping[str, frozenset[str]]:
    """Name or short form to the full names that it may stand for; a full name stands for itself."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in _lines("nicknames.txt"):
        full, shorts = line.split(":", 1)
        fulls = _variants(full)
        for variant in fulls:
            found[variant].add(variant)
        for short in shorts.split():
            found[short] |= fulls
    return {word: frozenset(fulls) for word, fulls in found.items()}


@lru_cache(maxsize=1)
def spellings() -> Mapping[str, frozenset[str]]:
    """Given name to the groups of spellings it stands in."""
    return _groups("spellings.txt")


@lru_cache(maxsize=1)
def transliterations() -> Mapping[str, frozenset[str]]:
    """Name to the groups of Latin spellings of one foreign name it stands in."""
    return _groups("transliterations.txt")
