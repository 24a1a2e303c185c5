"""Two versions put one event in two places.

What fires:
    Places of one event (the same happening and those who take part, in sentences alike, by the same preposition)
    that can not both be right: two towns, two countries, two states of one country, a town and another country than
    its own, two courts, opposite sides or parts of one place, another start or end of the same way. The happening is
    the same too where both sentences give one figure ("42.8C in X", "the record of 42.8 degrees at Y"). Two towns that
    no list knows are a warning, and only where the sentences share a figure or many words. In texts of six sentences
    or more also a name, a side ("the western half") or a way that only one version has, where the words around it that
    are rare in both versions stand around another name in the others.

Why it matters:
    A wrong place sends readers and crews to the wrong town, and names a court or a people that had no part in it.

Known limits:
    The lists hold countries, many states and well-known cities. A region or a named spot is never held against a town
    that may lie in it or around it, a name on no list never against a listed one, a village never against a town, nor
    two places of which any version says that one is in or near the other, or that one version names both; a slip
    between those is missed.

Source:
    Reuters Handbook of Journalism, "Accuracy"; AP Stylebook, "datelines".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from discrepancy.lexicon.apart import Apart, apart
from discrepancy.lexicon.places import opposite, place_key
from discrepancy.model import Fact, FactKind, Finding, Group, Level, Mention, Message, Story, ValueGroup
from discrepancy.rules.one_sentence import one_sentence
from discrepancy.rules.rule import Example, Rule, facts_of, finding, forms, labels_of, listed, value_group
from discrepancy.rules.told_sites import Towns, two_towns
from discrepancy.rules.told_spots import swapped_spots, turned_ways
from discrepancy.text.characters import fold

Values = Mapping[str, Sequence[Fact]]

_POINT = r"(?: [\w-]*(?:north|south|east|west|central)[\w-]*)?"
_LIES_AT = rf"(?:,? (?:[\w-]+ ){{0,6}}(?:in|of|near|outside|from)|,| \()(?: the)?{_POINT} ?"
"""Between two names of places of which one lies in or near the other: "X, a suburb of Y", "X, Y", "X in western Y"."""


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each event that is put in two places."""
    for group in story.groups:
        if group.kind is FactKind.PLACE:
            values = _by_place(facts_of(story, group))
            told = _apart(story, values)
            if told:
                level = Level.ERROR if Apart.SURELY in told.values() else Level.WARNING
                yield _finding(story, group, {label: values[label] for label in values if label in told}, level)
    for site, towns, surely in two_towns(story):
        yield _in_two_towns(story, site, towns, surely)
    for subject, one, other, surely in swapped_spots(story):
        yield _swapped(story, subject, ([s.mention for s in one], [s.mention for s in other]), surely)
    for subject, there, back in turned_ways(story):
        yield _swapped(story, subject, (there, back), Apart.PERHAPS)


Mentions = Sequence[Mention]


def _swapped(story: Story, subject: str, told_at: tuple[Mentions, Mentions], surely: Apart) -> Finding:
    labels = labels_of(story)
    told = {min(mention.text for mention in each): each for each in told_at}
    values = "; ".join(
        f"{name} ({', '.join(dict.fromkeys(labels[m.document] for m in mentions))})" for name, mentions in told.items()
    )
    params = {"subject": subject, "values": values, "forms": forms(told)}
    texts = Message("PLA001.summary", params), Message("PLA001.explanation", params)
    groups = [ValueGroup(name, tuple(mentions)) for name, mentions in told.items()]
    level = Level.ERROR if surely is Apart.SURELY else Level.WARNING
    return finding("PLA001", level, texts, groups, subject=subject)


def _in_two_towns(story: Story, site: str, towns: Towns, surely: Apart) -> Finding:
    labels = labels_of(story)
    values = "; ".join(
        f"{town} ({', '.join(dict.fromkeys(labels[m.document] for m in mentions))})" for town, mentions in towns.items()
    )
    params = {"subject": site, "values": values, "forms": forms(towns)}
    texts = Message("PLA001.summary", params), Message("PLA001.explanation_site", params)
    groups = [ValueGroup(town, tuple(mentions)) for town, mentions in towns.items()]
    level = Level.ERROR if surely is Apart.SURELY else Level.WARNING
    return finding("PLA001", level, texts, groups, subject=site)


def _by_place(facts: Sequence[Fact]) -> dict[str, list[Fact]]:
    """The facts by place and side of it; the fullest form of each name is its label."""
    found: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        found[place_key(fact.place.name), fact.place.direction].append(fact)
    labels = {key: max((_label(f) for f in each), key=lambda text: (len(text), text)) for key, each in found.items()}
    return {labels[key]: found[key] for key in sorted(found)}


def _label(fact: Fact) -> str:
    place = fact.place
    joint = " of " if place.relation == "side" else " "
    return f"{place.direction}{joint}{place.name}" if place.direction else place.name


def _apart(story: Story, values: Values) -> dict[str, Apart]:
    """How sure it is of each place that another one contradicts it; empty where a version gives several itself."""
    homes = [{fact.mention.document for fact in facts} for facts in values.values()]
    if any(one & other for one, other in combinations(homes, 2)):
        return {}
    found: dict[str, Apart] = {}
    for one, other in combinations(values, 2):
        conflict = _conflict(story, values[one], values[other])
        if conflict is not Apart.NO:
            for label in (one, other):
                found[label] = conflict if found.get(label) is not Apart.SURELY else Apart.SURELY
    return found


def _conflict(story: Story, one: Sequence[Fact], other: Sequence[Fact]) -> Apart:
    a, b = one[0].place, other[0].place
    if place_key(a.name) == place_key(b.name):
        return Apart.SURELY if a.direction and opposite(a.direction) == b.direction else Apart.NO
    if a.relation == "court":
        return Apart.SURELY if _other_court(story, one, other) else Apart.NO
    if {a.relation, a.direction, b.direction} & {"near", "side"}:
        return Apart.NO
    kinds = _kind(one), _kind(other)
    if "" in kinds and set(kinds) <= _PLAIN:
        kinds = "", ""  # "the town of X" in one version is "X" in another
    found = apart(a.name, kinds[0], b.name, kinds[1])
    if found is Apart.PERHAPS:
        found = _unknown_towns(story, one, other)
    return Apart.NO if found is not Apart.NO and _may_be_one(story, one, other) else found


_PLAIN = frozenset({"", "town", "city"})
"""Kinds of place of which one version says nothing where another says so."""


def _kind(facts: Sequence[Fact]) -> str:
    """What sort of place it is, where a version says so."""
    return next((fact.place.kind for fact in facts if fact.place.kind), "")


def _unknown_towns(story: Story, one: Sequence[Fact], other: Sequence[Fact]) -> Apart:
    """Two towns of which no list knows where they lie: one may be a suburb of the other, or the next town to a village.

    The ends of a way are told as exactly by all. Elsewhere only sentences that are one but for the name, or share a
    figure or many words, tell that the name was changed and not the view.
    """
    if any(fact.place.direction for fact in (*one, *other)):
        return Apart.NO
    if {fact.place.relation for fact in (*one, *other)} <= {"from", "to"}:
        return Apart.SURELY
    if one_sentence(story, one, other) or _told_alike(story, one, other):
        return Apart.PERHAPS
    return Apart.NO


def _told_alike(story: Story, one: Sequence[Fact], other: Sequence[Fact]) -> bool:
    """Whether two sentences give one figure, or tell the same in many of the same words."""
    for a, b in product(one, other):
        left, right = _telling(story, a), _telling(story, b)
        both = left & right
        if any(word[0].isdigit() and len(word) > 1 for word in both):
            return True
        share = len(both) / max(1, min(len(left), len(right)))
        if any(len(both) >= fewest and share >= least for fewest, least in _ALIKE):
            return True
    return False


def _telling(story: Story, fact: Fact) -> set[str]:
    """The figures and the longer words of the sentence around a place."""
    text = story.document[fact.mention.document].text[fact.sentence.start : fact.sentence.end]
    return {word for word in _WORD.findall(text.lower()) if word[0].isdigit() or len(word) >= _LONGER}


_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+")
_LONGER = 4
_ALIKE = ((3, 0.3), (4, 0.25))
"""Telling words that two sentences about one thing share, each number with the share of the shorter that they are."""


def _other_court(story: Story, one: Sequence[Fact], other: Sequence[Fact]) -> bool:
    """Whether two courts are two: of one kind in two towns, or of two kinds under the same jury."""
    a, b = one[0].place, other[0].place
    left, right = (set(fold(p.name).split()) - set(fold(p.kind).split()) - {"of"} for p in (a, b))
    if a.kind == b.kind and not (left and right and not left & right):
        return False
    return not _named_together(story, one, other)


def _may_be_one(story: Story, one: Sequence[Fact], other: Sequence[Fact]) -> bool:
    """Whether a version names both places, or any text of the story says that one is at the other."""
    if _named_together(story, one, other):
        return True
    names = [re.escape(one[0].place.name), re.escape(other[0].place.name)]
    told = [re.compile(rf"\b{a}\b{_LIES_AT}{b}\b") for a, b in (names, names[::-1])]
    return any(pattern.search(document.text) for document in story.documents for pattern in told)


def _named_together(story: Story, one: Sequence[Fact], other: Sequence[Fact]) -> bool:
    """Whether a version that puts the event in one of the places names the other as well: it may lie in it."""
    for facts, others in ((one, other), (other, one)):
        names = {f" {fold(fact.place.name)} " for fact in others}
        texts = (f" {fold(story.document[fact.mention.document].text)} " for fact in facts)
        if any(name in text for text in texts for name in names):
            return True
    return False


def _finding(story: Story, group: Group, values: Values, level: Level) -> Finding:
    params = {"subject": group.subject, "values": listed(story, values.items()), "forms": forms(values)}
    texts = Message("PLA001.summary", params), Message("PLA001.explanation", params)
    groups = [value_group(label, facts) for label, facts in values.items()]
    return finding("PLA001", level, texts, groups, subject=group.subject, group=group)


RULE = Rule(
    code="PLA001",
    name="place-differs",
    level=Level.ERROR,
    judge=judge,
    conflict=Example(
        (
            "A goods train derailed in the town of Harlow on Thursday, police said. Nobody was hurt.",
            "A goods train derailed in the town of Marlford on Thursday, police said. Nobody was hurt.",
        )
    ),
    near_miss=Example(
        (
            "A goods train derailed in Harlow on Thursday, police said. Nobody was hurt.",
            "A goods train derailed in Essex on Thursday, police said. Nobody was hurt.",
        )
    ),
    doc=__doc__,
)
