import datetime as dt
import json
from pathlib import Path

import pytest

from benchmarks import dates, dates_own

FOLDER = Path(__file__).parents[1] / "data" / "timeml"


def test_files_are_read_with_offsets_and_creation_day():
    text, day, gold = dates.read_tml(FOLDER / "harbour.tml")
    assert day == dt.date(2019, 7, 17)
    assert len(gold) == 8
    assert all(text[item.start : item.end] == item.text for item in gold)
    assert dates.read_tml(FOLDER / "mill.tml")[1] == dt.date(2016, 2, 5)


@pytest.fixture
def small(tmp_path):
    for name in ("harbour.tml", "mill.tml"):
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    return tmp_path


def test_last_line_is_json(capsys, small):
    assert dates.main([str(small), "--misses"]) == 0
    lines = capsys.readouterr().out.splitlines()
    scores = json.loads(lines[-1])
    assert set(scores) == {"all", *dates.TYPES}
    # One of fourteen is marked so that no grammar can find it: the score shows it.
    assert scores["all"] == {"span_f1_relaxed": 96.3, "value_f1": 96.3, "gold": 14, "found": 13}
    assert scores["DATE"]["span_f1_relaxed"] == 94.1
    assert "its first winter" in lines[0]


def test_each_is_matched_once():
    wide = [dates.Timex(0, 20, "2014", "DATE")]
    found = [dates.Timex(0, 4, "2014", "DATE"), dates.Timex(10, 14, "2015", "DATE")]
    pairs, missed, spurious = dates.match(wide, found)
    assert pairs == [(wide[0], found[0])]
    assert missed == []
    assert spurious == [found[1]]


def test_a_folder_without_files_and_a_file_without_text(tmp_path, capsys):
    assert dates.main([str(tmp_path)]) == 2
    assert ".tml" in capsys.readouterr().err
    (tmp_path / "x.tml").write_text("<TimeML/>")
    with pytest.raises(ValueError, match="TEXT"):
        dates.read_tml(tmp_path / "x.tml")


def test_own_set_prints_one_line(capsys):
    assert dates_own.main(["--half", "unseen"]) == 0
    assert json.loads(capsys.readouterr().out)["unseen"]["accuracy"] >= 0.95


def test_building_half_is_read_well(capsys):
    assert dates.main([str(FOLDER), "--half", "building"]) == 0
    scores = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert scores["all"]["gold"] > 250
    assert scores["all"]["span_f1_relaxed"] >= 98
    assert scores["all"]["value_f1"] >= 96


def test_halves_are_told_by_number_and_the_report_half_is_only_scored(capsys, small):
    assert dates.half_of(small / "harbour.tml") is None
    (small / "mill.tml").rename(small / "07-mill.tml")
    (small / "harbour.tml").rename(small / "08-harbour.tml")
    assert dates.half_of(small / "07-mill.tml") == "building"
    assert dates.main([str(small), "--half", "report", "--misses"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert json.loads(lines[-1])["all"]["gold"] == 8
    assert not any("gold '" in line for line in lines)
