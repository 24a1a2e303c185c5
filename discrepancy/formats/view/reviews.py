"""How the findings stand to a baseline or to what was decided, in words; nothing where a check was given neither."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from discrepancy.decided import Event, Matter, Review, Status
from discrepancy.formats.view.index import Index, card_anchor, state_of
from discrepancy.formats.view.parts import Card, Row
from discrepancy.formats.view.reviewed import Chip, Gone, Reviewed, Standing
from discrepancy.formats.words import Words

__all__ = ["build_chips", "build_reviewed", "standing_of", "with_chips", "with_standings"]


def standing_of(review: Review | None) -> Standing:
    """How a finding stands: as it was decided, where that holds; one without a review is new."""
    if review is None or review.status is Status.RESOLVED:
        return Standing.NEW
    decision = review.matter.decision if review.matter else None
    if review.status is Status.DECIDED:
        return Standing(decision.ruling.value) if decision and decision.ruling else Standing.NEW
    return Standing(review.status.value)


def build_chips(index: Index, words: Words) -> dict[str, Chip]:
    """By the anchor of a card, how its finding stands; empty where there are no reviews."""
    told = {review.finding: review for review in index.data.reviews}
    if not told:
        return {}
    return {card_anchor(each.id): _chip(told.get(each.id), words) for each in index.data.findings}


def build_reviewed(index: Index, chips: Mapping[str, Chip], words: Words) -> Reviewed | None:
    """The counts, over the findings that call for a decision, and what is resolved."""
    gone = tuple(_gone(matter, words) for matter in index.data.resolved)
    if not chips and not gone:
        return None
    of_all = [(each, chips[card_anchor(each.id)].standing) for each in index.data.findings] if chips else []
    called = [standing for each, standing in of_all if state_of(each).is_open or standing is Standing.REOPENED]
    counts = Counter("open" if standing.is_open else _counted(standing) for standing in called)
    counts["resolved"] = len(gone)
    lines = tuple(
        words.count(f"review.{key}", counts[key]) for key in ("open", "decided", "known") if _says(key, counts)
    )
    lines += (words.count("review.resolved", len(gone)),) if gone else ()
    return Reviewed(lines=lines, standings=tuple(Standing), gone=gone)


def with_chips(cards: tuple[Card, ...], chips: Mapping[str, Chip]) -> tuple[Card, ...]:
    """The cards, each with how its finding stands."""
    return tuple(replace(card, review=chips[card.anchor]) for card in cards) if chips else cards


def with_standings(rows: tuple[Row, ...], cards: tuple[Card, ...], chips: Mapping[str, Chip]) -> tuple[Row, ...]:
    """The rows, each with how its findings stand: the one that most is to be done about.

    That is one that calls for a decision, if one does: what is explained beside it may well stay undecided.
    """
    if not chips:
        return rows
    most: dict[str, tuple[bool, int]] = {}
    for card in cards:
        standing = chips[card.anchor].standing
        called = card.state.is_open or standing is Standing.REOPENED
        weight = (not called, list(Standing).index(standing))
        most[card.row] = min(most.get(card.row, weight), weight)
    standings = {anchor: list(Standing)[place] for anchor, (_, place) in most.items()}
    return tuple(replace(row, standing=standings.get(row.anchor)) for row in rows)


def _counted(standing: Standing) -> str:
    return "known" if standing is Standing.KNOWN else "decided"


def _says(key: str, counts: Counter[str]) -> bool:
    """That none is open is worth a word; that none is known is not."""
    return key == "open" or counts[key] > 0


def _chip(review: Review | None, words: Words) -> Chip:
    standing, matter = standing_of(review), review.matter if review else None
    decision = matter.decision if matter else None
    assigned = words("review.assigned", who=matter.assignee) if matter and matter.assignee else ""
    last = matter.last if matter else ""
    if standing is Standing.REOPENED and review:
        changed = words.say(review.changed) if review.changed else ""
        earlier = _earlier(decision, words) if decision else ""
        return Chip(standing=standing, note=changed, earlier=earlier, assigned=assigned, last=last)
    if decision is None or standing in (Standing.NEW, Standing.KNOWN):
        return Chip(standing=standing, assigned=assigned, last=last)
    return Chip(standing=standing, by=_by(decision, words), note=decision.note, assigned=assigned, last=last)


def _by(event: Event, words: Words) -> str:
    return words("review.by", who=event.who, when=words.date(event.at.date()))


def _earlier(decision: Event, words: Words) -> str:
    """What was decided before, for one that is open again."""
    ruling = words(f"review.is.{decision.ruling.value}") if decision.ruling else ""
    said = " ".join(each for each in (ruling, _by(decision, words)) if each)
    return words("review.earlier", what=f"{said}: {decision.note}" if decision.note else said)


def _gone(matter: Matter, words: Words) -> Gone:
    decision, snapshot = matter.decision, matter.snapshot
    standing = Standing(decision.ruling.value) if decision and decision.ruling else Standing.NEW
    by = _by(decision, words) if decision else ""
    note = decision.note if decision else ""
    return Gone(snapshot.rule, snapshot.summary, Chip(standing=standing, by=by, note=note, last=matter.last))
