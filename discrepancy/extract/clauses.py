"""Clauses that state something: their verb, whether it is denied, and who takes part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from discrepancy.extract.hedges import find_hedge, may_be_so
from discrepancy.extract.reading import Reading
from discrepancy.lexicon.oppositions import claim_words
from discrepancy.lexicon.people import is_saying
from discrepancy.model import TimeFrame
from discrepancy.text.engine import Parsed, Token

_CLIMB = 6
"""How many clauses up it is looked whether a clause is stated."""
_COMPLEMENTS = ("acomp", "oprd", "attr")
_VERBAL = frozenset({"VERB", "AUX"})
_FUTURE = frozenset({"will", "shall", "'ll", "wo"})
_DENIERS = frozenset({"no", "none", "neither", "nobody", "nothing"})
_LIMITS = frozenset({"until", "till", "before", "unless", "except", "without", "because", "besides", "beyond"})
_RELATIVES = frozenset({"who", "which", "that"})


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause that states something.

    Attributes:
        verb: the token of what is stated ("concede" in "has refused to concede").
        finite: the token that bears tense and subject ("refused").
        subject, object: the nouns; of a passive the object is its subject and the subject who it is done by.
        denied: how often it is denied, by "not", "never", "refused to"; a "no" before its nouns apart.
        time: when it holds.
        lasting: whether it is a general truth, or over: no "has" and no "is being".
        hedge: the words that leave it open; empty where it is stated.
    """

    verb: Token
    finite: Token
    subject: Token | None
    object: Token | None
    denied: int
    time: TimeFrame
    lasting: bool
    hedge: str = ""

    @property
    def decides(self) -> bool:
        """Whether only the decision is stated: "voted to close" closes nothing yet."""
        return self.finite.i != self.verb.i and self.finite.lemma in claim_words("deciding")


def find_clauses(reading: Reading) -> Iterator[Clause]:
    """Every clause that is stated or left open, in order: no question, condition or wish."""
    parsed = reading.parsed
    for token in parsed.tokens:
        if token.pos in _VERBAL and _is_predicate(token):
            clause = _stated(parsed, token) or _left_open(parsed, token)
            if clause is not None:
                yield clause


def _stated(parsed: Parsed, verb: Token) -> Clause | None:
    finite, denied = _finite(parsed, verb)
    if finite is None or not _is_finite(parsed, finite) or not _is_stated(parsed, finite):
        return None
    denials = _denials(parsed, verb, finite)
    if denials is None:
        return None
    subject, done = _parties(parsed, verb, finite)
    time, lasting = _time(parsed, finite)
    return Clause(verb, finite, subject, done, denied + denials, time, lasting)


def _left_open(parsed: Parsed, verb: Token) -> Clause | None:
    """A clause that says what may be, or what somebody believes or accuses somebody of; None where it is denied."""
    hedge = find_hedge(parsed, verb)
    if hedge is None or _denials(parsed, verb, hedge.finite) not in {0, None} or not may_be_so(parsed, hedge.finite):
        return None
    subject, done = _parties(parsed, verb, hedge.finite)
    time = hedge.time or _time(parsed, hedge.finite)[0]
    return Clause(verb, hedge.finite, hedge.subject or subject, done, 0, time, lasting=True, hedge=hedge.words)


def _is_predicate(token: Token) -> bool:
    """Whether a verb bears a clause of its own."""
    if token.dep in {"aux", "auxpass", "amod", "compound"}:
        return False
    return token.pos == "VERB" or token.lemma == "be"


def _finite(parsed: Parsed, verb: Token) -> tuple[Token | None, int]:
    """The verb that bears the tense of ``verb``, and how often the verbs between deny it; None where it is open."""
    if not any(t.text.lower() == "to" for t in parsed.of(verb, "aux")):
        return (None, 0) if verb.dep in {"xcomp", "pcomp", "csubj"} else (verb, 0)
    head = parsed.tokens[verb.head]
    if verb.dep == "xcomp" and head.lemma == "be" and verb.lemma == "blame":
        return head, 0
    if verb.dep == "xcomp" and head.lemma in claim_words("denying"):
        return head, 1
    if verb.dep == "xcomp" and head.lemma in claim_words("achieving") | claim_words("deciding"):
        return head, 0
    if verb.dep == "xcomp" and head.lemma == "have" and any(t.lemma == "yet" for t in parsed.of(head, "advmod")):
        return head, 1
    above = parsed.tokens[head.head]
    if head.dep == "dobj" and head.lemma in claim_words("occasions") and above.lemma == "have":
        return above, sum(t.lemma == "no" for t in parsed.of(head, "det"))
    return None, 0


def _is_finite(parsed: Parsed, verb: Token) -> bool:
    """Whether ``verb`` bears a tense and no "would" or "could"; "Lee, 63, conceded" the grammar takes for none."""
    helpers = parsed.of(verb, "aux", "auxpass")
    words = {t.lemma for t in helpers} | {t.text.lower() for t in helpers}
    if "to" in words or (words & claim_words("modals") and not _is_told_future(parsed, verb)):
        return False
    if _is_participle(parsed, verb):
        return True
    if verb.tag in {"VBD", "VBZ", "VBP"}:
        return True
    if verb.dep == "acl":
        return verb.tag == "VBN" and parsed.tokens[verb.i - 1].text == "," and not helpers and _is_name(parsed, verb)
    return bool(helpers) or (verb.dep == "ROOT" and verb.tag == "VBN" and bool(parsed.of(verb, "nsubj")))


def _is_told_future(parsed: Parsed, verb: Token) -> bool:
    """Whether "would" is the "will" of a plan that is told of in the past: "said that they would not appeal"."""
    helpers = parsed.of(verb, "aux", "auxpass")
    words = {t.text.lower() for t in helpers if t.lemma in claim_words("modals") or t.text.lower() == "would"}
    if words != {"would"} or any(t.lemma == "have" for t in helpers) or _has_condition(parsed, verb):
        return False
    for _ in range(_CLIMB):
        head = parsed.tokens[verb.head]
        if verb.dep == "ccomp":
            return is_saying(head.lemma) and head.tag in {"VBD", "VBN"} and head.lemma not in claim_words("doubting")
        if verb.dep != "conj":
            return False
        verb = head
    return False


def _has_condition(parsed: Parsed, verb: Token) -> bool:
    """Whether an "if" or the like hangs on a verb."""
    marks = {t.text.lower() for clause in parsed.of(verb, "advcl") for t in parsed.of(clause, "mark", "advmod")}
    return bool(marks & claim_words("conditions"))


def _is_participle(parsed: Parsed, verb: Token) -> bool:
    """Whether ``verb`` states by a passive participle: "Rejected by members, the offer", "the offer, rejected by"."""
    if verb.tag != "VBN" or parsed.of(verb, "aux", "auxpass", "nsubj", "nsubjpass"):
        return False
    if verb.dep == "advcl":
        return verb.start < parsed.tokens[verb.head].start and not parsed.of(verb, "mark")
    return verb.dep == "acl" and parsed.tokens[verb.i - 1].text == "," and bool(parsed.of(verb, "agent"))


def _is_name(parsed: Parsed, verb: Token) -> bool:
    """Whether what ``verb`` hangs on is a name left without a verb: no clause, or one that has its own subject."""
    head = parsed.tokens[verb.head]
    above = parsed.tokens[head.head]
    alone = head.head == head.i or (head.dep == "nsubj" and len(parsed.of(above, "nsubj")) > 1)
    return head.pos == "PROPN" and alone


def _is_stated(parsed: Parsed, verb: Token) -> bool:
    """Whether nothing above the clause makes it a condition, a guess, a denial or a wish."""
    for _ in range(_CLIMB):
        marks = {t.text.lower() for t in parsed.of(verb, "mark", "advmod")}
        head = parsed.tokens[verb.head]
        if marks & claim_words("conditions") or _is_inverted(parsed, verb):
            return False
        if verb.head == verb.i or verb.dep in {"relcl", "acl", "appos"}:
            return True
        if verb.dep == "ccomp":
            if not _states(parsed, verb, head):
                return False
        elif verb.dep not in {"conj", "advcl", "parataxis", "dep"}:
            return False
        verb = head
    return False


def _states(parsed: Parsed, verb: Token, head: Token) -> bool:
    """Whether a verb states the clause under it: it says or finds so, and is not denied itself."""
    if parsed.of(head, "neg") or any(t.lemma in claim_words("modals") for t in parsed.of(head, "aux")):
        return False
    if head.lemma in claim_words("doubting"):
        return False
    joined = verb.end <= head.start and not parsed.of(verb, "mark")
    return joined or is_saying(head.lemma) or head.lemma in claim_words("finding")


def _is_inverted(parsed: Parsed, verb: Token) -> bool:
    """Whether a helper stands before the subject, as in "Had 5,000 come" and in a question."""
    subjects = parsed.of(verb, "nsubj", "nsubjpass")
    return bool(subjects) and any(
        t.i < subjects[0].i and t.text.lower() not in _FUTURE for t in parsed.of(verb, "aux", "auxpass")
    )


def _denials(parsed: Parsed, verb: Token, finite: Token) -> int | None:
    """How often "not" and the like deny the clause; None where a word such as "only" or "barely" halves the claim."""
    complements = [t for t in parsed.of(verb, *_COMPLEMENTS, "ccomp") if t.start > verb.start]
    bearers = {verb.i: verb, finite.i: finite, **{t.i: t for t in complements if t.pos == "ADJ"}}
    near = [t for bearer in bearers.values() for t in parsed.of(bearer, "neg", "advmod", "preconj")]
    near += [t for helper in parsed.of(finite, "aux", "auxpass") for t in parsed.of(helper, "neg", "advmod")]
    if any(t.lemma in claim_words("halving") for t in near):
        return None
    denials = sum(t.dep == "neg" or t.lemma == "never" for t in near)
    return None if denials and _is_limited(parsed, verb) else denials


def _is_limited(parsed: Parsed, verb: Token) -> bool:
    """Whether a "not" holds only so long or but for some: "did not sign until Friday"."""
    words = {t.text.lower() for t in parsed.of(verb, "prep", "mark", "advmod")}
    words |= {t.text.lower() for clause in parsed.of(verb, "advcl", "pcomp") for t in parsed.of(clause, "mark")}
    return bool(words & _LIMITS)


def _parties(parsed: Parsed, verb: Token, finite: Token) -> tuple[Token | None, Token | None]:
    """Who does it and to what it is done; who does it is None where a passive does not say."""
    subject = _subject(parsed, finite)
    if (
        parsed.of(verb, "auxpass")
        or parsed.of(verb, "nsubjpass")
        or _shares_passive(parsed, verb)
        or _is_participle(parsed, verb)
    ):
        agents = [noun for by in parsed.of(verb, "agent") for noun in parsed.of(by, "pobj")]
        return (agents[0] if agents else None), subject
    objects = parsed.of(verb, "dobj")
    named = [t for c in parsed.of(verb, "ccomp") if c.pos == "ADJ" for t in parsed.of(c, "nsubj")]
    there = parsed.of(verb, "attr") if parsed.of(verb, "expl") else []
    if there:
        return there[0], None
    return subject, next(iter([*objects, *named]), None)


def _shares_passive(parsed: Parsed, verb: Token) -> bool:
    """Whether a participle shares the "was" of the verb that it is joined to ("was found and arrested")."""
    head = parsed.tokens[verb.head]
    return verb.dep == "conj" and verb.tag == "VBN" and not parsed.of(verb, "aux") and bool(parsed.of(head, "auxpass"))


def _subject(parsed: Parsed, verb: Token) -> Token | None:
    """The noun that a verb's subject is, through "who" and through verbs joined by "and"."""
    for _ in range(_CLIMB):
        bearers = [verb, *parsed.of(verb, "aux", "auxpass")]
        subjects = [t for bearer in bearers for t in parsed.of(bearer, "nsubj", "nsubjpass")]
        if subjects:
            last = subjects[-1]
            return _meant(parsed, verb) or last if last.text.lower() in _RELATIVES else last
        if verb.dep == "acl":
            return parsed.tokens[verb.head]
        if verb.dep not in {"conj", "advcl"} or (verb.dep == "advcl" and verb.tag not in {"VBN", "VBG"}):
            return None
        verb = parsed.tokens[verb.head]
    return None


def _meant(parsed: Parsed, verb: Token) -> Token | None:
    """The noun that "which" stands for as the subject of ``verb``: "rain, which officials say weakened it" too."""
    above = parsed.tokens[verb.head]
    bearer = above if verb.dep == "ccomp" and above.dep == "relcl" else verb
    return parsed.tokens[bearer.head] if bearer.dep == "relcl" else None


def _time(parsed: Parsed, verb: Token) -> tuple[TimeFrame, bool]:
    helpers = parsed.of(verb, "aux", "auxpass")
    words = {t.text.lower() for t in helpers}
    if words & _FUTURE or _is_told_future(parsed, verb):
        return TimeFrame.PLANNED, True
    past = verb.tag == "VBD" or (verb.tag == "VBN" and not helpers) or any(t.tag == "VBD" for t in helpers)
    open_ended = any(t.lemma in {"have", "be"} for t in helpers) or verb.lemma in {"be", "have"}
    return (TimeFrame.PAST, True) if past else (TimeFrame.PRESENT, not open_ended)


def denies(word: str) -> bool:
    """Whether a word before or in place of a noun says that there is none."""
    return word in _DENIERS
