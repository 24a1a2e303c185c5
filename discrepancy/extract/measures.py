"""What a quantity measures: the counted noun with its modifiers, whose it is, the verb and the place.

An elliptic figure ("another 35,000 are stationed in the south", "bringing the total to 350,000", "killed over 14,000")
takes its noun from where a reader would: the verb, its subject or object, or the figure before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from discrepancy.extract.reading import Reading
from discrepancy.lexicon import words
from discrepancy.lexicon.measures import concept_of, happens_to_people, is_generic, is_known, is_people
from discrepancy.lexicon.people import is_title_word
from discrepancy.lexicon.places import country_of
from discrepancy.model import Quantity, QuantityKind, Span, Subject
from discrepancy.text.characters import fold
from discrepancy.text.engine import Parsed, Token

_NOUN = frozenset({"NOUN", "PROPN"})
_INSIDE = frozenset(
    {"nummod", "quantmod", "amod", "compound", "nmod", "npadvmod", "advmod", "appos", "poss", "dep", "punct"}
)
_NAMED = frozenset({"PERSON", "GPE", "ORG", "NORP"})
_SUBJECTS = ("nsubj", "nsubjpass")
_UNTELLING = frozenset({"estimate", "estimated", "more", "other", "another", "additional", "further", "new", "own", "total", "last", "next", "first", "many", "few", "same", "about", "some", "such", "least", "most", "up", "over", "overall", "combined", "initial"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Site:
    """Where a quantity stands in the sentence: its outermost token, the noun it counts, the verb above it."""

    anchor: Token
    noun: Token | None
    verb: Token | None
    prep: Token | None
    """The preposition that hangs the figure on its verb ("to" in "rose to 40")."""
    figures: tuple[Span, ...] = ()
    """Where this figure and all others of its block stand."""
    inside: frozenset[int] = frozenset()
    """The indices of the tokens of this figure and of all other figures: a unit among them counts nothing."""


def site_of(reading: Reading, quantity: Quantity, others: Sequence[Quantity]) -> Site | None:
    """Find the place of ``quantity`` (offsets into the document) among ``others``; None where no token is there."""
    parsed = reading.parsed
    inside = parsed.within(quantity.start, quantity.end)
    if not inside:
        return None
    places = {token.i for token in inside}
    outer = [t for t in inside if t.head not in places or t.head == t.i]
    anchor = outer[-1] if len(outer) == 1 else _main(outer)
    spans = tuple(Span(q.start, q.end) for q in others)
    figures = frozenset(t.i for span in spans for t in parsed.within(span.start, span.end)) | places
    noun = _noun(parsed, anchor, quantity, figures)
    while noun is not None and noun.dep == "compound" and parsed.tokens[noun.head].pos in _NOUN:
        noun = parsed.tokens[noun.head]
    prep = _preposition(parsed, noun or anchor)
    return Site(anchor, noun, _verb(parsed, noun or anchor), prep, spans, figures)


def _main(outer: Sequence[Token]) -> Token:
    """Of several outer tokens the one that hangs on a noun or a verb rather than on punctuation."""
    ranked = [t for t in outer if t.dep not in {"punct", "dep", "prep", "det"}]
    return (ranked or list(outer))[0]


def _noun(parsed: Parsed, anchor: Token, quantity: Quantity, places: frozenset[int]) -> Token | None:
    """The noun that the figure counts or measures, from its own phrase; None where the phrase has none."""
    head = parsed.tokens[anchor.head]
    if head.i not in places and anchor.dep in _INSIDE and head.pos in _NOUN:
        return head
    if anchor.pos in _NOUN and quantity.kind is QuantityKind.COUNT and not any(c.isdigit() for c in anchor.text):
        return anchor if anchor.i not in places else _complement(parsed, anchor)
    found = _complement(parsed, anchor)
    if found is None and quantity.kind is QuantityKind.MONEY:
        found = _complement(parsed, anchor, "in")
    if found is None and head.i not in places and anchor.dep in {"quantmod", "nummod", "compound", "nmod"}:
        found = _complement(parsed, head)
    if found is None and anchor.dep == "pobj" and head.text.lower() == "of":
        above = parsed.tokens[head.head]
        return above if above.pos in _NOUN else None
    return found


def _complement(parsed: Parsed, token: Token, preposition: str = "of") -> Token | None:
    """The noun in "84 tons of ammunition", "tens of thousands of people", or with "in", "$2 million in damages"."""
    for of in parsed.of(token, "prep"):
        if of.text.lower() == preposition:
            for noun in parsed.of(of, "pobj"):
                return noun if noun.pos == "NOUN" or (noun.pos == "PROPN" and preposition == "of") else None
    return None


def _preposition(parsed: Parsed, token: Token) -> Token | None:
    head = parsed.tokens[token.head]
    return head if token.dep in {"pobj", "pcomp"} and head.pos in {"ADP", "SCONJ", "PART"} else None


def _verb(parsed: Parsed, token: Token) -> Token | None:
    """The nearest verb above ``token``."""
    for _ in range(12):
        if token.pos in {"VERB", "AUX"}:
            return token
        if token.head == token.i:
            return None
        token = parsed.tokens[token.head]
    return None


def measure(reading: Reading, quantity: Quantity, site: Site, before: Subject | None) -> Subject:
    """What ``quantity`` at ``site`` measures.

    Args:
        reading: the document.
        quantity: the figure, with offsets into the document.
        site: where it stands.
        before: the measure of the figure read before it in this sentence or the last, which an elliptic one shares.
    """
    parsed = reading.parsed
    noun = site.noun
    counted = quantity.kind is QuantityKind.COUNT
    if noun is not None and is_generic(noun.lemma):
        noun = _complement(parsed, noun)
    if counted and (noun is None or is_people(noun.lemma)):
        done = _happening(parsed, site, noun)
        if done is not None:
            return _of_people(reading, noun, done, site)
    if noun is None:
        noun = _from_clause(reading, site, quantity)
    if noun is None and before is not None and counted:
        return _borrowed(reading, before, site)
    return _subject(reading, noun, noun.lemma if noun else "", site, "")


def _happening(parsed: Parsed, site: Site, noun: Token | None) -> Token | None:
    """The verb that says what happens to the people counted: above them, or a participle right after the figure."""
    beside = parsed.of(noun or site.anchor, "acl", "amod", "relcl")
    after = parsed.tokens[site.anchor.i + 1 : site.anchor.i + 2]
    for token in (site.verb, *beside, *after):
        if token is not None and (token.pos in {"VERB", "ADJ"} or token.tag == "VBN") and happens_to_people(token.lemma):
            return token
    return None


def _of_people(reading: Reading, noun: Token | None, done: Token, site: Site) -> Subject:
    """The measure of a count of people by what happens to them."""
    shown = " ".join([noun.text if noun else "people", *([done.text] if done.tag in {"VBN", "VBD"} else [])])
    own = _subject(reading, noun, happens_to_people(done.lemma), site, shown)
    return replace(own, verb=done.lemma)


def _borrowed(reading: Reading, before: Subject, site: Site) -> Subject:
    """The measure of the figure before, in this figure's own clause and place."""
    own = _subject(reading, None, before.head, site, before.text)
    return Subject(
        head=before.head,
        concept=before.concept,
        modifiers=before.modifiers,
        owner=before.owner or own.owner,
        verb=own.verb or before.verb,
        places=own.places,
        text=before.text,
    )


def _from_clause(reading: Reading, site: Site, quantity: Quantity) -> Token | None:
    """The noun of an elliptic figure from its clause: what rises to it, what is put at it."""
    parsed, verb = reading.parsed, site.verb
    if verb is None:
        return None
    hung = parsed.tokens[site.prep.head] if site.prep else None
    if hung is not None and hung.pos in _NOUN and is_known(f"{parsed.tokens[hung.i - 1].lemma} {hung.lemma}"):
        return parsed.tokens[hung.i - 1]
    objects = [t for t in parsed.of(verb, "dobj") if not quantity.start <= t.start < quantity.end]
    subjects = [t for t in parsed.of(verb, *_SUBJECTS) if t.start < quantity.start]
    hung_on = site.prep is not None and site.prep.head == verb.i
    if not subjects and not objects and verb.dep in {"conj", "advcl", "xcomp", "relcl", "acl"}:
        above = parsed.tokens[verb.head]
        subjects = [above] if above.pos in _NOUN else parsed.of(above, *_SUBJECTS)
    measured_object = quantity.kind is not QuantityKind.COUNT and site.anchor.dep == "dobj"
    for noun in (objects if hung_on else []) + ([] if measured_object else subjects) + objects:
        if noun.i not in site.inside and _is_thing(reading, noun):
            if not is_generic(noun.lemma) or noun.text.lower() == "shares":
                return noun
            full = _complement(parsed, noun)
            if full is not None:
                return full
            if parsed.of(noun, "compound"):
                return noun
    return None


def _is_thing(reading: Reading, noun: Token) -> bool:
    """Whether a subject or object can be the thing measured, and is not one who acts or speaks."""
    named = noun.ent in _NAMED or reading.is_person(noun)
    return noun.pos in _NOUN and not named and not _is_agent(noun)


def _is_agent(noun: Token) -> bool:
    return is_title_word(noun.lemma) or noun.lemma in words("agent_nouns")


def _subject(reading: Reading, noun: Token | None, head: str, site: Site, text: str) -> Subject:
    """The parts of the measure, from its noun (if there is one) and from the clause around it."""
    parsed = reading.parsed
    near = parsed.of(noun, "amod", "compound", "nmod", "poss") if noun else []
    owner = next((o for o in (_owner(reading, t) for t in near) if o), "") or _actor(reading, site)
    modifiers = tuple(_form(t) for t in near if t.dep != "poss" and t.i not in site.inside and _tells(t))
    concept = _concept(parsed, noun, head, near)
    places = tuple(dict.fromkeys(_places(parsed, noun, site)))
    shown = text or _shown(noun, near)
    return Subject(
        head=head,
        concept=concept,
        modifiers=modifiers,
        owner=owner,
        verb=site.verb.lemma if site.verb else "",
        places=tuple(p for p in places if p != owner),
        text=shown,
    )


def _concept(parsed: Parsed, noun: Token | None, head: str, near: Sequence[Token]) -> str:
    """What kind of thing is counted: by the longest phrase around the noun that the lexicon knows, else by the noun."""
    if noun is not None:
        after = [t.text.lower() for t in parsed.tokens[noun.i : noun.i + 6]]
        phrases = [" ".join(after[:n]) for n in range(len(after), 1, -1)] + [f"{t.lemma} {head}" for t in near]
        for phrase in phrases:
            if is_known(phrase):
                return concept_of(phrase)
        if is_known(noun.text.lower()):
            return concept_of(noun.text.lower())
    return concept_of(head)


def _form(token: Token) -> str:
    """A modifier as it is compared: a participle as it stands ("operating"), else the lemma."""
    return token.text.lower() if token.pos == "VERB" else token.lemma


def _tells(token: Token) -> bool:
    """Whether a modifier narrows what is measured: no figure, no hedge, no demonym (that is the owner)."""
    return (
        token.pos in {"ADJ", "NOUN", "PROPN", "VERB"} and token.lemma not in _UNTELLING and not country_of(token.text)
    )


def _owner(reading: Reading, token: Token) -> str:
    """The owner that a modifier names: a country by its demonym, a possessor, a proper name."""
    country = country_of(token.text)
    if country:
        return country
    if reading.is_person(token):
        return ""
    if token.dep == "poss" and token.pos == "PROPN":
        return fold(token.text)
    if token.dep == "poss" and token.pos == "NOUN":
        return next((o for o in (_owner(reading, t) for t in reading.parsed.of(token, "amod", "compound", "poss")) if o), "")
    return fold(token.text) if token.pos == "PROPN" and token.ent in {"ORG", "GPE"} else ""


def _actor(reading: Reading, site: Site) -> str:
    """Who acts on the thing measured: the subject of the verb above it, or of the verbs above that."""
    parsed, verb = reading.parsed, site.verb
    for _ in range(4):
        if verb is None:
            return ""
        for subject in parsed.of(verb, "nsubj"):
            if site.noun is not None and subject.i == site.noun.i:
                continue
            for token in (subject, *parsed.of(subject, "amod", "compound", "poss", "nmod")):
                country = country_of(token.text)
                if country:
                    return country
            if subject.pos == "PROPN" and subject.ent in _NAMED and not reading.is_person(subject):
                return fold(subject.text)
            return ""
        if verb.dep not in {"advcl", "xcomp", "conj", "acl", "relcl", "pcomp"}:
            return ""
        verb = _verb(parsed, parsed.tokens[verb.head])
    return ""


_WHERE = frozenset(
    {"in", "at", "near", "on", "along", "across", "around", "to", "from", "outside", "inside", "off", "into"}
)


def _places(parsed: Parsed, noun: Token | None, site: Site) -> Iterator[str]:
    """Places that prepositions hang on the noun, on the figure, or on the verb."""
    above = [t for t in (noun, site.anchor, site.verb) if t is not None]
    pending = [prep for t in above for prep in parsed.of(t, "prep", "acomp", "advmod")]
    for _ in range(3):
        deeper: list[Token] = []
        for prep in pending:
            deeper += parsed.of(prep, "prep")
            for place in parsed.of(prep, "pobj"):
                if prep.text.lower() in _WHERE:
                    yield from _place_names(parsed, place)
                deeper += parsed.of(place, "prep")
        pending = deeper


def _place_names(parsed: Parsed, place: Token) -> Iterator[str]:
    for token in (place, *parsed.of(place, "poss", "compound", "amod", "conj")):
        if token.pos == "PROPN" and token.ent not in {"DATE", "TIME", "PERSON"}:
            yield country_of(token.text) or fold(token.text)
    if place.pos == "NOUN" and place.lemma in {"border", "east", "west", "north", "south", "capital", "coast"}:
        yield place.lemma


def _shown(noun: Token | None, near: Sequence[Token]) -> str:
    """The measure in the article's own words: the noun with the modifiers right before it."""
    if noun is None:
        return ""
    before = [t for t in near if t.i < noun.i and t.dep != "poss" and t.lemma not in _UNTELLING]
    return " ".join([*(t.text for t in before), noun.text])
