"""Bytes to text: the right encoding, or none."""

import pytest

from discrepancy.errors import InputError, NotText, UnknownEncoding
from discrepancy.text.encoding import decode

TEXT = "“We don’t know,” said Inês Valadares of São Tomé – it cost €60 million… and £2m; naïve façade, Zürich."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]
)
def test_encodings_that_can_write_it(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)).text == TEXT


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"The caf\xe9 closed. It cost \x80 5.", "The café closed. It cost € 5."),
        (b"don\xd5t go \xd2now\xd3", "don’t go “now”"),
        (b"plain", "plain"),
        (b"one\r\ntwo\rthree\n", "one\r\ntwo\rthree\n"),
        (b"\xef\xbb\xbfmarked", "marked"),
    ],
)
def test_older_encodings(data: bytes, text: str) -> None:
    assert decode(data).text.startswith(text)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode() + b" caf\xe9 again",
        TEXT.encode()[:-3] + b"\xe2\x80",
        bytes(range(128, 256)) * 20,
        b"\xff\xfe\x00",
        b"\xff\xfe\x00\x00\x00\xd8\x00\x00",
    ],
)
def test_bytes_in_no_encoding(data: bytes) -> None:
    with pytest.raises(UnknownEncoding, match=r"a\.txt: .*UTF-8 text\."):
        decode(data, "a.txt")


@pytest.mark.parametrize("data", [b"abc\x00def", b"\x01\x02\x03\x04", b"caf\xe9\x00"])
def test_binary(data: bytes) -> None:
    with pytest.raises(NotText):
        decode(data, "a.txt")


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r"])
def test_other_alphabets_are_told(encoding: str) -> None:
    text = "президент подписал указ об армии во вторник, сообщает агентство."
    assert decode(text.encode(encoding)).text == text


def test_never_mojibake() -> None:
    for end in range(2, len(TEXT.encode()) + 1):
        try:
            text = decode(TEXT.encode()[:end]).text
        except InputError:
            continue
        assert TEXT.startswith(text)
