"""The findings in a terminal: who says what, why it was flagged, and the verdict in one line.

Words of articles are drawn as plain text: no markup in them is read, and control characters are shown as codes, so
that no article can drive the terminal.
"""

from __future__ import annotations

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from discrepancy.formats.view import PLAIN, build_view
from discrepancy.formats.view.parts import Card, Quote, State, View
from discrepancy.formats.visible import plain
from discrepancy.formats.words import Words
from discrepancy.model import ReportData
from discrepancy.settings import Presentation

__all__ = ["print_report"]

STYLES = {
    State.CONFLICT: "bold red",
    State.CHECK: "bold yellow",
    State.EXPLAINED: "cyan",
    State.STYLE: "magenta",
}
ASCII = {"≠": "!=", "≈": "~=", "–": "-", "…": "...", "—": "-", "“": '"', "”": '"', "‘": "'", "’": "'", "·": "-"}
WIDE = 90
"""Columns from which the findings stand as a table; below they stand one under the other."""
SENTENCES = 3
"""Sentences shown for one value; the report file has them all."""
QUOTED = 160
"""Characters of a sentence shown around the words."""


def print_report(data: ReportData, console: Console, shown: Presentation = PLAIN, *, unread: bool = True) -> None:
    """Print the findings of a report, what matters most first, then the files that failed and the verdict line.

    Without ``unread`` the files that failed are left out, for a caller that tells of them elsewhere.
    """
    view, words = build_view(data, shown), Words(shown.language)
    pen = _Pen(console, words)
    if view.cards:
        console.print(pen.table(view.cards) if console.width >= WIDE else pen.stack(view.cards))
    for part in pen.unread(view) if unread else ():
        console.print(part)
    if view.header.stories:
        console.print(pen.text(view.header.stories))
    console.print(pen.text(view.header.line, "bold"))


class _Pen:
    """Draws parts of a view for one console: its character set, its language."""

    def __init__(self, console: Console, words: Words) -> None:
        self.unicode = (console.encoding or "").lower().startswith("utf")
        self.words = words

    def text(self, text: str, style: str = "") -> Text:
        """Raw text as it may be printed."""
        shown = plain(text)
        if not self.unicode:
            shown = "".join(ASCII.get(character, character) for character in shown)
            shown = shown.encode("ascii", "backslashreplace").decode("ascii")
        return Text(shown, style=style)

    def table(self, cards: tuple[Card, ...]) -> Table:
        """A row a finding; for wide consoles."""
        table = Table(box=None, expand=True, padding=(0, 2, 1, 0), show_header=True, header_style="dim")
        table.add_column(self.words("findings.level"), no_wrap=True)
        table.add_column(self.words("findings"), ratio=2)
        table.add_column(self.words("matrix"), ratio=3)
        for card in cards:
            table.add_row(self._badge(card), self._what(card), self._values(card))
        return table

    def stack(self, cards: tuple[Card, ...]) -> Group:
        """The findings one under the other; for narrow consoles."""
        parts: list[RenderableType] = []
        for card in cards:
            badge = self._badge(card, " ")
            parts += [Rule(badge, align="left", style="dim", characters="─" if self.unicode else "-"), self._what(card)]
            parts.append(Padding(self._values(card), (0, 0, 0, 2)))
        return Group(*parts)

    def unread(self, view: View) -> list[Text]:
        """A line a file that could not be read."""
        lines = [f"{path}: {what} {remedy}".rstrip() for path, what, remedy in view.unread]
        return [self.text(f"{self.words('files.unread')}: {line}", "red") for line in lines]

    def _badge(self, card: Card, between: str = "\n") -> Text:
        word = self.words(f"state.{card.state.value}")
        badge = self.text(f"{card.state.glyph} {word}", STYLES[card.state])
        return badge.append(between).append_text(self.text(card.rule, "dim"))

    def _what(self, card: Card) -> Text:
        what = self.text(card.summary, "bold")
        why = " ".join(filter(None, (card.explanation, card.reconciliation)))
        return what.append("\n").append_text(self.text(why)) if why else what

    def _values(self, card: Card) -> Group:
        """Who gives each value, with their sentences where the finding calls for a decision."""
        told = card.state in (State.CONFLICT, State.CHECK)
        parts: list[RenderableType] = []
        for value in card.values:
            head = self.text(f"{value.letter}  {value.label}", "bold")
            if value.letter in card.draft:
                head.append_text(self.text(f"  [{self.words('version.draft')}]", "bold"))
            parts.append(head.append_text(self.text(f"  ({value.said_by})", "dim")) if value.said_by else head)
            lines = [self._quote(quote) for quote in value.quotes[:SENTENCES]] if told else []
            lines = lines or [self.text(self.words("list").join(value.sources), "italic")]
            left = len(value.quotes) + len(value.more) - SENTENCES
            if told and left > 0:
                lines.append(self.text(self.words.count("card.more", left), "dim"))
            parts += [Padding(line, (0, 0, 0, 3)) for line in lines]
        return Group(*parts)

    def _quote(self, quote: Quote) -> Text:
        sources = dict.fromkeys(place.version.label for place in quote.places)
        text = self.text(", ".join(sources) + ": ", "italic")
        return text.append_text(self._sentence(quote))

    def _sentence(self, quote: Quote) -> Text:
        text = Text()
        for place, run in enumerate(quote.runs):
            if run.state is not None:
                text.append_text(self.text(run.text, "bold underline"))
                continue
            shown, last = run.text, place == len(quote.runs) - 1
            if len(shown) > QUOTED:
                head, tail = shown[: QUOTED // 2].rstrip(), shown[-QUOTED // 2 :].lstrip()
                shown = f"{head}…" if last else f"…{tail}" if place == 0 else f"{head} … {tail}"
            text.append_text(self.text(shown))
        return text
