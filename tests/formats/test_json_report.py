"""The JSON report: its shape is a promise to other programs."""

import dataclasses
import datetime as dt
import json
from decimal import Decimal

from discrepancy.formats.json_report import plain, render
from discrepancy.formats.view import PLAIN, build_view
from discrepancy.model import Quotation, ReportData
from discrepancy.settings import Presentation
from tests.formats.builders import document, group, quantity
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


def test_the_verdict_is_the_pages() -> None:
    assert json.loads(render(FLOOD, PLAIN))["verdict"] == {
        "line": build_view(FLOOD).header.line,
        "conflicts": 1,
        "to_check": 2,
        "explained": 2,
        "style": 1,
        "agreeing": 2,
        "versions": 4,
        "unread": 1,
    }


def test_a_finding_has_a_state_and_a_confidence_in_words() -> None:
    findings = json.loads(render(FLOOD, PLAIN))["findings"]
    assert [each["state"] for each in findings] == ["conflict", "check", "check", "explained", "explained", "style"]
    assert {each["confidence_words"] for each in findings} == {"very sure"}


def test_the_readers_language_changes_nothing() -> None:
    assert render(FLOOD, Presentation(language="es")) == render(FLOOD, PLAIN)


def test_excerpts_only_leaves_out_texts_and_keeps_places() -> None:
    whole, cut = json.loads(render(FLOOD, PLAIN)), json.loads(render(FLOOD, Presentation(excerpts_only=True)))
    assert [document["text"] for document in cut["documents"]] == [None] * 4
    assert cut["findings"] == whole["findings"]
    assert cut["facts"] == whole["facts"], "figures and names are shorter than a cell"
    assert cut.keys() == whole.keys()


def test_excerpts_only_cuts_long_quotations_in_facts_and_groups() -> None:
    said = "We heard it long before we saw it. " * 9
    home = document("quoted", "Quoted", "Title", f"“{said}”")
    fact = dataclasses.replace(quantity(home, said, "1"), value=Quotation(words=said))
    data = dataclasses.replace(EMPTY, documents=(home,), facts=(fact,), groups=(group("said", said, fact),))
    text = render(data, Presentation(excerpts_only=True))
    assert said in render(data, PLAIN)
    assert said[:101] not in text
    assert json.loads(text)["facts"][0]["value"]["words"] == f"{said[:99].rstrip()}…"
    assert json.loads(text)["facts"][0]["end"] == fact.mention.end


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


def test_what_drives_a_terminal_is_escaped() -> None:
    odd = dataclasses.replace(WIRE, title="a\x9b31m\x7f\u202eb")
    text = render(dataclasses.replace(EMPTY, documents=(odd,)), PLAIN)
    assert "a\\u009b31m\\u007f\\u202eb" in text
    assert json.loads(text)["documents"][0]["title"] == odd.title
