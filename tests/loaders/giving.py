"""Files for loaders as intake gives them, from bytes; and the whole way through a folder."""

from io import BytesIO
from pathlib import Path

from discrepancy.errors import InputError
from discrepancy.loaders import Loaded, collect
from discrepancy.loaders.intake.given import Given, Outcome
from discrepancy.loaders.intake.registry import claimant
from discrepancy.model import BlockRole, Document
from discrepancy.settings import Settings

PLENTY = 1 << 30


def given_of(data: bytes, name: str = "a.txt", *, settings: Settings | None = None, limit: int = PLENTY) -> Given:
    """A file of that name with these bytes, by itself: it holds no members that could be read."""
    return Given(
        name=name,
        display=name,
        size=len(data),
        limit=limit,
        opener=lambda: BytesIO(data),
        settings=settings or Settings(),
    )


def outcomes_of(data: bytes, name: str, settings: Settings | None = None) -> list[Outcome]:
    """What the loader that claims such a file makes of it; an error that it raises is the last outcome."""
    loader = claimant(Path(name), data[:65_536])
    assert loader is not None, f"no loader claims {name}"
    found: list[Outcome] = []
    try:
        for outcome in loader.load(given_of(data, name, settings=settings, limit=loader.most_bytes)):
            found.append(outcome)  # noqa: PERF402 - what came before an error counts
    except InputError as error:
        found.append(error)
    return found


def document_of(data: bytes, name: str, settings: Settings | None = None) -> Document:
    """The one document in such a file."""
    (outcome,) = outcomes_of(data, name, settings)
    assert isinstance(outcome, Document), outcome
    return outcome


def collected(folder: Path, **settings: object) -> Loaded:
    """All that a check of a folder reads."""
    return collect([folder], Settings(base=folder, **settings))  # type: ignore[arg-type]  # fields by name


def texts(document: Document, role: BlockRole) -> list[str]:
    """The texts of its blocks of one role, in order."""
    return [document.text[block.start : block.end] for block in document.blocks if block.role is role]


def told(document: Document, name: str) -> list[tuple[str, str]]:
    """What is known of one field of a document, with where it came from, the surest first."""
    return [(each.value, each.origin) for each in document.details if each.name == name]
