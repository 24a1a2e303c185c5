"""Feeds of invented news for :mod:`benchmarks.watch_feeds`: as many as are asked for, the same ones each time.

An article has a headline and a summary of 40 to 80 words. Nearly each is about people, places and matters of its own;
of a hundred stories one is told by three feeds, each in an order of its own.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from email.utils import format_datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from random import Random
from typing import Final

from discrepancy.fetching.asked import Answer, Request

__all__ = ["START", "Feeds", "Quiet"]

START: Final = dt.datetime(2024, 3, 4, 6, tzinfo=dt.UTC)
_SHARED: Final = 100
"""Of so many stories one is told by three feeds."""
_TOLD_BY: Final = 3
_SHORTEST: Final = 40
_APART: Final = dt.timedelta(minutes=30)
"""Between two items of a feed."""
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
_ONSETS: Final = "b br c ch d dr f fl g gr h k kl l m n p pr r s sh st t th tr v w".split()
_MIDDLES: Final = "a ai e ea i o oa ou u".split()
_ENDS: Final = "ck ld ll m mb n nd ng r rn rt s sk st th x".split()
_OF_PLACES: Final = "bury by den field ford ham leigh mere stead ton wick worth".split()
_SENTENCES: Final = (
    "The {buildings} in {place} stayed shut after {number} people complained about {issues}, {person} said.",
    "{person}, {age}, who reads {subjects} there, called the {plans} {qualities}.",
    "A {moods} crowd waited in {weathers} with {drinks} and {foods}.",
    "Its {materials} front was put up {years} years ago for {amount} pounds.",
    "The {vehicles} from {place} carried {number} crates of {goods} and {crops}.",
    "{person} of {place} found a {objects} and a {animals} behind the {shops}.",
    "The council meets on {weekday} to speak about {hobbies} and the {festivals}.",
    "{person} said that {virtues} matters more than {industries} to a {trades}.",
)


class Quiet(StrEnum):
    """How a server says that nothing is new."""

    BY_304 = "304"
    SAME_BYTES = "same bytes"


@dataclass(frozen=True, slots=True)
class _Item:
    """An item as it stands in a feed: which story it tells, in which of its wordings, and when it came."""

    story: int
    copy: int
    published: dt.datetime
    edits: int = 0


@dataclass(slots=True)
class _Feed:
    items: list[_Item]
    data: bytes = b""
    edition: int = 0


def _in_turn() -> Iterator[tuple[int, int]]:
    """Stories by number, each with the number of the wording; one of a hundred comes three times in a row."""
    story = 0
    while True:
        for copy in range(_TOLD_BY if story % _SHARED == 0 else 1):
            yield story, copy
        story += 1


@dataclass(slots=True)
class Feeds:
    """A fetcher that has the feeds itself.

    Attributes:
        many: how many feeds there are.
        each: how many items each has.
        quiet: how it is said that nothing is new.
    """

    many: int
    each: int
    quiet: Quiet = Quiet.BY_304
    _feeds: list[_Feed] = field(default_factory=list)
    _stories: Iterator[tuple[int, int]] = field(default_factory=_in_turn)

    def __post_init__(self) -> None:
        """Fill the feeds, row by row: a story that is told three times is told by three feeds."""
        self._feeds = [_Feed([]) for _ in range(self.many)]
        for row in range(self.each):
            for feed in self._feeds:
                feed.items.append(_Item(*next(self._stories), START - row * _APART))
        for number in range(self.many):
            self._write(number)

    def addresses(self) -> list[str]:
        """Where each feed is."""
        return [f"https://feeds.example/{number}" for number in range(self.many)]

    def bytes_of(self, number: int) -> bytes:
        """What a feed gives now."""
        return self._feeds[number].data

    def ask(self, request: Request) -> Answer:
        """Answer as a server does."""
        feed = self._feeds[int(request.address.rpartition("/")[2])]
        tag = f'"{feed.edition}"'
        if self.quiet is Quiet.BY_304 and request.etag == tag:
            return Answer(status=304, address=request.address, etag=tag)
        return Answer(
            status=200, address=request.address, kind="application/rss+xml", data=feed.data, etag=tag, modified=tag
        )

    def move_on(self, share: float, now: dt.datetime) -> int:
        """Let a share of all items, half each, be new or another wording of what they were; how many are."""
        places = [(number, place) for number in range(self.many) for place in range(self.each)]
        chosen = Random(now.isoformat()).sample(places, max(2, round(share * len(places))))  # noqa: S311 - no secret
        for turn, (number, place) in enumerate(sorted(chosen)):
            items = self._feeds[number].items
            if turn % 2:
                items[place] = replace(items[place], edits=items[place].edits + 1)
            else:
                items.insert(0, _Item(*next(self._stories), now))
                items.pop()
        for number in {number for number, _ in chosen}:
            self._write(number)
        return len(chosen)

    def _write(self, number: int) -> None:
        feed = self._feeds[number]
        feed.edition += 1
        items = "".join(_written(item, number) for item in feed.items)
        feed.data = (
            '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>'
            f"<title>Courier {number}</title><link>https://courier{number}.example/</link>\n"
            f"<description>News</description>{items}</channel></rss>\n"
        ).encode()


def _written(item: _Item, feed: int) -> str:
    title, summary = _told(item)
    address = f"https://courier{feed}.example/news/{item.story}"
    return (
        f'<item><title>{title}</title><link>{address}</link><guid isPermaLink="false">{feed}-{item.story}</guid>'
        f"<pubDate>{format_datetime(item.published)}</pubDate><description>{summary}</description></item>\n"
    )


def _told(item: _Item) -> tuple[str, str]:
    """Headline and summary of an item: its story's facts, and the order that is its own.

    The first edit changes a word of style, the second one a figure as well, and so on.
    """
    told = Random(item.story)  # noqa: S311 - the same ones each time are wanted
    place, people = _name(told) + told.choice(_OF_PLACES), [f"{_name(told)} {_name(told)}" for _ in range(3)]
    facts = {name: told.choice(known) for name, known in _words().items()}
    number = told.randrange(11, 990) + item.edits // 2
    facts |= {"place": place, "weekday": told.choice(_WEEKDAYS), "number": f"{number:,}"}
    facts |= {"age": str(told.randrange(19, 90)), "years": str(told.randrange(12, 150))}
    facts |= {"amount": f"{told.randrange(3, 900) * 1000:,}"}
    title = f"{place} {facts['buildings']} shut over {facts['issues']}"
    sentences = told.sample(_SENTENCES[1:], len(_SENTENCES) - 1)
    length, summary = told.randrange(_SHORTEST, 2 * _SHORTEST - 12), [_SENTENCES[0]]
    while sum(len(each.split()) for each in summary) < length:
        summary.append(sentences.pop())
    Random(item.copy).shuffle(summary)  # noqa: S311 - likewise
    lines = [each.format(person=people[n % len(people)], **facts) for n, each in enumerate(summary)]
    if item.edits % 2:
        lines[-1] = lines[-1].replace(" said", " says").replace("The ", "That ", 1).replace("A ", "One ", 1)
    return title, " ".join(lines)


def _name(told: Random) -> str:
    first = told.choice(_ONSETS) + told.choice(_MIDDLES) + told.choice(_ENDS)
    return (first + (told.choice(_MIDDLES) + told.choice(_ENDS) if told.random() < 0.5 else "")).capitalize()


@cache
def _words() -> Mapping[str, list[str]]:
    """The generator's own nouns and adjectives, by what they name."""
    path = Path(__file__).parent / "corpus" / "words.toml"
    return {name: known.split(", ") for name, known in tomllib.loads(path.read_text(encoding="utf-8")).items()}
