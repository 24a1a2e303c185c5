"""Quantities in text: numbers with what they count or measure, their hedges and their changes.

The grammar works in stages over one list of drafts, each in time linear in the text: figures, what they are
measured in, what is no quantity at all, ranges, what stands around, ties between neighbours.
"""

from __future__ import annotations

from decimal import Decimal

from discrepancy.grammar.ages import combine, read_age, settle_age
from discrepancy.grammar.conversions import tie
from discrepancy.grammar.drafts import Draft, Form
from discrepancy.grammar.hedges import look_around, look_behind
from discrepancy.grammar.idle import is_idle
from discrepancy.grammar.measures import measure
from discrepancy.grammar.notcounts import is_label, is_year
from discrepancy.grammar.nouns import model_inside, read_noun, read_rate, read_whole
from discrepancy.grammar.numbers import figures
from discrepancy.grammar.ranges import join
from discrepancy.model import Quantity, QuantityKind

__all__ = ["find_quantities"]


def find_quantities(text: str) -> list[Quantity]:
    """Read every quantity in ``text``, in order.

    Args:
        text: any string; figures in other digits than 0 to 9, or of more than 20 digits, are left alone.

    Returns:
        Quantities that do not overlap, with offsets into ``text``; ``text[q.start:q.end] == q.text``.
    """
    drafts = join(text, _counting(text, figures(text)))
    before: Draft | None = None
    kept: list[Draft] = []
    for draft in drafts:
        read_age(text, draft, before)
        rest = look_around(text, draft, before)
        settle_age(draft)
        if draft.kind in (QuantityKind.COUNT, QuantityKind.RANK):
            rest = read_noun(text, draft, rest)
            look_behind(text, draft, rest)
        elif draft.dimension == "part":
            read_whole(text, draft)
        read_rate(text, draft, rest)
        before = draft
        if not is_idle(text, draft):
            kept.append(draft)
    kept = combine(text, kept)
    tie(text, kept)
    return [_finished(text, draft) for draft in kept]


def _counting(text: str, drafts: list[Draft]) -> list[Draft]:
    """The figures that count or measure, with their units; those taken in by one before them are left out."""
    kept: list[Draft] = []
    reach = label_end = -1
    for draft in drafts:
        if draft.start < reach:
            continue
        if not measure(text, draft):
            label_end = draft.end  # "A320-200"
            continue
        if draft.start < reach:
            continue  # the sign between the two, as in "350 £ 10", is the first one's
        if draft.start == label_end + 1 and text[label_end] in "-–":
            continue  # the second half of "737-800"
        if (
            not draft.unit
            and draft.form in (Form.PLAIN, Form.DIGITS)
            and (is_year(text, draft) or is_label(text, draft) or _in_model(text, kept, draft))
        ):
            label_end = draft.end
            continue
        reach = draft.end
        kept.append(draft)
    return kept


def _in_model(text: str, kept: list[Draft], draft: Draft) -> bool:
    """Whether the figure is part of what the one before it counts, as in "two Boeing 737 jets"."""
    if not kept or draft.start - kept[-1].end > _LONGEST_MAKE or kept[-1].unit or draft.form is not Form.PLAIN:
        return False
    between = text[kept[-1].end : draft.start - 1].split(" ")[1:]
    return bool(between) and all(model_inside(text, draft.start - 1, word) for word in between if word)


_LONGEST_MAKE = 30
"""Characters of a maker's name, with an adjective, between a figure and a model's number."""


def _finished(text: str, draft: Draft) -> Quantity:
    low, high = _plain(draft.low), _plain(draft.high)
    if low > high and draft.kind is not QuantityKind.SCORE:
        low, high = high, low
    return Quantity(
        start=draft.start,
        end=draft.end,
        text=text[draft.start : draft.end],
        low=low,
        high=high,
        step=_plain(draft.step),
        hedge=draft.hedge,
        hedge_text=draft.hedge_text,
        kind=draft.kind,
        unit=draft.unit,
        noun=draft.noun,
        per=draft.per,
        change=draft.change,
        increment=draft.increment,
        converts=draft.converts,
    )


def _plain(value: Decimal) -> Decimal:
    """A whole number without a decimal part, so that 7.2 million prints as 7200000."""
    whole = value.to_integral_value()
    return whole if whole == value else value
