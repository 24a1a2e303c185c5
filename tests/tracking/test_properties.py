"""What holds of any two checks: nothing is lost, nothing stands twice, and no order matters."""

from __future__ import annotations

import random
import time
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.decided import Snapshot
from discrepancy.tracking import Followed, follow
from tests.tracking.builders import snap, told

WORDS = ("bus", "train", "fire", "harbour", "injured", "hurt", "strike", "budget", "people", "police", "12", "mayor")
LABELS = ("12", "14", "more than 12", "Ruth Abara", "Ruth Abarra", "1 June", "a dozen", "", "12 (finished)")

sentences = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)
values = st.builds(told, st.sampled_from(LABELS), sentences, document=st.sampled_from("abc"))
findings = st.builds(
    lambda subject, values, rule, kind: snap(subject, *values, rule=rule, kind=kind),
    st.lists(st.sampled_from(WORDS), max_size=2).map(" ".join),
    st.lists(values, min_size=1, max_size=3),
    st.sampled_from(("NUM001", "NUM003", "NAM001", "QUO001")),
    st.sampled_from(("", "hedge", "attribution")),
)


def numbered(found: list[Snapshot]) -> list[Snapshot]:
    """As a report has them: those that say the very same bear a number."""
    seen: Counter[str] = Counter()
    out = []
    for each in found:
        seen[each.finding] += 1
        again = seen[each.finding]
        out.append(each if again == 1 else replace(each, finding=f"{each.finding}-{again}"))
    return out


checks = st.lists(findings, max_size=12).map(numbered)


@given(checks)
def test_a_check_followed_to_itself_is_unchanged(check: list[Snapshot]) -> None:
    followed = follow(check, check)
    assert not followed.gone
    assert not followed.fresh
    assert [match.changed for match in followed.matches] == [None] * len(check)
    # Those of one id without a word to tell them apart are one as the other.
    assert all(match.earlier.values[0].label == match.now.values[0].label for match in followed.matches)


@given(checks, checks)
def test_every_finding_stands_in_one_place(earlier: list[Snapshot], now: list[Snapshot]) -> None:
    followed = follow(earlier, now)
    assert Counter(map(repr, earlier)) == _counted([match.earlier for match in followed.matches], followed.gone)
    assert Counter(map(repr, now)) == _counted([match.now for match in followed.matches], followed.fresh)


def _counted(*parts: object) -> Counter[str]:
    return Counter(repr(each) for part in parts for each in part)  # type: ignore[attr-defined]  # each is a sequence


@given(checks, checks, st.randoms(use_true_random=False))
def test_no_order_matters(earlier: list[Snapshot], now: list[Snapshot], chance: random.Random) -> None:
    before = follow(earlier, now)
    chance.shuffle(earlier)
    chance.shuffle(now)
    assert follow(earlier, now) == before


@given(checks, checks)
def test_what_is_unchanged_has_the_values_it_had(earlier: list[Snapshot], now: list[Snapshot]) -> None:
    for match in follow(earlier, now).matches:
        if match.changed is None:
            assert {v.key for v in match.earlier.values} == {v.key for v in match.now.values}
            assert match.earlier.reconciliation == "" or match.now.reconciliation != ""


def _many(count: int, seed: int) -> tuple[list[Snapshot], list[Snapshot]]:
    """Findings of many stories, and the same ones moved and reworded, so that no id stands."""
    chance = random.Random(seed)  # noqa: S311 the same figures in each run, not secrets
    nouns = [f"{a}{b}" for a in ("north", "south", "stone", "salt", "wind") for b in ("mill", "bridge", "ford", "dale")]
    before, now = [], []
    for number in range(count):
        place = f"{chance.choice(nouns)}{number % 700}"
        words = f"officials in {place} counted them when the {chance.choice(nouns)} was searched on day{number % 97}"
        low, high = str(chance.randrange(10, 60)), str(chance.randrange(60, 99))
        told_before = (told(low, f"{low} {words}"), told(high, f"{words} were {high}", document="b"))
        told_now = (told(low, f"{words}: {low}, they say"), told(high, f"there were {high}, {words}", document="b"))
        before.append(snap(f"people of {place}", *told_before))
        now.append(snap(f"{place} residents", *told_now))
    return numbered(before), numbered(now)


def _timed(count: int) -> tuple[Followed, float]:
    before, now = _many(count, seed=8)
    start = time.process_time()
    return follow(before, now), time.process_time() - start


def _all_right(followed: Followed, count: int) -> bool:
    right = sum(
        match.changed is None and match.earlier.subject.split()[-1] == match.now.subject.split()[0]
        for match in followed.matches
    )
    return right >= count * 0.99


def test_hundreds_of_reworded_findings_are_followed_at_once() -> None:
    followed, seconds = _timed(400)
    assert _all_right(followed, 400)
    assert seconds < 2


@pytest.mark.soak
def test_ten_thousand_reworded_findings_are_followed_in_seconds() -> None:
    followed, seconds = _timed(10_000)
    assert _all_right(followed, 10_000)
    assert seconds < 15
