"""Ages that a text tells by place: "Ellen Marchbank was 43.", "a girl of six", "the driver, 42, who"."""

from __future__ import annotations

import re

from discrepancy.grammar.drafts import Draft, Form
from discrepancy.lexicon.roles import is_role_noun

_OLDEST = 115
_REACH = 64
"""Characters before an age that are looked at."""


def told_of_somebody(text: str, draft: Draft) -> bool:
    """Whether a bare figure is an age by where it stands."""
    if draft.form not in {Form.PLAIN, Form.WORDS} or draft.low != draft.high or not 1 <= draft.low <= _OLDEST:
        return False
    lead, after = text[max(0, draft.start - _REACH) : draft.start], draft.end
    if _HUMAN_OF.search(lead):
        return _AFTER_HUMAN.match(text, after) is not None
    if draft.form is Form.PLAIN and _NAME_WAS.search(lead):
        return _ENDS.match(text, after) is not None
    if _NAME_NOW.search(lead) or _PRONOUN_IS.search(lead):
        return _CLOSED.match(text, after) is not None
    role = _ROLE.search(lead) if draft.form is Form.PLAIN and draft.low >= _GROWN else None
    return role is not None and is_role_noun(role[1]) and _GOES_ON.match(text, after) is not None


_HUMAN = (
    r"(?:girl|boy|woman|man|child|teenager|youth|lad|toddler|baby|pensioner|widow|widower|gran|granny|grandmother"
    r"|grandfather|mother|father|student|pupil|schoolboy|schoolgirl)"
)
_HUMAN_OF = re.compile(rf"\b(?:[Aa]n?|[Tt]he|[Aa]nother|[Oo]ne)(?: [a-z]\w+){{0,2}} {_HUMAN} of $")
_AFTER_HUMAN = re.compile(
    r"[.,;)]|$| (?:was|were|is|has|had|who|whose|and|from|in|at|died|told|said|with|on|to|found|killed|hurt)(?![a-z])"
)
_NAME_WAS = re.compile(
    r"(?:(?<![\w-])[A-Z][\w.'’-]+ [A-Z][\w'’-]+| (?:Mr|Mrs|Ms|Dr|Miss)\.? [A-Z][\w'’-]+) (?:was|is) $"
)
"""A name of two words or with a courtesy title: "New York was 43" is told of no figure without its degrees."""
_NAME_NOW = re.compile(r"[A-Z][\w'’-]+,? (?:\(|, )?(?:who is |who was )?(?:now|then|still|only|just|also|barely) $")
_PRONOUN_IS = re.compile(r"\b(?:[Hh]e|[Ss]he)(?: is|['’]s| was)(?: (?:now|only|just|still))? $")
_ROLE = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)(?: [a-z][a-z'’-]+){0,3} ([a-z][a-z-]+), (?:aged |now )?$"
)
_GROWN = 15
"""Years of somebody who has an office or a trade."""
_ENDS = re.compile(
    r"\.(?:\s|$|[\"”])|;|$|, (?:and|a|an|the|his|her|he|she|but)\b| and (?:had|lived|leaves?|was|died|worked)\b"
)
_CLOSED = re.compile(r"[,;)]|\.(?:\s|$|[\"”])|$| (?:and|when|who)(?![a-z])")
_GOES_ON = re.compile(r", (?:who|whose|was|is|has|had|said|says|told|will|from|of|also|a|an|the|born|and)\b")
