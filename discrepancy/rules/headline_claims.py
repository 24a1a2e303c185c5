"""What a headline says in words that the article below it denies; the word lists are lexicon/headline_claims.toml."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from discrepancy.documents import Block, BlockRole, Document, Mention
from discrepancy.lexicon import table
from discrepancy.text.characters import plain

_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"‘'(])")
_OPEN = re.compile(
    r"\?|\b(?:not|no|never|nor|may|might|could|would|if|unless|fears?|feared|risks?|threat\w*|warn\w*"
    r"|urge[ds]?|calls? for|brink|nearly|almost|plea|bid|hopes?|set to|due to|vow\w*|after|before|despite|until|wants?"
    r"|in talks|denie[sd]|why|how|two|three|second|another|again|but|while|though)\b|n['’]t\b",
    re.IGNORECASE,
)
"""What leaves a headline's claim open, or makes it one of several."""
_UNSURE = re.compile(
    r"\b(?:if|unless|may|might|could|should|whether|had|earlier|previous\w*|last (?:year|month|week)|(?:19|20)\d\d"
    r"|before|until|initially|first|at first|another|other|also|but|although|despite|while|no longer|never)\b|n['’]t\b",
    re.IGNORECASE,
)
_BESIDE = 20
"""Characters behind the words that may still leave them open."""
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")


@dataclass(frozen=True, slots=True)
class Denied:
    """A claim of a headline and the words of the article that deny it."""

    headline: Mention
    body: Mention


@dataclass(frozen=True, slots=True)
class _Claim:
    thing: re.Pattern[str]
    headline: re.Pattern[str]
    body: re.Pattern[str]
    bears_out: re.Pattern[str]


@cache
def _claims() -> tuple[_Claim, ...]:
    def any_of(forms: Sequence[str]) -> re.Pattern[str]:
        return re.compile("|".join(rf"\b(?:{form})" if form else "" for form in forms), re.IGNORECASE)

    return tuple(
        _Claim(*(any_of(row[name]) for name in ("thing", "headline", "body", "bears_out")))
        for row in table("headline_claims").values()
    )


def denied(document: Document) -> Iterator[Denied]:
    """Each claim of the headline that the body plainly denies and nowhere bears out."""
    sentences: list[tuple[int, str]] = []
    for block in document.blocks:
        if block.role is BlockRole.BODY:
            sentences += _sentences(document, block)
    for block in document.blocks:
        if block.role is BlockRole.HEADLINE:
            text = plain(document.text[block.start : block.end])
            for claim in _claims():
                found = _said(claim, text)
                against = _against(claim, sentences) if found else None
                if found and against:
                    start = block.start
                    yield Denied(
                        _mention(document, start + found.start(), start + _end(text, found.end()), block.role),
                        _mention(document, *against, BlockRole.BODY),
                    )


def _sentences(document: Document, block: Block) -> Iterator[tuple[int, str]]:
    """The sentences of a block with where each begins, what is quoted in them blanked out."""
    text = _QUOTED.sub(lambda m: " " * len(m.group()), plain(document.text[block.start : block.end]))
    at = 0
    for gap in (*_SENTENCE.finditer(text), None):
        end = gap.start() if gap else len(text)
        yield block.start + at, text[at:end]
        at = gap.end() if gap else end


def _said(claim: _Claim, text: str) -> re.Match[str] | None:
    """Where a headline makes the claim outright."""
    if _OPEN.search(text) or _QUOTED.search(text) or not claim.thing.search(text):
        return None
    return claim.headline.search(text)


def _against(claim: _Claim, sentences: Sequence[tuple[int, str]]) -> tuple[int, int] | None:
    """Where the article says the contrary; None where it also says as the headline does."""
    found = None
    for start, sentence in sentences:
        if not claim.thing.search(sentence):
            continue
        contrary = claim.body.search(sentence)
        rest = sentence if contrary is None else f"{sentence[: contrary.start()]} {sentence[contrary.end() :]}"
        if claim.bears_out.search(rest):
            return None
        if contrary is not None and found is None and not _UNSURE.search(sentence[: contrary.end() + _BESIDE]):
            found = start + contrary.start(), start + _end(sentence, contrary.end())
    return found


def _end(text: str, at: int) -> int:
    """The end of the word that ``at`` is in."""
    while at < len(text) and text[at].isalpha():
        at += 1
    return at


def _mention(document: Document, start: int, end: int, block: BlockRole) -> Mention:
    return Mention(document.id, start, end, document.text[start:end], block)
