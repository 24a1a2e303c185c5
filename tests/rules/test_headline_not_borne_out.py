"""STO002: headlines, summaries and captions that the text below contradicts."""

from __future__ import annotations

import pytest

import discrepancy
from tests.builders import doc

FIRE = {
    "years in prison": ("Banker caged for 11 years", "Ruth Hale was handed a nine-year jail term on Monday."),
    "dead for ill": (
        "Outbreak leaves 23 dead",
        "Twenty-three people have now been sickened by the bacteria and four of them have died.",
    ),
    "arrests": ("27 arrested after march", "Police said 17 people had been detained near the square."),
    "injured": (
        "Bus crash injures 40",
        "The driver lost control on the bend. Fourteen passengers were hurt, medics said.",
    ),
    "goals": ("Hat-trick hero Ruiz sinks City", "Ruiz headed in his second of the night three minutes from time."),
    "truce": ("Truce collapses on border", "A ceasefire between the two sides was still holding on Monday."),
    "vote": ("Council approves stadium plan", "The council rejected the plan for a stadium by 31 votes to 12."),
    "verdict": ("Surgeon acquitted of fraud", "Viktor Hale was found guilty by a jury on Monday."),
    "strike": ("Rail strike called off", "The strike will go ahead on Friday, the union said."),
    "profit": ("Profit soars at Harlan", "Harlan said profit fell by a third in the quarter."),
    "resigned": ("Minister quits over leak", "Ana Hale refused to resign on Monday and said she had leaked nothing."),
    "stance": (
        "Ferry strike goes on as crews spurn pay deal",
        "Crews at the ferry line voted by 70 per cent to end their strike on Friday, the union said.",
    ),
    "one figure both ways": (
        "Baker's profit falls 11%",
        "The baker reported an 11% rise in annual profit. Its profit fell to 218 million pounds from 245 million.",
    ),
    "turned down": ("Nurses accept pay offer", "Nurses on Monday rejected a pay offer of 4 percent, their union said."),
    "still possible": ("Minister rules out road toll", "The minister said a road toll remained an option."),
    "no majority": ("Civic Union wins control of council", "No party has a majority on the new council of 40 seats."),
    "too early": ("Mayor calls for dam to go", "It was far too early to talk of taking it down, she said."),
    "lost": ("Rovers win derby", "Rovers lost 3-2 to City on Saturday, their fifth defeat."),
    "the other parent": ("Mother charged over fire", "A father of three was charged on Monday with arson."),
    "hurt": ("Nobody hurt as crane falls", "Three people were injured on Friday when a crane fell."),
    "the other way": ("House prices slip", "House prices rose by 0.4 percent in October, a lender said."),
    "hired": (
        "Yard to hire 2,500 new workers",
        "The yard will hire 1,600 people, it said on Thursday. A further 900 workers will keep their posts.",
    ),
    "found": ("Missing hiker found dead", "The hiker was found safe in a hut on Monday, police said."),
}


@pytest.mark.parametrize(("headline", "text"), FIRE.values(), ids=FIRE)
def test_text_contradicts_the_headline(headline: str, text: str) -> None:
    report = discrepancy.check(doc(text, headline=headline))
    told = [found for found in report.findings if found.rule in {"STO002", "NUM001"} and found.level.value == "error"]
    assert len(told) == 1
    assert any(mention.block.value == "headline" for value in told[0].values for mention in value.mentions)


LEAVE = {
    "rounded": ("Nearly 5,000 arrested", "Police said 4,870 people had been arrested near the square."),
    "a sum": ("12 dead in storms", "Six people died in Ashton, four in Barrow and two in Crewe."),
    "some among them": ("Two children among dead", "Fourteen people were killed when the roof fell in."),
    "one more": ("Three more arrested over fire", "Police have now arrested 11 people over the fire."),
    "another time": ("Fire kills four", "Four people died. In 2011 a fire in the same street killed nine people."),
    "two sentences": (
        "Banker jailed for nine years",
        "Ruth Hale was jailed for nine years. Her aide was jailed for four years.",
    ),
    "a maximum": ("Banker jailed for nine years", "Ruth Hale was sent down. The maximum prison term is 10 years."),
    "a question": ("Has the truce collapsed?", "A ceasefire between the two sides was still holding on Monday."),
    "feared": ("Fears that truce may collapse", "A ceasefire between the two sides was still holding on Monday."),
    "an older truce": ("Truce holds on border", "The truce held. A truce in 2021 collapsed after nine days."),
    "both told": (
        "Council approves stadium plan",
        "The council approved the plan on Monday. In May it had rejected the plan by 31 votes to 12.",
    ),
    "appeal": ("Surgeon cleared of fraud", "Viktor Hale was convicted in 2019. On Monday a court cleared him."),
    "three goals": (
        "Hat-trick hero Ruiz sinks City",
        "Ruiz headed in his second before the break and a third after it.",
    ),
    "one of two measures": ("Sales soar at Harlan", "Harlan said sales rose 9%. Its profit fell by a third."),
    "both parents": (
        "Mother charged over fire",
        "A father of three was charged with arson on Monday. The mother was charged too.",
    ),
    "won in the end": ("Rovers win cup", "Rovers, who lost to City in May, won the cup on Saturday."),
    "youth": ("Jobless total falls", "The jobless total fell in June. Youth unemployment rose."),
    "none then": ("Nobody hurt as crane falls", "No one was injured. In 2019 two people were hurt by a crane."),
    "both verdicts": (
        "Three convicted, one acquitted over kidnap",
        "A jury on Friday convicted three people of kidnap.",
    ),
    "a court and those it overrules": (
        "Court annuls licence for Arden dam",
        "A court on Friday annulled the licence for the Arden dam, which regulators had approved in 2021.",
    ),
    "a step": ("Minister quits over leak", "Ana Hale resigned on Monday. Last week she refused to resign."),
}


@pytest.mark.parametrize(("headline", "text"), LEAVE.values(), ids=LEAVE)
def test_left_alone(headline: str, text: str) -> None:
    report = discrepancy.check(doc(text, headline=headline))
    assert [found for found in report.findings if found.rule == "STO002"] == []
