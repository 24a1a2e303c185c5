"""One document spells one person's name in two ways.

What fires:
    A given name or surname of one person that a single document spells in two ways, in body, headline or captions.
    Documents that mix the same spellings are named together.

Why it matters:
    Whatever the house style is, one text can not follow two. Captions come with the agency's spelling and are
    corrected last.

Known limits:
    A name inside a quotation from a written source may rightly be spelled as that source spells it.

Source:
    Reuters Handbook of Journalism, "Accuracy".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from discrepancy.model import Fact, Finding, Level, Message, Story
from discrepancy.rules.name_spellings import Spellings, by_document, find_spellings
from discrepancy.rules.rule import Example, Rule, finding, sources, value_group
from discrepancy.rules.rule import forms as shown


def judge(story: Story) -> Iterator[Finding]:
    """A warning for each name of which documents mix the spellings, with the documents that do."""
    for spellings in find_spellings(story):
        mixed: dict[frozenset[str], dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
        for forms in by_document(spellings).values():
            if len(forms) > 1:
                for form, facts in forms.items():
                    mixed[frozenset(forms)][form] += facts
        for forms in mixed.values():
            yield _finding(story, spellings, forms)


def _finding(story: Story, spellings: Spellings, forms: Mapping[str, Sequence[Fact]]) -> Finding:
    facts = [fact for found in forms.values() for fact in found]
    params = {
        "person": spellings.group.subject,
        "source": sources(story, facts),
        "forms": shown(forms),
        "reason": spellings.reason,
    }
    summary = Message("NAM002.summary", params)
    if spellings.style:
        params["style"] = spellings.style
        summary = Message("NAM002.summary_styled", params)
    texts = summary, Message("NAM002.explanation", params)
    values = [value_group(form, found) for form, found in forms.items()]
    subject = " ".join(sorted(forms))
    return finding("NAM002", Level.WARNING, texts, values, subject=subject, group=spellings.group)


RULE = Rule(
    code="NAM002",
    name="name-spelling-mixed",
    level=Level.WARNING,
    judge=judge,
    conflict=Example(
        (
            "Dr. Katherine Lindqvist heads the clinic.\n\nThe report was written by Dr. Catherine Lindqvist on Monday.",
            "The clinic published its report on Monday.",
        )
    ),
    near_miss=Example(
        (
            "Dr. Katherine Lindqvist heads the clinic.\n\nThe report was written by Dr. Lindqvist's staff on Monday.",
            "The clinic published its report on Monday.",
        )
    ),
    doc=__doc__,
)
