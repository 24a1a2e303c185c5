"""Characters that a reader would not see, shown as their codes.

Article text may carry controls, bidirectional overrides, zero-width characters and halves of surrogate pairs. Left
as they are they can turn a line around, hide a word, drive a terminal or break the encoding; a report shows each as
its code (``U+202E``) instead.
"""

from __future__ import annotations

import re

__all__ = ["HIDDEN", "page", "plain", "without_plain"]

HIDDEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls; tab and line feed are white space that a reader sees
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f"  # zero width, marks and overrides of direction
    "\u2800\u3164\ufeff\uffa0\ufff0-\ufffb"  # blanks that are no space
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # controls of shorthand and of music
    "\ud800-\udfff"  # halves of surrogate pairs, which UTF-8 can not encode
    "\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0001ffff\U000e0000-\U0010ffff"  # noncharacters, tags, private planes
    "]"
)
_PLAIN_ASCII = bytes([0x09, 0x0A, *range(0x20, 0x7F)])
_BREAK = re.compile("\r\n?")
_TEXT_ONLY = re.compile(r"<(title|desc|option)\b[^>]*>[^<]*</\1>")
"""Elements that can hold no box: what they show is text alone."""


def plain(text: str) -> str:
    """``text`` with every hidden character as ``[U+…]`` and every line break as a line feed."""
    return HIDDEN.sub(lambda match: f"[{_code(match[0])}]", _BREAK.sub("\n", text))


def page(html: str) -> str:
    """A whole page with every hidden character shown: in text as a small box, inside a tag as its code.

    Done once over the finished page, so that no template can forget it. It counts on the page being escaped: ``<``
    opens a tag, and nothing but a tag.
    """
    html = _BREAK.sub("\n", html) if "\r" in html else html
    return _boxed(_TEXT_ONLY.sub(lambda match: plain(match[0]), html)) if HIDDEN.search(without_plain(html)) else html


def without_plain(text: str) -> str:
    """What is left of a text without plain ASCII, nearly all of a report: to look through is the slow part."""
    return text.encode("utf-8", "surrogatepass").translate(None, _PLAIN_ASCII).decode("utf-8", "surrogatepass")


def _boxed(html: str) -> str:
    parts, done, in_tag = [], 0, False
    for match in HIDDEN.finditer(html):
        opened, closed = (html.rfind(each, done, match.start()) for each in "<>")
        in_tag = opened > closed or (in_tag and opened == closed)
        code = _code(match[0])
        parts += [
            html[done : match.start()],
            f"[{code}]" if in_tag else f'<span class="hidden-character">{code}</span>',
        ]
        done = match.end()
    return "".join([*parts, html[done:]])


def _code(character: str) -> str:
    return f"U+{ord(character):04X}"
