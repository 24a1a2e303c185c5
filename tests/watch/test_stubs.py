"""What is no update of an article: walls; and what is one, however short it became."""

import pytest

from discrepancy.watch.stubs import stub_of, wall_in
from tests.watch.documents import document

TITLE = "# Storm wrecks boats in Skelby"
LEDE = "The harbour board of Skelby said on Monday that 12 boats were lost in the storm, and two people were hurt."
SECOND = "Repairs to the old pier are expected to cost 4 million crowns over the next three years, its head said."
MORE = [
    f"The storm of {year} had wrecked {boats} boats along the coast, and the town rebuilt its wall with stone."
    for year, boats in ((1987, 31), (1994, 8), (2003, 17), (2011, 5), (2019, 22))
]
WHOLE = document(TITLE, LEDE, SECOND, *MORE)
PAID = "a part of the article: the rest is for subscribers"
COUNTED = "a part of the article: it has fewer words than the page counts"
CONSENT = (
    "We and our 812 partners store and/or access information on a device, such as cookies.",
    "You may accept or manage your choices, including your right to object.",
)


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (document(TITLE, LEDE, status=PAID), "paid article"),
        (document(TITLE, LEDE, SECOND[:40] + "…", status=PAID), "paid article"),
        (document(TITLE, LEDE, SECOND, *MORE[:3], status=PAID), "paid article"),
        (document(TITLE, LEDE.replace("12", "14"), SECOND, *MORE[:2], status=PAID), "paid article"),
        (document(TITLE, LEDE, SECOND, status=COUNTED), "fewer words"),
        (document(TITLE, LEDE, SECOND[:60] + " [...]", status="summary only"), "part of the article"),
        (document(TITLE, LEDE, "Subscribe to continue reading this article."), "paid article"),
        (document(TITLE, LEDE, "! Already a subscriber? Sign in."), "paid article"),
        (document("# Your privacy", *CONSENT), "consent"),
        (document("# Sign in", "Sign in to continue.", "Forgot your password?"), "log in"),
        (document("# Just a moment", "Checking your browser before you go on."), "keeps programs out"),
    ],
    ids=[
        "the first paragraph",
        "clipped",
        "most of it, and the end is paid for",
        "less of it, with a new figure in it",
        "fewer words than the page counts",
        "a feed that now gives the beginning only",
        "words of a wall in the text",
        "words of a wall beside the text",
        "consent",
        "log-in",
        "a check for programs",
    ],
)
def test_a_wall_is_no_update(now, words):
    assert words in stub_of(now, WHOLE)


@pytest.mark.parametrize(
    "now",
    [
        WHOLE,
        document(TITLE, LEDE),
        document(TITLE, LEDE, SECOND),
        document(TITLE, LEDE, SECOND, status="summary only"),
        document(TITLE, LEDE.replace("12", "9"), SECOND, *MORE, status=PAID),
        document(TITLE, "The harbour board withdrew its figures.", "An earlier report was wrong."),
        document(TITLE, LEDE, *MORE, "Subscribe to continue reading more of our reports every day."),
        document(TITLE, LEDE, SECOND, *MORE, *MORE, status="summary only"),
    ],
    ids=[
        "nothing changed",
        "cut to a paragraph by an editor",
        "cut to two",
        "cut to two in a feed",
        "a changed figure in all of the text",
        "rewritten shorter",
        "an appeal below all of the text",
        "longer, and a part of something",
    ],
)
def test_an_edit_is_an_update_however_much_it_takes_out(now):
    assert stub_of(now, WHOLE) == ""


def test_what_stands_in_place_of_a_short_article_is_no_update():
    before = document(TITLE, LEDE)
    assert "consent" in stub_of(document("# Your privacy", *CONSENT), before)
    assert stub_of(document(TITLE, LEDE, "The site did not ask to accept all cookies before."), before) == ""


def test_words_that_stood_there_before_are_no_new_wall():
    before = document(TITLE, LEDE, SECOND, *MORE, "! Already a subscriber? Sign in.")
    assert stub_of(document(TITLE, LEDE, "! Already a subscriber? Sign in."), before) == ""


@pytest.mark.parametrize(
    ("first", "words"),
    [
        (document(TITLE, LEDE, status=PAID), "paid article"),
        (document(TITLE, LEDE, "! To continue reading, subscribe.", status="summary only"), "paid article"),
        (document("# Your privacy", *CONSENT), "consent"),
        (document(TITLE, LEDE, status="summary only"), ""),
        (document(TITLE, LEDE, status=COUNTED), ""),
        (document(TITLE, LEDE), ""),
        (WHOLE, ""),
        (
            document(
                "# Sites must ask before they track", "The regulator said a button “accept all cookies” is not enough."
            ),
            "",
        ),
    ],
    ids=[
        "paid",
        "paid by its words",
        "consent",
        "a feed's summary",
        "counted",
        "short",
        "whole",
        "an article on walls",
    ],
)
def test_the_first_that_is_seen_of_an_article_is_a_stub_only_with_the_words_of_a_wall(first, words):
    why = stub_of(first, None)
    assert words in why
    assert bool(why) == bool(words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Please  log in to\ncontinue", "log in"),
        ("WE VALUE YOUR PRIVACY", "consent"),
        ("You’ve reached your free article limit", "paid article"),
        ("The storm wrecked 12 boats.", ""),
    ],
)
def test_a_text_is_known_by_a_walls_words(text, words):
    assert words in wall_in(text)
    assert bool(wall_in(text)) == bool(words)
