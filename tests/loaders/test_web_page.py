"""Web pages: what is read of a saved page, in the styles that sites and browsers write."""

import datetime as dt
import time
from pathlib import Path, PurePath

import pytest
from hypothesis import given

from discrepancy.errors import EmptyInput, InputError, Malformed, NotText, Unsafe
from discrepancy.loaders.web_page import LOADER
from discrepancy.model import BlockRole, Document
from tests.loaders.fuzzing import broken, hold_up
from tests.loaders.giving import document_of, outcomes_of, texts, told

SAMPLES = Path(__file__).parent / "samples"
ARTICLE = (SAMPLES / "web_article.html").read_bytes()
LIVE = (SAMPLES / "web_live.html").read_bytes()
LEDE = "The weir at Hollin will be mended for 2.4 million crowns, the river board said on Monday."
SECOND = "Work will begin on 4 May and take nine weeks, said the board's engineer, Ilka Rowe."
TITLE = "Weir at Hollin to be mended"


def page(body: str, head: str = "") -> bytes:
    """A page around some markup."""
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


def article(inside: str = "", *, below: str = "", head: str = "", title: str = TITLE) -> Document:
    """The document of a small article with something between its two paragraphs."""
    return document_of(page(f"<h1>{title}</h1><p>{LEDE}</p>{inside}<p>{SECOND}</p>{below}", head), "a.html")


def error_of(data: bytes) -> InputError:
    """Why a page can not be read."""
    (outcome,) = outcomes_of(data, "a.html")
    assert isinstance(outcome, InputError), outcome
    assert outcome.where.startswith("a.html")
    return outcome


@pytest.fixture(scope="module")
def full() -> Document:
    return document_of(ARTICLE, "web_article.html")


def test_text_by_role(full: Document) -> None:
    assert texts(full, BlockRole.HEADLINE) == ["Tarnport swing bridge closed after cracks found"]
    assert texts(full, BlockRole.SUMMARY) == [
        "Engineers say the crossing may stay shut for six weeks while girders are checked."
    ]
    assert [text[:24] for text in texts(full, BlockRole.BODY)] == [
        "The swing bridge over th",
        "The county’s chief engin",
        "A free ferry will run ev",
        "“We will not put one lor",
        "Cars are sent over the b",
        "Buses 4 and 9 stop on ei",
        "Crossing | Vehicles a da",
        "Swing bridge | 11,000",
        "Hollin bypass | 26,500",
        "The bridge was last clos",
    ]
    assert texts(full, BlockRole.SUBHEAD) == ["Ferry to run"]
    assert texts(full, BlockRole.CAPTION) == ["The swing bridge, built in 1908, carries 11,000 vehicles a day."]
    assert texts(full, BlockRole.CREDIT) == [
        "By Maud Ferriday and Ilse Kobrin",
        "Photograph: Per Olander/The Courier",
    ]
    assert texts(full, BlockRole.DATELINE) == ["3 March 2026, 7.42am", "Updated 3 March 2026, 11.15am"]
    assert texts(full, BlockRole.CORRECTION) == [
        "Correction: an earlier version of this article said that 40 cracks had been found. It was 14."
    ]


def test_what_is_not_the_article_is_furniture_or_left_out(full: Document) -> None:
    furniture = texts(full, BlockRole.FURNITURE)
    assert "Why the old lock gates leak" in furniture
    assert "We will not put one lorry on it until we know" in furniture
    assert "Read more: What the 2019 survey found" in furniture
    for outside in ("cookies", "nobody listened", "Lighthouse keeper", "paragraph of the article", "Switch on scripts"):
        assert outside not in full.text


def test_metadata_of_the_page_and_not_of_a_teaser(full: Document) -> None:
    assert told(full, "title")[0] == ("Tarnport swing bridge closed after cracks found", "JSON-LD headline")
    assert full.source == "The Tarnport Courier"
    assert full.authors == ("Maud Ferriday", "Ilse Kobrin")
    assert full.published == dt.datetime(2026, 3, 3, 7, 42, 10, tzinfo=dt.UTC)
    assert full.updated == dt.datetime(2026, 3, 3, 11, 15, tzinfo=dt.UTC)
    assert told(full, "published")[:2] == [
        ("2026-03-03T07:42:10+00:00", "JSON-LD datePublished"),
        ("2026-03-03T07:40:00+00:00", "Open Graph article:published_time"),
    ]
    assert full.address == "https://news.tarnport.example/coast/bridge-closed-cracks"
    assert not full.partial


def test_places_are_counted(full: Document) -> None:
    assert full.landmark_at(full.text.index("A free ferry")) == "paragraph 3"
    assert full.landmark_at(full.text.index("The swing bridge, built")) == "caption 1"


def test_live_page_keeps_the_order_and_the_times_of_its_posts() -> None:
    live = document_of(LIVE, "web_live.html")
    assert texts(live, BlockRole.DATELINE) == ["9.12am", "8.30am"]
    assert texts(live, BlockRole.SUBHEAD) == ["Trains stop north of Harl"]
    assert texts(live, BlockRole.SUMMARY) == ["4,000 homes are without power in the north."]
    assert [text[:12] for text in texts(live, BlockRole.BODY)] == ["No trains wi", "The network ", "It had said "]
    assert live.published == dt.datetime(2026, 1, 10, 6, tzinfo=dt.UTC)
    assert live.source == "Fellside Live"


def test_captions_of_a_gallery_are_the_article() -> None:
    figure = "<figure><img src=a.jpg><figcaption>{} <span>Photo: Ola Finch</span></figcaption></figure>"
    told_in = [
        "Visitors queue for the big wheel on Friday, when 12,000 came.",
        "A baker sells the last of 900 gingerbread geese.",
        "The runaway goose, caught by two constables near the band stand.",
    ]
    made = document_of(
        page("<h1>Goose fair</h1><div>" + "".join(figure.format(x) for x in told_in) + "</div>"), "a.html"
    )
    assert texts(made, BlockRole.CAPTION) == told_in
    assert texts(made, BlockRole.CREDIT) == ["Photo: Ola Finch"] * 3


@pytest.mark.parametrize(
    ("node", "below", "partial"),
    [
        ('"isAccessibleForFree":"False","hasPart":{"isAccessibleForFree":false,"cssSelector":".paid"}', "", True),
        ('"isAccessibleForFree":true', "", False),
        ('"wordCount":900', "", True),
        ('"author":"A"', '<div class="paywall"><p>Subscribe to continue reading.</p></div>', True),
        ('"author":"A"', '<div class="newsletter"><p>Subscribe to our letter.</p></div>', False),
    ],
)
def test_paid_page_is_partial(node: str, below: str, partial: bool) -> None:
    head = f'<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{TITLE}",{node}}}</script>'
    made = article(below=below, head=head)
    assert made.partial is partial
    assert bool(told(made, "status")) is partial
    assert texts(made, BlockRole.BODY) == [LEDE, SECOND]


def test_page_that_is_cut_off_is_partial() -> None:
    whole = page(f"<h1>{TITLE}</h1><p>{LEDE}</p><p>{SECOND}</p>")
    cut = document_of(whole[: whole.index(b"take nine") + 4], "a.html")
    assert cut.partial
    assert told(cut, "status") == [("a part of the article: the file is cut off", "the page")]


@pytest.mark.parametrize(
    "box",
    [
        "<aside><h3>Also</h3><p>Trout were seen in the Tarn for the first time since 1961.</p></aside>",
        '<div class="newsletter-signup"><p>Get our letter in your inbox every morning at six.</p></div>',
        "<div><p>Our best stories, every Sunday, with a drawing of a fish.</p><input type=email></div>",
        '<p class="related"><a href="/x">Trout were seen in the Tarn for the first time.</a></p>',
        f"<blockquote>{SECOND[:40]}</blockquote>",
        "<p hidden>Nobody is to see this sentence about the trout.</p>",
        '<div style="display: none"><p>Nobody is to see this sentence about the trout.</p></div>',
        "<noscript><p>Nobody is to see this sentence about the trout.</p></noscript>",
        '<span class="visually-hidden">Nobody is to see this sentence about the trout.</span>',
    ],
)
def test_what_stands_in_the_article_and_is_not_of_it(box: str) -> None:
    assert texts(article(box), BlockRole.BODY) == [LEDE, SECOND]


def test_dialogue_that_hides_the_page_from_readers_of_screens_does_not_hide_it_here() -> None:
    data = page(
        f'<div role="dialog"><p>We value your privacy and use cookies.</p></div><div aria-hidden="true">'
        f"<h1>{TITLE}</h1><p>{LEDE}</p><p>{SECOND}</p></div>"
    )
    assert texts(document_of(data, "a.html"), BlockRole.BODY) == [LEDE, SECOND]


def test_old_page_in_a_table_with_line_breaks() -> None:
    data = (
        b"<html><head><title>Mill fire kept burning - Vale Echo</title></head><body><table><tr><td><a href=/>Home</a>"
        b"</td></tr><tr><td width=150><a href=/b>Otters are back in the Lenn</a></td><td>"
        b"<b>Mill fire kept burning</b><br><i>By Hob Ransley, 14 May 2004</i>"
        b"<br><br>A fire at the mill was put out on Thursday, they said."
        b"<br><br>Sixty firefighters and 12 engines were at the scene.</td></tr></table></body></html>"
    )
    made = document_of(data, "a.htm")
    assert made.title == "Mill fire kept burning"
    assert made.source == "Vale Echo"
    assert made.authors == ("Hob Ransley",)
    assert made.published == dt.date(2004, 5, 14)
    assert [text[:10] for text in texts(made, BlockRole.BODY)] == ["A fire at ", "Sixty fire"]


def test_page_that_a_script_puts_together_is_read_from_its_metadata() -> None:
    node = f'{{"@type":"NewsArticle","headline":"{TITLE}","articleBody":"{LEDE}\\n\\n{SECOND}"}}'
    made = document_of(page('<div id="root"></div>', f'<script type="application/ld+json">{node}</script>'), "a.html")
    assert texts(made, BlockRole.BODY) == [LEDE, SECOND]
    assert texts(made, BlockRole.HEADLINE) == [TITLE]


LD = '<script type="application/ld+json">'


@pytest.mark.parametrize(
    ("head", "author", "source"),
    [
        (LD + '{"@type":"Article","headline":"%s","author":{"name":"Ann Lee"},}</script>', "Ann Lee", ""),
        (LD + '{"@type":"Article", broken</script><meta name="author" content="Ann Lee">', "Ann Lee", ""),
        ('<meta name="byl" content="Ann Lee"><meta property="og:site_name" content="The Vale">', "Ann Lee", "The Vale"),
        ('<meta name="author" content="https://x.example/a"><meta name="dc.creator" content="Ann Lee">', "Ann Lee", ""),
        (
            '<link rel="canonical" href="https://www.v.example/w"><meta name="byl" content="Ann Lee">',
            "Ann Lee",
            "v.example",
        ),
    ],
)
def test_metadata_in_its_order(head: str, author: str, source: str) -> None:
    made = article(head=head.replace("%s", TITLE))
    assert made.authors == (author,)
    assert made.source == source


def test_node_of_another_page_alone_is_not_believed() -> None:
    head = (
        '<link rel="canonical" href="https://vale.example/weir">' + LD + '{"@type":"NewsArticle",'
        '"headline":"Eels return to the fen","url":"https://vale.example/eels","datePublished":"2020-01-01"}</script>'
    )
    assert article(head=head).published is None


def test_microdata_and_byline() -> None:
    data = page(
        f'<div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">{TITLE}</h1>'
        f'<span itemprop="author" itemscope>By <span itemprop="name">Otto Vance</span></span>'
        f'<meta itemprop="datePublished" '
        f'content="2025-05-01T09:00:00+01:00"><p>{LEDE}</p><p>{SECOND}</p></div>'
    )
    made = document_of(data, "a.html")
    assert told(made, "author") == [("Otto Vance", "microdata author")]
    assert told(made, "published")[0] == ("2025-05-01T09:00:00+01:00", "microdata datePublished")


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ann Lee, Hollin · 21.08.2025, 14:36 · Reading time: 2 min", ("Ann Lee",)),
        ("by Ann Lee and Bo van der Ek", ("Ann Lee", "Bo van der Ek")),
        ("By Monday the river had fallen by two metres, and nobody was hurt.", ()),
    ],
)
def test_byline_on_the_page(line: str, authors: tuple[str, ...]) -> None:
    made = document_of(page(f"<h1>{TITLE}</h1><p>{line}</p><p>{LEDE}</p><p>{SECOND}</p>"), "a.html")
    assert made.authors == authors
    assert texts(made, BlockRole.CREDIT) == ([line] if authors else [])
    assert texts(made, BlockRole.BODY)[-2:] == [LEDE, SECOND]


WORDS = "The café at Hollin will be mended for £2.4m, “soon”, the board said on Monday, and nobody minds it."


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "iso-8859-1"),
        ("cp1252", "utf-8"),
        ("cp1252", "iso-8859-1"),
        ("cp1252", "windows-1251"),
        ("utf-8", "no-such-thing"),
        ("utf-8-sig", "cp1252"),
        ("utf-16", "utf-8"),
        ("utf-8", "base64"),
    ],
)
def test_wrong_declaration_makes_no_mojibake(encoding: str, declared: str) -> None:
    text = (
        f'<!doctype html><html><head><meta charset="{declared}"></head><body><h1>Tea</h1><p>{WORDS}</p></body></html>'
    )
    assert texts(document_of(text.encode(encoding), "a.html"), BlockRole.BODY) == [WORDS]


def test_bytes_of_windows_pasted_into_a_page_in_utf_8() -> None:
    data = page(f"<h1>Tea</h1><p>{WORDS}</p><p>Čapek said so at the Řeka and the Ústí, and it is SO.</p>")
    made = document_of(data.replace(b"SO.", b"don\x92t."), "a.html")
    assert "don’t." in made.text


def test_xhtml_with_a_prolog() -> None:
    data = (
        '<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Gulls</title></head><body><h2>Gulls</h2><p>{WORDS}</p>'
        "</body></html>"
    )
    assert (
        texts(document_of(data.replace("“soon”", "soon").encode("latin-1"), "a.dat"), BlockRole.BODY)[0][:8]
        == "The café"
    )


@pytest.mark.parametrize(
    ("name", "head", "claimed"),
    [
        ("a.html", b"<!DOCTYPE html><p>x", True),
        ("a.dat", b"\xef\xbb\xbf \n<!-- saved from url=(0014)about:internet -->\n<html>", True),
        ("a.txt", b"<p>One.</p><p>Two.</p>", True),
        ("a.txt", b"<p is what he wrote", False),
        ("a.md", b"<p align=center>x</p>", False),
        ("a.html", b"A tale of < and >.", False),
        ("a.xml", b'<?xml version="1.0"?><rss version="2.0"><channel>', False),
        ("a.html", b'<?xml version="1.0"?><feed xmlns="x"><div>x</div>', False),
        ("a.svg", b'<svg xmlns="x"><p>x</p></svg>', False),
        ("a.xml", b'<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "x"><nitf><head><body><p>x</p>', False),
        ("a.html", b"\x89PNG\r\n\x1a\n", False),
    ],
)
def test_known_by_its_content(name: str, head: bytes, claimed: bool) -> None:
    assert LOADER.claims(PurePath(name), head) is claimed


def test_pages_that_are_no_article() -> None:
    card = "<div><h2><a href='/{0}'>Story {0}</a></h2><p>The vote in place {0} was 21 to 19, it was said.</p></div>"
    index = error_of(page("<h1>The Vale</h1>" + "".join(card.format(n) for n in range(8))))
    assert isinstance(index, EmptyInput)
    assert index.what == "is a list of articles, no article."
    assert "save that page" in index.remedy
    sign_in = error_of(
        page("<h1>Sign in</h1><p>Please sign in to go on to your account.</p><form><input type=password></form>")
    )
    assert sign_in.what == "is a page to sign in on, no article."
    source = error_of(
        page("<table><tr><td class='line-number'>1</td><td class='line-content'>&lt;p&gt;x</td></tr></table>")
    )
    assert source.what == "is a browser's view of a page's source, no article."
    assert isinstance(error_of(page("<nav><a href=/>Home</a></nav>")), EmptyInput)


def test_bad_input() -> None:
    assert isinstance(error_of(b"<html><body>" + b"<div>" * 400 + b"<p>x"), Unsafe)
    assert isinstance(error_of(b"<html><body><p>" + b"\x00\x01\x02" * 900), NotText)
    assert isinstance(error_of(b"<html>"), EmptyInput | Malformed)


def test_ten_megabytes_of_data_and_a_hundred_levels_are_read_soon() -> None:
    deep = "<div>" * 100 + '<div class="c-article__body">'
    fat = ARTICLE.decode().replace("iVBORw0KGgo=", "A" * 5_000_000).replace('<div class="c-article__body">', deep)
    fat = fat.replace("</head>", '<script>var x = "' + "<p>Not this.</p>" * 350_000 + '"</script></head>')
    began = time.process_time()
    made = document_of(fat.encode(), "a.html")
    assert time.process_time() - began < 5
    assert texts(made, BlockRole.BODY)[0][:16] == "The swing bridge"
    assert "Not this" not in made.text


@given(broken([ARTICLE, LIVE]))
def test_nothing_but_documents_and_errors_of_ours(data: bytes) -> None:
    hold_up(LOADER, data, "sample.html")


def test_a_view_for_print_is_titled_by_its_heading() -> None:
    text = page(
        f"<b>The Weir Times</b><h2>{TITLE}</h2><font size=2>By ANN LEE<br>Staff Writer</font><p>{LEDE}<p>{SECOND}",
        "<title>The Weir Times: Print this page</title>",
    )
    document = document_of(text, "a.html")
    assert document.title == TITLE
    assert texts(document, BlockRole.HEADLINE) == [TITLE]
    assert texts(document, BlockRole.BODY) == [LEDE, SECOND]


def test_an_offer_in_a_wall_is_no_text() -> None:
    wall = (
        '<div class="paywall"><h2>Subscribe to continue reading</h2>'
        "<p>Get 12 weeks for one crown a week. Cancel any time.</p></div>"
    )
    document = article(below=wall)
    assert document.partial
    assert texts(document, BlockRole.BODY) == [LEDE, SECOND]


def test_paid_text_in_a_box_named_wall_is_kept() -> None:
    third = "The board had put the work off twice since 2019, its minutes show."
    document = article(below=f'<div class="paywall"><p>{third}</p></div>')
    assert texts(document, BlockRole.BODY) == [LEDE, SECOND, third]
