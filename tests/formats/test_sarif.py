"""The report as SARIF: valid, and never pointing to the wrong words."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator  # type: ignore[import-untyped]  # ships no types of its own

import discrepancy
from discrepancy.decided import Ruling
from discrepancy.formats import by_name, by_path
from discrepancy.formats.sarif.places import own_file, region_of, uri_of
from discrepancy.formats.text_lines import Lines
from discrepancy.formats.view import PLAIN
from discrepancy.model import Block, BlockRole, Document, Landmark, Mention, ReportData, Skipped
from discrepancy.rules import all_rules
from tests.formats.hostile import everywhere
from tests.formats.reviewed_flood import reviewed
from tests.formats.stories import EMPTY, FLOOD
from tests.samples import REPO, seeds_report

WIRE = "Police said.\n\nPolice arrested 17 demonstrators after the march on Monday.\n"
COURIER = "Roadworks \U0001f6a7 begin.\r\n\r\nPolice arrested 27 demonstrators after the march on Monday.\r\n"


@cache
def validator() -> Draft4Validator:
    schema = json.loads((REPO / "tests/data/sarif/sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    Draft4Validator.check_schema(schema)
    return Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER)


def sarif(data: ReportData) -> dict[str, Any]:
    """The one run of a report, once its log is known to be valid."""
    log = json.loads(by_name("sarif").render(data, PLAIN))
    assert not [f"{'/'.join(map(str, error.path))}: {error.message}" for error in validator().iter_errors(log)]
    [run] = log["runs"]
    return dict(run)


@pytest.fixture
def march(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two versions in a folder to work in, one of them with a byte order mark, Windows' lines and a broad character."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my story").mkdir()
    (tmp_path / "my story/wire.txt").write_bytes(WIRE.encode())
    (tmp_path / "my story/courier.txt").write_bytes(b"\xef\xbb\xbf" + COURIER.encode())
    return tmp_path


def places(run: dict[str, Any]) -> list[dict[str, Any]]:
    """Every place that a result names."""
    return [each for result in run["results"] for each in [*result["locations"], *result.get("relatedLocations", ())]]


def test_the_schema_refuses_what_is_no_log() -> None:
    assert validator().is_valid({"version": "2.1.0", "runs": []})
    assert not validator().is_valid({"version": "2.1.0", "runs": [{"results": []}]})


@pytest.mark.parametrize("data", [FLOOD, EMPTY, reviewed(), everywhere("</script> [x](1) \\ \u202e\x07\ud83d")])
def test_any_report_is_valid(data: ReportData) -> None:
    run = sarif(data)
    assert [each["ruleId"] for each in run["results"]] == [each.rule for each in data.findings]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])


def test_a_real_report_is_valid_and_every_place_is_right(repo: Path) -> None:
    run = sarif(seeds_report().data)
    found = [each["physicalLocation"] for each in places(run)]
    assert len(found) > 20
    for place in found:
        lines = read(repo / place["artifactLocation"]["uri"]).splitlines(keepends=True)
        region = place["region"]
        assert cut(lines, region) == region["snippet"]["text"]


def read(path: Path) -> str:
    """The text of a file, its line ends as they are."""
    return path.read_bytes().decode("utf-8-sig")


def cut(lines: list[str], region: dict[str, Any]) -> str:
    """What stands in a region, by its lines and columns."""
    inside = lines[region["startLine"] - 1 : region["endLine"]]
    inside[-1] = inside[-1][: region["endColumn"] - 1]
    inside[0] = inside[0][region["startColumn"] - 1 :]
    return "".join(inside)


def test_regions_are_places_in_the_file_as_it_lies_on_the_disk(march: Path) -> None:
    run = sarif(discrepancy.check("my story").data)
    assert run["columnKind"] == "unicodeCodePoints"
    [first, second] = [each["physicalLocation"] for each in places(run)]
    for place, figure, columns in ((first, "27", (3, 17, 19)), (second, "17", (3, 17, 19))):
        text = read(march / unquote(place["artifactLocation"]["uri"]))
        region = place["region"]
        assert text[region["charOffset"] :][: region["charLength"]] == figure == region["snippet"]["text"]
        assert (region["startLine"], region["startColumn"], region["endColumn"]) == columns
        assert cut(text.splitlines(keepends=True), region) == figure
    assert first["artifactLocation"] == {"uri": "my%20story/courier.txt", "uriBaseId": "%SRCROOT%", "index": 0}


def test_files_have_the_hash_of_their_bytes(march: Path) -> None:
    run = sarif(discrepancy.check("my story").data)
    for artifact in run["artifacts"]:
        path = march / unquote(artifact["location"]["uri"])
        assert artifact["hashes"] == {"sha-256": hashlib.sha256(path.read_bytes()).hexdigest()}
        assert artifact["mimeType"] == "text/plain"
    assert run["automationDetails"]["id"] == "discrepancy/my story/"


def test_a_place_in_another_format_has_no_region_and_says_where_it_stood() -> None:
    home = FLOOD.documents[0]
    marked = dataclasses.replace(home, path="copy/wire.docx", landmarks=(Landmark(0, "paragraph 3"),))
    run = sarif(dataclasses.replace(FLOOD, documents=(marked, *FLOOD.documents[1:])))
    told = [each for each in places(run) if each["physicalLocation"]["artifactLocation"]["uri"].endswith(".docx")]
    assert told
    for each in told:
        assert "region" not in each["physicalLocation"]
        assert "paragraph 3: “" in each["message"]["text"]
    assert not [artifact for artifact in run["artifacts"] if "hashes" in artifact]


def test_members_of_archives_and_articles_of_a_feed_are_places_in_a_file_that_is_there() -> None:
    assert own_file("out/wires.zip/deep/first.txt") == "out/wires.zip"
    assert own_file("out/first.txt.gz/first.txt") == "out/first.txt.gz"
    assert own_file("out/feed.xml#3") == "out/feed.xml"
    assert own_file("out/first.txt.gz") == "out/first.txt.gz"
    assert own_file("out/a#b.txt") == "out/a#b.txt"
    ids = ("feed-1", "feed-2")
    documents = tuple(
        Document(id=each, path=f"feed.xml#{each[-1]}", source="S", title="", text="t", blocks=()) for each in ids
    )
    assert len(sarif(dataclasses.replace(EMPTY, documents=documents))["artifacts"]) == 1


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b/ö#1.txt", "a%20b/%C3%B6%231.txt"),
        ("../x.txt", "../x.txt"),
        ("/srv/x y.txt", "file:///srv/x%20y.txt"),
        ("C:/copy/x.txt", "file:///C:/copy/x.txt"),
        ("odd:name.txt", "odd%3Aname.txt"),
        ("bad\udcff.txt", "bad%FF.txt"),
    ],
)
def test_paths_as_addresses(path: str, uri: str) -> None:
    assert uri_of(path) == uri


def test_a_text_whose_lines_are_told_apart_in_several_ways_has_offsets_alone() -> None:
    text = "one\rtwo 7 boats\n"
    region = region_of(Mention("a", 8, 9, "7", BlockRole.BODY), Lines(text))
    assert region == {"charOffset": 8, "charLength": 1, "snippet": {"text": "7"}}


@given(st.text(alphabet="ab\r\n\U0001f6a7\u2028\x0b", max_size=30), st.data())
def test_a_region_by_lines_is_the_region_by_offsets(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    lines = Lines(text)
    region: dict[str, Any] = dict(region_of(Mention("a", start, end, text[start:end], BlockRole.BODY), lines))
    assert ("startLine" in region) == lines.are_told_alike
    if lines.are_told_alike:
        at = [lines.starts[region[f"{side}Line"] - 1] + region[f"{side}Column"] - 1 for side in ("start", "end")]
        assert at == [start, end]


def test_the_message_leads_to_each_value() -> None:
    finding, run = FLOOD.findings[0], sarif(FLOOD)
    result = run["results"][0]
    ids = {each["id"] for each in [*result["locations"], *result["relatedLocations"]]}
    assert ids == set(range(1, len(ids) + 1))
    assert result["message"]["text"].startswith("The dam holds 3.1 million or 3.1 billion cubic metres. ")
    for value in finding.values:
        assert f"[{value.label}](" in result["message"]["text"]


def test_the_drafts_place_is_the_results_place() -> None:
    run = sarif(dataclasses.replace(FLOOD, draft="draft"))
    touched = [
        result
        for result, finding in zip(run["results"], FLOOD.findings, strict=True)
        if any(mention.document == "draft" for value in finding.values for mention in value.mentions)
    ]
    assert touched
    assert {each["locations"][0]["logicalLocations"][0]["name"] for each in touched} == {"draft"}


def test_brackets_of_copy_make_no_link() -> None:
    run = sarif(everywhere("[click](http://evil.example)"))
    assert r"\[click\](http" in run["results"][0]["message"]["text"]


def test_a_fingerprint_is_made_of_what_a_finding_says() -> None:
    for result, finding in zip(sarif(FLOOD)["results"], FLOOD.findings, strict=True):
        assert result["partialFingerprints"] == {
            "discrepancyFinding/v1": finding.id,
            "primaryLocationLineHash": f"{finding.id}:1",
        }
        assert result["level"] == finding.level.value


def test_reviews_are_states_and_suppressions() -> None:
    plain = sarif(FLOOD)["results"]
    assert not [each for each in plain if "baselineState" in each or "suppressions" in each]
    results = sarif(reviewed())["results"]
    assert [each["baselineState"] for each in results] == [
        "new",
        "unchanged",
        "updated",
        "unchanged",
        "unchanged",
        "new",
    ]
    assert [len(each["suppressions"]) for each in results] == [0, 1, 0, 0, 0, 0]
    assert results[1]["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "dismissed by Ines Okafor: both are round figures",
        }
    ]
    assert results[4]["properties"]["review"]["ruling"] == Ruling.CONFIRMED.value
    assert results[4]["properties"]["review"]["counts"] is True


def test_files_that_were_not_read_are_notices() -> None:
    data = dataclasses.replace(FLOOD, skipped=(Skipped("copy/README", "a README, not an article"),))
    [invocation] = sarif(data)["invocations"]
    assert invocation["executionSuccessful"] is False
    unread, skipped = invocation["toolExecutionNotifications"]
    assert (unread["level"], skipped["level"]) == ("error", "note")
    assert unread["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "copy/scan.pdf"
    assert "Save it as text" in unread["message"]["text"]
    assert skipped["message"]["text"] == "copy/README was passed over: a README, not an article."
    whole = sarif(dataclasses.replace(FLOOD, unread=(), skipped=()))["invocations"]
    assert whole == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_every_rule_has_help() -> None:
    rules = {each["id"]: each for each in sarif(seeds_report().data)["tool"]["driver"]["rules"]}
    assert rules.keys() == {rule.code for rule in all_rules()}
    for rule in all_rules():
        told = rules[rule.code]
        assert told["shortDescription"]["text"] == rule.summary
        assert "Why it matters" in told["help"]["markdown"]
        assert told["fullDescription"]["text"] != rule.summary


def test_it_is_the_same_each_time_and_asked_for_by_its_suffix() -> None:
    assert by_path("out/findings.sarif") is by_name("sarif")
    assert by_name("sarif").render(FLOOD, PLAIN) == by_name("sarif").render(FLOOD, PLAIN)


def test_whole_texts_are_not_in_it() -> None:
    hidden = "The vault's code is nine four one."
    home = FLOOD.documents[0]
    text = f"{home.text}{hidden}"
    longer = dataclasses.replace(
        home, text=text, blocks=(*home.blocks, Block(BlockRole.BODY, len(home.text), len(text)))
    )
    data = dataclasses.replace(FLOOD, documents=(longer, *FLOOD.documents[1:]))
    assert hidden not in by_name("sarif").render(data, PLAIN)
