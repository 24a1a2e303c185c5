"""RSS 2.0, RSS 1.0 and Atom: one document an entry, whole texts and summaries, and what feeds get wrong."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import example, given

from discrepancy.errors import EmptyInput, InputError, Malformed, TooLarge, Unsafe
from discrepancy.loaders.entries.outlets import outlet_of
from discrepancy.loaders.feed import LOADER
from discrepancy.loaders.intake.given import Outcome
from discrepancy.loaders.intake.registry import claimant
from discrepancy.model import BlockRole, Document, Skipped
from tests.loaders.fuzzing import broken, hold_up
from tests.loaders.giving import collected, given_of, outcomes_of, texts, told

SAMPLES = Path(__file__).with_name("samples")
RSS, RDF, ATOM = (SAMPLES / f"feed_{name}.xml" for name in ("rss", "rdf", "atom"))
PLUS_ONE = dt.timezone(dt.timedelta(hours=1))
LEAD = "The council of Skelby closes two schools in June."
MORE = ("About 340 pupils will move to Harrow Road.", "Parents had asked for a delay until 2028.")


def rss(*items: str, head: str = "", space: str = "") -> bytes:
    entries = "".join(f"<item>{item}</item>" for item in items)
    names = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"'
    text = f'{head}<rss version="2.0" {names} {space}><channel><title>Courier</title>{entries}</channel></rss>'
    return text.encode()


def item(
    description: str, more: str = "", title: str = "Schools close", link: str = "https://courier.example/1"
) -> str:
    return f"<title>{title}</title><link>{link}</link><description>{description}</description>{more}"


def test_a_feed_that_was_made_to_keep_its_reader_busy(monkeypatch: pytest.MonkeyPatch) -> None:
    names = "".join(f'<y{number}:a xmlns:y{number}="urn:x"/>' for number in range(600))
    (outcome,) = outcomes_of(rss(item(LEAD, names)), "feed.xml")
    assert isinstance(outcome, Unsafe)
    (outcome,) = outcomes_of(rss(item(LEAD, names)).replace(b"</rss>", b"&</rss"), "feed.xml")
    assert isinstance(outcome, InputError)
    monkeypatch.setattr("discrepancy.loaders.entries.xml_feed._MOST_ENTRIES", 2)
    (outcome,) = outcomes_of(rss(*[item(LEAD)] * 3), "feed.xml")
    assert isinstance(outcome, TooLarge)


def full(html: str) -> str:
    return f"<content:encoded><![CDATA[{html}]]></content:encoded>"


def documents(data: bytes, name: str = "feed.xml") -> list[Document]:
    found = outcomes_of(data, name)
    assert all(isinstance(each, Document) for each in found), found
    return [each for each in found if isinstance(each, Document)]


def only(data: bytes) -> Document:
    (document,) = documents(data)
    return document


@pytest.fixture(scope="module")
def of_rss() -> list[Outcome]:
    return outcomes_of(RSS.read_bytes(), "courier.xml")


def test_an_entry_with_its_whole_text(of_rss: list[Outcome]) -> None:
    document = of_rss[0]
    assert isinstance(document, Document)
    assert (document.id, document.path) == ("courier-1", "courier.xml#1")
    assert document.title == "Fire on Skelby ferry injures 14 & delays traffic"
    assert document.source == "Skelby Courier"
    assert document.authors == ("Maren Toft", "Ilse Karr")
    assert document.published == dt.datetime(2026, 3, 3, 10, 15, tzinfo=PLUS_ONE)
    assert document.updated == dt.datetime(2026, 3, 3, 12, 30, tzinfo=PLUS_ONE)
    assert document.address == "https://courier.example/ferry-fire"
    assert not document.partial
    assert texts(document, BlockRole.HEADLINE) == [document.title]
    assert texts(document, BlockRole.SUMMARY) == [
        "An engine room fire stopped the morning crossing. It was the second in a month."
    ]
    assert texts(document, BlockRole.BODY) == [
        "A fire in the engine room of the ferry Tarn Star injured 14 people on Tuesday, the operator said.",
        "The ship had 212 passengers on board.",
        "It reached the port at 07:30.",
    ]
    assert texts(document, BlockRole.SUBHEAD) == ["Second fire"]
    assert texts(document, BlockRole.CAPTION) == [
        "Passengers wait on the pier.",
        "The ferry Tarn Star in the port of Skelby.",
    ]
    assert texts(document, BlockRole.CREDIT) == ["Jory Penn"]
    assert texts(document, BlockRole.FURNITURE) == [
        "Read more: Ferry line to close",
        "The post Fire on Skelby ferry appeared first on Skelby Courier.",
    ]
    assert "injured = 99" not in document.text
    assert document.landmark_at(document.text.index("212 passengers")) == "entry 1, paragraph 4"
    assert document.landmark_at(document.text.index("Jory Penn")) == "entry 1, media:credit"


def test_what_is_known_of_an_entry_and_where_it_stood(of_rss: list[Outcome]) -> None:
    document = of_rss[0]
    assert isinstance(document, Document)
    assert told(document, "identifier") == [("courier:4711", "RSS guid")]
    assert [value for value, _ in told(document, "subject")] == ["Harbour", "Accidents"]
    assert told(document, "published") == [("Tue, 03 Mar 2026 10:15:00 +0100", "RSS pubDate")]
    assert told(document, "usage terms") == [("Copyright 2026 Skelby Courier", "rights of the RSS feed")]
    assert told(document, "status") == []


def test_a_summary_is_marked_as_one_and_names_where_it_comes_from(of_rss: list[Outcome]) -> None:
    document = of_rss[1]
    assert isinstance(document, Document)
    assert document.partial
    assert told(document, "status") == [("summary only", "the text of the entry")]
    assert told(document, "source") == [
        ("Larkmoor Press Agency", "RSS source"),
        ("Skelby Courier", "title of the RSS feed"),
    ]
    assert document.authors == ("Bo Arne",)
    assert document.published == dt.datetime(2026, 3, 2, 18, tzinfo=dt.UTC)


def test_what_is_no_article_is_passed_over_with_its_number_and_line(of_rss: list[Outcome]) -> None:
    assert of_rss[2:] == [
        Skipped("courier.xml#3", "a recording, not an article (line 44)"),
        Skipped("courier.xml#4", "a title without text (line 50)"),
    ]


def test_rdf_in_its_old_encoding() -> None:
    document = only(RDF.read_bytes())
    assert document.published == dt.datetime(2026, 3, 1, 9, tzinfo=PLUS_ONE)
    assert told(document, "published") == [("2026-03-01T09:00:00+01:00", "dc:date")]
    assert document.updated is None
    assert document.partial
    assert document.authors == ("Bo Arne",)


def test_atom() -> None:
    first, second, third = outcomes_of(ATOM.read_bytes(), "post.atom")
    assert isinstance(first, Document)
    assert first.title == "Ferry fire: 14 injured"
    assert first.published == dt.datetime(2026, 3, 3, 9, tzinfo=dt.UTC)
    assert first.updated == dt.datetime(2026, 3, 3, 12, tzinfo=dt.UTC)
    assert texts(first, BlockRole.BODY)[1] == "Of 212 passengers, 9 were taken to hospital in Vessholm."
    assert texts(first, BlockRole.SUMMARY) == []
    assert told(first, "subject") == [("Harbour", "Atom category")]
    assert isinstance(second, Document)
    assert second.partial
    assert (second.published, second.updated) == (None, dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC))
    assert isinstance(third, Skipped)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xml", RSS.read_bytes()),
        ("a.rss", RSS.read_bytes()),
        ("a", ATOM.read_bytes()),
        ("a.txt", RDF.read_bytes()),
        ("a.json", b"\xef\xbb\xbf\n" + ATOM.read_bytes().partition(b"?>")[2]),
        ("a.atom", b'<entry xmlns="http://www.w3.org/2005/Atom"><title>T</title></entry>'),
        ("a.rss", RSS.read_text(encoding="utf-8").replace("UTF-8", "UTF-16").encode("utf-16")),
    ],
)
def test_a_feed_is_known_by_its_content(name: str, data: bytes) -> None:
    assert claimant(Path(name), data[:65_536]) is LOADER


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Rss feeds are read by few.",
        b"<html><body>rss</body></html>",
        b"<feed><entry>not Atom</entry></feed>",
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>',
        b'{"rss": 1}',
    ],
)
def test_what_is_no_feed_is_not_claimed(data: bytes) -> None:
    assert not LOADER.claims(Path("a.xml"), data)


PARAGRAPHS = "".join(f"&lt;p&gt;{each}&lt;/p&gt;" for each in (LEAD, *MORE))


@pytest.mark.parametrize(
    ("items", "partial"),
    [
        ([item(LEAD)], True),
        ([item(f"{LEAD} About 340 pupils…")], True),
        ([item(PARAGRAPHS)], False),
        ([item(PARAGRAPHS + "&lt;p&gt;Parents said [&amp;hellip;]&lt;/p&gt;")], True),
        ([item(PARAGRAPHS + '&lt;a href="/1"&gt;Continue reading&lt;/a&gt;')], True),
        ([item(PARAGRAPHS), item(LEAD, full(f"<p>{LEAD}</p><p>{MORE[0]}</p>"))], True),
        ([f"<description>{LEAD}</description>"], False),
        ([item(LEAD, full(f"<p>{LEAD}</p><p>{MORE[0]}</p>"))], False),
        ([item(LEAD, full(f"<p>{LEAD} About 340 [...]</p>"))], True),
        ([item("", full(f"<p>{LEAD}</p>" * 5 + "<p>And the rest is silence…</p>"))], False),
        ([item(f"{LEAD} " + "The debate went on for hours that night. " * 25)], False),
    ],
    ids=[
        "one paragraph with a link", "dots", "three paragraphs", "dots in brackets", "continue reading",
        "content elsewhere", "complete in itself", "content", "content cut off", "an article that trails off", "long",
    ],
)  # fmt: skip
def test_a_summary_is_told_from_a_whole_text(items: list[str], partial: bool) -> None:
    assert documents(rss(*items))[0].partial is partial


def test_a_pointer_to_the_whole_text_is_furniture() -> None:
    document = only(rss(item(f"{LEAD} Read the full story at courier.example")))
    assert texts(document, BlockRole.BODY) == [LEAD]
    assert texts(document, BlockRole.FURNITURE) == ["Read the full story at courier.example"]


def test_reading_more_in_a_sentence_is_not_a_pointer() -> None:
    said = "The minister told pupils to read more books."
    assert texts(only(rss(item(LEAD, full(f"<p>{LEAD}</p><p>{said}</p>")))), BlockRole.BODY) == [LEAD, said]


def test_a_pictures_title_and_text_are_not_the_entrys() -> None:
    media = "<media:title>IMG_0815</media:title><media:description>Pupils in the yard.</media:description>"
    first = f'<media:content medium="image">{media}</media:content>'
    document = only(rss(first + item(LEAD)))
    assert document.title == "Schools close"
    assert texts(document, BlockRole.BODY) == [LEAD]
    assert texts(document, BlockRole.CAPTION) == ["Pupils in the yard."]


def test_a_films_text_is_no_caption_and_no_article() -> None:
    said = "<media:description>See!</media:description>"
    film = f'<media:group><media:content medium="video">{said}</media:content></media:group>'
    assert isinstance(outcomes_of(rss(item("", film)), "a.rss")[0], Skipped)


def test_a_caption_of_older_wordpress_is_one() -> None:
    html = f'<p>{LEAD}</p><div class="wp-caption"><p class="wp-caption-text">The yard.</p></div><p>{MORE[0]}</p>'
    assert texts(only(rss(item("", full(html)))), BlockRole.CAPTION) == ["The yard."]


def test_plain_text_with_ampersands_and_signs() -> None:
    document = only(
        rss(item("Profits at Tarn &amp;amp; Sons fell, 5 &amp;lt; 6.\n\nShares fell.", title="Q&amp;amp;A: ports"))
    )
    assert document.title == "Q&A: ports"
    assert texts(document, BlockRole.BODY)[0] == "Profits at Tarn & Sons fell, 5 < 6."


def test_bytes_win_over_a_declared_encoding() -> None:
    head = '<?xml version="1.0" encoding="ISO-8859-1"?>'
    assert "Zoë" in only(rss(item("Zoë Karr said so."), head=head)).text
    latin = rss(item("Zoë Karr said so."), head='<?xml version="1.0" encoding="UTF-8"?>').decode().encode("cp1252")
    assert "Zoë" in only(latin).text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Tue, 3 Mar 2026 10:15 EST", dt.datetime(2026, 3, 3, 15, 15, tzinfo=dt.UTC)),
        ("2026-03-03T10:15:00.000Z", dt.datetime(2026, 3, 3, 10, 15, tzinfo=dt.UTC)),
        ("2026-március-03T9:15-05:00", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("soon", None),
        ("Mon, 01 Jan 0001 00:00:00 +0000", None),
    ],
)
def test_times_as_feeds_write_them(written: str, read: dt.datetime | None) -> None:
    assert only(rss(item(LEAD, f"<pubDate>{written}</pubDate>"))).published == read


def test_a_feed_that_breaks_xml_is_read_as_readers_read_it() -> None:
    data = rss(item("Profits at Tarn & Sons fell & fell."), item(LEAD)).replace(b"/1<", b"/1?a=1&b=2<")
    first, second = documents(data)
    assert texts(first, BlockRole.BODY) == ["Profits at Tarn & Sons fell & fell."]
    assert first.address == "https://courier.example/1?a=1&b=2"
    assert texts(second, BlockRole.BODY) == [LEAD]


def test_of_a_feed_that_is_cut_off_the_whole_entries_are_read() -> None:
    data = rss(item(LEAD), item(MORE[0], title="Pupils move"))
    first, error = outcomes_of(data[: data.index(b"340")], "feed.xml")
    assert isinstance(first, Document)
    assert isinstance(error, Malformed)
    assert error.where.startswith("feed.xml, line 1, column ")
    assert "cut off after its entry 1," in error.what
    assert "cut off" in error.remedy


def test_bad_files_say_what_is_wrong_and_where() -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    cases: list[tuple[bytes, type[InputError]]] = [
        (rss(item("&b;"), head=bomb), Unsafe),
        (rss(item(LEAD), head='<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>'), Unsafe),
        (rss(), EmptyInput),
        (rss(item(LEAD))[:120], Malformed),
        (b'<rss version="2.0"><channel>' + b"<a>" * 500, Unsafe),
        (rss("<a>" * 250 + "</a>" * 250), Unsafe),
    ]
    for data, kind in cases:
        (error,) = outcomes_of(data, "feed.xml")
        assert type(error) is kind, (data[:80], error)
        assert error.where.startswith("feed.xml")
        assert error.remedy


def test_a_bad_entry_leaves_the_others() -> None:
    deep = full("<div>" * 400 + LEAD)
    long = full(f"<p>{LEAD}</p>" * 11_000)
    found = outcomes_of(rss(item("", deep), item(LEAD), item("", long)), "feed.xml")
    assert [type(each) for each in found] == [Unsafe, Document, TooLarge]
    assert isinstance(found[0], InputError)
    assert found[0].where == "feed.xml#1"


def test_nothing_that_looks_like_an_address_or_a_path_is_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_bytes(rss(item(LEAD)))
    with pytest.raises(InputError):
        list(LOADER.load(given_of(str(secret).encode(), "feed.xml")))


def test_a_doctype_without_entities_is_harmless() -> None:
    head = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://feeds.example/rss-0.91.dtd">'
    assert texts(only(rss(item(f"{LEAD}&nbsp;{MORE[0]}"), head=head)), BlockRole.BODY)[0].startswith(LEAD)


def test_long_runs_cost_no_more_than_their_length() -> None:
    author = f"<author>{'a' * 300_000}</author>"
    spaces = full(f"<p>{LEAD}</p>{' ' * 300_000}<br{'<br ' * 50_000}")
    broken_feed = rss(item(LEAD, author), item(LEAD)).replace(b"</rss>", b"\n" * 300_000)
    for data in (rss(item(LEAD, author)), rss(item("", spaces)), broken_feed):
        hold_up(LOADER, data, "feed.xml")


def test_hundreds_of_entries_are_soon_read() -> None:
    html = full("".join(f"<p>{each}</p>" for each in (LEAD, *MORE)))
    assert len(hold_up(LOADER, rss(*[item(LEAD, html)] * 300), "feed.xml")) == 300


def test_the_whole_way_through_a_folder(tmp_path: Path) -> None:
    (tmp_path / "courier.xml").write_bytes(RSS.read_bytes())
    loaded = collected(tmp_path)
    assert [document.id for document in loaded.documents] == ["courier-1", "courier-2"]
    assert [entry.path for entry in loaded.skipped] == ["courier.xml#3", "courier.xml#4"]
    assert loaded.unread == ()


@example(data=b"\x00")
@given(broken([RSS.read_bytes(), ATOM.read_bytes(), RDF.read_bytes()]))
def test_nothing_but_documents_and_errors_of_ours(data: bytes) -> None:
    hold_up(LOADER, data, "feed.xml")


@pytest.mark.parametrize(
    ("title", "source"),
    [
        ("Severn Echo | Top stories", "Severn Echo"),
        ("The Severn Echo - Local", "The Severn Echo"),
        ("Local: Severn Echo", "Severn Echo"),
        ("Rowing - Latest", "Rowing - Latest"),
    ],
)
def test_a_section_beside_the_outlet_is_no_source(title: str, source: str) -> None:
    assert outlet_of(title, "https://www.severnecho.example/a") == source


def test_several_writers_in_one_field() -> None:
    creator = "<dc:creator>Ann Brink, Bo Ek and Cy Dahl</dc:creator>"
    data = rss(
        item("A short one.", more=creator + full("<p>It sank on Monday.</p>")),
        space=' xmlns:dc="http://purl.org/dc/elements/1.1/"',
    )
    assert only(data).authors == ("Ann Brink", "Bo Ek", "Cy Dahl")


def test_what_a_content_system_puts_into_the_text_is_no_text() -> None:
    html = (
        '<span class="field field--name-title">Ferry sinks</span><p>It sank on Monday.</p><figure><img><figcaption>'
        'The ferry in March. <em>Photo by Dina Roe</em></figcaption></figure><div class="sharedaddy">'
        "<h3>Share this:</h3></div>"
    )
    document = only(rss(item("A short one.", more=full(html))))
    assert texts(document, BlockRole.BODY) == ["It sank on Monday."]
    assert (texts(document, BlockRole.SUBHEAD), texts(document, BlockRole.CREDIT)) == ([], ["Photo by Dina Roe"])
