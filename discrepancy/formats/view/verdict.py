"""The verdict line: how many findings of each state, how many facts agree."""

from __future__ import annotations

from collections import Counter, defaultdict

from discrepancy.formats.view.headline import headline_of
from discrepancy.formats.view.index import Index, state_of
from discrepancy.formats.view.parts import Header, State
from discrepancy.formats.view.reviewed import Reviewed
from discrepancy.formats.words import Words
from discrepancy.labels import label_documents

__all__ = ["build_header"]


def build_header(index: Index, agreeing: int, words: Words, reviewed: Reviewed | None = None) -> Header:
    """The counts of a report, and the line that says them; ``agreeing``: how many rows of the matrix agree."""
    data = index.data
    states = Counter(state_of(finding) for finding in data.findings)
    counts = {
        "conflicts": states[State.CONFLICT],
        "check": states[State.CHECK],
        "explained": states[State.EXPLAINED],
        "style": states[State.STYLE],
    }
    said = [words.count(f"verdict.{key}", number) for key, number in counts.items() if number]
    versions = words.count("verdict.versions", len(data.documents))
    agree = words("verdict.agree", facts=words.count("verdict.facts", agreeing), versions=versions)
    nothing = words("verdict.nothing") if len(data.documents) > 1 else words("verdict.alone")
    line = words("list").join([*(said or [nothing]), agree])
    if reviewed:
        line = words("list").join([line, *reviewed.lines])
    if data.unread:
        line += words("list") + words.count("verdict.unread", len(data.unread))
    title, language = headline_of(data)
    return Header(
        conflicts=counts["conflicts"],
        to_check=counts["check"],
        explained=counts["explained"],
        style=counts["style"],
        agreeing=agreeing,
        versions=len(data.documents),
        unread=len(data.unread),
        skipped=len(data.skipped),
        line=line,
        draft=_draft(index, words),
        stories=_stories(index, words),
        embargo=_embargo(index, words),
        title=title,
        title_language=language,
    )


def _draft(index: Index, words: Words) -> str:
    """How many findings that call for a decision touch the draft."""
    if not index.data.draft:
        return ""
    touched = [f for f in index.data.findings if state_of(f).is_open and index.touches_draft(f)]
    return words.count("verdict.draft", len(touched))


def _stories(index: Index, words: Words) -> str:
    """That the versions seem to tell several stories, and which tells which."""
    told = index.data.stories
    if not told:
        return ""
    labels = label_documents(index.data.documents)
    named = [words("list").join(labels[document] for document in members) for members in told]
    return words("verdict.stories", n=words.number(len(told)), stories=" | ".join(named))


def _embargo(index: Index, words: Words) -> str:
    """Which versions may not be published yet, each with its own words; those that say it alike stand together."""
    labels, said = label_documents(index.data.documents), defaultdict[str, list[str]](list)
    for document in index.data.documents:
        if document.embargo:
            said[document.embargo].append(labels[document.id])
    told = [words("embargo.of", versions=words("list").join(names), words=term) for term, names in said.items()]
    return words("embargo", versions=words("list").join(told)) if told else ""
