"""Why one person can have borne two offices that exclude each other: held at once, or one after the other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from discrepancy.lexicon import table
from discrepancy.lexicon.offices import Office
from discrepancy.lexicon.people import offices
from discrepancy.model import Document, Fact
from discrepancy.rules.told_offices import Told
from discrepancy.text.characters import fold

_PASSING = frozenset({"past", "elected", "future", "temporary", "dead"})
"""Qualifiers of an office that a person has left or comes to."""
_BEFORE, _AFTER, _NEAR = 24, 60, 40
"""Characters looked at: before a title, between name and title, and around a name, for words of a change."""
_BESIDES = re.compile(r"\b(?:also|both|doubles|besides|as well as|in addition)\b", re.IGNORECASE)
_PASSED = re.compile(
    r"\b(?:was|were|been|became|becomes?|becoming|formerly|previously|until|once|later|then|newly|former|ex)\b",
    re.IGNORECASE,
)
_PASSED_BEFORE = re.compile(
    r"\b(?:became|becomes?|becoming|formerly|previously|once|then|newly|new|former|ex)\b[\s-]*(?:the\s+)?$",
    re.IGNORECASE,
)
"""Right before a title: a verb further off is of another clause ("was led by Colonel X")."""
_CHANGE = re.compile(
    r"\b(?:named(?! (?:in|on|by|after|among|for)\b)"
    r"|appoint\w*|reappoint\w*|promot\w*|demot\w*|reshuffl\w*|succe(?:ed|eds|eded|eding)|replac\w*"
    r"|swor[en]\w*|resign\w*|step(?:s|ped)? (?:down|up)|took over|take[sn]? over|moved? (?:from|to))\b",
    re.IGNORECASE,
)

_GIVEN = re.compile(
    r"\b(?:named(?! (?:in|on|by|after|among|for)\b)|appoint\w*|reappoint\w*|promot\w*|demot\w*|reshuffl\w*|swor[en]\w*"
    r"|resign\w*|step(?:s|ped)? (?:down|up)|moved? (?:from|to)|elect(?:ed|ion)|re-?elected)\b",
    re.IGNORECASE,
)
"""What tells that somebody is given an office, whichever, or leaves the one held."""
_NO_CHANGE = re.compile(
    r"(?:\b(?:not|never|no|nor|without|refus\w*|declin\w*|reject\w*|rul(?:es?|ed|ing) out|calls?|called|calling|urg\w*"
    r"|demand\w*|pressure|should|must|ought|ask(?:s|ed)?|told|want(?:s|ed)?)|n['’]t)\b(?: [\w'’-]+){0,5} $",
    re.IGNORECASE,
)
"""Right before a word of a change: it is refused or only called for."""
_SEVERAL = re.compile(
    r"\b(?:portfolios?|doubl(?:es?|ed|ing) (?:up )?as|st(?:ands?|anding|ood) in (?:for|as|while|until)"
    r"|fill(?:s|ed|ing)? in"
    r"|deputi[sz](?:es?|ed|ing)|caretaker|in addition to|as well as|combin(?:es?|ed|ing)|concurrently|temporarily"
    r"|both (?:posts|jobs|offices|ministries|roles)|two (?:posts|jobs|offices|ministries|roles|hats)"
    r"|in (?:his|her|their) absence|on (?:sick|medical|maternity|parental|paternity) leave"
    r"|(?:who|he|she|they)(?: is| was| are|['’]s)?(?: \w+)? (?:also|both|simultaneously|at the same time))\b",
    re.IGNORECASE,
)
"""What tells that somebody holds more than one office, or another's for a while."""
_LEADS_UP, _FOLLOWS = 80, 140
"""Characters before and after a name in which that is told of its bearer."""
_PRONOUN = re.compile(r"\s+(?:He|She|They)\b[^.\n]*")
_ENDED = re.compile(
    r",? (?:until|till|from \d{4}|between \d{4}|for (?:\w+ )?years|in (?:the )?(?:\d{4}|early|late|mid)"
    r"|under [A-Z]|at the time|in the (?:previous|last|outgoing|former|then))"
)
"""Right after a title: the office was held for a time that is over."""


class Excuses:
    """What a story says of one person's offices, to be asked about two of them."""

    def __init__(
        self,
        facts: Sequence[Fact],
        told: Sequence[Told],
        documents: Mapping[str, Document],
        others: frozenset[str] = frozenset(),
    ) -> None:
        """Read what is said around the mentions of one person.

        Args:
            facts: the mentions.
            told: the offices that they tell.
            documents: the documents of the story, by id.
            others: the offices that other people of the story hold.
        """
        self._others = others
        self._passing: set[str] = set()
        self._joined: set[frozenset[str]] = set()
        self._besides: set[str] = set()
        self._dated: set[str] = set()
        self._homes: dict[str, set[str]] = defaultdict(set)
        self._combined: list[frozenset[str]] = []
        self._changes = any(_tells_change(fact, documents[fact.mention.document].text, _CHANGE) for fact in facts)
        self._given = any(_tells_change(fact, documents[fact.mention.document].text, _GIVEN) for fact in facts)
        self._around = [_changed(fact, told, documents[fact.mention.document].text) for fact in facts]
        self._several = any(_tells_several(fact, documents[fact.mention.document].text) for fact in facts)
        by_mention: dict[str, list[Told]] = defaultdict(list)
        for one in told:
            self._read(one, documents[one.fact.mention.document].text)
            by_mention[one.fact.id].append(one)
        for mine in by_mention.values():
            self._joined |= {frozenset({a.office.name, b.office.name}) for a, b in combinations(mine, 2)}

    def both(self, a: Office, b: Office) -> bool:
        """Whether the story itself says how one person can be called by both offices."""
        if self._may_change(a, b) or self._several or {a.name, b.name} & (self._passing | self._besides):
            return True
        fields = a.fields | b.fields
        return frozenset({a.name, b.name}) in self._joined or any(
            a.fields & held and b.fields & held and fields <= held for held in self._combined
        )

    def _may_change(self, a: Office, b: Office) -> bool:
        """Whether somebody comes to an office or leaves one, and it may be one of the two.

        Who is to replace another comes to an office that the other holds, or that is named with the change.
        """
        if not self._changes or self._given:
            return self._changes
        if {a.name, b.name} & self._others:
            return True
        forms = [form for form, name in offices().items() if name in {a.name, b.name}]
        return any(f" {form} " in around for around in self._around for form in forms)

    def both_past(self, a: Office, b: Office) -> bool:
        """Whether one person can be called by two offices of the past, held one after the other or at once."""
        told = self._changes or self._several or bool({a.name, b.name} & (self._besides | self._dated))
        return told or bool(self._homes[a.name] & self._homes[b.name])

    def _read(self, one: Told, text: str) -> None:
        office, around = one.office, _around(one, text)
        self._homes[office.name].add(one.fact.mention.document)
        if len(office.fields) > 1:
            self._combined.append(office.fields)
        after = one.where.start >= one.fact.mention.end
        passed = (_PASSED if after else _PASSED_BEFORE).search(around)
        ended = after and _ENDED.match(text, one.where.end) is not None
        if passed or ended:
            self._dated.add(office.name)
        if office.qualifier in _PASSING or passed or ended or _qualified(around):
            self._passing.add(office.name)
        if _BESIDES.search(around):
            self._besides.add(office.name)


def _around(one: Told, text: str) -> str:
    """The words between name and title, or right before a title that stands first."""
    title, name = one.where, one.fact.mention
    if title.start >= name.end:
        return text[name.end : title.start][-_AFTER:]
    return text[max(0, title.start - _BEFORE) : title.start].rsplit(".", maxsplit=1)[-1]


def _tells_several(fact: Fact, text: str) -> bool:
    """Whether the sentence around a name, or the next one where it speaks of him or her, tells of several offices."""
    at, sentence = fact.mention, fact.sentence
    start, end = max(0, at.start - _LEADS_UP), at.end + _FOLLOWS
    if _SEVERAL.search(text, max(start, sentence.start), min(end, sentence.end)):
        return True
    following = _PRONOUN.match(text, sentence.end) if sentence.end < end else None
    return following is not None and _SEVERAL.search(following.group()) is not None


def _qualified(around: str) -> bool:
    last = around.lower().split()[-1:]
    return any(table("titles")["qualifiers"].get(word) in _PASSING for word in last)


def _changed(fact: Fact, told: Sequence[Told], text: str) -> str:
    """The sentence of a mention as plain words, without the titles told of the person."""
    start, end = fact.sentence.start, fact.sentence.end
    spans = [t.where for t in told if t.fact.mention.document == fact.mention.document]
    kept = (c for n, c in enumerate(text[start:end], start) if not any(s.start <= n < s.end for s in spans))
    return f" {' '.join(re.findall(r'[a-z-]+', fold(''.join(kept))))} "


def _tells_change(fact: Fact, text: str, change: re.Pattern[str]) -> bool:
    """Whether the words around a name tell that its bearer is given an office or leaves one."""
    at, sentence = fact.mention, fact.sentence
    start, end = max(0, at.start - _NEAR), at.end + _NEAR
    if sentence is not None:
        start, end = max(start, sentence.start), min(end, sentence.end)
    return any(not _NO_CHANGE.search(text, start, found.start()) for found in change.finditer(text, start, end))
