"""Words of quotations."""

import pytest

from discrepancy.lexicon import table
from discrepancy.lexicon.quoted import opposites


@pytest.mark.parametrize(("one", "other"), [("before", "after"), ("little", "lot"), ("won", "lost"), ("more", "fewer")])
def test_opposites_go_both_ways(one: str, other: str) -> None:
    assert other in opposites(one)
    assert one in opposites(other)


def test_no_word_is_its_own_opposite() -> None:
    assert [
        word for pair in table("opposite_words")["pairs"] for side in pair for word in side if word in opposites(word)
    ] == []
    assert opposites("bridge") == frozenset()


def test_every_variant_has_one_form() -> None:
    variants = table("quoted_variants")
    forms = [form for kind in ("spelled", "shortened") for each in variants[kind].values() for form in each]
    keys = {key for kind in ("spelled", "shortened") for key in variants[kind]}
    assert len(forms) == len(set(forms))
    assert not keys & set(forms)
