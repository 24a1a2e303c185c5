"""The words of an alert: who says what, one line each, whatever its sources' copy holds."""

from __future__ import annotations

from discrepancy.followed import AlertKind
from discrepancy.said import Message
from discrepancy.watch.channels.said import chain, lines, one_line, summary
from tests.watch.told import HOSTILE, alert, value


def test_an_alert_says_who_says_what_and_where() -> None:
    assert lines(alert("a", "14", "17")) == (
        "people killed: 14 → 17",
        "  14 – Meridian Press: “The fire killed 14 people.”",
        "    https://meridian.example/fire",
        "  17 – Meridian Press: “The fire killed 17 people.”",
        "    https://meridian.example/fire",
    )


def test_a_value_of_which_little_is_known_is_said_in_one_line() -> None:
    bare = value("17", address="", sentence="")
    assert lines(alert("a", values=(bare,)))[1:] == ("  17 – Meridian Press",)


def test_a_change_over_several_values_gives_them_all_and_the_sentences_of_the_first_and_the_last() -> None:
    told = lines(alert("a", "14", "17", "21", "23"))
    assert told[1] == "  14 → 17 → 21 → 23"
    assert [line for line in told if "“" in line] == [
        "  14 – Meridian Press: “The fire killed 14 people.”",
        "  23 – Meridian Press: “The fire killed 23 people.”",
    ]


def test_values_of_several_sources_are_no_chain() -> None:
    contradiction = alert("a", "14", "17", "21", kind=AlertKind.CONTRADICTION)
    assert chain(contradiction) == ""
    assert len(lines(contradiction)) == 7


def test_hostile_copy_stays_on_its_line_and_shows_what_it_hides() -> None:
    told = Message("NUM001.summary", {"subject": HOSTILE, "forms": "a\nb"})
    hostile = value(HOSTILE, source=HOSTILE, sentence=HOSTILE, address="https://a.example/\nx")
    every = lines(alert("a", summary=told, values=(hostile,)))
    assert len(every) == 3
    for line in every:
        assert line.isprintable()
        line.encode()
    assert "[U+001B][31mrises[U+0007] to 23[U+2028][U+202E]end" in every[0]


def test_words_are_said_in_the_readers_language() -> None:
    told = alert("a", summary=Message("page.report"))
    assert summary(told, "en") == "Discrepancy report"
    assert summary(told, "es") != summary(told, "en")


def test_one_line_keeps_the_letters_of_every_script() -> None:
    assert one_line(" Пожар  в\tпорту: 14 – ١٤ “погибших” \n") == "Пожар в порту: 14 – ١٤ “погибших”"
