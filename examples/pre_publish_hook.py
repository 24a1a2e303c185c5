#!/usr/bin/env python3
"""Asks the desk app whether an article may be published: what a content system calls before it does.

    DISCREPANCY_TOKEN=… pre_publish_hook.py --url http://127.0.0.1:8347 draft.txt wire.txt

The article and the versions that it is held against are posted to ``/api/1/checks``, which keeps nothing. The answer
is one line of JSON on standard output, and the exit code: 0 may be published, 1 is blocked (the reasons are named), 2
could not be asked or could not be read. What a content system does with a 2 is the newsroom's to decide.

It needs Python 3.9 and nothing else. In a content system written in Python, import :func:`ask` and :func:`judge`.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import urllib.error
import urllib.request
from pathlib import Path

LEVELS = ("note", "warning", "error")
PASS, BLOCK, FAILED = 0, 1, 2
WAIT = 60.0
"""Seconds: a check of ten long articles takes a few."""
MOST = 50_000_000
"""Bytes of an answer."""


class NotAsked(Exception):
    """The desk app gave no answer that can be used; the message says why."""


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """An answer from elsewhere is none: the token and the copy are for one address."""

    def redirect_request(self, *_args: object, **_kwargs: object) -> None:
        return None


def ask(url: str, token: str, documents: list[dict[str, str]], wait: float = WAIT) -> dict[str, object]:
    """What the desk app finds in documents, each with ``name`` and ``text`` (and ``source``, ``published``, ``title``).

    Raises:
        NotAsked: it can not be reached, refuses, or does not answer in time.
    """
    request = urllib.request.Request(  # noqa: S310 - the address is the newsroom's own, and only http is opened below
        url.rstrip("/") + "/api/1/checks",
        data=json.dumps({"documents": documents}).encode("utf-8"),
        headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json", "Accept": "application/json"},
        method="POST",
    )
    if request.type not in {"http", "https"}:
        raise NotAsked(f"{url} is no address of a desk app: it begins with http:// or https://")
    # No proxy: copy may be under embargo, and the desk app is in the house.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirects())
    try:
        with opener.open(request, timeout=wait) as response:
            answer = json.loads(response.read(MOST))
    except urllib.error.HTTPError as refused:
        raise NotAsked(f"the desk app refused ({refused.code}): {_reason(refused)}") from refused
    except (OSError, ValueError) as problem:
        raise NotAsked(f"the desk app gave no answer: {problem}") from problem
    if not isinstance(answer, dict) or not isinstance(answer.get("findings"), list):
        raise NotAsked("that is no answer of a desk app")
    return answer


def _reason(refused: urllib.error.HTTPError) -> str:
    """What the desk app says of a refusal: {"error": {"what": …, "remedy": …}}."""
    try:
        error = json.loads(refused.read(100_000))["error"]
        return f"{error['what']} {error.get('remedy', '')}".strip()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return str(refused.reason)


def judge(answer: dict[str, object], fail_on: str = "error") -> dict[str, object]:
    """The verdict on an answer: ``action`` is "pass", "block" or "failed" (a text could not be read)."""
    findings = answer.get("findings")
    counted = [each for each in findings if _counts(each, fail_on)] if isinstance(findings, list) else []
    action = "block" if counted else "failed" if answer.get("unread") else "pass"
    reasons = [{key: each.get(key) for key in ("id", "rule", "level", "summary")} for each in counted]
    return {"action": action, "reasons": reasons, "unread": answer.get("unread") or []}


def _counts(finding: dict[str, object], fail_on: str) -> bool:
    """Whether a finding blocks: it is grave enough, and nobody decided that it may stand."""
    review = finding.get("review")
    passed = isinstance(review, dict) and review.get("counts") is False
    return not passed and LEVELS.index(str(finding.get("level"))) >= LEVELS.index(fail_on)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise NotAsked(f"{path} is no text in UTF-8 (byte {problem.start}): hand the text over in UTF-8") from problem


def main(arguments: list[str] | None = None) -> int:
    """Ask, and say the verdict on standard output."""
    parser = argparse.ArgumentParser(description="Ask the desk app whether an article may be published.")
    parser.add_argument("files", nargs="+", type=Path, help="the article, and the versions that it is held against")
    parser.add_argument("--url", default="http://127.0.0.1:8347", help="where the desk app answers")
    parser.add_argument("--token-file", type=Path, help="a file with the token; else DISCREPANCY_TOKEN has it")
    parser.add_argument("--fail-on", choices=LEVELS, default="error", help="block from this level on (error)")
    parser.add_argument("--wait", type=float, default=WAIT, help="seconds to wait for the answer")
    given = parser.parse_args(arguments)
    try:
        token = given.token_file.read_text("utf-8").strip() if given.token_file else os.environ["DISCREPANCY_TOKEN"]
        documents = [{"name": each.name, "text": _text(each)} for each in given.files]
        verdict = judge(ask(given.url, token, documents, given.wait), given.fail_on)
    except KeyError:
        verdict = {"action": "failed", "why": "DISCREPANCY_TOKEN is not set, and no --token-file is named"}
    except (NotAsked, OSError, ValueError) as problem:
        verdict = {"action": "failed", "why": str(problem)}
    print(json.dumps(verdict, ensure_ascii=False))  # noqa: T201 - the answer to the content system
    return {"pass": PASS, "block": BLOCK}.get(str(verdict["action"]), FAILED)


if __name__ == "__main__":
    sys.exit(main())
