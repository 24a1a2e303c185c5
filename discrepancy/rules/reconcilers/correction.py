"""Correction: a note in one version says that the one figure replaces the other."""

from __future__ import annotations

import re

from discrepancy.model import BlockRole, Fact, Message, Reconciliation, Story

ORDER = 5


def reconcile(a: Fact, b: Fact, story: Story) -> Reconciliation | None:
    """The reason, where a correction block of some version holds both figures."""
    for document in story.documents:
        for block in document.blocks:
            if block.role is BlockRole.CORRECTION:
                text = document.text[block.start : block.end]
                if _holds(text, a) and _holds(text, b):
                    words = {"a": a.mention.text, "b": b.mention.text, "note": text.strip("() \n")}
                    return Reconciliation("correction", Message("reconcile.correction", words))
    return None


def _holds(text: str, fact: Fact) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(fact.mention.text)}(?!\w)", text))
