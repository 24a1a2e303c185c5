"""What a desk sets under a text: initials of reporter and editors, "(photo) (video)", "((graphic: …))", "(ANSA)."."""

from __future__ import annotations

import re

__all__ = ["is_for_the_desk", "is_initials"]

_INITIALS = re.compile(
    r"[a-z]{2,5}(?:[/-][a-z0-9]{2,5}){1,4}|[a-z]{2,3}(?: [a-z]{2,3}){0,3}|[A-Z]{2,4}(?:[/-][A-Z]{2,4}){1,3}"
)
"""Source: AFP and dpa ("str/mq/jl"), EFE ("mrq/jlc/abc"), PA ("mf"), dpa ("xx pl ml"), ANSA ("YRE-KZT")."""
_FOR_THE_DESK = re.compile(
    r"(?:\((?:with )?(?:photos?|videos?|audio|graphics?|infographics?)\)\W*){1,4}"
    r"|\(\([^()]{3,160}\)\)|\((?-i:[A-Z]{2,6})\)\.?",
    re.IGNORECASE,
)
"""What is sent beside a text (EFE), whom to write to and other notes in double brackets (Reuters), the sign (ANSA)."""
_LONGEST = 200


def is_initials(text: str) -> bool:
    """Whether a text's last line is nothing but initials."""
    return len(text) < _LONGEST and _INITIALS.fullmatch(text) is not None


def is_for_the_desk(text: str) -> bool:
    """Whether a line is a note that no paper prints: "(photo) (video)", "((ann@wire.example; +1 555 0100))"."""
    return len(text) < _LONGEST and _FOR_THE_DESK.fullmatch(text) is not None
