"""Picture captions and the credits of pictures."""

from __future__ import annotations

import re

from discrepancy.lexicon import words
from discrepancy.loaders.layout.shape import bare, sentences_in, tokens

__all__ = ["credit_start", "is_caption", "is_picture_credit", "is_wire_signed"]

_LABEL = re.compile(
    r"[\[(]?(?:image |photo |picture )?(?:caption|pictured|picture|image|photo|photograph|file photo|file|cutline)"
    r"(?: caption)?(?:\s*:|\s*,(?= [A-Z])|\s+[-\u2013\u2014](?=\s))\s*\S",
    re.IGNORECASE,
)
_WIRE = re.compile(
    r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de .,'\u2019/-]{1,60} [-\u2013\u2014] "
    r"(?:[A-Z]{3,9}\.? \d{1,2}|\d{1,2} [A-Z]{3,9})(?:, \d{4})?\s*:"
)
_PARENS = re.compile(r"[(\[]([^()\[\]]{2,120})[)\]][.\]]?$")
_BARE_CREDIT = re.compile(
    r"(?<=[.!?\"\u201d\u2019] )(?:REUTERS|AP Photo|AP|AFP (?:PHOTO|Photo)|AFP|EPA|EPA-EFE|Getty Images|File Photo"
    r"|Handout|VIA \w+) ?/ ?[A-Z][^.!?]{1,120}$"
)
_LABELLED = re.compile(
    r"[\[(]?\b(?:photo(?:graph|s)?|pic(?:ture)?s?|images?|credit|photo credit|picture credit|image credit"
    r"|photo courtesy|courtesy(?: of)?|ap photo)\s?(?::|/)\s?[^.:]{2,80}(?:\.[^.:]{0,20})?[\])]?$",
    re.IGNORECASE,
)
_TAKEN_BY = re.compile(
    r"\b(?:photo(?:graph)?|picture|image|illustration)s? (?:by|courtesy of) "
    r"(?-i:[A-Z\u00c0-\u00de])[\w.'\u2019-]*(?:(?: |/| and )(?-i:[A-Z\u00c0-\u00de])[\w.'\u2019-]*){0,6}[\])]?$",
    re.IGNORECASE,
)
"""What ends a caption without brackets: "The mayor at the meeting. Photo by Ann Lee"."""
_CREDIT_WORD = re.compile(
    r"(?:(?:file )?(?:photo|image|picture|photograph|illustration|graphic|video|screengrab|screenshot)s?\b"
    r"(?: (?:credit|illustration))?(?: ?[:/]| by| via| courtesy| from|,|$)|ap photo|courtesy|handout|via |credit\b)",
    re.IGNORECASE,
)
_ENDS_CREDIT = re.compile(r"(?-i:[A-Z])\S* (?:file )?(?:photos?|images?|pictures?|graphics?)$", re.IGNORECASE)
_LINE_CREDIT = re.compile(
    r"[\[(]?(?:(?:file )?(?:photo|image|picture|photograph|illustration|video)s?(?: credit| source)?"
    r"(?:\s*[:/]|,| by\b| courtesy\b| via\b)|credits?\s*:|ap photo\b|courtesy (?:of|photo)\b|image (?:source|credit))",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"[^/\d]{2,50}(?:/[^/\d]{2,50}){1,4}$")
_LONGEST_CREDIT = 140
_AFTER_LABEL = re.compile(r"[\[(]?[^:/]{1,24}:\s*")
_GIVES = frozenset("by for via of the from and courtesy handout file photo photograph supplied provided taken".split())
"""Small words of a credit; others are of a sentence that tells what the picture shows."""
_ACTS = re.compile(
    r"[A-Z]\S*(?: [A-Z]\S*){1,3} (?!(?:images|photos|pictures|news|archives|files|visuals|sports|services)\b)"
    r"[a-z]{3,}s\b(?!['\u2019])"
)
"""A name and what its bearer does in the picture: "Lena Brandt greets supporters"."""
_TELLING = 3
"""So many of those others make a label's line a caption."""


def is_caption(text: str) -> bool:
    """Whether a paragraph is a caption: it is labelled as one, opens as agencies' captions do, or ends in a credit."""
    if _WIRE.match(text):
        return True
    if credit_start(text) > 0:
        return True
    label = _LABEL.match(text[:60])
    return label is not None and len(tokens(text[:400])) > 4


def is_picture_credit(text: str) -> bool:
    """Whether a whole line is the credit of a picture: "(Photo by Ann Lee/Getty Images)", "Photo: Ann Lee"."""
    if len(text) > _LONGEST_CREDIT:
        return False
    if credit_start(text) == 0 or bare(text) in words("picture_sources"):
        return True
    if not _LINE_CREDIT.match(text) or _tells(text):
        return False
    return len(tokens(text)) <= 12 and not text.rstrip("])").endswith(".")


def credit_start(text: str) -> int:
    """Where the credit at the end of a caption begins; 0 if it is the whole text, -1 if there is none."""
    tail_from = max(0, len(text) - _LONGEST_CREDIT)
    tail = text[tail_from:]
    parens = _PARENS.search(tail)
    if parens and _is_credit(parens[1]) and not _tells(parens[1]):
        return tail_from + parens.start()
    bare_credit = _BARE_CREDIT.search(tail)
    if bare_credit:
        return tail_from + bare_credit.start()
    labelled = _LABELLED.search(tail)
    if labelled and _ends_before(text, tail_from + labelled.start()) and not _tells(labelled.group()):
        return tail_from + labelled.start()
    taken = _TAKEN_BY.search(tail)
    if taken and tail_from + taken.start() and _ends_before(text, tail_from + taken.start()):
        return tail_from + taken.start()
    return -1


def is_wire_signed(text: str) -> bool:
    """Whether one sentence ends in an agency's name in brackets: a caption, or the last sentence of a story."""
    parens = _PARENS.search(text[-60:])
    if parens is None or bare(parens[1]) not in _WIRES:
        return False
    return sentences_in(text[: len(text) - len(parens.group())]) == 1


def _ends_before(text: str, at: int) -> bool:
    """Whether a sentence (or nothing) stands before a place, so that "photo:" there begins something new."""
    before = text[:at].rstrip()
    return not before or before[-1] in '.!?\u2026"\u201d\u2019)|'


def _tells(line: str) -> bool:
    """Whether what a label leads up to is a sentence: "Photo: Lena Brandt leaves the court on Monday"."""
    label = _AFTER_LABEL.match(line)
    if label and _ACTS.match(line, label.end()):
        return True
    said = line[label.end() :].split() if label else []
    return sum(word[0].islower() and word.strip(".,") not in _GIVES for word in said) >= _TELLING


def _is_credit(inside: str) -> bool:
    """Whether words in brackets credit a picture: an agency, or names parted by a slash."""
    if _CREDIT_WORD.match(inside) or _ENDS_CREDIT.search(inside):
        return True
    folded = bare(inside)
    if folded in words("picture_sources") - _WIRES:
        return True
    parts = [part.strip() for part in inside.split("/")]
    if len(parts) < 2 or not _SLASHED.match(inside):
        return False
    return all(part and not part[0].islower() for part in parts) and len(tokens(inside)) <= 12


# "(Reuters)" at the end of a paragraph signs off a story as often as it credits a picture.
_WIRES = frozenset({"ap", "afp", "reuters", "associated press", "pa", "tass", "xinhua", "bloomberg", "canadian press"})
