"""What one stretch of a sentence tells: its words with what leaves them open, and each stance in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from discrepancy.extract.stance_parties import BESIDE, is_on_person, matter_of, party_of
from discrepancy.extract.statement_facts import statement, worded_party
from discrepancy.extract.stretch_hedges import FUTURE, hedge_of, is_to_be, left_open
from discrepancy.extract.stretch_spans import begin_of, end_of, shown_of
from discrepancy.extract.stretch_stances import NEGATIONS, is_denied, time_of, widest
from discrepancy.extract.telling_words import Telling, word_of, words_of
from discrepancy.lexicon.oppositions import OTHER, claim_words
from discrepancy.lexicon.people import is_saying
from discrepancy.lexicon.stances import PREFIX, TOLD, stances_in
from discrepancy.model import BlockRole, Claim, Fact, Span, TimeFrame
from discrepancy.text.characters import fold
from discrepancy.text.engine import Token

_PAST = frozenset({"VBD", "VBN"})
_DENYING = NEGATIONS - {"without"}
_LIMITS = frozenset({"until", "till", "before", "unless", "except", "without", "only"})
_ACTIVE = frozenset({"VB", "VBP", "VBZ", "VBG"})
_FEWEST = 2
_OF_THINGS = frozenset({"assent"})
"""Stances on what is put to somebody: who defeats a person rejects nothing."""


def told_in(context: Telling, stretch: Sequence[Token], *, aside: bool) -> Iterator[Fact]:
    """The claim of a stretch, and one for each stance in it."""
    words = words_of(context, stretch)
    written = {t.text.lower() for t in stretch}
    told = fold(" ".join([t.text for t in stretch if t.text != "May" or t.pos != "PROPN"])).split()
    planned = not FUTURE.isdisjoint(written) or is_to_be(told)
    past = any(t.tag in _PAST and not (is_saying(t.lemma) or t.lemma in claim_words("finding")) for t in stretch)
    time = TimeFrame.PLANNED if planned else TimeFrame.PAST if past else TimeFrame.PRESENT
    verbs = tuple(dict.fromkeys([w for t in stretch if t.pos == "VERB" and (w := word_of(t)) in words]))
    denied = not _DENYING.isdisjoint(written)
    hedge = hedge_of(told, planned=planned)
    if hedge:
        verbs = left_open(stretch, hedge, words)
    shown = shown_of(stretch, hedge)
    headline = context.reading.block_of(stretch[0].start).role is BlockRole.HEADLINE
    if len(words) >= _FEWEST and not headline:
        claim = Claim(
            of=TOLD,
            side="yes",
            about=worded_party(shown, verbs),
            by=worded_party(shown, befalls) if (befalls := _befalls(context, stretch)) else None,
            details=words,
            denied=denied,
            lasting=not aside,
            hedge=hedge,
        )
        yield statement(context, stretch, shown, claim, time)
    for stance in widest(stances_in([t.lemma for t in stretch], headline=headline)):
        side, turned = stance.side, is_denied(stretch, stance)
        if stance.bare and stretch[stance.at[0]].tag in _ACTIVE:
            continue
        if turned and any(t.text.lower() in _LIMITS for t in stretch[stance.at[0] :]):
            continue
        if (turned and not stance.turns) or not (headline or any(stretch[i].pos in {"VERB", "AUX"} for i in stance.at)):
            continue
        own = {word_of(stretch[i]) for i in stance.at} | {"refuse", "declin"}
        at = Span(stretch[stance.at[0]].start, stretch[stance.at[-1]].end)
        shown = Span(begin_of(stretch, at), end_of(stretch, at))
        party = party_of(context, stretch, stance, shown)
        if stance.name in _OF_THINGS and is_on_person(context, stretch, stance):
            continue
        rest = tuple(word for word in words if word not in own) or party.modifiers
        if rest:
            claim = Claim(
                of=PREFIX + stance.name,
                side=OTHER[side] if turned else side,
                about=party,
                by=matter_of(context, stretch, stance, shown),
                details=rest,
                denied=turned,
                lasting=True,
                hedge=hedge,
            )
            when = time_of(stretch, stance, time)
            yield statement(context, stretch, shown, claim, when, at)


def _befalls(context: Telling, stretch: Sequence[Token]) -> tuple[str, ...]:
    """The words for what the first cause of a stretch brings about: the object of its verb."""
    parsed = context.reading.parsed
    for verb in stretch:
        if verb.pos == "VERB" and verb.lemma in claim_words("causing"):
            found = parsed.of(verb, "nsubjpass") or parsed.of(verb, "dobj")
            return words_of(context, [n for noun in found for n in (*parsed.of(noun, *BESIDE), noun)], nouns=True)
    return ()
