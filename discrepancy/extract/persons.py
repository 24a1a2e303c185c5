"""Mentions of persons: full names by their evidence; then whatever is part of one, and names handed out alone.

Full names are read first (``name_evidence``). A shorter run of words is a mention where its words stand next to each
other in a full name of the document: a surname, a given name, "López Toledo" of Consuelo López Toledo. A single word
that is part of none is a person's where a title, an age or a verb of saying tells, and then everywhere.

Until the story's people are settled, a mention's subject is the full name of the person meant in its document, folded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from discrepancy.extract.aliases import is_alias, is_called_only, is_introduced
from discrepancy.extract.headline_names import is_title_case, parts_of_run
from discrepancy.extract.name_company import beside, is_of_kin, may_be_alone
from discrepancy.extract.name_evidence import (
    in_place,
    is_given_name,
    is_named_alone,
    is_person,
    may_be_part,
    opens_thing,
    shouted,
    words_alone,
)
from discrepancy.extract.name_parts import Roster, surname_at
from discrepancy.extract.name_runs import Candidate, candidates
from discrepancy.extract.name_slips import slips
from discrepancy.extract.namesakes import Mentioned, Namesakes, Option
from discrepancy.extract.reading import Reading
from discrepancy.extract.titles import roles_of
from discrepancy.lexicon.people import PARTICLES, SUFFIXES, is_organisation_word, is_place_word
from discrepancy.model import Fact, FactKind, FactRole, Name, Subject
from discrepancy.text.characters import fold, squeeze

_THINGS = frozenset({"ORG", "FAC", "EVENT"})


def extract(reading: Reading) -> list[Fact]:
    """Every mention of a person in the compared blocks, in order."""
    loose = {block.start for block in reading.blocks if is_title_case(reading, block)}
    runs = [c for block in reading.blocks for c in candidates(reading, block)]
    roster = _roster(reading, runs, loose)
    singles = _singles(reading, runs, roster)
    mentions: list[Mentioned] = []
    aliases: dict[str, Mentioned] = {}
    for c in runs:
        mentions += _mentions(reading, c, roster, singles, loose=reading.block_of(c.span.start).start in loose)
        named = _named_before(reading, c, mentions) if is_alias(reading, c) else None
        if named is not None:
            aliases[c.key] = named
    Namesakes(reading).settle(mentions)
    for m in mentions:  # another full name of theirs is an alias too
        named = aliases.get(m.key or m.candidate.key)
        m.key = named.key if named is not None else m.key
    mentions += _aliased(runs, mentions, aliases)
    return [_fact(reading, m) for m in sorted(mentions, key=lambda m: m.candidate.span)]


def _singles(reading: Reading, runs: Sequence[Candidate], roster: Roster) -> set[str]:
    """The names of people whom the document never names in full: one word, or what they go by."""
    bodies = {fold(c.words[0].text) for c in runs if len(c.words) > 1 and is_organisation_word(c.words[-1].text)}
    singles = {c.key for c in runs if is_introduced(reading, c) or is_called_only(reading, c)}
    singles |= {c.key for c in runs if is_named_alone(reading, c) and (c.title or c.key not in bodies)}
    singles |= {c.key for c in runs if is_of_kin(reading, c)}
    singles |= slips(reading, runs, roster)
    for _ in range(_LISTED):
        known = {c.span for c in runs if c.key in singles or roster.bearers(c.texts)}
        more = {c.key for c in beside(reading, runs, known) if may_be_alone(reading, c)}
        if more <= singles:
            break
        singles |= more
    return singles


_LISTED = 3
"""How often a list is gone through: so many names further from the known one may be found."""


def _roster(reading: Reading, runs: Sequence[Candidate], loose: set[int]) -> Roster:
    """Everyone named in full: by their own evidence, or by a surname that is known from another."""
    alone = words_alone(reading, runs)
    apart = {c.span for c in runs if reading.block_of(c.span.start).start in loose}
    bound = [c for c in runs if c.span not in apart]
    full = [c for c in bound if len(c.words) > 1 and is_person(reading, c, alone)]
    roster = Roster(full, bound)
    known = {c.span for c in full}
    rest = (c for c in bound if c.span not in known and not roster.bearers(c.texts))
    more = [c for c in rest if _is_relative(reading, c, roster)]
    headed = [c for c in runs if c.span in apart and len(c.words) > 1 and not parts_of_run(c, roster)]
    more += [c for c in headed if not _opens_phrase(c) and is_person(reading, c, alone)]
    for _ in range(_LISTED):
        near = beside(reading, bound, {c.span for c in (*full, *more)})
        found = [c for c in near if len(c.words) > 1 and is_person(reading, c, alone, beside=True)]
        if not found:
            break
        more += found
    more += _couples(reading, runs, [*full, *more])
    return Roster([*full, *more], [_led(c, roster) for c in bound])


def _opens_phrase(c: Candidate) -> bool:
    """Whether a run of an all-capital headline begins with a word that no name begins with: "In Bridge Row"."""
    token = c.words[0].token
    return token is not None and token.pos in {"ADP", "DET", "CCONJ", "SCONJ", "AUX", "PRON"}


def _couples(reading: Reading, runs: Sequence[Candidate], full: Sequence[Candidate]) -> list[Candidate]:
    """The given name before "and" and a full name, with that name's surname: "Sandra and Keith Hollis"."""
    found = []
    known, first = {c.span for c in full}, {c.words[0].text for c in full}
    for one, other in pairwise(runs):
        between = reading.document.text[one.span.end : other.span.start]
        if len(one.words) == 1 and other.span in known and between in _AND and is_given_name(one.words[0].text):
            surname = other.words[surname_at(other.texts) :]
            if is_given_name(other.words[0].text) and one.words[0].text not in first:
                found.append(replace(one, words=(*one.words, *surname)))
    return found


_AND = frozenset({" and ", " & "})


def _led(c: Candidate, roster: Roster) -> Candidate:
    """``c`` with as many of the particles before it as belong to its name."""
    for n in range(len(c.lead)):
        led = replace(c, words=(*c.lead[n:], *c.words), lead=c.lead[:n])
        if roster.bearers(led.texts) or c.title:
            return led
    return c


def _is_relative(reading: Reading, c: Candidate, roster: Roster) -> bool:
    """Whether a run is a given name of its own before someone's surname: "her brother Daniel Okafor"."""
    if len(c.words) == 1 or not _ends_in_surname(c, roster) or is_organisation_word(c.words[-1].text):
        return False
    if opens_thing(c):
        return False
    first = c.words[0].token
    if first is None or first.ent in _THINGS or in_place(reading, c):
        return False
    return all(
        w.text.lower() in PARTICLES
        or (w.token is not None and w.token.pos == "PROPN" and not is_place_word(w.text) and not w.text.isupper())
        for w in c.words
    )


def _ends_in_surname(c: Candidate, roster: Roster) -> bool:
    return any(known.is_surname(part) for known, part in roster.bearers([c.words[-1].text]))


def _mentions(reading: Reading, c: Candidate, roster: Roster, singles: set[str], *, loose: bool) -> Iterator[Mentioned]:
    """The mentions in one run; in a headline of capitals only there may be several."""
    led = _led(c, roster)
    options = roster.bearers(led.texts)
    if options:
        if _is_meant(reading, led, options):
            yield Mentioned(led, _exact(led, options))
    elif loose or shouted(c):
        yield from (Mentioned(part, roster.bearers(part.texts)) for part in parts_of_run(c, roster))
    elif len(c.words) > 1 and c.key not in singles:
        last = replace(c, words=c.words[-1:], lead=())
        if _ends_in_surname(c, roster) and _is_tail(reading, c):
            yield Mentioned(last, roster.bearers(last.texts))
    elif c.key in singles and may_be_part(reading, c, given=c.title is None):
        yield Mentioned(led, ())


def _is_meant(reading: Reading, c: Candidate, options: Sequence[Option]) -> bool:
    given = all(known.is_given(part) for known, part in options)
    whole = any(len(part) == len(known.words) > 1 for known, part in options)
    return whole or may_be_part(reading, c, given=given)


def _exact(c: Candidate, options: Sequence[Option]) -> Sequence[Option]:
    """Of a full name with a suffix its own bearer alone: the elder and the younger share every other word."""
    key = c.key
    return [option for option in options if option[0].key == key] or options


def _is_tail(reading: Reading, c: Candidate) -> bool:
    """Whether the surname at the end of a longer run stands for its bearer, not for a thing called after one."""
    first, last = c.words[0].token, c.words[-1]
    if first is None or first.ent in _THINGS or is_organisation_word(last.text) or is_place_word(last.text):
        return False
    return not in_place(reading, c) and not opens_thing(c)


def _named_before(reading: Reading, c: Candidate, mentions: Sequence[Mentioned]) -> Mentioned | None:
    """The person named last before ``c`` in its sentence; in its block where a pronoun takes that person up."""
    token = c.words[0].token
    sentence = reading.sentence(token) if token else reading.block_of(c.span.start)
    lead_up = reading.document.text[sentence.start : c.span.start].casefold().split()
    start = sentence.start if _TAKEN_UP.isdisjoint(lead_up) else reading.block_of(c.span.start).start
    before = [m for m in mentions if start <= m.candidate.span.start < c.span.start and m.options]
    return before[-1] if before else None


_TAKEN_UP = frozenset({"he", "she", "him", "her"})


def _aliased(
    runs: Sequence[Candidate], mentions: Sequence[Mentioned], aliases: dict[str, Mentioned]
) -> list[Mentioned]:
    """Mentions by a name that the text gives to someone it names otherwise."""
    taken = {m.candidate.span for m in mentions}
    return [Mentioned(c, (), aliases[c.key].key) for c in runs if c.key in aliases and c.span not in taken]


def _fact(reading: Reading, mention: Mentioned) -> Fact:
    """The mention as a fact; its id tells document and offset."""
    c = mention.candidate
    span, text = c.span, reading.document.text
    given, surname, suffix = _parts(mention)
    roles = roles_of(reading, span, c.title, c.office)
    where = roles[0] if roles else c.title
    title = squeeze(text[where.start : where.end]) if roles and where else ""
    token = c.words[0].token or reading.parsed.tokens[0]
    full = squeeze(text[span.start : span.end])
    return Fact(
        id=f"{reading.document.id}:person:{span.start}",
        kind=FactKind.PERSON,
        mention=reading.mention(span.start, span.end),
        subject=Subject(head=mention.key or fold(full), text=full),
        value=Name(
            full=full,
            given=given,
            surname=surname,
            title=title,
            title_span=where,
            suffix=suffix,
            further_titles=roles[1:],
        ),
        sentence=reading.sentence(token),
        role=FactRole.NAME,
    )


def _parts(mention: Mentioned) -> tuple[tuple[str, ...], str, str]:
    """Given names, surname and suffix of a mention."""
    texts = list(mention.candidate.texts)
    suffix = texts.pop() if len(texts) > 1 and fold(texts[-1]) in SUFFIXES else ""
    for known, part in mention.options:
        if known.key == mention.key:
            given, surname = known.parts(texts, part)
            return given, surname, suffix
    if mention.key:  # an alias stands in the place of a given name
        return tuple(texts), "", suffix
    first = surname_at(texts)
    return tuple(texts[:first]), " ".join(texts[first:]), suffix
