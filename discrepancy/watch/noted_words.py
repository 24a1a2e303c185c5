"""Words put in the place of others, of which a correction note gives both: whatever they say, they were wrong.

"Naomi Ash was a junior treasury minister, not a junior health minister": no reading of facts is needed to know that
this changed one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from discrepancy.model import Document, Fact, FactKind, Span
from discrepancy.text.characters import fold
from discrepancy.watch.edited_sentences import EditedSentences
from discrepancy.watch.two_versions import TwoVersions

__all__ = ["noted_words"]

_TELLING: Final = 4
"""Letters that words have at the least, to be known again in a note."""
_FURTHER: Final = 4
"""Words on each side that are shown with those that changed, where the note has them too."""


def noted_words(
    two: TwoVersions, edited: EditedSentences, notes: Sequence[str], read: Sequence[tuple[Fact, Fact]]
) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of runs of words of edited sentences that one note holds both of, each as a claim at that place.

    Args:
        two: the versions.
        edited: their sentences.
        notes: the correction notes of the new one.
        read: the facts that are known to have changed: what stands where they do is told of already.
    """
    folded = [f" {fold(note)} " for note in notes]
    for (before, after), (old, new) in edited.gaps() if folded else ():
        words = [fold(text[span.start : span.end]) for text, span in ((two.before.text, old), (two.after.text, new))]
        held = next((note for note in folded if all(_holds(note, each) for each in words)), "")
        known = any(old.overlaps(_span(one)) or new.overlaps(_span(other)) for one, other in read)
        is_note = any(fold(two.after.text[after.start : after.end]) in note for note in folded)
        if held and not known and not is_note:
            yield (
                _claim(two.facts_before, two.before, before, _widened(two.before, before, old, held)),
                _claim(two.facts_after, two.after, after, _widened(two.after, after, new, held)),
            )


def _span(fact: Fact) -> Span:
    return Span(fact.mention.start, fact.mention.end)


def _holds(note: str, words: str) -> bool:
    return len(words) >= _TELLING and f" {words} " in note


def _widened(document: Document, sentence: Span, span: Span, note: str) -> Span:
    """The words with those around them, as far as the note gives all of them in a row."""
    start, end = span.start, span.end
    for _ in range(_FURTHER):
        further = document.text.find(" ", end + 1)
        wider = min(further if further >= 0 else sentence.end, sentence.end)
        if wider <= end or not _holds(note, fold(document.text[start:wider])):
            break
        end = wider
    for _ in range(_FURTHER):
        wider = max(document.text.rfind(" ", 0, max(start - 1, 0)) + 1, sentence.start)
        if wider >= start or not _holds(note, fold(document.text[wider:end])):
            break
        start = wider
    return Span(start, start + len(document.text[start:end].rstrip(" .,;:")))


def _claim(facts: Sequence[Fact], document: Document, sentence: Span, at: Span) -> Fact:
    """A fact of the sentence made one that stands at those words."""
    fact = next(fact for fact in facts if fact.sentence == sentence)
    mention = replace(fact.mention, start=at.start, end=at.end, text=document.text[at.start : at.end])
    subject = replace(fact.subject, text="", head="", concept="")
    return replace(fact, id=f"{fact.id}:words", kind=FactKind.CLAIM, mention=mention, subject=subject)
