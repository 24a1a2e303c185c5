"""The JSON report: its shape is a promise to other programs."""

import dataclasses
import datetime as dt
import json
from decimal import Decimal

from discrepancy.formats.json_report import plain, render
from discrepancy.formats.view import PLAIN
from discrepancy.model import ReportData
from tests.formats.stories import EMPTY, FLOOD, WIRE


def test_what_stands_in_it() -> None:
    report = json.loads(render(FLOOD, PLAIN))
    assert report["schema"] == "discrepancy-report/1"
    assert set(report["documents"][0]) >= {"id", "path", "source", "title", "published", "language", "text", "blocks"}
    assert report["documents"][0]["published"] == "2031-03-03T07:40:00+01:00"
    assert report["documents"][0]["blocks"][0] == {"role": "headline", "start": 0, "end": 45}
    assert set(report["groups"][0]) == {"id", "kind", "subject", "facts", "reason", "confidence"}
    assert report["unread"] == [
        {
            "path": "copy/scan.pdf",
            "what": "holds no text that can be read.",
            "remedy": "Save it as text and check again.",
        }
    ]


def test_every_mention_is_its_slice() -> None:
    report = json.loads(render(FLOOD, PLAIN))
    texts = {document["id"]: document["text"] for document in report["documents"]}
    mentions = [
        mention for finding in report["findings"] for value in finding["values"] for mention in value["mentions"]
    ]
    assert mentions
    for each in [*mentions, *report["facts"]]:
        assert texts[each["document"]][each["start"] : each["end"]] == each["text"]
        assert set(each) >= {"document", "start", "end", "text", "block"}


def test_a_fact_tells_what_was_read() -> None:
    fact = json.loads(render(FLOOD, PLAIN))["facts"][0]
    assert fact["value"]["low"] == "12"
    assert fact["attribution"] == {"speaker": "Mayor Katrin Vandemeer", "quoted": False}
    assert fact["subject"]["text"] == "missing people"
    assert fact["sentence"].keys() == {"start", "end"}


def test_a_finding_is_in_english() -> None:
    findings = json.loads(render(FLOOD, PLAIN))["findings"]
    assert findings[0]["summary"] == "The dam holds 3.1 million or 3.1 billion cubic metres"
    assert findings[0]["reconciliation"] is None
    assert findings[3]["reconciliation"] == {"kind": "arithmetic", "text": "“More than 4,000” holds 4,200 as well."}


def test_keys_are_sorted_and_bytes_are_the_same() -> None:
    text = render(FLOOD, PLAIN)
    assert text == render(FLOOD, PLAIN)
    assert list(json.loads(text)) == sorted(json.loads(text))
    assert "“" in text, "words stand as they are, not as escapes"


def test_plain_notation() -> None:
    assert plain(Decimal("1E+7")) == "10000000"
    assert plain(Decimal("0.10")) == "0.10"
    assert plain(dt.date(2031, 3, 3)) == "2031-03-03"
    assert plain({"a": (1, True, None)}) == {"a": [1, True, None]}


def test_a_lone_surrogate_comes_through() -> None:
    broken = dataclasses.replace(WIRE, title="half \ud83d of it")
    text = render(dataclasses.replace(EMPTY, documents=(broken,)), PLAIN)
    assert json.loads(text.encode("utf-8"))["documents"][0]["title"] == broken.title


def test_an_empty_report_has_every_part() -> None:
    report = json.loads(render(EMPTY, PLAIN))
    assert {field.name for field in dataclasses.fields(ReportData)} <= report.keys()
