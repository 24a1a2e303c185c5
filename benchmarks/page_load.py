"""Time and memory of the report's page in Chromium, beside a plain table: ``python -m benchmarks.page_load``.

Both pages hold the same rows, cells and text. The issue's bars: at most half the time and 0.4 of the memory. Rounds
alternate, each in a browser of its own, offline. Time is from the start of the navigation to the second animation
frame after the load event, by the page's own clock. Memory is what the renderer's process keeps for itself (private
pages, from ``/proc/PID/smaps_rollup``, so Linux only) after a forced collection of garbage, less what the same process
keeps for an empty page; the whole of it is printed too. The plain table is shown twice: as a browser lays it out by
default, and with ``table-layout: fixed``, which is easier for it.
"""

from __future__ import annotations

import argparse
import dataclasses
import os
import statistics
import subprocess
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment
from playwright.sync_api import Browser, BrowserType, sync_playwright

from benchmarks.report import wide_view
from discrepancy.formats.html.page import render_view
from discrepancy.formats.view.parts import View
from discrepancy.formats.words import Words

REPO = Path(__file__).resolve().parent.parent
FLAGS = (
    "--disable-background-networking", "--disable-component-update", "--disable-gpu", "--disable-quic",
    "--disable-sync", "--no-first-run",
)  # fmt: skip
PAINTED = """addEventListener("load", () => requestAnimationFrame(() => requestAnimationFrame(() => {
  window.painted = performance.now(); })))"""
PLAIN = """<!doctype html><html lang="en"><meta charset="utf-8"><title>A plain table</title>
<style>{{ style }}</style><h1>A plain table</h1><table><thead><tr><th>{{ t("matrix.fact") }}</th>
{%- for version in view.versions %}<th>{{ version.number }} {{ version.label }}</th>{% endfor %}</tr></thead><tbody>
{%- for row in view.rows %}<tr><th>{{ row.subject }} {{ t("kind." ~ row.kind) }}</th>
{%- for cell in row.cells %}<td>
{%- for words in cell.words %}{{ words.letter }}<a href="#{{ words.anchor }}">{{ words.text }}</a>{% endfor %}
{{ cell.state.glyph }} {{ t("cell." ~ cell.state.value) }}</td>{% endfor %}</tr>{% endfor %}</tbody></table></html>"""
EMPTY = "an empty page"
PLAIN_TABLE = "plain table"
FIXED_TABLE = "plain table, fixed layout"
OURS = "report page"


@dataclass(frozen=True, slots=True)
class Load:
    """One load of a page: milliseconds to the paint after it, private megabytes, nodes and boxes laid out."""

    time: float
    memory: float
    nodes: int
    boxes: int


def pages(view: View) -> dict[str, str]:
    """The pages that are compared, by name."""
    plain = Environment(autoescape=True).from_string(PLAIN)
    return {
        EMPTY: "<!doctype html><title>Empty</title>",
        PLAIN_TABLE: plain.render(view=view, t=Words(), style=""),
        FIXED_TABLE: plain.render(view=view, t=Words(), style="table { table-layout: fixed; width: 100% }"),
        OURS: render_view(view),
    }


def load(chromium: BrowserType, program: str, path: Path) -> Load:
    """Load a page in a browser of its own."""
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else list(FLAGS)
    browser = chromium.launch(executable_path=program, args=flags)
    page = browser.new_context(offline=True, viewport={"width": 1440, "height": 900}).new_page()
    page.add_init_script(PAINTED)
    page.goto(path.as_uri())
    page.wait_for_function("window.painted")
    spent = page.evaluate("window.painted")
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    session.send("Performance.enable")
    counts = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
    found = Load(spent, _private_megabytes(browser), int(counts["Nodes"]), int(counts["LayoutObjects"]))
    browser.close()
    return found


def _private_megabytes(browser: Browser) -> float:
    """What the page's renderer keeps for itself: the largest of the renderers, as one may stand by empty."""
    known = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    return max(_private(each["id"]) for each in known if each["type"] == "renderer") / 1024


def _private(process: int) -> int:
    """The private kilobytes of a process."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_"))


def measure(sources: dict[str, str], rounds: int) -> dict[str, list[Load]]:
    """Every page loaded once a round, one after the other."""
    program = subprocess.run(
        ["sh", REPO / "scripts" / "ensure-chromium", "--find"], capture_output=True, text=True, check=True
    ).stdout.strip()
    found: dict[str, list[Load]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        for name, text in sources.items():
            (Path(folder) / f"{name}.html").write_text(text, encoding="utf-8")
        for _ in range(rounds):
            for name in sources:
                found[name].append(load(playwright.chromium, program, Path(folder) / f"{name}.html"))
    return found


def main() -> None:
    """Print the medians, and ours as a part of the plain table's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--versions", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    view = wide_view(given.rows, given.versions)
    view = dataclasses.replace(view, rows=tuple(sorted(view.rows, key=lambda row: row.state.order)))
    sources = pages(view)
    found = measure(sources, given.rounds)
    tell(found, sources)


def tell(found: dict[str, list[Load]], sources: dict[str, str]) -> None:
    """Print the medians of each page, then ours as parts of the plain tables'."""
    times = {name: statistics.median(each.time for each in loads) for name, loads in found.items()}
    whole = {name: statistics.median(each.memory for each in loads) for name, loads in found.items()}
    own = {name: memory - whole[EMPTY] for name, memory in whole.items()}
    for name, loads in found.items():
        print(
            f"{name:<26}{times[name]:>7,.0f} ms{own[name]:>8.1f} MB of its own ({whole[name]:.1f} in all)"
            f"{loads[0].nodes:>9,} nodes{loads[0].boxes:>9,} boxes{len(sources[name]) / 1e6:>6.1f} MB of HTML"
        )
    for name in (PLAIN_TABLE, FIXED_TABLE):
        time, memory, all_memory = times[OURS] / times[name], own[OURS] / own[name], whole[OURS] / whole[name]
        print(f"of the {name}: {time:.2f} of the time, {memory:.2f} of the memory ({all_memory:.2f} of all of it)")


if __name__ == "__main__":
    main()
