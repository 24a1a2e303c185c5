"""Each role, by example: what a line looks like, and what it is where it stands."""

import pytest

from discrepancy.model import BlockRole
from tests.loaders.pages import LAST, LEAD, SECOND, THIRD, TITLE, article, blocks, page, role_of, texts

INSIDE = [
    # -- furniture: labels, notices, boxes
    ("furniture", "READ MORE: Harbour master in Tessel quits after 11 years"),
    ("furniture", "Read more: Tug strike ends | Crane falls on 3 cars"),
    ("furniture", "Also Read | Two dead as yacht sinks"),
    ("furniture", "Top reads: 1. Rents up 6 percent 2. Ten years in a tent"),
    ("furniture", "RELATED: Council approves $12M for pier"),
    ("furniture", "Watch: Drone footage shows the reef"),
    ("furniture", "Newsletter: The Morning Tide. Five numbers to start your day."),
    ("furniture", "THE TIDE AT BREAKFAST: Join the 45,000 readers who get our free newsletter. Enter your email."),
    ("furniture", "Subscribe to Harbour Weekly: 3 stories every Tuesday."),
    ("furniture", "Sign up here for our daily email"),
    ("furniture", "Sign up to The Briefing, our free newsletter – every weekday at 7am"),
    ("furniture", "Did you see it happen? Call our newsdesk on 0113 496 0214."),
    ("furniture", "Do you have a story? Email our reporters at news@tide.example."),
    ("furniture", "Share this article"),
    ("furniture", "Share on Facebook"),
    ("furniture", "Follow us on Instagram"),
    ("furniture", "Follow @tide on X"),
    ("furniture", "ADVERTISEMENT"),
    ("furniture", "Story continues below advertisement"),
    ("furniture", "Comments are closed on this article."),
    ("furniture", "We are temporarily suspending article commenting while we look for better ways to talk"),
    ("furniture", "[Video not showing up above? Click here to watch » tide.example/22reef/]"),
    ("furniture", "Your browser does not support this player."),
    ("furniture", "·6 min read"),
    ("furniture", "Page 1 of 3"),
    ("furniture", "3 minute read"),
    ("furniture", "Duration 2:02"),
    ("furniture", "16 hours agoDuration 2:02Our reporter visits the reef. 2:02"),
    ("furniture", "Copyright 2024 The Tide. All rights reserved."),
    ("furniture", "This material may not be published, broadcast, rewritten or redistributed without permission."),
    ("furniture", "If you have been affected by this story, call the helpline on 0800 555 010."),
    ("furniture", "This article is more than 2 years old"),
    ("furniture", "https://tide.example/more"),
    ("furniture", "___"),
    ("furniture", "• VideoMinister promises 'full inquiry' after second grounding"),
    ("furniture", "  • Tugs collide in fog, 2 missing"),
    ("furniture", "Why are so many ferries running aground this summer along the coast"),
    # -- what looks a little like furniture, and is the article
    ("body", "Ukraine and Moldova want to become a member of the union by 2030, officials said."),
    ("body", "During his visit the minister will offer 20 million euros and order a review, he said."),
    ("body", "Residents were told to sign up for emergency alerts by Friday."),
    ("body", "The report was first published in March and counted 14 groundings."),
    ("body", "Share prices of the owner fell 5% after the news."),
    ("body", "After a phone call to the president's office, the search went on."),
    ("body", "By Friday, the crew of 12 had left the ship."),
    ("body", "By turning back late, the captain put 60 people in danger, the union said."),
    ("body", "With reports from the reef still coming in, the coast guard sent two more boats."),
    ("body", "Follow-up checks found 3 more cracks."),
    ("body", "10 years ago the ferry hit the same reef."),
    ("body", "More than 40 boats took part."),
    ("body", "The owner has 30 days to pay."),
    ("body", "The search was to go on until 3 p.m."),
    ("body", "The police came from the U.S."),
    ("body", "• The ferry carried 60 passengers, the owner said.\n• Its crew numbered 12, according to the union."),
    # -- subheads
    ("subhead", "A LETTER FROM THE OWNER"),
    ("subhead", "'Candid' talks in Norvik"),
    ("subhead", "What happened?"),
    # -- captions and credits
    ("caption", "The ferry Solveig lies on the reef off Norvik on Monday. (Ann Lee/Pool Photo/The Associated Press)"),
    ("caption", "The ferry lies on the reef. (AP Photo/Ann Lee)"),
    ("caption", "[Caption: The ferry on the reef on Sunday. Photograph: A. Lee]"),
    ("caption", "NORVIK, NORWAY - JANUARY 22: People watch from the pier as the ferry is towed."),
    ("caption", "FILE - The ferry Solveig leaves Norvik on May 3, 2021."),
    ("caption", "Image caption, The ferry before it ran aground"),
    ("caption", "Divers look at the hull. REUTERS/Ann Lee"),
    ("caption", "The ferry is seen on the reef. (Reuters)"),
    ("credit", "(Photo by Ann Lee/Getty Images)"),
    ("credit", "Photo: Ann Lee"),
    ("caption", "Photo: Ann Lee greets supporters"),
    ("credit", "Photo: Ann Lee Images"),
    ("credit", "AP Photo/Ann Lee"),
    ("credit", "Getty Images"),
    # -- corrections
    ("correction", "Correction: An earlier version gave the wrong number of passengers."),
    ("correction", "This story has been corrected to say that 60, not 16, were on board."),
    ("correction", "(Corrects number of passengers in paragraph 2)"),
    ("correction", "(This Sept. 6 story has been refiled to fix a typo)"),
    ("correction", "Editor's note: The name of the captain was left out at the family's wish."),
    ("correction", "An earlier version of this article misspelled the name of the ferry."),
]


@pytest.mark.parametrize(("role", "line"), INSIDE, ids=[line[:40] for _, line in INSIDE])
def test_a_line_inside_the_article(role: str, line: str) -> None:
    found = blocks(article(line))
    assert [block for block in found if block[1] in line and block[0] == role]
    # Whatever it is, the article goes on after it.
    assert found[-2:] == [("body", THIRD), ("body", LAST)]


HEAD = [
    ("credit", "By Ann Lee"),
    ("credit", "BY ANN LEE, MERIDIAN PRESS"),
    ("credit", "By Tamsin Lee, court correspondent"),
    ("credit", "By Magnus Lee | Nordic Press Service"),
    ("credit", "By Reuters - 18 December 2022"),
    ("credit", "ByAnn Lee, Norvik"),
    ("credit", "Ann Lee in Norvik"),
    ("credit", "Ann Lee and Bo Ek"),
    ("credit", "Business desk"),
    ("credit", "The Norvik Courier"),
    ("credit", "(Photo by Ann Lee/Getty Images)"),
    ("dateline", "24 October 2024, 17:48"),
    ("dateline", "13.10.2024"),
    ("dateline", "Published: Sat 12 Oct 2024, 22:30 WEST"),
    ("dateline", "Updated: 6th September 2024, 4.45pm"),
    ("dateline", "Feb 1, 2022, 12:39 PM | Updated: Jun 13, 2022, 3:40 pm"),
    ("dateline", "Friday, October 25, 2024 | 6:15 a.m. EDT"),
    ("dateline", "NORVIK (AP) — Oct. 12, 2024"),
    ("dateline", "NORVIK, Sept. 7, 2024"),
    ("dateline", "3 hours ago"),
    ("furniture", "·6 min read"),
    ("furniture", "Page 1 of 3"),
    ("furniture", "Home / World News / Ferry runs aground"),
    ("furniture", "Politics"),
    ("furniture", "World News"),
    ("furniture", TITLE),
    ("summary", "Ferry owner promises inquiry as passengers reach Norvik"),
    ("summary", "• Coast guard takes all passengers off"),
    ("furniture", "• Rents rise 6% in Tessel"),
]


@pytest.mark.parametrize(("role", "line"), HEAD, ids=[line[:40] for _, line in HEAD])
def test_a_line_between_headline_and_article(role: str, line: str) -> None:
    found = blocks(page(TITLE, line, LEAD, SECOND, THIRD))
    assert found[0] == ("headline", TITLE)
    assert {block[0] for block in found[1:-3]} == {role}
    assert [block[0] for block in found[-3:]] == ["body"] * 3


TAIL = [
    (
        "credit",
        "Lee reported from Norvik. Associated Press writers Bo Ek in Oslo and Jo Hale contributed to this report.",
    ),
    ("credit", "Information for this article was contributed by Ann Lee and Bo Ek of The Associated Press."),
    ("credit", "With files from The Associated Press"),
    ("credit", "Reporting by Ann Lee in Norvik; Editing by Bo Ek"),
    ("credit", "(Reporting by Ann Lee; additional reporting by Bo Ek; Editing by Jo Hale)"),
    ("credit", "Ann Lee And Bo Ek, The Associated Press"),
    ("credit", "Ann Lee is a reporter for the Norvik Courier."),
    ("furniture", TITLE),
    ("furniture", "Harbour Radio 790 Listen Live"),
    ("furniture", "Subscribe"),
]


@pytest.mark.parametrize(("role", "line"), TAIL, ids=[line[:40] for _, line in TAIL])
def test_a_line_after_the_article(role: str, line: str) -> None:
    assert blocks(page(TITLE, LEAD, SECOND, THIRD, line))[-1] == (role, line)


def test_teasers_to_the_end_of_the_page() -> None:
    teasers = (
        "Top Stories",
        "World News",
        "NORVIK, NORWAY - OCTOBER 07: A crane stands in the harbour of Norvik after it fell and cras...",
        "Crane falls on pier, killing 4",
        "A crane fell on a pier in Norvik on Friday, killing 4, police said.\n16 hours ago",
        "Ann Lee, Associated Press",
        "Airline gives away 400,000 seats",
        "The airline will hand out 400,000 tickets from March.\n2 days ago",
        "Sponsored Articles",
        "7 ways to halve your power bill",
        "Old bulbs cost you money. Read on for tips from people who know.",
    )
    found = blocks(page(TITLE, LEAD, SECOND, THIRD, *teasers))
    assert [role for role, _ in found[:4]] == ["headline", "body", "body", "body"]
    assert {role for role, _ in found[4:]} == {"furniture"}


def test_list_of_other_stories_with_their_first_lines() -> None:
    listed = (
        "Latest Stories\n\n  • Crane falls in Tessel\n\n    Four people died when a crane fell on Friday.\n\n"
        "  • Jet lands late\n\n    LYON (AP) — A jet with 112 aboard landed an hour late on Monday."
    )
    assert {role for role, _ in blocks(page(TITLE, LEAD, SECOND, THIRD, listed))[4:]} == {"furniture"}


def test_article_goes_on_after_links_to_other_stories() -> None:
    text = article("Recommended Stories", "list of 2 items", "Why do ferries run aground", "Photos: Storm in Tessel")
    assert texts(text, BlockRole.BODY) == [LEAD, SECOND, THIRD, LAST]


def test_article_goes_on_after_an_advert() -> None:
    advert = "ADVERTISEMENT\nGutters full? Call Hobart Roofing before April 30 and save 25% on any job."
    assert texts(article(advert), BlockRole.BODY) == [LEAD, SECOND, THIRD, LAST]
    assert texts(article("ADVERTISEMENT"), BlockRole.BODY) == [LEAD, SECOND, THIRD, LAST]


def test_box_of_a_film_has_its_title() -> None:
    text = article("What is at stake on the reef", "11 hours agoDuration 3:47Our desk answers. 3:47")
    assert role_of(text, "What is at stake") == "furniture"


def test_list_that_a_sentence_leads_up_to_is_body() -> None:
    text = article("The dead were named as:", "• Ann Lee, 34\n\n• Bo Ek, 12")
    assert role_of(text, "Ann Lee, 34") == "body"


def test_list_under_key_points_is_body() -> None:
    assert role_of(article("What we know", "• 60 passengers on board"), "60 passengers on board") == "body"


def test_caption_is_cut_from_its_credit() -> None:
    found = blocks(article("The ferry is towed to Norvik. (Ann Lee/Pool/Reuters)"))
    assert ("caption", "The ferry is towed to Norvik.") in found
    assert ("credit", "(Ann Lee/Pool/Reuters)") in found


def test_caption_that_the_page_cut_off_is_furniture() -> None:
    caption = "NORVIK, NORWAY - JANUARY 22: People watch from the pier as the ferry is towed away."
    found = blocks(page(TITLE, f"{caption[:60]}...\n{caption}", LEAD, SECOND))
    assert [role for role, _ in found] == ["headline", "furniture", "caption", "body", "body"]


def test_links_above_the_headline() -> None:
    found = blocks(
        page("Skip to content", "Home", "Crane falls on 3 cars in Tessel", TITLE, "By Ann Lee", LEAD, SECOND)
    )
    assert [role for role, _ in found] == ["furniture"] * 3 + ["headline", "credit", "body", "body"]


def test_summary_stands_between_headline_and_byline() -> None:
    deck = "Passengers were taken off by boat, officials say."
    found = blocks(page(TITLE, deck, "By Ann Lee", "Published On 19 Jan 2025", LEAD, SECOND))
    assert [role for role, _ in found] == ["headline", "summary", "credit", "dateline", "body", "body"]


def test_page_without_headline() -> None:
    assert [role for role, _ in blocks(page(LEAD, SECOND, THIRD))] == ["body"] * 3


def test_page_without_one_sentence() -> None:
    assert blocks("Ferry aground\nSixty on board") == [("headline", "Ferry aground"), ("body", "Sixty on board")]


def test_wrapped_lines_are_one_block() -> None:
    text = (
        "FERRY RUNS AGROUND\n\n"
        "  NORVIK, Norway (AP) -- A ferry with 60 passengers on board ran\n"
        "aground off Norvik on Monday, and all of them were taken off\n"
        "safely, the coast guard said.\n"
        "  The ferry, built in 1987, had been checked twice in March,\n"
        "when inspectors found cracks in two of its five bulkheads.\n"
    )
    roles = [role for role, _ in blocks(text)]
    assert roles == ["headline", "dateline", "body", "body"]
    assert blocks(text)[2][1].startswith("A ferry")
    assert blocks(text)[2][1].endswith("guard said.")


def test_lines_that_a_sentence_leads_up_to_are_body() -> None:
    assert [role for role, _ in blocks(article("The dead were named as:", "Ann Lee, 34", "Bo Ek, 12"))] == [
        "headline",
        *["body"] * 7,
    ]


def test_sentence_that_lost_its_full_stop_is_body() -> None:
    assert role_of(article("Divers said that they had found 3 cracks in the hull of the ship"), "Divers") == "body"


def test_label_alone_takes_the_links_under_it() -> None:
    text = article("Read more:", "Crane falls on 3 cars in Tessel", "• Rents rise 6% in Lund")
    assert texts(text, BlockRole.BODY) == [LEAD, SECOND, THIRD, LAST]


def test_teaser_without_a_heading_has_its_age() -> None:
    teaser = ("Crane falls in Tessel", "Four people died when a crane fell on Friday.\n2 days ago")
    assert {role for role, _ in blocks(page(TITLE, LEAD, SECOND, THIRD, *teaser))[4:]} == {"furniture"}


def test_line_over_a_picture_credit_is_a_caption() -> None:
    assert role_of(article("The ferry on the reef\nPhoto: Ann Lee"), "on the reef") == "caption"


def test_prose_that_trails_off_is_body_and_a_cut_caption_is_not() -> None:
    assert role_of(article("And then the ferry stopped, she said, and nobody spoke..."), "And then") == "body"
    assert (
        role_of(page(TITLE, LEAD, "Divers look at the hull of the fer...", "Photo: Ann Lee", THIRD), "Divers")
        == "furniture"
    )


def test_article_goes_on_with_one_paragraph_after_a_list_of_links() -> None:
    text = page(TITLE, LEAD, SECOND, "Related", "• Crane falls on 3 cars", '"It is on the reef," said Lund.')
    assert texts(text, BlockRole.BODY)[-1].startswith('"It is')


def test_caption_stands_under_its_label() -> None:
    assert role_of(article("Image caption,", "Divers on the reef"), "Divers on") == "caption"


def test_dash_and_names_sign_the_article() -> None:
    assert role_of(page(TITLE, LEAD, SECOND, THIRD, "- Ann Lee", "Top Stories", "Rents rise"), "- Ann Lee") == "credit"


def test_what_stands_over_the_headline_is_no_part_of_the_article() -> None:
    notice = "The Courier wants to tell you when news breaks, and you can stop it at any time."
    found = blocks(page(notice, TITLE, "By Ann Lee", LEAD, SECOND, THIRD))
    assert [role for role, _ in found] == ["furniture", "headline", "credit", "body", "body", "body"]
