"""An invented story as four sources tell it in one day: a grandstand that gives way, in fourteen versions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from discrepancy.followed import Change, ChangeKind, Version, VersionState
from discrepancy.model import Block, BlockRole, Document, FactKind, Span

__all__ = ["CHANGES", "NOW", "STORY", "TITLE", "VERSIONS", "Told", "at", "document", "told"]

Told = tuple[Version, Document | None]

STORY = "5f0c2d91"
TITLE = "Grandstand gives way at Oxlow show"
NOW = dt.datetime(2024, 6, 8, 22, 0, tzinfo=dt.UTC)


def at(clock: str, day: int = 8) -> dt.datetime:
    """A time of the day of the story."""
    hour, minute = map(int, clock.split(":"))
    return dt.datetime(2024, 6, day, hour, minute, tzinfo=dt.UTC)


def document(number: int, source: str, seen: dt.datetime, text: str) -> Document:
    """A version's document: the first line is its headline; one that begins with "Correction" is a correction."""
    lines = text.split("\n")
    blocks, start = [], 0
    for n, line in enumerate(lines):
        role = BlockRole.CORRECTION if line.startswith("Correction") else BlockRole.BODY
        blocks.append(Block(BlockRole.HEADLINE if n == 0 else role, start, start + len(line)))
        start += len(line) + 1
    return Document(
        id=f"v{number}",
        path=f"{source}/{number}.txt",
        source=source,
        title=lines[0],
        text=text,
        blocks=tuple(blocks),
        published=seen,
    )


def told(
    number: int,
    source: str,
    clock: str,
    text: str,
    *,
    state: VersionState = VersionState.ARTICLE,
    own: bool = False,
    article: str = "",
) -> Told:
    """A version and its document; one that is no article has no document, and ``text`` says why."""
    seen, is_article = at(clock), state is VersionState.ARTICLE
    slug = "-".join(source.lower().split())
    version = Version(
        number=number,
        article=article or f"{sum(map(ord, source)):016x}",
        source=source,
        seen=seen,
        digest=f"{number:064x}",
        story=STORY,
        address=f"https://{slug}.example/{number}",
        title=text.partition("\n")[0] if is_article else "",
        state=state,
        why="" if is_article else text,
        own=own,
    )
    return version, document(number, source, seen, text) if is_article else None


WIRE = """Grandstand gives way at Oxlow show
At least 11 people were killed on Saturday when a grandstand collapsed at an agricultural show in Oxlow, police said.
The stand held about 400 spectators when it gave way shortly after 2 p.m., organisers said.
"We heard a crack and then the whole stand went down," said Tomas Brandvold, the chief steward of the show.
Another 43 people were taken to hospital.
The show was to run until June 10."""
POST = """Eleven dead as stand collapses in Oxlow
Eleven people have been killed after a grandstand collapsed at the Oxlow agricultural show on Saturday, police said.
Some 400 spectators were on the stand, according to the organisers.
"We heard a crack and then the whole stand went down," Tomas Brandvold, the show's chief steward, told reporters.
At least 43 people were taken to hospital.
The show was due to run until June 10, its organisers said."""
RADIO = """Stand collapse kills 14 at country show
Fourteen people were killed when a grandstand collapsed at the agricultural show in Oxlow on Saturday, police said.
The grandstand held about 600 spectators, the organisers said.
Chief steward Thomas Brandvold said: "We heard a crack and then the whole stand came down."
Another 43 people were taken to hospital.
The town's mayor, Ilse Karvonen, said the stand was built in 1987."""
DRAFT = """Oxlow mourns its dead
Fourteen people were killed on Saturday when a grandstand collapsed at an agricultural show in Oxlow, police said.
The stand held about 400 spectators when it gave way, organisers said.
"We heard a crack and then the whole stand went down," said Tomas Brandvold, the chief steward.
The town's mayor, Ilse Karvonen, said the stand was built in 1978."""
RISEN = "Police had said earlier that 11 people were killed. "
OWNED = (
    "Correction: An earlier version of this article misstated how many people were killed. "
    "Police say it was 13, not 14."
)
TAKEN_BACK = "Correction: An earlier version of this article gave the number of spectators as 600. It was 400."


def _with(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


WIRE_2 = _with(WIRE, ("At least 11", "At least 14"))
WIRE_3 = _with(WIRE_2, ("shortly after 2 p.m.", "just after 2 p.m."), ("The show was to run", "It was to run"))
WIRE_4 = _with(WIRE_3, ("At least 14", "Thirteen")) + "\n" + OWNED
WIRE_5 = _with(WIRE_4, ("Another 43 people", "Another 47 people"), ("June 10", "June 9"))
POST_2 = _with(POST, ("Eleven people", "Fourteen people"), ("Eleven dead", "Fourteen dead"))
POST_3 = _with(POST_2, ("At least 43 people were taken to hospital.\n", "Many others were treated.\n"))
RADIO_2 = _with(RADIO, ("Thomas", "Tomas"))
RADIO_3 = _with(RADIO_2, ("about 600", "about 400")) + "\n" + TAKEN_BACK
DRAFT_2 = _with(DRAFT, ("Oxlow mourns its dead", "A town mourns after the collapse of a stand"))

VERSIONS: Sequence[Told] = (
    told(1, "Meridian Wire", "14:25", WIRE),
    told(2, "Harbour Post", "14:50", POST),
    told(3, "Meridian Wire", "15:10", WIRE_2),
    told(4, "Radio Kestrel", "15:20", RADIO),
    told(5, "Harbour Post", "15:45", POST_2),
    told(6, "Meridian Wire", "16:05", WIRE_3),
    told(7, "Radio Kestrel", "16:30", RADIO_2),
    told(8, "Our desk", "16:50", DRAFT, own=True),
    told(9, "Meridian Wire", "17:40", WIRE_4),
    told(10, "Harbour Post", "18:00", "a sign-in page stood where the article was", state=VersionState.STUB),
    told(11, "Radio Kestrel", "18:20", RADIO_3),
    told(12, "Our desk", "18:45", DRAFT_2, own=True),
    told(13, "Harbour Post", "19:15", POST_3),
    told(14, "Meridian Wire", "19:50", WIRE_5),
)


def _place(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def changed(before: str, after: str, old: str, new: str, subject: str, kind: FactKind, **more: object) -> Change:
    """A change of a value that two texts give in these words."""
    return Change(
        kind=ChangeKind.CHANGED if new else ChangeKind.WITHDRAWN,
        fact=kind,
        subject=subject,
        before=old,
        after=new,
        before_at=_place(before, old),
        after_at=_place(after, new) if new else None,
        before_sentence=next(line for line in before.split("\n") if old in line),
        after_sentence=next((line for line in after.split("\n") if new and new in line), ""),
        **more,  # type: ignore[arg-type]  # the rest of a change's fields, each as it is
    )


_KILLED, _SPECTATORS = "people killed", "spectators"
CHANGES = {
    3: (changed(WIRE, WIRE_2, "11", "14", _KILLED, FactKind.QUANTITY, grown=True),),
    5: (changed(POST, POST_2, "Eleven", "Fourteen", _KILLED, FactKind.QUANTITY, grown=True),),
    7: (changed(RADIO, RADIO_2, "Thomas Brandvold", "Tomas Brandvold", "Tomas Brandvold", FactKind.PERSON),),
    9: (changed(WIRE_3, WIRE_4, "14", "Thirteen", _KILLED, FactKind.QUANTITY, label=OWNED, corrected=True),),
    11: (changed(RADIO_2, RADIO_3, "600", "400", _SPECTATORS, FactKind.QUANTITY, label=TAKEN_BACK, corrected=True),),
    13: (changed(POST_2, POST_3, "43", "", "people taken to hospital", FactKind.QUANTITY),),
    14: (
        changed(WIRE_4, WIRE_5, "43", "47", "people taken to hospital", FactKind.QUANTITY),
        changed(WIRE_4, WIRE_5, "June 10", "June 9", "the end of the show", FactKind.DATE),
    ),
}
