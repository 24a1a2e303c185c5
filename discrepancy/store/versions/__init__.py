"""What is followed over time, kept in the file of the decisions: places that are looked at, versions, stories, alerts.

Each thing has a file: what it is as rows, and what can be asked and written of it inside a transaction that is open.
:class:`Versions` puts them together. Every write is a transaction, and several in one :meth:`Versions.together` are
one: a process that is killed anywhere leaves all of it or nothing.
"""

from discrepancy.store.versions.opening import open_versions
from discrepancy.store.versions.records import Kept, StoryRow
from discrepancy.store.versions.versions import Versions

__all__ = ["Kept", "StoryRow", "Versions", "open_versions"]
