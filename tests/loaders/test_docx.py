"""Word files: what a reader sees of them, in either reading of their tracked changes."""

import datetime as dt
from io import BytesIO

import docx
import pytest

from discrepancy.errors import Malformed
from discrepancy.model import BlockRole, Document
from discrepancy.settings import Revisions, Settings
from tests.loaders.giving import document_of, outcomes_of, texts, told
from tests.loaders.word_files import change, paragraph, run, word_file, word_parts, zipped

LEDE = "The dam above the town broke on Tuesday, officials said."
NEXT = "Nobody was hurt, the mayor said."


def by_python_docx() -> bytes:
    """A story as a newsroom's template makes it."""
    file = docx.Document()
    file.core_properties.author = "Dana Reyes"
    file.core_properties.title = "Old template"
    file.core_properties.keywords = "flood"
    file.add_paragraph("EMBARGOED until 6 am GMT, 4 March 2026")
    file.add_heading("Dam breaks above Harrow Mills", 1)
    file.add_paragraph("Some 250 people leave their homes", style="Subtitle")
    file.add_paragraph("By Ann Lee and Bo Ek")
    file.add_paragraph("4 March 2026 09:15 GMT")
    file.add_paragraph("HARROW MILLS (Northline) - Some 250 people fled when the dam broke on Tuesday, officials said.")
    file.add_heading("Shelter", 2)
    file.add_paragraph("The school took 120 people", style="List Bullet")
    table = file.add_table(2, 2)
    for number, text in enumerate(("Village", "Fled", "Wells", "212")):
        table.cell(number // 2, number % 2).text = text
    last = file.add_paragraph("There were 14 boats on the river, she said.")
    file.add_comment(last.runs, text="Check with Bo.", author="Copy desk", initials="C")
    file.add_paragraph("The dam on Tuesday. Photo: Cy Ode", style="Caption")
    file.sections[0].header.paragraphs[0].text = "Northline confidential"
    made = BytesIO()
    file.save(made)
    return made.getvalue()


@pytest.fixture(scope="module")
def story() -> Document:
    return document_of(by_python_docx(), "dam.docx")


def body_of(data: bytes, revisions: Revisions = Revisions.ACCEPTED) -> list[str]:
    return texts(document_of(data, "a.docx", Settings(revisions=revisions)), BlockRole.BODY)


def test_blocks_of_a_story(story: Document) -> None:
    assert texts(story, BlockRole.HEADLINE) == ["Dam breaks above Harrow Mills"]
    assert texts(story, BlockRole.SUMMARY) == ["Some 250 people leave their homes"]
    assert texts(story, BlockRole.SUBHEAD) == ["Shelter"]
    assert texts(story, BlockRole.DATELINE) == ["4 March 2026 09:15 GMT", "HARROW MILLS (Northline) -"]
    assert texts(story, BlockRole.BODY) == [
        "Some 250 people fled when the dam broke on Tuesday, officials said.",
        "The school took 120 people",
        "Village | Fled",
        "Wells | 212",
        "There were 14 boats on the river, she said.",
    ]
    assert texts(story, BlockRole.CAPTION) == ["The dam on Tuesday."]
    assert texts(story, BlockRole.CREDIT) == ["By Ann Lee and Bo Ek", "Photo: Cy Ode"]
    assert texts(story, BlockRole.FURNITURE) == [
        "EMBARGOED until 6 am GMT, 4 March 2026",
        "Comment by Copy desk: Check with Bo.",
    ]


def test_what_a_story_says_of_itself(story: Document) -> None:
    assert (story.id, story.path, story.title) == ("dam", "dam.docx", "Dam breaks above Harrow Mills")
    assert (story.source, story.dateline) == ("Northline", "HARROW MILLS")
    assert story.published == dt.datetime(2026, 3, 4, 9, 15, tzinfo=dt.UTC)
    assert (story.updated, story.version) == (None, None)
    assert story.embargo == "EMBARGOED until 6 am GMT, 4 March 2026"
    assert told(story, "author") == [("Ann Lee", "the byline"), ("Bo Ek", "the byline")]
    assert told(story, "subject") == [("flood", "Word core properties keywords")]
    assert story.landmark_at(story.text.index("There were")) == "paragraph 9"
    assert story.landmark_at(story.text.index("Wells")) == "table 1, row 2"
    assert story.landmark_at(story.text.index("Comment by")) == "comment 1"


def test_the_same_bytes_under_any_name_are_a_word_file(story: Document) -> None:
    for name in ("dam.zip", "dam", "dam.doc", "dam.txt", "dam.docm"):
        assert document_of(by_python_docx(), name).text == story.text


def test_without_a_byline_the_maker_of_the_file_is_named_as_such() -> None:
    file = docx.Document()
    file.core_properties.author, file.core_properties.title = "Dana Reyes", "Dam breaks"
    file.add_paragraph(LEDE)
    made = BytesIO()
    file.save(made)
    document = document_of(made.getvalue(), "a.docx")
    assert told(document, "author") == [("Dana Reyes", "Word core properties creator, who made the file")]
    assert (document.title, document.text) == ("Dam breaks", LEDE)


CHANGED = (
    paragraph("The mayor said ", change("del", "200"), change("ins", "250", "2026-03-05"), " people fled on Tuesday.")
    + paragraph("The first half ", mark='<w:del w:id="2" w:date="2026-03-05T09:00:00Z"/>')
    + paragraph("and the second half were said here.")
    + paragraph(change("ins", "A paragraph that was put in, she said."), mark='<w:ins w:id="3"/>')
    + paragraph(change("moveFrom", "It moved, she said."), mark='<w:moveFrom w:id="4"/>')
    + paragraph(NEXT)
    + paragraph(change("moveTo", "It moved, she said."), mark='<w:moveTo w:id="5"/>')
)
ORIGINAL = [
    "The mayor said 200 people fled on Tuesday.",
    "and the second half were said here.",
    "It moved, she said.",
    NEXT,
]
ACCEPTED = [
    "The mayor said 250 people fled on Tuesday.",
    "The first half and the second half were said here.",
    "A paragraph that was put in, she said.",
    NEXT,
    "It moved, she said.",
]


def test_tracked_changes_are_read_as_accepted_and_counted() -> None:
    document = document_of(word_file(CHANGED), "a.docx")
    assert texts(document, BlockRole.BODY) == ACCEPTED
    (status,) = told(document, "status")
    assert status == (
        "tracked changes: 2 insertions, 2 deletions, 1 move, read as accepted",
        "the file's tracked changes",
    )


def test_tracked_changes_read_as_they_were() -> None:
    assert body_of(word_file(CHANGED), Revisions.ORIGINAL) == ORIGINAL


def test_both_readings_are_two_versions_of_one_source() -> None:
    first, second = outcomes_of(word_file(CHANGED), "dam.docx", Settings(revisions=Revisions.BOTH))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert [texts(each, BlockRole.BODY) for each in (first, second)] == [ORIGINAL, ACCEPTED]
    assert [each.id for each in (first, second)] == ["dam-original", "dam-accepted"]
    assert [each.version for each in (first, second)] == [1, 2]
    assert [each.source for each in (first, second)] == ["dam", "dam"]
    assert told(first, "source") == [("dam", "the file's name")]
    assert first.updated == second.updated == dt.date(2026, 3, 5)
    assert told(second, "updated") == [("2026-03-05", "the day of the last tracked change")]


@pytest.mark.parametrize(
    ("body", "readings"),
    [
        (paragraph(LEDE), 1),
        (paragraph(LEDE, change("ins", "  ")), 1),
        (paragraph(change("ins", LEDE)), 1),
        (paragraph(change("del", LEDE)), 1),
        (paragraph(LEDE, f"<w:ins>{change('del', 'gone')}</w:ins>"), 1),
        (paragraph(LEDE, change("ins", " It rained.")), 2),
    ],
)
def test_both_gives_two_only_where_they_differ(body: str, readings: int) -> None:
    assert len(outcomes_of(word_file(body), "a.docx", Settings(revisions=Revisions.BOTH))) == readings


def test_rows_and_formatting_that_were_changed() -> None:
    def row(text: str, how: str = "") -> str:
        return f"<w:tr><w:trPr>{how}</w:trPr><w:tc>{paragraph(text)}</w:tc><w:tc>{paragraph('1')}</w:tc></w:tr>"

    changed = '<w:rPrChange w:id="9"><w:rPr><w:b/></w:rPr></w:rPrChange>'
    body = paragraph(run(LEDE, changed)) + f"<w:tbl>{row('A')}{row('B', '<w:ins/>')}{row('C', '<w:del/>')}</w:tbl>"
    assert body_of(word_file(body)) == [LEDE, "A | 1", "B | 1"]
    assert body_of(word_file(body), Revisions.ORIGINAL) == [LEDE, "A | 1", "C | 1"]
    assert body_of(word_file(paragraph(run(LEDE, changed)))) == [LEDE]
    assert not told(document_of(word_file(paragraph(run(LEDE, changed))), "a.docx"), "status")


def field(code: str, result: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{code}<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


CODE = "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>"
BOX = f"<w:txbxContent>{paragraph('A box said 14 boats were out.')}</w:txbxContent>"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (run("see", "<w:vanish/>"), ""),
        (run("not", '<w:vanish w:val="0"/>'), "not"),
        (run("styled", '<w:rStyle w:val="Gone"/>'), ""),
        ("<w:r><w:t>10</w:t><w:noBreakHyphen/><w:t>year</w:t></w:r>", "10\u2011year"),
        ("<w:r><w:t>hy</w:t><w:softHyphen/><w:t>phen</w:t></w:r>", "hyphen"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a b"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>', "°"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>', ""),
        ('<w:r><w:sym w:font="Arial" w:char="20AC"/></w:r>', "€"),
        (f'<w:hyperlink r:id="rId9" xmlns:r="x">{run("linked")}</w:hyperlink>', "linked"),
        (field(CODE, "result"), "result"),
        (field(field(CODE, "inner") + CODE, "outer"), "outer"),
        (f'<w:fldSimple w:instr="PAGE">{run("7")}</w:fldSimple>', "7"),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("never ended"), "never ended"),
        (f"<w:smartTag><w:sdt><w:sdtContent>{run('inside')}</w:sdtContent></w:sdt></w:smartTag>", "inside"),
        (f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Type here')}</w:sdtContent></w:sdt>", ""),
        (
            f"<mc:AlternateContent><mc:Choice>{run('1')}</mc:Choice><mc:Fallback>{run('2')}</mc:Fallback></mc:AlternateContent>",
            "1",
        ),
        ("<w:r><w:object><w:t>embedded</w:t></w:object></w:r>", ""),
        ('<w:r><w:commentReference w:id="0"/><w:lastRenderedPageBreak/><w:t>x</w:t></w:r>', "x"),
        (f"<w:ruby><w:rt>{run('ann')}</w:rt><w:rubyBase>{run('base')}</w:rubyBase></w:ruby>", "base"),
    ],
)
def test_what_a_reader_sees_of_a_paragraph(written: str, shown: str) -> None:
    styles = '<w:style w:type="character" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>'
    document = document_of(
        word_file(paragraph("The word [", written, "] was said here on Tuesday."), styles=styles), "a.docx"
    )
    assert document.text == f"The word [{shown}] was said here on Tuesday."


def test_text_boxes_are_read_once_after_their_paragraph() -> None:
    shape = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = document_of(word_file(paragraph(LEDE, shape) + paragraph(NEXT)), "a.docx")
    assert texts(document, BlockRole.BODY) == [LEDE, "A box said 14 boats were out.", NEXT]
    assert document.landmark_at(document.text.index("A box")) == "text box after paragraph 1"


def test_notes_stand_at_the_end_in_the_order_of_their_marks() -> None:
    def mark(kind: str, number: int) -> str:
        return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'

    def note(kind: str, number: int, text: str) -> str:
        return f'<w:{kind} w:id="{number}">{paragraph(text)}</w:{kind}>'

    body = paragraph(LEDE, mark("footnote", 3), mark("endnote", 1)) + paragraph(NEXT, mark("footnote", 2))
    body += paragraph("Gone.", f"<w:del>{mark('footnote', 4)}</w:del>")
    separator = f'<w:footnote w:id="0" w:type="separator">{paragraph("____")}</w:footnote>'
    notes = [note("footnote", n, f"Note {n} was counted at noon.") for n in (2, 3, 4)]
    ends = note("endnote", 1, "The end note was counted at dusk.")
    document = document_of(word_file(body, footnotes=separator + "".join(notes), endnotes=ends), "a.docx")
    assert texts(document, BlockRole.BODY)[-3:] == [
        "Note 3 was counted at noon.",
        "The end note was counted at dusk.",
        "Note 2 was counted at noon.",
    ]
    assert document.landmark_at(document.text.index("Note 3")) == "footnote 1"
    assert document.landmark_at(document.text.index("Note 2")) == "footnote 2"
    assert document.landmark_at(document.text.index("The end")) == "endnote 1"


def test_styles_of_other_names_are_followed_to_what_they_are_based_on() -> None:
    def style(number: str, name: str, more: str = "") -> str:
        return f'<w:style w:type="paragraph" w:styleId="{number}"><w:name w:val="{name}"/>{more}</w:style>'

    styles = style("Titel", "Title") + style("Kop", "Our Big Line", '<w:basedOn w:val="Titel"/>')
    styles += style("Lvl", "Ours", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>') + style(
        "Loop", "L", '<w:basedOn w:val="Loop"/>'
    )
    styles += style("Inh", "toc 1") + style("Bes", "caption") + style("Weg", "W", "<w:rPr><w:vanish/></w:rPr>")
    body = paragraph("Dam breaks", style="Kop") + paragraph("Contents 3", style="Inh") + paragraph(LEDE, style="Loop")
    body += paragraph("Between", style="Lvl") + paragraph(NEXT) + paragraph("Hidden away.", style="Weg")
    body += paragraph("The dam on Tuesday.", style="Bes")
    document = document_of(word_file(body, styles=styles), "a.docx")
    assert document.title == "Dam breaks"
    assert texts(document, BlockRole.BODY) == [LEDE, NEXT]
    assert texts(document, BlockRole.SUBHEAD) == ["Between"]
    assert texts(document, BlockRole.FURNITURE) == ["Contents 3"]
    assert texts(document, BlockRole.CAPTION) == ["The dam on Tuesday."]
    assert "Hidden" not in document.text


def test_a_table_that_lays_out_the_story_is_its_paragraphs() -> None:
    cell = f"<w:tc>{paragraph(LEDE)}{paragraph(NEXT)}{paragraph('It rained, he said.')}</w:tc>"
    body = f"<w:tbl><w:tr>{cell}<w:tc><w:p/></w:tc></w:tr></w:tbl>"
    assert body_of(word_file(body)) == [LEDE, NEXT, "It rained, he said."]


def test_a_form_on_top_is_not_the_story() -> None:
    form = f"<w:tbl><w:tr><w:tc>{paragraph('Slug')}</w:tc><w:tc>{paragraph('DAM')}</w:tc></w:tr></w:tbl>"
    assert body_of(word_file(form + paragraph(LEDE) + paragraph(NEXT))) == [LEDE, NEXT]


def test_a_strict_file_and_a_part_of_another_name() -> None:
    members = word_parts(paragraph(LEDE))
    text = str(members.pop("word/document.xml")).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    members["_rels/.rels"] = str(members["_rels/.rels"]).replace('"word/document.xml', '"/word/document2.xml')
    assert body_of(zipped({**members, "word/document2.xml": text})) == [LEDE]


def test_a_broken_part_beside_the_text_is_told_and_the_text_is_read() -> None:
    members = word_parts(paragraph(LEDE), footnotes="")
    members["word/footnotes.xml"] = "<w:footnotes"
    problem, document = outcomes_of(zipped(members), "a.docx")
    assert isinstance(problem, Malformed)
    assert problem.where.startswith("a.docx, word/footnotes.xml")
    assert isinstance(document, Document)
    assert document.text == LEDE


def test_parts_that_lack_what_the_format_asks_for() -> None:
    members = word_parts(paragraph(LEDE), comments=f'<w:comment w:id="1">{paragraph("Who says so?")}</w:comment>')
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    relation = f'<Relationship Id="c" Type="{kind}" Target="core.xml"/></Rel'
    members |= {"_rels/.rels": str(members["_rels/.rels"]).replace("</Rel", relation), "core.xml": "<x><title/></x>"}
    document = document_of(zipped(members), "a.docx")
    assert document.title == ""
    assert texts(document, BlockRole.FURNITURE) == ["Comment: Who says so?"]


def test_macros_links_and_pictures_are_not_even_unpacked() -> None:
    members = word_parts(paragraph(LEDE))
    members["word/vbaProject.bin"] = b"\x00" * 5000
    members["word/_rels/document.xml.rels"] = str(members["word/_rels/document.xml.rels"]).replace(
        "</Rel",
        '<Relationship Id="a" Type="x/attachedTemplate" Target="http://example.org/t.dotm" TargetMode="External"/>'
        '<Relationship Id="b" Type="x/image" Target="NULL"/>'
        '<Relationship Id="c" Type="x/styles" Target="../../../s"/></Rel',
        1,
    )
    data = zipped(members)
    # What is not unpacked can be as broken as it likes.
    at = data.index(b"word/vbaProject.bin") + len("word/vbaProject.bin")
    assert body_of(data[:at] + b"\xff\xff" + data[at + 2 :]) == [LEDE]
