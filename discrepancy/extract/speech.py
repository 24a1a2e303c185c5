"""Who says what: verbs of saying with their speakers, and the stretch of text that each one reports.

A speaker is a stretch of the document's own words ("Okafor", "the president", "police"); a pronoun is followed
back to the person it most likely stands for. Who that person is over the whole story is settled later.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from discrepancy.extract.reading import Reading
from discrepancy.lexicon.people import is_saying, is_title_word
from discrepancy.model import Fact, Span
from discrepancy.text.engine import Token

PRONOUNS = frozenset({"he", "she", "they", "who", "it", "i", "we"})
_ESTIMATES = frozenset({"estimate", "put", "count", "claim", "reckon", "project", "forecast", "report", "allege"})
_ACCOUNT = frozenset({"accord", "according"})
_ALSO_DONE = frozenset({"add", "offer", "raise", "repeat", "volunteer", "deliver", "present", "issue", "release"})
"""Verbs that say something only where they have no object of another kind: an army adds soldiers."""
_CALLING = frozenset({"call", "describe", "dub", "label", "brand", "term", "deem"})
"""Verbs that give a thing the speaker's own word for it."""
_FOLLOWED = frozenset({"he", "she", "who"})


@dataclass(frozen=True, slots=True)
class Saying:
    """One verb of saying.

    Attributes:
        verb: its lemma.
        at: its token's index.
        speaker: where its speaker is named: the person for a pronoun, where one was found.
        words: how the speaker is named there.
        clause: what it reports in indirect speech, as a span; None where only quoted words are reported.
    """

    verb: str
    at: int
    speaker: Span
    words: str
    clause: Span | None


def find_sayings(reading: Reading, people: Sequence[Fact]) -> list[Saying]:
    """Every verb of saying with a speaker, in order of the text.

    Args:
        reading: the document.
        people: the mentions of persons found in it, in order.
    """
    found: list[Saying] = []
    for token in reading.parsed.tokens:
        if _says(reading, token) and reading.quote_at(token.start) is None:
            subject = _subject(reading, token) or _beside(reading, token, people)
            saying = _saying(reading, token, subject, people, found) if subject else None
            if saying is not None:
                found.append(saying)
    found += _according_to(reading, people)
    return sorted(found, key=lambda s: s.at)


def _says(reading: Reading, token: Token) -> bool:
    if token.lemma in _ALSO_DONE and reading.parsed.of(token, "dobj"):
        return False
    return token.pos in {"VERB", "AUX"} and (
        is_saying(token.lemma) or token.lemma in _ESTIMATES or token.lemma in _CALLING
    )


def _subject(reading: Reading, verb: Token) -> Token | None:
    """The token that names who says it: a subject, the agent of a passive, or a name right after the verb."""
    parsed = reading.parsed
    subjects = parsed.of(verb, "nsubj")
    if subjects:
        return _relative(reading, subjects[0], verb)
    for agent in parsed.of(verb, "agent"):
        named = parsed.of(agent, "pobj")
        if named:
            return named[0]
    if verb.dep == "conj":
        head = parsed.tokens[verb.head]
        subjects = parsed.of(head, "nsubj")
        return _relative(reading, subjects[0], head) if subjects else None
    if verb.dep in {"advcl", "pcomp"} and verb.tag == "VBG":
        subjects = parsed.of(parsed.tokens[verb.head], "nsubj")
        return subjects[0] if subjects else None
    return None


def _beside(reading: Reading, verb: Token, people: Sequence[Fact]) -> Token | None:
    """The person named right beside a verb whose subject the engine did not find: "…, Amara Okafor, said"."""
    text = reading.document.text
    for fact in people:
        at = fact.mention
        gap = text[at.end : verb.start] if at.end <= verb.start else text[verb.end : at.start]
        if len(gap) <= _BESIDE and not gap.strip(" ,"):
            return reading.parsed.at(at.end - 1)
    return None


_BESIDE = 2


def _relative(reading: Reading, subject: Token, verb: Token) -> Token:
    """What "who" stands for: the noun that the relative clause hangs on."""
    if subject.text.lower() == "who" and verb.dep == "relcl":
        return reading.parsed.tokens[verb.head]
    return subject


def _saying(
    reading: Reading, verb: Token, subject: Token, people: Sequence[Fact], before: Sequence[Saying]
) -> Saying | None:
    """The saying of ``verb``, its speaker followed back where it is a pronoun or a bare title; None for "it said"."""
    start, end, words = _named(reading, subject, people)
    if subject.text.lower() in _FOLLOWED:
        person = antecedent(reading, subject, people, before)
    else:
        person = titled(words, start, people)
    if person is not None:
        start, end, words = person.mention.start, person.mention.end, person.mention.text
    elif subject.pos == "PRON" or subject.tag in {"WDT", "DT"}:
        return None
    clause = _clause(reading, verb)
    return Saying(verb.lemma, verb.i, Span(start, end), words, clause)


def _named(reading: Reading, subject: Token, people: Sequence[Fact]) -> tuple[int, int, str]:
    """The speaker's words: the person named in the subject, else its noun with what stands before it."""
    tokens = reading.parsed.subtree(subject)
    apposed = {t.start for t in reading.parsed.of(subject, "appos")}
    for fact in people:
        at = fact.mention
        if at.start <= subject.start < at.end or any(at.start <= start < at.end for start in apposed):
            return at.start, at.end, at.text
    front = [
        t for t in tokens if t.i <= subject.i and t.dep in {"compound", "amod", "det", "poss", "nmod", subject.dep}
    ]
    start = front[0].start if front else subject.start
    return start, subject.end, reading.document.text[start : subject.end]


def antecedent(reading: Reading, pronoun: Token, people: Sequence[Fact], before: Sequence[Saying]) -> Fact | None:
    """The person that a pronoun stands for: the last one before it that is a subject or a speaker, else the last.

    A person in the pronoun's own sentence counts only as the subject of another clause ("Okafor said he …").
    """
    spoken = {saying.speaker for saying in before}
    nearest: Fact | None = None
    sentence = reading.sentence(pronoun)
    for fact in reversed([f for f in people if f.mention.end <= pronoun.start]):
        if pronoun.start - fact.mention.start > 1500:
            break
        if reading.quote_at(fact.mention.start):
            continue
        token = _last_token(reading, fact)
        if token is None:
            continue
        if _is_subject(reading, token) or Span(fact.mention.start, fact.mention.end) in spoken:
            return fact
        if nearest is None and fact.mention.start < sentence.start:
            nearest = fact
    return nearest


def _is_subject(reading: Reading, token: Token) -> bool:
    """Whether a name is a subject, or stands in apposition to one."""
    above = reading.parsed.tokens[token.head]
    return token.dep in {"nsubj", "nsubjpass"} or (token.dep == "appos" and above.dep in {"nsubj", "nsubjpass"})


def _last_token(reading: Reading, fact: Fact) -> Token | None:
    return reading.parsed.at(fact.mention.end - 1)


def titled(subject: str, at: int, people: Sequence[Fact]) -> Fact | None:
    """The person whom "the president" before ``at`` means: the last one whose title ends in the same word."""
    if any(f.mention.start <= at < f.mention.end for f in people):
        return None
    head = subject.lower().rpartition(" ")[2]
    if not is_title_word(head):
        return None
    holders = {f.name.surname for f in people if f.name.title.lower().endswith(head)}
    for fact in reversed([f for f in people if f.mention.end <= at]):
        if fact.name.surname in holders:
            return fact
    return None


def _clause(reading: Reading, verb: Token) -> Span | None:
    """What ``verb`` reports in the writer's words: its complement clause or object, and a clause set before it."""
    parsed = reading.parsed
    parts = parsed.of(verb, "ccomp", "xcomp", "dobj", "prep", "acl", "oprd", "attr", "advcl")
    if verb.dep == "parataxis" or (not parts and verb.dep == "advcl"):
        parts.append(parsed.tokens[verb.head])
    if verb.dep == "acl":
        return parsed_span(parsed.subtree(parsed.tokens[verb.head]))
    spans = [parsed_span(parsed.subtree(part)) for part in parts]
    return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else None


def parsed_span(tokens: Sequence[Token]) -> Span:
    """From the first of ``tokens`` to the last."""
    return Span(tokens[0].start, tokens[-1].end)


def _according_to(reading: Reading, people: Sequence[Fact]) -> Iterator[Saying]:
    """ "According to X" and "X's count": the whole sentence is told by X's account."""
    for token in reading.parsed.tokens:
        if token.lemma in _ACCOUNT and reading.quote_at(token.start) is None:
            for to in reading.parsed.of(token, "prep"):
                for named in reading.parsed.of(to, "pobj"):
                    start, end, words = _named(reading, named, people)
                    yield Saying("according to", token.i, Span(start, end), words, reading.sentence(token))
