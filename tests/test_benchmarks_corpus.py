"""The generator of news-like corpora: what it promises of its articles and of its gold."""

import json
import re
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.corpus import Article, Planted, Request, corpus, in_order
from benchmarks.corpus.__main__ import main
from benchmarks.corpus.calibration import measures, pairs_of, spread
from benchmarks.corpus.families import FAMILIES, family
from benchmarks.corpus.writing import FORMATS, write_corpus
from discrepancy.loaders import collect

SIZE = 350
LEAST_SHARED, MOST_SHARED = 0.25, 0.73
NEAR = 0.05
"""How far the 5th and 95th hundredth of the containment may lie from what was measured on real versions."""
UGLY = re.compile(r" {2}| [.,;]|,,|[{}\[\]|<>~]|\b[Aa] [aeio]\w|\.\.|,\.")


def made(**wanted: object) -> tuple[list[Article], list[Planted]]:
    planted: list[Planted] = []
    articles = list(in_order(Request(**{"documents": SIZE, **wanted}), planted.append))  # type: ignore[arg-type] # by name
    return articles, planted


@pytest.fixture(scope="module")
def both() -> tuple[list[Article], list[Planted]]:
    return made()


def test_the_same_seed_makes_the_same_articles_and_another_one_others(
    both: tuple[list[Article], list[Planted]],
) -> None:
    again, _ = made()
    assert again == both[0]
    assert not {article.text for article in islice(corpus(50, seed=2), 50)} & {article.text for article in both[0]}


def test_there_are_as_many_as_were_asked_for_in_the_order_of_time(both: tuple[list[Article], list[Planted]]) -> None:
    articles = both[0]
    assert len(articles) == len({article.id for article in articles}) == SIZE
    times = [article.published for article in articles]
    assert times == sorted(times)


def test_a_larger_corpus_lasts_longer_and_has_no_more_a_day() -> None:
    wanted = {size: Request(size, words=60, per_day=20) for size in (200, 600)}
    days = {size: [each.published.date() for each in in_order(request)] for size, request in wanted.items()}
    spans = {size: (max(each) - min(each)).days for size, each in days.items()}
    assert spans[600] > spans[200] + 15
    assert max(map(days[600].count, set(days[600]))) < 60


@pytest.mark.parametrize("name", FAMILIES)
def test_versions_share_as_much_as_real_ones_do(name: str) -> None:
    shared = measures(pairs_of(corpus(SIZE, family=name)))
    _, low, middle, high, _ = spread(shared["shingles"])
    assert low >= LEAST_SHARED - NEAR
    assert high <= MOST_SHARED + NEAR
    assert LEAST_SHARED < middle < MOST_SHARED
    assert spread(shared["equal paragraphs"])[3] < 0.5


def test_a_fifth_to_a_third_are_strangers_on_the_same_topic(both: tuple[list[Article], list[Planted]]) -> None:
    first: dict[str, str] = {}
    for article in sorted(both[0], key=lambda each: each.story):
        first.setdefault(article.topic, article.story)
    strangers = sum(article.story != first[article.topic] for article in both[0])
    assert 0.18 <= strangers / SIZE <= 0.33


@pytest.mark.parametrize("words", [60, 350])
def test_articles_are_as_long_as_stated(words: int) -> None:
    sizes = [len(article.text[article.body :].split()) for article in corpus(150, words=words)]
    assert 0.85 * words < sum(sizes) / len(sizes) < 1.15 * words


def test_the_vocabulary_is_a_real_one(both: tuple[list[Article], list[Planted]]) -> None:
    assert len({word for article in both[0] for word in re.findall(r"[a-z]+", article.text)}) > 1500


@pytest.mark.parametrize("name", FAMILIES)
def test_what_is_written_reads_like_copy(name: str) -> None:
    articles, _ = made(documents=150, family=name)
    assert not [line for each in articles for line in each.text.splitlines() if UGLY.search(line)]


@pytest.mark.parametrize("name", FAMILIES)
def test_what_is_planted_stands_in_its_text_and_differs(name: str) -> None:
    articles, planted = made(family=name)
    texts = {article.id: article.text for article in articles}
    stories = {article.id: article.story for article in articles}
    assert len(planted) > SIZE / 20
    assert len({slip.kind for slip in planted}) >= 6
    for slip in planted:
        assert slip.changed
        assert slip.others
        for mention in slip.changed + slip.others:
            assert texts[mention.document][mention.start : mention.end] == mention.text
            assert stories[mention.document] == slip.story
        changed, others = ({mention.document for mention in side} for side in (slip.changed, slip.others))
        assert len(changed) == 1
        assert not changed & others
        assert {mention.text for mention in slip.changed} != {mention.text for mention in slip.others}


def test_the_families_have_no_kind_of_event_and_no_wording_in_common() -> None:
    tuning, report = (family(name) for name in FAMILIES)
    assert not {kind.name for kind in tuning.kinds} & {kind.name for kind in report.kinds}
    wordings = [
        {
            wording
            for point in (*each.general, *(p for kind in each.kinds for p in kind.points))
            for wording in point.wordings
        }
        for each in (tuning, report)
    ]
    assert not wordings[0] & wordings[1]


def test_a_family_that_there_is_not() -> None:
    with pytest.raises(ValueError, match="no family"):
        family("other")


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_format_is_read_back(form: str, tmp_path: Path) -> None:
    assert write_corpus(Request(12, words=80), tmp_path / "corpus", form) == 12
    loaded = collect([tmp_path / "corpus" / "articles"])
    assert len(loaded.documents) == 12
    assert not loaded.unread
    assert {document.title for document in loaded.documents} == {article.title for article in corpus(12, words=80)}


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["corpus", "20", str(tmp_path / "made"), "--words", "60", "--layout", "stories", "--family", "report"]
    monkeypatch.setattr("sys.argv", words)
    main()
    assert "20 articles" in capsys.readouterr().out
    rows = [json.loads(line) for line in (tmp_path / "made" / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    told = {row["id"]: row["story"] for row in rows if row["row"] == "document"}
    files = {path.stem: path.parent.name for path in (tmp_path / "made" / "articles").rglob("*.txt")}
    assert told == files
    with pytest.raises(SystemExit, match="there is a corpus in it"):
        main()
