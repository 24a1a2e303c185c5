"""Who says what: verbs of saying with their speakers, and the stretch of text that each one reports.

A speaker is a stretch of the document's own words ("Okafor", "the president", "police"); a pronoun is followed
back to the person it most likely stands for. Who that person is over the whole story is settled later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from discrepancy.extract.acting_nouns import ACTING, acting, asked, may_be_nameless, not_meant, without_asker
from discrepancy.extract.antecedents import FOLLOWED, Heard, Hearings, referent
from discrepancy.extract.cast import Cast
from discrepancy.extract.holders import holder
from discrepancy.extract.reading import Reading
from discrepancy.extract.spots import Spots
from discrepancy.extract.subjects import AGED, AGED_REACH, bearer, begin_of, find_subject
from discrepancy.extract.tags import find_tags
from discrepancy.lexicon.people import is_saying
from discrepancy.model import Fact, Span
from discrepancy.text.engine import Token

_ESTIMATES = frozenset({"estimate", "put", "count", "claim", "reckon", "project", "forecast", "report", "allege"})
_ACCOUNT = frozenset({"accord", "according"})
_ALSO_DONE = frozenset({"add", "offer", "raise", "repeat", "volunteer", "deliver", "present", "issue", "release"})
"""Verbs that say something only where they have no object of another kind: an army adds soldiers."""
_CALLING = frozenset({"call", "describe", "dub", "label", "brand", "term", "deem"})
"""Verbs that give a thing the speaker's own word for it."""
_JUDGED = frozenset(
    "dismiss slam blast reject deride mock ridicule lambast lambaste portray characterise characterize welcome "
    "depict condemn decry laud regard".split()
)
"""Verbs that do so with "as"; without it an army may reject or blast what it likes."""
_MEANT = frozenset({"believe", "think", "feel", "fear", "hope", "express", "voice"})
"""Verbs that carry quoted words ("believes it is “a trap”") and give no account of a figure."""
_HOLDING = frozenset({"believe", "fear", "think"})
"""Those of them whose clause is an account: what a group believes or fears to be so is its own figure."""
_WRITINGS = frozenset(
    "statement message letter tweet post email e-mail note memo memoir speech diary manifesto testimony".split()
)
"""What a person says things in: "her statement said"."""
_MOVING = frozenset({"move", "petition", "decree", "stipulate"})
"""Verbs that say something only with a clause behind them: "moved that the bill be read"."""
_TOLD = frozenset({"tell", "inform", "remind", "assure"})
"""Verbs that name whom they are said to; with nothing behind them they are passive ("…, jury told")."""
_SAYING_TOO = _ESTIMATES | _CALLING | _JUDGED | _MEANT
"""Verbs that say something where they do, beside those that the lists have."""
_VERBS = frozenset({"VERB", "AUX"})
_OTHERWISE = {
    "swear": frozenset({"in"}),
    "call": frozenset({"off", "up", "in", "back"}),
    "put": frozenset({"in", "off", "up", "on", "down", "through", "together", "out"}),
    "count": frozenset({"in", "on", "down"}),
    "add": frozenset({"up", "in", "on"}),
    "claim": frozenset({"back"}),
    "report": frozenset({"in", "to"}),
    "post": frozenset({"up"}),
}
"""Verbs of saying with the small words behind them that make other verbs of them: "sworn in by the king"."""
_BESIDE = 2
_BY_REACH = 5
"""Characters between the end of quoted words and the "by" right behind them."""
_GOES_BY = re.compile(
    r",? who [^.;]{0,60}\b(?:called|identified|named|known|name|(?:him|her)self)(?: only)?(?: as| by)?(?: only)? "
)
_GOES_BY_REACH = 120
"""More characters than that has."""
_QUOTING = frozenset({"quote", "cite"})


@dataclass(frozen=True, slots=True)
class Saying:
    """One verb of saying.

    Attributes:
        verb: its lemma.
        at: its token's index.
        speaker: where its speaker is named: the person for a pronoun, where one was found.
        words: how the speaker is named there.
        clause: what it reports in indirect speech, as a span; None where only quoted words are reported.
    """

    verb: str
    at: int
    speaker: Span
    words: str
    clause: Span | None


def find_sayings(reading: Reading, cast: Cast) -> list[Saying]:
    """Every verb of saying with a speaker, in order of the text.

    Args:
        reading: the document.
        cast: its persons.
    """
    tags = {tag.verb.i: tag.subject for tag in find_tags(reading, cast)}
    found: list[Saying] = []
    heard = Hearings()
    for token in reading.parsed.tokens:
        noticed = acting(reading, cast, token, heard) if token.dep in ACTING else None
        if noticed is not None:
            heard.add(noticed)
        says = token.i in tags or (token.pos in _VERBS and _says(reading, token))
        if not says or reading.quote_at(token.start) is not None:
            continue
        tagged = tags.get(token.i)
        subject = bearer(reading, tagged, cast) if tagged else find_subject(reading, token, cast)
        saying = _saying(reading, token, subject, cast, heard) if subject else None
        if saying is not None:
            found.append(saying)
            for speaker in _heard_in(reading, cast, saying):
                heard.add(speaker)
    found += _according_to(reading, cast)
    found += list(_by_another(reading, cast, found))
    return sorted(found, key=lambda s: s.at)


def _heard_in(reading: Reading, cast: Cast, saying: Saying) -> list[Heard]:
    """Who is heard in a saying: the person, or the one noun that stands for somebody without a name."""
    verb = reading.parsed.tokens[saying.at]
    person, noun = cast.at(saying.speaker), reading.parsed.at(saying.speaker.end - 1)
    if person is not None:
        return [Heard(verb.start, person)]
    return [Heard(verb.start, None, noun)] if noun is not None and may_be_nameless(noun, verb) else []


def _says(reading: Reading, token: Token) -> bool:
    """Whether a verb says something here."""
    told = is_saying(token.lemma) or token.lemma in _SAYING_TOO
    if not told and token.lemma not in _MOVING:
        return False
    if token.lemma in _ALSO_DONE and reading.parsed.of(token, "dobj"):
        return False
    if token.lemma in _JUDGED and not _judges(reading, token):
        return False
    if _next_word(reading, token) in _OTHERWISE.get(token.lemma, ()):
        return False
    if token.lemma in _QUOTING and any(t.text == "as" for t in reading.parsed.of(token, "prep")):
        return False  # who is quoted says it
    if token.lemma == "speak" and not _speaks_of(reading, token):
        return False
    if token.lemma in _TOLD and not any(child.start > token.start for child in reading.parsed.of(token)):
        return False
    return told or bool(reading.parsed.of(token, "ccomp"))


def _speaks_of(reading: Reading, verb: Token) -> bool:
    """Whether "speak" says what of ("spoke of “a trap”"), or stands right behind quoted words."""
    before = reading.quoted.over(verb.start - _BESIDE - 2, verb.start)
    behind = any(q.end <= verb.start for q in before)
    return behind or any(t.text.lower() in {"of", "about"} for t in reading.parsed.of(verb, "prep"))


def _judges(reading: Reading, verb: Token) -> bool:
    """Whether "as" follows a verb, which the engine may hang on its object: "dismissed the claims as “gossip”"."""
    heads = [verb, *reading.parsed.of(verb, "dobj", "nsubjpass")]
    return any(t.text.lower() == "as" and t.i > verb.i for head in heads for t in reading.parsed.of(head, "prep"))


def _next_word(reading: Reading, token: Token) -> str:
    following = reading.parsed.tokens[token.i + 1 : token.i + 2]
    return following[0].text.lower() if following else ""


def _saying(reading: Reading, verb: Token, subject: Token, cast: Cast, heard: Hearings) -> Saying | None:
    """The saying of ``verb``, its speaker followed back where it is a pronoun or a bare title; None for "it said"."""
    start, end, words = _named(reading, subject, cast)
    if subject.text.lower() in FOLLOWED:
        place = _meant(reading, cast, subject, verb, heard)
        person = place.fact if place else None
        if place is not None and place.noun is not None:
            start, end, words = _named(reading, place.noun, cast)
            subject = place.noun
    else:
        person = _author(reading, cast, subject) or holder(reading, cast, subject, words, heard)
    together = _together(reading, cast, subject)
    if together is not None:
        start, end, words = together
    elif person is not None:
        start, end, words = person.mention.start, person.mention.end, person.mention.text
    elif subject.pos == "PRON" or subject.tag in {"WDT", "DT"}:
        return None
    clause = None if verb.lemma in _MEANT and not _holds(reading, verb) else _clause(reading, verb)
    return Saying(verb.lemma, verb.i, Span(start, end), words, clause)


def _holds(reading: Reading, verb: Token) -> bool:
    """Whether somebody holds that something is so: "diplomats believe that it has 2,500 fighters"."""
    return verb.lemma in _HOLDING and bool(reading.parsed.of(verb, "ccomp"))


def _meant(reading: Reading, cast: Cast, pronoun: Token, verb: Token, heard: Hearings) -> Heard | None:
    """Whom the pronoun of a saying means."""
    person = asked(reading, cast, pronoun, verb)
    if person is not None:
        return Heard(pronoun.start, person)
    others, askers = without_asker(reading, cast, pronoun, verb, heard)
    return referent(reading, cast, pronoun, others, not_meant(reading, cast, pronoun, verb) | askers)


def _author(reading: Reading, cast: Cast, subject: Token) -> Fact | None:
    """The person whose statement or letter it is that says something."""
    if subject.lemma not in _WRITINGS:
        return None
    parsed = reading.parsed
    named = [token for token in parsed.subtree(subject) if token.i < subject.i]
    for prep in parsed.of(subject, "prep"):
        named += parsed.of(prep, "pobj") if prep.text.lower() in {"from", "by"} else []
    return next((fact for token in named if (fact := cast.at(Span(token.start, token.end)))), None)


def _together(reading: Reading, cast: Cast, subject: Token) -> tuple[int, int, str] | None:
    """Two persons who speak as one ("said Lee and Cruz"): what stands between the names, since neither speaks alone."""
    one = cast.at(Span(subject.start, subject.end))
    text = reading.document.text
    if one is None or not text.startswith(_AND, one.mention.end):
        return None
    at = one.mention.end + len(_AND)
    other = next(iter(cast.named.begun(at, at + 1)), None)
    return (one.mention.end, one.mention.end + 1, f"{one.mention.text} and {other.mention.text}") if other else None


_AND = " and "


def _named(reading: Reading, subject: Token, cast: Cast) -> tuple[int, int, str]:
    """The speaker's words: the person named in the subject, else its noun with what stands before it."""
    tokens = reading.parsed.subtree(subject)
    own = cast.named.at(subject.start)
    apposed = [fact for t in _apposed(reading, subject) for fact in cast.named.at(t.start)] if not own else []
    beside = sorted(apposed, key=lambda fact: fact.mention.start)
    for fact in (own or beside or _titled(subject, cast) or _called(reading, subject, cast))[:1]:
        return fact.mention.start, fact.mention.end, fact.mention.text
    front = [
        t for t in tokens if t.i <= subject.i and t.dep in {"compound", "amod", "det", "poss", "nmod", subject.dep}
    ]
    start = front[0].start if front else subject.start
    aged = AGED.search(reading.document.text, max(subject.end - AGED_REACH, 0), subject.end)
    start = aged.start() if aged else start
    words = reading.document.text[start : subject.end]
    if cast.named.begun(start, subject.start):  # "Reed's lawyer" stands where the lawyer does
        start = subject.start
    return start, subject.end, words


def _apposed(reading: Reading, noun: Token) -> list[Token]:
    """What stands in apposition to a noun, or to one joined to it without an article: "the head and owner, Lee"."""
    found = reading.parsed.of(noun, "appos")
    joined = [t for each in (noun, *found) for t in reading.parsed.of(each, "conj") if not reading.parsed.of(t, "det")]
    return found + [t for each in joined for t in reading.parsed.of(each, "appos")]


def _titled(subject: Token, cast: Cast) -> list[Fact]:
    """The person whose title the subject is: "the party's leader and former minister, Ann Lee, said"."""
    if subject.tag not in {"NN", "NNP"}:
        return []
    return [fact for fact, title in cast.titled.at(subject.start) if title.end <= fact.mention.start]


def _called(reading: Reading, noun: Token, cast: Cast) -> list[Fact]:
    """The person of "a teacher, who asked to be called only Ann, said"."""
    text = reading.document.text
    if not _GOES_BY.match(text, noun.end):
        return []
    near = cast.named.begun(noun.end + 1, noun.end + _GOES_BY_REACH)
    return [f for f in near if _GOES_BY.fullmatch(text, noun.end, f.mention.start)][:1]


def _clause(reading: Reading, verb: Token) -> Span | None:
    """What ``verb`` reports in the writer's words: its complement clause or object, and a clause set before it."""
    parsed = reading.parsed
    parts = parsed.of(verb, "ccomp", "xcomp", "dobj", "prep", "acl", "oprd", "attr", "advcl")
    if verb.dep == "parataxis" or (not parts and verb.dep == "advcl"):
        parts.append(parsed.tokens[verb.head])
    if verb.dep == "acl":
        return parsed_span(parsed.subtree(parsed.tokens[verb.head]))
    spans = [parsed_span(parsed.subtree(part)) for part in parts]
    return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else None


def parsed_span(tokens: Sequence[Token]) -> Span:
    """From the first of ``tokens`` to the last."""
    return Span(tokens[0].start, tokens[-1].end)


def _according_to(reading: Reading, cast: Cast) -> Iterator[Saying]:
    """ "According to X" and "X's count": the whole sentence is told by X's account."""
    for token in reading.parsed.tokens:
        if token.lemma in _ACCOUNT and reading.quote_at(token.start) is None:
            for to in reading.parsed.of(token, "prep"):
                for named in reading.parsed.of(to, "pobj"):
                    start, end, words = _named(reading, named, cast)
                    yield Saying("according to", token.i, Span(start, end), words, reading.sentence(token))


def _by_another(reading: Reading, cast: Cast, found: Sequence[Saying]) -> Iterator[Saying]:
    """The second "by" of one verb: "called “a trap” by Lee and “a gift” by Reed"."""
    tokens = reading.parsed.tokens
    by_verb = Spots((tokens[s.at].start, tokens[s.at].end, s) for s in found)
    for quote in reading.quotes:
        after = reading.parsed.within(quote.end, quote.end + _BY_REACH)
        by = next((t for t in after if t.text.isalpha()), None)
        fact = next(cast.named.following(by.end + 1), None) if by is not None else None
        if by is None or fact is None or by.text != "by" or begin_of(reading, fact, " ") != by.end + 1:
            continue
        sentence = reading.sentence(by)
        verbs = [tokens[s.at] for s in by_verb.over(sentence.start, quote.start)]
        passive = [verb for verb in verbs if reading.parsed.of(verb, "auxpass")]
        if passive:
            yield Saying(passive[-1].lemma, by.i, Span(fact.mention.start, fact.mention.end), fact.mention.text, None)
