"""A check held against what came before: an earlier report, or a store of decisions.

Either gives each finding a review, which says whether it is new, known, decided or reopened; what counts for a gate
is what is new or reopened, and what was decided to be mended or asked.
"""

from __future__ import annotations

from discrepancy.gate.baseline import against_baseline
from discrepancy.gate.counting import counted
from discrepancy.gate.stored import against_store
from discrepancy.gate.story import story_key, story_keys

__all__ = ["against_baseline", "against_store", "counted", "story_key", "story_keys"]
