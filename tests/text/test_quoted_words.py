"""Words in quotation marks, compared."""

import pytest

from discrepancy.text.quoted_words import is_extract, quoted_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We won’t sell", "we will not sell"),
        ("They’re gone; I've looked, he'll say, I'm sure", "They are gone I have looked he will say I am sure"),
        ("It cannot hold", "it can't hold"),
        ("ten years", "10 years"),
        ("The labour of honour", "the labor of honor"),
        ("We organise its defence at the theatre", "we organize its defense at the theater"),
        ("de-escalation", "deescalation"),
    ],
)
def test_other_spellings_of_the_same_words(one: str, other: str) -> None:
    assert "".join(quoted_words(one)) == "".join(quoted_words(other))
    assert is_extract(one, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the bridge holds", "We know that the bridge holds in any wind", True),
        (
            "We have never seen [floods] like this ... in our town",
            "We have never seen water like this, not in our town",
            True,
        ),
        ("We have … seen it", "We have not seen it", True),
        ("in our town ... like this", "We have never seen water like this in our town", False),
        ("the bridge sways", "the bridge holds", False),
        ("…", "the bridge holds", False),
    ],
)
def test_extracts(one: str, other: str, same: bool) -> None:
    assert is_extract(one, other) is is_extract(other, one) is same
