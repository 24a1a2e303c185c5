"""The offices that a mention of a person tells: the title beside the name, a second one after it, a side in court."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from discrepancy.lexicon.geography import paths_of
from discrepancy.lexicon.offices import Office, read_offices
from discrepancy.lexicon.people import is_courtesy
from discrepancy.model import Fact, Span, Story
from discrepancy.rules.once import once_each

_POST = r"(?: [KQ]C)?,? "
_APPOSED = re.compile(rf"{_POST}(?:the|its|their|an?) ([^,.;:()\[\]\"“”\u2014\u2013\n]{{3,80}})(?=[,.;)])")
_GOES_ON = re.compile(r",? ?(?:and |or )?(?:the|an?|his|her|its|their|two|three) ", re.IGNORECASE)
"""Another noun phrase after an apposition: what looked like one may be the next item of a list."""
_SIDE = re.compile(
    rf"{_POST}(?:(?:appearing |acting |speaking )?for|leading|who (?:led|leads|(?:appeared|acted|spoke|acts) for))"
    r" the (prosecution|crown|defen[cs]e)\b(?=[,.;)]| (?:said|told|argued|asked))",
    re.IGNORECASE,
)
_OF_SIDE = {
    "prosecution": "prosecutor",
    "crown": "prosecutor",
    "defence": "defence lawyer",
    "defense": "defence lawyer",
}
_OWN = re.compile(r"\b(?:his|her|their) (?:[a-z]+ )?$", re.IGNORECASE)
"""Before "lawyer": somebody's own, whom nobody calls a prosecutor."""
_REACH = 24
_SEAT = re.compile(r" (?:of|for) ((?:[A-Z][\w-]+ ){0,2}[A-Z][\w-]+)(?=[,.;:)]| [a-z])")
"""The place that an office is of, right after the title or, where that stands first, after the name."""


@dataclass(frozen=True, slots=True)
class Told:
    """One office told by one mention.

    Attributes:
        office: the title read.
        words: the title as written.
        where: where it stands in the document's text.
        fact: the mention of the person.
    """

    office: Office
    words: str
    where: Span
    fact: Fact

    @property
    def span(self) -> Span:
        """From the first to the last character of title and name."""
        at = self.fact.mention
        return Span(min(at.start, self.where.start), max(at.end, self.where.end))


@once_each
def told_offices(fact: Fact, story: Story) -> tuple[Told, ...]:
    """The offices that ``fact``, a mention of a person in one of the story's documents, is told to hold."""
    text = story.document[fact.mention.document].text
    return (*_beside(fact, text), *_apposed(fact, text), *_side(fact, text), *_chairing(fact, text))


def _beside(fact: Fact, text: str) -> Iterator[Told]:
    title, where = fact.name.title, fact.name.title_span
    if not title or where is None:
        return
    seat, home = _seat(fact, where, text)
    for office in read_offices(title):
        own = office.name == "lawyer" and _OWN.search(text, max(0, where.start - _REACH), where.start)
        if own:
            whole = Span(own.start(), where.end)
            (defender,) = read_offices(_OF_SIDE["defence"])
            yield Told(defender, text[whole.start : whole.end], whole, fact)
        else:
            placed = bool(home and office.families and not office.home)
            yield Told(replace(office, home=home) if placed else office, title + seat if placed else title, where, fact)


def _seat(fact: Fact, where: Span, text: str) -> tuple[str, str]:
    """The known place that an office is told to be of, with the preposition and alone; empty where none is."""
    found = _SEAT.match(text, where.end) or _SEAT.match(text, max(where.end, fact.mention.end))
    return (found.group(), found[1]) if found is not None and paths_of(found[1]) else ("", "")


def _apposed(fact: Fact, text: str) -> Iterator[Told]:
    """The office after a name that has a title before it: "General Lena Brandt, the army chief of staff,"."""
    name, where = fact.mention, fact.name.title_span
    if where is not None and where.start >= name.end:
        return
    found = _APPOSED.match(text, name.end)
    if found is None or _GOES_ON.match(text, found.end()):
        return
    for office in read_offices(found[1]):
        if office.name and not office.name.startswith("person:") and not is_courtesy(found[1]):
            yield Told(office, found[1], Span(*found.span(1)), fact)


def _side(fact: Fact, text: str) -> Iterator[Told]:
    """The side that a lawyer speaks for, told after the name: "Ms Brandt, for the defence, said"."""
    found = _SIDE.match(text, fact.mention.end)
    if found is not None:
        (office,) = read_offices(_OF_SIDE[found[1].lower()])
        start = fact.mention.end + len(found.group()) - len(found.group().lstrip(" ,KQC"))
        yield Told(office, text[start : found.end()], Span(start, found.end()), fact)


def _chairing(fact: Fact, text: str) -> Iterator[Told]:
    """The office of who is told to chair a body: "Lena Brandt, who chairs the trust,"."""
    found = _CHAIRS.match(text, fact.mention.end)
    if found is not None and not _COMMITTEE.search(found[2]):
        (office,) = read_offices("chair")
        yield Told(office, found[1] + found[2], Span(found.start(1), found.end(2)), fact)


_CHAIRS = re.compile(r", who ((?:chairs|has chaired) )((?:the |its )?[^,.;:\n\"“]{2,60})(?=[,.;])")
_COMMITTEE = re.compile(
    r"\b(?:committee|parliament|council|party|senate|commission of|session|panel|inquiry|jury|working|group of|talks"
    r"|meetings?|conference|summit|task)\b",
    re.IGNORECASE,
)
"""Bodies that somebody may chair beside another office."""
