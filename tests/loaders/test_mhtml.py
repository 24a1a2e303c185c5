"""Pages that a browser saved into one file."""

from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import SMTP
from pathlib import Path, PurePath

import pytest
from hypothesis import given

from discrepancy.errors import InputError, Malformed
from discrepancy.loaders.mhtml import LOADER
from discrepancy.model import BlockRole
from tests.loaders.fuzzing import broken, hold_up
from tests.loaders.giving import document_of, outcomes_of, texts, told

PAGE = (Path(__file__).parent / "samples" / "web_article.html").read_text(encoding="utf-8")
ADDRESS = "https://news.tarnport.example/coast/bridge-closed-cracks?from=app"
FRAME = "<html><body><p>An advert in a frame that wants to sell you a boat today.</p></body></html>"


def archive(page: str = PAGE, charset: str = "utf-8", *, start: bool = False) -> bytes:
    """The page with an advert before it and a picture behind it, as browsers write them."""
    message = MIMEMultipart("related", type="text/html")
    message["From"] = "<Saved by Blink>"
    message["MIME-Version"] = "1.0"
    if start:
        message.set_param("start", "<page@x>")
    else:
        message["Snapshot-Content-Location"] = ADDRESS
    frame = MIMEText(FRAME, "html", "utf-8")
    frame["Content-Location"] = "https://adverts.example/1"
    main = MIMEText(page, "html", charset)
    main["Content-Location"] = ADDRESS
    main["Content-ID"] = "<page@x>"
    for part in (frame, main, MIMEImage(b"\x89PNG\r\n\x1a\n", "png")):
        message.attach(part)
    return message.as_bytes(policy=SMTP)


def error_of(data: bytes) -> InputError:
    (outcome,) = outcomes_of(data, "a.mhtml")
    assert isinstance(outcome, InputError), outcome
    return outcome


@pytest.mark.parametrize("start", [False, True])
def test_page_among_frames_and_pictures(start: bool) -> None:
    made = document_of(archive(start=start), "a.mhtml")
    assert texts(made, BlockRole.HEADLINE) == ["Tarnport swing bridge closed after cracks found"]
    assert len(texts(made, BlockRole.BODY)) == 10
    assert (ADDRESS, "the address that the browser saved the page from") in told(made, "address")
    assert made.authors == ("Maud Ferriday", "Ilse Kobrin")
    assert "sell you a boat" not in made.text


def test_encoding_is_the_part_s_own() -> None:
    text = "<html><body><h1>Tea</h1><p>The café at Hollin costs £2.40, the board said on Monday.</p></body></html>"
    made = document_of(archive(text, "iso-8859-1"), "a.mht")
    assert texts(made, BlockRole.BODY) == ["The café at Hollin costs £2.40, the board said on Monday."]


def test_known_by_its_headers() -> None:
    data = archive()
    assert LOADER.claims(PurePath("a.dat"), data)
    assert not LOADER.claims(PurePath("a.mhtml"), b"<html><body>x")
    assert not LOADER.claims(PurePath("a.eml"), b"Received: by x\r\n" + data)
    assert not LOADER.claims(PurePath("a.txt"), b"Subject: the bridge\r\n\r\nText.")


def test_archive_without_a_page() -> None:
    message = MIMEMultipart("related", type="text/html")
    message.attach(MIMEImage(b"\x89PNG\r\n\x1a\n", "png"))
    error = error_of(b"MIME-Version: 1.0\r\n" + message.as_bytes(policy=SMTP))
    assert isinstance(error, Malformed)
    assert error.what == "holds no web page."
    assert error.where == "a.mhtml"


def test_archive_that_is_cut_off_in_its_page_is_partial_or_an_error() -> None:
    data = archive()
    headers = data[: data.index(b"\r\n\r\n") + 4]
    assert isinstance(error_of(headers), Malformed)
    plain = archive(
        "<html><body><h1>Tea</h1><p>The board met on Monday in Hollin.</p><p>It will meet" + " on" * 30, "us-ascii"
    )
    assert document_of(plain, "a.mhtml").partial


@given(broken([archive(PAGE[PAGE.index("<article") : PAGE.index("</article>")], "utf-8")]))
def test_nothing_but_documents_and_errors_of_ours(data: bytes) -> None:
    hold_up(LOADER, data, "sample.mhtml")
