"""The matrix as markup: the shapes of rows, cells, heads and tools, and how a long one is cut."""

import dataclasses
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from discrepancy.formats.html.page import context, environment
from discrepancy.formats.view import build_view
from discrepancy.formats.view.parts import Cell, CellWords, Row, State, View
from discrepancy.model import BlockRole
from tests.formats.stories import FLOOD, PEOPLED

VIEW = build_view(dataclasses.replace(PEOPLED, draft="draft", families=(("wire", "harlow-post"),)))


def words(text: str = "4,200", **changed: object) -> CellWords:
    plain = CellWords(text=text, letter="", anchor="t1-5", times=1, block=BlockRole.BODY, state=State.AGREES)
    return dataclasses.replace(plain, **changed)  # type: ignore[arg-type]  # each test changes what it names


def cell(state: State, *each: CellWords, more: int = 0) -> Cell:
    return Cell(state=state, words=each, more=more)


def row_of(*cells: Cell) -> Row:
    return Row(anchor="g-1", state=State.AGREES, kind="quantity", subject="people", cells=cells, cards=())


def draw(view: View, *rows: Row) -> str:
    return str(context(view)["rows"](rows))  # type: ignore[operator]  # the context holds what templates call


def drawn_cell(each: Cell) -> str:
    return draw(VIEW, row_of(each)).split("</th>")[1].removesuffix("</tr>\n")


CELLS = {
    "agrees": cell(State.AGREES, words()),
    "absent": cell(State.ABSENT),
    "a-value": cell(State.CONFLICT, words(letter="A", state=State.CONFLICT)),
    "two-values": cell(State.CHECK, words(letter="A"), words("4,000", letter="B", times=3, anchor="t1-90")),
    "caption": cell(State.STYLE, words("Catrin", block=BlockRole.CAPTION)),
    "more": cell(State.EXPLAINED, words(), more=2),
}


@pytest.mark.parametrize("name", CELLS)
def test_cells(name: str, snapshot: SnapshotAssertion) -> None:
    assert drawn_cell(CELLS[name]) == snapshot


@pytest.mark.parametrize("state", State)
def test_a_cell_says_its_state_by_glyph_and_word(state: State) -> None:
    glyph, word = Cells(drawn_cell(cell(state))).texts[0].split(maxsplit=1)
    assert glyph == state.glyph
    assert len(word) > len("row")


@pytest.mark.parametrize("anchor", ["g-missing", "g-soldiers"])
def test_rows(anchor: str, snapshot: SnapshotAssertion) -> None:
    assert draw(VIEW, next(row for row in VIEW.rows if row.anchor == anchor)) == snapshot


@pytest.mark.parametrize(("component", "at"), [("column", 0), ("column", 1)], ids=["the-draft", "of-a-family"])
def test_heads(component: str, at: int, snapshot: SnapshotAssertion) -> None:
    module = environment().get_template(f"{component}.html.jinja").make_module(context(VIEW))
    assert str(module.column(VIEW.versions[at])).strip() == snapshot  # type: ignore[attr-defined]  # the template's macro


def test_tools(snapshot: SnapshotAssertion) -> None:
    assert environment().get_template("tools.html.jinja").render(context(VIEW)) == snapshot


class Cells(HTMLParser):
    """The text and the links of each cell."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.inside = False
        self.links: list[str | None] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "td":
            self.inside = True
            self.texts.append("")
        elif tag == "a":
            self.links += [value for name, value in attrs if name == "href"]

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "td"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.texts[-1] += data


@given(st.lists(st.text(max_size=12).filter(str.isprintable), min_size=1, max_size=4))
def test_words_of_cells_of_one_shape_are_never_mixed_up(texts: list[str]) -> None:
    """Shapes are drawn once and filled after: with any words, each cell holds its own, whole and escaped."""
    versions = tuple(dataclasses.replace(VIEW.versions[0], label=f"<>{text}") for text in texts)
    cells = tuple(cell(State.AGREES, words(text, anchor=f"t{at}-1")) for at, text in enumerate(texts))
    found = Cells(draw(dataclasses.replace(VIEW, versions=versions), row_of(*cells)))
    assert [text.removesuffix(" = agrees") for text in found.texts] == texts
    assert found.links == [f"#t{at}-1" for at in range(len(texts))]


def long_view(rows: int, versions: int = 4) -> View:
    row = VIEW.rows[-1]
    many = tuple(dataclasses.replace(VIEW.versions[0], number=number) for number in range(1, versions + 1))
    cells = row.cells[:1] * versions
    return dataclasses.replace(
        VIEW,
        versions=many,
        rows=tuple(dataclasses.replace(row, anchor=f"g-{place}", cells=cells) for place in range(rows)),
    )


def test_a_long_matrix_is_one_table_in_parts_with_one_head_and_one_heading_a_state() -> None:
    drawn = environment().get_template("matrix.html.jinja").render(context(long_view(450)))
    assert drawn.count("<table ") == drawn.count("<thead ") == drawn.count('class="over"') == 1
    assert drawn.count("<tbody ") == 9
    assert drawn.count('<tr class="row"') == 450
    assert 'class="many"' in drawn


def test_a_short_matrix_is_laid_out_whole() -> None:
    assert 'class="many"' not in environment().get_template("matrix.html.jinja").render(context(build_view(FLOOD)))


def test_drawing_takes_time_in_proportion_to_the_rows() -> None:
    def spent(rows: int) -> float:
        view, best = long_view(rows), float("inf")
        for _ in range(3):
            start = time.process_time()
            environment().get_template("matrix.html.jinja").render(context(view))
            best = min(best, time.process_time() - start)
        return best

    assert spent(8000) < 24 * spent(1000)
