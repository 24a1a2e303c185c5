"""Digits that count nothing: dates, times, years, phone numbers, versions, labels and addresses."""

from __future__ import annotations

import re

from discrepancy.grammar.clocks import clock_at
from discrepancy.grammar.drafts import Draft, Form
from discrepancy.grammar.nouns import is_plural
from discrepancy.lexicon import table, words
from discrepancy.lexicon.tries import any_of

__all__ = ["is_label", "is_year", "skip_digits"]

_MONTHS = (
    "January February March April May June July August September October November December "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
).split()
_MONTH = any_of(_MONTHS)
_MONTH_WORDS = frozenset({*_MONTHS, *(f"{month}." for month in _MONTHS), *(month.upper() for month in _MONTHS)})
_DAY_NUMBER = "[0-9]{1,2}(?:st|nd|rd|th)?"
_YEAR = "(?:1[5-9]|20)[0-9][0-9]"
_CLOCK = "(?:[ \u00a0\u202f]?[AaPp](?:\\.[ ]?[Mm]\\.?|[Mm])(?![A-Za-z]))"

_STREETS = "|".join(sorted(words("street_words"), key=len, reverse=True))
_STREET = rf"(?:[NSEW]\.? |[A-Z][\w'’.-]*,? |[0-9]{{1,3}}(?:st|nd|rd|th) ){{0,3}}(?:{_STREETS})(?![a-z])"

# Every alternative opens with a digit, at the place where the figure starts.
_SKIP = re.compile(
    rf"[0-9]{{1,2}}(?:[:.][0-9]{{2}})?(?:[-–—][0-9]{{1,2}}(?:[:.][0-9]{{2}})?)?{_CLOCK}"
    rf"|[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?(?:[.,][0-9]+)?(?![0-9])"
    rf"|[0-9]{{4}} (?:GMT|UTC|BST|EST|EDT|CET|local time|hours)(?![a-z])"
    rf"|[0-9]{{1,2}} o['’]clock"
    rf"|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?:[T ][0-9][0-9:.]*Z?)?"
    rf"|[0-9]{{1,2}}[/.-][0-9]{{1,2}}[/.-](?:[0-9]{{4}}|[0-9]{{2}})(?![0-9])"
    rf"|{_DAY_NUMBER}(?:[-–—/]{_DAY_NUMBER})?(?: (?:of )?|\u00a0)(?:{_MONTH})\.?(?![A-Za-z])(?:,? {_YEAR}(?![0-9]))?"
    rf"|(?:19|20)[0-9]{{2}}[-–—/](?:[0-9]{{2}}(?![0-9,.%])|{_YEAR}(?![0-9,.%]))"
    rf"|[0-9]{{1,4}}['’]?s(?![A-Za-z])"
    rf"|[0-9]+(?:[-–‑][0-9]+){{2,}}"
    rf"|0[0-9]+(?:[ -][0-9]+)*(?![.,][0-9])"
    rf"|[0-9]{{3,5}}[ .-][0-9]{{3,4}}[ .-][0-9]{{4}}(?![0-9,])"
    rf"|[2-9][0-9]{{2}}-[0-9]{{3}}[1-9](?![0-9,.])"
    rf"|[0-9]{{3}}\) ?[0-9]{{3}}[ .-][0-9]{{4}}(?![0-9,])"
    rf"|(?:1080|1440|2160|4320)[pi](?![A-Za-z0-9])"
    rf"|(?:480|720)[pi](?= (?:video|screen|display|resolution|footage|camera|HD))"
    rf"|[0-9]{{1,2}} ?[x×] ?[0-9]{{2,4}} ?(?:m|met(?:re|er)s?)(?![A-Za-z0-9²³])"
    rf"|[0-9]{{1,2}}:[0-9](?![0-9:])"
    rf"|[0-9]{{2,4}}/[0-9]{{2,4}}(?![0-9])"
    rf"|(?:9/11|7/7|24/7|50/50|20/20)(?![0-9])"
    rf"|[0-9]{{1,5}}(?:[-–][0-9]{{1,5}})?,? {_STREET}"
)
_NAMED_PLUS = re.compile(r"[A-Za-z][0-9]{1,4}\+$")
"""A name goes on behind it: "P5+1"."""
_DIALLED = re.compile(r"[0-9]{1,3}(?:[ -]\(?[0-9]+\)?){2,}|[0-9]{9,15}")
_GLUED = re.compile(r"(?:[/%$€£][0-9]+(?:[.,][0-9]+)*)*")
_DAY = re.compile(
    rf"{_DAY_NUMBER}(?:(?:[-–—]| and | to ){_DAY_NUMBER}(?![0-9%]|[,.][0-9]))?"
    rf"(?:,? [12][0-9]{{3}}(?![0-9,.]))?(?![0-9%])"
)
_YEAR_BEFORE = frozenset(
    "in since by of from until till during before after between through circa around early mid late year years "
    "class season and or to for the a spring summer autumn fall winter this last next fiscal fy".split()
)
_COUNTING_HEDGE = frozenset("than over nearly almost about around some least most roughly approximately".split())
_HEDGING = frozenset(str(phrase).split()[-1] for phrases in table("hedges")["before"].values() for phrase in phrases)
_LABELS = words("number_labels")
_SCALED = re.compile(r"[0-9](?:[A-Za-z]{1,3}|-to)[-–‑]$")
_SCORE = re.compile(r"[-–][0-9]{1,2}(?![0-9])")
_HIGH_SCORE = re.compile(r"[-–]([0-9]{2,3})(?![0-9])")
_WON = re.compile(
    r" (?:beat|beats|beating|defeated|defeats|over|past|edged|lost to|win|victory|led|lead|leading|topped) "
)
_WIDEST_WIN = 80
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}$")
_ZIP = re.compile(r" (?:ZIP|Zip|zip)")
_PEOPLE = frozenset("people troops men women soldiers workers jobs children homes protesters employees members".split())


def skip_digits(text: str, start: int, end: int) -> int:
    """Where to go on if the digits at ``start`` open a date, a time, a phone number or the like; 0 if they do not."""
    before = text[start - 1 : start]
    if before == "." and start > 1 and not text[start - 2].isalnum():
        return 0  # ".001"
    if match := _SKIP.match(text, start):
        return match.end()
    if before == "+" and (match := _DIALLED.match(text, start)):
        return match.end()
    if before and (
        before in "_@#:"
        or (before in "./" and text[start - 2 : start - 1].isalnum())
        or (before in "%$€£" and text[start - 2 : start - 1].isdigit())
        or (before == "+" and _NAMED_PLUS.search(text, max(0, start - 8), start))
    ):
        # Part of a name, an address on the net, a time or a version; and so are the figures glued to it.
        return _GLUED.match(text, end).end()  # type: ignore[union-attr]  # it matches the empty string too
    if end - start <= 2 and before in " \u00a0" and before:
        head = text[max(0, start - 12) : start - 1].rsplit(None, 1)
        if head and head[-1].lstrip("(“\"'‘—–-") in _MONTH_WORDS:
            day = _DAY.match(text, start)
            return day.end() if day else end
        return clock_at(text, start, end)
    return 0


def is_year(text: str, draft: Draft) -> bool:
    """Whether a plain figure without a unit reads as a year.

    1900 to 2099 does, but after "more than" and the like with counted words behind, or before people.
    Other four-digit figures do only after a word that years follow, with nothing counted behind.
    """
    if draft.form is not Form.PLAIN or draft.end - draft.start != 4 or not 1100 <= draft.low <= 2199:
        return False
    last = _last_word(text, draft.start)
    following = _next_word(text, draft.end)
    if 1900 <= draft.low <= 2099:
        if draft.low % 100 == 0 and draft.low != 1900 and _plural(following):
            return last in ("in", "since") and following not in _PEOPLE
        return not (following in _PEOPLE or (last in _COUNTING_HEDGE and _plural(following)))
    return last in _YEAR_BEFORE and not following


def _plural(word: str) -> bool:
    return word.islower() and is_plural(word)


def is_label(text: str, draft: Draft) -> bool:
    """Whether a figure without a unit names something: "Room 12", "Hwasong-12", "Boeing 737", "Section 4.2"."""
    start, end = draft.start, draft.end
    if draft.form is Form.DIGITS and (draft.scale != 1 or draft.high >= 1000):
        return False  # only a version or a section is written with a point
    before = text[start - 1 : start]
    if before in "-–‑" and before:
        return text[start - 2 : start - 1].isalpha() and not _SCALED.search(text, max(0, start - 6), start)
    if draft.end - draft.start == 5 and _ZIP.match(text, end):
        return True
    word = _last_raw(text, start) if before and before in " \u00a0" else ""
    if not word:
        return False
    if text.endswith("Group of ", 0, start):
        return not (_starts_sentence(text, start - 9) and _plural(_next_word(text, end)))
    if word.lower() in _LABELS:
        if "," in text[start:end]:
            return False  # "they number 250,000": no label is grouped in thousands
        return not _plural(_next_word(text, end)) or word[0].isupper()
    return not word.islower() and word[0].isalpha() and _names_model(text, start, end, word)


_PLAIN_STARTS = words("noun_stops")


def _names_model(text: str, start: int, end: int, word: str) -> bool:
    """Whether a capitalised word before a figure makes it part of a name, as in "Boeing 737", "Formula 1"."""
    bare = word.rstrip(".,;:")
    if not bare[0].isupper():
        return bare.isalnum()  # "iPhone 12"
    if _INITIALS.match(word):
        return not _plural(_next_word(text, end).lower())  # "H.R. 1234"
    if end - start <= 2 and _SCORE.match(text, end):
        return False  # "beat Leeds 2-1"
    if (high := _HIGH_SCORE.match(text, end)) and _WON.search(text, max(0, start - 60), start):
        return abs(int(text[start:end]) - int(high.group(1))) > _WIDEST_WIN  # "beat the Lakers 112-108"
    if bare != word or bare.lower() in _PLAIN_STARTS or not bare[-1:].isalnum():
        return False
    if bare.lower() in _HEDGING or (bare.endswith("ly") and _starts_sentence(text, start - 1 - len(word))):
        return False
    return not _plural(_next_word(text, end).lower())


def _starts_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" ")
    return not before or before[-1] in '.!?\n:”"“'


def _last_word(text: str, start: int) -> str:
    return _last_raw(text, start).lower()


def _last_raw(text: str, start: int) -> str:
    parts = text[max(0, start - 24) : start].rsplit(None, 1)
    return parts[-1].lstrip("(“\"'‘[") if parts else ""


_NEXT = re.compile(r"[ \u00a0]([A-Za-z][A-Za-z'’-]{0,80})")


def _next_word(text: str, end: int) -> str:
    match = _NEXT.match(text, end)
    word = match.group(1) if match else ""
    return "" if word in _PLAIN_STARTS else word
