"""What a rule may look at beside its own tokens: the publication date, the tense around, the last date named."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from discrepancy.grammar.dates.tokens import Tokens
from discrepancy.grammar.dates.values import Value, add_days, safe_date
from discrepancy.grammar.dates.words import ABBREVIATIONS, BACK, CLAUSE, FORWARD, FORWARD_TO, INFINITIVE, SCHEDULE

__all__ = ["Context", "Found"]

_REACH: Final = 30
_AHEAD: Final = 12
_LOOK_BACK: Final = 12
_TELLING: Final = re.compile("[x~.|;&]")
_DEADLINES: Final = frozenset({"by", "until"})
_DONE: Final = frozenset({"had", "used", "managed", "failed", "began", "continued", "according", "due", "prior"})
_DEFERRED: Final = frozenset(
    {"adjourned", "postponed", "delayed", "extended", "remanded", "deferred", "rescheduled", "suspended", "moved"}
)
_STOP: Final = re.compile("[.|]")
_PAST_FORM: Final = re.compile(r"[a-z]{2,}ed")
_NOT_PAST: Final = frozenset({"need", "indeed", "red", "hundred", "united", "speed", "feed", "bed", "seed", "embed"})


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule read: tokens ``[start, end)`` mean ``value``; ``weak`` stands only if joined to a date.

    ``time`` ("06:15") and ``zone`` are kept apart until the day they belong to is known.
    """

    start: int
    end: int
    value: Value
    weak: bool = False
    time: str = ""
    zone: str = ""


@dataclass(slots=True)
class Context:
    """One reading of one text.

    Attributes:
        tokens: the text cut up.
        published: the day of publication.
        day_first: whether 03/04/2022 is the third of April; None where the source does not say.
        timeml: whether all that TimeML marks is asked for, guessed where it is open (:mod:`.anchored`).
        found: what was read so far, in order.
    """

    tokens: Tokens
    published: dt.date | None
    day_first: bool | None = None
    timeml: bool = False
    found: list[Found] = field(default_factory=list)

    def lower(self, index: int) -> str:
        """Token ``index`` in lower case."""
        return self.tokens.word(index).lower()

    def sentence_start(self, index: int) -> int:
        """The first token of the sentence that holds ``index``, at most some tokens back."""
        floor, codes = max(0, index - _REACH), self.tokens.codes
        position = index
        while (position := max(codes.rfind(".", floor, position), codes.rfind("|", floor, position))) >= 0:
            if self._ends_sentence(position):
                return position + 1
        return floor

    def next_sentence(self, index: int) -> int:
        """The first token of the sentence after the one that holds ``index``; the number of tokens if there is none."""
        codes = self.tokens.codes
        stops = (match.start() for match in _STOP.finditer(codes, index))
        return next((stop + 1 for stop in stops if self._ends_sentence(stop)), len(codes))

    def _ends_sentence(self, position: int) -> bool:
        code = self.tokens.code(position)
        if code == "|":
            return True
        # "Jan. 5", "Mrs. Lane" and "U.S. Senate" hold a stop that ends nothing.
        if code != "." or not self.tokens.word(position + 1)[:1].isupper():
            return False
        word = self.lower(position - 1)
        return (len(word) > 1 or word.isdecimal()) and word not in ABBREVIATIONS

    def direction(self, start: int, end: int) -> int:
        """+1 where the words around say that what happens is yet to come, -1 where they say it has, 0 if neither."""
        codes = self.tokens.codes
        floor = self.sentence_start(start)
        back = [floor + match.start() for match in _TELLING.finditer(codes[floor:start])]
        if self._ahead_by_lead(start, end, back):
            return 1
        cue = self._cue(reversed(back), after=False)
        if cue:
            return cue
        return self._cue((match.start() for match in _TELLING.finditer(codes, end, end + _AHEAD)), after=True)

    def _ahead_by_lead(self, start: int, end: int, back: list[int]) -> bool:
        """Whether the words before point forward: "is on Friday", "adjourned until 12 April", "to report by May"."""
        lead = start - 1
        while lead > start - 4 and self.tokens.code(lead) in "inX:T":
            lead -= 1
        if self.lower(lead) in INFINITIVE:
            return True
        previous = self.lower(start - 1)
        if previous == "as" and self.lower(start - 2) == "soon":
            return True
        if previous in _DEADLINES and self._infinitive(back):
            return True
        if previous not in {"until", "till", "to"}:
            return False
        asked = self.tokens.code(end) == "~" and self.tokens.code(end + 1) == "x" and previous != "to"
        return asked or any(self.lower(position) in _DEFERRED for position in back[-5:])

    def _infinitive(self, positions: list[int]) -> bool:
        """Whether the clause before holds "to" and a verb: "ordered an inquiry to report by March 31"."""
        for position in reversed(positions):
            if self.tokens.code(position) in "|;." or self.lower(position) in CLAUSE:
                return False
            if self.lower(position) == "to" and self.tokens.code(position + 1) == "x":
                following = self.tokens.word(position + 1)
                # "to have left by Monday" is over.
                return following.islower() and following != "have" and self.lower(position - 1) not in _DONE
        return False

    def _cue(self, positions: Iterable[int], *, after: bool) -> int:
        """The first word that tells a direction, inside the clause; a verb of schedules tells only what follows it."""
        for position in positions:
            code = self.tokens.code(position)
            if code == "&" and not after and self.tokens.code(position - 1) == ",":
                # "…, and lawmakers have until Friday": another clause, with a tense of its own.
                break
            if code in "|;" or (code == "." and self._ends_sentence(position)):
                break
            if code not in "x~":
                continue
            word = self.lower(position)
            cue = self._word_cue(position, word, weak=not after)
            if cue:
                return cue
            if after and word in CLAUSE:
                break
        return 0

    def _word_cue(self, position: int, word: str, *, weak: bool) -> int:
        before, after = self.lower(position - 1), self.lower(position + 1)
        # After an article or a number it is a noun: "the plan", "a 51-48 vote", "two runs".
        noun = self.tokens.code(position - 1) in "TA2#9'"
        if (word in FORWARD and not noun) or (word in FORWARD_TO and after == "to"):
            return 1
        if word == "to" and before in INFINITIVE:
            return 1
        if word in BACK or (_PAST_FORM.fullmatch(word) and word not in _NOT_PAST):
            # "is to be held", "will be closed": what counts stands before "be".
            return 0 if before == "be" else -1
        return 1 if weak and word in SCHEDULE and not noun else 0

    def year_for(self, month: int, day_number: int, start: int, end: int) -> int | None:
        """The year of a day (or of a month: ``day_number`` 0) that has none: by tense, else the nearest."""
        if self.published is None:
            return None
        since = self.found[-1].value if self.found and self.found[-1].end == start - 1 else None
        if since is not None and since.first is not None and since.type == "DATE" and self._goes_on(start - 1):
            # "between January 10 and February 2": not before what it follows.
            return since.first.year + ((month, day_number or 31) < (since.first.month, since.first.day))
        here = self.published if day_number else self.published.replace(day=1)
        candidates = [
            date
            for year in (here.year - 1, here.year, here.year + 1)
            if (date := safe_date(year, month, day_number or 1)) is not None
        ]
        # "the January meeting", "the May 3 vote": the tense is that of something else.
        modifies = self.tokens.code(end) == "x" and self.tokens.word(end).islower()
        way = 0 if modifies and self.tokens.code(start - 1) in "T'" else self.direction(start, end)
        ahead = [date for date in candidates if date >= here]
        behind = [date for date in candidates if date <= here]
        if way > 0 and ahead:
            return ahead[0].year
        if way < 0 and behind:
            return behind[-1].year
        return min(candidates, key=lambda date: abs(date - here)).year if candidates else None

    def _goes_on(self, index: int) -> bool:
        """Whether token ``index`` joins the ends of a span: "to", "through", "and" after "between"."""
        if self.tokens.code(index) in "~-":
            return True
        return self.lower(index) == "and" and self.lower(self.found[-1].start - 1) == "between"

    def weekday(self, number: int, start: int, end: int, way: int | None = None) -> dt.date | None:
        """The day nearest publication that is this weekday: forward by cue, else backward with the day itself."""
        if self.published is None:
            return None
        way = self.direction(start, end) if way is None else way
        if way > 0:
            return add_days(self.published, (number - self.published.isoweekday()) % 7)
        return add_days(self.published, -((self.published.isoweekday() - number) % 7))

    def anchor(self, index: int, *, sentences: int = 2) -> dt.date | None:
        """The last single day named before token ``index``, in its own sentence or the one before."""
        for item in reversed(self.found[-_LOOK_BACK:]):
            value = item.value
            if value.first is not None and value.first == value.last:
                limit = index
                for _ in range(sentences):
                    limit = self.sentence_start(limit) - 1
                return value.first if item.start > limit else None
        return None

    def anchor_year(self) -> int | None:
        """The year of the last date named."""
        for item in reversed(self.found[-_LOOK_BACK:]):
            if item.value.first is not None and item.value.type == "DATE":
                return item.value.first.year
        return None
