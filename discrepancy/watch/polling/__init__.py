"""Looking at a source once: given how it was last looked at, what was found and how it is looked at next.

Nothing is kept here: a look is a function of the place, of what is known of it, of the answer and of the time.
"""

from __future__ import annotations

from discrepancy.watch.polling.feeds import look_at_feed
from discrepancy.watch.polling.folders import look_at_folder
from discrepancy.watch.polling.looked import Looked
from discrepancy.watch.polling.pages import look_at_page

__all__ = ["Looked", "look_at_feed", "look_at_folder", "look_at_page"]
