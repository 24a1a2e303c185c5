"""What a reader calls each version."""

import dataclasses

import pytest

from discrepancy.labels import label_documents, unique_id
from discrepancy.model import Document
from tests.builders import doc


@pytest.mark.parametrize(
    ("sources", "labels"),
    [
        (("Post", "Wire"), ["Post", "Wire"]),
        (("Wire", "Wire"), ["Wire (a)", "Wire (b)"]),
        (("a", "b"), ["a", "b"]),
        (("", "Wire"), ["a", "Wire"]),
        (("b", "b"), ["b (a)", "b"]),
        (("Wire", "Wire", "Wire (a)"), ["a", "Wire (b)", "c"]),
    ],
)
def test_labels_name_the_source_and_tell_versions_apart(sources: tuple[str, ...], labels: list[str]) -> None:
    documents = [
        dataclasses.replace(doc("It rained.", id=name), source=each) for name, each in zip("abc", sources, strict=False)
    ]
    assert list(label_documents(documents).values()) == labels


def under_a_digest(path: str, name: str, source: str = "") -> Document:
    """A document as `discrepancy batch` reads it."""
    known = unique_id(name, path)
    return dataclasses.replace(doc("It rained."), id=known, path=path, source=source or known)


@pytest.mark.parametrize(
    ("read", "labels"),
    [
        ([("in/bank_a.txt", "bank-a", "")], ["bank_a"]),
        ([("in/a_1.txt", "a-1", "Wire"), ("in/a_2.txt", "a-2", "Wire")], ["Wire (a_1)", "Wire (a_2)"]),
        ([("a/flood.txt", "flood", ""), ("b/flood.txt", "flood", "")], ["a/flood.txt", "b/flood.txt"]),
        ([("in/rows.jsonl#4", "411eb8e4", "")], ["411eb8e4"]),
        ([("in/rows.jsonl, line 4", "411eb8e4", "")], ["411eb8e4"]),
        ([("in/old.zip/St. Ives.html", "st-ives", "")], ["St. Ives"]),
    ],
)
def test_a_name_made_for_a_batch_is_shown_as_the_file_is_called(
    read: list[tuple[str, str, str]], labels: list[str]
) -> None:
    documents = [under_a_digest(*each) for each in read]
    assert list(label_documents(documents).values()) == labels


def test_documents_of_one_path_are_told_apart_by_their_ids() -> None:
    documents = [under_a_digest("in/rows.jsonl", name) for name in ("one", "two")]
    assert list(label_documents(documents).values()) == [each.id for each in documents]
