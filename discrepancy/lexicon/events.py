"""What happened, whatever word tells it."""

from __future__ import annotations

from functools import cache

from discrepancy.lexicon import table, words


@cache
def _events() -> dict[str, str]:
    return {str(lemma): str(event) for event, lemmas in table("events").items() for lemma in lemmas}


def event_of(phrase: str) -> str:
    """The event that a noun's or verb's lemma tells of ("explosion", "explode"); empty where it is none, or any."""
    found = _events().get(phrase, "")
    return "" if found == "happen" else found


def only_happens(verb: str) -> bool:
    """Whether a verb says no more than that its subject took place ("occur", "break out")."""
    return _events().get(verb, "") == "happen"


def has_one_place(concept: str) -> bool:
    """Whether an event is one that happens at one place: a crash does, a storm or a wave of protests does not."""
    return concept in table("events") and concept not in words("wide_events") and concept != "happen"


def is_wide(event: str) -> bool:
    """Whether an event happens in many places at a time: an earthquake that struck, a flood that hit."""
    return event in words("wide_events")


def is_event(concept: str) -> bool:
    """Whether ``concept`` is an event's name."""
    return concept in table("events")
