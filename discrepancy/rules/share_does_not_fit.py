"""A share does not fit the part and the whole beside it.

What fires:
    One sentence tells a part of a whole as figures and as a share ("five of the 29 patients, or one in four"), or the
    next one opens with the share ("That is 90 per cent"), and no rounding of the three as written makes them fit.
    Likewise the votes of two candidates with their shares that can not be of one whole, and a share of those who voted,
    or a turnout, that the one count of votes in the story does not make.

Why it matters:
    The share is what readers remember and what headlines take over, and it is calculated at the desk.

Known limits:
    Only shares told right beside their figures are judged; a share that goes on ("14 per cent of its European staff")
    may be of another whole and is left alone. "More than half" is not held against a far larger part.

Source:
    AP Stylebook, "fractions" and "percent"; Reuters Handbook of Journalism, "numbers".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from discrepancy.model import Document, Fact, Finding, Level, Message, Param, QuantityKind, Story
from discrepancy.rules.rule import Example, Rule
from discrepancy.rules.vote_shares import of_one_vote, of_the_count
from discrepancy.rules.written import REACH, Misfit, Room, apart, between, of_one_noun, room, runs, tell, triples

_RULE = "NUM014", Level.ERROR
_STOP = r"(?!(?:and|while|but|whereas|who|whose|because|though|although|when|where|if|than|against|from)\b)"
_WORDS = rf"(?:,? {_STOP}[A-Za-z][\w'\u2019-]*){{0,12}}"
_OF = re.compile(
    r"(?:(?: [a-z][a-z'\u2019-]*){0,6} out|,? out|,?) of (?:(?:the|its|their|his|her|our|all|these|those|a|some"
    r"|only|just|a total of|over) )*"
    r"(?:[A-Za-z][\w-]*(?:'s|s'|\u2019s|s\u2019) )?(?:[a-z][a-z-]* )?"
)
_SAID = (
    r"(?:or (?:just |only |some )?|that is |which is |equal to |equivalent to |some |just |only |i\.e\. |making "
    r"|making up |representing "
    r"|an? (?:[a-z]+ )?(?:turnout|share|rate|proportion|quota|ratio) of (?:just |only |some )?)?"
)
_OPENS = re.compile(rf"{_WORDS}(?:,|,? or|,? ?[(\u2014\u2013]| -|:) ?{_SAID}")
_OR = re.compile(rf"{_WORDS}(?:,? or|,? ?\(| \u2014| \u2013| -) ?")
_COMMA = re.compile(rf"{_WORDS},? ")
_ENDS = re.compile(rf"{_WORDS}(?: ?[.,;:)\u2014\u2013]| -|$)")
_SHARE_ENDS = re.compile(r"(?: of (?:them|the (?:total|whole|lot)|all|it|these|those))?(?: ?[.,;:)\u2014\u2013]| -|$)")
_SHARE_OF = re.compile(r" of (?:the|its|their|his|her) (?:(?:total|entire|whole) )?[a-z]+(?:[.,;:)\u2014\u2013]|$)")
_OF_A_WHOLE = re.compile(
    r" of (?:an?|the|its|their|his|her) (?:[a-z][\w'\u2019-]* ){1,3}(?:of|totall?ing|numbering) (?:the |its )?"
)
_OF_THE_WHOLE = re.compile(
    r" of (?:all )?(?:the|its|their|his|her|all|our)(?: (?:total|roughly|about|some|nearly|more than))? "
)
_APPOSED = re.compile(r"(?: [a-z]+)?(?: \u2014| \u2013| -|,? ?\() ?(?:or )?")
_ALL_OF_IT = re.compile(
    r" of (?:the|its|their|all) (?:(?:total|entire|whole) )?"
    r"(?:staff|workforce|payroll|total|whole|lot)\b ?[.,;:)\u2014\u2013-]"
)
"""A share of the whole by another name, in dashes or brackets behind it."""
_THAT_IS = re.compile(
    r"[\"\u201c]?(?:That|This|It|Which) (?:is|was|makes|made|means|meant|amounts to|amounted to|represents|represented"
    r"|equals|equalled|comes to|came to|corresponds to|works out at)(?: (?:just|only|some|a share of"
    r"|an? [a-z]+ rate of))? $"
)
_OF_BEFORE = re.compile(
    r"\bof (?:(?:the|its|their|his|her|all|those|these|some|about) )*(?:[A-Za-z][\w-]*(?:'s|s'|\u2019s"
    r"|s\u2019) )?(?:[a-z-]+ )?$",
    re.IGNORECASE,
)
_LEAD = 40
_HUNDRED = Decimal(100)
_FRACTION_LEEWAY = Decimal("0.12")
"""How far a part may be from a plain fraction, as a part of that fraction: 30 per cent pass for a third."""
_ROUND_LEEWAY = Decimal("2.5")
"""How far it may be from a per cent figure in whole tens."""


def judge(story: Story) -> Iterator[Finding]:
    """A finding for each share that its part and whole do not make."""
    yield from tell(story, _RULE, _say, _misfits(story))
    yield from tell(story, _RULE, _say_beside, of_one_vote(story))
    yield from tell(story, _RULE, _say_votes, of_the_count(story))


def _misfits(story: Story) -> Iterator[Misfit]:
    for document, three in triples(story):
        found = _read(document, three)
        if found and _wrong(*found):
            yield _misfit(*found)
    for document in story.documents:
        for before, row in pairwise(runs(story, document.id)):
            found = _next(document, before, row)
            if found and _wrong(*found):
                yield _misfit(*found)


def _next(document: Document, before: Sequence[Fact], row: Sequence[Fact]) -> tuple[Fact, Fact, Fact] | None:
    """ "Of the 300 schools 210 lack a teacher. That is 90 per cent"."""
    text, share = document.text, row[0]
    own = [fact for fact in before if fact.quantity.converts < 0]
    if len(own) != 2 or not _is_share(share) or text[before[0].sentence.end : share.sentence.start].strip():
        return None
    lead = text[share.sentence.start : share.mention.start].lstrip()
    hedge = share.quantity.hedge_text
    if not _THAT_IS.match(lead.removesuffix(f"{hedge} ") if hedge else lead):
        return None
    gap, rest = between(text, *own), text[share.mention.end : share.sentence.end].rstrip()
    if not (_SHARE_ENDS.match(rest) or _SHARE_OF.match(rest)):
        return None
    found = (own[0], own[1]) if _OF.fullmatch(gap) else (own[1], own[0]) if _whole_first(text, own[0], gap) else None
    return (*found, share) if found and _are_part_and_whole(*found) else None


def _read(document: Document, three: Sequence[Fact]) -> tuple[Fact, Fact, Fact] | None:
    """Part, whole and share, whichever way round the sentence has them."""
    text = document.text
    first, second = (between(text, left, right) for left, right in pairwise(three))
    a, b, c = three
    rest = text[c.mention.end : c.sentence.end].rstrip()
    found = None
    if _is_share(c):
        if _OF.fullmatch(first) and _OPENS.fullmatch(second) and _ends(rest, second):
            found = a, b, c
        elif _whole_first(text, a, first) and _OPENS.fullmatch(second) and _ends(rest, second):
            found = b, a, c
    elif _is_share(b):
        if (_OPENS.fullmatch(first) and _OF_A_WHOLE.fullmatch(second) and _ENDS.match(rest)) or (
            _OPENS.fullmatch(first) and _of_the_whole(b, second) and of_one_noun(text, a, c)
        ):
            found = a, c, b
    elif _is_share(a):
        if _OF.fullmatch(first) and _OR.fullmatch(second) and _ENDS.match(rest):
            found = c, b, a
        elif _OPENS.fullmatch(first) and _OF.fullmatch(second) and _ENDS.match(rest):
            found = b, c, a
    return found if found and _are_part_and_whole(*found[:2]) else None


def _of_the_whole(share: Fact, gap: str) -> bool:
    """ "one in six of the 900", "half the 96"."""
    half = share.mention.text.lower().endswith("half")
    return _OF_THE_WHOLE.fullmatch(gap) is not None or (half and gap in {" the ", " its ", " their "})


def _is_share(fact: Fact) -> bool:
    q = fact.quantity
    return q.kind is QuantityKind.SHARE and q.low == q.high and not q.change


def _ends(rest: str, gap: str) -> bool:
    """Whether the share is one of the whole just named, and goes on to no other."""
    return _SHARE_ENDS.match(rest) is not None or (
        (gap.rstrip().endswith(" or") and _SHARE_OF.match(rest) is not None)
        or (_APPOSED.fullmatch(gap) is not None and _ALL_OF_IT.match(rest) is not None)
    )


def _whole_first(text: str, whole: Fact, gap: str) -> bool:
    before = text[max(whole.sentence.start, whole.mention.start - _LEAD) : whole.mention.start]
    return _OF_BEFORE.search(before) is not None and _COMMA.fullmatch(gap) is not None


def _are_part_and_whole(part: Fact, whole: Fact) -> bool:
    p, w = part.quantity, whole.quantity
    kinds = {QuantityKind.COUNT, QuantityKind.MONEY, QuantityKind.MEASURE}
    alike = p.kind is w.kind and p.kind in kinds and p.unit == w.unit and p.per == w.per
    return alike and p.low == p.high and w.low == w.high and 0 < p.low < w.low


def _wrong(part: Fact, whole: Fact, share: Fact) -> bool:
    (low, high), (least, most) = room(part), room(whole)
    return apart((low / most * _HUNDRED, high / least * _HUNDRED), _said(share))


def _said(share: Fact) -> Room:
    """The shares that pass for the one written."""
    q = share.quantity
    if not any(mark in q.text.lower() for mark in ("%", "cent")):
        leeway = q.low * _FRACTION_LEEWAY
    else:
        leeway = _ROUND_LEEWAY if q.low % 10 == 0 else min(q.step, Decimal(1))
    below, above = REACH[q.hedge]
    return (q.low - leeway) * below, (q.low + leeway) * above


def _misfit(part: Fact, whole: Fact, share: Fact) -> Misfit:
    made = part.quantity.low / whole.quantity.low * _HUNDRED
    params = (
        ("part", part.mention.text),
        ("whole", whole.mention.text),
        ("share", f"{share.quantity.hedge_text} {share.mention.text}".strip()),
        ("made", round(made, 0 if made > 10 else 1)),
    )
    return Misfit(((share,), (part, whole)), params, whole.subject.text)


def _say(params: dict[str, Param]) -> tuple[Message, Message]:
    return Message("NUM014.summary", params), Message("NUM014.explanation", params)


def _say_beside(params: dict[str, Param]) -> tuple[Message, Message]:
    return Message("NUM014.summary_beside", params), Message("NUM014.explanation_beside", params)


def _say_votes(params: dict[str, Param]) -> tuple[Message, Message]:
    return Message("NUM014.summary_votes", params), Message("NUM014.explanation_votes", params)


RULE = Rule(
    code="NUM014",
    name="share-does-not-fit",
    level=Level.ERROR,
    judge=judge,
    conflict=Example(
        (
            "The bakery chain will close 18 of its 120 shops, or one in four, the company said.",
            "The bakery chain will close 18 of its 120 shops, or 15 percent, the company said.",
        )
    ),
    near_miss=Example(
        (
            "The bakery chain will close 18 of its 120 shops, or 15 percent, the company said.",
            "The bakery chain will close 18 of its 120 shops, fewer than one in six, the company said.",
        )
    ),
    doc=__doc__,
)
