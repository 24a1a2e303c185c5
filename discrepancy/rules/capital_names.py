"""Names of two words or more, of people or anything else, where they stand in the bodies of a story."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from discrepancy.lexicon.organisations import organisation_key
from discrepancy.lexicon.places import country_of, is_area
from discrepancy.model import BlockRole, Document, FactKind, Mention, Span, Story

_CAPITAL = r"[^\W\d_a-z][\w'’-]*[^\W_]"
_NAME = re.compile(rf"(?<![\w’'-]){_CAPITAL}(?: (?:(?:of|for|and|do|da|de|del|di|the) ){{0,2}}{_CAPITAL}){{1,5}}")
_OPENING = re.compile(
    r"(?:(?:The|A|An|In|At|On|For|And|But|When|While|After|Of|From|By|Its|His|Her|Former|As|To|With) )+"
)
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Named:
    """One name where it stands: the document, and where, and whether it was read as a person's."""

    document: Document
    span: Span
    of_person: bool = False

    @property
    def mention(self) -> Mention:
        """The name as a mention of a finding."""
        text = self.document.text[self.span.start : self.span.end]
        role = self.document.role_at(self.span.start)
        return Mention(self.document.id, self.span.start, self.span.end, text, role)


def capital_names(story: Story) -> dict[str, list[Named]]:
    """The names of two words or more in the bodies of a story by their words."""
    found: dict[str, list[Named]] = defaultdict(list)
    taken: dict[str, list[Span]] = defaultdict(list)
    for fact in story.facts:
        if fact.kind is FactKind.PERSON:
            taken[fact.mention.document].append(Span(fact.mention.start, fact.mention.end))
    for document in story.documents:
        for match in _NAME.finditer(document.text):
            span = _trimmed(document.text, Span(*match.span()))
            body = document.role_at(span.start) is BlockRole.BODY
            if not body:
                continue
            key = organisation_key(document.text[span.start : span.end])
            if len(key.split()) > 1 and not country_of(key) and not is_area(key):
                of_person = any(span.overlaps(person) for person in taken[document.id])
                found[key].append(Named(document, span, of_person))
    return found


def _trimmed(text: str, span: Span) -> Span:
    """A name without what opens a sentence or a possessive ending."""
    opening = _OPENING.match(text, span.start, span.end)
    start = opening.end() if opening else span.start
    return Span(start, start + len(_POSSESSIVE.sub("", text[start : span.end])))
