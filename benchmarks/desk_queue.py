"""How long the desk's queue takes to open, beside the static report: ``python -m benchmarks.desk_queue``.

The issue's bar: with 10,000 findings at most 1.5 times the time of the static report. A third of them is decided, with
a history each. Both pages come from one little server on this machine, in turns, each in a browser of its own. Time is
from the start of the navigation to the second animation frame after the load event, by the page's own clock; the desk
must then show how far the work is and which finding is the current one, or the run fails.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import statistics
import subprocess
import threading
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from playwright.sync_api import BrowserType, sync_playwright

from benchmarks.page_load import FLAGS, PAINTED, REPO
from discrepancy.decided import Action, Event, Matter, Review, Ruling, Snapshot, Status
from discrepancy.formats.html.page import render_page
from discrepancy.model import (
    Block,
    BlockRole,
    Document,
    Fact,
    FactKind,
    FactRole,
    Finding,
    Group,
    Level,
    Mention,
    Message,
    Quantity,
    Reconciliation,
    ReportData,
    Span,
    Subject,
    ValueGroup,
)  # fmt: skip
from discrepancy.review.page import DeskInfo, render_desk
from discrepancy.review.reviewed import as_told

AT = dt.datetime(2031, 3, 4, 9, 30, tzinfo=dt.UTC)
LEVELS = (Level.ERROR, Level.WARNING, Level.NOTE, Level.NOTE)
STATE = {"revision": 1, "change": 1, "checking": False, "problem": None, "reviews": {}}


def report(findings: int) -> ReportData:
    """A report of two versions that differ in every sentence."""
    facts: list[Fact] = []
    documents = []
    for number, name in enumerate(("early", "late")):
        text = ""
        blocks = [Block(BlockRole.HEADLINE, 0, 0)]
        for place in range(findings):
            figure = str(100 + place + number)
            start = len(text)
            text += f"Harbour {place} holds {figure} boats. "
            if place % 5 == 4:
                text += "\n\n"
            facts.append(_fact(name, start, text.index(figure, start + len(f"Harbour {place} holds ")), figure))
        blocks.append(Block(BlockRole.BODY, 0, len(text)))
        documents.append(
            Document(id=name, path=f"{name}.txt", source=name, title=name, text=text, blocks=tuple(blocks))
        )
    pairs = [(facts[place], facts[findings + place]) for place in range(findings)]
    return ReportData(
        documents=tuple(documents),
        facts=tuple(facts),
        people=(),
        groups=tuple(
            Group(id=f"g{place}", kind=FactKind.QUANTITY, subject=f"boats of harbour {place}",
                  facts=(one.id, other.id), reason="same subject", confidence=0.9)
            for place, (one, other) in enumerate(pairs)
        ),
        findings=tuple(_finding(place, *pair) for place, pair in enumerate(pairs)),
    )  # fmt: skip


def _fact(document: str, start: int, at: int, figure: str) -> Fact:
    return Fact(
        id=f"{document}-{at}",
        kind=FactKind.QUANTITY,
        mention=Mention(document, at, at + len(figure), figure, BlockRole.BODY),
        subject=Subject(text="boats"),
        value=Quantity(start=at, end=at + len(figure), text=figure, low=Decimal(figure), high=Decimal(figure),
                       step=Decimal(1), noun="boats"),
        sentence=Span(start, at + len(figure) + len(" boats.")),
        role=FactRole.LEVEL,
    )  # fmt: skip


def _finding(place: int, one: Fact, other: Fact) -> Finding:
    said = Message("page.text", {"text": f"{one.mention.text} or {other.mention.text} boats in harbour {place}"})
    level = LEVELS[place % len(LEVELS)]
    return Finding(
        id=f"NUM001-{place:06}",
        rule="NUM001",
        level=level,
        subject=f"boats of harbour {place}",
        summary=said,
        explanation=Message("page.text", {"text": "The figures differ."}),
        values=tuple(ValueGroup(each.mention.text, (each.mention,)) for each in (one, other)),
        reconciliation=Reconciliation("rounding", said) if level is Level.NOTE else None,
        group=f"g{place}",
    )


def reviewed(data: ReportData) -> tuple[ReportData, Mapping[str, object]]:
    """The same report with a third of its findings decided; and these reviews as the desk tells them."""
    told: dict[str, object] = {}
    reviews = []
    for place, finding in enumerate(data.findings):
        if place % 3:
            reviews.append(Review(finding=finding.id, status=Status.NEW))
            continue
        snapshot = Snapshot(
            finding=finding.id,
            rule=finding.rule,
            level=finding.level,
            subject="",
            summary="",
            explanation="",
            values=(),
        )
        event = Event(
            seq=place + 1, id=f"{place:032x}", at=AT, who="Ana", story="s", matter=f"{place:032x}",
            action=Action.DECIDED, snapshot=snapshot, ruling=Ruling.DISMISSED, note="They speak of different times",
        )  # fmt: skip
        matter = Matter(
            id=event.id, story="s", finding=finding.id, snapshot=snapshot, status=Status.DECIDED, decision=event,
            last=event.id,
        )  # fmt: skip
        reviews.append(Review(finding=finding.id, status=Status.DECIDED, matter=matter))
        told[finding.id] = as_told(reviews[-1], [event], "en")
    return replace(data, reviews=tuple(reviews)), told


@contextmanager
def served(pages: Mapping[str, bytes]) -> Iterator[str]:
    """The pages on a port of this machine; and that nothing has changed, for the desk that asks."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            body = pages.get(path) or json.dumps(STATE).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8" if path in pages else "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


def load(chromium: BrowserType, program: str, address: str) -> float:
    """Milliseconds until a page stands there, in a browser of its own."""
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else list(FLAGS)
    browser = chromium.launch(executable_path=program, args=flags)
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.add_init_script(PAINTED)
    page.goto(address, timeout=120_000)
    page.wait_for_function("window.painted", timeout=120_000)
    spent = page.evaluate("window.painted")
    if address.endswith("/desk") and not page.evaluate(
        "document.querySelector('#desk-progress').textContent && document.querySelector('.card[aria-current]')"
    ):
        raise SystemExit("The desk's page does not show its queue.")
    browser.close()
    return float(spent)


def main() -> None:
    """Print the medians and the ratio of the pairs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--findings", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    data = report(given.findings)
    desk, told = reviewed(data)
    info = DeskInfo(csrf="c", story="s", revision=1, change=1, reviews=told, store="decisions.sqlite")
    pages = {"/report": render_page(data).encode(), "/desk": render_desk(desk, info).encode()}
    program = subprocess.run(
        ["sh", REPO / "scripts" / "ensure-chromium", "--find"], capture_output=True, text=True, check=True
    ).stdout.strip()
    times: dict[str, list[float]] = defaultdict(list)
    with served(pages) as address, sync_playwright() as playwright:
        for _ in range(given.rounds):
            for path in pages:
                times[path].append(load(playwright.chromium, program, address + path))
    for path, spent in times.items():
        print(f"{path:<8} {statistics.median(spent):>8,.0f} ms {len(pages[path]) / 1e6:>6.1f} MB of HTML")
    ratio = statistics.median(desk / report for report, desk in zip(times["/report"], times["/desk"], strict=True))
    print(f"the desk's queue opens in {ratio:.2f} times the time of the static report (median of {given.rounds} pairs)")


if __name__ == "__main__":
    main()
