"""A headline, summary or caption says what the article below it contradicts.

What fires:
    Within one document: a figure above the text (years in prison, dead, arrested …) where the text gives another one
    for the same, a hat-trick over two goals, and a headline's claim that the text denies ("Truce collapses" over a
    truce that holds, "Profit soars" over one that fell), a winner over a side that lost, the mother over the father,
    one stance over its opposite in the first sentences (a deal rejected over members who accepted it).

Why it matters:
    Headlines are written last, by another hand, and are what most readers read. A headline that its article does not
    bear out is the correction that readers ask for most.

Known limits:
    Headlines round and shorten: a rounded or hedged figure, a sum of those below, a figure of some among all and a
    question are left alone. Only the acts and claims of the word lists are known. Figures that NUM001 holds together
    are told there.

Source:
    Reuters Handbook of Journalism, "Headlines"; IPSO Editors' Code, clause 1: headlines not supported by the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from discrepancy.model import BlockRole, Document, Finding, Level, Mention, Message, Story, ValueGroup
from discrepancy.rules.headline_claims import denied
from discrepancy.rules.headline_figures import unborne
from discrepancy.rules.headline_stances import turned_stances
from discrepancy.rules.headline_turns import turns
from discrepancy.rules.rule import Example, Rule, finding, forms, labels_of
from discrepancy.text.characters import squeeze


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each figure or claim above a text that the text contradicts."""
    for document in story.documents:
        for figure in unborne(story, document):
            yield _finding(story, document, figure.above, figure.body)
        told: list[Mention] = []
        for claim in (*denied(document), *turns(document), *turned_stances(story, document)):
            if not any(claim.headline.start < at.end and at.start < claim.headline.end for at in told):
                told.append(claim.headline)
                yield _finding(story, document, claim.headline, [claim.body])


def _finding(story: Story, document: Document, above: Mention, body: Sequence[Mention]) -> Finding:
    said, told = squeeze(above.text), " / ".join(dict.fromkeys(squeeze(mention.text) for mention in body))
    params = {
        "source": labels_of(story)[document.id],
        "above": said,
        "body": told,
        "headline": squeeze(_around(document, above)),
        "forms": forms([said, told]),
    }
    texts = Message("STO002.summary", params), _why(above.block, params)
    values = [ValueGroup(said, (above,)), ValueGroup(told, tuple(body))]
    return finding("STO002", Level.ERROR, texts, values, subject=params["headline"])


def _why(block: BlockRole, params: Mapping[str, str]) -> Message:
    if block is BlockRole.CAPTION:
        return Message("STO002.caption", params)
    return Message("STO002.lead", params) if block is BlockRole.SUMMARY else Message("STO002.explanation", params)


def _around(document: Document, mention: Mention) -> str:
    """The block that holds a mention."""
    block = next(each for each in document.blocks if each.start <= mention.start < each.end)
    return document.text[block.start : block.end]


RULE = Rule(
    code="STO002",
    name="headline-not-borne-out",
    level=Level.ERROR,
    judge=judge,
    conflict=Example(
        (
            "Truce holds on the river\nA ceasefire between the two sides was still holding on Monday, they said.",
            "Truce collapses on the river\nA ceasefire between the two sides was still holding on Monday, they said.",
        ),
        headed=True,
    ),
    near_miss=Example(
        (
            "Truce holds on the river\nA ceasefire between the two sides was still holding on Monday, they said.",
            "Can the truce on the river hold?\nA ceasefire between the two sides was still holding on Monday.",
        ),
        headed=True,
    ),
    doc=__doc__,
)
