"""The findings in a terminal: who says what, why it was flagged, and the verdict in one line.

Words of articles are drawn as plain text: no markup in them is read, and control characters are shown as codes, so
that no article can drive the terminal.

Each finding is told in the words of its card in the page. Left to the page, for want of room: how the words were read,
what the rule looks for, the sentences of what is explained or style (its sources are named), sentences beyond the
first few, the versions' dates and headlines, the facts that agree, pictures and whole texts.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from discrepancy.formats.excerpts import SENTENCES, excerpt
from discrepancy.formats.reviewed_line import reviewed_line
from discrepancy.formats.terminal.safe_text import knows_unicode, safe_text
from discrepancy.formats.view import PLAIN, build_view
from discrepancy.formats.view.parts import Card, Place, Quote, State, ValueView, View
from discrepancy.formats.view.reviewed import Standing
from discrepancy.formats.words import Words
from discrepancy.model import BlockRole, ReportData
from discrepancy.settings import Presentation

__all__ = ["print_report"]

STYLES = {
    State.CONFLICT: "bold red",
    State.CHECK: "bold yellow",
    State.EXPLAINED: "cyan",
    State.STYLE: "magenta",
}
_SETTLED = frozenset({Standing.DISMISSED, Standing.ACCEPTABLE, Standing.KNOWN})
WIDE = 90
"""Columns from which the findings stand as a table; below they stand one under the other."""


def print_report(data: ReportData, console: Console, shown: Presentation = PLAIN, *, unread: bool = True) -> None:
    """Print the findings of a report, what matters most first, then the files that failed and the verdict line.

    Without ``unread`` the files that failed are left out, for a caller that tells of them elsewhere.
    """
    view = build_view(data, shown)
    words = Words(view.language)
    pen = _Pen(console, words)
    if view.cards:
        console.print(pen.table(view.cards) if console.width >= WIDE else pen.stack(view.cards))
    for part in [*pen.resolved(view), *(pen.unread(view) if unread else ())]:
        console.print(part)
    head = view.header
    for line, style in ((head.embargo, "bold red"), (head.stories, ""), (head.line, "bold"), (head.draft, "")):
        if line:
            console.print(pen.text(line, style))


class _Pen:
    """Draws parts of a view for one console: its character set, its language."""

    def __init__(self, console: Console, words: Words) -> None:
        self.console = console
        self.words = words

    def text(self, text: str, style: str = "") -> Text:
        """Raw text as it may be printed."""
        return safe_text(text, self.console, style)

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
            line = "─" if knows_unicode(self.console) else "-"
            parts += [Rule(self._badge(card, " "), align="left", style="dim", characters=line), self._what(card)]
            parts.append(Padding(self._values(card), (0, 0, 0, 2)))
        return Group(*parts)

    def resolved(self, view: View) -> list[Text]:
        """A line a finding that is no longer there."""
        gone = view.reviewed.gone if view.reviewed else ()
        return [self.text(f"{self.words('review.gone')}: {each.rule} {each.summary}", "dim") for each in gone]

    def unread(self, view: View) -> list[Text]:
        """A line a file that could not be read."""
        lines = [f"{path}: {what} {remedy}".rstrip() for path, what, remedy in view.unread]
        return [self.text(f"{self.words('files.unread')}: {line}", "red") for line in lines]

    def _badge(self, card: Card, between: str = "\n") -> Text:
        word = self.words(f"state.{card.state.value}")
        badge = self.text(f"{card.state.glyph} {word}", STYLES[card.state])
        return badge.append(between).append_text(self.text(card.rule, "dim"))

    def _what(self, card: Card) -> Text:
        """What a finding says, why it was flagged, the sum, why both can be right, how sure it is."""
        parts = [self.text(card.summary, "bold")]
        if card.review:
            standing = card.review.standing
            look = "bold" if standing.is_open else "green" if standing in _SETTLED else "yellow"
            parts.append(self.text(reviewed_line(card.review, self.words), look))
        if card.explanation:
            parts.append(self.text(card.explanation))
        if card.arithmetic:
            parts.append(self.text(f"{self.words('sum')}: {card.arithmetic}"))
        if card.reconciliation:
            parts.append(self.text(f"{self.words('card.reconciliation')}: {card.reconciliation}"))
        sure = f"{self.words('card.confidence')}: {card.confidence}"
        parts.append(self.text(" · ".join(filter(None, (card.rule_name, sure))), "dim"))
        return Text("\n").join(parts)

    def _values(self, card: Card) -> Group:
        """Who gives each value, with their sentences where the finding calls for a decision."""
        parts: list[RenderableType] = []
        for value in card.values:
            head = self.text(f"{value.letter}  {value.label}", "bold")
            if value.letter in card.draft:
                head.append_text(self.text(f"  [{self.words('version.draft')}]", "bold"))
            parts.append(head.append_text(self.text(f"  ({value.said_by})", "dim")) if value.said_by else head)
            lines = self._sentences(value) if card.state.is_open else [self._sources(value.sources)]
            parts += [Padding(line, (0, 0, 0, 3)) for line in lines]
        return Group(*parts)

    def _sources(self, sources: Iterable[str]) -> Text:
        return self.text(self.words("list").join(sources), "italic")

    def _sentences(self, value: ValueView) -> list[Text]:
        """The first few sentences that give a value; of the rest how many there are, and from whom."""
        shown = value.quotes[:SENTENCES]
        left = len(value.quotes) + len(value.more) - len(shown)
        if not left:
            return [self._quote(quote) for quote in shown]
        heard = {place.version.label for quote in shown for place in quote.places}
        more = self.text(self.words.count("card.more", left), "dim")
        if others := [source for source in value.sources if source not in heard]:
            more = self._sources(others).append(": ").append_text(more)
        return [*(self._quote(quote) for quote in shown), more]

    def _quote(self, quote: Quote) -> Text:
        told = (self._place(place) for place in quote.places)
        text = self.text(f"{self.words('list').join(dict.fromkeys(told))}: ", "italic")
        for shown, marked in excerpt(quote):
            text.append_text(self.text(shown, "bold underline" if marked else ""))
        return text

    def _place(self, place: Place) -> str:
        label = place.version.label
        return label if place.block is BlockRole.BODY else f"{label} ({self.words(f'role.{place.block.value}')})"
