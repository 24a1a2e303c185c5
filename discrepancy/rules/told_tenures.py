"""How the words around a name tell that its bearer comes to an office, leaves one, or holds several."""

from __future__ import annotations

import re
from collections.abc import Sequence

from discrepancy.model import Fact
from discrepancy.rules.told_offices import Told
from discrepancy.text.characters import fold

_NEAR = 40
"""Characters looked at around a name, for words of a change."""
CHANGE = re.compile(
    r"\b(?:named(?! (?:in|on|by|after|among|for)\b)"
    r"|appoint\w*|reappoint\w*|promot\w*|demot\w*|reshuffl\w*|succe(?:ed|eds|eded|eding)|replac\w*"
    r"|swor[en]\w*|resign\w*|step(?:s|ped)? (?:down|up)|took over|take[sn]? over|moved? (?:from|to))\b",
    re.IGNORECASE,
)
GIVEN = re.compile(
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


def tells_several(fact: Fact, text: str) -> bool:
    """Whether the sentence around a name, or the next one where it speaks of him or her, tells of several offices."""
    at, sentence = fact.mention, fact.sentence
    start, end = max(0, at.start - _LEADS_UP), at.end + _FOLLOWS
    if _SEVERAL.search(text, max(start, sentence.start), min(end, sentence.end)):
        return True
    following = _PRONOUN.match(text, sentence.end) if sentence.end < end else None
    return following is not None and _SEVERAL.search(following.group()) is not None


def plain_sentence(fact: Fact, told: Sequence[Told], text: str) -> str:
    """The sentence of a mention as plain words, without the titles told of the person."""
    start, end = fact.sentence.start, fact.sentence.end
    spans = ((t.where.start, t.where.end) for t in told if t.fact.mention.document == fact.mention.document)
    kept, at = [], start
    for first, last in sorted(span for span in spans if span[0] < end and start < span[1]):
        kept.append(text[at:first])
        at = max(at, min(last, end))
    return f" {' '.join(re.findall(r'[a-z-]+', fold(''.join([*kept, text[at:end]]))))} "


def tells_change(fact: Fact, text: str, change: re.Pattern[str]) -> bool:
    """Whether the words around a name tell that its bearer is given an office or leaves one."""
    at, sentence = fact.mention, fact.sentence
    start, end = max(0, at.start - _NEAR), at.end + _NEAR
    if sentence is not None:
        start, end = max(start, sentence.start), min(end, sentence.end)
    return any(not _NO_CHANGE.search(text, start, found.start()) for found in change.finditer(text, start, end))
