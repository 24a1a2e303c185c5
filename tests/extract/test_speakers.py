"""Whose words they are where grammar alone misleads: sex, appositions, set-off verbs, passives, signatures, things."""

import pytest

from tests.builders import facts_of, quotations

JANE, TOM = "Jane Smith", "Tom Reed"


def speakers(text: str) -> list[str]:
    return [fact.quotation.speaker for fact in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Smith met Tom Reed. “He was late,” she said.\n“She was early,” he replied.", [JANE, TOM]),
        ("Tom Reed queued behind Jane Smith, a welder. “He was late,” she said.", [JANE]),
        (
            "Tom Reed walked in. Jane Smith pressed him. “Where were you?” she asked.\n“At home,” he answered.",
            [JANE, TOM],
        ),
        ("Ann Lee left.\nTom Reed walked behind Jane Smith. “He was late,” she said.", [JANE]),
    ],
)
def test_a_given_name_tells_whom_he_or_she_means(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom Reed opened the gate and his neighbour, Jane Smith, shouted, “Run!”", [JANE]),
        ("“It burns,” the driver, Jane Smith, radioed the depot.", [JANE]),
        (
            "“It burns,” the ship's pilot, Jane Smith, radioed. “Stay,” the dispatcher answered.",
            [JANE, "the dispatcher"],
        ),
        (
            "“It is a coup,” said the leader of the Dawn Party and former finance minister, Jane Smith, in Leeds.",
            [JANE],
        ),
        ("The fire, said Chief Warden Jane Smith, “jumped the river”.", [JANE]),
        ("“It is a start,” said Jane Smith MP.", [JANE]),
        ("Tom Reed jr., a chemist, said it was “awful”.", [TOM]),
        ("A teacher, who asked to be called only Jane, said it was “awful”.", ["Jane"]),
    ],
)
def test_a_name_beside_the_noun_that_speaks(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Smith dismissed the claims as “gossip”.", [JANE]),
        ("Jane Smith, who is 91, used to say that it was “a box”.", [JANE]),
        ("“It will hold,” the agency Ferro quoted Colonel Tom Reed as saying.", [TOM]),
        ("Tom Reed was quoted by the agency as saying it “will hold”.", [TOM]),
        ("The law was called “a mistake” by Jane Smith and “a gift” by Tom Reed.", [JANE, TOM]),
        ("“I'm stuck in the lift,” Tom Reed texted at nine.", [TOM]),
        ("“Let the river decide.” With those words Jane Smith left.", [JANE]),
        ("Jane Smith: “The cheque is in the post.” Tom Reed: “Which post?”", [JANE, TOM]),
        ("“There is no second harvest here” — Jane Smith, farmer", [JANE]),
        ("“The ice is gone. We hold funerals.”\n— Jane Smith, glaciologist", [JANE]),
        ("Jane Smith was less sure. “Ask me in ten years,” the 31-year-old said.", [JANE]),
    ],
)
def test_other_ways_to_say_whose_words_they_are(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “ghost flats” were built by Tom Reed, who denies it.",
        "A banner reading “Go home” hung from the bridge as Mayor Jane Smith spoke.",
        "Jane Smith's ministry later called it “understandable”.",
        "Jane Smith beat Ann Lee, 31. Smith is 40. “I served,” the 33-year-old said.",
        "Jane Smith, 40, beat Ann. “I served well,” the 31-year-old said.",
        "Jane Smith refused to call it “a gift”.",
        "“The ice is gone.”\n— Jane Smith left on Monday. She had no comment.",
        "“It is awful,” said Jane Smith's lawyer.",
    ],
)
def test_words_of_nobody_named(text: str) -> None:
    assert not {JANE, TOM} & set(speakers(text))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Premier Tom Reed was sworn in by King Olaf on Monday. “I am humbled,” he said.", TOM),
        ("Jane Smith, a chemist, said the late Tom Reed had been overlooked. “He did the sums,” she said.", JANE),
        ("Tom Reed called off the race. “I never will,” Jane Smith said.", JANE),
    ],
)
def test_verbs_that_report_nothing(text: str, speaker: str) -> None:
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The coach, Iker Reedmann, who is Reedy to the supporters, left. Reedy was tired.", "Reedy"),
        ("Spain lost to the American Jane Lee Smith 6-4.", "Jane Lee Smith"),
        ("A nurse, who asked to be identified only as Jane, wept.", "Jane"),
    ],
)
def test_a_name_that_the_text_hands_out(text: str, name: str) -> None:
    assert name in {fact.mention.text for fact in facts_of(text) if fact.kind == "person"}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("He came with his uncle and agent, Tom Reed, a former defender.", "agent"),
        ("He came with his friend and lawyer, Tom Reed.", "lawyer"),
        ("He came with his uncle and aunt, Tom Reed and Jane Smith.", ""),
    ],
)
def test_a_role_joined_to_a_relation(text: str, title: str) -> None:
    (first, *_) = [fact for fact in facts_of(text) if fact.kind == "person"]
    assert first.name.title == title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It holds,” Ms. Lena Brandt told reporters.", ["Lena Brandt"]),
        ("“It holds,” Lt. Col. Lena Brandt said.", ["Lena Brandt"]),
        ("“It holds.” Mr. Lindqvist said nothing. Tom Lindqvist left.", [""]),
        ("Lena Brandt used to say it was “a box”. “It holds,” said Tom Lindqvist.", ["Lena Brandt", "Tom Lindqvist"]),
        ("“It held.\n“It will hold.\n“Always,” said Lena Brandt.", ["Lena Brandt"] * 3),
        ("“It held.”\n“It will hold,” said Lena Brandt.", ["", "Lena Brandt"]),
    ],
)
def test_where_the_words_of_one_speaker_end(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


def test_single_marks_left_open_behind_an_attribution() -> None:
    found = quotations("‘It holds,’ Lena Brandt said. ‘I drew the builder’s plan.\n\n‘I built it.’")
    assert [fact.quotation.words for fact in found] == ["It holds,", "I drew the builder’s plan.", "I built it."]
