"""Which lines a house style needs so that the spellings that reviewers accepted may stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from discrepancy.decided import Event
from discrepancy.house_style.read import SEPARATOR
from discrepancy.model import StyleEntry
from discrepancy.names.characters import LIMIT, written

__all__ = ["Accepting", "Addition", "Refusal", "plan_acceptance"]

_Line = tuple[str, StyleEntry]
"""An entry and where it stands."""

SPELLINGS: Final = "NAM001"
"""The rule on one person's name spelled apart: what a list of forms that may stand explains."""
_AGAINST_STYLE: Final = "NAM004"
"""The rule on forms that the house style says to avoid."""
_PREFER: Final = re.compile(r"\bprefer(?:s|red)?\s*:\s*(?P<told>[^\n]+)", re.IGNORECASE)
_LONGEST: Final = 200
"""Characters of a reviewer's note that a line keeps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """A line to add: the entry, and the decision that it follows."""

    entry: StyleEntry
    decision: Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A decision that no line follows: why, in a sentence, and what to do about it."""

    decision: Event
    forms: tuple[str, ...]
    why: str
    remedy: str


@dataclass(slots=True)
class Accepting:
    """What becomes of the decisions: lines to add, decisions that the file follows already, and those refused."""

    additions: list[Addition] = field(default_factory=list)
    known: list[Event] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)


def plan_acceptance(placed: Sequence[_Line], decisions: Iterable[Event]) -> Accepting:
    """Find the lines that decisions ask for, and those that would contradict what the file says.

    A note that says "prefer: X" makes X the preferred form; else that is the one which the file prefers, or the one
    that the versions gave most often, and the line says that nobody chose.

    Args:
        placed: the entries of the file, each with where it stands.
        decisions: those that accept a variation, in the order in which they were made; those on what is no spelling
            of a name are passed over.
    """
    made = Accepting()
    lines = list(placed)
    for decision in decisions:
        if decision.snapshot.rule not in {SPELLINGS, _AGAINST_STYLE}:
            continue
        outcome = _outcome(decision, lines)
        if isinstance(outcome, Addition):
            made.additions.append(outcome)
            lines.append((f"the decision of {decision.who}", outcome.entry))
        elif isinstance(outcome, Refusal):
            made.refusals.append(outcome)
        else:
            made.known.append(decision)
    return made


def _outcome(decision: Event, lines: Sequence[_Line]) -> Addition | Refusal | None:
    """The line that a decision asks for; None where the file has it."""
    forms = _forms(decision)
    wanted = _wanted(decision, forms)
    why = _unfit(forms, wanted) or _against(forms, wanted, lines)
    if why is not None:
        return Refusal(decision=decision, forms=forms, why=why[0], remedy=why[1])
    preferred = next((entry.preferred for _, entry in lines if _lists(entry, forms)), "")
    known = {form for _, entry in lines if entry.preferred == preferred for form in entry.accepted} | {preferred}
    if set(forms) <= known:
        return None
    chosen = wanted or preferred or _usual(decision, forms)
    entry = StyleEntry(
        preferred=chosen,
        accepted=tuple(form for form in forms if form != chosen and form not in known),
        source=_source(decision, chosen=bool(wanted or preferred)),
    )
    return Addition(entry=entry, decision=decision)


def _unfit(forms: Sequence[str], wanted: str) -> tuple[str, str] | None:
    """Why forms can stand in no list, and what to do; None where they can."""
    for form in forms:
        if not (form[:1].isalpha() and len(form) < LIMIT and SEPARATOR not in form and ";" not in form):
            return f"“{form}” can not stand in a list of names.", "Add it by hand."
    if wanted and wanted not in forms:
        return f"its note prefers “{wanted}”, which is none of the forms.", "Decide anew, and prefer one of them."
    return None


def _against(forms: Sequence[str], wanted: str, lines: Sequence[_Line]) -> tuple[str, str] | None:
    """What the file says against forms that were accepted, and what to do; None where it says nothing."""
    for where, entry in lines:
        for form in forms:
            if form in entry.avoid:
                why = f"the file says to avoid “{form}” for “{entry.preferred}” ({where})."
                return why, "Take it out of there if it may stand; or decide on the finding anew."
    listing = {entry.preferred: where for where, entry in lines if _lists(entry, forms)}
    told = " and ".join(f"“{preferred}” ({where})" for preferred, where in listing.items())
    if len(listing) > 1:
        return f"the file has its forms under {told}.", "Put them into one line if they are one name."
    if wanted and listing and wanted not in listing:
        return f"the file prefers {told}, and the note “{wanted}”.", "Change that line, or decide anew."
    return None


def _lists(entry: StyleEntry, forms: Sequence[str]) -> bool:
    """Whether an entry lets one of the forms stand."""
    return not {entry.preferred, *entry.accepted}.isdisjoint(forms)


def _forms(decision: Event) -> tuple[str, ...]:
    """The forms that may stand, each once, as the finding had them; of a form to avoid, with that to be written."""
    forms = [written(value.label) for value in decision.snapshot.values]
    if decision.snapshot.rule == _AGAINST_STYLE:
        forms.append(written(decision.snapshot.subject))
    return tuple(dict.fromkeys(forms))


def _wanted(decision: Event, forms: Sequence[str]) -> str:
    """The form that the note prefers, as the finding writes it, or what it has instead; empty where it prefers none."""
    said = _PREFER.search(decision.note)
    if said is None:
        return written(decision.snapshot.subject) if decision.snapshot.rule == _AGAINST_STYLE else ""
    told = written(said["told"]).lstrip(" \t\"'“”‘’«»")
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        if re.match(rf"{re.escape(form)}(?!\w)", told, re.IGNORECASE):
            return form
    return re.split(r"[,;\"”»]", told)[0].strip()


def _usual(decision: Event, forms: Sequence[str]) -> str:
    """The form that stands in the most places, the first of the alphabet where several do."""
    places = {written(value.label): len(value.places) for value in decision.snapshot.values}
    return min(forms, key=lambda form: (-places.get(form, 0), form))


def _source(decision: Event, *, chosen: bool) -> str:
    """Who accepted it and when, with the note: what the line says of where it comes from."""
    note = " ".join(written(decision.note).split())
    note = note if len(note) <= _LONGEST else f"{note[: _LONGEST - 1]}…"
    parts = [f"accepted by {' '.join(written(decision.who).split())} on {decision.at.date().isoformat()}"]
    parts += [] if chosen else ["neither form preferred"]
    return "; ".join([*parts, *([f"“{note}”"] if note else [])])
