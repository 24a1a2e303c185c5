"""What rows and findings can be filtered by: the kinds, rules, versions and people there are in a report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from discrepancy.formats.view.index import Index, card_anchor, group_anchor
from discrepancy.formats.view.parts import Choice, Filter, Row, Version
from discrepancy.formats.words import Words
from discrepancy.model import Fact, FactKind, Finding, Quotation

__all__ = ["build_filters"]

KIND, RULE, SOURCE, PERSON = NAMES = ("kind", "rule", "source", "person")
"""The filters, in the order in which they are shown; a tag begins with the first letter of its filter."""
Borne = set[tuple[str, str]]
"""A filter and the value of a choice, each."""


def build_filters(
    index: Index, rows: tuple[Row, ...], versions: tuple[Version, ...], words: Words
) -> tuple[tuple[Filter, ...], dict[str, str]]:
    """The filters that leave something, and by the anchor of each row and each card what it bears.

    What a row bears is a string of tags, "k1 r2 p1": the first kind, the second rule, the first person. The versions
    that speak in a row are not among them, as its cells tell.
    """
    people, kinds = _People(index), {group.id: group.kind.value for group in index.data.groups}
    findings = {finding.id: set(_of_finding(index, people, kinds, finding)) for finding in index.data.findings}
    borne = {card_anchor(key): each for key, each in findings.items()}
    told = _of_rows(index, people, findings)
    borne |= {row.anchor: told[row.anchor] for row in rows}
    counts = Counter(each for bears in findings.values() for each in bears)
    chosen = {name: _ranked(name, borne.values(), counts) for name in (KIND, RULE, PERSON)}
    chosen[SOURCE] = [str(version.number) for version in versions if rows or findings]
    numbers = {(name, value): f"{name[0]}{place}" for name in NAMES for place, value in enumerate(chosen[name], 1)}
    labels = _labels(index, versions, words)
    filters = (
        Filter(
            name, tuple(Choice(value, labels.get((name, value), value), counts[name, value]) for value in chosen[name])
        )
        for name in NAMES
    )
    tags = {key: " ".join(sorted(numbers[each] for each in bears)) for key, bears in borne.items() if bears}
    return tuple(each for each in filters if each.choices), tags


class _People:
    """Who speaks or is named in a fact, of the people of a story."""

    def __init__(self, index: Index) -> None:
        self._ids = {person.id for person in index.data.people}
        self._named = {fact: person.id for person in index.data.people for fact in person.facts}

    def of(self, fact: Fact) -> Iterator[str]:
        """The person named, the one quoted, the one by whose account."""
        speakers = [fact.value.speaker] if isinstance(fact.value, Quotation) else []
        speakers += [fact.attribution.speaker] if fact.attribution else []
        yield from (speaker for speaker in speakers if speaker in self._ids)
        if fact.id in self._named:
            yield self._named[fact.id]


def _of_finding(index: Index, people: _People, kinds: Mapping[str, str], finding: Finding) -> Iterator[tuple[str, str]]:
    yield RULE, finding.rule
    groups = index.groups_of[finding.id]
    yield from ((KIND, kinds[group]) for group in groups)
    for value in finding.values:
        for mention in value.mentions:
            yield SOURCE, str(index.place[mention.document] + 1)
            for fact in index.facts_at(mention):
                yield from ((PERSON, person) for person in people.of(fact))
                if not groups:
                    yield KIND, fact.kind.value


def _of_rows(index: Index, people: _People, findings: Mapping[str, Borne]) -> dict[str, Borne]:
    """By row: what its facts bear, and what its findings do but for who speaks in them."""
    borne: dict[str, Borne] = defaultdict(set)
    for group in index.data.groups:
        facts = (index.facts[fact] for fact in group.facts)
        borne[group_anchor(group.id)] = {(KIND, group.kind.value)} | {
            (PERSON, person) for fact in facts for person in people.of(fact)
        }
    for finding, bears in findings.items():
        for row in index.row_anchors(finding):
            borne[row] |= {each for each in bears if each[0] != SOURCE}
    return borne


def _ranked(name: str, borne: Iterable[Borne], counts: Counter[tuple[str, str]]) -> list[str]:
    """The values there are, by how many findings bear them, then by how many rows do."""
    all_told = Counter(value for bears in borne for filtered, value in bears if filtered == name)
    return sorted(all_told, key=lambda value: (-counts[name, value], -all_told[value], value))


def _labels(index: Index, versions: tuple[Version, ...], words: Words) -> dict[tuple[str, str], str]:
    """What a choice is called, by its filter and its value."""
    return {
        **{(KIND, kind.value): words(f"kind.{kind.value}") for kind in FactKind},
        **{(RULE, rule.code): f"{rule.code} {words.rule(rule, 'name')}" for rule in index.data.rules},
        **{(SOURCE, str(version.number)): f"{version.number} {version.label}" for version in versions},
        **{(PERSON, person.id): person.name for person in index.data.people},
    }
