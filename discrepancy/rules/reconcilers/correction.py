"""Correction: a note in one version says that the one figure replaces the other."""

from __future__ import annotations

import re

from discrepancy.lexicon import words
from discrepancy.model import BlockRole, Document, Fact, Message, Reconciliation, Story
from discrepancy.rules.once import once
from discrepancy.rules.publication import earlier
from discrepancy.text.characters import fold

ORDER = 5
_LETTERS = re.compile(r"[^\W\d_]{4,}")
_STEM = 5
_FIGURE = re.compile(r"\d")
_CORRECTS = re.compile(r"\bcorrect(?:s|ed|ion|ing)?\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[;.]|, (?:and )?(?:adds|updates|recasts|fixes|removes)\b|\b(?:adds|updates|recasts)\b", re.IGNORECASE
)
_WHERE = re.compile(r"\b(?:headline|lead|first|second|third|last|paragraphs?|paras?|after|amended|statement|source)\b")


def concerns(fact: Fact, story: Story) -> bool:
    """Whether any version has a note that may correct a figure."""
    del fact
    return bool(_all_notes(story))


def reconcile(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason, where a correction block of some version holds both figures, or names what the figure is of."""
    for _, text in _all_notes(story):
        if _holds(text, a) and _holds(text, b):
            return _reason(a, b, text)
    for old, new in ((a, b), (b, a)):
        note = is_corrected(story, old, new)
        if note:
            return _reason(old, new, note)
    return None


def is_corrected(story: Story, old: Fact, new: Fact) -> str:
    """The note by which a version of the source that gave ``old`` corrects it to ``new``, in words; or nothing.

    "Corrects sum recovered in paragraph 4": the note tells what was wrong by words of the figure's own sentence.
    """
    before, after = (story.document[fact.mention.document] for fact in (old, new))
    if before.source != after.source or old.quantity.figure == new.quantity.figure:
        return ""
    if before is after or not earlier(story, before.id, after.id):
        return ""
    stems = _stems(after.text[new.sentence.start : new.sentence.end])
    for note in _notes(after):
        told = _CLAUSE.split(note.strip("() \n"), maxsplit=1)[0]
        if _CORRECTS.search(told) and _stems(_WHERE.sub(" ", _CORRECTS.sub(" ", told))) & stems:
            return note if not _holds_figure(told) else ""
    return ""


def noting(story: Story, old: Fact, new: Fact) -> tuple[str, str]:
    """The id of the version whose note holds both figures and whose text gives ``new`` alone, and that note."""
    for home, note in _all_notes(story):
        if _holds(note, old) and _holds(note, new):
            given = [story.stating.get((home, fact.quantity.figure), ()) for fact in (old, new)]
            told = [any(each.mention.block is not BlockRole.CORRECTION for each in facts) for facts in given]
            if told == [False, True]:
                return home, note
    return "", ""


def _holds_figure(told: str) -> bool:
    """Whether a note gives figures of its own, beside the paragraph's number: then those say what was corrected."""
    return _FIGURE.search(re.sub(r"\b(?:paragraphs?|paras?) \d+", "", told)) is not None


@once
def _all_notes(story: Story) -> list[tuple[str, str]]:
    """The notes of all documents, each with its document's id."""
    return [(document.id, note) for document in story.documents for note in _notes(document)]


def _notes(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.role is BlockRole.CORRECTION]


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in {fold(w) for w in _LETTERS.findall(text)} - words("stop_words"))


def _reason(a: Fact, b: Fact, note: str) -> Reconciliation:
    told = {"a": a.mention.text, "b": b.mention.text, "note": note.strip("() \n")}
    return Reconciliation("correction", Message("reconcile.correction", told))


def _holds(text: str, fact: Fact) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(fact.mention.text)}(?!\w)", text))
