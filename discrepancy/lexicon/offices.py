"""Whether two titles of one person can both be held at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from discrepancy.lexicon import table
from discrepancy.lexicon.apart import Apart, apart
from discrepancy.lexicon.geography import paths_of
from discrepancy.lexicon.people import office_of, offices
from discrepancy.lexicon.places import country_of
from discrepancy.lexicon.roles import singular
from discrepancy.text.characters import fold

_COMPLEMENT = re.compile(r"\s+(?:of|for|at|in|with|to|from)\s+(?:the\s+|its\s+|their\s+)?")
_AND = re.compile(r"\s+and\s+(?:the\s+)?|\s*&\s*|\s*/\s*")
_POSSESSIVE = re.compile(r"['’]s?\b")
_EMPTY = frozenset(
    "the a an of for at in with to from and its their his her country nation government federal national provincial"
    " regional local municipal".split()
)
"""Words of a title that say nothing of the organisation that the office is in."""


_LONGEST_NAME = 4
"""Words of the name of a place at the most ("Newcastle upon Tyne", "Democratic Republic of Congo")."""
_STEM, _ENDING = 5, 3
"""Letters of a state's name at the least, and those that its adjective has more at the most (Ruritania, Ruritanian)."""
_DEPUTIES = frozenset({"deputy", "vice"})


@dataclass(frozen=True, slots=True)
class Office:
    """A title read.

    Attributes:
        name: the class of the office; empty where no office is known.
        families: the families that it is exclusive in.
        country: whose office it is, where the title says so.
        qualifier: one of the meanings of the lexicon ("past", "temporary", "subordinate" …) or empty.
        deputy: whether it is a deputy's or a vice's, who is taken for the holder at times.
        home: the state or town that the title names, of those that the lists know.
        organisation: the other words of the title: party, company, court or place.
        fields: what a minister is minister of.
    """

    name: str
    families: frozenset[str]
    country: str
    qualifier: str
    organisation: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    deputy: bool = False
    home: str = ""


@lru_cache(maxsize=4096)
def read_offices(title: str) -> tuple[Office, ...]:
    """The offices of ``title``: two where it joins two ("prime minister and defence minister")."""
    parts = _AND.split(title)
    if len(parts) > 1 and all(office_of(_head(part)) for part in parts) and " and " not in _longest(fold(title)):
        return tuple(read_office(part) for part in parts)
    return (read_office(title),)


@lru_cache(maxsize=4096)
def read_office(title: str) -> Office:
    """``title`` as one office."""
    words = fold(_POSSESSIVE.sub("", title)).split()
    words = [*words[:-1], singular(words[-1])] if words else []
    plain = " ".join(words)
    form = _longest(plain) or _longest(_head(plain))
    name = offices().get(form, "")
    fields: frozenset[str] = frozenset()
    if "cabinet" in _families_of(name) or name in {"", "minister"}:
        fields = _fields(plain)
        name = name if name not in {"", "minister"} or not fields else f"{min(fields)} minister"
    own = set(form.split()) | {word for field in fields for word in field.split()} | {"minister"} if fields else set()
    return Office(
        name=name,
        families=frozenset(_families_of(name)),
        country=next((found for word in title.replace("'s", "").split() if (found := country_of(word))), ""),
        qualifier=_qualifier(words, form),
        organisation=frozenset(w for w in words if w not in own | set(form.split()) and _tells(w)),
        fields=fields,
        deputy=bool(_DEPUTIES & {part for word in words for part in word.split("-")}),
        home=_home(_POSSESSIVE.sub("", title).split()),
    )


def contradict(a: Office, b: Office) -> bool:
    """Whether one person can not hold both at a time: two of one family, or one office of two countries or towns.

    Titles that are qualified in time or rank (former, deputy, acting) contradict nothing, nor do offices of two
    organisations, of related fields, or of which one is the other shortened.
    """
    if _of_two_spheres(a, b):
        return True
    if a.qualifier or b.qualifier or not a.name or not b.name:
        return False
    if a.name == b.name and a.home and b.home and any(_families()[family].seated for family in a.families):
        return apart(a.home, "", b.home, "") is Apart.SURELY
    if a.name == b.name:
        same_place = a.organisation == b.organisation
        return bool(a.families and same_place and a.country and b.country and a.country != b.country)
    return any(_clash(a, b, _families()[family]) for family in a.families & b.families)


def contradict_in_the_past(a: Office, b: Office) -> bool:
    """Whether two titles of the past are two of a family whose members are called by the one that they held last."""
    if (a.qualifier, b.qualifier) != ("past", "past") or a.name == b.name:
        return False
    families = [_families()[family] for family in a.families & b.families]
    return any(family.kept and _clash(a, b, family) for family in families)


def stands_in_for(deputy: Office, holder: Office) -> bool:
    """Whether one office is the deputy's of the other in the same organisation: nobody is both at a time."""
    if not deputy.deputy or holder.deputy or deputy.qualifier != "subordinate" or holder.qualifier or not holder.name:
        return False
    if deputy.name not in {holder.name, *(f"{word} {holder.name}" for word in _DEPUTIES)}:
        return False
    if (deputy.organisation, deputy.fields) != (holder.organisation, holder.fields):
        return False
    return deputy.country == holder.country or "" in {deputy.country, holder.country}


def is_field(word: str) -> bool:
    """Whether ``word`` is known as what a minister is minister of: "health", "transport"."""
    return fold(word) in _all_fields()


def related_fields(one: str, other: str) -> bool:
    """Whether sources use two fields for one ministry, by translation or because many countries join them."""
    return _related(frozenset({one}), frozenset({other}))


def same_organisation(a: Office, b: Office) -> bool:
    """Whether two titles name one organisation, by name or adjective ("Ruritanian"), or one of them names none."""
    if not a.organisation or not b.organisation or a.organisation & b.organisation:
        return True
    pairs = (sorted((one, other), key=len) for one in a.organisation for other in b.organisation)
    return any(
        len(one) >= _STEM and other.startswith(one[:-1]) and len(other) - len(one) <= _ENDING for one, other in pairs
    )


def _of_two_spheres(a: Office, b: Office) -> bool:
    """Whether two offices are of two spheres of public life in which nobody has one each; a deputy's is of its own."""
    if not {a.qualifier, b.qualifier} <= _NOW:
        return False
    one, other = _spheres(a), _spheres(b)
    if not (one and other) or one & other or not same_organisation(a, b):
        return False
    data = table("spheres")
    return not any(y in data[x].get("friends", ()) or x in data[y].get("friends", ()) for x in one for y in other)


_NOW = frozenset({"", "subordinate", "senior"})
"""Qualifiers of an office that is held now."""
_GENERAL_OFFICES = frozenset({"president", "chair", "director", "director general", "head", "executive director"})
"""Offices of many bodies, which the body alone tells from one another."""


def _spheres(office: Office) -> frozenset[str]:
    """The spheres of public life that an office is of; none for one that is found in many."""
    if office.name in _GENERAL_OFFICES:
        return _bodies(office)
    return frozenset(
        str(name)
        for name, row in table("spheres").items()
        if office.name in row["offices"] or any(office.name.endswith(f" {end}") for end in row.get("suffixes", ()))
    )


def _bodies(office: Office) -> frozenset[str]:
    """The spheres that the organisation of a title tells ("the bank's president")."""
    return frozenset(
        str(name) for name, row in table("spheres").items() if office.organisation & set(row.get("bodies", ()))
    )


@dataclass(frozen=True, slots=True)
class _Family:
    offices: frozenset[str]
    general: frozenset[str]
    suffixes: tuple[str, ...]
    anywhere: bool
    shortens: bool
    named: bool
    alike: frozenset[str]
    but_of: frozenset[str]
    joint: frozenset[str]
    seated: bool
    of_state: str
    kept: bool
    bodies: frozenset[str] = frozenset()

    def is_of_state(self, office: Office) -> bool:
        """Whether only a state or a part of one has that office."""
        return bool(self.of_state) and office.name.endswith(f" {self.of_state}")


def _clash(a: Office, b: Office, family: _Family) -> bool:
    if {a.country, b.country} & family.joint:
        return False
    if family.shortens and (a.name.endswith(f" {b.name}") or b.name.endswith(f" {a.name}")):
        return False
    if {a.name, b.name} <= family.alike or (a.organisation | b.organisation) & family.but_of:
        return False
    if family.named and not a.organisation & b.organisation:
        return False
    if family.bodies and not (a.organisation | b.organisation) & family.bodies:
        return False
    anywhere = family.anywhere or (family.is_of_state(a) and family.is_of_state(b))
    if not (same_organisation(a, b) if anywhere else a.organisation == b.organisation):
        return False
    return not _related(a.fields, b.fields)


@cache
def _families() -> dict[str, _Family]:
    return {
        str(name): _Family(
            frozenset(row["offices"]),
            frozenset(row["general"]),
            tuple(row.get("suffixes", ())),
            bool(row.get("anywhere")),
            bool(row.get("shortens")),
            bool(row.get("named")),
            frozenset(row.get("alike", ())),
            frozenset(row.get("but_of", ())),
            frozenset(row.get("joint", ())),
            bool(row.get("seated")),
            str(row.get("of_state", "")),
            bool(row.get("kept")),
            frozenset(row.get("bodies", ())),
        )
        for name, row in table("exclusive_offices").items()
    }


def _families_of(name: str) -> Iterator[str]:
    for family, row in _families().items():
        ends = any(name.endswith(f" {suffix}") for suffix in row.suffixes)
        if name not in row.general and (name in row.offices or ends):
            yield family


def _home(words: list[str]) -> str:
    """The known place in the words of a title that is named most closely: "Ohio" of "US senator for Ohio"."""
    runs = (words[i:j] for i in range(len(words)) for j in range(i + 1, min(i + _LONGEST_NAME, len(words)) + 1))
    names = [" ".join(run) for run in runs if all(word[:1].isupper() for word in run)]
    known = [(max(map(len, paths)), len(name), name) for name in names if (paths := paths_of(name))]
    return max(known)[2] if known else ""


def _head(title: str) -> str:
    """A title without its complement: "president of the jury" -> "president"."""
    return _COMPLEMENT.split(title)[0]


def _longest(plain: str) -> str:
    """The longest known form that ``plain`` ends in."""
    words = plain.split()
    return next((form for i in range(len(words)) if (form := " ".join(words[i:])) in offices()), "")


def _qualifier(words: list[str], form: str) -> str:
    """What a word before the office, or after it, says of it; a qualifier inside a known office is its own."""
    meanings = table("titles")["qualifiers"]
    parts = [part for word in words for part in (word, *word.split("-"))]
    free = [part for part in parts if part not in form.split() or part in {"vice", "deputy"}]
    return next((str(meanings[part]) for part in free if part in meanings and part != "chief"), "")


def _tells(word: str) -> bool:
    if word in _EMPTY or word in table("titles")["qualifiers"]:
        return False
    return not country_of(word.title()) and not country_of(word.upper())


def _fields(plain: str) -> frozenset[str]:
    """What a minister or secretary is that of: the known fields in a title with one of the two words."""
    data = table("portfolios")
    if plain in data["exchanges"]:
        return frozenset({str(data["exchanges"][plain])})
    if not {"minister", "secretary"} & set(plain.split()):
        return frozenset()
    padded = f" {plain.replace(',', ' ')} "
    return frozenset(field for field in _all_fields() if f" {field} " in padded)


@cache
def _all_fields() -> frozenset[str]:
    data = table("portfolios")
    return frozenset(data["fields"]).union(*data["related"])


def _related(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sets of fields share one, or have two that sources use for one ministry."""
    return bool(a & b) or any(a & set(row) and b & set(row) for row in table("portfolios")["related"])
