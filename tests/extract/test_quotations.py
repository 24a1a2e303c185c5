"""Who says the quoted words: by name, pronoun, title or role, before, after or around the quotation."""

import pytest

from discrepancy.model import Span
from tests.builders import doc, quotations


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


SMITH, REED = "Jane Smith", "Tom Reed"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We lost,” Jane Smith radioed.", [SMITH]),
        ("“We lost,” Jane Smith, the mayor of Leeds, thundered.", [SMITH]),
        ("Jane Smith, the union's leader, was unimpressed: “They know it.”", [SMITH]),
        ("Jane Smith: “We lost.”", [SMITH]),
        ("‘We lost’: Jane Smith", [SMITH]),
        ("Jane Smith's verdict: “We lost.”", [SMITH]),
        ("In the words of Jane Smith, “we lost”.", [SMITH]),
        ("The plan was, in Jane Smith's words, “a giant”.", [SMITH]),
        ("Jane Smith dismissed the claim as “nonsense”.", [SMITH]),
        ("A statement from Jane Smith said the offer was “an insult”.", [SMITH]),
        ("Jane Smith was quoted by Tom Reed as saying it was “awful”.", [SMITH]),
        ("Jane Smith served two terms and left, saying a mayor should go “while there is coffee”.", [SMITH]),
        ("In a letter read by its chair, Tom Reed, Jane Smith wrote that she lost “for two seconds”.", [SMITH]),
        ("Jane Smith said she was sorry. “We lost the vote.”", [SMITH]),
        ("Jane Smith said the plan was dead.\n“We lost. It is over.”", [SMITH]),
        ("Jane Smith shook her head. “No.”", [SMITH]),
        ("Jane Smith said “we won” and Tom Reed said “we lost”.", [SMITH, REED]),
        ("Mrs Jane Smith had told him, Tom Reed said, that it was “for the tuner”.", [SMITH]),
    ],
)
def test_other_ways_to_give_words_to_a_person(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mr Tom Reed met Ms Jane Smith. “We lost,” she said.",
        "Ms Jane Smith met Mr Tom Reed. Mr Reed left. “We lost,” she said.",
        "Jane Smith hurt her arm. Tom Reed drove his car. “We lost,” she said.",
        "Jane Smith came with her husband, Tom Reed. Tom Reed left. “We lost,” she said.",
        "Mayor Jane Smith was there. Tom Reed left. The mayor said it was safe. “It holds,” she said.",
        "“It holds,” she said.\nJane Smith, 45, was the first to cross.",
        "Jane Smith, 45, fell. Tom Reed, 50, ran. “We lost,” the 45-year-old said.",
        "Minister Jane Smith met Mayor Tom Reed. “We lost,” the minister said.",
    ],
)
def test_whom_a_pronoun_or_a_noun_stands_for(text: str) -> None:
    assert speakers(text) == [SMITH]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Jane Smith spoke. A mayor from France said it was “awful”.",
        "Mayor Jane Smith spoke. Two mayors said it was “awful”.",
        "Mayor Jane Smith spoke. The deputy mayor said it was “awful”.",
        "“It is awful,” said Jane Smith's lawyer.",
        "“It is awful,” said a friend of Jane Smith.",
        "“It is awful,” the company said in a statement. Jane Smith was there.",
        "Jane Smith, nicknamed “the Hawk”, said nothing.",
        "Jane Smith said she had read “The Hawk” twice.",
        "“It is awful,” said Jane Smith and Tom Reed in a joint statement.",
        "Mr Tom Reed left. “It is awful,” she said.",
    ],
)
def test_words_that_are_not_given_to_the_person_named(text: str) -> None:
    assert not {SMITH, REED} & set(speakers(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It holds,” said Jane Smith. “It sways,” said another.", [SMITH, ""]),
        ("“It holds,” said Jane Smith. She starred in “The Night Ferry”.", [SMITH, ""]),
        ("“It holds,” said Jane Smith. Tom Reed frowned.\n“It sways.”", [SMITH, ""]),
        ("“It holds,” said Jane Smith.\nThe wind blew.\n“It sways.”", [SMITH, ""]),
        ("“It holds,” said Jane Smith. Smith paused. “It sways.”", [SMITH, SMITH]),
    ],
)
def test_where_a_speaker_goes_on_and_where_not(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


def test_a_headline_takes_its_speaker_from_the_body() -> None:
    told = quotations(doc("“It was clean as a bell,” said Jane Smith.", headline="‘Clean as a bell’: crew is in orbit"))
    assert [fact.quotation.speaker for fact in told] == [SMITH, SMITH]


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


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tom Lindqvist met Lena Brandt. “Lindqvist is a friend,” she said.", "Lena Brandt"),
        ("Tom Lindqvist said Jim Reed had been hurt. “It was dark,” he said.", "Tom Lindqvist"),
        ("There was applause for Tom Lindqvist. “Thank you,” he said.", "Tom Lindqvist"),
        ("Lena Brandt asked the engineer, Tom Lindqvist, how he knew. “I saw it,” he replied.", "Tom Lindqvist"),
        (
            "Mayor Lena Brandt met Ann Reed. The remark drew applause, which the mayor stopped. “No,” she said.",
            "Lena Brandt",
        ),
        ("Lena Brandt, asked whether she trusted Jim Reed, said she would “think about it”.", "Lena Brandt"),
        ("Lena Brandt said the sum had been “counted twice” and the board promised an inquiry.", "Lena Brandt"),
        ("“Amateurs,” was Lena Brandt's verdict.", "Lena Brandt"),
        ("The last word went to Lena Brandt: “It holds.”", "Lena Brandt"),
        ("Lena Brandt moved that the bridge be “closed to cars”.", "Lena Brandt"),
    ],
)
def test_whom_the_words_around_a_quotation_point_to(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Lena Brandt opened the bridge. A neighbour disagreed. “It sways,” she said.", "A neighbour"),
        ("Lena Brandt opened it. A resident, who gave no name, said it swayed. “A lot,” she said.", "A resident"),
        ("Lena Brandt said it held. The striker was late. “It holds,” she said.", "Lena Brandt"),
        ("Lena Brandt said her lawyer had called. “It holds,” she said.", "Lena Brandt"),
    ],
)
def test_a_newcomer_without_a_name_speaks(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


def test_a_question_is_answered_by_whoever_spoke_before() -> None:
    text = "“It holds,” Tom Lindqvist said.\n\n“Are you sure?” Lena Brandt asked.\n\n“I drew it.”"
    assert speakers(text) == ["Tom Lindqvist", "Lena Brandt", "Tom Lindqvist"]


def test_a_shared_surname_is_told_by_the_office() -> None:
    text = (
        "Senator Tom Reed met the engineer Ann Reed. Later Senator Reed left. “It holds,” he said. Ann Reed was glad."
    )
    (fact,) = quotations(text)
    assert fact.quotation.speaker_span == Span(text.index("Reed left"), text.index("Reed left") + len("Reed"))


def test_single_marks_left_open_at_a_paragraph_s_end() -> None:
    found = quotations("‘It holds,’ Lena Brandt said.\n\n‘I drew it.\n\n‘I built it.’")
    assert [fact.quotation.words for fact in found] == ["It holds,", "I drew it.", "I built it."]
    assert {fact.quotation.speaker for fact in found} == {"Lena Brandt"}
