"""One version has a measure rise by a figure, another has it fall by the same.

What fires:
    The same figure is given for a change of the same measure of the same owner, upwards in one version and downwards
    in another, and no date tells the two apart. Or a thing rises here and falls there, told by verbs, nouns ("a rise
    in") or "higher", where a figure, a name and other words beside it show that it is one thing.

Why it matters:
    "Rose" for "fell" turns the news round with every figure right, which is why no check of figures finds it.

Known limits:
    Only the words of change of a list are read. A round figure of one digit is held
    against another only where owner and measure are both named in both. A version that gives both directions itself
    is left alone.

Source:
    Reuters Handbook of Journalism, "Accuracy", on headlines and ledes of company results.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from discrepancy.lexicon.oppositions import thing
from discrepancy.messages import render
from discrepancy.model import (
    Fact,
    FactKind,
    FactRole,
    Figure,
    Finding,
    Level,
    Mention,
    Message,
    QuantityKind,
    Story,
    TimeFrame,
    ValueGroup,
)
from discrepancy.rules.movements import Movement, movements
from discrepancy.rules.one_sentence import one_sentence
from discrepancy.rules.rule import Example, Rule, finding, forms, joined, labels_of, listed_said
from discrepancy.rules.turned_ways import overlaps, turned_ways
from discrepancy.text.characters import fold, squeeze

_TELLING = 2
"""Digits from which on the same figure of one date is hardly met twice by chance; beyond, of any date."""
_CHANGES = frozenset({"up", "down"})
_NOUNS = {
    "up": "rise|increase|gain|jump|surge|growth|upturn|climb",
    "down": "fall|drop|decline|decrease|slump|plunge|slide|reduction|downturn",
}
"""Nouns that name a change and its direction; "cut" may be one of a cut."""
_ALL_NOUNS = frozenset(noun for nouns in _NOUNS.values() for noun in nouns.split("|"))
_MORE = {
    "up": " (?:higher|bigger|larger|stronger)\\b| more(?: [\\w-]+){0,2} than\\b",
    "down": " (?:lower|smaller|weaker)\\b| (?:fewer|less)(?: [\\w-]+){0,2} than\\b",
}
_AFTER = {way: re.compile(rf" (?:[a-z-]+ )?(?:{_NOUNS[way]})\b|{_MORE[way]}") for way in _NOUNS}
_BEFORE = {
    way: re.compile(rf"\b(?:a|an|the) (?:[a-z-]+ )?(?:{_NOUNS[way]}) (?:in [\w -]{{1,40}} )?of $") for way in _NOUNS
}
_LEAD = 70


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each change that is given in both directions."""
    told: list[tuple[str, int, int]] = []
    for up, down in _same_figures(story):
        both = _ways_by_home(up) & _ways_by_home(down)
        one = [f for f in up if any(_clash(story, f, g, both) for g in down)]
        other = [f for f in down if any(_clash(story, f, g, both) for g in one)]
        if one and other:
            told += [(f.mention.document, f.mention.start, f.mention.end) for f in (*one, *other)]
            yield _finding(story, one, other)
    for rising, falling in turned_ways(story):
        if not (overlaps(rising, told) and overlaps(falling, told)):
            yield _of_words(story, rising, falling)


def _of_words(story: Story, up: Sequence[Movement], down: Sequence[Movement]) -> Finding:
    """A finding of words of change, whatever figures stand beside them."""
    values = [
        ValueGroup(squeeze(told[0].text), tuple(sorted(told, key=lambda m: (m.document, m.start))))
        for told in ([_mention(story, movement) for movement in side] for side in (up, down))
    ]
    labels = labels_of(story)
    listing = [
        f"{value.label} ({', '.join(dict.fromkeys(labels[m.document] for m in value.mentions))})" for value in values
    ]
    params = {
        "subject": up[0].thing,
        "values": "; ".join(listing),
        "forms": forms(value.label for value in values),
    }
    texts = Message("CLM002.summary_words", params), Message("CLM002.explanation_words", params)
    return finding("CLM002", Level.ERROR, texts, values, subject=up[0].thing)


def _mention(story: Story, movement: Movement) -> Mention:
    text = story.document[movement.document].text[movement.start : movement.end]
    return Mention(movement.document, movement.start, movement.end, text, movement.block)


def _same_figures(story: Story) -> list[tuple[list[Fact], list[Fact]]]:
    """Changes upwards and downwards by figure and unit, where both directions are given."""
    found: dict[tuple[str, ...], dict[str, list[Fact]]] = defaultdict(lambda: {"up": [], "down": []})
    for fact in story.facts:
        if fact.kind is FactKind.QUANTITY and fact.time is not TimeFrame.SUPPOSED:
            q = fact.quantity
            way = _way(story, fact) if q.low == q.high else ""
            if way:
                found[str(q.low.normalize()), q.unit, q.kind.value][way].append(fact)
    return [(ways["up"], ways["down"]) for ways in found.values() if ways["up"] and ways["down"]]


def _ways_by_home(facts: Sequence[Fact]) -> set[tuple[str, str]]:
    """What changes, by document: a document that has it go the other way too speaks of two changes."""
    return {_home(fact) for fact in facts}


def _home(fact: Fact) -> tuple[str, str]:
    return fact.mention.document, thing(fact.subject.head)


def _way(story: Story, fact: Fact) -> str:
    """Whether a figure is told as a change upwards or downwards, by its verb or by a noun beside it; else empty."""
    q = fact.quantity
    if fact.role is FactRole.CHANGE and q.change in _CHANGES:
        return q.change
    if q.change or q.kind not in _TOLD_BY_NOUN:
        return ""
    text = story.document[fact.mention.document].text
    before = text[max(fact.sentence.start, q.start - _LEAD) : q.start]
    return next((way for way in _NOUNS if _AFTER[way].match(text, q.end) or _BEFORE[way].search(before)), "")


_TOLD_BY_NOUN = frozenset({QuantityKind.SHARE, QuantityKind.POINTS, QuantityKind.MONEY})


def _one_thing(story: Story, a: Fact, b: Fact) -> bool:
    """Whether what changes is told by one noun; by a noun of change ("a fall of 11%"), in one sentence but for it."""
    one, other = _noun(story, a), _noun(story, b)
    if one and one == other and one not in _ALL_NOUNS:
        return True
    named = {one, other} - {"", *_ALL_NOUNS}
    return len(named) < _BOTH and one_sentence(story, [a], [b])


_BOTH = 2
_WHICH = re.compile(r"(\w+), which [^,;.]{0,30}$")
_CHANGE_IN = re.compile(rf" ?(?:{'|'.join(_NOUNS.values())}) in (?:[a-z-]+ )?([a-z]+)\b")


def _noun(story: Story, fact: Fact) -> str:
    """What changes: the fact's noun, what "which" stands for, or what a change is told to be "in"."""
    own, text = thing(fact.subject.head), story.document[fact.mention.document].text
    if not own:
        behind = _WHICH.search(text[fact.sentence.start : fact.quantity.start])
        return thing(fold(behind[1])) if behind else own
    beside = _CHANGE_IN.match(text, fact.quantity.end) if own in _ALL_NOUNS else None
    return thing(beside[1].removesuffix("s")) if beside else own


def _is_name(story: Story, fact: Fact, noun: str) -> bool:
    """Whether a noun is a name: written with a capital letter within the fact's sentence."""
    text = story.document[fact.mention.document].text[fact.sentence.start + 1 : fact.sentence.end]
    return bool(noun) and noun.capitalize() in text


def _clash(story: Story, a: Fact, b: Fact, give_both: set[tuple[str, str]]) -> bool:
    """Whether two opposite changes are of one thing and one time, told by accounts that can be compared."""
    if a.mention.document == b.mention.document or {_home(a), _home(b)} & give_both:
        return False
    if not _one_thing(story, a, b):
        return False
    if (a.time is TimeFrame.PLANNED) != (b.time is TimeFrame.PLANNED) or not _one_voice(a, b) or _other_date(a, b):
        return False
    if a.subject.places and b.subject.places and not set(a.subject.places) & set(b.subject.places):
        return False
    if _share_a_level(story, a, b):
        return True
    if all(_is_name(story, f, _noun(story, f)) for f in (a, b)):
        return True
    left, right = _named(a), _named(b)
    if left and right:
        return bool(left & right)
    digits = str(a.quantity.low.normalize()).strip("0.-").replace(".", "")
    return len(digits) > _TELLING or (len(digits) == _TELLING and _one_date(a, b))


def _share_a_level(story: Story, a: Fact, b: Fact) -> bool:
    """Whether both sentences give another figure alike: "fell 11% to £11.2m", "rose 11% to £11.2m"."""
    return bool(_beside(story, a) & _beside(story, b))


def _beside(story: Story, fact: Fact) -> set[Figure]:
    own = fact.quantity.figure
    near = (each for each in story.quantities[fact.mention.document] if each.sentence == fact.sentence)
    return {f.quantity.figure for f in near if f.quantity.figure != own and f.quantity.kind in _LEVELS}


_LEVELS = frozenset({QuantityKind.MONEY, QuantityKind.SHARE, QuantityKind.COUNT, QuantityKind.MEASURE})


_PRETAX = frozenset({"pre", "pretax", "tax"})
"""Written in one word or in two, it tells no profit from another here: after tax nobody says so."""


def _named(fact: Fact) -> set[str]:
    """Whose change it is, and what narrows it."""
    words = (fact.subject.owner, *fact.subject.modifiers, *fact.subject.places)
    return {fold(word) for word in words if any(map(str.isalpha, word))} - _PRETAX


def _one_voice(a: Fact, b: Fact) -> bool:
    one, other = a.attribution, b.attribution
    return one is None or other is None or one.speaker == other.speaker


def _one_date(a: Fact, b: Fact) -> bool:
    """Whether both give one date, in whatever words."""
    one, other = a.when, b.when
    if one is None or other is None or one.first is None:
        return False
    return (one.first, one.last) == (other.first, other.last)


def _other_date(a: Fact, b: Fact) -> bool:
    one, other = a.when, b.when
    if not (one and other and one.first and one.last and other.first and other.last):
        return False
    return one.last < other.first or other.last < one.first


def _finding(story: Story, up: Sequence[Fact], down: Sequence[Fact]) -> Finding:
    ways = (
        (Message("CLM002.up", {"figure": squeeze(up[0].mention.text)}), up),
        (
            Message("CLM002.down", {"figure": squeeze(down[0].mention.text)}),
            down,
        ),
    )
    told = [f.subject.text for f in (*up, *down) if f.subject.head not in _ALL_NOUNS]
    named = max(told, key=lambda text: (len(text), text), default="")
    params = {
        "subject": named,
        "figure": squeeze(up[0].mention.text),
        "values": listed_said(story, ways),
        "forms": joined((way for way, _ in ways), " / "),
    }
    texts = Message("CLM002.summary", params), Message("CLM002.explanation", params)
    if not named:
        texts = Message("CLM002.summary_bare", params), Message("CLM002.explanation_bare", params)
    values = [
        ValueGroup(render(way), tuple(sorted(map(partial(_told, story), facts), key=_place)), way)
        for way, facts in ways
    ]
    return finding("CLM002", Level.ERROR, texts, values, subject=named)


def _place(mention: Mention) -> tuple[str, int]:
    return mention.document, mention.start


def _told(story: Story, fact: Fact) -> Mention:
    """The figure with the word of change that stands before it."""
    at, text = fact.mention, story.document[fact.mention.document].text
    near = [
        movement.start
        for movement in movements(story.document[at.document])
        if fact.sentence.start <= movement.start < at.start <= movement.start + _NEAR
    ]
    start = max(near, default=at.start)
    return Mention(at.document, start, at.end, text[start : at.end], at.block)


_NEAR = 45
"""Characters from a word of change to the figure that it is told with."""


RULE = Rule(
    code="CLM002",
    name="direction-differs",
    level=Level.ERROR,
    judge=judge,
    conflict=Example(
        (
            "Shares in Norvik fell 5.1% to 22.30 euros in early trading on Monday.",
            "Shares in Norvik rose 5.1 percent in early trading on Monday.",
        )
    ),
    near_miss=Example(
        (
            "Norvik's shares fell 5.1% on Monday, after they had risen on Friday.",
            "Norvik's shares rose 5.1% on Friday.",
        )
    ),
    doc=__doc__,
)
