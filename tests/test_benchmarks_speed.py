"""The benchmarks of speed, at their smallest: what they print is what they measured."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks import bench, check, growth, planted, programs
from benchmarks.archive_cost import cost_of_archive
from benchmarks.check import lengthen, ratios, stories_of
from benchmarks.corpus import Request
from benchmarks.corpus.writing import write_corpus
from benchmarks.interleaved import Contestant, medians, take_turns
from benchmarks.peers import PeerMissing
from discrepancy.model import Level
from tests.samples import SEEDS

ECHO = "import sys\nfor line in sys.stdin:\n    print('{\"seconds\": ' + str(len(line)) + '}', flush=True)"


def no_peer(*_: object) -> Path:
    raise PeerMissing("none is installed for a test")


def test_contestants_take_turns_and_their_medians_count() -> None:
    command = [sys.executable, "-c", ECHO]
    said = take_turns({"short": (command, {}, "a"), "long": (command, {}, "abc")}, 3)
    assert said == {"short": [{"seconds": 2}] * 3, "long": [{"seconds": 4}] * 3}
    assert medians([{"seconds": 1}, {"seconds": 9}, {"seconds": 2}]) == {"seconds": 2}


def test_a_contestant_that_has_ended_says_so() -> None:
    with pytest.raises(OSError, match=r"ended|Broken pipe"):
        Contestant([sys.executable, "-c", "pass"], {})


def test_the_check_beside_spacy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("The mayor said 12 people died in Ashby on Monday.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("At least 12 people died in Ashby, the mayor said.\n", encoding="utf-8")
    monkeypatch.setattr(check, "peer_python", no_peer)
    monkeypatch.setattr(check, "WARM", check.OURS)  # one program less to start
    monkeypatch.setattr(check, "DISK", check.OURS)
    figures = check.flat(check.measure(tmp_path, rounds=1))
    assert figures["documents"] == 2
    assert figures["words"] == 20
    assert figures["words_per_second"] > 0
    assert figures["ratio_to_spacy"] > 0
    assert figures["peak_mb"] > 50
    assert "ratio_to_quantulum3" not in figures


def test_a_ratio_is_our_speed_over_theirs() -> None:
    spent = {check.OURS: 2.0, check.SPACY: 3.0, check.WARM: 0.5, "quantulum3": 1.0}
    found = {name: {"process_seconds": each, "wall_seconds": each} for name, each in spent.items()}
    told = {"ratio_to_spacy": 1.5, "ratio_to_quantulum3": 0.5, "ratio_to_spacy_warm": 6, "ratio_to_spacy_wall": 1.5}
    assert ratios(found) == told


def test_each_folder_with_articles_is_a_story(tmp_path: Path) -> None:
    for name in ("one/a.txt", "one/b.txt", "two/c.txt", "two/deep/d.txt", "none/e.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("words", encoding="utf-8")
    assert [[path.name for path in files] for files in stories_of(tmp_path)] == [
        ["a.txt", "b.txt"],
        ["c.txt"],
        ["d.txt"],
    ]


def test_no_articles_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"no \.txt files"):
        check.measure(tmp_path)


def test_texts_are_lengthened_by_their_own_paragraphs(tmp_path: Path) -> None:
    folder = lengthen(SEEDS, tmp_path / "long", 6500)
    words = sum(len(path.read_text(encoding="utf-8").split()) for path in folder.iterdir())
    assert len(list(folder.iterdir())) == 5
    assert 6500 <= words < 7000


def test_planted_differences_are_counted_by_where_they_stand(tmp_path: Path) -> None:
    write_corpus(Request(12, words=60, seed=4), tmp_path / "corpus", layout="stories")
    slips = list(planted.gold_of(tmp_path / "corpus"))
    several = [files for files in stories_of(tmp_path / "corpus" / "articles") if len(files) > 1]
    tally = planted.measure(tmp_path / "corpus")
    assert tally.stories == len(several)
    assert tally.planted.total() == len(slips) > 0
    assert tally.found.total() + len(tally.missed) == len(slips)
    assert sum(tally.alarms.values()) == len(tally.told)
    assert set(tally.alarms) <= {Level.ERROR.value, Level.WARNING.value}


def test_a_program_is_timed_with_its_memory() -> None:
    ran = programs.run([sys.executable, "-c", "kept = bytearray(80_000_000); import time; time.sleep(0.4); print(1)"])
    assert ran.said == "1\n"
    assert ran.wall >= 0.4
    assert ran.peak_mb > 70
    with pytest.raises(subprocess.CalledProcessError):
        programs.run([sys.executable, "-c", "raise SystemExit(2)"])


def row(documents: int, seconds: float, memory: float) -> dict[str, Any]:
    spent = {"process_seconds": seconds, "wall_seconds": seconds, "peak_mb": memory}
    return {"documents": documents, "words_a_document": 100, **spent}


def test_a_step_is_the_ratio_of_two_sizes() -> None:
    (step,) = growth.steps([row(100, 10.0, 200.0), row(400, 25.0, 220.0)])
    assert step == {"documents": 4, "time": 2.5, "wall_time": 2.5, "memory": 1.1}


def test_an_archive_costs_what_documents_cost_beyond_the_start() -> None:
    told = " ".join(cost_of_archive([row(100, 10.0, 200.0), row(400, 25.0, 200.0)]))
    assert "2,000 words a second and core" in told
    assert "1,759 core hours" in told
    assert "nothing can be said" in cost_of_archive([row(100, 10.0, 1.0), row(400, 9.0, 1.0)])[0]
    assert "One size" in cost_of_archive([row(100, 10.0, 1.0)])[0]


def test_the_table_says_what_is_short_of_its_bar() -> None:
    figures = {"precision": 0.995, "recall": 0.9, "ratio_to_rensa": None}
    lines = bench.table({"grouping": figures, "start": "it broke"}, bench.BENCHMARKS, {"documents": "10"})
    assert "| grouping: precision | at least 0.99 | 0.99 | yes |" in lines[2] or "| 1.00 | yes |" in lines[2]
    assert "**no**" in lines[3]
    assert "not measured here" in lines[4]
    assert "it broke" in lines[5]
    assert "`python -m benchmarks.grouping --documents 10`" in lines[2]


def test_prose_around_the_figures_stays() -> None:
    text = f"Before.\n\n{bench.FIRST}\n\nold\n\n{bench.LAST}\n\nAfter.\n"
    once = bench.written_between(text, ["new"])
    assert once == text.replace("old", "new")
    assert bench.written_between(once, ["new"]) == once
    with pytest.raises(ValueError, match="marks"):
        bench.written_between("nothing", ["new"])


def test_the_page_of_figures_has_its_marks_and_no_name_of_a_machine() -> None:
    text = bench.DOCUMENT.read_text(encoding="utf-8")
    assert bench.written_between(text, ["new"])
    assert "cores" in bench.machine()


def test_a_benchmark_that_fails_says_why() -> None:
    broken = bench.Benchmark("start_up", ("--no-such-option",), ())
    assert "no-such-option" in str(bench.figures_of(broken, {}))


def test_every_benchmark_is_a_module_of_this_folder() -> None:
    there = {path.stem for path in Path(bench.__file__).parent.glob("*.py")}
    assert {each.module for each in bench.BENCHMARKS.values()} <= there
    assert json.dumps([each.command for each in bench.BENCHMARKS.values()])
