"""Alerts and messages of one line, for tests of how they are held back and told."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from typing import Any

from discrepancy.followed import Alert, AlertKind, AlertValue, Telling
from discrepancy.said import Level, Message
from discrepancy.watch.channels import Means
from discrepancy.watch.configured import Channel

NOW = dt.datetime(2024, 3, 5, 9, 30, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
HOSTILE = "Toll \x1b[31mrises\x07\r\nto 23\u2028\u202eend\x00 ]]> <b>&amp; \ud800 “so” \ufffe"
"""What a headline may hold that would drive a terminal, break a line, turn it round, or end an XML text."""


def alert(name: str = "a", *labels: str, **known: Any) -> Alert:
    """A figure that went from one value to the next; what is ``known`` of it otherwise."""
    values = labels or ("14", "17")
    told: dict[str, Any] = {
        "key": hashlib.sha256(name.encode()).hexdigest()[:32],
        "kind": AlertKind.FIGURE_CHANGED,
        "level": Level.NOTE,
        "rule": "figure-changed",
        "story": "00ff00ff",
        "thread": "",
        "sources": ("Meridian Press",),
        "subject": "people killed",
        "summary": Message("NUM001.summary", {"subject": "people killed", "forms": " → ".join(values)}),
        "values": tuple(value(label, number) for number, label in enumerate(values, start=1)),
        "version": len(values),
        "at": NOW,
    }
    return Alert(**(told | known))


def value(label: str, version: int = 1, **known: Any) -> AlertValue:
    told: dict[str, Any] = {
        "source": "Meridian Press",
        "address": "https://meridian.example/fire",
        "sentence": f"The fire killed {label} people.",
    }
    return AlertValue(label=label, version=version, **(told | known))


def telling(*alerts: Alert, **known: Any) -> Telling:
    told: dict[str, Any] = {
        "id": "1f" * 16,
        "channel": "desk",
        "story": "00ff00ff",
        "title": "Harbour fire kills 14",
        "at": NOW,
        "alerts": alerts or (alert(),),
    }
    return Telling(**(told | known))


def channel(**known: Any) -> Channel:
    told: dict[str, Any] = {"name": "desk", "to": "terminal"}
    return Channel(**(told | known))


class Outside:
    """What is shown and posted, with the answers that posts get (the last of them for ever)."""

    def __init__(self, *answers: int | Exception, told: Sequence[Alert] = (), **environment: str) -> None:
        self.shown: list[str] = []
        self.posted: list[tuple[str, bytes, dict[str, str]]] = []
        self.told = list(told)
        self.now = NOW
        self._answers = list(answers) or [200]
        self.means = Means(
            told=lambda most: self.told[:most],
            post=self._post,
            now=lambda: self.now,
            write=self.shown.append,
            environment=environment,
        )

    def _post(self, address: str, data: bytes, headers: Any) -> int:
        self.posted.append((address, data, dict(headers)))
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer
