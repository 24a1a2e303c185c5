"""The order of the stages: documents -> facts -> people -> groups -> findings. Only this module knows all rooms."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.align import align_facts
from discrepancy.extract import extract_facts
from discrepancy.house_style import read_house_style
from discrepancy.loaders import Loaded
from discrepancy.model import Document, Fact, FactKind, Group, ReportData, RuleInfo, Story
from discrepancy.progress import Progress, unwatched
from discrepancy.rules import all_rules, judge_story
from discrepancy.settings import Settings
from discrepancy.stories.families import find_families
from discrepancy.stories.people import settle_people
from discrepancy.text.engine import load_engine


def check_documents(loaded: Loaded, settings: Settings, progress: Progress = unwatched) -> ReportData:
    """Run every stage over documents that tell one story.

    Args:
        loaded: what the loaders read, with what they could not read or passed over.
        settings: the settings of the check.
        progress: told as documents are read.

    Raises:
        EngineMissing: there are documents and no language model.
        InputError: the house style file can not be used.
    """
    style = read_house_style(settings.house_style) if settings.house_style else ()
    documents = tuple(sorted(loaded.documents, key=lambda document: document.id))
    facts = _extract(documents, settings, progress)
    settled, people = settle_people(facts, documents)
    progress("compared", 0, 1)
    aligned = align_facts(documents, settled, people)
    groups, families = aligned.groups, find_families(documents)
    story = Story(
        documents=documents,
        facts=settled,
        people=people,
        groups=groups,
        kindred=aligned.kindred,
        house_style=style,
        families=families,
    )
    findings = judge_story(story)
    progress("compared", 1, 1)
    return ReportData(
        documents=documents,
        facts=_told(settled, groups),
        people=people,
        groups=groups,
        findings=findings,
        families=families,
        draft=loaded.draft,
        unread=loaded.unread,
        skipped=loaded.skipped,
        rules=tuple(RuleInfo(rule.code, rule.name, rule.summary) for rule in all_rules()),
    )


def _told(facts: Sequence[Fact], groups: Sequence[Group]) -> tuple[Fact, ...]:
    """The facts that a report tells of: every clause is a claim, and only one that meets its denial is worth a word."""
    grouped = {fact_id for group in groups for fact_id in group.facts}
    return tuple(fact for fact in facts if fact.kind is not FactKind.CLAIM or fact.id in grouped)


def extract_documents(loaded: Loaded, settings: Settings) -> ReportData:
    """Read the facts of documents and hold nothing against anything.

    Raises:
        EngineMissing: there are documents and no language model.
    """
    documents = tuple(sorted(loaded.documents, key=lambda document: document.id))
    facts, people = settle_people(_extract(documents, settings, unwatched), documents)
    return ReportData(
        documents=documents,
        facts=_told(facts, ()),
        people=people,
        groups=(),
        findings=(),
        unread=loaded.unread,
        skipped=loaded.skipped,
    )


def _extract(documents: Sequence[Document], settings: Settings, progress: Progress) -> list[Fact]:
    if not documents:
        return []
    engine = load_engine(settings.model)
    facts: list[Fact] = []
    for done, document in enumerate(documents, start=1):
        facts += extract_facts(document, engine)
        progress("read", done, len(documents))
    return facts
