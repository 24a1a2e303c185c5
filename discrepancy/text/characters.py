"""Characters made plain: one character for one, so that offsets stay, and folded keys for comparing words."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_SINGLE = "\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4\u0060"
_DOUBLE = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"
_DASHES = "\u2010\u2011\u2012\u2212"
_PLAIN = str.maketrans(
    {
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys(_SINGLE, "'"),
        **dict.fromkeys(_DOUBLE, '"'),
        **dict.fromkeys(_DASHES, "-"),
    }
)
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")


def plain(text: str) -> str:
    """``text`` with every odd space, quotation mark and hyphen made the plain one; as long as before."""
    return text if text.isascii() and "`" not in text else text.translate(_PLAIN)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """``text`` as a key for comparing: Latin letters, lower case, words parted by one space, no punctuation."""
    latin = text if text.isascii() else _FOREIGN.sub(lambda found: anyascii(found[0]), text)
    return _NOT_A_WORD.sub(" ", latin.lower().replace("'", "")).strip()


def squeeze(text: str) -> str:
    """``text`` on one line: every run of white space made one plain space."""
    return " ".join(plain(text).split())
