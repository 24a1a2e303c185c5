"""Many stories checked in one run, as a folder of pages: an index, and a page a story.

Each folder that holds articles is checked by itself. A folder whose files tell stories that have nothing to do with
each other gives a page for each of them.
"""

from __future__ import annotations

from discrepancy.pages.checked import Checked, check_stories
from discrepancy.pages.folder import ensure_usable
from discrepancy.pages.writing import asset_files, write_pages

__all__ = ["Checked", "asset_files", "check_stories", "ensure_usable", "write_pages"]
