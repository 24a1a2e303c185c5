"""A named school, hospital, church … and the town that a version puts it in: "St Anne's school in Harlow"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from discrepancy.lexicon.apart import Apart, apart
from discrepancy.lexicon.places import place_key
from discrepancy.model import Block, BlockRole, Document, Mention, Story
from discrepancy.text.characters import fold

_KINDS = (
    "school|hospital|church|mosque|college|stadium|clinic|prison|factory|infirmary|monastery|cathedral|mill|academy"
)
_SITE = re.compile(
    rf"\b((?:[A-Z][\w'’.-]+ ){{1,4}}(?:{_KINDS}|{_KINDS.title()})),? in (?:the (?:town|village|city) of )?"
    r"((?:[A-Z][\w'’-]+ ){0,2}[A-Z][\w'’-]+)"
)
_COMPARED = frozenset({BlockRole.BODY, BlockRole.SUMMARY, BlockRole.CAPTION})

Towns = dict[str, list[Mention]]


def two_towns(story: Story) -> Iterator[tuple[str, Towns, Apart]]:
    """Each named site that versions put in two towns, with the mentions by town, and how sure that is."""
    found: dict[str, Towns] = defaultdict(dict)
    names: dict[str, str] = {}
    for document in story.documents:
        for block in document.blocks:
            if block.role in _COMPARED:
                for told in _SITE.finditer(document.text, block.start, block.end):
                    site = fold(told[1]).removeprefix("the ")
                    names.setdefault(site, told[1])
                    town = next((t for t in found[site] if place_key(t) == place_key(told[2])), told[2])
                    found[site].setdefault(town, []).append(_mention(document, block, told))
    for site in sorted(found):
        surely = _surely(story, found[site])
        if surely is not Apart.NO:
            yield names[site], found[site], surely


def _mention(document: Document, block: Block, told: re.Match[str]) -> Mention:
    return Mention(document.id, told.start(), told.end(), told[0], block.role)


def _surely(story: Story, towns: Towns) -> Apart:
    homes = [{mention.document for mention in mentions} for mentions in towns.values()]
    if len(towns) != 2 or homes[0] & homes[1]:
        return Apart.NO
    one, other = towns
    found = apart(one, "", other, "")
    if found is Apart.PERHAPS:
        return Apart.SURELY if _told_apart(story, one, other) else Apart.NO
    return found


def _told_apart(story: Story, one: str, other: str) -> bool:
    """Whether a text counts something in the one place and in the other: "24 in Harlow, nine in Marlford"."""
    for a, b in (*combinations((one, other), 2), *combinations((other, one), 2)):
        both = re.compile(rf"\bin {re.escape(a)}\b[^.;]{{0,40}}(?:,| and) (?:\d+|[a-z]+) in {re.escape(b)}\b")
        if any(both.search(document.text) for document in story.documents):
            return True
    return False
