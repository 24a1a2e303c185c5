"""What leaves a clause open: "may have", "appears to", "is thought to", "allegedly", "police believe that"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from discrepancy.lexicon.oppositions import claim_words
from discrepancy.model import TimeFrame
from discrepancy.text.engine import Parsed, Token

_CLIMB = 6
"""How many clauses up it is looked whether what may be so is denied or made a condition."""


@dataclass(frozen=True, slots=True)
class Hedged:
    """What leaves a clause open.

    Attributes:
        finite: the verb that bears tense and subject.
        words: the words that leave it open, as written.
        time: when it would be; None where the tense of ``finite`` tells.
        subject: who does it, where that is not the subject of ``finite``.
    """

    finite: Token
    words: str
    time: TimeFrame | None = None
    subject: Token | None = None


def find_hedge(parsed: Parsed, verb: Token) -> Hedged | None:
    """What leaves the clause of ``verb`` open; None where nothing does."""
    return next((found for read in _READERS if (found := read(parsed, verb))), None)


def may_be_so(parsed: Parsed, verb: Token) -> bool:
    """Whether nothing above the clause makes it a condition, a question or a thing denied."""
    for _ in range(_CLIMB):
        head = parsed.tokens[verb.head]
        marks = {t.text.lower() for t in parsed.of(verb, "mark", "advmod")}
        if marks & claim_words("conditions") - {"when", "though"}:
            return False
        if verb.head == verb.i or verb.dep in {"relcl", "acl", "appos"}:
            return True
        if head.lemma in claim_words("asking") or parsed.of(head, "neg"):
            return False
        verb = head
    return False


def _helper(parsed: Parsed, verb: Token) -> Hedged | None:
    """ "may have weakened", "could close"."""
    helpers = parsed.of(verb, "aux", "auxpass")
    words = [t for t in helpers if t.text.lower() in claim_words("open_helpers")]
    return Hedged(verb, words[0].text, _when(parsed, verb, TimeFrame.PLANNED)) if words else None


def _under(parsed: Parsed, verb: Token) -> Hedged | None:
    """ "appears to be", "is thought to have started", "is considering closing", "is likely to"."""
    head = parsed.tokens[verb.head]
    if verb.dep != "xcomp":
        return None
    if not any(t.text.lower() == "to" for t in parsed.of(verb, "aux")):
        is_leaning = verb.tag == "VBG" and head.lemma in claim_words("leaning")
        return Hedged(head, f"{head.text} {verb.text}", TimeFrame.PLANNED) if is_leaning else None
    words = f"{head.text} to"
    if head.lemma in claim_words("seeming") | claim_words("claiming"):
        return Hedged(head, words, _when(parsed, verb, None))
    if head.lemma in claim_words("thought") and parsed.of(head, "auxpass"):
        return Hedged(head, words, _when(parsed, verb, TimeFrame.PRESENT))
    if head.lemma in claim_words("leaning"):
        return Hedged(head, words, TimeFrame.PLANNED)
    above = parsed.tokens[head.head]
    if head.lemma in claim_words("leaning_adjectives") and above.lemma == "be":
        return Hedged(above, words, _when(parsed, verb, TimeFrame.PLANNED))
    return None


def _accused(parsed: Parsed, verb: Token) -> Hedged | None:
    """ "accused him of taking bribes": he is who takes them."""
    of = parsed.tokens[verb.head]
    head = parsed.tokens[of.head]
    if verb.dep != "pcomp" or of.text.lower() != "of" or head.lemma not in {"accuse", "suspect"}:
        return None
    accused = parsed.of(head, "dobj", "nsubjpass")
    return Hedged(verb, f"{head.text} of", TimeFrame.PAST, accused[0]) if accused else None


def _adverb(parsed: Parsed, verb: Token) -> Hedged | None:
    """ "allegedly stole", "was probably killed"."""
    near = [t for t in parsed.of(verb, "advmod") if t.lemma in claim_words("open_adverbs")]
    finite = verb.tag in {"VBD", "VBZ", "VBP"} or parsed.of(verb, "aux", "auxpass")
    return Hedged(verb, near[0].text) if near and finite else None


def _believed(parsed: Parsed, verb: Token) -> Hedged | None:
    """ "police believe that a spark started the fire"."""
    head = parsed.tokens[verb.head]
    if verb.dep != "ccomp" or head.lemma not in claim_words("believing"):
        return None
    finite = verb.tag in {"VBD", "VBZ", "VBP"} or parsed.of(verb, "aux", "auxpass")
    return Hedged(verb, head.text) if finite else None


def _when(parsed: Parsed, verb: Token, otherwise: TimeFrame | None) -> TimeFrame | None:
    return TimeFrame.PAST if any(t.lemma == "have" for t in parsed.of(verb, "aux")) else otherwise


_READERS: tuple[Callable[[Parsed, Token], Hedged | None], ...] = (_helper, _under, _accused, _adverb, _believed)
