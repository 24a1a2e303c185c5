"""A text uses a form that the house style says to avoid.

What fires:
    A form listed under "avoid" in the file given with --house-style, in headline, summary, body or caption; and that
    form's surname alone, where the text or another version gives the person by a form in the same line of the file.
    Without such a file nothing fires.

Why it matters:
    A desk writes one form for a name. Copy from agencies and other outlets brings its own, and it is found last.

Known limits:
    Forms are found by their letters and capitals: a one-word form is found wherever that word stands, but for a list
    of dishes, institutions and the like that keep an older name ("chicken Kiev", "Bombay High Court") and for how a
    thing is made ("Kiev-style"). List other longer names as accepted to let them stand. Titles of books and words
    quoted from print keep their own spelling, and are flagged.

Source:
    The house style file itself; its note and source are shown.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from discrepancy.house_style import Hit, Lookup, lookup
from discrepancy.lexicon import words
from discrepancy.model import (
    BlockRole,
    Document,
    Fact,
    FactKind,
    Finding,
    Level,
    Mention,
    Message,
    Span,
    Story,
    StyleEntry,
    ValueGroup,
)
from discrepancy.names.characters import written
from discrepancy.names.prepare import prepare
from discrepancy.rules.rule import Example, Rule, finding, forms, labels_of

_LOOKED_THROUGH = frozenset(
    {BlockRole.HEADLINE, BlockRole.SUMMARY, BlockRole.SUBHEAD, BlockRole.BODY, BlockRole.CAPTION}
)
"""A correction note may name the form that it corrects; credits are the photographer's own."""

_MADE = re.compile(r"[-‐‑](?:made|style|type|brand|inspired|cut)\b")
_REACH = 24
"""Characters on either side of a form that a set name which holds it may reach over."""

Places = Mapping[str, Sequence[Mention]]
"""Forms to avoid, each with where it stands."""


def judge(story: Story) -> Iterator[Finding]:
    """A warning for each entry of the house style that the story does not follow."""
    if not story.house_style:
        return
    listed = lookup(story.house_style)
    found: dict[StyleEntry, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for document in story.documents:
        hits = list(_hits(listed, document))
        for hit in hits:
            if hit.avoid:
                found[hit.entry][hit.form].append(_mention(document, hit.span))
        taken = [hit.span for hit in hits]
        for fact, entry in _surnames(listed, story, document):
            span = Span(fact.mention.start, fact.mention.end)
            if not any(span.overlaps(other) for other in taken):
                found[entry][fact.mention.text].append(fact.mention)
    for entry, places in found.items():
        yield _finding(story, entry, places)


def _hits(listed: Lookup, document: Document) -> Iterator[Hit]:
    """The forms in the blocks of a document that are looked through, at offsets into its text."""
    for block in document.blocks:
        if block.role in _LOOKED_THROUGH:
            text = document.text[block.start : block.end]
            yield from (hit.moved(block.start) for hit in listed.find(text) if not _in_set_name(text, hit))


def _in_set_name(text: str, hit: Hit) -> bool:
    """Whether a form stands in a name that is not the place's ("chicken Kiev") or says how a thing is made."""
    if " " in hit.form or not hit.avoid:
        return False
    if _MADE.match(text, hit.span.end):
        return True
    low = max(0, hit.span.start - _REACH)
    around = _set_names().finditer(text, low, hit.span.end + _REACH)
    return any(name.start() < hit.span.end and hit.span.start < name.end() for name in around)


@cache
def _set_names() -> re.Pattern[str]:
    names = "|".join(re.escape(name).replace(r"\ ", r"\s") for name in sorted(words("set_names")))
    return re.compile(rf"\b(?:{names})\b", re.IGNORECASE)


def _mention(document: Document, span: Span) -> Mention:
    text = document.text[span.start : span.end]
    return Mention(document.id, span.start, span.end, text, document.role_at(span.start))


def _surnames(listed: Lookup, story: Story, document: Document) -> Iterator[tuple[Fact, StyleEntry]]:
    """Bare surnames in a document that an avoided form of their person ends in, and no form that may stand."""
    entries = _entries_of_people(listed, story)
    for fact in story.facts:
        if fact.kind is not FactKind.PERSON or fact.name.given or fact.mention.document != document.id:
            continue
        entry = entries.get(fact.subject.head)
        if entry is None or fact.mention.block not in _LOOKED_THROUGH:
            continue
        surname = _surname(fact.mention.text)
        may_stand = {_surname(form) for form in (entry.preferred, *entry.accepted)}
        if surname not in may_stand and surname in {_surname(form) for form in entry.avoid}:
            yield fact, entry


def _entries_of_people(listed: Lookup, story: Story) -> dict[str, StyleEntry]:
    """The entry that lists a person's full name, by the person's id; a person of two entries is left out."""
    found: dict[str, set[StyleEntry]] = defaultdict(set)
    for fact in story.facts:
        if fact.kind is FactKind.PERSON and fact.name.given:
            found[fact.subject.head].update(entry for entry, _ in listed.entries(fact.name.full))
    return {person: next(iter(entries)) for person, entries in found.items() if len(entries) == 1}


def _surname(form: str) -> str:
    """The surname of a form as spelled, empty where there is none."""
    read = prepare(written(form))
    return read.words[read.surname].spelled if read.words else ""


def _finding(story: Story, entry: StyleEntry, places: Places) -> Finding:
    labels = labels_of(story)
    mentions = [mention for found in places.values() for mention in found]
    used_by = {mention.document for mention in mentions}
    params = {
        "preferred": entry.preferred,
        "forms": forms(sorted(places)),
        "sources": ", ".join(labels[document.id] for document in story.documents if document.id in used_by),
        "note": "; ".join(filter(None, (entry.note.rstrip("."), entry.source.rstrip(".")))),
    }
    explanation = Message("NAM004.explanation", params)
    if params["note"]:
        explanation = Message("NAM004.explanation_noted", params)
    texts = Message("NAM004.summary", params), explanation
    values = [
        ValueGroup(form, tuple(sorted(places[form], key=lambda mention: (mention.document, mention.start))))
        for form in sorted(places)
    ]
    return finding("NAM004", Level.WARNING, texts, values, subject=entry.preferred)


_STYLE = (StyleEntry(preferred="Oleksiy Marchenko", avoid=("Aleksei Marchenko", "Alexey Marchenko")),)

RULE = Rule(
    code="NAM004",
    name="name-house-style",
    level=Level.WARNING,
    judge=judge,
    conflict=Example(
        (
            "The bridge was opened on Monday by the engineer Aleksei Marchenko, who built it.",
            "The bridge was opened on Monday by the engineer Oleksiy Marchenko, who built it.",
        ),
        house_style=_STYLE,
    ),
    near_miss=Example(
        (
            "The bridge was opened on Monday by the engineer Oleksiy Marchenko, who built it.",
            "The bridge was opened on Monday by the engineer Marchenko, who built it.",
        ),
        house_style=_STYLE,
    ),
    doc=__doc__,
)
