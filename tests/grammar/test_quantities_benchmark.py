"""The benchmark of quantities: its scorer, and how our quantities read in the gold's terms."""

import json
import sys

import pytest

from benchmarks import quantities
from benchmarks.newsquant_units import tags_of
from benchmarks.peers import PeerMissing
from benchmarks.quantity_scorer import Tag, read_gold, strict_f1
from discrepancy.grammar.quantities import find_quantities


def tags(text):
    return [(tag.value, tag.unit, tag.change) for tag in tags_of(text, find_quantities(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("more than 12 ships", [(12.0, "ship", ">")]),
        ("a third of voters", [(1 / 3, "% voter", "=")]),
        ("half as many", [(0.5, "% -", "=")]),
        ("up about 8%", [(8.0, "percentage", "~")]),
        ("some 30 tonnes of rice", [(30.0, "metric ton", "=")]),
        ("fell to 118p or 9 million forints", [(118.0, "point", "="), (9e6, "hungarian forint", "=")]),
        ("sales fell 8%", [(8.0, "percentage", "down")]),
        ("dropped from 208 pounds to 193 pounds", [((208.0, 193.0), "pound-mass", "=")]),
        ("$80 per sq m", [(80.0, "dollar per square metre", "=")]),
        ("a 36-year-old", [(36.0, "year of age", "=")]),
        ("the sixth planeload, twice as many", []),
        ("about 40 basis points", [(40.0, "basis point", "~")]),
        ("19 cents more, at $2", [(19.0, "cent", "="), (2.0, "dollar", "=")]),
    ],
)
def test_in_the_golds_terms(text, expected):
    found = tags(text)
    assert [(unit, change) for _, unit, change in found] == [(unit, change) for _, unit, change in expected]
    for (value, _, _), (wanted, _, _) in zip(found, expected, strict=True):
        assert value == pytest.approx(wanted)


def test_each_quantity_read_is_used_once():
    gold = [[Tag(2.0, "ship", "="), Tag(2.0, "ship", "=")]]
    assert strict_f1(gold, [[Tag(2.0, "ship", "=")]]) == {"value": 66.7, "value+unit": 66.7, "value+unit+change": 66.7}


def test_levels_ask_for_more_and_more():
    gold = [[Tag((1.0, 2.0), "ship", "=")]]
    assert strict_f1(gold, [[Tag((1.0, 2.0), "ship", "~")]]) == {
        "value": 100.0,
        "value+unit": 100.0,
        "value+unit+change": 0.0,
    }


def test_ranges_and_small_numbers_in_the_gold():
    rows = [{"quantities": [{"value": v, "normalized_unit": "X", "change": "="} for v in ("1-2", "-1.5", "1e-05")]}]
    assert [tag.value for tag in read_gold(rows)[0]] == [(1.0, 2.0), -1.5, 1e-05]


def test_the_last_line_is_json_and_a_missing_peer_is_left_out_with_a_word(tmp_path, monkeypatch, capsys):
    gold = tmp_path / "gold.json"
    row = {"text": "It has 12 ships.", "quantities": [{"value": "12", "normalized_unit": "ship", "change": "="}]}
    gold.write_text(json.dumps([row]), encoding="utf-8")

    def no_peer(*_):
        raise PeerMissing("quantulum3 can not be installed: no network")

    monkeypatch.setattr(quantities, "run_peer", no_peer)
    monkeypatch.setattr(sys, "argv", ["benchmarks.quantities", str(gold)])
    quantities.main()
    lines = capsys.readouterr().out.splitlines()
    figures = json.loads(lines[-1])
    assert figures["discrepancy"]["value+unit+change"] == 100.0
    assert list(figures) == ["discrepancy", "discrepancy_with_engine"]
    assert figures["discrepancy_with_engine"]["value+unit+change"] == 100.0
    assert "quantulum3 is left out: quantulum3 can not be installed: no network" in lines
