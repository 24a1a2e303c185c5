"""Notes to editors: which of them say that a text was corrected, replaced or withdrawn."""

from __future__ import annotations

import re

from discrepancy.loaders.articles import Field, Known, Part, part
from discrepancy.loaders.layout.patterns import opening
from discrepancy.model import BlockRole

__all__ = ["corrects", "is_advice", "note", "status_word"]

# Source: AP's and Reuters' filing guides: what corrections, writethrus, kills and advisories open with.
# "Will be updated" and "the killed man's name" are no corrections: verbs count where they open a sentence.
_CORRECTS = re.compile(
    r"(?:^|[.;:(,!]\s*|\band )(?:correct(?:s|ing)|clarif(?:ies|ying)|amends|fixes|refil(?:es|ing)|repeat(?:s|ing)"
    r"|resend(?:s|ing)|recasts|updat(?:es|ing)|adds|adding|subs|substitutes|supersedes|replaces|removes|deletes"
    r"|restores|changes|drops|writes thr(?:u|ough)|withdraws?|kills?|eliminates?)\b"
    r"|\b(?:(?<!of )correct(?:ion|ive)s?|clarification|retraction|write-?thr(?:u|ough)|elimination|mandatory kill"
    r"|(?:has|have|is|was|were|been|being) (?:corrected|clarified|amended|updated|refiled|withdrawn|retracted"
    r"|eliminated|canceled|cancelled|superseded|replaced)"
    r"|misstated|misspelled|misidentified|misattributed|erroneous|erroneously|in error|do not (?:use|publish)"
    r"|kill (?:the|this|all)|withdraw (?:the|this|all))\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\W*(?:eds|editor'?s'? notes?|editors|note to editors|ed\.? note|advisory)\b\W*", re.IGNORECASE)
_ADVICE = re.compile(r"\W*(?:ATTENTION|ADVISORY|CORRECTION|CORRECTS|UPDATES|RECASTS|ADDS)\b\W*(?=\w)")
_READ = 400
"""Characters of a note that tell what it is about."""
_STATUS = (
    ("killed", re.compile(r"\b(?:mandatory )?kill(?:ed)?\b", re.IGNORECASE)),
    ("withdrawn", re.compile(r"\b(?:withdraw[ns]?|eliminat(?:e[ds]?|ion)|retract(?:ed|ion)?)\b", re.IGNORECASE)),
    ("canceled", re.compile(r"\bcancel(?:l?ed|s)?\b", re.IGNORECASE)),
    ("withheld", re.compile(r"\bwith(?:held|hold)\b", re.IGNORECASE)),
    ("correction", re.compile(r"\bcorrect(?:ion|ive|ed|s)?\b", re.IGNORECASE)),
    ("advisory", re.compile(r"\badvisory\b", re.IGNORECASE)),
    ("update", re.compile(r"\bupdat(?:e|ed|es)\b", re.IGNORECASE)),
)


def corrects(text: str) -> bool:
    """Whether a note says that the text is another than before, was wrong, or may not be used."""
    label = _LABEL.match(text)
    told = text[label.end() :] if label else text
    # "Eds:" opens a note of any kind; the other openings of that list say what theirs is about.
    return bool(_CORRECTS.search(told[:_READ])) or (
        label is None and bool(opening("correction_openings").match(text[:_READ]))
    )


def note(known: Known, text: str, origin: str) -> Part | None:
    """Keep a note to editors; one that is about a correction is also a paragraph that a reader of the wire sees."""
    known.add(Field.NOTE, text, origin)
    return part(text, BlockRole.CORRECTION) if text.strip() and corrects(text) else None


def is_advice(line: str) -> bool:
    """Whether a line where a summary may stand is advice to editors: "ATTENTION - updates toll"."""
    return _ADVICE.match(line) is not None or opening("correction_openings").match(line[:_READ]) is not None


def status_word(text: str) -> str:
    """What a slug's end, a signal or a type says of an item: "killed", "correction" …; empty for any other words."""
    return next((word for word, expression in _STATUS if expression.search(text)), "")
