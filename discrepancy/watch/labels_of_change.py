"""The words by which a version itself says that something in it is not as it was.

Two sorts: a note that owns to an error ("Correction: an earlier version of this article gave …", "(Corrects figure in
paragraph 2)"), and words that tell how things went on ("raising an earlier toll of 11", "Updated at 14:10").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from discrepancy.model import BlockRole, Document, Fact, Quantity, Span
from discrepancy.rules.replaced import stems
from discrepancy.text.characters import squeeze
from discrepancy.watch.edited_sentences import sentence_key
from discrepancy.watch.former import is_former, is_told_as_former

__all__ = ["Label", "Labels"]

_CORRECTS: Final = re.compile(
    r"\bcorrect(?:s|ed|ing|ion|ions)\b|\bmis(?:stat|identif|spel|quot|attribut|report)\w*|\b(?:incorrect|wrong|mistaken"
    r"|erroneous)ly\b|\b(?:in|by) error\b|\bretract\w*|\bwas wrong\b|\brefil(?:e|es|ed)\b|\bamended\b|\bclarif\w+"
    r"|\bwe (?:regret|apologi[sz]e)\b"
    r"|\bsorry (?:for|about) (?:the|this|that|our) (?:slip|error|mistake|mix-?up|confusion)\b"
    r"|\b(?:put|set)(?:ting)? (?:it|that|the record|things) (?:right|straight)\b",
    re.IGNORECASE,
)
_EARLIER_VERSION: Final = re.compile(
    r"\b(?:earlier|previous|original|prior) (?:version|edition|headline|report)s?\b[^.]{0,60}"
    r"\b(?:said|gave|stated|had|put|named|called|misst|incorrectly|wrongly)",
    re.IGNORECASE,
)
_UPDATES: Final = re.compile(
    r"^\W*(?:\((?:adds|updates|recasts|writes through|changes)\b|update[ds]?\b[^.]{0,40}(?:\d|:|with\b|to\b)"
    r"|this (?:story|article|report|post|page) (?:has been|was|is being) updated\b|editor'?s'? note\b)",
    re.IGNORECASE,
)
_OPENS: Final = re.compile(
    r"\W*(?:corrections?|clarifications?|refile|editor'?s'? note)\W{0,3}(?:[:(–—|-]|$)"
    r"|\((?:corrects|refiles|clarifies)\b",
    re.IGNORECASE,
)
_SLUG: Final = re.compile(r"\W*(?:CORRECTED|REFILE|CORRECTION)\b")
_OF_ARTICLE: Final = re.compile(
    r"\bthis (?:article|story|report|post|page|item|version|headline)\b"
    r"|\b(?:earlier|previous|original|prior) (?:version|edition|headline)s?\b",
    re.IGNORECASE,
)
_OURS: Final = re.compile(
    r"^\W*(?:(?:and|but|also|now|sorry|so|apologies|one more thing)[,:]? )*"
    r"(?:(?:earlier|in our (?:\w+ )?bulletin|at \w+|this morning),? )?we (?:\w+ )?"
    r"(?:said|told you|reported|gave|put|called|named|got|had|made)\b[^.]*"
    r"\b(?:earlier|wrong(?:ly)?|mistake|in error|before|this morning|last (?:hour|bulletin)|at (?:noon|midday|\d\S*))\b"
    r"|^\W*(?:and |but )?earlier(?: on)?,? (?:in \w+ \w+,? )?we (?:said|told you|reported|gave|put|called|named|had)\b"
    r"|\b(?:error|mistake) in (?:an?|our|the|some) (?:earlier|first|previous|last) (?:bulletin|edition|version|report)"
    r"|\b(?:wrong(?:ly)?|incorrectly|in error)\b[^.]*\bin (?:our |some )?(?:earlier|first|previous|last) "
    r"(?:bulletin|edition|version|report)s?\b"
    r"|\bwe (?:\w+ )?got\b[^.]*\bwrong\b",
    re.IGNORECASE,
)
"""A newsroom speaks of what it said itself, as on the radio: "Earlier we told you it would be Friday"."""
_LABEL: Final = re.compile(r"^\W*[A-Z][A-Z' ]{3,40}: ")
"""A note's own heading: "FOR THE RECORD: We said …"."""
_QUOTED: Final = re.compile('["“”«»]')
_SENTENCE_END: Final = re.compile(r"(?<=[.!?)])\s+(?=[A-Z(\"“])|\n+")
_LONGEST: Final = 300
_GENERAL: Final = frozenset(
    {
        *("corre", "versi", "artic", "story", "repor", "parag", "headl", "lead", "first", "secon", "third", "figur"),
        *("numbe", "earli", "previ", "origi", "amend", "updat", "publi", "gave", "state", "misst", "error", "summa"),
        *("refil", "clari", "incor", "wrong", "mista", "said", "fourt", "fifth", "last", "given", "colum", "edito"),
        *("janua", "febru", "march", "april", "may", "june", "july", "augus", "septe", "octob", "novem", "decem"),
    }
)
"""First letters of the words that every note has: they do not say what was wrong."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a version says of a change: its words, and whether they own to an error. Empty where it says nothing."""

    words: str = ""
    corrected: bool = False


class Labels:
    """What the version after says of itself and the version before did not say yet."""

    def __init__(self, before: Document, after: Document) -> None:
        """Find the notes."""
        known = {sentence_key(each) for each in _sentences(before.text)}
        fresh = [each for each in _sentences(after.text) if sentence_key(each) not in known]
        self._before, self._after = before, after
        self._corrections = list(dict.fromkeys(_to_its_end(each, after) for each in fresh if _corrects(each, after)))
        self._updates = [each for each in fresh if _UPDATES.search(each) and not _corrects(each, after)]
        self._note = " ".join(self._corrections)

    def of(self, one: Fact | None, other: Fact | None, others: Sequence[Fact], *, alone: bool) -> Label:
        """What is said of a change from ``one`` to ``other``.

        Args:
            one: the fact before; None where it was added.
            other: the fact after; None where it was withdrawn.
            others: all the facts of the version after.
            alone: whether nothing else was changed, so that a note that does not say what was wrong is about this.
        """
        corrected = self._correction(one, other, alone=alone)
        if corrected:
            return Label(_cut(corrected), corrected=True)
        told = self._told(one, others)
        return Label(_cut(told))

    @property
    def corrections(self) -> tuple[str, ...]:
        """The notes that own to an error."""
        return tuple(self._corrections)

    def _correction(self, one: Fact | None, other: Fact | None, *, alone: bool) -> str:
        """The note about a change: it gives one of the values, or says what was wrong, or there is nothing else."""
        values = [fact.mention.text for fact in (one, other) if fact is not None]
        for note in self._corrections:
            if any(_holds(self._note if len(self._corrections) > 1 else note, value) for value in values):
                return self._note
        around = self._around(one, other)
        for note in self._corrections:
            if (stems(note) - _GENERAL) & around:
                return note
        if self._corrections and (alone or not any(stems(n) - _GENERAL for n in self._corrections)):
            return self._corrections[0]
        return ""

    def _around(self, one: Fact | None, other: Fact | None) -> frozenset[str]:
        found: set[str] = set()
        for fact, document in ((one, self._before), (other, self._after)):
            if fact is not None:
                found |= stems(document.text[fact.sentence.start : fact.sentence.end])
                found |= stems(f"{fact.subject.text} {fact.subject.concept}")
        return frozenset(found) - _GENERAL

    def _told(self, one: Fact | None, others: Sequence[Fact]) -> str:
        """The words that tell that a value took the place of another, or the line that says there was an update."""
        if one is not None:
            for fact in others:
                if _tells_former(self._after, fact, one):
                    return self._sentence(fact.sentence)
        return self._updates[0] if self._updates else ""

    def _sentence(self, span: Span) -> str:
        return squeeze(self._after.text[span.start : span.end])


def _tells_former(document: Document, fact: Fact, one: Fact) -> bool:
    """Whether the sentence of a fact gives the value of ``one`` as what was."""
    sentence = document.text[fact.sentence.start : fact.sentence.end]
    found = re.finditer(rf"(?<!\w){re.escape(one.mention.text)}(?!\w)", sentence, re.IGNORECASE)
    if any(is_told_as_former(sentence, *match.span()) for match in found):
        return True
    if isinstance(fact.value, Quantity) and isinstance(one.value, Quantity):
        return fact.value.figure[1:] == one.value.figure[1:] and is_former(document, fact)
    return False


def _corrects(sentence: str, document: Document) -> bool:
    """Whether a sentence owns to an error in the article."""
    if _OURS.search(_LABEL.sub("", sentence)) and not _QUOTED.search(sentence):
        return True
    owns = _CORRECTS.search(sentence) or _EARLIER_VERSION.search(sentence)
    return owns is not None and _is_note(sentence, document)


def _to_its_end(sentence: str, document: Document) -> str:
    """A note from that sentence to the end of its paragraph: what was wrong often stands in the second sentence."""
    at = document.text.find(sentence)
    end = document.text.find("\n", at)
    return document.text[at : end if end >= 0 else len(document.text)]


def _is_note(sentence: str, document: Document) -> bool:
    """Whether a sentence is the editors' own: it stands in a correction, begins as one, or speaks of the article."""
    at = document.text.find(sentence)
    if at >= 0 and document.role_at(at) is BlockRole.CORRECTION:
        return True
    return any(pattern.match(sentence) for pattern in (_OPENS, _SLUG)) or _OF_ARTICLE.search(sentence) is not None


def _sentences(text: str) -> list[str]:
    return [each for each in _SENTENCE_END.split(text) if each.strip()]


def _holds(note: str, value: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(value)}(?!\w)", note) is not None


def _cut(text: str) -> str:
    told = squeeze(text).strip("() ")
    return told if len(told) <= _LONGEST else f"{told[:_LONGEST].rsplit(' ', 1)[0]}…"
