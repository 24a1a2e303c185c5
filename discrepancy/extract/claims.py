"""Claims as facts: what a clause states of someone or something, and whether it is said to be so or not."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from discrepancy.extract.accounts import Accounts
from discrepancy.extract.cast import Cast
from discrepancy.extract.clauses import Clause
from discrepancy.extract.parties import read_party
from discrepancy.extract.reading import Reading
from discrepancy.extract.spots import Spots
from discrepancy.lexicon.oppositions import CAUSE, OTHER, claim_words, claimed, opposite_adjective, sides_of, thing
from discrepancy.lexicon.people import is_saying
from discrepancy.model import BlockRole, Claim, Date, Fact, FactKind, FactRole, Party, Span, Subject
from discrepancy.text.characters import squeeze
from discrepancy.text.engine import Parsed, Token

_READ = frozenset({BlockRole.SUMMARY, BlockRole.BODY, BlockRole.CAPTION})
"""Blocks whose clauses are claims: a headline's grammar is not read for sure, a correction tells what was wrong."""
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "VERB"})
_SHUT = frozenset(
    {"ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "nsubj", "nsubjpass", "agent", "csubj", "appos"}
)
_WHO = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_LONG = 80
"""Characters up to which a claim is shown with its subject."""
_PARTS = frozenset({"half", "quarter", "period", "round", "season"})
_BARE = 2
"""Words of a verb group up to which it is shown with what stands behind it."""


@dataclass(frozen=True, slots=True)
class _Context:
    reading: Reading
    cast: Cast
    accounts: Accounts
    dates: Spots[Date]


def extract(
    reading: Reading,
    clauses: Sequence[Clause],
    cast: Cast,
    accounts: Accounts,
    dates: Spots[Date],
) -> list[Fact]:
    """Every claim of the document's body, in order; one a clause.

    Args:
        reading: the document.
        clauses: its clauses that state something.
        cast: its persons.
        accounts: who tells what in it.
        dates: its dates.
    """
    context = _Context(reading, cast, accounts, dates)
    found: dict[str, Fact] = {}
    for clause in clauses:
        for claim in _claims(context, clause) if _is_read(reading, clause) else ():
            fact = _fact(context, clause, claim)
            found.setdefault(fact.id, fact)
    return list(found.values())


def _is_read(reading: Reading, clause: Clause) -> bool:
    """Whether the clause stands in a block that is read, and in no question."""
    sentence = reading.sentence(clause.verb)
    asks = reading.document.text[sentence.start : sentence.end].rstrip("”’\"' ").endswith("?")
    return not asks and reading.block_of(clause.verb.start).role in _READ


def _fact(context: _Context, clause: Clause, claim: Claim) -> Fact:
    reading = context.reading
    start, end = _shown(reading.parsed, clause)
    mention = reading.mention(start, end)
    shown, when = squeeze(mention.text), _date(context, clause)
    return Fact(
        id=f"{reading.document.id}:claim:{clause.verb.start}:{claim.of.replace(' ', '-')}:{claim.side}",
        kind=FactKind.CLAIM,
        mention=mention,
        subject=Subject(
            head=claim.about.head,
            modifiers=claim.about.modifiers,
            verb=claim.of,
            text=shown,
        ),
        value=claim,
        sentence=reading.sentence(clause.verb),
        role=FactRole.LEVEL,
        time=clause.time,
        time_text=when.text if when else "",
        when=when,
        attribution=context.accounts.of(Span(clause.verb.start, clause.verb.end)),
    )


def _claims(context: _Context, clause: Clause) -> Iterator[Claim]:
    """What the clause says: a side of an opposition, and the plain verb where only that can be denied."""
    reading, verb = context.reading, clause.verb
    nouns = {noun.i: noun for noun in (clause.subject, clause.object) if noun is not None}
    parties = {i: party for i, noun in nouns.items() if (party := read_party(reading, context.cast, noun))}
    if not clause.denied:
        yield from _causes(reading.parsed, clause, parties)
    if not nouns or len(parties) < len(nouns):
        return
    denied = bool((clause.denied + sum(party.scope == "none" for party in parties.values())) % 2)
    sides = () if clause.decides else sides_of(verb.lemma, _beside(reading.parsed, verb))
    for side in sides if not denied else [side for side in sides if side.turns]:
        about = clause.subject if side.of == "subject" else clause.object
        told = OTHER[side.side] if denied else side.side
        if about is not None:
            yield _made(reading.parsed, clause, (side.opposition, told), about, parties)
    of, plain = _of(reading.parsed, clause), clause.object or clause.subject
    if of and plain is not None and not any(side.turns for side in sides):
        of, turned = _turned(of)
        said = _made(reading.parsed, clause, (of, "no" if denied != turned else "yes"), plain, parties)
        yield replace(said, denied=said.denied != turned)


def _turned(of: str) -> tuple[str, bool]:
    """What "is unsafe" claims, by the word that it is the opposite of, and whether it is."""
    base = opposite_adjective(of.removeprefix("be ")) if of.startswith("be ") else ""
    return (f"be {base}", True) if base else (of, False)


def _causes(parsed: Parsed, clause: Clause, parties: Mapping[int, Party]) -> Iterator[Claim]:
    """That one thing made another happen ("rain brought down the dam", "a broken rail was to blame")."""
    verb, cause, effect = clause.verb, clause.subject, clause.object
    words = " ".join([verb.lemma, *(t.lemma for t in parsed.of(verb, "prt"))])
    if verb.lemma == "blame":
        cause = clause.subject if clause.finite.lemma == "be" else clause.object
        effect = None
    elif words not in claim_words("causing") or effect is None:
        return
    party = parties.get(cause.i) if cause is not None else None
    if party is None or cause is None or cause.ent in _WHO or cause.pos not in {"NOUN", "PRON"}:
        return
    told = parties.get(effect.i) if effect is not None else None
    hedge = clause.hedge or (verb.text if verb.lemma == "blame" and clause.finite.lemma != "be" else "")
    yield Claim(of=CAUSE, side="yes", about=party, by=told, lasting=True, hedge=hedge)


def _made(parsed: Parsed, clause: Clause, said: tuple[str, str], about: Token, parties: Mapping[int, Party]) -> Claim:
    by = clause.subject if clause.subject is not None and clause.subject.i != about.i else None
    details = _details(parsed, clause, {about.i, by.i if by else about.i})
    if clause.object is not None and clause.object.i != about.i and clause.object.dep == "nsubjpass":
        details = (*details, thing(clause.object.lemma))
    return Claim(
        of=said[0],
        side=said[1],
        about=parties[about.i],
        by=parties[by.i] if by else None,
        details=details,
        denied=bool((clause.denied + sum(party.scope == "none" for party in parties.values())) % 2),
        lasting=clause.lasting,
        hedge=clause.hedge,
    )


def _of(parsed: Parsed, clause: Clause) -> str:
    """What a plain verb claims; empty where it is too light to, or says or wants something of another clause."""
    verb = clause.verb
    if verb.lemma == "blame" or parsed.of(verb, "xcomp") or (parsed.of(verb, "ccomp") and verb.lemma != "be"):
        return ""
    if verb.lemma == "be":
        if parsed.of(verb, "expl"):
            return "be there"
        complement = parsed.of(verb, "acomp", "attr") or [
            noun for prep in parsed.of(verb, "prep") if prep.text.lower() in {"in", "on", "at"}
            for noun in parsed.of(prep, "pobj")
        ]  # fmt: skip
        return f"be {complement[0].lemma}" if complement and complement[0].pos in {"ADJ", "NOUN"} else ""
    particles = [t.lemma for t in parsed.of(verb, "prt")]
    particles += [t.lemma for t in parsed.of(verb, "prep") if t.i == verb.i + 1 and t.lemma == "out"]
    light = verb.lemma in claim_words("light") and not particles and clause.object is None
    told = verb.lemma in claim_words("told") and bool(parsed.of(verb, "auxpass"))
    if light or (is_saying(verb.lemma) and verb.lemma not in claim_words("acts") and not told):
        return ""
    return ("decide to " if clause.decides else "") + claimed(" ".join([verb.lemma, *particles]))


def _beside(parsed: Parsed, verb: Token) -> frozenset[str]:
    """The lemmas that stand with a verb in its own clause, its preposition "for" and "against" too."""
    found = {t.lemma for t in parsed.of(verb, "acomp", "oprd", "attr", "prt", "dobj", "advmod")}
    found |= {t.text.lower() for t in parsed.of(verb, "dobj")}
    found |= {t.lemma for t in parsed.of(verb, "ccomp") if t.pos == "ADJ"}
    for prep in parsed.of(verb, "prep"):
        found.add(prep.text.lower())
        for noun in parsed.of(prep, "pobj"):
            found |= {noun.lemma, noun.text.lower()} | {t.lemma for t in parsed.of(noun, "amod")}
    return frozenset(found)


def _details(parsed: Parsed, clause: Clause, apart: Container[int]) -> tuple[str, ...]:
    """What the clause says besides its verb and the nouns ``apart``, by their places: lemmas, in order."""
    found: list[str] = []
    named = clause.object if clause.object is not None and clause.object.pos == "PROPN" else None
    pending = [clause.verb, *(parsed.of(named, "prep") if named else [])]
    while pending:
        token = pending.pop(0)
        for child in parsed.of(token):
            if child.i in apart or child.dep in _SHUT:
                continue
            pending.append(child)
            manner = child.pos == "ADV" and child.text.endswith("ly")
            if child.ent in {"DATE", "TIME"} and not _is_part(parsed, child):
                continue
            if (child.pos in _CONTENT or manner) and child.dep not in {"prt", "acomp", "oprd", "attr"}:
                found.append(thing(child.lemma))
    return tuple(found)


def _is_part(parsed: Parsed, word: Token) -> bool:
    """Whether a word of time is no date but a part or a length: "second half", "for two hours", "evening flights"."""
    head = parsed.tokens[word.head]
    kind = word.dep in {"compound", "nummod"} and word.pos != "PROPN" and head.ent not in {"DATE", "TIME"}
    return kind or word.pos == "ADJ" or word.lemma in _PARTS or (word.dep == "pobj" and head.text.lower() == "for")


def _shown(parsed: Parsed, clause: Clause) -> tuple[int, int]:
    """The words that say it: the verb with what denies and completes it, and its subject where that stands near."""
    verb, finite = clause.verb, clause.finite
    tokens = [verb, finite, *parsed.of(finite, "aux", "auxpass", "neg"), *parsed.of(verb, "neg", "prt", "aux")]
    for complement in parsed.of(verb, "acomp", "oprd", "attr", "ccomp"):
        if complement.pos in {"ADJ", "NOUN"}:
            tokens += [complement, *parsed.of(complement, "neg", "det", "amod")]
    for noun in parsed.of(verb, "dobj"):
        tokens += [t for t in parsed.subtree(noun) if t.i <= noun.i]
    preps = parsed.of(verb, "prep")
    for noun in [n for prep in preps[:1] for n in parsed.of(prep, "pobj")] if len(tokens) <= _BARE else []:
        tokens += [t for t in parsed.subtree(noun) if t.i <= noun.i]
    start, end = min(t.start for t in tokens), max(t.end for t in tokens)
    for subject in parsed.of(finite, "nsubj", "nsubjpass", "expl"):
        first = min(t.start for t in parsed.subtree(subject))
        if first < start and end - first <= _LONG:
            start = first
    return start, end


def _date(context: _Context, clause: Clause) -> Date | None:
    """The first date in the clause's own words."""
    tokens = context.reading.parsed.subtree(clause.finite)
    low, high = tokens[0].start, tokens[-1].end
    inside = [d for d in context.dates.begun(low, high) if d.type in {"DATE", "TIME"}]
    return min(inside, key=lambda d: abs(d.start - clause.verb.start), default=None)
