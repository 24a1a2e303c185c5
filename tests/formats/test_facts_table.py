"""The table of facts in the terminal."""

from __future__ import annotations

import io

from rich.console import Console

from discrepancy.formats.terminal.facts import print_facts
from tests.samples import check_texts


def printed(*texts: str) -> str:
    """The table of the facts that texts state."""
    shown = io.StringIO()
    print_facts(check_texts(*texts).data, Console(file=shown, width=1000))
    return shown.getvalue()


def test_a_person_stands_with_the_title() -> None:
    assert "Ayla Demirci, Transport Minister" in printed("Transport Minister Ayla Demirci opened the bridge.")


def test_a_name_without_end_is_cut() -> None:
    table = printed(f"Mayor Lena Br{'a' * 10_000}ndt opened the bridge.")
    assert "aaa…" in table
    assert "a" * 400 not in table
