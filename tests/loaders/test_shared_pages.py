"""The pages kept for evaluation: what their gold says of furniture holds."""

import json
from pathlib import Path

import pytest

from discrepancy.loaders import collect
from discrepancy.model import BlockRole, Document

COMPARED = {BlockRole.HEADLINE, BlockRole.SUMMARY, BlockRole.SUBHEAD, BlockRole.BODY, BlockRole.CAPTION}


def gold_files(shared: Path) -> list[tuple[Path, Path]]:
    """Each gold file with the folder of its documents."""
    clusters = sorted((shared / "gold" / "clusters").iterdir())
    return [(shared / "gold" / "ukraine.json", shared / "seeds"), *((c / "gold.json", c) for c in clusters)]


def test_every_mention_to_be_flagged_or_explained_is_compared(shared: Path) -> None:
    for gold_file, folder in gold_files(shared):
        gold = json.loads(gold_file.read_text(encoding="utf-8"))
        documents = collect([folder]).documents
        entries = [*gold["must_flag"], *gold["reconcile"]]
        for mention in (m for entry in entries for value in entry["values"] for m in value):
            document = next(d for d in documents if d.id.startswith(gold["documents"][mention["doc"]]))
            assert role(document, mention) in COMPARED, (gold_file.parent.name, mention)


@pytest.mark.parametrize("word", ["furniture", "teaser", "phone number"])
def test_furniture_is_not_compared(shared: Path, word: str) -> None:
    for gold_file, folder in gold_files(shared):
        gold = json.loads(gold_file.read_text(encoding="utf-8"))
        documents = collect([folder]).documents
        for entry in (entry for entry in gold["must_not"] if word in entry["what"]):
            roles = [
                role(next(d for d in documents if d.id.startswith(gold["documents"][m["doc"]])), m)
                for m in entry["mentions"]
            ]
            assert BlockRole.FURNITURE in roles, (entry["what"], roles)


def role(document: Document, mention: dict[str, str]) -> BlockRole:
    plain = document.text.replace("\u00a0", " ")
    at = plain.index(mention["in"]) + mention["in"].index(mention["text"])
    return document.role_at(at)
