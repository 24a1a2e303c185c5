"""What findings can be filtered by where there are reviews: how they stand, and to whom they are assigned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from discrepancy.formats.view.index import Index, card_anchor, state_of
from discrepancy.formats.view.parts import Choice, Filter
from discrepancy.formats.view.reviewed import Chip, Standing
from discrepancy.formats.words import Words

__all__ = ["review_filters", "with_reviews"]

OPEN, NOBODY = "open", "-"
_STANDINGS = (OPEN, *(each.value for each in Standing))


def review_filters(
    index: Index, chips: Mapping[str, Chip], words: Words
) -> tuple[tuple[Filter, ...], dict[str, list[str]]]:
    """The filters, and by the anchor of each card and of its first row what it bears: "d1", "d3", "a2"; unordered.

    Every way to stand is among the choices, as on a page where people decide the next finding may stand so.
    """
    if not chips:
        return (), {}
    matters = {card_anchor(each.finding): each.matter for each in index.data.reviews}
    assigned = {key: matter.assignee for key, matter in matters.items() if matter and matter.assignee}
    people = [NOBODY, *sorted(set(assigned.values()))]
    borne: dict[str, list[str]] = {}
    counts: Counter[str] = Counter()
    for finding in index.data.findings:
        card = card_anchor(finding.id)
        standing = chips[card].standing
        bears = [f"d{_STANDINGS.index(standing.value) + 1}", f"a{people.index(assigned.get(card, NOBODY)) + 1}"]
        called = state_of(finding).is_open or standing is Standing.REOPENED  # the same that the page counts as open
        bears += [f"d{_STANDINGS.index(OPEN) + 1}"] if standing.is_open and called else []
        counts.update(bears)
        borne[card] = bears
        borne.setdefault(index.row_anchors(finding.id)[0], []).extend(bears)
    decisions = [Choice(each, words(f"review.is.{each}"), counts[f"d{at}"]) for at, each in enumerate(_STANDINGS, 1)]
    names = [words("review.nobody") if each == NOBODY else each for each in people]
    assignees = [
        Choice(each, name, counts[f"a{at}"]) for at, (each, name) in enumerate(zip(people, names, strict=True), 1)
    ]
    return (Filter("decision", tuple(decisions)), Filter("assignee", tuple(assignees))), borne


def with_reviews(tags: Mapping[str, str], borne: Mapping[str, list[str]]) -> Mapping[str, str]:
    """What each row and each card is filtered by, with what reviews add to it."""
    if not borne:
        return tags
    every = {key: [tags[key]] if key in tags else [] for key in dict.fromkeys([*tags, *borne])}
    return {key: " ".join([*had, *sorted(set(borne.get(key, ())))]) for key, had in every.items()}
