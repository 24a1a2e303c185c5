"""ANPA 1312 and IPTC 7901: a document for every message, told from other text, and what broken files get."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given

from discrepancy.errors import EmptyInput, InputError, NotText, TooLarge
from discrepancy.loaders.anpa import LOADER
from discrepancy.loaders.intake.given import Outcome
from discrepancy.loaders.intake.registry import claimant
from discrepancy.loaders.wires.wrapped import run_on
from discrepancy.model import BlockRole, Document
from tests.loaders.fuzzing import broken, hold_up
from tests.loaders.giving import document_of, given_of, outcomes_of, texts, told

SAMPLES = Path(__file__).with_name("samples")
ANPA = SAMPLES.joinpath("anpa.txt").read_bytes()
IPTC = SAMPLES.joinpath("anpa_7901.txt").read_bytes()
KILL = SAMPLES.joinpath("anpa_kill.txt").read_bytes()
EST = dt.timezone(dt.timedelta(hours=-5))
TEXT = "A ferry with 84 passengers sank off Tessel on Monday, and 12 people were missing."
MORE = "Two trawlers saved 72 people, the harbour master said."
HEADER = "a0123 r i bc-Ferry-Rescue 03-03 0456"
FRAMED = (
    b"\x16\x16\x01a0123\x1freg--\r\nr i\x13\x11 bc-Ferry-Rescue 2ndLd-Writethru 03-03 0456\r\n"
    b"\x02^BC-Ferry-Rescue, 2nd Ld-Writethru,456<\r\n^Ferry sinks off Tessel<\r\n"
    b"^By MARA QUILL=\r\n^AP Marine Writer=\r\n"
    b"\t   PORT TESSEL (AP) _ A ferry with 84 passengers sank off Tessel.\r\n\t   ``It sank,'' he said.\r\n"
    b"\x03AP-NY-03-03-26 0915EST<\r\n\x04\r\n"
    b"\x16\x16\x01eca0027 3 i 61  dpa 0142\r\n\r\nAccidents/Netherlands/\r\n\x02Caf\xe9 on ferry burns\r\n\r\n"
    b"Two trawlers saved 72 people, the harbour master said.\r\n\x03030915 GMT Mar 26\r\n\x04"
)


def read(*lines: str) -> Document:
    return document_of("\n".join((HEADER, *lines)).encode(), "wire.txt")


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.role.value, document.text[block.start : block.end]) for block in document.blocks]


@pytest.fixture(scope="module")
def sample() -> list[Outcome]:
    return outcomes_of(ANPA, "ferry.txt")


@pytest.fixture(scope="module")
def story(sample: list[Outcome]) -> Document:
    assert isinstance(sample[0], Document)
    return sample[0]


def test_the_text_in_blocks(story: Document) -> None:
    assert blocks(story) == [
        ("furniture", "BC-Ferry-Rescue, 1st Ld-Writethru,456"),
        ("headline", "Ferry sinks off Tessel, 12 missing"),
        ("furniture", "AP Photo TES101, TES102"),
        ("correction", "Eds: Corrects number of passengers to 84 in 1st graf. With AP Photos."),
        ("credit", "By MARA QUILL and JOOST ANKER"),
        ("credit", "Associated Press Writers"),
        ("dateline", "PORT TESSEL, Netherlands (AP) —"),
        ("body", TEXT),
        ("body", "“The valve failed at about 9 p.m.,” captain Piet Zand said. “It was a ‘bad night’ — for all of us.”"),
        ("furniture", "UP NEXT"),
        ("body", "Two trawlers saved 72 people."),
        ("furniture", "-0-"),
    ]


def test_what_is_known(story: Document) -> None:
    assert (story.id, story.path, story.source) == ("ferry-1", "ferry.txt#1", "Associated Press")
    assert (story.title, story.authors) == ("Ferry sinks off Tessel, 12 missing", ("MARA QUILL", "JOOST ANKER"))
    assert story.published == dt.datetime(2026, 3, 3, 9, 15, tzinfo=EST)
    assert (story.dateline, story.version, story.partial) == ("PORT TESSEL, Netherlands", 1, False)
    assert told(story, "published") == [("2026-03-03T09:15:00-05:00", "the time of transmission")]
    assert told(story, "identifier") == [("a0123", "ANPA service level and number")]
    assert told(story, "slug") == [("Ferry-Rescue", "ANPA keyword")]
    assert told(story, "version") == [("1", "ANPA version")]
    assert told(story, "priority") == [("r (regular)", "ANPA priority")]
    assert told(story, "subject") == [("i", "ANPA category")]
    assert [value for value, _ in told(story, "note to editors")] == texts(story, BlockRole.CORRECTION)
    assert story.landmark_at(story.text.index("The valve")) == "line 10"


def test_a_take_is_a_part_of_an_article(sample: list[Outcome]) -> None:
    take = sample[1]
    assert isinstance(take, Document)
    assert (take.id, take.version, take.partial) == ("ferry-2", None, True)
    assert told(take, "version") == [("take 2 of 3", "ANPA keyword line")]
    assert told(take, "priority") == [("u (urgent)", "ANPA priority")]
    assert texts(take, BlockRole.BODY)[-1] == "The minister of transport promised an inquiry within a week."
    assert take.landmark_at(take.text.index("The minister")) == "line 21"


def test_iptc_7901() -> None:
    document = document_of(IPTC, "ferry.txt")
    assert blocks(document)[:4] == [
        ("furniture", "Accidents/Netherlands/"),
        ("headline", "Ferry sinks off Tessel, 12 missing"),
        ("correction", "(Updates throughout)"),
        ("credit", "By Mara Quill, dpa"),
    ]
    assert document.text.count(TEXT) == 1
    assert texts(document, BlockRole.FURNITURE)[-1] == "- Tel: +49-30-0000000"
    assert (document.source, document.authors) == ("dpa", ("Mara Quill",))
    assert document.published == dt.datetime(2026, 3, 3, 9, 15, tzinfo=dt.UTC)
    assert told(document, "priority") == [("4", "IPTC 7901 priority")]
    assert told(document, "slug") == [("Accidents/Netherlands", "IPTC 7901 keyword line")]
    assert told(document, "identifier") == [("eca0027", "IPTC 7901 source and number")]


def test_messages_in_their_frames_of_control_characters() -> None:
    one, two = outcomes_of(FRAMED, "line.dat")
    assert isinstance(one, Document)
    assert isinstance(two, Document)
    assert blocks(one) == [
        ("furniture", "BC-Ferry-Rescue, 2nd Ld-Writethru,456"),
        ("headline", "Ferry sinks off Tessel"),
        ("credit", "By MARA QUILL"),
        ("credit", "AP Marine Writer"),
        ("dateline", "PORT TESSEL (AP) —"),
        ("body", "A ferry with 84 passengers sank off Tessel."),
        ("body", "“It sank,” he said."),
    ]
    assert (one.version, told(one, "identifier")[0][0]) == (2, "a0123")
    assert (two.title, two.source, texts(two, BlockRole.BODY)) == ("Café on ferry burns", "dpa", [MORE])
    assert two.published == dt.datetime(2026, 3, 3, 9, 15, tzinfo=dt.UTC)


def test_a_kill_is_read_and_says_so() -> None:
    document = document_of(KILL, "kill.txt")
    assert told(document, "status") == [("killed", "ANPA keyword line")]
    assert texts(document, BlockRole.CORRECTION)[0].startswith("Kill the story slugged BC-Ferry-Rescue")
    assert document.published == dt.datetime(2026, 3, 3, 10, 15, tzinfo=EST)


@pytest.mark.parametrize(
    "first",
    [
        HEADER,
        "W2870asian\nf l BC-LT--Ferry-RescueB     03-03 1049",
        "r z BC-EU--Ferry 1stLd-Writethru   03-03 0500",
        "^BC-Ferry-Rescue, 1st Ld-Writethru,416<",
        "BC-Ferry-Rescue, 3rd Ld-Writethru, 416",
        "eca0001 4 rs 46  dpa 0027",
        "ZCZC\na0123 r i bc-Ferry-Rescue 03-03 0456",
        "\ufeff" + HEADER,
        "\r\n\r\n" + HEADER,
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a", "a.dat"])
def test_the_content_tells_the_format(first: str, name: str) -> None:
    assert claimant(Path(name), f"{first}\n\nFerry sinks\n\n\t{TEXT}\n".encode()) is LOADER


@pytest.mark.parametrize(
    "text",
    [
        f"Ferry sinks off Tessel\n\n{TEXT}",
        f"A0123 is the ferry's number\n\n{TEXT}",
        f"BC-based ferry line sinks, loses 12\n\n{TEXT}",
        f"AP-backed ferry, 1949\n\n{TEXT}",
        f"Flight AB123 4 of 50 sank\n\n{TEXT}",
        "^ is a caret. <\n",
        "\x01\x02\x03\x04" * 300,
        "",
    ],
)
def test_other_text_is_not_claimed(text: str) -> None:
    assert not LOADER.claims(Path("a.anpa"), text.encode())


def test_a_message_without_any_marks() -> None:
    wrapped = ["Ferry sinks off Tessel", "By MARA QUILL", "AP Marine Writer", f"   PORT TESSEL (AP) -- {TEXT[:45]}"]
    document = read(*wrapped, TEXT[46:], f"   {MORE}")
    assert blocks(document) == [
        ("headline", "Ferry sinks off Tessel"),
        ("credit", "By MARA QUILL"),
        ("credit", "AP Marine Writer"),
        ("dateline", "PORT TESSEL (AP) —"),
        ("body", TEXT),
        ("body", MORE),
    ]


def test_a_headline_like_a_header_is_a_headline() -> None:
    assert read("X2000 ferry sinks", f"\t{TEXT}").title == "X2000 ferry sinks"


def test_long_lines_are_paragraphs_without_indents() -> None:
    assert texts(read("^Ferry sinks<", f"{TEXT} {MORE}", MORE), BlockRole.BODY) == [f"{TEXT} {MORE}", MORE]


def test_a_message_of_marked_lines_alone_has_its_text_among_them() -> None:
    document = read("^BC-Ferry-Rescue, 101<", "^Ferry sinks off Tessel<", f"^{TEXT}<", f"^{MORE}<")
    assert document.title == "Ferry sinks off Tessel"
    assert texts(document, BlockRole.BODY) == [TEXT, MORE]


def test_a_summary_stands_above_a_text() -> None:
    document = read("^Ferry sinks<", f"^{MORE}<", f"\t{TEXT}")
    assert [block.role.value for block in document.blocks] == ["headline", "summary", "body"]


def test_a_subhead_is_a_marked_line_in_the_text() -> None:
    assert texts(read("^Ferry sinks<", f"\t{TEXT}", "^THE SEARCH<", f"\t{MORE}"), BlockRole.SUBHEAD) == ["THE SEARCH"]


@pytest.mark.parametrize(
    ("line", "role", "status"),
    [
        ("Eds: Corrects the number of passengers.", BlockRole.CORRECTION, []),
        ("Eds: UPDATES with quote. Subs 3rd graf.", BlockRole.CORRECTION, []),
        ("Eds: Will be updated. With a photo of those killed.", BlockRole.FURNITURE, []),
        ("(Corrects number of passengers in first paragraph)", BlockRole.CORRECTION, []),
        ("MANDATORY KILL", BlockRole.CORRECTION, ["killed"]),
        ("CORRECTION", BlockRole.CORRECTION, ["correction"]),
        ("ADVISORY", BlockRole.CORRECTION, ["advisory"]),
        ("URGENT", BlockRole.FURNITURE, []),
        ("With AP Photos", BlockRole.FURNITURE, []),
        ("New video shows ferry", BlockRole.HEADLINE, []),
    ],
)
def test_lines_of_the_desk(line: str, role: BlockRole, status: list[str]) -> None:
    document = read(f"^{line}<", "^Ferry sinks off Tessel<", f"\t{TEXT}")
    assert line in texts(document, role)
    assert [value for value, _ in told(document, "status")] == status


def test_an_embargo_line_holds_the_message_back() -> None:
    document = read("^EMBARGOED until 1800 GMT<", "^Ferry sinks off Tessel<", f"\t{TEXT}")
    assert document.embargo == "EMBARGOED until 1800 GMT"
    assert document.title == "Ferry sinks off Tessel"


@pytest.mark.parametrize("mark", ["-0-", "-30-", "ENDIT", "NNNN", "___"])
def test_end_marks_are_no_text(mark: str) -> None:
    assert texts(read("^Ferry sinks<", f"\t{TEXT}", f"\t{mark}"), BlockRole.BODY) == [TEXT]


def test_more_to_come_makes_it_a_part() -> None:
    assert read("^Ferry sinks<", f"\t{TEXT}", "\tMORE").partial


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("AP-WF-03-03-26 0915GMT<", dt.datetime(2026, 3, 3, 9, 15, tzinfo=dt.UTC)),
        ("NY-03-03-26 2115EDT", dt.datetime(2026, 3, 3, 21, 15, tzinfo=dt.timezone(dt.timedelta(hours=-4)))),
        ("030915 Mar 26", dt.datetime(2026, 3, 3, 9, 15)),  # noqa: DTZ001 - no zone is told
        ("AP-NY-13-40-26 0915EST", None),
        ("AP-NY-03-03-26 0915XYZ", dt.datetime(2026, 3, 3, 9, 15)),  # noqa: DTZ001 - a zone that nobody knows
    ],
)
def test_times_of_transmission(line: str, expected: dt.datetime | None) -> None:
    assert read("^Ferry sinks<", f"\t{TEXT}", line).published == expected


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"\x01a0123\x1freg\r\n\x02\x03\x04", EmptyInput),
        (HEADER.encode() + b"\n\t" + b"\x00\xff\xfe\x81\x8d" * 4000, NotText),
        (HEADER.encode() + b"\n\t" + b"word " * 110_000, TooLarge),
        (HEADER.encode() + b"\n\tFerry" * 21_000, TooLarge),
        (HEADER.encode() + b"\n" * 2_000_000, TooLarge),
    ],
    ids=["nothing", "binary", "long", "lines", "huge"],
)
def test_bad_files_are_errors_that_say_where(data: bytes, error: type[InputError]) -> None:
    (outcome,) = outcomes_of(data, "wire.txt")
    assert isinstance(outcome, error)
    assert str(outcome).startswith("wire.txt")
    assert outcome.remedy.endswith(".")


def test_a_message_cut_off_is_read_as_far_as_it_goes() -> None:
    cut = ANPA[: ANPA.index(b"Two trawlers")]
    assert "captain Piet Zand said" in document_of(cut, "wire.txt").text


def test_a_bad_message_leaves_the_others_as_they_are() -> None:
    empty = b"\x01a0124\x1freg\r\n\x02\x03\x04\r\n"
    bad, good = outcomes_of(empty + FRAMED[: FRAMED.index(b"\x04") + 1], "line.dat")
    assert isinstance(bad, EmptyInput)
    assert bad.where == "line.dat#1"
    assert isinstance(good, Document)


def test_messages_follow_each_other_without_a_line_between() -> None:
    assert len(list(LOADER.load(given_of(FRAMED * 20, "line.dat")))) == 40


def test_more_messages_than_a_wire_sends_are_refused() -> None:
    (outcome,) = outcomes_of((b"\x01" + HEADER.encode() + b"\n\tIt sank.\n") * 2001, "line.dat")
    assert isinstance(outcome, TooLarge)
    assert "2,000 items" in outcome.what


@given(broken([ANPA, IPTC, KILL, FRAMED]))
def test_nothing_but_documents_and_errors_of_ours(data: bytes) -> None:
    hold_up(LOADER, data, "wire.txt")


def test_an_add_is_a_part_and_no_version() -> None:
    document = read("BC-Ferry, 1st Add,0212<", "   The ferry was built in 1998, its owner said on Monday.")
    assert (document.partial, document.version) == (True, None)


def test_copy_for_a_later_day() -> None:
    document = read(
        "^BC-Ferry--Census, ADV 08,0530<",
        "^$adv08<",
        "^For release Sunday, March 8, 2026, 12:01 a.m. EST, and thereafter<",
        "^Ferries counted<",
        "   The ferry was built in 1998, its owner said on Monday.",
    )
    assert (document.title, document.embargo[:26]) == ("Ferries counted", "For release Sunday, March ")
    assert told(document, "slug")[-1][0] == "Ferry--Census"


def test_a_long_line_of_the_head_leaves_wrapped_lines_together() -> None:
    document = read(
        "BC-Ferry-Correction, Correction,0158<",
        "Eds: Members who used BC-Ferry, sent on Monday of this week, are asked to use the following one.<",
        "   TESSEL (HBN) _ In a story Oct. 5 about a ferry that sank, Harbour News said",
        "in error that 46 people died. The correct number is 34.",
    )
    assert "about a ferry that sank, Harbour News said in error that 46" in blocks(document)[-1][1]


@pytest.mark.parametrize(
    ("line", "after", "whole"),
    [
        ("said the coast-", "guard of Orre", "said the coast-guard of Orre"),
        ("a man of 20-", "30 years", "a man of 20-30 years"),
        ("it sank -", "all were saved", "it sank - all were saved"),
        ("it sank --", "all were saved", "it sank -- all were saved"),
        ("it was 20-", '"30"', 'it was 20- "30"'),
        ("it sank", "fast", "it sank fast"),
    ],
)
def test_a_compound_that_is_broken_at_its_hyphen_is_whole(line: str, after: str, whole: str) -> None:
    assert run_on(line, after) == whole
