"""Who says the quoted words: by name, pronoun, title or role, before, after or around the quotation."""

import pytest

from tests.builders import quotations


def speakers(text: str) -> list[str]:
    return [fact.quotation.speaker for fact in quotations(text)]


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge holds,” said Amara Okafor.",
        "“The bridge holds,” Amara Okafor said.",
        "Amara Okafor said: “The bridge holds.”",
        "Amara Okafor, 44, said: “The bridge holds.”",
        "“The bridge holds,” said Amara Okafor, an engineer.",
        "“The bridge holds,” Amara Okafor, the chief engineer, told reporters.",
        "“The bridge holds,” the company's chief engineer, Amara Okafor, said.",
        "'The bridge holds,' said Amara Okafor.",
        "„The bridge holds“, said Amara Okafor.",
        "According to Amara Okafor, the bridge “holds in any wind”.",
        "Amara Okafor told reporters that the bridge was “safe to cross”.",
        "The bridge was described by Amara Okafor as “safe to cross”.",
        "Asked about the wind, Amara Okafor said the bridge “does not sway”.",
        "Mayor Amara Okafor, speaking in Lisbon, said: “The bridge holds.”",
        "Mayor Amara Okafor, who drew the bridge, said it was “safe to cross”.",
        "Mayor Amara Okafor opened the bridge and said it was “safe to cross”.",
        "Mayor Amara Okafor called the bridge “safe to cross”.",
    ],
)
def test_a_speaker_named_with_the_quotation(text: str) -> None:
    assert speakers(text) == ["Amara Okafor"]


@pytest.mark.parametrize(
    "text",
    [
        "Lena Brandt opened the bridge. “It holds,” she said.",
        "Lena Brandt opened the bridge. “It holds,” she told reporters.",
        "Lena Brandt opened the bridge. She said: “It holds.”",
        "Lena Brandt, who drew the bridge, said “it holds”.",
        "Mayor Lena Brandt opened the bridge. “It holds,” the mayor said.",
        "Mayor Lena Brandt opened the bridge. “It holds,” said the mayor.",
        "Lena Brandt said she liked it. Tom Lindqvist's dog barked. “It holds,” she said.",
        "Mayor Lena Brandt met Tom Lindqvist. “It holds,” the mayor said.",
    ],
)
def test_a_pronoun_or_a_title_is_followed_back_to_a_person(text: str) -> None:
    assert speakers(text) == ["Lena Brandt"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The bridge holds,” police said.", "police"),
        ("In a statement, the company said the bridge was “safe to cross”.", "the company"),
        ("“The bridge holds,” the mayor said.", "the mayor"),
        ("‘The bridge holds,’ said the builders’ union.", "the builders' union"),
        ("“The bridge holds,” it said.", ""),
        ("“The bridge holds,” she said.", ""),
        ("The “singing bridge” opened.", ""),
        ("Lena Brandt smiled. “The bridge holds.” The crowd cheered.", ""),
        ("“The bridge holds.” Lena Brandt said nothing.", ""),
    ],
)
def test_speakers_without_a_name_and_quotations_without_a_speaker(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It holds,” said Lena Brandt, “and it will hold.”", ["Lena Brandt"] * 2),
        ("“It holds,” said Lena Brandt. “It will always hold.”", ["Lena Brandt"] * 2),
        ("“It holds,” said Lena Brandt. “It sways,” replied Tom Lindqvist.", ["Lena Brandt", "Tom Lindqvist"]),
        ("Lena Brandt said: “It holds.” Tom Lindqvist said: “It sways.”", ["Lena Brandt", "Tom Lindqvist"]),
        ("Lena Brandt said: “It holds.\n“It will always hold.”", ["Lena Brandt"] * 2),
        ("Lena Brandt said: “It holds.\n“It will hold.\n“Always.”", ["Lena Brandt"] * 3),
        ("Lena Brandt said: “It holds.”\nThe bridge is called the “giant”.", ["Lena Brandt", ""]),
    ],
)
def test_several_quotations(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


def test_a_verb_that_is_not_known_gives_no_other_speaker_the_words() -> None:
    text = "Lena Brandt said: “It holds.” Tom Lindqvist disagreed: “It sways.”"
    assert speakers(text)[1] in {"", "Tom Lindqvist"}


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("“It holds,” said Lena Brandt.", "say"),
        ("Lena Brandt denied that it was “unsafe and ugly”.", "deny"),
        ("According to Lena Brandt, it is “safe”.", "according to"),
        ("The “giant” opened.", ""),
    ],
)
def test_the_verb_of_saying(text: str, verb: str) -> None:
    assert [fact.quotation.verb for fact in quotations(text)] == [verb]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Lena Brandt said: “The bridge holds.”", True),
        ("“The bridge holds,” said Lena Brandt.", True),
        ("Lena Brandt said it was “safe to cross”.", False),
    ],
)
def test_whole_sentences_are_told_from_fragments(text: str, whole: bool) -> None:
    assert [fact.quotation.whole for fact in quotations(text)] == [whole]


def test_the_speaker_is_named_where_the_span_says() -> None:
    text = "Lena Brandt opened the bridge. “It holds,” she said."
    (fact,) = quotations(text)
    assert fact.quotation.speaker_span is not None
    assert text[fact.quotation.speaker_span.start : fact.quotation.speaker_span.end] == "Lena Brandt"


def test_words_and_subject() -> None:
    (fact,) = quotations("“The bridge\u00a0 holds,” said Lena Brandt.")
    assert fact.quotation.words == fact.mention.text == "The bridge\u00a0 holds,"
    assert fact.subject.text == "The bridge holds,"


def test_a_speaker_far_away_is_none() -> None:
    text = (
        f"Lena Brandt said {'that the wind was strong and the water high and the night long and ' * 5}it was a “giant”."
    )
    assert speakers(text) == [""]


def test_too_far_back_a_pronoun_stands_for_nobody() -> None:
    text = f"Lena Brandt left. {'The bridge stood in the wind. ' * 60}“It holds,” she said."
    assert speakers(text) == [""]


def test_a_name_inside_a_quotation_is_no_antecedent() -> None:
    text = "Tom Lindqvist came. “Lena Brandt drew the bridge,” read the sign. “It holds,” he said."
    assert speakers(text)[-1] == "Tom Lindqvist"
