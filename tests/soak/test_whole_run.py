"""The whole command in no more than three times what its language engine alone takes; five articles of 9,000 words."""

from pathlib import Path

import pytest

from benchmarks.whole_run import BAR, lengthen, measure
from tests.samples import SEEDS


@pytest.mark.soak
def test_the_whole_run_is_quick(tmp_path: Path) -> None:
    figures = measure(lengthen(SEEDS, tmp_path, 9000))
    assert figures["documents"] == 5
    assert figures["words"] >= 9000
    assert figures["ratio"] <= BAR, figures


def test_texts_are_lengthened_by_their_own_paragraphs(tmp_path: Path) -> None:
    folder = lengthen(SEEDS, tmp_path / "long", 6500)
    words = sum(len(path.read_text(encoding="utf-8").split()) for path in folder.iterdir())
    assert len(list(folder.iterdir())) == 5
    assert 6500 <= words < 7000
