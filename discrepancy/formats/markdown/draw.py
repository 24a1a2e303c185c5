"""A view drawn as Markdown. Every string of the view goes through :func:`escape` on its way, or is our own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from discrepancy.formats.excerpts import SENTENCES, excerpt
from discrepancy.formats.markdown.escape import bold, escape
from discrepancy.formats.reviewed_line import reviewed_line
from discrepancy.formats.view import build_view
from discrepancy.formats.view.parts import Card, Cell, Header, Place, Quote, Row, State, ValueView, Version, View
from discrepancy.formats.view.reviewed import Gone
from discrepancy.formats.words import Words
from discrepancy.model import BlockRole, ReportData
from discrepancy.settings import Presentation

__all__ = ["Pen", "render"]


def render(data: ReportData, shown: Presentation) -> str:
    """The report as Markdown."""
    view = build_view(data, replace(shown, excerpts_only=True))  # no whole text is shown, so none need be made
    return "\n\n".join(Pen(Words(view.language)).report(view)) + "\n"


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws the parts of a view, each as paragraphs."""

    words: Words

    def report(self, view: View) -> Iterator[str]:
        """What matters most first; parts that would say nothing are left out."""
        yield from self.head(view.header)
        if view.versions:
            yield f"## {self.word('versions')}"
            yield from self.versions(view.versions)
        yield from self.findings(view)
        yield from self.resolved(view)
        yield from self.matrix(view)
        yield from self.files(view)
        yield f"*{self.word('never')}*"

    def word(self, key: str) -> str:
        """A word of the interface."""
        return escape(self.words(key))

    def joined(self, parts: Iterable[str]) -> str:
        """Raw parts as a list in words."""
        return escape(self.words("list").join(parts))

    def head(self, header: Header) -> Iterator[str]:
        """The verdict, and what must be known before anything is passed on."""
        yield f"# {escape(header.line)}"
        if header.embargo:
            yield bold(escape(header.embargo))
        yield from (escape(line) for line in (header.draft, header.stories) if line)

    def versions(self, versions: tuple[Version, ...]) -> Iterator[str]:
        """A row a version, numbered as in the page."""
        keys = ("versions", "version.title", "version.published", "version.length")
        rows = [
            (
                f"{version.number} {escape(version.label)}{self.mine(version.is_draft)}",
                escape(version.title or self.words("version.untitled")),
                self.dates(version),
                self.joined((self.words.count("version.words", version.words), version.tongue, *version.standing)),
            )
            for version in versions
        ]
        yield table([tuple(self.word(key) for key in keys), *rows])
        copies = [
            f"- {escape(version.label)}: {escape(self.words('version.copies', others=others))}"
            for version in versions
            if (others := self.words("list").join(version.copies))
        ]
        if copies:
            yield "\n".join(copies)

    def mine(self, is_draft: object) -> str:
        """That a version, or a value, is the newsroom's own."""
        return f" ({self.word('version.draft')})" if is_draft else ""

    def dates(self, version: Version) -> str:
        """When a version was published and updated."""
        first = escape(version.published or self.words("version.undated"))
        return f"{first}; {self.word('version.updated')} {escape(version.updated)}" if version.updated else first

    def findings(self, view: View) -> Iterator[str]:
        """The findings in the page's order, those that touch the newsroom's own draft under a heading of their own.

        What calls for no decision is told in a line each.
        """
        for ours, part in groupby(view.cards, key=lambda card: bool(card.draft)):
            others = "findings.others" if view.header.draft else "findings"
            yield f"## {self.word('findings.draft' if ours else others)}"
            for is_open, cards in groupby(part, key=lambda card: card.state.is_open):
                if is_open:
                    yield from (line for card in cards for line in self.card(card))
                else:
                    yield "\n".join(map(self.folded, cards))

    def card(self, card: Card) -> Iterator[str]:
        """A finding with its evidence."""
        yield f"### {self.badge(card)}: {escape(card.summary)}"
        yield from self.reviewed(card)
        yield from self.why(card)
        for value in card.values:
            yield from self.value(card, value)
        yield f"{self.rule(card)}. {self.word('card.confidence')}: {escape(card.confidence)}."

    def folded(self, card: Card) -> str:
        """A finding that needs no decision, in one line."""
        values = "; ".join(f"{bold(value.letter)} {escape(value.label)} ({self.who(value)})" for value in card.values)
        parts = [f"- {self.badge(card)}: {bold(escape(card.summary))}", *self.why(card), values, self.rule(card)]
        return " – ".join([*parts, *self.reviewed(card)])

    def reviewed(self, card: Card) -> Iterator[str]:
        """How it stands to what was decided; nothing where a check was held against nothing."""
        if card.review:
            yield escape(reviewed_line(card.review, self.words))

    def resolved(self, view: View) -> Iterator[str]:
        """What was decided once, or stood in the baseline, and is no longer found."""
        if view.reviewed and view.reviewed.gone:
            yield f"## {self.word('review.gone')}"
            yield "\n".join(
                f"- {escape(gone.rule)}: {escape(gone.summary)}" + self.decided(gone) for gone in view.reviewed.gone
            )

    def decided(self, gone: Gone) -> str:
        """What was decided of it, where anything was."""
        return f" – {escape(reviewed_line(gone.chip, self.words))}" if gone.chip.by else ""

    def why(self, card: Card) -> Iterator[str]:
        """Why it was flagged, the sum behind it, and why both can be right."""
        told = {
            "card.explanation": card.explanation,
            "sum": card.arithmetic,
            "card.reconciliation": card.reconciliation,
        }
        yield from (f"{self.word(key)}: {escape(text)}" for key, text in told.items() if text)

    def badge(self, card: Card) -> str:
        """A finding's glyph and word."""
        return f"{escape(card.state.glyph)} {self.word(f'state.{card.state.value}')}"

    def rule(self, card: Card) -> str:
        """The code and the name of a finding's rule."""
        return f"{self.word('card.rule')} {escape(' '.join(filter(None, (card.rule, card.rule_name))))}"

    def value(self, card: Card, value: ValueView) -> Iterator[str]:
        """A value, who gives it, and the sentences."""
        mine = self.mine(value.letter in card.draft)
        yield f"{bold(value.letter)} {escape(value.label)}{mine} – {self.who(value)}"
        for quote in value.quotes[:SENTENCES]:
            yield self.quote(quote)
        left = len(value.quotes) + len(value.more) - SENTENCES
        if left > 0:
            yield f"> {escape(self.words.count('card.more', left))}"

    def who(self, value: ValueView) -> str:
        """The versions that give a value, and how many voices they are."""
        return "; ".join(filter(None, (self.joined(value.sources), escape(value.said_by))))

    def quote(self, quote: Quote) -> str:
        """A sentence with the words in bold, and what was read there."""
        places = self.words("list").join(place.version.label + self.spot(place) for place in quote.places)
        lines = [f"> {escape(places)}: {self.sentence(quote)}"]
        reading = [part for part in (quote.reading.value, quote.reading.time, quote.reading.voice) if part]
        if reading:
            lines += [">", f"> {self.word('card.read')}: {self.joined(reading)}"]
        return "\n".join(lines)

    def spot(self, place: Place) -> str:
        """The block that words stand in, where it is not the body, and where in its file they stood."""
        role = "" if place.block is BlockRole.BODY else self.words(f"role.{place.block.value}")
        told = self.words("list").join(filter(None, (role, place.landmark)))
        return f" ({told})" if told else ""

    def role(self, block: BlockRole) -> str:
        """The block that words stand in, where it is not the body."""
        return "" if block is BlockRole.BODY else f" ({self.words(f'role.{block.value}')})"

    def sentence(self, quote: Quote) -> str:
        """A sentence, shortened around its words."""
        drawn, marked = "", ""
        for text, is_marked in excerpt(quote):
            drawn, marked = (drawn, escape(text)) if is_marked else (bold(marked, drawn, escape(text)), "")
        return bold(marked, drawn).strip()

    def matrix(self, view: View) -> Iterator[str]:
        """The rows of the matrix that differ, and how many agree."""
        rows = [row for row in view.rows if row.state is not State.AGREES]
        if not rows:
            return
        yield f"## {self.word('matrix')}"
        head = (self.word("matrix.fact"), *(escape(version.label) for version in view.versions))
        yield table([head, *((self.fact(row), *map(self.cell, row.cells)) for row in rows)])
        if view.header.agreeing:
            agree = self.words.count("verdict.facts", view.header.agreeing)
            versions = self.words.count("verdict.versions", view.header.versions)
            yield f"{escape(State.AGREES.glyph)} {escape(self.words('verdict.agree', facts=agree, versions=versions))}"

    def fact(self, row: Row) -> str:
        """What a row is about, with its state."""
        return f"{escape(row.state.glyph)} {escape(row.subject)}"

    def cell(self, cell: Cell) -> str:
        """A version's own words."""
        if not cell.words:
            return escape(State.ABSENT.glyph)
        said = [
            (f"{bold(words.letter)} " if words.letter else "")
            + escape(words.text)
            + (f" {escape(self.words('cell.times', n=self.words.number(words.times)))}" if words.times > 1 else "")
            + escape(self.role(words.block))
            for words in cell.words
        ]
        more = [escape(self.words("cell.more", n=self.words.number(cell.more)))] if cell.more else []
        return "; ".join((*said, *more))

    def files(self, view: View) -> Iterator[str]:
        """The files that could not be read, and those passed over."""
        yield from self.unread(view)
        yield from self.listed("skipped", view.skipped)

    def unread(self, view: View) -> Iterator[str]:
        """The files that could not be read, each with what to do."""
        yield from self.listed("unread", [(path, f"{what} {remedy}".rstrip()) for path, what, remedy in view.unread])

    def listed(self, key: str, files: Sequence[tuple[str, str]]) -> Iterator[str]:
        """Files with what is to be said of each, under a heading."""
        if files:
            yield f"## {self.word(f'files.{key}')}"
            yield "\n".join(f"- {escape(path)}: {escape(why)}" for path, why in files)


def table(rows: list[tuple[str, ...]]) -> str:
    """A table of cells that are Markdown already; the first row is its head."""
    head, *body = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join((head, f"|{' --- |' * len(rows[0])}", *body))
