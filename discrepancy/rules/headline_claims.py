"""What a headline says in words that the article below it denies; the word lists are lexicon/headline_claims.toml."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from discrepancy.documents import Block, BlockRole, Document, Mention
from discrepancy.lexicon import table, words
from discrepancy.text.characters import plain

_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"‘'(])")
_OPEN = re.compile(
    r"\?|\b(?:not(?! guilty)|no(?! deal| survivors| injuries| casualties| deaths| one|-one)|never|nor|may|might|could"
    r"|would|if|unless|fears?|feared|risks?|threat\w*|warn\w*"
    r"|brink|nearly|almost|plea|bid|hopes?|set to|due to|vow\w*|until"
    r"|in talks|why|how|two|three|second|another|again)\b|n['’]t\b",
    re.IGNORECASE,
)
"""What leaves a headline's claim open, or makes it one of several."""
_UNSURE = re.compile(
    r"\b(?:if|unless|may|might|could|should|whether|had|earlier|previous\w*|last (?:year|month|week)|(?:19|20)\d\d"
    r"|before|until|initially|first|at first|another|other|also|but|although|despite|while|no longer|never)\b|n['’]t\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r" (?:after|before|despite|but|while|though|although|amid|as) ", re.IGNORECASE)
"""What ends the first clause of a headline, which makes the claim."""
_WORD = re.compile(r"[A-Za-z]{4,}")
_STEM = 5
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
    shares: bool
    quoted: bool


@cache
def _claims() -> tuple[_Claim, ...]:
    def any_of(forms: Sequence[str]) -> re.Pattern[str]:
        return re.compile("|".join(rf"\b(?:{form})" if form else "" for form in forms), re.IGNORECASE)

    return tuple(
        _Claim(
            thing=any_of(row["thing"]),
            headline=any_of(row["headline"]),
            body=any_of(row["body"]),
            bears_out=any_of(row["bears_out"]),
            shares=bool(row.get("shares")),
            quoted=bool(row.get("quoted")),
        )
        for row in table("headline_claims").values()
    )


def denied(document: Document) -> Iterator[Denied]:
    """Each claim of the headline that the body plainly denies and nowhere bears out."""
    for block in document.blocks:
        if block.role is BlockRole.HEADLINE:
            text = plain(document.text[block.start : block.end])
            for claim, found in _said(text):
                against = _against(claim, list(_sentences(document, quoted=claim.quoted)), text)
                if against:
                    start = block.start
                    yield Denied(
                        _mention(document, start + found.start(), start + _end(text, found.end()), block.role),
                        _mention(document, *against, BlockRole.BODY),
                    )


def _sentences(document: Document, *, quoted: bool) -> Iterator[tuple[int, str]]:
    """The sentences of the body with where each begins; what is quoted in them is blanked out unless ``quoted``."""
    for block in document.blocks:
        if block.role is BlockRole.BODY:
            yield from _of_block(document, block, quoted=quoted)


def _of_block(document: Document, block: Block, *, quoted: bool) -> Iterator[tuple[int, str]]:
    text = plain(document.text[block.start : block.end])
    if not quoted:
        text = _QUOTED.sub(lambda m: " " * len(m.group()), text)
    at = 0
    for gap in (*_SENTENCE.finditer(text), None):
        end = gap.start() if gap else len(text)
        yield block.start + at, text[at:end]
        at = gap.end() if gap else end


def _said(text: str) -> Iterator[tuple[_Claim, re.Match[str]]]:
    """The claims that a headline makes outright, and where."""
    told = _ASIDE.split(text)[0]
    if _OPEN.search(told) or _QUOTED.search(text):
        return
    for claim in _claims():
        found = claim.headline.search(told)
        if found is not None and claim.thing.search(text):
            yield claim, found


def _against(claim: _Claim, sentences: Sequence[tuple[int, str]], headline: str) -> tuple[int, int] | None:
    """Where the article says the contrary; None where it also says as the headline does."""
    found = None
    for start, sentence in sentences:
        if not claim.thing.search(sentence):
            continue
        contrary = claim.body.search(sentence)
        rest = sentence if contrary is None else f"{sentence[: contrary.start()]} {sentence[contrary.end() :]}"
        if claim.bears_out.search(rest):
            return None
        if claim.shares and not _stems(headline) & _stems(rest):
            continue
        if contrary is not None and found is None and not _UNSURE.search(sentence[: contrary.end() + _BESIDE]):
            found = start + contrary.start(), start + _end(sentence, contrary.end())
    return found


def _stems(text: str) -> set[str]:
    """The beginnings of the words that tell something, those of the claims apart."""
    return {word[:_STEM].lower() for word in _WORD.findall(text) if word.lower() not in words("stop_words")}


def _end(text: str, at: int) -> int:
    """The end of the word that ``at`` is in."""
    while at < len(text) and text[at].isalpha():
        at += 1
    return at


def _mention(document: Document, start: int, end: int, block: BlockRole) -> Mention:
    return Mention(document.id, start, end, document.text[start:end], block)
