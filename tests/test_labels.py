"""What a reader calls each version."""

import dataclasses

import pytest

from discrepancy.labels import label_documents
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
