"""What can be said of a thing and its opposite, and the words of the clauses that say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from discrepancy.lexicon import table
from discrepancy.lexicon.measures import concept_of, verb_concept

OTHER = {"one": "other", "other": "one", "yes": "no", "no": "yes"}
"""The side across from each side of an opposition."""

CAUSE = "cause"
"""What a claim is of that says what made a thing happen."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an opposition as a verb tells it: its name, the side, whether of the verb's subject or object.

    ``turns``: whether "not" makes it the other side.
    """

    opposition: str
    side: str
    of: str
    turns: bool


@cache
def _sides() -> Mapping[str, tuple[tuple[frozenset[str], Side], ...]]:
    """For each verb what must stand with it, and the side it then tells; the longest first."""
    found: dict[str, list[tuple[frozenset[str], Side]]] = defaultdict(list)
    for name, opposition in table("oppositions").items():
        for side in ("one", "other"):
            for entry in opposition[side]:
                phrase, _, rest = entry.partition(" > ")
                verb, *beside = phrase.split()
                turns = opposition["turns"] and not rest.endswith(" only")
                found[verb].append((frozenset(beside), Side(name, side, rest.split()[0], turns)))
    return {verb: tuple(sorted(each, key=lambda pair: -len(pair[0]))) for verb, each in found.items()}


def sides_of(verb: str, beside: AbstractSet[str]) -> tuple[Side, ...]:
    """The sides that ``verb`` tells with the lemmas ``beside`` it: of each opposition the one that it says most of.

    A verb with two parties may tell both sides: who beats another wins, and the other loses.
    """
    found: dict[tuple[str, str], Side] = {}
    for words, side in _sides().get(verb, ()):
        if words <= beside:
            found.setdefault((side.opposition, side.of), side)
    return tuple(found.values())


def later_side(opposition: str) -> str:
    """The side that may follow the other in time; ``yes`` for plain verbs: what was not yet so may be so later."""
    return str(table("oppositions").get(opposition, {"later": "yes"})["later"])


def is_settled(opposition: str, details: AbstractSet[str]) -> bool:
    """Whether the words beside the later side leave no time in which the other could have been true."""
    return bool(details & set(table("oppositions").get(opposition, {"settled": []})["settled"]))


def of_one_matter(opposition: str, one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    """Whether what else two sides say lets them be of one matter: one may be convicted of this and cleared of that."""
    asked = table("oppositions")[opposition]["one_matter"]
    if asked == "both":
        return bool(one & other)
    return asked != "any" or not one or not other or bool(one & other)


def needs_doers(opposition: str) -> bool:
    """Whether both sides must tell who does it to clash."""
    return bool(table("oppositions")[opposition]["doers"] == "both")


def needs_date(opposition: str) -> bool:
    """Whether both sides must be told of one time to clash."""
    return bool(table("oppositions")[opposition].get("dated"))


def signs(opposition: str) -> frozenset[str]:
    """Words of a text that tells the ``other`` side of somebody, whoever it is."""
    return frozenset(table("oppositions")[opposition]["signs"])


def is_opposition(name: str) -> bool:
    """Whether ``name`` is an opposition's, and not a plain verb."""
    return name in table("oppositions")


@cache
def claim_words(kind: str) -> frozenset[str]:
    """One of the lists of ``claim_words.toml``."""
    return frozenset(table("claim_words")[kind])


@cache
def _adjectives() -> Mapping[str, str]:
    return {word: base for base, *others in table("claim_words")["adjectives"] for word in others}


def opposite_adjective(lemma: str) -> str:
    """The adjective that ``lemma`` is the opposite of ("unsafe", of "safe"); empty where it is none's."""
    return _adjectives().get(lemma, "")


@cache
def _sets(kind: str) -> Mapping[str, str]:
    return {lemma: row[0] for row in table("claim_words")[kind] for lemma in row}


def claimed(verb: str) -> str:
    """What a verb, with its particle, claims: one name for verbs that newsrooms swap."""
    return _sets("verbs").get(verb) or verb_concept(verb)


def thing(lemma: str) -> str:
    """One name for nouns that newsrooms swap in a claim."""
    return _sets("nouns").get(lemma) or concept_of(lemma)


def deed_of(lemma: str) -> str:
    """One name for a verb and the noun of its deed ("lose", "loss"); empty where the lists know none."""
    return _sets("deeds").get(lemma, "")
