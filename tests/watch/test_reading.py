"""Bytes of a version to one document, with what the configuration says of its source."""

import datetime as dt
import io
import json
import zipfile

import pytest

from discrepancy.followed import SourceKind, Version, VersionState
from discrepancy.model import Document, SourceRole
from discrepancy.settings import HouseSource, Settings
from discrepancy.watch.reading import Read, read_version
from tests.watch.asking import NOW, source

AT = "https://courier.example/news/1"
LEDE = "The harbour board of Skelby said on Monday that 12 boats were lost in the storm, and two people were hurt."
MORE = [
    f"The storm of {year} had wrecked {boats} boats along the coast, and the town rebuilt its wall with stone."
    for year, boats in ((1987, 31), (1994, 8), (2003, 17), (2011, 5), (2019, 22))
]
WALL = (
    '<div class="paywall"><p>To continue reading, subscribe to the Skelby Courier.</p><a href="/s">Subscribe</a></div>'
)


SCRIPTED = (
    b"<html><body><script>go()</script><noscript>Enable JavaScript and cookies to continue</noscript></body></html>"
)


def page(*paragraphs: str, beside: str = "", head: str = "") -> bytes:
    text = "".join(f"<p>{each}</p>" for each in paragraphs)
    return (
        f"<!DOCTYPE html><html><head><title>Storm wrecks boats</title>{head}</head><body>"
        "<nav><a href='/'>Home</a></nav>"
        f"<article><h1>Storm wrecks boats</h1>{text}</article>{beside}</body></html>"
    ).encode()


def read(
    data: bytes,
    name: str = "page.html",
    before: Document | None = None,
    *,
    number: int = 3,
    settings: Settings | None = None,
    address: str = AT,
    **more: object,
) -> Read:
    version = Version(
        number=number, article="a", source="Courier", seen=NOW + dt.timedelta(hours=number), digest="d", address=address
    )
    return read_version(name, data, version, source(SourceKind.PAGE, AT, **more), settings or Settings(), before)


def document_of(told: Read) -> Document:
    assert told.document is not None
    return told.document


def test_a_page_is_a_document_of_its_source():
    told = read(page(LEDE, *MORE), role=SourceRole.RIVAL, family="Meridian")
    document = document_of(told)
    assert (told.state, told.why, told.same_words) == (VersionState.ARTICLE, "", False)
    assert (document.id, document.source, document.path, document.address) == ("v3", "Courier", AT, AT)
    assert (document.role, document.family) == (SourceRole.RIVAL, "Meridian")
    assert document.published == NOW + dt.timedelta(hours=3)


def test_the_newsrooms_own_copy_is_its_draft():
    assert document_of(read(page(LEDE, *MORE), own=True, role=SourceRole.WIRE)).role is SourceRole.DRAFT


def test_the_house_table_says_what_the_configuration_leaves_open():
    settings = Settings(sources=(HouseSource(known_as="courier.example", family="Meridian", role=SourceRole.WIRE),))
    known = document_of(read(page(LEDE, *MORE), settings=settings))
    assert (known.source, known.family, known.role) == ("Courier", "Meridian", SourceRole.WIRE)
    said = document_of(read(page(LEDE, *MORE), settings=settings, family="Own", role=SourceRole.RIVAL))
    assert (said.family, said.role) == ("Own", SourceRole.RIVAL)


@pytest.mark.parametrize(
    ("now", "same"),
    [
        (page(LEDE, *MORE, beside="<aside><p>Buy one, get one free at the harbour shop.</p></aside>"), True),
        (page(LEDE.replace(" ", "  "), *MORE, head="<meta name='nonce' content='8812'>"), True),
        (page(LEDE.replace("12", "14"), *MORE), False),
    ],
    ids=["an advert", "spaces and a nonce", "a figure"],
)
def test_an_edit_beside_the_words_is_told_from_one_of_them(now, same):
    before = document_of(read(page(LEDE, *MORE), number=1))
    told = read(now, before=before, number=2)
    assert (told.state, told.same_words) == (VersionState.ARTICLE, same)
    assert document_of(told).published == NOW + dt.timedelta(hours=2)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (page(LEDE, beside=WALL), "paid article"),
        (
            page(
                "We and our 12 partners store and/or access information on a device.",
                "Manage your choices, including your right to object.",
            ),
            "consent",
        ),
        (b"<html><body><form><input name=a><input type='password'></form></body></html>", "log in"),
        (page("<form><input type=password></form>", "Sign in to continue"), "log in"),
        (
            SCRIPTED,
            "programs out",
        ),
    ],
    ids=["paid", "consent", "log-in without words", "log-in", "a check for programs"],
)
@pytest.mark.parametrize("known", [True, False])
def test_a_wall_is_a_stub(data, words, known):
    before = document_of(read(page(LEDE, *MORE), number=1)) if known else None
    told = read(data, before=before)
    assert (told.state, told.document) == (VersionState.STUB, None)
    assert words in told.why


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "a.txt", "empty"),
        (b"%PDF-1.4 cut off", "a.pdf", ""),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a.png", "PNG"),
        (b"<html><body></body></html>", "page.html", "without an article's text"),
        (b"<nitf><body>", "a.xml", "XML"),
        (b'{"items": []}', "item.json", ""),
    ],
)
def test_what_can_not_be_read_says_why(data, name, words):
    told = read(data, name)
    assert (told.state, told.document) == (VersionState.UNREADABLE, None)
    assert told.why
    assert words in told.why


def zipped(*texts: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for number, text in enumerate(texts):
            archive.writestr(f"{number}.txt", text)
    return data.getvalue()


NINJS = json.dumps(
    [
        {"uri": f"urn:{n}", "type": "text", "headline": "Storm", "body_text": text}
        for n, text in enumerate((LEDE, MORE[0]))
    ]
)


@pytest.mark.parametrize(
    ("data", "name"), [(zipped(LEDE, MORE[0]), "a.zip"), (NINJS.encode(), "a.json")], ids=["ZIP", "ninjs"]
)
def test_of_a_file_of_several_articles_the_first_is_read_and_that_is_told(data, name):
    told = read(data, name, address="drop/" + name)
    assert LEDE in document_of(told).text
    assert "several articles" in told.why
    assert document_of(told).path == "drop/" + name


def test_what_an_archive_holds_is_read_within_limits():
    inner = zipped(LEDE)
    for _ in range(3):
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w") as archive:
            archive.writestr("inner.zip", inner)
        inner = data.getvalue()
    assert read(inner, "a.zip").state is VersionState.UNREADABLE


def test_one_article_in_an_archive_is_read():
    assert read(zipped(LEDE), "a.zip").why == ""


def test_a_file_that_makes_a_reader_fail_stops_nothing(monkeypatch):
    monkeypatch.setattr("discrepancy.watch.reading_bytes.claimant", lambda *_: 1 / 0)
    told = read(page(LEDE))
    assert (told.state, "ZeroDivisionError" in told.why) == (VersionState.UNREADABLE, True)
