"""The shapes of what the API takes and gives. What is taken is bounded: no unknown field, no text without an end.

Every text keeps out NUL and the other control characters, which no store or page can show, and pydantic the halves of
surrogate pairs. Patterns hold for Python's, JSON Schema's and JavaScript's regular expressions alike.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from discrepancy.decided import Action, Ruling, Status
from discrepancy.said import Level

__all__ = [
    "FINDING_ID",
    "Assignment",
    "Checked",
    "Comment",
    "Decision",
    "DocumentsAnswer",
    "Findings",
    "GivenText",
    "NewDocument",
    "Problem",
    "ReviewAnswer",
    "ReviewedFinding",
    "Session",
    "Stale",
    "StateAnswer",
    "TextsToCheck",
    "Withdrawal",
]

MOST_CHARACTERS = 120_000
"""Of a text: each character is up to four bytes, and no article of half a megabyte is read from a file either."""
MOST_DOCUMENTS = 30
"""Texts that one request may have checked."""
_CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_BLANK = r"\t\n\r \xa0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff"
_SOME_TEXT = rf"^[{_BLANK}]*[^{_BLANK}{_CONTROL}][^{_CONTROL}]*$"
_ANY_TEXT = rf"^[^{_CONTROL}]*$"
_ONE_LINE = rf"^[^{_CONTROL}\t\n\r\u2028\u2029]*$"
_SOME_LINE = rf"^[ \xa0]*[^{_BLANK}{_CONTROL}][^{_CONTROL}\t\n\r\u2028\u2029]*$"
_YEAR = r"(?:19|20)[0-9]{2}"
_LEAP = r"(?:(?:19|20)(?:0[48]|[2468][048]|[13579][26])|2000)"
_DAY = (
    rf"(?:{_YEAR}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    rf"|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|{_LEAP}-02-29)"
)
_MOMENT = rf"^{_DAY}(?:T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?:Z|[+-](?:0[0-9]|1[0-2]):[0-5][0-9])?)?$"
FINDING_ID = r"^[A-Za-z0-9-]+$"

Who: TypeAlias = Annotated[
    str,
    Field(min_length=1, max_length=80, pattern=_SOME_LINE, description="The reviewer's name.", examples=["Ana Ruiz"]),
]
Note: TypeAlias = Annotated[str, Field(max_length=4000, pattern=_ANY_TEXT, description="In the reviewer's words.")]
SomeNote: TypeAlias = Annotated[
    str,
    Field(
        min_length=1,
        max_length=4000,
        pattern=_SOME_TEXT,
        description="In the reviewer's words.",
        examples=["The second version rounds the figure."],
    ),
]
Seen: TypeAlias = Annotated[
    str,
    Field(
        max_length=64,
        pattern=r"^[0-9a-f]*$",
        description="The review's “last” as the reviewer saw it; empty where nothing had been done.",
    ),
]
Name: TypeAlias = Annotated[
    str,
    Field(min_length=1, max_length=120, pattern=_SOME_LINE, description="As a file is named.", examples=["wire.txt"]),
]
Text: TypeAlias = Annotated[
    str,
    Field(
        min_length=1,
        max_length=MOST_CHARACTERS,
        pattern=_SOME_TEXT,
        description="The article, an empty line between its paragraphs.",
        examples=["Harbour gets 12 boats\n\nThe harbour of Ostvik got 12 boats on Monday, the mayor said."],
    ),
]


class Taken(BaseModel):
    """What a request may hold, and nothing else."""

    model_config = ConfigDict(extra="forbid", regex_engine="python-re", use_attribute_docstrings=True)


class Settled(Taken):
    """A decision that needs no reason."""

    ruling: Literal[Ruling.CONFIRMED, Ruling.ACCEPTABLE, Ruling.CORRECTED]
    who: Who
    note: Note = ""
    seen: Seen = ""


class Reasoned(Taken):
    """A decision that needs one: why it is dismissed, or what is asked."""

    ruling: Literal[Ruling.DISMISSED, Ruling.ASK]
    who: Who
    note: SomeNote
    seen: Seen = ""


Decision: TypeAlias = Settled | Reasoned


class Withdrawal(Taken):
    """The decision that holds is taken back."""

    who: Who
    seen: Seen = ""


class Assignment(Taken):
    """To whom it falls; empty for nobody."""

    assignee: Annotated[str, Field(max_length=80, pattern=_ONE_LINE, examples=["Bo Lind"])]
    who: Who
    seen: Seen = ""


class Comment(Taken):
    """A word on it that decides nothing."""

    note: SomeNote
    who: Who


class NewDocument(Taken):
    """A version that is added to the story under review, and kept in the folder beside the store."""

    name: Name
    text: Text


class GivenText(Taken):
    """A text that is checked and not kept."""

    name: Name
    text: Text
    source: Annotated[str, Field(max_length=200, pattern=_ONE_LINE)] = ""
    published: Annotated[str, Field(pattern=_MOMENT, examples=["2026-03-03T10:15:00+01:00"])] | None = None
    title: Annotated[str, Field(max_length=500, pattern=_ONE_LINE)] = ""


class TextsToCheck(Taken):
    """Versions of one story."""

    documents: Annotated[list[GivenText], Field(min_length=1, max_length=MOST_DOCUMENTS)]


class Told(BaseModel):
    """What is told."""

    what: str
    remedy: str


class Problem(BaseModel):
    """Why a request came to nothing, and what to do about it."""

    error: Told


class CommentAnswer(BaseModel):
    """A comment as it stands in a review."""

    who: str
    at: str
    note: str


class Happened(BaseModel):
    """One thing that happened to a finding, done by a person or by a check."""

    at: str
    who: str
    action: Action
    ruling: Ruling | None
    note: str
    assignee: str


class ReviewAnswer(BaseModel):
    """How a finding stands."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    finding: str
    status: Status
    ruling: Ruling | None
    note: str
    who: str
    at: str | None
    assignee: str
    comments: list[CommentAnswer]
    changed: str | None
    """What is not as it was when it was decided."""
    last: str
    """The id of the last thing that a person did: what the next request gives as “seen”."""
    counts: bool
    """Whether a gate counts it."""
    matter: str | None
    history: list[Happened]


class Stale(Problem):
    """Someone else decided in the meantime; ``review`` is how it stands now."""

    review: ReviewAnswer


class Place(BaseModel):
    """Where a value stands: half-open offsets into the document's text."""

    document: str
    start: int
    end: int
    text: str
    block: str


class Value(BaseModel):
    """One of the values of a finding."""

    label: str
    mentions: list[Place]


class Explained(BaseModel):
    """Why differing values can all be right."""

    kind: str
    text: str


class FindingAnswer(BaseModel):
    """A finding as in the JSON report."""

    id: str
    rule: str
    level: Level
    state: str
    subject: str
    summary: str
    explanation: str
    confidence: float
    reconciliation: Explained | None
    values: list[Value]


class ReviewedFinding(FindingAnswer):
    """A finding with how it stands."""

    review: ReviewAnswer


class Findings(BaseModel):
    """A page of the findings that fit; ``total`` counts all that do."""

    findings: list[ReviewedFinding]
    total: int


class Counts(BaseModel):
    """Findings by how they stand."""

    new: int
    reopened: int
    decided: int


class StateAnswer(BaseModel):
    """How far the review has come."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    revision: int
    """One more with each check."""
    change: int
    """The number of the last event."""
    checking: bool
    problem: str | None
    decided: int
    open: int
    """Not decided on, of all findings. The page's progress counts those alone that call for a decision."""
    all: int
    """All findings of the report, what is explained or a matter of style among them."""
    counts: Counts
    versions: int
    story: str
    name: str
    reviews: dict[str, ReviewAnswer]
    """Those that changed after the number given; without it, all that anybody did something about."""


class DocumentAnswer(BaseModel):
    """A version of the story under review."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    id: str
    path: str
    source: str
    title: str
    published: str | None
    language: str
    added: bool
    """Whether it was given through the app, and is kept beside the store."""


class UnreadAnswer(BaseModel):
    """A text that could not be read."""

    path: str
    what: str
    remedy: str


class DocumentsAnswer(BaseModel):
    """The versions under review."""

    documents: list[DocumentAnswer]
    unread: list[UnreadAnswer]
    findings: int
    revision: int


class CheckedText(BaseModel):
    """A text that was checked."""

    id: str
    name: str
    source: str
    title: str
    published: str | None


class VerdictAnswer(BaseModel):
    """The line above a report, and what it counts."""

    line: str
    conflicts: int
    to_check: int
    explained: int
    style: int
    agreeing: int
    versions: int
    unread: int


class Checked(BaseModel):
    """What a check of given texts found; ``complete`` is false where a text could not be read."""

    complete: bool
    verdict: VerdictAnswer
    findings: list[FindingAnswer]
    documents: list[CheckedText]
    unread: list[UnreadAnswer]


class Session(BaseModel):
    """What a page needs to send changes."""

    csrf: str
    story: str
    revision: int
    change: int
