"""Years, decades, centuries, quarters, halves and seasons: "in 2014", "the early 1990s", "the summer of 2019"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from discrepancy.grammar.dates.context import Context, Found
from discrepancy.grammar.dates.numbers import ordinal_at
from discrepancy.grammar.dates.rules import PART, Rule, part_of, rule
from discrepancy.grammar.dates.values import Value, decade, half, narrow, quarter, season, season_days, years
from discrepancy.grammar.dates.words import COUNTED_AFTER, COUNTED_BEFORE, DECADES, OPENERS, SEASONS, SPORT, UNITS

__all__ = ["RULES", "is_year", "of_a_game"]

_OLDEST_BARE: Final = 1900
_OPENING: Final = frozenset(
    {"was", "is", "has", "saw", "will", "had", "brought", "marked", "began", "ended", "could", "may"}
)
_OWNERS: Final = frozenset({"the", "his", "her", "its", "their", "our", "my", "a", "whose"})
_LEADING: Final = frozenset(
    {"in", "since", "by", "from", "during", "between", "for", "until", "till", "through", "before", "after",
     "into", "throughout", "versus", "vs", "entering",
     "circa", "c", "year", "years", "election", "born", "died", "autumn", "fall"}
)  # fmt: skip
_AS_OF: Final = frozenset({"late", "recently", "early", "back"})
_SIDES: Final = frozenset({"pre", "post"})
_MEASURING: Final = frozenset({"more", "less", "fewer", "greater", "higher", "larger", "smaller"})
_SPORT: Final = re.compile(rf"(?:{'|'.join(sorted(SPORT))})\b")
_DATING: Final = frozenset({"back", "dates", "dated", "dating", "date", "traced", "prior"})
_SINCE: Final = frozenset({"in", "since", "from", "until", "till", "by"})
_VAGUE: Final = frozenset({"about", "around", "to", "at", "on"})


def is_year(context: Context, index: int) -> bool:
    """Whether four bare digits are a year: by what leads up to them and what they do not count."""
    tokens = context.tokens
    if tokens.code(index - 1) == "Y":
        # In a row of them nothing leads up to the second.
        return tokens.code(index + 1) == "'" and _names_something(context, index)
    before, previous, following = tokens.code(index - 1), context.lower(index - 1), context.lower(index + 1)
    if following in COUNTED_AFTER:
        return False
    joined = bool(context.found) and context.found[-1].end == index - 1
    if previous == "than":
        return context.lower(index - 2) not in _MEASURING
    if previous in _LEADING or before in "jJB" or _led_by_two(context, index):
        return True
    if before == "f":
        return context.lower(index - 2) not in COUNTED_BEFORE
    if before in "&,~-;":
        return joined or (previous == "to" and _from_before(context, index))
    if before == "(":
        return tokens.code(index + 1) in ")-;"
    return previous not in _VAGUE and _names_something(context, index)


def _led_by_two(context: Context, index: int) -> bool:
    """Whether two words before it tell a year: "as late as 1990", "pre-2008", "since about 1900"."""
    previous, lead = context.lower(index - 1), context.lower(index - 2)
    if previous == "as":
        return lead in _AS_OF
    if previous == "to":
        return lead in _DATING
    if context.tokens.code(index - 1) == "-":
        return lead in _SIDES
    return previous in {"about", "around"} and lead in _SINCE


def _from_before(context: Context, index: int) -> bool:
    last = context.found[-1] if context.found else None
    return last is not None and index - last.end < 3 and last.value.first is not None


def _names_something(context: Context, index: int) -> bool:
    """Whether it names what follows: "the 2016 election", "France's 1998 win", "2008 was a bad year"."""
    tokens = context.tokens
    if int(tokens.word(index)) < _OLDEST_BARE:
        return False
    before, after = tokens.code(index - 1), tokens.code(index + 1)
    if after == "'":
        return True
    if context.lower(index - 1) in _OWNERS or before == "'":
        return after in "x-sQ&.,"
    if before == "x" and tokens.code(index - 2) == "A" and context.lower(index - 1) == tokens.word(index - 1):
        # "after an active 2017"
        return after != "x"
    return before in ".|" and context.lower(index + 1) in _OPENING


def _year(context: Context, match: re.Match[str]) -> Found | None:
    index = match.start("year")
    if not match["of_part"] and not match["part"] and not is_year(context, index):
        return None
    if context.lower(index + 1) in COUNTED_AFTER:
        return None
    value, part = years(int(context.tokens.word(index))), part_of(context, match)
    return Found(match.start(), match.end(), narrow(value, part) if part else value)


def _season_years(context: Context, match: re.Match[str]) -> Found | None:
    """2018-19: no one year."""
    written = context.tokens.word(match.start())
    first, short = int(written[:4]), int(written[5:])
    last = first // 100 * 100 + short
    last += 100 if last < first else 0
    if last - first > 20:  # a score or a part number
        return None
    return Found(match.start(), match.end(), years(first, last, ""))


def _decade(context: Context, match: re.Match[str]) -> Found | None:
    index = match.start("decade")
    code, word = context.tokens.code(index), context.lower(index)
    if code == "Z":
        if "T" not in match[0] and not match["part"]:
            return None
        first = 1900 + DECADES[word] * 10
    elif code == "e":
        first = 1900 + int(word[1]) * 10
    else:
        first = int(word[:4])
        if not word[4:5].isalpha() and "T" not in match[0]:
            # "2020's total" is the year's; "the 1960's" are ten.
            return Found(match.start(), match.end(), years(first))
        # "the 1900s" and "the 2000s" may each be ten years or a hundred: the ten are meant more often.
    value, part = decade(first), part_of(context, match)
    return Found(match.start(), match.end(), narrow(value, part) if part else value)


def _century(context: Context, match: re.Match[str]) -> Found | None:
    index = match.end() - 1
    number = ordinal_at(context.tokens, match.start("number"), match.end("number"))
    if UNITS.get(context.lower(index)) != "CE" or number is None or number > 30:
        return None
    value = years((number - 1) * 100 or 1, number * 100 - 1, f"{number - 1:02d}")
    part = part_of(context, match)
    return Found(match.start(), match.end(), narrow(value, part) if part else value)


def _before_christ(context: Context, match: re.Match[str]) -> Found | None:
    number, era = context.tokens.word(match.start("number")), context.tokens.word(match.end() - 1)
    if not number.isdecimal() or len(number) > 4 or not era.isupper():
        return None
    if era == "AD":
        return Found(match.start(), match.end(), years(int(number))) if int(number) else None
    return Found(match.start(), match.end(), Value(f"BC{int(number):04d}"))


def _of_year(context: Context, match: re.Match[str]) -> tuple[int | None, int, bool]:
    """The year of a quarter, half or season, where the match ends, whether publication told it."""
    here = context.published
    if match["year"]:
        return int(context.tokens.word(match.start("year"))), match.end(), False
    if match["relative"]:
        start = match.start("relative")
        if UNITS.get(context.lower(match.end("relative") - 1)) != "Y":
            return None, start - (context.tokens.code(start - 1) == "f"), False
        shift = {"l": -1, "N": 1, "v": -1}.get(context.tokens.code(start), 0)
        return (here.year + shift if here else None), match.end(), True
    owner = context.found[-1] if context.found and context.tokens.code(match.start() - 1) == "'" else None
    if owner is not None and owner.end == match.start() - 1 and re.fullmatch(r"\d{4}", owner.value.value):
        # "2012's first quarter", "last year's third quarter"
        return int(owner.value.value), match.end(), owner.value.relative
    return None, match.end(), True


def _part_year(context: Context, number: int, months: int, start: int, end: int) -> int | None:
    """The year of "the third quarter": the last that has begun, the next one where the words look ahead."""
    here = context.published
    if here is None:
        return None
    begun = number * months - months + 1 <= here.month
    if context.direction(start, end) > 0:
        return here.year if number * months >= here.month else here.year + 1
    return here.year if begun else here.year - 1


def _quarter(context: Context, match: re.Match[str]) -> Found | None:
    number = ordinal_at(context.tokens, match.start("number"), match.end("number"))
    if number is None or number > 4:
        return None
    year, end, told = _of_year(context, match)
    if year is None:
        if context.tokens.code(end) == "f" or of_a_game(context, match.start()):
            return None
        year = _part_year(context, number, 3, match.start(), end)
    value = quarter(year, number) if year else Value(f"XXXX-Q{number}")
    return Found(match.start(), end, replace(value, relative=told and year is not None))


def of_a_game(context: Context, index: int) -> bool:
    """Whether a quarter or half near token ``index`` is a game's."""
    start = context.sentence_start(index)
    tokens = context.tokens
    end = tokens.ends[min(index + 15, len(tokens.ends) - 1)]
    return _SPORT.search(tokens.text, tokens.starts[start], end) is not None


def _half(context: Context, match: re.Match[str]) -> Found | None:
    number = ordinal_at(context.tokens, match.start("number"), match.end("number"))
    year, end, told = _of_year(context, match)
    if number not in (1, 2) or year is None:
        return None
    return Found(match.start(), end, replace(half(year, number), relative=told))


def _short_part(context: Context, match: re.Match[str]) -> Found | None:
    """Q2 2020, H1."""
    word = context.tokens.word(match.start())
    number, months = int(word[1]), 3 if word[0] == "Q" else 6
    year, end, told = _of_year(context, match)
    if year is None:
        year = _part_year(context, number, months, match.start(), end)
    if year is None:
        return Found(match.start(), end, Value(f"XXXX-{word}"))
    value = quarter(year, number) if word[0] == "Q" else half(year, number)
    return Found(match.start(), end, replace(value, relative=told))


def _last_quarter(context: Context, match: re.Match[str]) -> Found | None:
    """Read "last quarter", "this quarter"."""
    here = context.published
    if here is None:
        return Found(match.start(), match.end(), Value(""))
    index = here.year * 4 + (here.month - 1) // 3 + {"l": -1, "v": -1, "N": 1}.get(match["which"], 0)
    return Found(match.start(), match.end(), quarter(index // 4, index % 4 + 1).resolved())


def _season(context: Context, match: re.Match[str]) -> Found | None:
    name = SEASONS[context.lower(match.start("season"))]
    year, end, told = _of_year(context, match)
    part, which = part_of(context, match), match["which"] or ""
    which = {"p": "l", "C": "N"}.get(which, which)
    if year is None:
        follows = context.tokens.code(end)
        ruled_out = match["relative"] is not None or follows in "f-"
        ruled_out = ruled_out or (follows == "x" and context.lower(end) not in OPENERS)
        if _names_games(context, end) or (not which and not part and (ruled_out or not _in_season(context, match))):
            return None
        year = _season_year(context, name, which, match.start(), end)
    value = season(year, name) if year is not None else Value(f"XXXX-{name}")
    value = replace(value, relative=told and year is not None)
    return Found(match.start(), end, narrow(value, part) if part else value)


def _straddling(context: Context, match: re.Match[str]) -> Found | None:
    """Read "the winter of 2010-11": the one that begins in the first year."""
    written = context.tokens.word(match.start("years"))
    first = int(written[:4])
    if SEASONS[context.lower(match.start("season"))] != "WI" or (first + 1) % 100 != int(written[5:]):
        return None
    return Found(match.start(), match.end(), season(first, "WI"))


def _names_games(context: Context, end: int) -> bool:
    """Whether the season is part of a name: "the last Winter Games"."""
    return context.tokens.code(end) == "x" and context.tokens.word(end)[:1].isupper()


def _in_season(context: Context, match: re.Match[str]) -> bool:
    """Whether it is "in the summer", "in spring", but no spring water and no fall of a government."""
    before = context.lower(match.start() - 1)
    if before not in {"in", "since", "until", "by", "during", "from", "through", "throughout", "over", "into"}:
        return False
    return match[0].startswith("T") or context.lower(match.start("season")) != "fall"


def _season_year(context: Context, name: str, which: str, start: int, end: int) -> int | None:
    """The year of a season that names none: last, next, or the one that the words around point to."""
    here = context.published
    if here is None or not 2 < here.year < 9998:  # the edge of the calendar
        return None
    if which == "h":
        # "this winter", said in March, began last year.
        return here.year - (name == "WI" and here.month < 5)
    first, last = season_days(here.year, name)
    way = {"l": -1, "N": 1}.get(which) or context.direction(start, end)
    if which == "l":
        # A winter reaches into the next year: the one over by now may have begun two years ago.
        return next(year for year in (here.year, here.year - 1, here.year - 2) if season_days(year, name)[1] < here)
    if way > 0:
        over = first <= here if which == "N" else last < here
        return here.year + 1 if over else here.year
    if way == 0 and last < here:
        return here.year
    if way == 0 and first > here and first - here < here - season_days(here.year - 1, name)[1]:
        # Nothing tells: the nearer one.
        return here.year
    return here.year if first <= here else here.year - 1


def _fiscal(context: Context, match: re.Match[str]) -> Found | None:
    if match["year"]:
        return Found(match.start(), match.end(), years(int(context.tokens.word(match.start("year")))))
    return None


_OF_YEAR = r"(?:[f,]?(?P<year>Y)|f?(?P<relative>[lhNv]u|Tu))?"
_WHICH = r"(?:h(?=[pC]))?(?P<which>[lhNpC])?"
_RANK = r"(?P<number>o|O|S)"
RULES: Final[tuple[Rule, ...]] = (
    rule("TJjEeZ", r"(?:T?(?P<of_part>J)f)?T?(?:(?P<part>j)-?)?(?P<decade>[EeZ])", _decade),
    rule("TJjo9OS", r"(?:T?(?P<of_part>J)f)?T?(?:(?P<part>j)-?)?(?P<number>O|S|(?:9-)?o)-?u", _century),
    rule("Y2#", r"(?P<number>[Y2#])=", _before_christ),
    rule("c", r"cu?(?P<year>Y)", _fiscal),
    rule("ToOS", rf"T?{_RANK}-?Q(?!-?u){_OF_YEAR}", _quarter),
    rule("ToOS", rf"T?{_RANK}H{_OF_YEAR}", _half),
    rule("R", rf"R{_OF_YEAR}", _short_part),
    rule("lhNvT", r"T?(?P<which>[lhNv])Q(?!-?u)", _last_quarter),
    rule("TJjlhNpCs", rf"(?:T?(?P<of_part>J)f)?T?(?:(?P<part>j)-?)?{_WHICH}(?P<season>s){_OF_YEAR}", _season),
    rule("Ts", "T?(?P<season>s)[f,]?(?P<years>y)", _straddling),
    rule("y", "y", _season_years),
    rule("TJjY", rf"{PART}?(?P<year>Y)", _year),
)
