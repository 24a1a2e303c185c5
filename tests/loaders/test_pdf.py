"""PDF: the article of its pages, in reading order, with every line's place."""

import datetime as dt
from pathlib import Path

import pytest

from discrepancy.loaders.intake.registry import claimant
from discrepancy.loaders.pdfs import child
from discrepancy.model import BlockRole, Document
from tests.loaders.giving import document_of, texts, told
from tests.loaders.pdf_making import LEADING, Picture, Put, lines, make_pdf

pytestmark = pytest.mark.usefixtures("in_process")

TITLE = "Dam breaks above Harwick, thousands flee"
STORY = (
    "The river rose by 4.5 metres in six hours on Monday, the state hydrol-",
    "ogy office said. The govern-",
    "ment moved 250,000 people out of the valley before night fell.",
)
HEAD = "Harwick Ledger, evening edition"


@pytest.fixture
def in_process(monkeypatch):
    """PDFium in this process: a well-formed file needs no child, and a child takes its time to start."""
    monkeypatch.setattr(
        "discrepancy.loaders.pdf.told_by_child", lambda data, where: list(child.read(data, 200, 600_000))
    )


def read(*pages, **more) -> Document:
    return document_of(make_pdf(*pages, **more), "dam.pdf")


def body(*pages, **more) -> list[str]:
    return texts(read(*pages, **more), BlockRole.BODY)


def sample() -> bytes:
    first: list[Put | Picture] = [
        Put(60, 806, HEAD, 8),
        Put(60, 760, "Dam breaks above Harwick, thousands", 24, "F2"),
        Put(60, 732, "flee", 24, "F2"),
        Put(60, 700, "By Ann Leland"),
        Put(60, 680, "Published 3 March 2026, 10:15 GMT"),
        Put(60, 650, "HARWICK - The river rose by 4.5 metres in six hours on Monday, the state"),
        *lines(60, 636, "hydrology office said. The govern-", "ment moved 250,000 people out of the valley."),
        Picture(60, 440, 300, 160),
        Put(60, 428, "Residents wait for buses in Harwick. Photograph: Lena Orr", 8.5),
        Put(60, 390, "What is known", 13, "F2"),
        *lines(
            60, 370, "“We have never seen water like this,” said Marta Ellison, the", "minister. She said 14 people"
        ),
        Put(290, 30, "1", 8),
    ]
    second = [
        Put(60, 806, HEAD, 8),
        *lines(60, 770, "had died, among them a 20-", "year-old student.", size=11),
        *lines(60, 720, "Correction: An earlier version of this article gave the height as 5.4 metres."),
        Put(290, 30, "2", 8),
    ]
    return make_pdf(first, second, info={"Title": "Microsoft Word - dam_final.docx", "Author": "Ann Leland"})


@pytest.fixture(scope="module")
def article() -> Document:
    """The sample, read as users have it read: by a child process."""
    return document_of(sample(), "dam.pdf")


def test_the_article_of_a_pdf(article) -> None:
    assert article.title == TITLE
    assert article.authors == ("Ann Leland",)
    assert article.dateline == "HARWICK"
    assert article.published == dt.datetime(2026, 3, 3, 10, 15, tzinfo=dt.UTC)
    assert not article.partial
    assert [(block.role.value, article.text[block.start : block.end]) for block in article.blocks] == [
        ("headline", TITLE),
        ("credit", "By Ann Leland"),
        ("dateline", "Published 3 March 2026, 10:15 GMT"),
        ("dateline", "HARWICK -"),
        (
            "body",
            (
                "The river rose by 4.5 metres in six hours on Monday, the state hydrology office said. The government "
                "moved 250,000 people out of the valley."
            ),
        ),
        ("caption", "Residents wait for buses in Harwick."),
        ("credit", "Photograph: Lena Orr"),
        ("subhead", "What is known"),
        (
            "body",
            (
                "“We have never seen water like this,” said Marta Ellison, the minister. She said 14 people had died, "
                "among them a 20-year-old student."
            ),
        ),
        ("correction", "Correction: An earlier version of this article gave the height as 5.4 metres."),
        ("furniture", HEAD),
        ("furniture", "1"),
        ("furniture", HEAD),
        ("furniture", "2"),
    ]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("thousands", "page 1, line 1"),
        ("By Ann", "page 1, line 3"),
        ("hydrology", "page 1, line 6"),
        ("ment moved", "page 1, line 7"),
        ("minister", "page 1, line 11"),
        ("had died", "page 2, line 1"),
        ("year-old", "page 2, line 2"),
    ],
)
def test_every_line_has_its_place(article, words: str, place: str) -> None:
    assert article.landmark_at(article.text.index(words)) == place


def test_what_the_file_says_of_itself_has_its_origin() -> None:
    document = read(lines(60, 700, *STORY), info={"Title": "A dam breaks", "Author": "Ann Leland; user1"})
    assert told(document, "title") == [("A dam breaks", "PDF properties title")]
    assert told(document, "author") == [("Ann Leland", "PDF properties author")]
    assert document.published is None


@pytest.mark.parametrize("title", ["Microsoft Word - dam.docx", "dam_final.indd", "untitled", "Document 1", "dam", ""])
def test_a_title_that_is_a_file_name_is_none(title: str) -> None:
    assert told(read(lines(60, 700, *STORY), info={"Title": title}), "title") == []


@pytest.mark.parametrize("author", ["root", "Microsoft Office User", "News Desk", "alee2"])
def test_an_author_that_is_no_person_is_none(author: str) -> None:
    assert read(lines(60, 700, *STORY), info={"Author": author}).authors == ()


def test_a_title_that_stands_on_the_page_is_its_headline() -> None:
    page = [Put(60, 740, TITLE, 11), Put(60, 720, "By Ann Leland"), *lines(60, 690, *STORY)]
    assert read(page, info={"Title": TITLE}).title == TITLE


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("the govern-", "ment said", "the government said"),
        ("a well-", "known singer", "a well-known singer"),
        ("for Jean-", "Paul and", "for Jean-Paul and"),
        ("a 20-", "year-old boy", "a 20-year-old boy"),
        ("a 20-year-", "old boy", "a 20-year-old boy"),
        ("some twenty-", "three boats", "some twenty-three boats"),
        ("the illness-", "free state", "the illness-free state"),
        ("a state-of-the-", "art gauge", "a state-of-the-art gauge"),
        ("the US-", "backed plan", "the US-backed plan"),
        ("the GOVERN-", "MENT said", "the GOVERNMENT said"),
        ("from 2019\u2013", "2021 they", "from 2019\u20132021 they"),
        ("the rain\u2014", "and the", "the rain\u2014and the"),
        ("the rain -", "and the", "the rain - and the"),
        ("or flooding/", "storms and", "or flooding/ storms and"),
    ],
)
def test_words_broken_at_a_line_end(before: str, after: str, whole: str) -> None:
    long = f"On Monday the river rose by 4.5 metres in six hours, which frightened {before}"
    (text,) = body(lines(60, 700, long, f"{after} drowned in the end."))
    assert whole in text


def test_a_hyphen_stays_where_the_text_has_the_word_with_it() -> None:
    page = lines(
        60,
        700,
        "The flood-plain law is old, and water rose on the flood-",
        "plain all night long on Sunday and Monday.",
    )
    assert "the flood-plain all" in body(page)[0]
    page = lines(60, 700, "The floodplain law is old, and water rose on the flood-", "plain all night long on Sunday.")
    assert "the floodplain all" in body(page)[0]


def test_a_text_that_breaks_no_words_keeps_its_hyphens() -> None:
    page = lines(60, 800, *["The river rose by 4.5 metres on Monday, and the rain did not stop there"] * 45)
    page[20] = Put(60, page[20].y, "The river rose by 4.5 metres on Monday, and all the rain and the cloud-")
    page[21] = Put(60, page[21].y, "bursts did not stop there, the office said on Monday in a letter to all")
    assert "the cloud-bursts did" in body(page)[0]


@pytest.mark.parametrize(
    ("before", "mark", "after", "text"),
    [
        ("They moved 250,000", "3", " people out.", "They moved 250,000 people out."),
        ("They moved 250,000", "3,4", " people out.", "They moved 250,000 people out."),
        ("They moved 250,000 people out.", "12", " Rain fell.", "They moved 250,000 people out. Rain fell."),
        ("They moved 250,000\u00b3 people", "*", " out.", "They moved 250,000 people out."),
        ("The lake has 40 km", "2", " of water.", "The lake has 40 km² of water."),
        ("The lake has 40 km\u00b2", "1", " of water.", "The lake has 40 km² of water."),
        ("There are 6 \u00d7 10", "9", " litres in it.", "There are 6 × 10⁹ litres in it."),
        ("They left on the 21", "st", " of March.", "They left on the 21st of March."),
        ("They drank 2", "1", "/2 pints of it.", "They drank 2 1/2 pints of it."),
    ],
)
def test_a_footnote_mark_is_no_part_of_a_figure(before: str, mark: str, after: str, text: str) -> None:
    page = [Put(60, 700, before, raised=mark, rest=after), *lines(60, 660, *STORY)]
    assert body(page)[0] == text


@pytest.mark.parametrize(
    ("put", "text"),
    [
        (Put(60, 700, "The ofﬁcial ﬂood ﬁgures rose.", font="F3"), "The official flood figures rose."),
        (Put(60, 700, "The river rose by 4.5 metres.", before="1 Tc"), "The river rose by 4.5 metres."),
        (Put(60, 700, "The river rose again.", before="4 Tc"), "The river rose again."),
        (Put(60, 700, "The river rose again.", size=1, matrix="11 0 0 11"), "The river rose again."),
    ],
)
def test_letters_as_a_reader_sees_them(put: Put, text: str) -> None:
    assert body([put, *lines(60, 660, *STORY)])[0] == text


def test_what_a_reader_does_not_see_is_no_text() -> None:
    hidden = [
        Put(60, 600, "Invisible words are here.", before="3 Tr"),
        Put(60, 580, "White words are here.", before="1 g"),
        Put(60, 900, "Words outside the page are here."),
        Put(200, 300, "DRAFT", size=60, matrix=".7 .7 -.7 .7"),
        Put(20, 300, "Words up the margin are here.", matrix="0 1 -1 0"),
    ]
    (text,) = body([*lines(60, 700, *STORY), *hidden])
    assert text.startswith("The river rose")
    assert text.endswith("before night fell.")


def test_white_letters_on_a_picture_are_seen() -> None:
    page = [Picture(0, 690, 595, 100), Put(60, 740, TITLE, 24, "F2", "1 g"), *lines(60, 660, *STORY)]
    assert read(page).title == TITLE


def test_the_text_layer_of_a_scan_is_its_text() -> None:
    layer = [Put(each.x, each.y, each.text, before="3 Tr") for each in lines(60, 700, *STORY)]
    (text,) = body([Picture(0, 0, 595, 842), *layer])
    assert text.startswith("The river rose")


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_that_lies_on_its_side_is_read(angle: int) -> None:
    assert len(body(lines(60, 700, *STORY), page=f"/Rotate {angle}")) == 1
    matrix = {90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}[angle]
    start, step = {90: ((100, 60), (14, 0)), 180: ((500, 100), (0, 14)), 270: ((400, 800), (-14, 0))}[angle]
    turned = [Put(start[0] + i * step[0], start[1] + i * step[1], text, matrix=matrix) for i, text in enumerate(STORY)]
    assert body(turned)[0].startswith("The river rose by 4.5 metres in six hours on Monday, the state hydrology")


LEFT = (
    "The river rose by 4.5 metres in six",
    "hours on Monday, the office said.",
    "It was the highest since the",
    "gauge was set up, and",
)
RIGHT = (
    "the dam could not hold it. The",
    "minister said 250,000 people had",
    "to leave. Another 40,000 are to",
    "follow when buses are there.",
)


@pytest.mark.parametrize("by_rows", [False, True])
@pytest.mark.parametrize("shift", [0, 5, 7])
def test_columns_are_read_one_after_the_other(by_rows: bool, shift: int) -> None:
    left = lines(60, 700, *LEFT)
    right = lines(300, 700 + shift, *RIGHT)
    inside = [each for pair in zip(left, right, strict=True) for each in pair] if by_rows else [*left, *right]
    document = read([Put(60, 750, TITLE, 24), *inside])
    assert document.title == TITLE
    assert " ".join(texts(document, BlockRole.BODY)) == " ".join([*LEFT, *RIGHT])


def test_three_columns_and_a_line_over_two_of_them() -> None:
    third = ("Colin Dray called for an", "inquiry. He spoke to the", "Ledger on Monday night.")
    page = [
        *[each for i in range(3) for each in lines(40 + 185 * i, 600, *(LEFT[:3], RIGHT[:3], third)[i], size=9)],
        Put(40, 640, "What the office knew before the dam broke", 16, "F2"),
        Put(40, 760, TITLE, 24),
    ]
    assert " ".join(body(page)) == " ".join([*LEFT[:3], *RIGHT[:3], *third])


def test_paragraphs_by_indents_gaps_and_short_lines() -> None:
    full = "The river rose by 4.5 metres in six hours on Monday, the state office said, and"
    indented = [Put(60, 700, full), Put(60, 686, full), Put(75, 672, "Then " + full), Put(60, 658, "it went.")]
    assert len(body(indented)) == 2
    gapped = [Put(60, 700, full), Put(60, 686, "it fell."), Put(60, 660, full), Put(60, 646, "it went.")]
    assert len(body(gapped)) == 2
    short = [Put(60, 700, full), Put(60, 686, "it fell."), Put(60, 672, full), Put(60, 658, "it went.")]
    assert len(body(short)) == 2


def test_a_sentence_goes_on_over_a_page_and_past_its_notes() -> None:
    full = "The river rose by 4.5 metres in six hours on Monday, the state office said, and"
    first = [*lines(60, 700, full, full), Put(60, 80, "Figures of the ministry of the interior.", 8)]
    second = lines(
        60, 780, "kept on rising. The gates were opened in the evening, the office said,", "and shut at noon."
    )
    found = body(first, second)
    assert "said, and kept on rising. The gates were" in found[0]
    assert found[0].endswith("the office said, and shut at noon.")
    assert "Figures of the ministry of the interior." in found


def test_a_drop_cap_is_the_first_letter_of_its_word() -> None:
    page = [
        Put(60, 673, "T", 50),
        *lines(
            94,
            700,
            "he river rose by 4.5 metres in six hours on Monday,",
            "the state hydrology office said at night, and the",
        ),
        *lines(60, 672, "government moved 250,000 people out of the valley then."),
    ]
    (text,) = body(page)
    assert text.startswith("The river rose")
    assert "and the government" in text
    alone = [Put(60, 673, "A", 50), *lines(96, 700, "man was drowned on Monday, and one more", "man is missing.")]
    assert body(alone)[0].startswith("A man was")


def test_the_cells_of_a_table_stay_apart_and_are_not_compared() -> None:
    rows = [("Town", "2019", "2020"), ("Harwick", "250", "000"), ("Orlen", "1,200", "1,340"), ("Vale", "12%", "14%")]
    table = [Put(60 + 100 * j, 600 - 14 * i, cell) for i, row in enumerate(rows) for j, cell in enumerate(row)]
    document = read([*lines(60, 700, *STORY), *table, *lines(60, 500, "The office said that 12 people died.")])
    assert texts(document, BlockRole.FURNITURE) == ["\t".join(row) for row in rows]
    assert texts(document, BlockRole.BODY)[-1] == "The office said that 12 people died."


def test_what_a_browser_prints_at_the_edges_is_furniture() -> None:
    page = [
        Put(25, 815, "3/3/26, 10:15 AM", 8),
        Put(280, 815, "Harwick Ledger | Dam breaks", 8),
        *lines(60, 700, *STORY),
        Put(25, 20, "https://ledger.example/dam", 8),
        Put(560, 20, "1/1", 8),
    ]
    document = read(page)
    assert len(texts(document, BlockRole.FURNITURE)) == 4
    assert document.published is None


def test_a_line_at_the_edge_that_stands_there_once_is_text() -> None:
    page = [Put(60, 815, "The river rose again on Monday night, an official said."), *lines(60, 780, *STORY)]
    assert body(page)[0].startswith("The river rose again")


def test_a_quotation_pulled_out_of_the_text_is_not_compared_with_it() -> None:
    pulled = "The river rose by 4.5 metres in six hours on Monday"
    page = [*lines(60, 700, *STORY), Put(60, 600, pulled, 15), *lines(60, 560, *STORY)]
    assert texts(read(page), BlockRole.FURNITURE) == [pulled]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("dam.pdf", b"%PDF-1.4\n"),
        ("dam.pdf", b"From: desk@ledger.example\r\n\r\n%PDF-1.4\n"),
        ("dam", b"%PDF-1.7\n"),
        ("dam.txt", b"\n%PDF-1.7\n\xe2\xe3\x00"),
        ("dam.pdf", b"\x00\x01\x02" * 50),
        ("dam.PDF", b""),
    ],
)
def test_a_pdf_is_known_by_its_content(name: str, data: bytes) -> None:
    loader = claimant(Path(name), data)
    assert loader is not None
    assert loader.name == "PDF"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("dam.pdf", b"<!doctype html><html><body><p>The river rose.</p>"),
        ("dam.pdf", b"PK\x03\x04" + b"\x00" * 40),
        ("notes.txt", b"Files begin with %PDF-1.4, the manual says."),
        ("dam.png", b"\x89PNG\r\n\x1a\n\x00"),
    ],
)
def test_what_only_has_the_name_of_a_pdf_is_left_to_others(name: str, data: bytes) -> None:
    loader = claimant(Path(name), data)
    assert loader is None or loader.name != "PDF"


def test_the_name_of_the_paper_is_no_headline() -> None:
    names = [Put(150, 780, "Harwick Ledger", 48), *lines(60, 740, "Tuesday, 3 March 2026", size=8)]
    row = [Put(280, 740, "No. 12,345", 8), Put(520, 740, "$2.50", 8)]
    page = [*names, *row, Put(60, 690, TITLE, 24), *lines(60, 640, *LEFT), *lines(300, 640, *RIGHT)]
    document = read(page)
    assert document.title == TITLE
    assert document.published == dt.date(2026, 3, 3)
    assert " ".join(texts(document, BlockRole.BODY)) == " ".join([*LEFT, *RIGHT])


def test_entries_of_a_list_are_text() -> None:
    entries = lines(75, 640, "14 people have died", "1,250 homes are flooded", "40,000 more will leave")
    assert body([*lines(60, 700, *STORY), *entries, *lines(60, 570, *STORY)])[1:4] == [each.text for each in entries]


@pytest.mark.parametrize("labels", [("\u2022", "\u2022", "\u2022"), ("1.", "2.", "3."), ("(1)", "-", "*")])
def test_the_label_of_an_entry_stands_before_it(labels: tuple[str, ...]) -> None:
    entries = (
        "14 people have died, the office said,",
        "and 12 are missing.",
        "40,000 more will leave",
        "1,250 homes stand",
    )
    tabbed = [Put(60, 640 - 14 * i, label) for i, label in zip((0, 2, 3), labels, strict=True)]
    page = [*lines(60, 700, *STORY), *tabbed, *lines(90, 640, *entries), *lines(60, 550, *STORY)]
    assert body(page)[1:4] == [
        f"{labels[0]} 14 people have died, the office said, and 12 are missing.",
        f"{labels[1]} 40,000 more will leave",
        f"{labels[2]} 1,250 homes stand",
    ]


def test_a_page_printed_by_a_browser(browser) -> None:
    page = browser.new_page()
    page.set_content(
        f"<title>{TITLE} - Harwick Ledger</title><style>p {{ width: 9cm; text-align: justify }}</style><h1>{TITLE}</h1>"
        "<p>The river rose by 4.5 metres in six hours, the interna&shy;tional commis&shy;sion for the pro&shy;tec&shy;"
        "tion of the valley said. It moved 250,000<sup>3</sup> people out of 1,250 vil&shy;lages be&shy;fore night.</p>"
    )
    data = page.pdf(display_header_footer=True)
    page.close()
    document = document_of(data, "dam.pdf")
    assert document.title == TITLE
    (text,) = texts(document, BlockRole.BODY)
    assert "the international commission for the protection of the valley said." in text
    assert text.endswith("It moved 250,000 people out of 1,250 villages before night.")


def test_leading_is_what_the_samples_are_set_with() -> None:
    assert lines(0, 100, "a", "b")[1].y == 100 - LEADING
