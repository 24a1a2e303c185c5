"""Topics and their stories: fact sheets drawn, versions planned, differences planted."""

from __future__ import annotations

import hashlib
import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Final

from benchmarks.corpus.families import Family, Kind, Point, family, list_of
from benchmarks.corpus.shapes import Article, Mention, Planted, Topic
from benchmarks.corpus.sheets import Namer, Sheet, draw, quote
from benchmarks.corpus.style import draw_style
from benchmarks.corpus.telling import Matter, Plan, Use, Version, plan, write
from benchmarks.corpus.values import Name, Value, Words

__all__ = ["Request", "topics"]

BEGIN: Final = datetime(2024, 1, 1, 5, tzinfo=UTC)
DOCUMENTS_PER_DAY: Final = 400
VERSIONS: Final = (1, 2, 3, 4, 5, 6, 7)
VERSION_WEIGHTS: Final = (30, 20, 17, 13, 10, 6, 4)
MEAN_VERSIONS: Final = sum(map(math.prod, zip(VERSIONS, VERSION_WEIGHTS, strict=True))) / sum(VERSION_WEIGHTS)
RUNNING: Final = 0.26
"""The share of topics that have more stories than one: about a quarter of all documents are then strangers."""
STRANGERS: Final = (1, 2, 3)
STRANGER_WEIGHTS: Final = (4, 3, 2)
STRANGER_VERSIONS: Final = (1, 2, 3)
PLANTED: Final = 0.5
"""The share of stories of two and more versions with a planted difference."""
SECOND: Final = 0.25
"""The share of those with another one."""
POINTS: Final = 1.6
"""The points of a story for each that a version has room for."""
TOPIC_POINTS: Final = 0.5
"""How readily a fact of the topic stands in one of its stories."""
HOURS: Final = 3.5
"""The mean time between two versions."""
LONGEST_TOPIC: Final = timedelta(days=12)
"""From a topic's first hour to its last article."""
WORDS_A_POINT: Final = 23


@dataclass(frozen=True, slots=True)
class Request:
    """What corpus is wanted."""

    documents: int
    seed: int = 1
    words: int = 350
    family: str = "tuning"
    per_day: int = DOCUMENTS_PER_DAY


def topics(request: Request) -> Iterator[Topic]:
    """Topics in the order of their first hour, until the documents are enough; the last one is cut to fit."""
    left, made, begin = request.documents, 0, BEGIN
    for number in itertools.count():
        if left <= 0:
            return
        topic = _Topic(request, number, begin).made(left)
        left -= len(topic.articles)
        made += len(topic.articles)
        yield topic
        begin = BEGIN + timedelta(days=made / request.per_day)


class _Topic:
    """One topic while it is made."""

    def __init__(self, request: Request, number: int, begin: datetime) -> None:
        self.request = request
        self.rng = Random(f"{request.family}/{request.seed}/{request.words}/{number}")  # noqa: S311 - nothing secret
        self.number = number
        self.begin = begin
        self.family: Family = family(request.family)
        self.kind: Kind = self.rng.choice(self.family.kinds)
        self.namer = Namer(self.rng)
        self.sheet = self._sheet()
        self.facts = [self._use(point, f"t{place}.") for place, point in enumerate(self._general(once=True))]

    def made(self, room: int) -> Topic:
        """Its articles and what was planted in them."""
        rng = self.rng
        strangers = rng.choices(STRANGERS, STRANGER_WEIGHTS)[0] if rng.random() < RUNNING else 0
        articles: list[Article] = []
        planted: list[Planted] = []
        for place in range(1 + strangers):
            ahead = timedelta(hours=rng.uniform(14, 7 * 24)) if place else timedelta()
            versions = rng.choices(VERSIONS, VERSION_WEIGHTS)[0] if not place else rng.choice(STRANGER_VERSIONS)
            versions = min(versions, room - len(articles))
            if versions <= 0:
                break
            told, slips = _Story(self, place, self.begin + ahead).told(versions)
            articles += told
            planted += slips
        return Topic(tuple(articles), tuple(planted))

    def _sheet(self) -> Sheet:
        sheet: Sheet = {
            "town": Words(self.namer.town()),
            "region": Name(self.namer.named("region")),
            "currency": Words(self.namer.currency),
        }
        for key, spec in self.kind.people.items():
            sheet[key] = draw(f"person {spec}", self.namer, self.rng, self.begin)
        for key, spec in self.kind.topic.items():
            value = draw(spec, self.namer, self.rng, self.begin)
            sheet[key] = Name(value.name) if isinstance(value, Name) else value
        return sheet

    def _general(self, *, once: bool) -> list[Point]:
        return [point for point in self.family.general if point.once == once]

    def _use(self, point: Point, own: str, sheet: Sheet | None = None) -> Use:
        """A point with its own slots drawn and its usual wording chosen."""
        into = self.sheet if sheet is None else sheet
        for key, spec in point.slots.items():
            into[own + key] = draw(spec, self.namer, self.rng, self.begin)
        usual = self.rng.randrange(len(point.wordings))
        return Use(point, own, usual, point.wordings[usual].pick(self.rng), self.rng.random())

    def matter(self, begin: datetime) -> Matter:
        """A story's own facts, and the points that tell them."""
        rng, sheet = self.rng, dict(self.sheet)
        for key, spec in self.kind.event.items():
            sheet[key] = draw(spec, self.namer, rng, begin)
        for key, lines in self.kind.quotes.items():
            sheet[f"q.{key}"] = quote(rng.choice(lines))
        room = max(2, round(self.request.words / WORDS_A_POINT))
        uses = self._uses(sheet, math.ceil(room * POINTS) + 1)
        return Matter(sheet, self.kind.heads, tuple(uses), _first(uses, self.request.words), self.request.words)

    def _uses(self, sheet: Sheet, size: int) -> list[Use]:
        """So many points in the order of a first telling: the lede, the event, then what any story may carry."""
        rng = self.rng
        lede, *own = self.kind.points
        event = own if len(own) < size else rng.sample(own, size - 1)
        uses = [self._use(point, "", sheet) for point in (lede, *(point for point in own if point in event))]
        rest = [each for each in self.facts if rng.random() < TOPIC_POINTS]
        pool = self._general(once=False)
        rng.shuffle(pool)
        room = max(0, size - len(uses) - len(rest))
        rest.extend(self._use(pool[place % len(pool)], f"s{place}.", sheet) for place in range(room))
        rng.shuffle(rest)
        return [*uses, *rest[: max(0, size - len(uses))]]


def _first(uses: Sequence[Use], words: int) -> tuple[int, ...]:
    """The points of the first version: the lede and those that are taken over most readily, as many as fit."""
    order = sorted(range(1, len(uses)), key=lambda place: uses[place].rank)
    room, chosen = words - uses[0].point.words, [0]
    for place in order:
        if room <= uses[place].point.words / 2:
            break
        chosen.append(place)
        room -= uses[place].point.words
    return tuple(sorted(chosen))


class _Story:
    """One story while it is made."""

    def __init__(self, topic: _Topic, place: int, begin: datetime) -> None:
        self.topic = topic
        self.rng = topic.rng
        self.id = f"s{topic.number:06}-{place}"
        self.begin = begin
        self.matter = topic.matter(begin)

    def told(self, versions: int) -> tuple[list[Article], list[Planted]]:
        """The versions, and the differences between them that were planted."""
        plans = self._plans(versions)
        names = [self._name(number) for number in range(versions)]
        right = [write(each, self.matter.sheet, {}) for each in plans]
        slips = self._slips(right)
        printed = [
            write(
                each, self.matter.sheet, {slot: wrong for slot, (place, _, wrong) in slips.items() if place == number}
            )
            for number, each in enumerate(plans)
        ]
        planted = [_planted(self.id, slot, kind, place, names, printed) for slot, (place, kind, _) in slips.items()]
        articles = [self._article(*each) for each in zip(names, plans, printed, strict=True)]
        return articles, [each for each in planted if each.changed and each.others]

    def _plans(self, versions: int) -> list[Plan]:
        rng, published, stage = self.rng, self.begin, 0
        wire, wire_style = rng.choice(list_of("wires")), draw_style(rng)
        plans = []
        for number in range(versions):
            role = "wire" if not number else rng.choices(("update", "pickup", "rewrite"), (2, 3, 5))[0]
            if number:
                published += timedelta(hours=rng.expovariate(1 / HOURS) + 0.2)
            stage += role == "update"
            style = wire_style if role != "rewrite" else draw_style(rng)
            source = wire if role in {"wire", "update"} else self.topic.namer.named("paper")
            published = published.replace(second=0, microsecond=0)
            plans.append(plan(self.matter, role, source, published, style, stage, rng))
        return plans

    def _slips(self, right: Sequence[Version]) -> dict[str, tuple[int, str, Value]]:
        """What goes wrong where: slot -> version, kind and wrong value."""
        rng = self.rng
        if len(right) < 2 or rng.random() >= PLANTED:
            return {}
        stated = [{span.slot for span in version.spans if span.start >= version.body} for version in right]
        slips: dict[str, tuple[int, str, Value]] = {}
        for _ in range(2 if rng.random() < SECOND else 1):
            place = rng.randrange(1, len(right))
            shared = sorted(stated[place] & set().union(*stated[:place], *stated[place + 1 :]) - set(slips))
            rng.shuffle(shared)
            for slot in shared:
                if (slip := self.matter.sheet[slot].slips(rng)) is not None:
                    slips[slot] = (place, *slip)
                    break
        return slips

    def _name(self, number: int) -> str:
        request = self.topic.request
        told = f"{request.family}/{request.seed}/{request.words}/{self.id}/{number}"
        return hashlib.sha256(told.encode()).hexdigest()[:12]

    def _article(self, name: str, made: Plan, version: Version) -> Article:
        return Article(
            id=name,
            story=self.id,
            topic=f"t{self.topic.number:06}",
            role=made.role,
            source=made.source,
            title=version.title,
            published=made.published,
            text=version.text,
            body=version.body,
        )


def _planted(story: str, slot: str, kind: str, place: int, names: Sequence[str], printed: Sequence[Version]) -> Planted:
    changed: list[Mention] = []
    others: list[Mention] = []
    for number, version in enumerate(printed):
        for span in version.spans:
            if span.slot == slot:
                mention = Mention(names[number], span.start, span.end, version.text[span.start : span.end])
                (changed if number == place else others).append(mention)
    return Planted(story, kind, slot, tuple(changed), tuple(others))
