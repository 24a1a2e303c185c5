"""Fuzzes the grammars of quantities and dates: nothing raises, and offsets slice to what they say.

Run by hand: ``python tests/soak/fuzz_grammar.py -runs=1000000``; other options are libFuzzer's (``-max_total_time``,
``-max_len``, a folder of inputs to start from and to keep). It needs Atheris (``pip install atheris``), which is no
dependency of this project. The bytes it is given become text in two ways: read as UTF-8, or each one a word that
the grammars know, so that runs are not spent on finding such words by chance.
"""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

WORDS = (
    "0 1 9 12 31 100 350 1066 1999 2,500 3.5 .5 007 1e400 9,9,9,9 1.234.567 12,34,567 ٣٥٠ १२ ½ 2½ 1/16 x10^6 one two "
    "twenty-one half third thirds dozen dozens hundred thousand million bn m k couple few nineteen % $ £ US$ Rs. euros "
    "pounds cents metres mph °C feet years year -year-old old aged per day days week weeks month hours minute people "
    "Smith Boeing A. minus + - − – — × ^ ( ) [ “ ” ' ’ , . ; : / ! to from between and or of in on by up down about "
    "than more rose will said May March January Jan. Sept. Tuesday Tues. Tuesdays last next this ago later earlier "
    "before after early mid late end night noon midnight a.m. p.m. GMT EDT Eastern time o'clock today yesterday "
    "weekend quarter Q2 H1 summer century decade 1990s '90s 2018-19 9/11 03/04/2022 2021-05-12 12:30 24:00 2021-02-30 "
    "fiscal Christmas Easter Thanksgiving BC AD every each daily now future same the a an that for since until past "
    "previous coming s th nd 31st 29 February 0001 9999 at least almost İ ß ǆ \ud800 \U0001f600 \u0130 \u0345 "
).split(" ")
PIECES = [*WORDS, "\u00a0", "\u2009", "\n", "\n\n", "\t", "\0", "\u2028"]
GAPS = ("", " ", " ", " ", "-", ", ", ". ", "\n")
PUBLISHED = (
    None,
    dt.date(2022, 3, 1),
    dt.date(1, 1, 1),
    dt.date(9999, 12, 31),
    dt.datetime(2024, 2, 29, 23, 59, tzinfo=dt.UTC),
)


def as_text(data: bytes) -> str:
    """The text that ``data`` stands for: its first byte chooses how the others are read."""
    if data[:1] < b"\x40":
        return data[1:].decode("utf-8", "surrogatepass" if data[:1] < b"\x10" else "replace")
    pairs = zip(data[1::2], data[2::2], strict=False)
    return "".join(PIECES[piece % len(PIECES)] + GAPS[gap % len(GAPS)] for piece, gap in pairs)


def check_text(text: str, choice: int = 0) -> int:
    """Read ``text`` with both grammars; how many quantities and dates there were."""
    from discrepancy.grammar.dates import find_dates  # imported under instrumentation
    from discrepancy.grammar.quantities import find_quantities  # the same

    quantities = find_quantities(text)
    order = (None, True, False)[choice % 3]
    dates = find_dates(text, published=PUBLISHED[choice % len(PUBLISHED)], day_first=order)
    for found in (quantities, dates):
        end = 0
        for item in found:
            assert text[item.start : item.end] == item.text, (text, item)
            assert end <= item.start < item.end, (text, item)
            end = item.end
    for quantity in quantities:
        assert quantity.low <= quantity.high or quantity.kind.value == "score", (text, quantity)
        assert quantity.low.is_finite(), (text, quantity)
        assert quantity.high.is_finite(), (text, quantity)
        assert quantity.noun in text, (text, quantity)
        assert quantity.hedge_text in text, (text, quantity)
    for date in dates:
        assert date.first is None or date.last is None or date.first <= date.last, (text, date)
    return len(quantities) + len(dates)


def check_bytes(data: bytes) -> None:
    """One run of the fuzzer."""
    try:
        text = as_text(data)
    except UnicodeDecodeError:
        return
    check_text(text, data[-1] if data else 0)


def main() -> None:
    """Hand over to Atheris, with the grammars instrumented."""
    try:
        import atheris  # type: ignore[import-untyped]  # without types, and needed by nobody but this
    except ImportError:
        sys.exit("This needs Atheris: pip install atheris")
    import discrepancy

    for name in [name for name in sys.modules if name.startswith("discrepancy.grammar")]:
        del sys.modules[name]
    with atheris.instrument_imports(include=["discrepancy.grammar"]):
        import discrepancy.grammar.dates  # imported under instrumentation
        import discrepancy.grammar.quantities  # noqa: F401 - the same
    atheris.Setup(sys.argv, check_bytes)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
