"""Who does what to whom, as a claim of its own."""

from __future__ import annotations

from collections.abc import Iterator

from discrepancy.extract.clauses import Clause
from discrepancy.extract.stance_parties import BESIDE, meant
from discrepancy.extract.statement_facts import statement, worded_party
from discrepancy.extract.telling_words import Telling, word_of, words_of
from discrepancy.lexicon.oppositions import claim_words, deed_of
from discrepancy.lexicon.stances import ROLES
from discrepancy.model import Claim, Fact, Span


def roles_told(context: Telling, clause: Clause) -> Iterator[Fact]:
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
    told = {*agent, *patient}
    rest = tuple(w for w in words_of(context, sentence) if w not in told)
    span = Span(clause.verb.start, clause.verb.end)
    near = sorted((clause.subject, clause.verb, clause.object), key=lambda t: t.start)
    shown = Span(near[0].start, near[-1].end)
    particles = [t.lemma for t in parsed.of(clause.verb, "prt")]
    deed = deed_of(" ".join([clause.verb.lemma, *particles])) if particles else ""
    claim = Claim(
        of=ROLES + (deed or word_of(clause.verb)),
        side="yes",
        about=worded_party(shown, agent),
        by=worded_party(shown, patient),
        details=rest,
        lasting=True,
    )
    yield statement(context, sentence, shown, claim, clause.time, span)
