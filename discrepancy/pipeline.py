"""The order of the stages: documents -> facts -> people -> groups -> findings. Only this module knows all rooms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from discrepancy.align import align_facts
from discrepancy.extract import extract_facts
from discrepancy.extract.reading import COMPARED
from discrepancy.house_style import read_house_style
from discrepancy.known import Known, known_facts, known_reports, told_by, told_by_all
from discrepancy.loaders import Loaded
from discrepancy.model import (
    Document,
    Fact,
    FactKind,
    Finding,
    Group,
    Person,
    ReportData,
    RuleInfo,
    Span,
    Story,
    StyleEntry,
)
from discrepancy.progress import Progress, unwatched
from discrepancy.rules import Rule, all_rules, chosen_rules, judge_stories
from discrepancy.settings import Settings
from discrepancy.stories.chains import find_chains
from discrepancy.stories.families import find_families
from discrepancy.stories.people import settle_people
from discrepancy.stories.unrelated import find_stories
from discrepancy.text.engine import load_engine

_READ_TOGETHER = 150_000
"""Characters of the documents whose paragraphs are read in common batches: half of what the engine remembers."""


def check_documents(loaded: Loaded, settings: Settings, progress: Progress = unwatched) -> ReportData:
    """Run every stage over documents that tell one story.

    Args:
        loaded: what the loaders read, with what they could not read or passed over.
        settings: the settings of the check.
        progress: told as documents are read.

    Raises:
        EngineMissing: there are documents and no language model.
        InputError: the house style file can not be used.
        UsageError: the settings name a rule that there is not.
    """
    documents = _ordered(loaded.documents)
    if not documents:
        return check_facts(loaded, (), settings, progress)
    known, size = known_reports(settings), sum(len(document.text) for document in documents)
    all_of_it = told_by_all(replace(loaded, documents=documents), settings, _style(settings))
    found = known.get(all_of_it, size)
    if found is None:
        found = check_facts(loaded, read_facts(documents, settings, progress), settings, progress)
        known.put(all_of_it, size, found)
    else:
        for done in range(len(documents)):
            progress("read", done + 1, len(documents))
        progress("compared", 0, 1)
        progress("compared", 1, 1)
    return found


def check_facts(
    loaded: Loaded, facts: Sequence[Sequence[Fact]], settings: Settings, progress: Progress = unwatched
) -> ReportData:
    """Hold against each other what :func:`read_facts` found in documents: the stages that see the whole story.

    Args:
        loaded: what the loaders read, with what they could not read or passed over.
        facts: the facts of each document, in the order of the documents' ids.
        settings: the settings of the check.
        progress: told when the documents were compared.

    Raises:
        InputError: the house style file can not be used.
        UsageError: the settings name a rule that there is not.
    """
    rules = chosen_rules(settings.also, settings.without)
    style = _style(settings)
    documents = _ordered(loaded.documents)
    settled, people = settle_people(list(chain.from_iterable(facts)), documents)
    progress("compared", 0, 1)
    families, apart = find_families(documents), find_stories(documents)
    stories = [_story(documents, settled, people, members, families, style) for members in apart]
    findings = judge_stories(stories, rules, settings.levels)
    groups = _numbered([group for story in stories for group in _telling(story.groups, findings)])
    progress("compared", 1, 1)
    return ReportData(
        documents=documents,
        facts=_told(settled, groups),
        people=people,
        groups=groups,
        findings=findings,
        families=families,
        stories=apart if len(apart) > 1 else (),
        draft=loaded.draft,
        unread=loaded.unread,
        skipped=loaded.skipped,
        rules=tuple(RuleInfo(rule.code, rule.name, rule.summary, rule.doc) for rule in all_rules()),
        off=_off(rules, style),
    )


def _style(settings: Settings) -> tuple[StyleEntry, ...]:
    return read_house_style(settings.house_style) if settings.house_style else ()


def _off(running: Collection[Rule], style: Sequence[StyleEntry]) -> tuple[str, ...]:
    """The rules that find nothing because they do not run, or have no house style to hold the texts against."""
    idle = (rule for rule in all_rules() if rule not in running or (rule.conflict.house_style and not style))
    return tuple(rule.code for rule in idle)


def _story(
    documents: Sequence[Document],
    facts: Sequence[Fact],
    people: Sequence[Person],
    members: Collection[str],
    families: Sequence[tuple[str, ...]],
    style: tuple[StyleEntry, ...],
) -> Story:
    """One story of those that the documents tell: nothing is held against what belongs to another."""
    own = tuple(document for document in documents if document.id in members)
    stated = tuple(fact for fact in facts if fact.mention.document in members)
    ids = {fact.id for fact in stated}
    present = tuple(replace(one, facts=kept) for one in people if (kept := tuple(f for f in one.facts if f in ids)))
    aligned = align_facts(own, stated, present)
    return Story(
        documents=own,
        facts=stated,
        people=present,
        groups=aligned.groups,
        kindred=aligned.kindred,
        house_style=style,
        families=tuple(each for each in families if set(each) <= set(members)),
        chains=find_chains(own),
    )


def _telling(groups: Sequence[Group], findings: Sequence[Finding]) -> Sequence[Group]:
    """The groups that a report tells of: claims are worth a word only where a rule has one to say on them."""
    judged = {finding.group for finding in findings}
    return [group for group in groups if group.kind is not FactKind.CLAIM or group.id in judged]


def _numbered(groups: Sequence[Group]) -> tuple[Group, ...]:
    """The groups of all stories with an id of its own each: two stories may speak of one person."""
    seen: Counter[str] = Counter()
    found = []
    for group in groups:
        seen[group.id] += 1
        again = seen[group.id]
        found.append(group if again == 1 else replace(group, id=f"{group.id}:{again}"))
    return tuple(found)


def _told(facts: Sequence[Fact], groups: Sequence[Group]) -> tuple[Fact, ...]:
    """The facts that a report tells of: every clause is a claim, and only one that meets its denial is worth a word."""
    grouped = {fact_id for group in groups for fact_id in group.facts}
    return tuple(fact for fact in facts if fact.kind is not FactKind.CLAIM or fact.id in grouped)


def extract_documents(loaded: Loaded, settings: Settings) -> ReportData:
    """Read the facts of documents and hold nothing against anything.

    Raises:
        EngineMissing: there are documents and no language model.
    """
    documents = _ordered(loaded.documents)
    facts, people = settle_people(list(chain.from_iterable(read_facts(documents, settings))), documents)
    return ReportData(
        documents=documents,
        facts=_told(facts, ()),
        people=people,
        groups=(),
        findings=(),
        unread=loaded.unread,
        skipped=loaded.skipped,
    )


def read_facts(
    documents: Sequence[Document], settings: Settings, progress: Progress = unwatched
) -> tuple[tuple[Fact, ...], ...]:
    """The facts of each document, in the documents' order. Those of one depend on that document alone.

    Raises:
        EngineMissing: there are documents and no language model.
    """
    if not documents:
        return ()
    known = known_facts(settings)
    found: list[tuple[Fact, ...]] = []
    for several in _by_length(documents):
        before = [known.get(told_by(document), len(document.text)) for document in several]
        unknown = [document for document, facts in zip(several, before, strict=True) if facts is None]
        if unknown:
            load_engine(settings.model).read_ahead((document.text, _compared(document)) for document in unknown)
        for document, facts in zip(several, before, strict=True):
            found.append(_facts_of(document, settings, known) if facts is None else facts)
            progress("read", len(found), len(documents))
    return tuple(found)


def _facts_of(document: Document, settings: Settings, known: Known[tuple[Fact, ...]]) -> tuple[Fact, ...]:
    facts = extract_facts(document, load_engine(settings.model))
    known.put(told_by(document), len(document.text), facts)
    return facts


def _compared(document: Document) -> list[Span]:
    """Where the paragraphs stand that :func:`extract_facts` will have parsed."""
    return [Span(block.start, block.end) for block in document.blocks if block.role in COMPARED]


def _by_length(documents: Sequence[Document]) -> Iterator[list[Document]]:
    """The documents in runs, in order, whose words the engine reads together: more it would not remember."""
    several: list[Document] = []
    size = 0
    for document in documents:
        if several and size + len(document.text) > _READ_TOGETHER:
            yield several
            several, size = [], 0
        several.append(document)
        size += len(document.text)
    if several:
        yield several


def _ordered(documents: Iterable[Document]) -> tuple[Document, ...]:
    return tuple(sorted(documents, key=lambda document: document.id))
