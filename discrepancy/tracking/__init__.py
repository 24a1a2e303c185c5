"""Findings as they stood, and which finding of one check is which of the next.

A decision is about a fact, so a finding is followed by what it says (rule, subject, values), however its sentences
move or are reworded. What is not surely the same is not taken to be: a decision that swallowed a new error would be
worse than one that has to be made again.
"""

from discrepancy.tracking.baseline import read_baseline
from discrepancy.tracking.follow import follow
from discrepancy.tracking.followed import Followed, Match
from discrepancy.tracking.snapshots import snapshots

__all__ = ["Followed", "Match", "follow", "read_baseline", "snapshots"]
