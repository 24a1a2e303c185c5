"""Nouns that act as persons: "the minister smiled" is somebody named before, "a neighbour wept" nobody with a name.

Either way a "he" or "she" behind them means them rather than whoever was named before.
"""

from __future__ import annotations

import re

from discrepancy.extract.antecedents import Heard, Hearings
from discrepancy.extract.cast import Cast, is_human
from discrepancy.extract.holders import holder
from discrepancy.extract.reading import Reading
from discrepancy.model import Fact, Span
from discrepancy.text.engine import Token

ACTING = frozenset({"nsubj", "nsubjpass"})
"""How the subject of a verb hangs on it."""
_MAIN = frozenset({"ROOT", "conj", "parataxis"})
_NEW = frozenset({"a", "an", "one", "another"})
"""What stands before a noun that brings in somebody new; "the striker" may be anybody named before."""
_FIRMS = frozenset(
    "agency bank body board broker builder carrier chair club company developer employer group holder insurer lender "
    "maker manufacturer member model monitor number operator owner pair partner party pilot producer prop publisher "
    "regulator retailer rival seller supplier team union victim".split()
)
"""Role nouns that as often mean a firm or a thing: no "he" is taken from a person named before on their account."""
_BESIDE, _BEHIND = 12, 80
"""Characters between quoted words and the pronoun behind or the verb before them."""
_ASKED = 400
"""Characters between a question and its answer."""
_ANSWERING = frozenset({"reply", "answer", "respond", "retort"})
_OWN_NAME = re.compile(r"\b(?:I am|I['’]m|[Mm]y name is|[Tt]his is|I,)\s")


def acting(reading: Reading, cast: Cast, token: Token, heard: Hearings) -> Heard | None:
    """The person whom ``token`` means, the subject of a verb outside quotations, or the noun itself where it has none.

    Args:
        reading: the document.
        cast: its persons.
        token: any token.
        heard: who acted or spoke before it, in order.

    Returns:
        None where the token is no such subject: a name, a plural, a firm's or a thing's noun.
    """
    if token.dep not in ACTING or token.tag not in {"NN", "NNP"} or not is_human(token.text):
        return None
    if reading.quote_at(token.start) is not None or _is_named(reading, cast, token):
        return None
    front = [t for t in reading.parsed.of(token, "det", "poss", "amod", "compound", "nmod", "nummod") if t.i < token.i]
    start = min((reading.parsed.subtree(t)[0].start for t in front), default=token.start)
    person = holder(reading, cast, token, reading.document.text[start : token.end], heard)
    if person is not None:
        return Heard(token.start, person)
    brought_in = any(t.text.lower() in _NEW or t.dep == "poss" for t in front) and token.dep == "nsubj"
    verb = reading.parsed.tokens[token.head]
    return Heard(token.start, None, token) if brought_in and may_be_nameless(token, verb) else None


def may_be_nameless(token: Token, verb: Token) -> bool:
    """Whether a noun in lower case stands for one person, never for a firm or a thing, and acts in the main clause.

    A verb that somebody reports, or that tells of a noun, does not count.
    """
    if token.tag != "NN" or not token.text.islower() or token.text in _FIRMS or not is_human(token.text):
        return False
    return verb.dep in _MAIN


def _is_named(reading: Reading, cast: Cast, token: Token) -> bool:
    """Whether a noun is a part of a name, stands right before one or has one in apposition: then the name acts."""
    beside = [*reading.parsed.tokens[token.i : token.i + 2], *reading.parsed.of(token, "appos")]
    return any(each.pos == "PROPN" or cast.at(Span(each.start, each.end)) is not None for each in beside)


# --- Whom a pronoun beside quoted words does not mean ---


def not_meant(reading: Reading, cast: Cast, pronoun: Token, verb: Token) -> frozenset[str]:
    """The keys of persons whom "he said" beside a quotation can not mean.

    They are those whom the quoted words name as others.
    """
    found: set[str] = set()
    block = reading.block_of(verb.start)
    first, last = min(pronoun.start, verb.start), max(pronoun.end, verb.end)
    before = [q for q in reading.quoted.over(first - _BESIDE, first) if block.start <= q.start and q.end <= first]
    behind = reading.quoted.begun(last, min(last + _BEHIND, block.end))
    for quote in [*before[-1:], *behind[:1]]:
        inside = cast.named.begun(quote.start, quote.end)
        own = _OWN_NAME.search(reading.document.text, quote.start, quote.end)
        found |= {cast.key(f) for f in inside if not (own and own.end() == f.mention.start)}
    return frozenset(found)


def asked(reading: Reading, cast: Cast, pronoun: Token, verb: Token) -> Fact | None:
    """The person who was asked last, for the "he" of "he replied"."""
    asking = _asking(reading, pronoun) if verb.lemma in _ANSWERING else None
    if asking is None:
        return None
    objects = reading.parsed.of(asking, "dobj", "dative", "nsubjpass")
    named = [t for each in objects for t in (each, *reading.parsed.of(each, "appos"))]
    facts = [fact for t in named if (fact := cast.at(Span(t.start, t.end)))]
    return next((fact for fact in facts if cast.fits(fact, pronoun.text.lower())), None)


def without_asker(
    reading: Reading, cast: Cast, pronoun: Token, verb: Token, heard: Hearings
) -> tuple[Hearings, frozenset[str]]:
    """Those of ``heard`` who may answer: all but whoever asked last; and the asker's key, where it has one."""
    asking = _asking(reading, pronoun) if verb.lemma in _ANSWERING else None
    if asking is None:
        return heard, frozenset()
    askers = frozenset(cast.key(h.fact) for h in heard.between(asking.start, asking.start + 1) if h.fact)
    return heard.without(asking.start), askers


def _asking(reading: Reading, pronoun: Token) -> Token | None:
    """The last verb of asking before ``pronoun``, outside quoted words."""
    before = reading.parsed.within(max(0, pronoun.start - _ASKED), pronoun.start)
    return next((t for t in reversed(before) if t.lemma == "ask" and reading.quote_at(t.start) is None), None)
