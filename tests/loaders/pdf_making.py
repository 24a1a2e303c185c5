"""Small PDFs written object by object: Helvetica at given places, a picture, what else a page can hold."""

from collections.abc import Sequence
from dataclasses import dataclass

LEADING = 14.0
_FONTS = b"""<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>
/F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>
/F3 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding
<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [1 /fi /fl /uni00B3] >> >>
/F4 << /Type /Font /Subtype /Type0 /BaseFont /Nameless /Encoding /Identity-H /DescendantFonts [
<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Nameless /CIDToGIDMap /Identity /DW 600
/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>
/FontDescriptor << /Type /FontDescriptor /FontName /Nameless /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0
/Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >> ] >> >>"""
_SMALL, _RISE = 0.583, 0.33
"""Size and height of raised text, as type-setting programs have them."""
_GREY = b"\x80"


@dataclass(frozen=True)
class Put:
    """Text at a place: size in points, font F1 (plain) to F4 (letters that mean nothing), the way it is drawn."""

    x: float
    y: float
    text: str
    size: float = 11
    font: str = "F1"
    before: str = ""
    """Operators that stand before it: ``3 Tr`` (invisible), ``1 g`` (white), ``2 Tc`` (spaced out)."""
    matrix: str = "1 0 0 1"
    raised: str = ""
    """Small raised text right after it."""
    rest: str = ""
    """What follows that."""


@dataclass(frozen=True)
class Picture:
    """A grey picture that fills a box."""

    left: float
    bottom: float
    width: float
    height: float


def lines(x: float, y: float, *texts: str, size: float = 11, font: str = "F1", leading: float = LEADING) -> list[Put]:
    """Lines under one another."""
    return [Put(x, y - i * leading, text, size, font) for i, text in enumerate(texts)]


def make_pdf(
    *pages: Sequence[Put | Picture],
    info: dict[str, str] | None = None,
    page: str = "",
    catalog: str = "",
    more: Sequence[bytes] = (),
) -> bytes:
    """A PDF with these pages.

    Args:
        pages: what stands on each, on A4.
        info: entries of its document information.
        page: more entries of every page: ``/Rotate 90``.
        catalog: more entries of the catalog.
        more: objects that those entries name, from number 4 on.
    """
    first = 4 + len(more)
    kids = " ".join(f"{first + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        f"<< {' '.join(f'/{name} {_string(value)}' for name, value in (info or {}).items())} >>".encode(),
        *more,
    ]
    for i, things in enumerate(pages):
        stream = b"\n".join(_drawn(each) for each in things)
        entries = f"/MediaBox [0 0 595 842] {page} /Contents {first + 2 * i + 1} 0 R"
        objects.append(
            b"<< /Type /Page /Parent 2 0 R " + entries.encode() + b" /Resources << /Font " + _FONTS + b" >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream")
    return _file(objects)


def drawn_pdf(stream: bytes, coded: str = "") -> bytes:
    """A PDF of one page with this stream on it; ``/X`` is a form that draws itself."""
    entries = f"/Length {len(stream)}" + (f" /Filter {coded}" if coded else "")
    itself = b"/Resources << /XObject << /X 6 0 R >> >>"
    return _file(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
            b"<< >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R " + itself + b" >>",
            f"<< {entries} >>\nstream\n".encode() + stream + b"\nendstream",
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] " + itself + b" /Length 5 >>\nstream\n/X Do\nendstream",
        ]
    )


def _file(objects: Sequence[bytes]) -> bytes:
    data = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + each + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + head.encode() + end.encode()


def _drawn(each: Put | Picture) -> bytes:
    if isinstance(each, Picture):
        place = f"q {each.width} 0 0 {each.height} {each.left} {each.bottom} cm\n"
        return place.encode() + b"BI /W 1 /H 1 /BPC 8 /CS /G ID " + _GREY + b" EI Q"
    place = f"q BT {each.before} /{each.font} {each.size} Tf {each.matrix} {each.x} {each.y} Tm "
    drawn = place.encode() + _shown(each.text, each.font) + b" Tj"
    if each.raised:
        small = f" /{each.font} {each.size * _SMALL} Tf {each.size * _RISE} Ts ".encode()
        back = f" Tj /{each.font} {each.size} Tf 0 Ts ".encode()
        drawn += small + _shown(each.raised, each.font) + back + _shown(each.rest, each.font) + b" Tj"
    return drawn + b" ET Q"


def _shown(text: str, font: str) -> bytes:
    if font == "F4":
        return b"<" + "".join(f"{ord(char) + 3:04x}" for char in text).encode() + b">"
    plain = text.replace("ﬁ", "\x01").replace("ﬂ", "\x02")
    data = plain.encode("cp1252", "replace") if plain == text else plain.encode("latin-1")
    for mark in (b"\\", b"(", b")"):
        data = data.replace(mark, b"\\" + mark)
    return b"(" + data + b")"


def _string(text: str) -> str:
    return f"<{(chr(0xFEFF) + text).encode('utf-16-be').hex()}>"
