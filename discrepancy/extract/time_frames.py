"""When a fact holds: past, present, planned or only supposed, by the verb and by the dates in its clause."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from discrepancy.extract.reading import Reading
from discrepancy.extract.sites import Site
from discrepancy.extract.spots import Spots
from discrepancy.lexicon.measures import is_forecast
from discrepancy.model import Date, Span, TimeFrame
from discrepancy.text.engine import Parsed, Token

_PLANNING = frozenset(
    {"plan", "expect", "forecast", "project", "aim", "intend", "target", "propose", "hope", "pledge", "vow", "promise"}
    | {"mean", "entail", "envisage", "foresee"}
)
_NOW = frozenset({"now", "currently", "today", "presently", "already"})
_DOUBTING = frozenset({"deny", "doubt", "dispute", "ask", "wonder", "question", "imagine", "suppose"})
"""Verbs that do not state what hangs on them."""
_MODALS = frozenset({"would", "could", "might", "may"})
_FUTURE = frozenset({"will", "shall", "'ll"})


def time_frame(reading: Reading, site: Site, when: Date | None) -> TimeFrame:
    """The time frame of the figure at ``site``, whose clause is dated by ``when`` where that is not None."""
    today = reading.document.day
    if _supposed(reading.parsed, site):
        return TimeFrame.SUPPOSED
    if site.lead == "from" and site.verb is not None:
        return TimeFrame.PAST
    if _is_forecast(reading.parsed, site):
        return TimeFrame.PLANNED
    if when is not None and (when.value == "FUTURE_REF" or _ahead(when) or _to_come(reading, site, when)):
        return TimeFrame.PLANNED
    if when and when.first and when.last and today and when.first > today:
        return TimeFrame.PLANNED
    return _by_verb(reading.parsed, site.verb)


def _to_come(reading: Reading, site: Site, when: Date) -> bool:
    """Whether a verb that has not happened yet takes a span of time: "raising it to 350,000 within three years"."""
    before = reading.document.text[max(0, when.start - 12) : when.start].split()
    open_verb = site.verb is not None and site.verb.tag in {"VB", "VBG"}
    return when.type == "DURATION" and open_verb and bool(before) and before[-1].lower() in {"in", "within", "over"}


def _ahead(when: Date) -> bool:
    """Whether a duration or span points forward by its own words ("the next three years")."""
    words = when.text.lower().split()
    return "next" in words or "coming" in words


def _supposed(parsed: Parsed, site: Site) -> bool:
    """Whether the figure stands in, or hangs on, a condition."""
    verb = site.verb
    for _ in range(4):
        if verb is None:
            return False
        if any(t.lemma in {"if", "unless", "suppose", "whether"} for t in parsed.of(verb, "mark", "advmod")):
            return True
        if _inverted(parsed, verb) or (verb.dep == "ccomp" and parsed.tokens[verb.head].lemma in _DOUBTING):
            return True
        if any(t.lemma in _MODALS for t in parsed.of(verb, "aux")) and any(
            c.lemma == "if" for v in parsed.of(verb, "advcl") for c in parsed.of(v, "mark", "advmod")
        ):
            return True
        if verb.head == verb.i or verb.dep not in {"advcl", "conj", "acl", "relcl", "xcomp"}:
            return False
        verb = parsed.tokens[verb.head]
    return False


def _is_forecast(parsed: Parsed, site: Site) -> bool:
    """Whether the figure is what a forecast says: "cut its forecast for the harvest to 8m", "its guidance is 3%"."""
    if site.noun is not None and is_forecast(site.noun.lemma):
        return True
    if site.verb is None or (site.lead not in _LEADS and site.verb.lemma != "be"):
        return False
    return any(is_forecast(t.lemma) for t in parsed.of(site.verb, "nsubj", "nsubjpass", "dobj"))


_LEADS = frozenset({"at", "by", "to"})


def _inverted(parsed: Parsed, verb: Token) -> bool:
    """Whether a clause is a condition by its order: "Had 5,000 come, …"."""
    subjects = parsed.of(verb, "nsubj", "nsubjpass")
    return any(t.text in {"Had", "Should", "Were"} and subjects and t.i < subjects[0].i for t in parsed.of(verb, "aux"))


def _by_verb(parsed: Parsed, verb: Token | None) -> TimeFrame:
    if verb is None:
        return TimeFrame.UNKNOWN
    helpers = parsed.of(verb, "aux", "auxpass")
    words = {t.lemma for t in helpers} | {t.text.lower() for t in helpers}
    if words & _FUTURE or words & {"would"} or verb.lemma in _PLANNING or "to" in words or _under_plan(parsed, verb):
        return TimeFrame.PLANNED
    if _is_open(verb, words):
        return TimeFrame.PLANNED
    if any(t.lemma in _NOW for t in parsed.of(verb, "advmod", "npadvmod")):
        return TimeFrame.PRESENT
    tags = {t.tag for t in helpers} or {verb.tag}
    if tags & {"VBD"} or verb.tag == "VBD":
        return TimeFrame.PAST
    return TimeFrame.PRESENT if tags & {"VBZ", "VBP"} or verb.tag in {"VBZ", "VBP"} else TimeFrame.UNKNOWN


def _is_open(verb: Token, helpers: AbstractSet[str]) -> bool:
    """Whether a verb tells what may come: "should reach", "the bank sees growth of"."""
    if verb.lemma == "see":
        return verb.tag in {"VBZ", "VBP"} and not helpers
    return bool(helpers & {"should", "may", "might"}) and "have" not in helpers


def _under_plan(parsed: Parsed, verb: Token) -> bool:
    """Whether the verb is what a plan is for: "plans to hire", "a decree to expand"."""
    head = parsed.tokens[verb.head]
    return verb.dep in {"xcomp", "acl"} and (head.lemma in _PLANNING or verb.tag == "VB")


def _between(figure: Span, at: Span, date: Date) -> bool:
    """Whether ``date`` is the other ``figure``'s: it stands behind that one, not behind this one at ``at``."""
    if at.end <= date.start:
        return at.end <= figure.start and figure.end <= date.start
    return figure.end <= date.start <= figure.end + _NEAR


def _before(site: Site, at: Span, date: Date) -> list[Span]:
    """The figures from the one at ``at``, or from right before the date, up to the date."""
    return site.figures.over(min(at.end, date.start - _NEAR) - 1, date.start)


def _opening(parsed: Parsed, verb: Token, low: int) -> int:
    """Where the clause opens: a verb joined to another shares what stands before that ("In 2013 it rose and fell")."""
    while verb.dep == "conj" and parsed.tokens[verb.head].i < verb.i:
        verb = parsed.tokens[verb.head]
        low = min(low, parsed.subtree(verb)[0].start)
    return low


_NEAR = 14
"""Characters within which a date follows the figure that it dates: "900 in 2019"."""


def date_of(reading: Reading, site: Site, dates: Spots[Date], at: Span) -> Date | None:
    """The date expression that dates the clause of the figure at ``at``: the nearest one under its verb.

    A date behind another figure is that one's: in "168m, from 204m a year ago" the year is not the first's.
    """
    parsed = reading.parsed
    if site.verb is None:
        return None
    tokens = parsed.subtree(site.verb)
    low, high = tokens[0].start, tokens[-1].end
    others = [
        v for v in tokens if v.i != site.verb.i and v.pos == "VERB" and v.dep in {"conj", "ccomp", "advcl", "relcl"}
    ]
    shut = [
        (s[0].start, s[-1].end) for s in (parsed.subtree(v) for v in others) if not s[0].start <= at.start < s[-1].end
    ]
    low = _opening(parsed, site.verb, low)
    near = [d for d in dates.begun(low, high) if not any(a <= d.start < b for a, b in shut)]
    apart = [d for d in near if not Span(d.start, d.end).overlaps(at)]
    own = [d for d in apart if not any(_between(f, at, d) for f in _before(site, at, d))]
    return min(own, key=lambda d: min(abs(d.start - at.end), abs(at.start - d.end)), default=None)
