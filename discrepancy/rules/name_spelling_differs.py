"""One person's name is spelled in different ways by different sources.

What fires:
    A given name or surname of one person that one document spells otherwise than another ("Victor", "Viktor").
    Initials, nicknames, missing middle names, diacritics, case and possessives are no difference. A document
    that mixes two is taken by the one it uses most: a slip within it is said of it alone (NAM002).

Why it matters:
    A misspelled name is refiled. Readers and the people named see it first, and it spreads with every pickup.

Known limits:
    Which spelling is right is not said. Transliterations that house styles choose differently fire as well; a file
    given with --house-style says which the desk prefers, and where it lists all of them as forms that may stand, the
    difference is explained. Where it lists every spelling, one of them to be avoided, NAM004 alone says so.

Source:
    Reuters Handbook of Journalism, "Accuracy"; AP Stylebook, "names".
"""

from __future__ import annotations

from collections.abc import Iterator

from discrepancy.model import Finding, Level, Message, Reconciliation, Story
from discrepancy.rules.name_spellings import Spellings, find_spellings, is_across
from discrepancy.rules.rule import Example, Rule, finding, listed, value_group
from discrepancy.rules.rule import forms as shown


def judge(story: Story) -> Iterator[Finding]:
    """A warning for each part of a person's name that two documents spell differently."""
    for spellings in find_spellings(story):
        told = spellings.listed and not spellings.may_stand
        if is_across(spellings) and not told:
            yield _finding(story, spellings)


def _finding(story: Story, spellings: Spellings) -> Finding:
    forms = spellings.forms.items()
    params = {
        "person": spellings.group.subject,
        "values": listed(story, forms),
        "forms": shown(spellings.forms),
        "reason": spellings.reason,
    }
    summary = Message("NAM001.summary", params)
    level, reason = Level.WARNING, None
    if spellings.style:
        params["style"] = spellings.style
        summary = Message("NAM001.summary_styled", params)
        if spellings.may_stand:
            level = Level.NOTE
            reason = Reconciliation("spelling-convention", Message("reconcile.spelling-convention", params))
    texts = summary, Message("NAM001.explanation", params)
    values = [value_group(form, facts) for form, facts in forms]
    subject = " ".join(sorted(spellings.forms))
    return finding("NAM001", level, texts, values, subject=subject, group=spellings.group, reconciliation=reason)


RULE = Rule(
    code="NAM001",
    name="name-spelling-differs",
    level=Level.WARNING,
    judge=judge,
    conflict=Example(
        (
            "The report was written by Dr. Katherine Lindqvist, who heads the clinic. Lindqvist said so on Monday.",
            "The report was written by Dr. Catherine Lindqvist, who heads the clinic. Lindqvist said so on Monday.",
        )
    ),
    near_miss=Example(
        (
            "The report was written by Dr. Katherine Lindqvist, who heads the clinic. Lindqvist said so on Monday.",
            "The report was written by Dr. K. Lindqvist, who heads the clinic. Lindqvist said so on Monday.",
        )
    ),
    doc=__doc__,
)
