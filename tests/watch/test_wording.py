"""Which edits leave the words as they were."""

import pytest

from discrepancy.watch.wording import same_words
from tests.watch.documents import document

HEAD, TEXT, CAPTION = "# Storm “wrecks” boats", "The board - it's new - said 12 boats were lost.", "> The harbour."
BEFORE = document(HEAD, TEXT, CAPTION, "! Advert")


@pytest.mark.parametrize(
    ("now", "same"),
    [
        (BEFORE, True),
        (document('# Storm "wrecks" boats', "The board – it’s new—said 12\u00a0boats  were lost.", CAPTION), True),
        (document(HEAD, "The board - it's new -", "said 12 boats were lost.", CAPTION), True),
        (document(HEAD, TEXT, CAPTION, "! Another advert"), True),
        (document(HEAD, TEXT.replace("boats", "bo\u00adats"), CAPTION), True),
        (document(HEAD, TEXT.replace("12", "13"), CAPTION), False),
        (document("# Storm sinks boats", TEXT, CAPTION), False),
        (document(HEAD, TEXT, "> The pier."), False),
    ],
    ids="nothing marks paragraphs furniture soft-hyphen figure headline caption".split(),
)
def test_same_words(now, same):
    assert same_words(BEFORE, now) is same
