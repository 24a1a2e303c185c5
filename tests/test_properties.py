"""What holds for any story: the same bytes, whatever the order; no conflict of a text with itself; true offsets.

``make soak`` runs every property again with more and longer stories.
"""

from __future__ import annotations

import os
import random
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import discrepancy
from discrepancy import known
from discrepancy.model import BlockRole, Document
from discrepancy.report import Report
from discrepancy.settings import Settings
from tests.builders import doc
from tests.samples import SEEDS, as_json, run_apart, said

SOAK = os.environ.get("DISCREPANCY_SOAK", "") not in {"", "0"}
MOST = 12 if SOAK else 4
whole_stories = settings(max_examples=300 if SOAK else 20)
"""How many stories are checked: each is read anew by one to three checks, a tenth of a second or more for each."""
FILLER = "The square was quiet, and the shops were open."
IDLE = (FILLER, "Nobody minded the rain.", "It was a good place to sit and wait.", "Then the talk turned to gardens.")


def _paragraphs() -> list[str]:
    """The paragraphs of the sample story's articles, one a line, in plain white space."""
    documents = [each for path in sorted(SEEDS.glob("*.txt")) for each in discrepancy.load(path)]
    bodies = [document.text[b.start : b.end] for document in documents for b in document.blocks if _is_article(b.role)]
    return sorted({" ".join(body.split()) for body in bodies})


def _is_article(role: BlockRole) -> bool:
    return role in {BlockRole.BODY, BlockRole.HEADLINE, BlockRole.CAPTION}


def _sentences() -> st.SearchStrategy[str]:
    """Sentences that contradict each other often: few subjects, several figures, names, days and wordings."""
    pick = st.sampled_from
    count = pick(["17", "27", "about 30", "more than 25", "2,000", "1,987", "seventeen", "5.5 million", "20 to 30"])
    who = pick(["Katherine Lindqvist", "Catherine Lindqvist", "Sergei Orlov", "Sergey Orlov", "Ruth Abara"])
    day = pick(["Monday", "Tuesday", "today", "on March 14, 2024", "on March 15, 2024"])
    word = pick(["dysfunction", "destruction", "dysfunction, really"])
    share = pick(["12%", "12.4 percent", "a third", "40 percent"])
    return st.one_of(
        st.builds("Police arrested {} demonstrators after the march {}.".format, count, day),
        st.builds("Mayor {} said {} people were missing.".format, who, count),
        st.builds("“This chamber has become a den of {},” the mayor, {}, said {}.".format, word, who, day),
        st.builds("Turnout was {}, said {}.".format, share, who),
        st.builds("The council will vote on the housing plan {}.".format, day),
        st.builds("The army, which has {} soldiers, will have {} in three years.".format, count, count),
    )


def articles(most: int = MOST) -> st.SearchStrategy[str]:
    """An article, a paragraph a line."""
    lines = st.one_of(_sentences(), st.sampled_from(_paragraphs()))
    return st.lists(lines, min_size=1, max_size=most).map("\n".join)


def stories() -> st.SearchStrategy[list[str]]:
    """Two or three versions."""
    return st.lists(articles(), min_size=2, max_size=3)


def any_text() -> st.SearchStrategy[str]:
    """Any text at all, and text that nearly makes sense."""
    odd = st.sampled_from(["“", "”", '"', "'", "’", "$", "€", "%", "-", "–", ".", ",", "\u00a0", "\n", " ", "0", "1,0"])
    words = st.sampled_from(["said", "million", "half", "Mr.", "May", "Feb.", "29", "1/2", "½", "about", "to", "Ivan"])
    return st.one_of(st.text(max_size=80 * MOST), st.lists(st.one_of(odd, words), max_size=12 * MOST).map(" ".join))


def documents_of(texts: Sequence[str]) -> list[Document]:
    return [doc(text, id=name) for text, name in zip(texts, "abc", strict=False)]


def bytes_of(report: Report) -> tuple[str, str]:
    known.forget()  # the next check works everything out anew
    return report.render("json"), report.render("html")


class Properties:
    @whole_stories
    @given(stories())
    def test_same_input_same_bytes(self, texts: list[str]) -> None:
        assert bytes_of(discrepancy.check(documents_of(texts))) == bytes_of(discrepancy.check(documents_of(texts)))

    @whole_stories
    @given(stories(), st.randoms(use_true_random=False))
    def test_order_of_documents_changes_nothing(self, texts: list[str], chance: random.Random) -> None:
        documents = documents_of(texts)
        shuffled = chance.sample(documents, len(documents))
        assert bytes_of(discrepancy.check(shuffled)) == bytes_of(discrepancy.check(documents))

    @whole_stories
    @given(stories(), st.randoms(use_true_random=False))
    def test_order_of_files_changes_nothing(self, texts: list[str], chance: random.Random) -> None:
        with tempfile.TemporaryDirectory() as folder:
            base = Path(folder)
            paths = [base / name for name in ("b/wire.txt", "a/wire.txt", "wire.txt")[: len(texts)]]
            for path, text in zip(paths, texts, strict=True):
                path.parent.mkdir(exist_ok=True)
                path.write_text(text.replace("\n", "\n\n"), encoding="utf-8")
            settings = Settings(base=base)
            in_order = discrepancy.check(paths, settings=settings).render("json")
            known.forget()
            assert discrepancy.check(chance.sample(paths, len(paths)), settings=settings).render("json") == in_order
            known.forget()
            assert discrepancy.check(base, settings=settings).render("json") == in_order

    @whole_stories
    @given(articles(2 * MOST))
    def test_an_article_does_not_contradict_its_twin(self, text: str) -> None:
        alone = discrepancy.check([doc(text, id="a")])
        twins = discrepancy.check([doc(text, id="a"), doc(text, id="b")])
        assert said(twins.findings) == said(alone.findings)

    @whole_stories
    @given(stories(), st.sampled_from(IDLE), st.booleans())
    def test_a_paragraph_without_facts_changes_no_finding(self, texts: list[str], idle: str, last: bool) -> None:
        first, *others = documents_of(texts)
        longer = f"{first.text}\n{idle}" if last else f"{idle}\n{first.text}"
        changed = discrepancy.check([doc(longer, id=first.id), *others])
        assert said(changed.findings) == said(discrepancy.check([first, *others]).findings)

    @whole_stories
    @given(stories())
    def test_offsets_slice_to_the_mention(self, texts: list[str]) -> None:
        assert_offsets(discrepancy.check(documents_of(texts)))

    @given(any_text(), any_text())
    def test_any_text_at_all_is_checked(self, one: str, other: str) -> None:
        report = discrepancy.check([doc(one, id="a"), doc(f"{other}\n{one}", id="b")])
        assert_offsets(report)
        assert report.render("html").encode("utf-8")


def assert_offsets(report: Report) -> None:
    """Every offset of a JSON report slices its document's text to the words beside it; every id leads somewhere."""
    raw = as_json(report)
    texts = {each["id"]: each["text"] for each in raw["documents"]}
    mentions = [m for f in raw["findings"] for v in f["values"] for m in v["mentions"]]
    for place in (*raw["facts"], *mentions):
        assert texts[place["document"]][place["start"] : place["end"]] == place["text"] != ""
    assert {fact for group in raw["groups"] for fact in group["facts"]} <= {fact["id"] for fact in raw["facts"]}
    assert {finding["group"] for finding in raw["findings"]} - {""} <= {group["id"] for group in raw["groups"]}
    assert len({finding["id"] for finding in raw["findings"]}) == len(raw["findings"])


class TestShort(Properties):
    """The default size."""


@pytest.mark.soak
class TestLong(Properties):
    """More and longer stories."""


def test_a_text_with_half_a_character_is_checked() -> None:
    """A lone surrogate is no text, and comes out of broken JSON."""
    texts = ("Police arrested 17 people\ud800 on Monday.", "Police arrested 27 people on Monday.")
    report = discrepancy.check(documents_of(texts))
    assert report.render("json").encode("utf-8")
    assert report.render("html").encode("utf-8")
    assert len(report.findings) == 1


def test_zone_of_publication_is_kept() -> None:
    import datetime as dt

    at = dt.datetime(2024, 3, 12, 6, 30, tzinfo=dt.timezone(dt.timedelta(hours=-4)))
    one, other = documents_of(["The bridge closed today.", "The bridge closed on Tuesday."])
    report = as_json(discrepancy.check([replace(one, published=at), replace(other, published=at)]))
    assert report["documents"][0]["published"] == "2024-03-12T06:30:00-04:00"
    assert report["findings"] == [] or report["findings"][0]["level"] == "note"


def test_sample_story_gives_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    """The order of sets, which changes with the seed of the hashes, shows nowhere; nor does the order of arguments."""
    paths = [str(path.relative_to(SEEDS.parent)) for path in sorted(SEEDS.glob("*.txt"))]
    written = []
    for seed, order in (("1", paths), ("2", paths[::-1])):
        targets = [tmp_path / f"{seed}.json", tmp_path / f"{seed}.html"]
        outputs = [word for target in targets for word in ("-o", target)]
        done = run_apart("check", *order, *outputs, "--fail-on", "never", "-q", env={"PYTHONHASHSEED": seed})
        assert (done.code, done.out, done.err) == (0, "", "")
        written.append([target.read_bytes() for target in targets])
    assert written[0] == written[1]
