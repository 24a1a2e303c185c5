"""A story that its source takes back as a whole: a kill, a withdrawal, a retraction.

What fires: the headline begins with the word that wires give such a notice, or a sentence says that this story is
withdrawn, and the version before did not say so. That somebody in the news retracts something is no case: the story
itself is what has to be named.

Source: Reuters Handbook of Journalism, "Corrections, Refiles, Kills, Repeats and Embargoes"; AP Stylebook, "kill".
"""

from __future__ import annotations

import re
from typing import Final

from discrepancy.documents import Document
from discrepancy.followed import Alert, AlertKind, AlertValue
from discrepancy.model import Message, Param
from discrepancy.said import Level
from discrepancy.text.characters import squeeze
from discrepancy.watch.alerting import alert_key
from discrepancy.watch.judged import News, Told

__all__ = ["retraction_alerts", "retraction_in"]

_GONE: Final = r"(?:retracted|withdrawn|killed|taken down|removed|unpublished)"
_OURS: Final = r"(?<!version of )(?:this|our|the above) (?:story|article|report|dispatch|copy)"
"""Only what points at itself: a report that a ministry withdrew, or a journal its article, is news."""
_HEAD: Final = re.compile(
    r"\W*(?:(?:WITHDRAWN|WITHDRAWAL|RETRACTED|RETRACTION|KILL|KILLED|BULLETIN KILL|MANDATORY KILL)\b(?!\s+[A-Z]{2})"
    rf"|ADVISORY\b.{{0,60}}\b{_GONE}\b|(?:Withdrawn|Retracted|Withdrawal|Retraction|Kill)\s*[:\-–—])"
)
_NOTE: Final = re.compile(
    rf"\b{_OURS}\b[^.!?,;]{{0,60}}?\b(?:has|have) been {_GONE}\b"
    rf"|\b{_OURS} (?:is|was) {_GONE}\b"
    rf"|\bwe (?:have |are )?(?:retract|withdraw|kill)\w* {_OURS}\b"
    rf"|\b(?:kill|withdraw|do not use|disregard) {_OURS}\b",
    re.IGNORECASE,
)
_QUOTES: Final = frozenset('"“”„«»')
_SENTENCE: Final = re.compile(r"[^.!?\n]*[.!?]?")
_LONGEST: Final = 300


def retraction_in(document: Document) -> str:
    """The words by which a version takes its story back; empty where it does not."""
    if _HEAD.match(document.title):
        return squeeze(document.title)[:_LONGEST]
    for paragraph in document.text.split("\n"):
        for sentence in _SENTENCE.findall(paragraph):
            if _NOTE.search(sentence) and _QUOTES.isdisjoint(sentence):
                return squeeze(sentence)[:_LONGEST]
    return ""


def retraction_alerts(news: News, before: Document | None) -> list[Alert]:
    """An alert that a source took its story back, and one for each own copy that still stands.

    Args:
        news: the new version in its story.
        before: the article's version before; None for the first one.
    """
    words = retraction_in(news.new.document)
    if not words or (before is not None and retraction_in(before)):
        return []
    own = [told for told in news.standing if told.version.own and told.version.article != news.new.version.article]
    return [_alert(news, words, None), *(_alert(news, words, told) for told in own)]


def _alert(news: News, words: str, own: Told | None) -> Alert:
    by = news.new.version
    value = AlertValue(label=words, source=by.source, version=by.number, address=by.address, sentence=words)
    params: dict[str, Param] = {"source": by.source, "words": words, "own": own.version.source if own else ""}
    return Alert(
        key=alert_key("retraction", by.article, by.digest, own.version.article if own else ""),
        kind=AlertKind.OWN_COPY if own else AlertKind.CORRECTION,
        level=Level.ERROR,
        rule="retraction",
        story=news.story,
        thread=f"retraction {by.article}",
        sources=tuple(sorted({by.source, *([own.version.source] if own else [])})),
        subject="",
        summary=Message("watch.story_retracted_own" if own else "watch.story_retracted", params),
        values=(value, *([_of(own)] if own else [])),
        version=by.number,
        at=by.seen,
    )


def _of(own: Told) -> AlertValue:
    version = own.version
    return AlertValue(
        label=version.title, source=version.source, version=version.number, address=version.address, sentence=""
    )
