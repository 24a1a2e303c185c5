"""Quotations with their speakers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from discrepancy.extract.broken_quotations import joined
from discrepancy.extract.cast import Cast
from discrepancy.extract.reading import Reading
from discrepancy.extract.speech import Saying
from discrepancy.extract.spots import Spots
from discrepancy.extract.tags import is_name_of_a_work, named_beside, told_by_nobody
from discrepancy.grammar.quoted_words import holds_words
from discrepancy.lexicon import words
from discrepancy.model import Block, BlockRole, Fact, FactKind, FactRole, Quotation, Span, Subject
from discrepancy.text.characters import squeeze
from discrepancy.text.engine import Token

_LAST_STOP = re.compile(r"[.!?…]['\"’”]?$")
_BREAK = re.compile(r"(?<![A-Z])[.!?]['\"’”]?\s+['\"‘“]?(?:[A-Z]|$)")
_STANDS_ALONE = re.compile(r"(?:^|[.!?…:]|[.!?…,]['\"’”»])\s*['\"‘“«„]*$")
_JOINED = re.compile(
    r"[\s\"”’',]*(?:and|but|while|as|though|although|whereas|or|when|after|before|which|who|whom|whose)\b"
)
_RESUMED = re.compile(r",?\s+(?:that|to)\b")
_SET_OFF = re.compile(r",\s(?:[\w.'’-]+\s){0,3}$")
_END = re.compile(r"[\"”»’'“.\s]*")
_NEAR = 220
_FAR = 3 * _NEAR
"""Characters between a quotation and a verb, with other quotations in between, that may carry it."""
_REACH = 200
"""Characters before a quotation that tell whether it stands alone."""
_BEHIND = 40
"""Characters between a quotation and a verb behind it that carries it."""
_ANOTHER = 40
"""What a verb of another clause behind a quotation costs."""
_TURNS = 3
"""Quotations back that whoever answers a question spoke in."""
_LATE = 15
"""What a verb before a quotation, or far behind it, costs against one right behind."""


def extract(reading: Reading, sayings: Sequence[Saying], cast: Cast) -> list[Fact]:
    """Every quotation of the compared blocks, in order, each with its speaker where one can be told."""
    tokens = reading.parsed.tokens
    by_verb = Spots((tokens[s.at].start, tokens[s.at].end, s) for s in sayings)
    finder = _Finder(reading, cast, by_verb)
    found: list[Fact] = []
    last: tuple[Saying, int] | None = None
    for block in reading.blocks:
        last = finder.paragraph(block, last, found)
    return joined(reading.document, _headlines_from_body(_from_below(reading, found), finder.cast))


@dataclass(frozen=True)
class _Finder:
    """What it takes to find the speakers of one document's quotations."""

    reading: Reading
    cast: Cast
    sayings: Spots[Saying]
    """By where each verb of saying stands."""

    def paragraph(self, block: Block, last: tuple[Saying, int] | None, found: list[Fact]) -> tuple[Saying, int] | None:
        """Adds the quotations of one paragraph to ``found``.

        Args:
            block: the paragraph.
            last: what carried the end of the paragraph before, and where that ended.
            found: the quotations so far.

        Returns:
            What the paragraph ends with: its last saying and where that stands, for the next to go on with.
        """
        said: tuple[Saying, int] | None = None
        for quote in self.reading.quoted.begun(block.start, block.end):
            named = is_name_of_a_work(self.reading, quote)
            own = None if named else self._own(block, quote)
            if own is None and not named:
                own = self._carried(block, quote, said or last, found) or self._led_in(block, quote)
            if named:
                found.append(_fact(self.reading, quote, None))
                continue
            said = (own, quote.end) if own else None
            found.append(_fact(self.reading, quote, own))
        behind = self._last_saying(block.start if said is None else said[1] + 1, block.end)
        return (behind, self._at(behind)) if behind else said

    def _last_saying(self, start: int, end: int) -> Saying | None:
        """The last saying whose verb begins inside ``[start, end)``."""
        last = next(self.sayings.before(end), None)
        return last if last is not None and self._at(last) >= start else None

    def _own(self, block: Block, quote: Span) -> Saying | None:
        """The saying that carries ``quote`` itself: a verb, or a name right beside it."""
        own = _saying_of(self.reading, block, quote, self.sayings)
        if own is None:
            fact = named_beside(self.reading, self.cast, quote)
            own = _by(fact, "say") if fact else None
        return own

    def _at(self, saying: Saying) -> int:
        return self.reading.parsed.tokens[saying.at].start

    def _carried(
        self,
        block: Block,
        quote: Span,
        said: tuple[Saying, int] | None,
        found: Sequence[Fact],
    ) -> Saying | None:
        """The saying of the words before, where the same speaker goes on: nobody else is named in between.

        A fragment inside the writer's sentence goes on with a speaker of its own paragraph; across paragraphs, and
        behind indirect speech, only a quotation that is a sentence of its own does.
        """
        if told_by_nobody(self.reading, quote):
            return None
        text = self.reading.document.text
        alone = bool(_STANDS_ALONE.search(self.reading.lead_up(quote.start, _REACH)))
        between = self._last_saying(block.start if said is None else max(said[1] + 1, block.start), quote.start)
        if between and alone:
            said = between, self._at(between)
        if said is None or (between and not alone):
            return None
        across = said[1] < block.start
        if across and said[0].verb == "ask" and self._is_question(said[1]):
            return self._answered(said[0], found)
        if across and text[block.start : quote.start].strip("\"“”„«»‘’' "):
            return None
        if not alone and not text[quote.start : quote.start + 1].islower():
            return None
        if self._interrupted(said[0], said[1], quote.start):
            return None
        return replace(said[0], clause=None)

    def _is_question(self, end: int) -> bool:
        """Whether the last quotation before ``end`` asks something."""
        last = next(self.reading.quoted.before(end), None)
        return last is not None and self.reading.document.text[last.start : last.end].rstrip().endswith("?")

    def _answered(self, asked: Saying, found: Sequence[Fact]) -> Saying | None:
        """Who answers a question in a paragraph of its own: whoever spoke last before the question was asked."""
        asker = self.cast.at(asked.speaker)
        for fact in reversed(found[-_TURNS:]):
            person = self.cast.at(fact.quotation.speaker_span)
            if asker is not None and person is not None and self.cast.key(person) != self.cast.key(asker):
                return _by(person, "answer")
        return None

    def _led_in(self, block: Block, quote: Span) -> Saying | None:
        """The subject of the sentence before a quotation that ends its paragraph ('Lee shook her head. “No.”')."""
        reading = self.reading
        text = reading.document.text
        alone = _STANDS_ALONE.search(self.reading.lead_up(quote.start, _REACH))
        ends = alone and _END.fullmatch(text, quote.end, block.end)
        last = next((t for t in reading.back(block.start, quote.start) if t.pos != "PUNCT"), None)
        if last is None or not ends or told_by_nobody(reading, quote):
            return None
        sentence = reading.sentence(last)
        named = {self.cast.key(f) for f in self.cast.named.begun(block.start, quote.start)}
        for token in reading.parsed.within(sentence.start, last.start):
            fact = self.cast.at(Span(token.start, token.end))
            if fact is not None and token.dep == "nsubj" and len(named) == 1:
                return _by(fact, "")
        return None

    def _interrupted(self, saying: Saying, start: int, end: int) -> bool:
        """Whether somebody other than the speaker is named between two quotations, behind the tag of the first."""
        speaker = self.cast.at(saying.speaker)
        if saying.at >= 0:  # whom the speaker tells it is named in the tag itself, and does not interrupt
            start = max(start, self.reading.sentence(self.reading.parsed.tokens[saying.at]).end)
        return any(
            speaker is None or self.cast.key(f) != self.cast.key(speaker)
            for f in self.cast.named.begun(start, end)
            if not saying.speaker.overlaps(Span(f.mention.start, f.mention.end))
        )


def _by(fact: Fact, verb: str) -> Saying:
    """A saying of the person named at ``fact`` without a verb of its own in the text."""
    return Saying(verb, -1, Span(fact.mention.start, fact.mention.end), fact.mention.text, None)


def _saying_of(reading: Reading, block: Block, quote: Span, sayings: Spots[Saying]) -> Saying | None:
    """The verb of saying that carries ``quote``: the one nearest with no sentence ending in between."""
    best: tuple[int, Saying] | None = None
    for saying in sayings.over(max(quote.start - _FAR - 1, block.start), min(quote.end + _FAR + 1, block.end)):
        verb = reading.parsed.tokens[saying.at]
        gap = _gap(reading, quote, verb.start, verb.end)
        if gap is None or _is_second_hand(reading, saying, quote, sayings):
            continue
        behind = verb.start >= quote.end and len(gap) < _BEHIND and not _JOINED.match(gap)
        cost = len(gap) + (0 if behind else _LATE) + (_ANOTHER if _joined_on(verb, quote, gap) else 0)
        if best is None or cost < best[0]:
            best = (cost, saying)
    return best[1] if best else None


def _joined_on(verb: Token, quote: Span, gap: str) -> bool:
    """Whether a verb behind a quotation begins another clause: "… “a trap” and promised an appeal"."""
    return verb.start >= quote.end and bool(_JOINED.match(gap))


def _is_second_hand(reading: Reading, saying: Saying, quote: Span, sayings: Spots[Saying]) -> bool:
    """Whether a saying is set between commas inside what another reports: "Lee had told him, Brodie said, that …"."""
    verb = reading.parsed.tokens[saying.at]
    if (
        verb.end > quote.start
        or not _RESUMED.match(reading.document.text, verb.end)
        or (reading.document.text[verb.end : verb.end + 1] != ",")
    ):
        return False
    sentence = reading.sentence(verb)
    front = reading.document.text[sentence.start : min(saying.speaker.start, verb.start)]
    outer = any(s.at != saying.at for s in sayings.begun(sentence.start, verb.start))
    return outer and bool(_SET_OFF.search(front))


def _gap(reading: Reading, quote: Span, start: int, end: int) -> str | None:
    """The writer's words between a quotation and a verb; None where they are too far apart or a sentence ends there."""
    text = reading.document.text
    low, high = (quote.end, start) if start >= quote.end else (end, quote.start)
    if high - low > _FAR:
        return None
    gap = text[low:high]
    between = [other for other in reading.quoted.begun(low, high + 1) if other.end <= high]
    if between and any(_names_a_person(reading, other.end, high) for other in between):
        return None
    for other in between:
        gap = gap.replace(text[other.start - 1 : other.end + 1], "")
    last = text[quote.end - 1 : quote.end]
    ended = start >= quote.end and last in ".!?" and not gap.strip("\"”’' ")[:1].islower() and last == "."
    if ended or _breaks(gap.rstrip("\"“„«‘' ") + " ") or len(gap) > _NEAR:
        return None
    return gap


def _breaks(gap: str) -> bool:
    """Whether a sentence ends in the words between; the stop of an abbreviation before a name ends none ("Mr. Rao")."""
    return any(
        gap[: stop.start() + 1].rsplit(maxsplit=1)[-1].lstrip("\"”“’‘'(").lower() not in words("stopped_abbreviations")
        for stop in _BREAK.finditer(gap)
    )


def _names_a_person(reading: Reading, start: int, end: int) -> bool:
    return bool(reading.named.begun(start, end))


def _from_below(reading: Reading, found: Sequence[Fact]) -> list[Fact]:
    """The quotations, those that a paragraph leaves open with the speaker named where they go on."""
    told = list(found)
    for n in range(len(told) - 2, -1, -1):
        if told[n].quotation.speaker_span is None and _left_open(reading, told[n], told[n + 1]):
            by = told[n + 1].quotation
            value = replace(told[n].quotation, speaker=by.speaker, speaker_span=by.speaker_span, verb=by.verb)
            told[n] = replace(told[n], value=value)
    return told


def _left_open(reading: Reading, one: Fact, following: Fact) -> bool:
    """Whether quoted words reach to the end of their paragraph, without a mark, and the next one opens with more."""
    block = reading.block_of(one.mention.start)
    between = reading.document.text[one.mention.end : following.mention.start]
    return one.mention.end == block.end and "\n" in between and not between.strip(" \r\n\"“„«‘'")


def _headlines_from_body(found: Sequence[Fact], cast: Cast) -> list[Fact]:
    """The quotations, those of headlines and captions that name no person with the speaker whom the body names."""
    body = [f for f in found if f.mention.block is BlockRole.BODY and cast.at(f.quotation.speaker_span)]
    return [_from_body(fact, body, cast) for fact in found]


def _from_body(fact: Fact, body: Sequence[Fact], cast: Cast) -> Fact:
    """A quotation of a headline with the one speaker to whom the body gives the same words, if there is one."""
    if fact.mention.block is BlockRole.BODY or cast.at(fact.quotation.speaker_span) is not None:
        return fact
    same = [f for f in body if holds_words(f.mention.text, fact.mention.text)]
    speakers = {cast.key(person) for f in same if (person := cast.at(f.quotation.speaker_span))}
    if len(speakers) != 1:
        return fact
    by = same[0].quotation
    return replace(fact, value=replace(fact.quotation, speaker=by.speaker, speaker_span=by.speaker_span, verb=by.verb))


def _fact(reading: Reading, quote: Span, said: Saying | None) -> Fact:
    """The quotation as a fact."""
    words = reading.document.text[quote.start : quote.end]
    speaker, where = (said.words, said.speaker) if said else ("", None)
    token = reading.parsed.at(quote.start) or reading.parsed.tokens[-1]
    return Fact(
        id=f"{reading.document.id}:quotation:{quote.start}",
        kind=FactKind.QUOTATION,
        mention=reading.mention(quote.start, quote.end),
        subject=Subject(text=squeeze(words)),
        value=Quotation(
            words=words,
            speaker=squeeze(speaker),
            speaker_span=where,
            verb=said.verb if said else "",
            whole=bool(_LAST_STOP.search(words.strip())) or words[:1].isupper(),
        ),
        sentence=reading.sentence(token),
        role=FactRole.QUOTE,
    )
