"""A card a finding: what it says, why, and each source's sentence with the words marked."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace

from discrepancy.formats.view.arithmetic import arithmetic_of
from discrepancy.formats.view.index import Index, card_anchor, state_of
from discrepancy.formats.view.landmarks import landmark_of
from discrepancy.formats.view.parts import Card, Place, Quote, Run, State, ValueView, Version
from discrepancy.formats.view.pictures.chosen import build_pictures
from discrepancy.formats.view.readings import reading_of
from discrepancy.formats.view.rules import rule_anchor
from discrepancy.formats.view.voices import said_by
from discrepancy.formats.words import Words
from discrepancy.model import Finding, Mention, Span, ValueGroup

__all__ = ["build_cards", "confidence_key"]

WHOLE = 6
"""Findings of one row that need no decision and are told whole; of the others a line is enough."""
KEPT = 600
"""Characters of a sentence kept before and after the words; only garbled text has longer sentences."""
_SPACE = re.compile(r"[ \t\r\n]+")
_ALIKE = str.maketrans({"\u00a0": " ", "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'})


def build_cards(index: Index, versions: tuple[Version, ...], words: Words) -> tuple[Card, ...]:
    """The cards of all findings, what matters most first, then in the documents' order."""
    rules = {rule.code: rule for rule in index.data.rules}
    told: Counter[str] = Counter()
    cards = []
    for finding in index.ordered:
        rule, reason, given = rules.get(finding.rule), finding.reconciliation, index.letters[finding.id]
        state, row = state_of(finding), index.row_anchors(finding.id)[0]
        told[row] += not state.is_open
        cards.append(
            Card(
                anchor=card_anchor(finding.id),
                state=state,
                summary=words.say(finding.summary),
                explanation=_explanation(finding, words),
                reconciliation=words.say(reason.text) if reason else "",
                rule=finding.rule,
                rule_name=words.rule(rule, "name") if rule else "",
                rule_summary=words.rule(rule, "summary") if rule else "",
                rule_link=rule_anchor(finding.rule) if rule else "",
                confidence=words(confidence_key(finding.confidence)),
                row=row,
                brief=not state.is_open and told[row] > WHOLE,
                arithmetic=arithmetic_of(index, finding, words),
                pictures=build_pictures(index, finding, given, versions, words),
                draft=tuple(
                    given[value.label]
                    for value in finding.values
                    if any(mention.document == index.data.draft for mention in value.mentions)
                ),
                values=tuple(
                    _value(index, value, given[value.label], state, versions, words) for value in finding.values
                ),
            )
        )
    return tuple(sorted(cards, key=lambda card: (not card.draft, card.state.order, card.brief)))


def _explanation(finding: Finding, words: Words) -> str:
    """Why it was flagged; empty where the reconciliation says the same."""
    said, reason = words.say(finding.explanation), finding.reconciliation
    return "" if reason and words.say(reason.text) == said else said


def confidence_key(confidence: float) -> str:
    """The catalogue's key for how sure a finding is."""
    steps = ((0.9, "high"), (0.7, "good"), (0.5, "fair"))
    return "confidence." + next((name for least, name in steps if confidence >= least), "low")


def _value(
    index: Index, value: ValueGroup, mark: str, state: State, versions: tuple[Version, ...], words: Words
) -> ValueView:
    quotes = _quotes(index, value, state, versions, words)
    first, rest = _one_a_version(quotes)
    sources = dict.fromkeys(place.version.label for quote in quotes for place in quote.places)
    given = {mention.document for mention in value.mentions}
    return ValueView(
        letter=mark,
        label=words.label(value),
        sources=tuple(sources),
        quotes=first,
        more=rest,
        said_by=said_by(index.data, given, words),
        language="" if value.said or not quotes else quotes[0].places[0].version.language,
    )


def _one_a_version(quotes: list[Quote]) -> tuple[tuple[Quote, ...], tuple[Quote, ...]]:
    """The quotes in which a version speaks for the first time, and the others."""
    heard: set[int] = set()
    first: list[Quote] = []
    rest: list[Quote] = []
    for quote in quotes:
        speaking = {place.version.number for place in quote.places}
        (rest if speaking <= heard else first).append(quote)
        heard |= speaking
    return tuple(first), tuple(rest)


def _quotes(index: Index, value: ValueGroup, state: State, versions: tuple[Version, ...], words: Words) -> list[Quote]:
    sentences: dict[tuple[str, Span], list[Mention]] = defaultdict(list)
    for mention in sorted(value.mentions, key=index.where):
        sentences[mention.document, _sentence(index, mention)].append(mention)
    quotes: dict[tuple[tuple[str, bool], ...], Quote] = {}
    for (document, sentence), mentions in sentences.items():
        runs = _runs(index.documents[document].text, sentence, mentions, state)
        first = mentions[0]
        version = versions[index.place[document]]
        landmark = landmark_of(index.documents[document], first.start, words)
        place = Place(version=version, anchor=index.spot(first), block=first.block, landmark=landmark)
        key = tuple((run.text.translate(_ALIKE), run.state is not None) for run in runs)
        if key in quotes:
            quotes[key] = replace(quotes[key], places=(*quotes[key].places, place))
        else:
            quotes[key] = Quote(runs=runs, places=(place,), reading=reading_of(index, first, words))
    return list(quotes.values())


def _sentence(index: Index, mention: Mention) -> Span:
    """The sentence that holds a mention: its fact's, else its block."""
    here = Span(mention.start, mention.end)
    for fact in index.facts_at(mention):
        if fact.sentence.covers(here):
            return fact.sentence
    blocks = index.documents[mention.document].blocks
    return next((Span(each.start, each.end) for each in blocks if each.start <= here.start < each.end), here)


def _runs(text: str, sentence: Span, mentions: list[Mention], state: State) -> tuple[Run, ...]:
    start = max(sentence.start, mentions[0].start - KEPT)
    end = max(mentions[-1].end, min(sentence.end, mentions[-1].end + KEPT))
    runs, at = [], start
    for mention in mentions:
        runs.append(Run(_flat(text[at : max(at, mention.start)])))
        runs.append(Run(_flat(text[max(at, mention.start) : mention.end]), state))
        at = max(at, mention.end)
    runs.append(Run(_flat(text[at:end])))
    if start > sentence.start:
        runs.insert(0, Run("… "))
    if end < sentence.end:
        runs.append(Run(" …"))
    return tuple(run for run in runs if run.text)


def _flat(text: str) -> str:
    return _SPACE.sub(" ", text)
