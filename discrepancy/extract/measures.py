"""What a quantity measures: the counted noun with its modifiers, whose it is, the verb and the place.

An elliptic figure ("another 35,000 are stationed in the south", "bringing the total to 350,000", "killed over 14,000")
takes its noun from where a reader would: the verb, its subject or object, or the figure before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from discrepancy.extract.ages import age_of_person
from discrepancy.extract.clause_nouns import noun_of_clause
from discrepancy.extract.reading import Reading
from discrepancy.extract.sites import NOUN, Site, meant, phrasal
from discrepancy.extract.surroundings import actor, narrowed_to, owner_named, places_near
from discrepancy.lexicon import words
from discrepancy.lexicon.measures import (
    concept_of,
    happens_to_people,
    is_fate,
    is_known,
    is_people,
    is_some_people,
    verb_concept,
)
from discrepancy.lexicon.places import country_of
from discrepancy.model import Quantity, QuantityKind, Subject
from discrepancy.text.engine import Parsed, Token

_SUBJECTS = ("nsubj", "nsubjpass")


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
    if noun is not None:
        noun = meant(parsed, noun)
    if counted and (noun is None or is_people(noun.lemma)):
        done = _happening(parsed, site, noun)
        if done is not None:
            return _of_people(reading, noun, done, site)
    if quantity.kind is QuantityKind.AGE:
        return age_of_person(reading, quantity) or _subject(reading, noun, noun.lemma if noun else "", site, "")
    if noun is None and _is_term(reading, quantity, site):
        return _subject(reading, None, _TERM, site, _TERM)
    if noun is None and before is not None and counted and site.anchor.dep == "conj":
        return _borrowed(reading, before, site)
    if noun is None and (quantity.kind is not QuantityKind.DURATION or _lasts(site)):
        noun = noun_of_clause(reading, site, quantity)
    if noun is None and before is not None and counted:
        return _borrowed(reading, before, site)
    return _subject(reading, noun, _head(noun), site, "")


def _head(noun: Token | None) -> str:
    """The lemma of a noun; of an adjective that stands for people ("the injured") what it says of them."""
    if noun is None:
        return ""
    return noun.lemma if noun.pos in NOUN else concept_of(noun.text.lower())


_TERM = "sentence"
_FOR_A_CRIME = re.compile(r" (?:for|over|in (?:prison|jail|custody)|behind bars|inside)(?![a-z])")


def _is_term(reading: Reading, quantity: Quantity, site: Site) -> bool:
    """Whether a figure is what somebody was sentenced to: "jailed for nine years", "gets nine years for fraud"."""
    if quantity.kind is not QuantityKind.DURATION:
        return False
    verb = site.verb.lemma if site.verb else ""
    if verb_concept(verb) == _TERM:
        return True
    given = verb in {"get", "give", "hand", "receive"} and quantity.unit in {"year", "month"}
    return given and _FOR_A_CRIME.match(reading.document.text, quantity.end) is not None


def _lasts(site: Site) -> bool:
    """Whether the verb above a span of time says how long its subject is: "the trial lasted three weeks"."""
    return site.verb is not None and site.verb.lemma in {"last", "take", "be", "run", "continue", "drag", "go"}


def _happening(parsed: Parsed, site: Site, noun: Token | None) -> Token | None:
    """The verb that says what happens to the people counted: above them, or a participle right after the figure."""
    beside = parsed.of(noun or site.anchor, "acl", "amod", "relcl")
    after = [
        t
        for t in parsed.tokens[site.anchor.i + 1 : site.anchor.i + 3]
        if t.pos in {"ADJ", "VERB"} or t.i == site.anchor.i + 1
    ]
    left = parsed.of(site.verb, "oprd", "acomp") if site.verb else []
    above = parsed.tokens[site.anchor.head]
    for token in (site.verb, *beside, *after, *left, above):
        if token is not None and _fate(parsed, token):
            return token
    return None


def _fate(parsed: Parsed, token: Token) -> str:
    """What people are counted as beside this word: "killed", "dead"; empty where the word tells nothing of the kind."""
    if token.pos in {"VERB", "ADJ"} or token.tag == "VBN":
        found = happens_to_people(phrasal(parsed, token))
        return found or (concept_of(token.lemma) if token.pos == "ADJ" and is_fate(concept_of(token.lemma)) else "")
    return ""


def _of_people(reading: Reading, noun: Token | None, done: Token, site: Site) -> Subject:
    """The measure of a count of people by what happens to them; women, children and the like stay a modifier."""
    told = done.tag in {"VBN", "VBD", "JJ"}
    shown = " ".join([noun.text if noun else "people", *([done.text] if told else [])])
    fate = _fate(reading.parsed, done)
    own = _subject(reading, noun, fate, site, shown)
    who = (noun.lemma,) if noun is not None and is_some_people(noun.lemma) else ()
    verb = phrasal(reading.parsed, done) if done.pos == "VERB" else own.verb
    return replace(own, verb=verb, concept=fate, modifiers=(*who, *own.modifiers))


def _borrowed(reading: Reading, before: Subject, site: Site) -> Subject:
    """The measure of the figure before, in this figure's own clause and place."""
    own = _subject(reading, None, before.head, site, before.text)
    return Subject(
        head=before.head,
        concept=before.concept,
        modifiers=before.modifiers,
        owner=own.owner or before.owner,
        verb=own.verb or before.verb,
        places=own.places,
        text=before.text,
    )


def _subject(reading: Reading, noun: Token | None, head: str, site: Site, text: str) -> Subject:
    """The parts of the measure, from its noun (if there is one) and from the clause around it."""
    parsed = reading.parsed
    near = parsed.of(noun, "amod", "compound", "nmod", "poss") if noun else []
    owner = next((o for o in (owner_named(reading, t) for t in near) if o), "") or actor(reading, site)
    modifiers = tuple(_form(t) for t in near if t.dep != "poss" and t.i not in site.inside and _tells(t))
    modifiers += (*_along(parsed, site), *(("in one place",) if narrowed_to(reading, site) else ()))
    concept = _concept(parsed, noun, head, near)
    places = tuple(dict.fromkeys(places_near(reading, noun, site)))
    shown = text or _shown(noun, near)
    return Subject(
        head=head,
        concept=concept,
        modifiers=modifiers,
        owner=owner,
        verb=phrasal(parsed, site.verb) if site.verb else "",
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


def _along(parsed: Parsed, site: Site) -> tuple[str, ...]:
    """The adjective that says along what a thing is measured ("300 metres long"), and "part" for "12 of the 40"."""
    after = parsed.tokens[site.anchor.i + 1 : site.anchor.i + 2]
    along = tuple(t.lemma for t in after if t.lemma in words("measuring_adjectives"))
    return (
        *along,
        *_besides(parsed, site),
        *_worldwide(parsed, site),
        *_share_of(parsed, site),
        *_together(parsed, site),
    )


def _besides(parsed: Parsed, site: Site) -> tuple[str, ...]:
    """``other`` where the figure counts those besides some that were named: "Britain and seven other countries".

    ``remaining`` where it counts the end of a row: "the last three captives".
    """
    near = parsed.of(site.noun, "amod") if site.noun else ()
    others = tuple(t.lemma for t in near if t.lemma in {"other", "further"} and t.start > site.anchor.start)
    if site.noun is not None and site.noun.lemma == "other":
        others = ("other",)  # "twenty-six others were injured"
    last = any(t.lemma in {"last", "final"} and t.start < site.anchor.start for t in near)
    return (*others, "remaining") if last else others


def _worldwide(parsed: Parsed, site: Site) -> tuple[str, ...]:
    """``worldwide`` where the figure is told to be of all places."""
    after = {
        t.text.lower() for above in (site.noun, site.anchor, site.verb) if above for t in parsed.of(above, "advmod")
    }
    return ("worldwide",) if after & _EVERYWHERE else ()


_EVERYWHERE = frozenset({"worldwide", "globally", "nationwide", "overall", "altogether"})


def _share_of(parsed: Parsed, site: Site) -> tuple[str, ...]:
    """``part`` for the 12 in "12 of the 40 cars" and "three of which", ``whole`` for the 40."""
    noun, anchor = site.noun, site.anchor
    for of in parsed.of(anchor, "prep"):
        inside = [t for t in parsed.of(of, "pobj") if of.text.lower() == "of"]
        if any(t.lemma in {"which", "whom", "them"} or parsed.of(t, "det", "poss", "nummod") for t in inside):
            return ("part",)
    if noun is not None and noun.dep == "pobj":
        above = parsed.tokens[parsed.tokens[noun.head].head]
        if parsed.tokens[noun.head].text.lower() == "of" and above.i in site.inside and above.i != anchor.i:
            return ("whole",)
    return ()


def _together(parsed: Parsed, site: Site) -> tuple[str, ...]:
    """What is counted along with the noun: "and staff" in "265 guests and staff"; people words say nothing new."""
    if site.noun is None or is_people(site.noun.lemma):
        return ()
    joined = [t for t in parsed.of(site.noun, "conj") if t.pos == "NOUN" and not parsed.of(t, "nummod", "det")]
    return tuple(f"and {t.lemma}" for t in joined[:1] if not is_people(t.lemma))


def _form(token: Token) -> str:
    """A modifier as it is compared: a participle as it stands ("operating"), else the lemma."""
    return token.text.lower() if token.pos == "VERB" else token.lemma


def _tells(token: Token) -> bool:
    """Whether a modifier narrows what is measured: no figure, no hedge, no demonym (that is the owner)."""
    return (
        token.pos in {"ADJ", "NOUN", "PROPN", "VERB"}
        and token.lemma not in words("untelling_modifiers")
        and not country_of(token.text)
    )


def _shown(noun: Token | None, near: Sequence[Token]) -> str:
    """The measure in the article's own words: the noun with the modifiers right before it."""
    if noun is None:
        return ""
    before = [t for t in near if t.i < noun.i and t.dep != "poss" and t.lemma not in words("untelling_modifiers")]
    return " ".join([*(t.text for t in before), noun.text])
