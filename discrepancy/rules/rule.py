"""What a rule is, and how a finding is made."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from discrepancy.labels import FIGURE, label_documents
from discrepancy.model import Fact, Finding, Group, Level, Message, Param, Reconciliation, Story, StyleEntry, ValueGroup
from discrepancy.rules.once import once
from discrepancy.text.characters import fold, squeeze

Judge = Callable[[Story], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Example:
    """Texts that a rule is tried on: each one version of a story, all published on one day; and the house style.

    ``days`` says how many days after the first each version came out, where they did not on one day. ``headed``: the
    first line of each version is its headline. ``source`` published all of them, where it is given.
    """

    versions: tuple[str, ...]
    house_style: tuple[StyleEntry, ...] = ()
    days: tuple[int, ...] = ()
    headed: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule, as its file declares it.

    Attributes:
        code: stable, such as ``NUM001``.
        name: in words parted by hyphens, the file's name.
        level: the level of a finding that nothing softens.
        judge: the findings of a story.
        conflict: texts on which it must fire.
        near_miss: texts that look alike and on which it must not fire above a note.
        doc: its docstring: what fires, why it matters, known limits, source.
        asked: whether it is off until the settings ask for it.
    """

    code: str
    name: str
    level: Level
    judge: Judge
    conflict: Example
    near_miss: Example
    doc: str
    asked: bool = False

    @property
    def summary(self) -> str:
        """The docstring's first line."""
        return self.doc.strip().splitlines()[0]


def finding(
    rule: str,
    level: Level,
    texts: tuple[Message, Message],
    values: Sequence[ValueGroup],
    *,
    subject: str,
    group: Group | None = None,
    reconciliation: Reconciliation | None = None,
) -> Finding:
    """A finding with an id made of what it says: rule, subject, values and how they are explained."""
    kind = reconciliation.kind if reconciliation else ""
    says = "\n".join([rule, fold(subject), kind, *sorted(squeeze(value.label) for value in values)])
    return Finding(
        id=f"{rule}-{hashlib.sha256(says.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}",
        rule=rule,
        level=level,
        summary=texts[0],
        explanation=texts[1],
        values=tuple(values),
        reconciliation=reconciliation,
        subject=subject,
        group=group.id if group else "",
        confidence=group.confidence if group else 1.0,
    )


def told_of(subject: str) -> Param:
    """What figures are told of, for a message: the texts' own words, or that they are figures."""
    return Message("page.kind.quantity") if subject == FIGURE else subject


def facts_of(story: Story, group: Group) -> list[Fact]:
    """The facts of ``group``, in its order."""
    return [story.fact[fact_id] for fact_id in group.facts]


def sources(story: Story, facts: Iterable[Fact]) -> str:
    """The sources of ``facts``, each once, in the order of the documents."""
    labels = labels_of(story)
    order = _order(story)
    ids = sorted({fact.mention.document for fact in facts}, key=order.__getitem__)
    return ", ".join(labels[document] for document in ids)


@once
def labels_of(story: Story) -> dict[str, str]:
    """What a reader calls each document, by its id."""
    return label_documents(story.documents)


@once
def _order(story: Story) -> dict[str, int]:
    return {document.id: place for place, document in enumerate(story.documents)}


def value_group(label: str, facts: Iterable[Fact], said: Message | None = None) -> ValueGroup:
    """A value with the mentions of ``facts``, in order."""
    mentions = sorted((fact.mention for fact in facts), key=lambda m: (m.document, m.start))
    return ValueGroup(label, tuple(mentions), said)


_LONG = 60
_COMMA = Message("page.list")


def forms(labels: Iterable[str]) -> str:
    """Values side by side for a headline: "17 / 27"; a long one is cut."""
    return " / ".join(label if len(label) <= _LONG else f"{label[: _LONG - 1].rstrip()}…" for label in labels)


def joined(parts: Iterable[Param], between: Param = _COMMA) -> Param:
    """Parts of a message in one line, each of which is said in the reader's language."""
    return tuple(each for place, part in enumerate(parts) for each in ((between, part) if place else (part,)))


def in_quotes(words: str) -> Message:
    """A source's words between the quotation marks of the reader's language."""
    return Message("words.quoted", {"text": words})


def forms_in_quotes(labels: Iterable[str]) -> Param:
    """As ``forms``, of words between quotation marks; one that is cut ends without them."""
    room = _LONG - 2
    parts = (
        in_quotes(each) if len(each) <= room else Message("words.cut", {"text": each[:room].rstrip()})
        for each in labels
    )
    return joined(parts, " / ")


def listed_said(story: Story, values: Iterable[tuple[Param, Iterable[Fact]]]) -> Param:
    """As ``listed``, of values that are said in the reader's language."""
    return joined(((value, f" ({sources(story, facts)})") for value, facts in values), "; ")


def listed(story: Story, values: Iterable[tuple[str, Iterable[Fact]]]) -> str:
    """Values with who gives each, in one line: "250,000 (A, B); 200,000 (C)"."""
    return "; ".join(f"{label} ({sources(story, facts)})" for label, facts in values)
