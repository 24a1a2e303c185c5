"""Which documents tell one story, of as many as there are: each sketched once, then told apart as they come."""

from __future__ import annotations

from discrepancy.documents import Sketch
from discrepancy.stories.grouping.group import WINDOW, Told, group, in_order
from discrepancy.stories.grouping.sketch import sketch, sketches

__all__ = ["WINDOW", "Sketch", "Told", "group", "in_order", "sketch", "sketches"]
