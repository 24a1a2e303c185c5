"""Files to documents. A loader is one module here that holds a ``LOADER``; it is found by being there.

What every loader shares is in two folders beside them: ``intake`` finds files, opens them safely and hands them to
the loader that claims them; ``layout`` tells the parts of a page of running text from one another.
"""

from __future__ import annotations

from discrepancy.loaders.intake.collect import Loaded, collect, load_path
from discrepancy.loaders.intake.gather import Gathered, StoryFiles, gather
from discrepancy.loaders.intake.loader import Loader
from discrepancy.loaders.intake.registry import loaders

__all__ = ["Gathered", "Loaded", "Loader", "StoryFiles", "collect", "gather", "load_path", "loaders"]
