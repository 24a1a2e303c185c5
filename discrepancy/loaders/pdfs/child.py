"""The child process that holds PDFium: a PDF on its standard input, one JSON object a line on its output.

It is run by its path and imports nothing of this package, so that it starts at once. The first line says how many pages
there are and what the file says of itself; then comes one line a page, written before the next page is touched, so that
the parent knows which page a crash came from. No form is filled in, no script is run, no attachment is opened.
"""

from __future__ import annotations

import ctypes
import importlib
import json
import math
import sys
from collections.abc import Iterator
from typing import Any, TypeAlias

Raw: TypeAlias = Any
"""PDFium's functions and what they give: ctypes has no types for them."""
PASSWORD, XFA = 4, 2
"""PDFium's own numbers: FPDF_ERR_PASSWORD, FORMTYPE_XFA_FULL."""
OUT_OF_MEMORY, NO_READER = 3, 4
"""What this process ends with where Python itself finds no memory, and where PDFium can not be loaded."""
_TEXT, _PATH, _IMAGE, _SHADING, _FORM = 1, 2, 3, 4, 5
_INVISIBLE = 3
_BOLD_FLAG = 1 << 18
_MOST_OBJECTS = 20_000
"""Drawn things of a page whose place is asked for: a map has more, and an article's picture is among the first."""
MOST_ON_A_PAGE = 60_000
"""Letters of a page: a broadsheet has half of that."""
_FARTHEST = 10_000_000
"""Points: no page is so large."""
_HYPHENS = (0x2, 0xFFFE)
"""What PDFium gives for a hyphen at the end of a line."""
_NO_MAP = 0xFFFD


def limit(memory: int, seconds: int, output: int) -> None:
    """Hold this process to so many bytes of memory, seconds of work and bytes of output, where the system can."""
    try:
        resource: Raw = importlib.import_module("resource")
    except ImportError:
        return
    for name, most in (("RLIMIT_AS", memory), ("RLIMIT_CPU", seconds), ("RLIMIT_FSIZE", output), ("RLIMIT_CORE", 0)):
        try:
            resource.setrlimit(getattr(resource, name), (most, most))
        except (AttributeError, ValueError, OSError):
            continue  # a system that has no such limit, or a lower one already


def read(data: bytes, most_pages: int, most_letters: int) -> Iterator[dict[str, Any]]:
    """What is in a PDF: one object for the file, one for each page."""
    raw: Raw = importlib.import_module("pypdfium2_raw")
    raw.FPDF_InitLibrary()
    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        yield {"error": "password" if raw.FPDF_GetLastError() == PASSWORD else "format"}
        return
    pages = raw.FPDF_GetPageCount(document)
    names = ("Title", "Author", "Producer", "Creator")
    yield {
        "pages": pages,
        "form": raw.FPDF_GetFormType(document) == XFA,
        "meta": {name: _meta(raw, document, name) for name in names},
    }
    for number in range(min(pages, most_pages)):
        page = raw.FPDF_LoadPage(document, number)
        text = raw.FPDFText_LoadPage(page) if page else None
        if not text:
            yield {"page": number + 1, "error": "page"}
            continue
        found = _page(raw, page, text, min(most_letters, MOST_ON_A_PAGE))
        most_letters -= len(found["letters"])
        yield {"page": number + 1, **found}
        raw.FPDFText_ClosePage(text)
        raw.FPDF_ClosePage(page)
        if most_letters <= 0:
            return


def _meta(raw: Raw, document: Raw, name: str) -> str:
    buffer = ctypes.create_string_buffer(2000)
    length = raw.FPDF_GetMetaText(document, name.encode(), buffer, len(buffer))
    return buffer.raw[: max(0, length - 2)].decode("utf-16-le", "replace") if length <= len(buffer) else ""


def _page(raw: Raw, page: Raw, text: Raw, most: int) -> dict[str, Any]:
    """A page's letters, with places in hundredths of a point, and the boxes of what is drawn on it."""
    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, box)
    images, shades = _drawn(raw, page)
    looks: dict[int, tuple[Any, ...]] = {}
    kinds: dict[tuple[Any, ...], int] = {}
    letters: list[int] = []
    columns: tuple[list[int], ...] = ([], [], [], [], [])  # where it stands, where it ends, and its look
    rect = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    for i in range(min(raw.FPDFText_CountChars(text), most)):
        if raw.FPDFText_IsGenerated(text, i) == 1:
            continue
        written = raw.FPDFText_GetTextObject(text, i)
        key = ctypes.cast(written, ctypes.c_void_p).value or 0
        if key not in looks:
            looks[key] = _look(raw, text, written, i)
        raw.FPDFText_GetCharOrigin(text, i, x, y)
        raw.FPDFText_GetLooseCharBox(text, i, rect)
        letters.append(_NO_MAP if raw.FPDFText_HasUnicodeMapError(text, i) == 1 else raw.FPDFText_GetUnicode(text, i))
        places = (x.value, y.value, *_end(rect, looks[key]))
        for column, value in zip(columns, places, strict=False):
            column.append(_hundredths(value))
        columns[4].append(kinds.setdefault(looks[key], len(kinds)))
    return {
        "box": [_hundredths(each) for each in (box.left, box.bottom, box.right, box.top)],
        "images": images,
        "shades": shades,
        "looks": list(kinds),
        "letters": [ord("-") if each in _HYPHENS else each for each in letters],
        "x": columns[0],
        "y": columns[1],
        "end_x": columns[2],
        "end_y": columns[3],
        "look": columns[4],
    }


def _end(rect: Raw, look: tuple[Any, ...]) -> tuple[float, float]:
    """The corner of a letter's box that lies farthest along its line of writing."""
    angle = look[1]
    return (
        rect.left if 90 < angle < 270 else rect.right,
        rect.bottom if 180 < angle < 360 else rect.top,
    )


def _look(raw: Raw, text: Raw, written: Raw, i: int) -> tuple[Any, ...]:
    """Size in hundredths of a point, direction in degrees, whether it is bold, invisible or white."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, i, matrix)
    size = raw.FPDFText_GetFontSize(text, i) * math.hypot(matrix.c, matrix.d)
    angle = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360
    buffer, flags = ctypes.create_string_buffer(200), ctypes.c_int()
    length = raw.FPDFText_GetFontInfo(text, i, buffer, len(buffer), flags)
    name = buffer.raw[: max(0, length - 1)].decode("utf-8", "replace") if length <= len(buffer) else ""
    bold = raw.FPDFText_GetFontWeight(text, i) >= 600 or bool(flags.value & _BOLD_FLAG) or "bold" in name.lower()
    mode = raw.FPDFTextObj_GetTextRenderMode(written) if written else 0
    color = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFText_GetFillColor(text, i, *color)
    white = all(each.value >= 250 for each in color[:3]) or color[3].value == 0
    return _hundredths(size), angle, int(bold), int(mode == _INVISIBLE), int(white)


def _drawn(raw: Raw, page: Raw) -> tuple[list[list[int]], list[list[int]]]:
    """The boxes of a page's pictures, and of all that white letters may stand on."""
    images: list[list[int]] = []
    shades: list[list[int]] = []
    edges = [ctypes.c_float() for _ in range(4)]
    for number in range(min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        drawn = raw.FPDFPage_GetObject(page, number)
        kind = raw.FPDFPageObj_GetType(drawn)
        if kind == _TEXT or not raw.FPDFPageObj_GetBounds(drawn, *edges):
            continue
        box = [_hundredths(each.value) for each in edges]
        if kind == _IMAGE:
            images.append(box)
        if kind in (_IMAGE, _SHADING, _FORM) or (kind == _PATH and not _is_white(raw, drawn)):
            shades.append(box)
    return images, shades


def _is_white(raw: Raw, path: Raw) -> bool:
    color = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(path, *color)
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, mode, stroked)
    return mode.value == 0 or all(each.value >= 250 for each in color[:3])


def _hundredths(value: float) -> int:
    return round(value * 100) if math.isfinite(value) and abs(value) < _FARTHEST else 0


def main(arguments: list[str]) -> None:
    """Read standard input; the arguments are where PDFium's package lies, and the limits."""
    sys.path.append(arguments[0])
    memory, seconds, output, pages, letters = map(int, arguments[1:])
    data = sys.stdin.buffer.read()
    try:
        importlib.import_module("pypdfium2_raw")
    except (ImportError, OSError):
        sys.exit(NO_READER)
    limit(memory, seconds, output)
    try:
        for found in read(data, pages, letters):
            sys.stdout.write(json.dumps(found, separators=(",", ":")) + "\n")
            sys.stdout.flush()
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)


if __name__ == "__main__":
    main(sys.argv[1:])
