"""Whose agent, aide or spouse a mention of a person tells somebody to be: "Holt's election agent, Jon Moe"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import combinations

from discrepancy.model import Fact, Mention, Story
from discrepancy.text.characters import fold

_ROLES = (
    r"(?:election agent|campaign manager|campaign chief|chief of staff|press secretary|speechwriter|running mate"
    r"|husband|wife|widow|widower|fianc[eé]e?|co-driver|caddie)"
)
"""What one is to a single person at a time."""
_BEFORE = re.compile(rf"(?:^|[^\w-])((?:[A-Z][\w-]+ )*([A-Z][\w-]+)['’]s? ({_ROLES}),? )(?:(?:Mr|Mrs|Ms|Dr) )?$")
_AFTER = re.compile(rf",? (?:the )?({_ROLES}) (?:of|for|to) ((?:[A-Z][\w-]+ )*([A-Z][\w-]+))(?=[,.;])")
_REACH = 80


def told_owners(fact: Fact, text: str) -> tuple[str, str, Mention] | None:
    """The role, the surname of the one it is of, and the words with the name; None where none is told."""
    at = fact.mention
    start = at.start if fact.name.title_span is None else min(at.start, fact.name.title_span.start)
    for edge in (at.start, start):
        found = _BEFORE.search(text, max(0, edge - _REACH), edge)
        if found is not None:
            whole = Mention(at.document, found.start(1), at.end, text[found.start(1) : at.end], at.block)
            return found[3].lower(), fold(found[2]), whole
    behind = _AFTER.match(text, at.end)
    if behind is None:
        return None
    return (
        behind[1].lower(),
        fold(behind[3]),
        Mention(at.document, at.start, behind.end(), text[at.start : behind.end()], at.block),
    )


def two_owners(story: Story, facts: Sequence[Fact], surnames: Collection[str]) -> list[list[Mention]]:
    """The mentions of one person by whose agent he or she is told to be, where that is two persons; else empty.

    Args:
        story: with the documents.
        facts: the mentions of the person.
        surnames: of the persons of the story, folded: what belongs to a party or firm belongs to its people too.
    """
    told = [found for f in facts if (found := told_owners(f, story.document[f.mention.document].text))]
    for role in dict.fromkeys(role for role, _, _ in told):
        owners: dict[str, list[Mention]] = {}
        for name, owner, mention in told:
            if name == role and owner in surnames:
                owners.setdefault(owner, []).append(mention)
        homes = [{mention.document for mention in mentions} for mentions in owners.values()]
        if len(owners) > 1 and not any(a & b for a, b in combinations(homes, 2)):
            return list(owners.values())
    return []
