"""Which way a word of a sentence says that a thing goes, and which thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from discrepancy.rules.movement_states import of_noun, of_state
from discrepancy.rules.movement_subjects import Subject, is_open, named_in, subject_before
from discrepancy.rules.movement_words import FIGURE, KINDS, MARK, Word, counts, forms_of, listed


def ways_told(line: Sequence[Word], i: int) -> Iterator[tuple[str, Subject, int, bool]]:
    """The ways that the word at ``i`` tells: which, of what, the place of the last word, and whether it only counts."""
    low = line[i].low
    pair = f"{low} {line[i + 1].low}" if i + 1 < len(line) else ""
    for name, told in zip(KINDS, (_act, _sum, _verb, of_state, of_noun), strict=True):
        forms = forms_of(name)
        words = pair if pair in forms else low if low in forms else ""
        if words:
            last = i + words.count(" ")
            subject = told(line, i, last)
            if subject is not None and (subject[0] or (name == "verbs" and low not in forms_of("nouns"))):
                counted = name == "sums" and not _is_share(line, last + 1)
                yield from ((way, subject, last, counted) for way in forms[words])
                return


def _verb(line: Sequence[Word], i: int, last: int) -> Subject | None:
    """What the verb is said of; None where another thing stands behind it or it is left open."""
    after = line[last + 1] if last + 1 < len(line) else None
    if after is not None and (after.low in listed("articles") | listed("elsewhere") or after.low == "of"):
        return None
    return subject_before(line, i)


def _act(line: Sequence[Word], i: int, last: int) -> Subject | None:
    """What somebody moves: the object, or the subject of a passive."""
    if is_open(line, i):
        return None
    before = [word.low for word in line[max(0, i - 2) : i]]
    if {"was", "were", "been", "is", "are", "being"} & set(before[-2:]):
        return subject_before(line, i)
    stretch: list[Word] = []
    for word in line[last + 1 :]:
        ends = word.text in MARK or FIGURE.search(word.text) or word.low in listed("clause")
        if ends or (word.low in listed("prepositions") and word.low != "of"):
            break
        if stretch or not (word.low in listed("auxiliaries") or word.low.endswith("ly")):
            stretch.append(word)
    return named_in(stretch) if stretch else None


def _sum(line: Sequence[Word], i: int, last: int) -> Subject | None:
    after = line[last + 1] if last + 1 < len(line) else None
    if after is None or not (FIGURE.search(after.text) or after.low in counts()):
        return None
    return subject_before(line, i)


def _is_share(line: Sequence[Word], i: int) -> bool:
    """Whether the figure at ``i`` is a per cent, points or money, which a thing moves by."""
    after = line[i + 1].low if i + 1 < len(line) else ""
    return (
        line[i].text[-1] == "%" or line[i].text[0] in "£$€" or after in {"%", "per", "percent", "percentage", "basis"}
    )
