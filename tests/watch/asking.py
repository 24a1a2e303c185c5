"""A web of a few addresses, each with the answers that it gives one after the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from discrepancy.errors import NotFetched
from discrepancy.fetching.asked import Answer, Request
from discrepancy.followed import Poll, SourceKind
from discrepancy.watch.configured import Source

NOW = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
ADDRESS = "https://courier.example/feed"


@dataclass
class Web:
    """Gives the answers of an address in turn, the last one again and again; notes what was asked."""

    answers: dict[str, Sequence[Answer | NotFetched]]
    asked: list[Request] = field(default_factory=list)

    def ask(self, request: Request) -> Answer:
        before = sum(each.address == request.address for each in self.asked)
        self.asked.append(request)
        told = self.answers[request.address]
        answer = told[min(before, len(told) - 1)]
        if isinstance(answer, NotFetched):
            raise answer
        return answer


def web(*answers: Answer | NotFetched, at: str = ADDRESS) -> Web:
    return Web({at: answers})


def answer(data: bytes = b"", status: int = 200, address: str = ADDRESS, **more: object) -> Answer:
    return replace(Answer(status=status, address=address, data=data), **more)  # type: ignore[arg-type]  # a test's own


def source(kind: SourceKind = SourceKind.FEED, address: str = ADDRESS, **more: object) -> Source:
    plain = Source(name="Courier", kind=kind, every=dt.timedelta(minutes=5), address=address)
    return replace(plain, **more)  # type: ignore[arg-type]  # as above


def folder_source(path: Path) -> Source:
    return source(SourceKind.FOLDER, "", path=path)


def poll(address: str = ADDRESS, **more: object) -> Poll:
    return replace(Poll(key="source:Courier", source="Courier", address=address, next_at=NOW), **more)  # type: ignore[arg-type]  # as above
