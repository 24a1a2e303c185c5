"""The interface's words and the code that says them: none is missing, and none is left over."""

import re
from collections.abc import Iterable
from pathlib import Path

import discrepancy
from discrepancy.decided import Action, Ruling
from discrepancy.formats.view.filters import NAMES
from discrepancy.formats.view.parts import State
from discrepancy.formats.view.review_filters import OPEN
from discrepancy.formats.view.reviewed import Standing as Decided
from discrepancy.formats.view.stories import Standing
from discrepancy.messages import catalogue
from discrepancy.model import BlockRole, FactKind, Hedge, TimeFrame
from discrepancy.review.page.drawn import HELP
from discrepancy.review.page.words import REASONS

PACKAGE = Path(discrepancy.__file__).parent
SOURCES = [path for path in PACKAGE.rglob("*") if path.suffix in {".py", ".jinja", ".js"}]
SAID = {key.removeprefix("page.") for key in catalogue().forms if key.startswith("page.")}

OF_ROWS = [state for state in State if state is not State.ABSENT]
FILTERS = (*NAMES, "decision", "assignee")
OF_FINDINGS = [state for state in OF_ROWS if state not in {State.AGREES, State.UNLIKE}]
FAMILIES: dict[str, Iterable[str]] = {
    "cell.": State,
    "desk.did.": [action for action in Action if action is not Action.DECIDED],
    "desk.do.": Ruling,
    "desk.reason.": REASONS,
    "filter.": FILTERS,
    "hedge.": [hedge.name.lower() for hedge in Hedge if hedge is not Hedge.NONE],
    "findings.brief.": (State.EXPLAINED, State.STYLE),
    "help.": ("next", "previous", "filter", "expand", "version", "help", *(does for _, does in HELP)),
    "kind.": FactKind,
    "means.": OF_ROWS,
    "role.": [role for role in BlockRole if role is not BlockRole.BODY],
    "review.": ("open", "decided", "known", "resolved"),
    "review.is.": (*Decided, OPEN),
    "rule.": ("fires", "matters", "limits", "source"),
    "state.": OF_FINDINGS,
    "states.": OF_ROWS,
    "stories.": Standing,
    "stories.of.": Standing,
    "texts.": ("left", "right"),
    "time.": [frame for frame in TimeFrame if frame is not TimeFrame.UNKNOWN],
    "verdict.": ("conflicts", "check", "explained", "style"),
    "confidence.": ("high", "good", "fair", "low"),
}
"""Words whose keys are put together as the code runs: how a key begins, and what may follow."""
BUILT = {f"{start}{end}" for start, ends in FAMILIES.items() for end in ends} | {
    f"filter.{name}.all" for name in FILTERS
}


def literals() -> set[str]:
    """Every string in quotation marks that may be a key."""
    return {key for path in SOURCES for key in re.findall(r"[\"']([a-z_.]+)[\"']", path.read_text(encoding="utf-8"))}


def test_no_word_is_left_over() -> None:
    assert not sorted(SAID - BUILT - literals())


def test_every_word_that_is_put_together_is_there() -> None:
    assert not sorted(BUILT - SAID)


def test_every_word_that_a_template_says_is_there() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in SOURCES if path.suffix == ".jinja")
    asked = set(re.findall(r"\bt(?:\.count)?\(\"([a-z_.]+)\"[,)]", text))
    assert len(asked) > 50
    assert not sorted(asked - SAID)
