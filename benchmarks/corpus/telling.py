"""How a story is told: which points a version takes over from the first one, which it words anew, drops and adds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Final

from benchmarks.corpus.families import Point
from benchmarks.corpus.sheets import Sheet
from benchmarks.corpus.style import Style
from benchmarks.corpus.values import Page, Value, Words
from benchmarks.corpus.wordings import Wording
from benchmarks.corpus.writing_down import Chosen, Span, written

__all__ = ["Matter", "Plan", "Use", "Version", "plan", "write"]

KEPT: Final[Mapping[str, tuple[float, float]]] = {
    "wire": (1.0, 1.0), "update": (0.75, 1.0), "pickup": (0.75, 1.0), "rewrite": (0.55, 0.9),
}  # fmt: skip
"""The share of the first version's points that a version takes over in its words, from and to, by what it is."""
EDITED: Final[Mapping[str, tuple[float, float]]] = {
    "wire": (0.0, 0.0), "update": (0.75, 1.0), "pickup": (0.75, 1.0), "rewrite": (0.9, 1.0),
}  # fmt: skip
"""The share of those that an editor's hand went over, with up to ``EDITS`` changes each."""
EDITS: Final = 1
TURNED: Final[Mapping[str, float]] = {"wire": 0.0, "update": 0.5, "pickup": 0.3, "rewrite": 4.0}
"""By how many places a point moves at most."""
JOINED: Final[Mapping[str, float]] = {"wire": 0.1, "update": 0.2, "pickup": 0.3, "rewrite": 0.5}
"""The share of paragraphs that are run on into the one before, at most."""
OWN_POINTS: Final = 0.6
"""The share of a version's remaining room that goes to what the first version does not tell."""


@dataclass(frozen=True, slots=True)
class Use:
    """A point in a story: its usual wording, its slots' place in the sheet, how readily it is taken over."""

    point: Point
    own: str
    usual: int
    picks: tuple[int, ...]
    rank: float


@dataclass(frozen=True, slots=True)
class Matter:
    """All that one story has to tell."""

    sheet: Sheet
    heads: tuple[Wording, ...]
    uses: tuple[Use, ...]
    first: tuple[int, ...]
    """The points of the first version, in its order."""
    words: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What a version tells, before it is written."""

    role: str
    source: str
    published: datetime
    style: Style
    stage: int
    head: Chosen
    told: tuple[Chosen, ...]
    joined: tuple[bool, ...]
    dateline: str


@dataclass(frozen=True, slots=True)
class Version:
    """A version as it is printed, and the spans of its facts in ``text``."""

    title: str
    text: str
    body: int
    spans: tuple[Span, ...]


def plan(matter: Matter, role: str, source: str, published: datetime, style: Style, stage: int, rng: Random) -> Plan:
    """What a version tells and in which words."""
    taken, own = _taken(matter, role, rng)
    edited = rng.uniform(*EDITED[role])
    turned = TURNED[role]
    placed = []
    for place in [*taken, *own]:
        use = matter.uses[place]
        if place in taken:
            picks = use.picks
            if rng.random() < edited:
                picks = use.point.wordings[use.usual].edited(picks, rng, EDITS)
            chosen = Chosen(use.point.wordings[use.usual], picks, use.own)
        else:
            chosen = _anew(use, rng)
        order = -1.0 if use.point.lede else place + rng.uniform(-turned, turned)
        placed.append((order, chosen))
    placed.sort(key=lambda each: each[0])
    head = rng.choice(matter.heads)
    dateline = f"{_dateline(matter.sheet)} ({source}) — " if role in {"wire", "update"} else ""
    told = tuple(chosen for _, chosen in placed)
    joins = rng.random() * JOINED[role]
    joined = tuple(bool(place) and rng.random() < joins for place in range(len(told)))
    return Plan(role, source, published, style, stage, Chosen(head, head.pick(rng)), told, joined, dateline)


def _taken(matter: Matter, role: str, rng: Random) -> tuple[list[int], list[int]]:
    """The places of the points that are taken over, and of those that the version words by itself."""
    if role == "wire":
        return list(matter.first), []
    ranked = sorted(matter.first, key=lambda place: (place > 0, matter.uses[place].rank))
    keep = max(1, round(rng.uniform(*KEPT[role]) * len(ranked)))
    taken, left = ranked[:keep], ranked[keep:]
    rest = [place for place in range(len(matter.uses)) if place not in matter.first]
    rng.shuffle(left)
    rng.shuffle(rest)
    room = matter.words - sum(matter.uses[place].point.words for place in taken)
    own = []
    while (left or rest) and room > 0:
        deck = rest if rest and (not left or rng.random() < OWN_POINTS) else left
        place = deck.pop()
        words = matter.uses[place].point.words
        if words <= room * 2:
            own.append(place)
        room -= words
    return taken, own


def _anew(use: Use, rng: Random) -> Chosen:
    """A point in other words than the usual ones; those of the whole topic stand as they are."""
    ways = len(use.point.wordings)
    if use.point.once:
        return Chosen(use.point.wordings[use.usual], use.picks, use.own)
    other = (use.usual + 1 + int(rng.random() * (ways - 1))) % ways if ways > 1 else use.usual
    wording = use.point.wordings[other]
    return Chosen(wording, wording.pick(rng), use.own)


def _dateline(sheet: Sheet) -> str:
    town = sheet["town"]
    return town.words.upper() if isinstance(town, Words) else ""


def write(made: Plan, sheet: Sheet, wrong: Mapping[str, Value]) -> Version:
    """A version written down."""
    page = Page(made.style, made.published, made.stage)
    title, spans = written(made.head, sheet, wrong, page)
    page.named.clear()
    text = f"{title}\n\n{made.source}\n{made.style.stamp(made.published)}\n\n"
    body = len(text)
    for place, chosen in enumerate(made.told):
        if place:
            text += " " if made.joined[place] else "\n\n"
        elif made.dateline:
            text += made.dateline
        paragraph, found = written(chosen, sheet, wrong, page)
        spans.extend(Span(each.slot, each.start + len(text), each.end + len(text)) for each in found)
        text += paragraph
    return Version(title, text + "\n", body, tuple(spans))
