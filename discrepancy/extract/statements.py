"""What each stretch of a sentence tells, by its words: for holding tellings against each other that share no grammar.

A claim (see :mod:`~discrepancy.extract.claims`) is read from the grammar of its clause, and two versions of one thing
often share none: "a demand that it turned down", "it said no to the demand". Here a stretch is a bag of words with
figures and persons, with what leaves it open, by whose account it is told, and which side of what matter it takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from discrepancy.extract.clauses import Clause, find_clauses
from discrepancy.extract.quantities import attribution_at
from discrepancy.extract.reading import Reading
from discrepancy.extract.speech import Saying
from discrepancy.extract.stance_parties import BESIDE, is_on_person, matter_of, meant, party_of
from discrepancy.extract.telling_words import CONTENT, Telling, is_speakers, word_of, words_of
from discrepancy.lexicon.oppositions import OTHER, claim_words, deed_of
from discrepancy.lexicon.people import is_saying
from discrepancy.lexicon.stances import PREFIX, ROLES, TOLD, Stance, stances_in
from discrepancy.model import Attribution, BlockRole, Claim, Fact, FactKind, FactRole, Party, Span, Subject, TimeFrame
from discrepancy.text.characters import fold, squeeze
from discrepancy.text.engine import Token

_READ = frozenset({BlockRole.SUMMARY, BlockRole.BODY, BlockRole.CAPTION})
_STOPS = frozenset({";", ":", "—", "–"})
_JOINS = frozenset({"but", "while", "although", "though", "because", "whereas"})
_AFTER_COMMA = frozenset(
    {"and", "which", "who", "where", "when", "as", "after", "before", "saying", "adding", "with", "or", "so", "by"}
)
_RELATIVES = frozenset({"which", "who", "where"})
_OPEN_MARKS = frozenset({"that", "to", "if", "whether", "unless"})
_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_TO_BE = re.compile(
    r"\b(?:is|are|was|were) (?:also |now |not )?(?:due |set |going |about )?to (?!blame)[a-z]|\bwould\b"
)
_ABLE = re.compile(r"\b(?:could|can) (?:\w+ly |only |still )?(?:be )?(?:heard?|seen?|feel|felt|smell|smelt|smelled)\b")
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without", "nobody", "none"})
_LIMITS = frozenset({"until", "till", "before", "unless", "except", "without", "only"})
_ACTIVE = frozenset({"VB", "VBP", "VBZ", "VBG"})
_DENYING = frozenset({"refuse", "decline", "fail", "unable", "cannot"})
_NEGATION_REACH = 4
_FEWEST = 2
_LEAST, _BEHIND, _AHEAD = 20, 60, 45
"""Characters around the verb of a stretch that are shown of it."""
_LEFT, _RIGHT = 34, 20
"""Characters beside a stance that are shown of it."""
_CLIMB = 12
_ASIDES = frozenset({"relcl", "acl"})
_ASIDE = 3
"""Words from which on a clause that hangs on a noun is a stretch of its own."""


_OF_THINGS = frozenset({"assent"})
"""Stances on what is put to somebody: who defeats a person rejects nothing."""


def extract(
    reading: Reading, facts: Sequence[Fact], quotations: Sequence[Fact], sayings: Sequence[Saying]
) -> list[Fact]:
    """A claim for each stretch of the document's sentences, and one for each stance in it.

    Args:
        reading: the document.
        facts: its persons and quantities.
        quotations: its quotations.
        sayings: who says what in it.
    """
    context = Telling(reading, facts, quotations, sayings)
    found: dict[str, Fact] = {}
    for stretch, aside in _stretches(reading):
        for fact in _told(context, stretch, aside=aside):
            found.setdefault(fact.id, fact)
    for clause in find_clauses(reading):
        if reading.block_of(clause.verb.start).role in _READ and not clause.denied:
            for fact in _roles(context, clause):
                found.setdefault(fact.id, fact)
    return list(found.values())


def _roles(context: Telling, clause: Clause) -> Iterator[Fact]:
    """Who does what to whom, where both are named or are people."""
    parsed = context.reading.parsed
    if clause.subject is None or clause.object is None or clause.hedge or clause.verb.lemma in claim_words("mutual"):
        return
    nouns = [meant(context.reading, t) for t in (clause.subject, clause.object)]
    if any(t.pos not in {"NOUN", "PROPN"} for t in nouns):
        return
    agent, patient = (words_of(context, [*parsed.of(t, *BESIDE), t, *parsed.of(t, "appos")], nouns=True) for t in nouns)
    agent, patient = (tuple(w for w in words if not w.startswith("#")) for words in (agent, patient))
    if not agent or not patient or set(agent) & set(patient):
        return
    sentence = parsed.sentence(clause.verb)
    rest = tuple(w for w in words_of(context, sentence) if w not in {*agent, *patient})
    span = Span(clause.verb.start, clause.verb.end)
    near = sorted((clause.subject, clause.verb, clause.object), key=lambda t: t.start)
    shown = Span(near[0].start, near[-1].end)
    particles = [t.lemma for t in parsed.of(clause.verb, "prt")]
    deed = deed_of(" ".join([clause.verb.lemma, *particles])) if particles else ""
    claim = Claim(
        of=ROLES + (deed or word_of(clause.verb)),
        side="yes",
        about=_party_of(shown, agent),
        by=_party_of(shown, patient),
        details=rest,
        lasting=True,
    )
    yield _fact(context, sentence, shown, claim, clause.time, span)


def _stretches(reading: Reading) -> Iterator[tuple[Sequence[Token], bool]]:
    """The sentences, no questions among them, cut where another clause begins; and whether it hangs on a noun."""
    for first, last in reading.parsed.sentences:
        tokens = [t for t in reading.parsed.tokens[first:last] if t.text.strip()]
        role = reading.block_of(tokens[0].start).role if tokens else BlockRole.FURNITURE
        if role not in _READ and role is not BlockRole.HEADLINE:
            continue
        if reading.document.text[tokens[0].start : tokens[-1].end].rstrip("”’\"' ").endswith("?"):
            continue
        for part in _cut(tokens):
            yield from _without_asides(reading, part)


def _without_asides(reading: Reading, part: Sequence[Token]) -> Iterator[tuple[Sequence[Token], bool]]:
    """A stretch apart from the clauses that hang on its nouns, and each of them with its noun.

    "A man suspected of arson was held" tells that he was held, and leaves open that he is an arsonist.
    """
    inside = {t.i: t for t in part}
    home: dict[int, list[Token]] = {}
    for token in part:
        at: Token | None = token
        for _ in range(_CLIMB):
            if at is None or (at.dep in _ASIDES and at.head in inside):
                break
            at = inside.get(at.head) if at.head != at.i else None
        else:
            at = None
        home.setdefault(at.i if at is not None else -1, []).append(token)
    main = home.pop(-1, [])
    for root, tokens in home.items():
        if len(tokens) < _ASIDE:
            main += tokens
        else:
            head = inside[inside[root].head]
            noun = [t for t in reading.parsed.of(head, "amod", "compound", "nummod") if t.i in inside and t.i < head.i]
            yield sorted([*noun, head, *tokens], key=lambda t: t.i), True
    if main:
        yield sorted(main, key=lambda t: t.i), False


def _cut(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The parts of a sentence; what a ", who" opens is one, and what stands behind it goes on with what was before."""
    part: list[Token] = []
    relative: list[Token] | None = None
    for i, token in enumerate(tokens):
        word = token.text.lower()
        behind = tokens[i + 1].text.lower() if i + 1 < len(tokens) else ""
        if word == "," and relative is not None:
            yield relative
            relative = None
        elif word == "," and behind in _RELATIVES and part:
            relative = []
        elif relative is not None:
            relative.append(token)
        elif _ends_part(token, behind) and part:
            yield part
            part = []
        else:
            part.append(token)
    yield from (each for each in (relative, part) if each)


def _ends_part(token: Token, behind: str) -> bool:
    word = token.text.lower()
    joins = word in _JOINS or (token.dep == "mark" and word not in _OPEN_MARKS)
    return word in _STOPS or joins or (word == "," and behind in _AFTER_COMMA)


def _told(context: Telling, stretch: Sequence[Token], *, aside: bool) -> Iterator[Fact]:
    words = words_of(context, stretch)
    text = squeeze(fold(" ".join(t.text for t in stretch if t.text != "May" or t.pos != "PROPN"))).replace(
        " n't", "n't"
    )
    planned = any(t.text.lower() in _FUTURE for t in stretch) or bool(_TO_BE.search(text))
    past = any(
        t.tag in {"VBD", "VBN"} and not (is_saying(t.lemma) or t.lemma in claim_words("finding")) for t in stretch
    )
    time = TimeFrame.PLANNED if planned else TimeFrame.PAST if past else TimeFrame.PRESENT
    verbs = tuple(dict.fromkeys(w for t in stretch if t.pos == "VERB" and (w := word_of(t)) in words))
    denied = any(t.text.lower() in _NEGATIONS - {"without"} for t in stretch)
    hedge = _hedge(text, planned=planned)
    if hedge:
        verbs = _left_open(stretch, hedge, words)
    shown = _shown(stretch, hedge)
    headline = context.reading.block_of(stretch[0].start).role is BlockRole.HEADLINE
    if len(words) >= _FEWEST and not headline:
        claim = Claim(
            of=TOLD,
            side="yes",
            about=_party_of(shown, verbs),
            by=_party_of(shown, befalls) if (befalls := _befalls(context, stretch)) else None,
            details=words,
            denied=denied,
            lasting=not aside,
            hedge=hedge,
        )
        yield _fact(context, stretch, shown, claim, time)
    lemmas = [t.lemma.lower() for t in stretch]
    for stance in _widest(stances_in(lemmas, headline=headline)):
        side, turned = stance.side, _is_denied(stretch, stance)
        if stance.bare and stretch[stance.at[0]].tag in _ACTIVE:
            continue
        if turned and any(t.text.lower() in _LIMITS for t in stretch[stance.at[0] :]):
            continue
        if (turned and not stance.turns) or not (headline or any(stretch[i].pos in {"VERB", "AUX"} for i in stance.at)):
            continue
        own = {word_of(stretch[i]) for i in stance.at} | {"refuse", "declin"}
        at = Span(stretch[stance.at[0]].start, stretch[stance.at[-1]].end)
        shown = Span(_begin(stretch, at), _end(stretch, at))
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
            when = _time_of(stretch, stance, time)
            yield _fact(context, stretch, shown, claim, when, at)


def _befalls(context: Telling, stretch: Sequence[Token]) -> tuple[str, ...]:
    """The words for what the first cause of a stretch brings about: the object of its verb."""
    parsed = context.reading.parsed
    for verb in stretch:
        if verb.pos == "VERB" and verb.lemma in claim_words("causing"):
            found = parsed.of(verb, "nsubjpass") or parsed.of(verb, "dobj")
            return words_of(context, [n for noun in found for n in (*parsed.of(noun, *BESIDE), noun)], nouns=True)
    return ()


def _left_open(stretch: Sequence[Token], hedge: str, words: Sequence[str]) -> tuple[str, ...]:
    """The verb that a hedge leaves open: the first one behind it."""
    first = next((t for t in stretch if t.text.lower() == hedge.split(maxsplit=1)[0]), stretch[0])
    behind = [t for t in stretch if t.i > first.i and t.pos == "VERB" and t.text.lower() not in hedge]
    return (word_of(behind[0]),) if behind and word_of(behind[0]) in words else ()


def _shown(stretch: Sequence[Token], hedge: str) -> Span:
    """The words about the verb of a stretch, or about what leaves it open."""
    first = hedge.split(maxsplit=1)[0] if hedge else ""
    core = next((t for t in stretch if first and t.text.lower() == first), None)
    verbs = [t for t in stretch if t.pos in {"VERB", "AUX"} and not is_saying(t.lemma)]
    core = core or (verbs[0] if verbs else stretch[0])
    at = Span(core.start, core.end)
    start, end = _begin(stretch, at), _end(stretch, at)
    near = [
        t
        for t in stretch
        if start <= t.start and t.end <= end and core.start - _AHEAD <= t.start and t.end <= core.end + _BEHIND
    ]
    return Span(near[0].start, near[-1].end) if near else at


def _time_of(stretch: Sequence[Token], stance: Stance, otherwise: TimeFrame) -> TimeFrame:
    """When a stance is taken, by the words right before its own."""
    first = stance.at[0]
    before = squeeze(" ".join(t.text.lower() for t in stretch[max(0, first - _NEGATION_REACH) : first + 1]))
    if _TO_BE.search(before) or any(word in _FUTURE for word in before.split()):
        return TimeFrame.PLANNED
    return TimeFrame.PAST if otherwise is TimeFrame.PLANNED else otherwise


def _widest(stances: Sequence[Stance]) -> list[Stance]:
    """Of the stances of one matter those that are no part of a longer one."""
    return [
        one for one in stances
        if not any(
            other is not one and other.name == one.name and set(one.at) & set(other.at) and len(other.at) > len(one.at)
            for other in stances
        )
    ]  # fmt: skip


def _is_denied(stretch: Sequence[Token], stance: Stance) -> bool:
    before = stretch[max(0, stance.at[0] - _NEGATION_REACH) : stance.at[0]]
    inside = [stretch[i] for i in range(stance.at[0], stance.at[-1]) if i not in stance.at]
    return bool(sum(t.text.lower() in _NEGATIONS or t.lemma in _DENYING for t in [*before, *inside]) % 2)


def _begin(stretch: Sequence[Token], at: Span) -> int:
    """Where the words shown of a stance begin: with what stands right before it, but no speaker."""
    before = [t for t in stretch if t.start < at.start]
    spoken = [t for t in before if is_saying(t.lemma) and t.pos == "VERB"]
    behind = [t for t in before if (not spoken or t.start > spoken[-1].start) and t.start >= at.start - _LEFT]
    while behind and (behind[0].text in {",", "-", "(", ")"} or behind[0].pos in {"ADP", "CCONJ", "SCONJ", "PART"}):
        behind.pop(0)
    return behind[0].start if behind else at.start


def _end(stretch: Sequence[Token], at: Span) -> int:
    """Where they end: with what stands right behind it, before a comma, which a speaker may follow."""
    comma = next((t.start for t in stretch if t.start >= at.end and t.text in {",", "."}), None)
    last = comma if comma is not None else stretch[-1].end
    return max([t.end for t in stretch if t.end <= min(last, at.end + _RIGHT)], default=at.end)


def _party_of(span: Span, words: tuple[str, ...]) -> Party:
    return Party(start=span.start, end=span.end, head="", modifiers=words)


def _fact(
    context: Telling,
    stretch: Sequence[Token],
    span: Span,
    claim: Claim,
    time: TimeFrame,
    at: Span | None = None,
) -> Fact:
    reading = context.reading
    place = at or span
    mention = reading.mention(*_trimmed(reading, span))
    token = reading.parsed.at(place.start)
    return Fact(
        id=f"{reading.document.id}:{claim.of.replace(' ', '-')}:{place.start}-{place.end}:{claim.side}",
        kind=FactKind.CLAIM,
        mention=mention,
        subject=Subject(head=claim.of, verb=claim.of, text=squeeze(mention.text)),
        value=claim,
        sentence=reading.sentence(token) if token else span,
        role=FactRole.LEVEL,
        time=time,
        attribution=_account(context, at, stretch),
    )


def _account(context: Telling, at: Span | None, stretch: Sequence[Token]) -> Attribution | None:
    """By whose account a stretch is told: its stance, or the first word of it that anybody's account covers."""
    if at is not None:
        return attribution_at(at, context.quotations, context.sayings)
    told = [t for t in stretch if t.pos in CONTENT and not (t.pos == "VERB" and is_saying(t.lemma))]
    told = [t for t in told if not is_speakers(context, t)]
    accounts = [attribution_at(Span(t.start, t.end), context.quotations, context.sayings) for t in told]
    covered = [each for each in accounts if each is not None]
    return covered[0] if covered and len(covered) * 2 >= len(accounts) else None


def _trimmed(reading: Reading, span: Span) -> tuple[int, int]:
    """A stretch without the joining word and the full stop at its ends."""
    text = reading.document.text[span.start : span.end]
    kept = text.rstrip(' .,;:”"')
    return span.start, span.start + max(len(kept), 1)


@cache
def _open(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(claim_words(kind), key=lambda w: (-len(w), w))))})\b")


def _hedge(text: str, *, planned: bool) -> str:
    """The words that leave a stretch open; that somebody could hear a thing leaves nothing open."""
    text = _ABLE.sub(" ", text)
    strong = [m[0] for m in _open("open_past").finditer(text) if m[0] not in claim_words("open_weakly")]
    ahead = [m[0] for m in _open("open_future").finditer(text) if m[0] not in claim_words("open_weakly")]
    if planned and any(word in _FUTURE for word in text.split()):
        ahead = [word for word in ahead if word in claim_words("conditions")]
    if strong and not planned:
        return strong[0]
    if ahead:
        return ahead[0]
    weak = [*_open("open_past").findall(text), *_open("open_future").findall(text)]
    return weak[0] if weak else ""
