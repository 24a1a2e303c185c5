"""An age does not fit the day or year of birth, or the year in which a thing was built.

What fires:
    A person's age in apposition ("Ana Ruiz, 49,") and the same person's birth date or year, in one version or in two,
    are more than a year apart on the day of publication; or a thing's age and the year it was built ("the aircraft was
    21 years old", "the turboprop, built in 2013"), or a "50-year history" of what was founded 60 years ago.

Why it matters:
    Ages are typed from memory and birth years from reference books; where they differ one of them is wrong, and it is
    the detail that families write in about.

Known limits:
    A version without a date is not judged. Ages told of the past ("then 16") are left alone. A thing is held together
    by its noun, and only where the story tells of one year and one age for it.

Source:
    AP Stylebook, "ages"; Reuters Handbook of Journalism, "Accuracy".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from discrepancy.model import Finding, Level, Message, Param, Story
from discrepancy.rules.origins import Age, Origin, ages, histories, origins
from discrepancy.rules.rule import Example, Rule
from discrepancy.rules.written import Misfit, tell

_RULE = "NUM016", Level.ERROR
_LEEWAY_PERSON = 1
_LEEWAY_THING = 2
_LEEWAY_HISTORY = 5
"""Years that an age may be off: a thing is built before it is used, and histories are rounded to tens."""


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each person and thing whose age and origin can not both be right."""
    born, old = defaultdict(list), defaultdict(list)
    for origin in origins(story):
        born[origin.who].append(origin)
    for age in ages(story):
        old[age.who].append(age)
    for who in [who for who in born if who in old]:
        yield from _judge(story, born[who], old[who])
    for age, origin in histories(story):
        if _off(age, origin, _LEEWAY_HISTORY):
            yield from tell(story, _RULE, _say_thing, [_misfit([origin], [age])])


def _judge(story: Story, born: Sequence[Origin], old: Sequence[Age]) -> Iterator[Finding]:
    thing = born[0].thing
    years, said = {origin.date.value for origin in born}, {age.fact.quantity.low for age in old}
    if thing and (len(years) > 1 or len(said) > 1):
        return
    leeway = _LEEWAY_THING if thing else _LEEWAY_PERSON
    for year in sorted(years):
        alike = [origin for origin in born if origin.date.value == year]
        wrong = [age for age in old if _off(age, alike[0], leeway)]
        for figure in sorted({age.fact.quantity.low for age in wrong}):
            same = [age for age in wrong if age.fact.quantity.low == figure]
            yield from tell(story, _RULE, _say_thing if thing else _say, [_misfit(alike, same)])


def _span(age: Age, origin: Origin) -> tuple[int, int] | None:
    """The least and the greatest age on the day that the age was published."""
    today, first, last = age.document.dated, origin.date.first, origin.date.last
    if today is None or first is None or last is None:
        return None
    return (
        today.year - last.year - ((today.month, today.day) < (last.month, last.day)),
        today.year - first.year - ((today.month, today.day) < (first.month, first.day)),
    )


def _off(age: Age, origin: Origin, leeway: int) -> bool:
    span = _span(age, origin)
    return span is not None and not span[0] - leeway <= age.fact.quantity.low <= span[1] + leeway


def _misfit(born: Sequence[Origin], old: Sequence[Age]) -> Misfit:
    span = _span(old[0], born[0]) or (0, 0)
    low, high = max(0, span[0]), max(0, span[1])
    params = (
        ("name", born[0].name),
        ("age", old[0].fact.mention.text),
        ("born", born[0].fact.mention.text),
        ("made", str(high) if low == high else Message("words.or", {"a": str(low), "b": str(high)})),
    )
    return Misfit((tuple(a.fact for a in old), tuple(o.fact for o in born)), params, born[0].name)


def _say(params: dict[str, Param]) -> tuple[Message, Message]:
    return Message("NUM016.summary", params), Message("NUM016.explanation", params)


def _say_thing(params: dict[str, Param]) -> tuple[Message, Message]:
    return Message("NUM016.summary_thing", params), Message("NUM016.explanation_thing", params)


RULE = Rule(
    code="NUM016",
    name="age-does-not-fit",
    level=Level.ERROR,
    judge=judge,
    conflict=Example(
        (
            "Helen Marsh, 57, will lead the library from May.",
            "Helen Marsh was born in 1958 and will lead the library from May.",
        )
    ),
    near_miss=Example(
        (
            "Helen Marsh, 57, will lead the library from May.",
            "Helen Marsh was born in 1966 and will lead the library from May.",
        )
    ),
    doc=__doc__,
)
