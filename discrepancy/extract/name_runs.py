"""Runs of capitalised words that may name a person, with the title before or the office after them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from discrepancy.extract.reading import Reading
from discrepancy.extract.titles import after_of_title, office_after, title_before
from discrepancy.lexicon import table, words
from discrepancy.lexicon.people import PARTICLES, is_place_word, is_title_word
from discrepancy.lexicon.roles import is_role_noun
from discrepancy.model import Block, Span
from discrepancy.names.lists import east_asian_surnames, given_names
from discrepancy.text.characters import fold
from discrepancy.text.engine import Token

_WORD = re.compile(
    r"(?:(?:(?:[Ii]n|op|aan) )?['’]t(?= [A-Z])|von und zu(?= [A-Z])"  # particles of several words
    r"|[A-Z]\.(?:-?[A-Z]\.)+"
    r"|[^\W\d_][\w]*(?:['’\-‐‑][^\W\d_][\w]*)*\.?)",
    re.UNICODE,
)
_POSSESSIVE = ("'", "’", "'s", "’s")
_PREFIXED = re.compile(r"(?:a[ldnrstz]|ash|el|es|u[lr]|d|l|dell|dall|t)[-'’‐‑][^\W\d_a-z]|ff[a-z]{3}")
"""Small particles written in one with a name: al-Rashid, d'Estaing; and the old double letter of ffoulkes."""
_SOUND = r"[bcdghjklmnpstwy]{0,2}[aeiouwy]{1,3}(?:ng|[hklmnpt])?"
_KOREAN = re.compile(rf"{_SOUND}-{_SOUND}", re.IGNORECASE)
"""A given name of two Korean syllables with a hyphen: Dong-woon."""
_OPENED = re.compile(r" [\"“‘']")
_CLOSED = re.compile(r"[\"”’'] ")
_NICKNAME = re.compile(r"[^\W\d_a-z][\w.-]+[\"”’'] [^\W\d_a-z]\w")
_NEVER_NAME = frozenset({"VERB", "ADP", "DET", "PRON", "ADV", "CCONJ", "SCONJ", "AUX", "NUM", "PART", "INTJ"})
_SURELY_NO_NAME = frozenset({"VBG", "VBN", "IN", "RB", "CC", "DT", "PRP", "PRP$", "WRB"})
"""Tags of words that no name begins with even where the engine has them in one (Will and Mark may)."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a block, without a possessive ending: its offsets, text, and the tokens it begins and ends in."""

    start: int
    end: int
    text: str
    token: Token | None
    possessive: bool = False
    tail: Token | None = None
    """The last token of a word that the engine cuts at its hyphens: that one bears the word's place in the sentence."""

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter, but for a particle written in one with it."""
        return _is_capital(self.text)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A run of words that may name a person, with the title words before it."""

    words: tuple[Word, ...]
    title: Span | None
    office: Span | None = None
    """An office in apposition after the name: "the chief executive"."""
    lead: tuple[Word, ...] = ()
    """Particles in small letters right before the words: part of the name where it is known to have them."""
    span: Span = field(init=False, compare=False)
    """Where the words stand, without the title."""
    texts: tuple[str, ...] = field(init=False, compare=False)
    """The words as they are written."""
    key: str = field(init=False, compare=False)
    """The words folded."""

    def __post_init__(self) -> None:
        texts = tuple([word.text for word in self.words])
        object.__setattr__(self, "span", Span(self.words[0].start, self.words[-1].end))
        object.__setattr__(self, "texts", texts)
        object.__setattr__(self, "key", fold(" ".join(texts)))


def candidates(reading: Reading, block: Block) -> Iterator[Candidate]:
    """The runs of capitalised words of ``block`` with titles cut off their front."""
    for c in _runs(reading, block):
        crosses = c.title is not None and c.title.start < block.start  # a headline may end in "mayor"
        yield replace(c, title=None) if crosses else c


def _runs(reading: Reading, block: Block) -> Iterator[Candidate]:
    """The runs of ``block``, their titles looked for in the text before it too.

    A word that can be of no name is not seen: it stands in the gap before the next one that can, which ends the run.
    """
    run: list[Word] = []
    lead: list[Word] = []
    previous_end = block.start
    for word in _words(reading, block):
        gap = reading.document.text[previous_end : word.start]
        joined = _is_joined(reading, gap, word, run)
        if run and not joined:
            yield from _cut(reading, run, lead)
            run, lead = [], []
        lead = lead if joined or run else []
        if run or word.capital:
            run.append(word)
        else:
            lead = [*lead, word]
        previous_end = word.end
    if run:
        yield from _cut(reading, run, lead)


def _is_joined(reading: Reading, gap: str, word: Word, run: list[Word]) -> bool:
    """Whether a word goes on with the run before it; a nickname in quotation marks does too: Lena "Lou" Brandt."""
    if run and run[-1].possessive:
        return False
    if gap.isspace():
        return "\n" not in gap.strip(" ")
    if not run:
        return False
    if _OPENED.fullmatch(gap):
        return bool(_NICKNAME.match(reading.document.text, word.start))
    return bool(_CLOSED.fullmatch(gap) and _OPENED.match(reading.document.text, run[-1].start - 2))


def _words(reading: Reading, block: Block) -> Iterator[Word]:
    """The words of ``block`` that may be of a name; a full stop stays with an initial or a known abbreviation only."""
    text = reading.document.text
    for match in _WORD.finditer(text, block.start, block.end):
        word = match[0]
        if word not in PARTICLES and word.islower() and word.isalpha() and not word.startswith("ff"):
            continue  # most are such, and of no name
        start, end = match.span()
        if word.endswith(".") and not _keeps_stop(word):
            word, end = word[:-1], end - 1
        possessive = word.endswith(_POSSESSIVE)
        if possessive:
            word = word.removesuffix("s")[:-1]
            end = start + len(word)
        if word and (_is_capital(word) or word in PARTICLES):
            token = reading.parsed.at(start)
            tail = token if token is not None and end <= token.end else reading.parsed.at(end - 1)
            yield Word(start, end, word, token, possessive, tail)


def _is_capital(word: str) -> bool:
    return word[0].isupper() or bool(_PREFIXED.match(word))


def _keeps_stop(word: str) -> bool:
    return len(word) == 2 or word in _SHORTENED or "." in word[:-1] or word.lower() in words("stopped_abbreviations")


_SHORTENED = frozenset({"Md.", "Mohd.", "Muhd.", "Ma.", "Abd.", "Wm.", "Chas.", "Geo.", "Jos.", "Thos."})
"""Given names that are written short with a full stop."""


def _cut(reading: Reading, run: list[Word], lead: list[Word]) -> Iterator[Candidate]:
    """``run`` without trailing particles, leading ordinary words and its title; nothing where none is left."""
    while run and (not run[-1].capital or _is_post_nominal(run[-1])):
        run = run[:-1]
    first = 0
    while first < len(run) and _ordinary(run[first], first, run):
        first += 1
    run = run[first:]
    if not run:
        return
    titles = [i for i in range(len(run)) if _is_title(reading, run, i)]
    last_title = titles[-1] if titles else int(_opens_with_plural(run)) - 1
    if last_title + 1 == len(run):  # a title with no name after it, or a name that is a title's word as well
        one_before = max((i for i in titles if i < len(run) - 1), default=-1)
        shouted = all(word.text.isupper() for word in run)
        last_title = one_before if shouted or _ends_in_name(run[one_before + 1 :]) else last_title
    of_state = after_of_title(reading, [w.text for w in run], run[0].start)
    begin = max(last_title + 1, of_state)
    begin = max(begin, _entity_start(run, begin))
    begin = _past_nationality(run, begin)
    named = run[begin:] or run[-1:]
    head = run[begin - 1].text if begin else ""
    before = lead if not begin and not first else []
    at = (before or named)[0]
    title = title_before(reading, at.token, at.start, head)
    office = None if title else office_after(reading, named[-1].end)
    yield Candidate(tuple(named), title, office, tuple(before))


def _is_title(reading: Reading, run: list[Word], i: int) -> bool:
    """Whether a word of a run is a title's; Son and Yang before a name in small syllables are surnames."""
    word = run[i]
    if not word.capital or not is_title_word(word.text) or _is_given_name(reading, run, i):
        return False
    if fold(word.text) in _NAMES_TOO and i + _PAIR < len(run):
        return False
    return not (fold(word.text) in east_asian_surnames() and i + 1 < len(run) and "-" in run[i + 1].text)


def _is_given_name(reading: Reading, run: list[Word], i: int) -> bool:
    """Whether a word that names an office is a given name here, right behind a role: "the former cashier Dean Lane"."""
    word = run[i]
    if i + 1 >= len(run) or word.token is None or word.token.i == 0 or fold(word.text) not in given_names():
        return False
    before = reading.parsed.tokens[word.token.i - 1]
    return before.end + 1 == word.start and is_role_noun(before.text.lower()) and before.text.lower() not in _LESSER


_LESSER = frozenset({"assistant", "deputy", "associate", "vice", "acting", "junior", "senior"})
"""Words before an office that are part of it."""


_NAMES_TOO = frozenset({"shah"})
"""Titles that are oftener the first of several names today: Shah Mahmood Qureshi, Shah Rukh Khan."""


def _opens_with_plural(run: list[Word]) -> bool:
    """Whether a sentence begins with the title of several: "Attorneys Ana Petrova and Tom Lindqvist"."""
    first = run[0]
    plural = first.text.endswith("s") and not first.possessive and is_title_word(first.text[:-1])
    if not plural or len(run) == 1 or first.token is None:
        return False
    return first.token.tag in {"NNS", "NNPS"} or (len(run) > _PAIR and fold(run[1].text) in given_names())


_PAIR = 2


def _ends_in_name(run: list[Word]) -> bool:
    """Whether a run that ends in a title's word is a name all the same: Stephen King, but not Prime Minister."""
    first = run[0]
    if len(run) == 1 or is_title_word(first.text):
        return False
    return fold(first.text) in given_names() or (first.token is not None and first.token.ent == "PERSON")


def _is_post_nominal(word: Word) -> bool:
    return word.text[:2].isupper() and fold(word.text) in words("post_nominals")


def _ordinary(word: Word, place: int, run: list[Word]) -> bool:
    """Whether a capitalised word at the front of a run is capitalised only for beginning a sentence."""
    token = word.token
    if token is None or place + 1 == len(run) or " " in word.text:
        return False
    if fold(word.text) in east_asian_surnames() and _KOREAN.fullmatch(run[place + 1].text):
        return False  # Oh Dong-woon
    if word.text in _date_words():
        return True
    if token.start != word.start or token.pos not in _NEVER_NAME:
        return False
    return token.ent != "PERSON" or token.tag in _SURELY_NO_NAME


@cache
def _date_words() -> frozenset[str]:
    days = table("dates")["weekdays"]
    return frozenset({"Today", "Yesterday", "Tomorrow", "Tonight", *days["plain"]})


def _past_nationality(run: list[Word], begin: int) -> int:
    """Where the name begins in "American Jane Lee": after a nationality that is no given name, before one that is."""
    if begin + 2 >= len(run) or not is_place_word(run[begin].text) or fold(run[begin].text) in given_names():
        return begin
    return begin + 1 if fold(run[begin + 1].text) in given_names() else begin


def _entity_start(run: list[Word], begin: int) -> int:
    """Where the engine's person begins, if it ends this run and leaves a name of two words or more."""
    if begin < len(run) and fold(run[begin].text) in _NAMES_TOO:
        return begin
    for i in range(begin, len(run) - 1):
        word = run[i]
        token = word.token
        person = token is not None and token.ent == "PERSON" and token.start == word.start
        if person:
            return i
        if is_place_word(word.text) or (token is not None and token.ent in {"NORP", "GPE", "DATE", "ORG"}):
            continue
        break
    return begin
