"""What several tests look at: reports made once for the whole run; the command line, run in this process or apart."""

from __future__ import annotations

import contextlib
import csv
import datetime as dt
import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

import discrepancy
from discrepancy.cli import main
from discrepancy.model import Document, Finding, Level, StyleEntry
from discrepancy.report import Report
from discrepancy.rules.rule import Example
from discrepancy.settings import Settings
from tests.builders import PUBLISHED, doc

REPO = Path(__file__).resolve().parent.parent
SEEDS = REPO / "seeds"


@cache
def report_of(folder: Path) -> Report:
    """The report of a folder, with paths relative to the folder above it."""
    return discrepancy.check(folder, settings=Settings(base=folder.parent))


def seeds_report() -> Report:
    """The report of ``seeds/``."""
    return report_of(SEEDS)


def as_json(report: Report) -> dict[str, Any]:
    """A report as a reader of its JSON has it."""
    raw: dict[str, Any] = json.loads(report.render("json"))
    return raw


def versions(texts: Iterable[str]) -> list[Document]:
    """Texts as versions a, b, c … of one story, all published on one day."""
    return [doc(text, id=name) for name, text in zip("abcdefghij", texts, strict=False)]


def check_texts(*texts: str, house_style: Iterable[StyleEntry] = ()) -> Report:
    """The report of texts that are versions of one story, under a house style if one is given."""
    rows = [(entry.preferred, "|".join(entry.accepted), "|".join(entry.avoid), entry.note) for entry in house_style]
    if not rows:
        return discrepancy.check(versions(texts))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "style.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("preferred", "accepted", "avoid", "note"), *rows])
        return discrepancy.check(versions(texts), settings=Settings(house_style=path))


def check_example(example: Example, *, reverse: bool = False, also: Iterable[str] = ()) -> Report:
    """The report of a rule's example; ``reverse``: with its versions in the other order."""
    days = example.days or (0,) * len(example.versions)
    told = list(zip(example.versions, days, strict=True))
    if not (example.headed or example.days or also):
        return check_texts(
            *(text for text, _ in (reversed(told) if reverse else told)), house_style=example.house_style
        )
    made = []
    for name, (text, after) in zip("abcdefghij", told, strict=False):
        head, _, body = text.partition("\n") if example.headed else ("", "", text)
        one = doc(body, id=name, headline=head, published=PUBLISHED + dt.timedelta(days=after))
        made.append(replace(one, source=example.source or name))
    return discrepancy.check(made, settings=Settings(also=tuple(also)))


Said = tuple[str, Level, str, tuple[str, ...]]


def said(findings: Iterable[Finding]) -> set[Said]:
    """What findings say: rule, level, kind of explanation and values, wherever they stand and however often."""
    return {
        (f.rule, f.level, f.reconciliation.kind if f.reconciliation else "", tuple(sorted(v.label for v in f.values)))
        for f in findings
    }


@dataclass(frozen=True)
class Ran:
    """What a command gave back."""

    code: int
    out: str
    err: str


def run(*arguments: str | Path) -> Ran:
    """The command line in this process: the model is loaded once."""
    out, err, code = _stream(), _stream(), 0
    with (
        mock.patch.object(sys, "argv", ["discrepancy", *map(str, arguments)]),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else int(bool(stop.code))
    return Ran(code, _shown(out), _shown(err))


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="", write_through=True)


def _shown(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


def run_apart(*arguments: str | Path, cwd: Path = REPO, env: Mapping[str, str] | None = None) -> Ran:
    """The command line as a program of its own."""
    command = [sys.executable, "-W", "error::ResourceWarning", "-m", "discrepancy.cli", *map(str, arguments)]
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(REPO), **(env or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)
