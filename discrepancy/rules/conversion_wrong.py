"""A conversion in brackets does not fit the figure that it converts.

What fires:
    A figure followed by the same in another unit or currency in brackets, where no rounding of the two as written makes
    them equal. Units are converted; sums of money are held against the other conversions of the same two currencies in
    the text, and against what the currencies have cost at all since 1999, or since 2010 in a text of
    these days. Likewise one thing given in one unit by one version and in another unit by another, where neither gives
    both.

Why it matters:
    A converted figure is calculated at the desk, often in a hurry: 3.2 metres became 105 feet, and readers abroad have
    only the wrong one.

Known limits:
    Miles may be nautical ones and tons of three sorts: whatever fits one of them is left alone. A rate of exchange that
    is wrong by less than a fifth is not told from one of another day. Sums of another time are left alone.

Source:
    AP Stylebook, "metric system" and "currency conversions"; Reuters Handbook of Journalism, "conversions".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import combinations, pairwise

from discrepancy.lexicon import table
from discrepancy.model import Document, Fact, FactKind, Finding, Hedge, Level, Message, Param, QuantityKind, Story
from discrepancy.rules.rule import Example, Rule, facts_of
from discrepancy.rules.written import Misfit, Room, apart, bare_room, number, room, runs, tell
from discrepancy.units import convert, dimension_of

_RULE = "NUM011", Level.ERROR
_LOOSE = Decimal("0.08")
"""How far, as a part of itself, a converted measure may be off beyond its rounding: writers say "a mile (1.5 km)"."""
_FINE, _LOOSE_FINE = 100, Decimal("0.03")
"""One of three digits was calculated: "42 metres (138 feet)" leaves less room than "40 metres (130 feet)"."""
_LOOSE_DEGREES = 2
_RATES_APART = Decimal("1.2")
"""By what factor two rates of exchange differ in one text at least before one of them is wrong."""
_OFF_BAND = 2
_OFF_BAND_DOLLARS = 50
"""A bare "$" may stand for many countries' dollars, or for pesos: only a slip by an order of magnitude is told."""
_LARGEST_DIFFERENCE = 40
"""Degrees that news tells as a difference ("30 degrees below normal"); more is a temperature."""
_SIBLINGS = {
    "mile": ("nautical mile",),
    "ton": ("tonne", "long ton"),
    "tonne": ("ton", "long ton"),
    "horsepower": ("metric horsepower",),
}
"""Units that writers also mean by a name."""
_IMPERIAL = {
    "gallon": Decimal("1.201"),
    "pint": Decimal("1.201"),
    "quart": Decimal("1.201"),
    "fluid ounce": Decimal("0.961"),
}
"""How many of the American unit the British one of the same name is."""
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_FIGURE = re.compile(r"^[^A-Za-z\u00b0]*(?:(?:hundred|thousand|[mbtr]+illion|[mb]n)\b[ -]?)?")
"""The figure with its scale at the head of a measure, to leave its unit."""
_THEN = re.compile(r"\b(?:then|at the time|back then|today's|at that time|once|originally)\b", re.IGNORECASE)


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each conversion that can not be right, and for each two that can not both be."""
    yield from tell(story, _RULE, _say, _measures(story))
    yield from tell(story, _RULE, _say_versions, _between_versions(story))
    yield from tell(story, _RULE, _say_band, _off_band(story))
    yield from tell(story, _RULE, _say_rate, _rates(story))


def _conversions(story: Story, document: Document, kind: QuantityKind) -> Iterator[tuple[Fact, Fact]]:
    """What is converted, and its conversion."""
    for row in runs(story, document.id):
        starts = {fact.quantity.start: fact for fact in row}
        for fact in row:
            origin = starts.get(fact.quantity.converts)
            same_kind = origin is not None and {kind} == {fact.quantity.kind, origin.quantity.kind}
            if origin and same_kind and _alike(origin, fact) and not _of_several(document.text, origin, fact):
                yield origin, fact


def _of_several(text: str, origin: Fact, fact: Fact) -> bool:
    """Whether the bracket converts more than the figure before it: "3 m by 4 m (10 ft by 13 ft)"."""
    lead = text[max(0, origin.mention.start - _LEAD) : origin.mention.start]
    return _TIMES.search(lead) is not None or _TIMES_NEXT.match(text, fact.mention.end) is not None


_LEAD = 6
_TIMES = re.compile(r"\d ?\S* ?(?:by|x|\u00d7) ?$")
_TIMES_NEXT = re.compile(r" ?(?:by|x|\u00d7|and|to|\u2013|-) ?\d")


def _alike(one: Fact, other: Fact) -> bool:
    a, b = one.quantity, other.quantity
    return a.unit != b.unit and a.per == b.per and (a.low == a.high) == (b.low == b.high)


def _measures(story: Story) -> Iterator[Misfit]:
    for document in story.documents:
        for origin, fact in _conversions(story, document, QuantityKind.MEASURE):
            made = _made(origin, fact)
            if made is not None and not _fits(origin, fact):
                yield Misfit(((origin,), (fact,)), _compared(origin, fact, made), "conversion")


def _between_versions(story: Story) -> Iterator[Misfit]:
    """One thing in one unit here and in another there, which no rounding makes equal, where nobody gives both."""
    for group in story.groups:
        if group.kind is not FactKind.QUANTITY:
            continue
        facts = [fact for fact in facts_of(story, group) if fact.quantity.kind is QuantityKind.MEASURE]
        given = {(fact.mention.document, fact.quantity.unit) for fact in facts}
        for origin, fact in combinations(sorted(facts, key=_fineness), 2):
            homes = {(origin.mention.document, fact.quantity.unit), (fact.mention.document, origin.quantity.unit)}
            if homes & given or not _alike(origin, fact) or origin.quantity.figure[2:] == fact.quantity.figure[2:]:
                continue
            made = _made(origin, fact)
            if made is None or _fits(origin, fact) or not _like_a_slip(made, fact.quantity.low):
                continue
            if not (_gives_elsewhere(story, origin, fact) or _gives_elsewhere(story, fact, origin)):
                yield Misfit(((origin,), (fact,)), _compared(origin, fact, made), group.subject)


def _like_a_slip(made: Decimal, written: Decimal) -> bool:
    """Whether two figures are off by little or by an order of magnitude: any other two are of different things."""
    ratio = abs(made / written) if written else Decimal(0)
    return any(abs(ratio / order - 1) <= _SLIP for order in (Decimal("0.1"), Decimal(1), Decimal(10)))


_SLIP = Decimal("0.25")


def _gives_elsewhere(story: Story, measure: Fact, beside: Fact) -> bool:
    """Whether the document of ``beside`` gives ``measure`` by another figure than that, in whatever unit."""
    others = (f for f in story.quantities[beside.mention.document] if f.quantity.kind is QuantityKind.MEASURE)
    return any(f.id != beside.id and _made(measure, f) is not None and _fits(measure, f) for f in others)


def _fineness(fact: Fact) -> Decimal:
    """How many digits a figure is written with: what is rounded more makes room for what is rounded less."""
    q = fact.quantity
    return abs(q.low) / q.step if q.step > 0 else Decimal(0)


def _compared(origin: Fact, fact: Fact, made: Decimal) -> tuple[tuple[str, Param], ...]:
    right = (number(made, fact.quantity.low), f" {_FIGURE.sub('', fact.mention.text)}")
    return (("a", origin.mention.text), ("b", fact.mention.text), ("right", right))


def _made(origin: Fact, fact: Fact) -> Decimal | None:
    return convert(origin.quantity.low, origin.quantity.unit, fact.quantity.unit)


def _fits(origin: Fact, fact: Fact) -> bool:
    """Whether some reading of the two units makes the figures equal, as they are rounded."""
    a, b = origin.quantity, fact.quantity
    return any(
        _meets(_through(_written(origin, fact), one, other), _written(fact, origin), _slack(fact))
        for one in (a.unit, *_SIBLINGS.get(a.unit, ()))
        for other in (b.unit, *_SIBLINGS.get(b.unit, ()))
    ) or _fits_otherwise(origin, fact)


_BOUNDS = frozenset({Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.LESS_THAN, Hedge.AT_MOST})


def _written(fact: Fact, beside: Fact) -> Room:
    """What a figure stands for; a bound on both sides, "no more than 8C (46F)", leaves no more room than none."""
    if fact.quantity.hedge is beside.quantity.hedge and fact.quantity.hedge in _BOUNDS:
        return bare_room(fact)
    return room(fact)


def _through(written: Room, unit: str, into: str) -> Room | None:
    low, high = convert(written[0], unit, into), convert(written[1], unit, into)
    return None if low is None or high is None else (min(low, high), max(low, high))


def _slack(fact: Fact) -> Decimal:
    """How far a conversion may be off beyond its rounding, in its unit."""
    q = fact.quantity
    if dimension_of(q.unit) == "temperature":
        return Decimal(_LOOSE_DEGREES)
    fine = q.step > 0 and abs(q.low) >= _FINE * q.step
    return (_LOOSE_FINE if fine else _LOOSE) * max(abs(bound) for bound in room(fact))


def _meets(made: Room | None, written: Room, slack: Decimal) -> bool:
    return made is None or not apart((made[0] - slack, made[1] + slack), written)


def _fits_otherwise(origin: Fact, fact: Fact) -> bool:
    """British gallons and pints; degrees of a difference ("warmer by 2 degrees Celsius (3.6 Fahrenheit)")."""
    a, b = origin.quantity, fact.quantity
    if {a.unit, b.unit} == {"celsius", "fahrenheit"}:
        if abs(a.low) > _LARGEST_DIFFERENCE:
            return False
        factor = Decimal("1.8") if a.unit == "celsius" else 1 / Decimal("1.8")
    else:
        factor = _IMPERIAL.get(a.unit, Decimal(1)) / _IMPERIAL.get(b.unit, Decimal(1))
        if factor == 1:
            return False
        made = convert(Decimal(1), a.unit, b.unit)
        factor *= made if made is not None else Decimal(1)
    low, high = _written(origin, fact)
    return _meets((low * factor, high * factor), _written(fact, origin), _LOOSE * abs(b.high))


def _rate(origin: Fact, fact: Fact) -> Room:
    """What one unit of the currency that comes first in the alphabet costs in the other, by the two figures."""
    left, right = (origin, fact) if origin.quantity.unit < fact.quantity.unit else (fact, origin)
    as_written = bare_room if origin.quantity.hedge is fact.quantity.hedge else room
    (low, high), (least, most) = as_written(right), as_written(left)
    return (low / most, high / least) if least > 0 else (Decimal(0), Decimal("Infinity"))


def _sums(story: Story, document: Document) -> Iterator[tuple[Fact, Fact]]:
    for origin, fact in _conversions(story, document, QuantityKind.MONEY):
        if origin.quantity.low == origin.quantity.high > 0 and _of_now(document, origin):
            yield origin, fact


def _of_now(document: Document, fact: Fact) -> bool:
    """Whether the sentence speaks of no other time, whose rate was another."""
    sentence = document.text[fact.sentence.start : fact.sentence.end]
    years = [int(year) for year in _YEAR.findall(sentence)]
    if _THEN.search(sentence):
        return False
    return not years if document.dated is None else all(year >= document.dated.year - 1 for year in years)


def _off_band(story: Story) -> Iterator[Misfit]:
    for document in story.documents:
        for origin, fact in _sums(story, document):
            band = _band(document, origin, fact)
            if band and apart(_rate(origin, fact), band):
                params = (("a", origin.mention.text), ("b", fact.mention.text))
                yield Misfit(((origin,), (fact,)), params, "conversion")


def _band(document: Document, origin: Fact, fact: Fact) -> Room | None:
    """What the two currencies' rate has ever been, or since 2010 for a text of these days, made wide."""
    bands = table("exchange_bands")
    if document.dated is not None and document.dated.year >= _RECENT and not _PESO.search(document.text):
        pair = "/".join(sorted((origin.quantity.unit, fact.quantity.unit)))
        cross = bands["crosses"].get(pair)
        found = (
            (Decimal(str(cross[0])), Decimal(str(cross[1])))
            if cross
            else _rate_of(bands["recent"], _DOLLARS, origin, fact)
        )
        if found is not None:
            return found[0] / _OFF_RECENT, found[1] * _OFF_RECENT
    found = _rate_of(bands, (), origin, fact)
    wide = _OFF_BAND_DOLLARS if any(_bare_dollars(each) for each in (origin, fact)) else _OFF_BAND
    return (found[0] / wide, found[1] * wide) if found is not None else None


def _rate_of(bands: Mapping[str, list[float]], dollars: tuple[str, ...], origin: Fact, fact: Fact) -> Room | None:
    """What one unit of the first currency in the alphabet cost in the other; a bare "$" may be any of ``dollars``."""
    left, right = sorted((origin, fact), key=lambda each: each.quantity.unit)
    first, second = _costs(bands, dollars, left, right), _costs(bands, dollars, right, left)
    if first is None or second is None:
        return None
    (low, high), (least, most) = first, second
    return low / most, high / least


def _costs(bands: Mapping[str, list[float]], dollars: tuple[str, ...], fact: Fact, beside: Fact) -> Room | None:
    """What one unit cost in dollars; beside a dollar named in full, "A$31m ($20m)", a bare "$" is one's own."""
    unit = fact.quantity.unit
    units = dollars if _bare_dollars(fact) and not beside.quantity.unit.endswith("D") else ()
    if unit not in bands:
        return None
    rates = [Decimal(str(bound)) for each in (unit, *units) for bound in bands[each]]
    return min(rates), max(rates)


_RECENT = 2010
"""The year since which the narrower bands hold."""
_OFF_RECENT = Decimal("1.1")
_DOLLARS = ("AUD", "CAD", "NZD", "SGD")
_PESO = re.compile(r"\bpesos?\b", re.IGNORECASE)


def _bare_dollars(fact: Fact) -> bool:
    text = fact.mention.text.lower()
    return text.startswith("$") or text.endswith(("dollar", "dollars"))


def _rates(story: Story) -> Iterator[Misfit]:
    """Conversions of one text that no one rate can make; where one stands against two or more, it alone is told."""
    for document in story.documents:
        by_pair: dict[frozenset[str], list[tuple[Fact, Fact]]] = {}
        for origin, fact in _sums(story, document):
            band = _band(document, origin, fact)
            if not (band and apart(_rate(origin, fact), band)):
                by_pair.setdefault(frozenset({origin.quantity.unit, fact.quantity.unit}), []).append((origin, fact))
        for pairs in by_pair.values():
            yield from _odd(pairs)


def _odd(pairs: list[tuple[Fact, Fact]]) -> Iterator[Misfit]:
    """The conversions whose rate agrees with no other of the text, with one that it stands against."""
    ordered = sorted(pairs, key=lambda pair: _rate(*pair))
    for place, (left, right) in enumerate(pairwise(ordered), start=1):
        if _rate(*right)[0] > _rate(*left)[1] * _RATES_APART and place in (1, len(ordered) - 1):
            odd, other = (left, right) if place == 1 else (right, left)
            params = tuple((key, fact.mention.text) for key, fact in zip("abcd", (*odd, *other), strict=True))
            told = (*odd, *other) if len(ordered) == 2 else odd
            yield Misfit(tuple((fact,) for fact in told), params, "conversion")


def _say(params: dict[str, Param]) -> tuple[Message, Message]:
    return Message("NUM011.summary", params), Message("NUM011.explanation", params)


def _say_versions(params: dict[str, Param]) -> tuple[Message, Message]:
    return Message("NUM011.summary", params), Message("NUM011.explanation_versions", params)


def _say_band(params: dict[str, Param]) -> tuple[Message, Message]:
    return Message("NUM011.summary_band", params), Message("NUM011.explanation_band", params)


def _say_rate(params: dict[str, Param]) -> tuple[Message, Message]:
    return Message("NUM011.summary_rate", params), Message("NUM011.explanation_rate", params)


RULE = Rule(
    code="NUM011",
    name="conversion-wrong",
    level=Level.ERROR,
    judge=judge,
    conflict=Example(
        (
            "The bridge is 420 meters (138 feet) long and was closed on Monday.",
            "The bridge is 420 meters (1,378 feet) long and was closed on Monday.",
        )
    ),
    near_miss=Example(
        (
            "The bridge is 420 meters (1,378 feet) long and was closed on Monday.",
            "The bridge is about 400 meters (a quarter of a mile) long and was closed on Monday.",
        )
    ),
    doc=__doc__,
)
