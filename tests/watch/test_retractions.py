"""When a source takes its whole story back, and when the news is about somebody else who does."""

import pytest

from discrepancy.watch.retractions import retraction_in
from tests.watch.documents import document


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("WITHDRAWN: Mill owner charged with fraud", "Mill owner Ned Strand was charged with fraud on Monday."),
        ("RETRACTED - Mill owner charged with fraud", "Mill owner Ned Strand was charged."),
        ("ADVISORY: story withdrawn, mill owner", "Please do not use."),
        ("Mill owner charged", "Editor's note: This story has been retracted. Mr Strand was acquitted."),
        ("Mill owner charged", "We have withdrawn this article because its source could not be confirmed."),
        ("BULLETIN KILL", "Kill this story from Upton. The charge can not be confirmed."),
    ],
)
def test_a_story_that_is_taken_back_is_known(title: str, body: str) -> None:
    assert retraction_in(document(f"# {title}", body))


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Journal retracts article on vaccines", "The journal has retracted its article, it said on Monday."),
        (
            "Ministry report withdrawn",
            "The report has been withdrawn by the ministry, and one withdrawn in May too.",
        ),
        ("KILLED IN ACTION: three sons of one town", "Three soldiers were killed in action on Sunday."),
        ("Withdrawn player returns", "The player was withdrawn before the match."),
        ("Minister steps back", "“This report has been withdrawn,” the minister said."),
        ("Kill the bill, say marchers", "Marchers asked the assembly to kill this bill."),
        ("Correction", "Correction: an earlier version of this article gave a wrong figure, which has been removed."),
    ],
)
def test_what_others_take_back_is_news(title: str, body: str) -> None:
    assert not retraction_in(document(f"# {title}", body))
