"""Decisions that last: one SQLite file, written to its end and never changed.

What the file holds are events, each about one matter, each with the finding as it stood and with the hash of the event
before. How a matter stands is worked out of its events (:func:`matter_of`; in the file itself, the view ``standing``).
Nothing is changed or deleted: taking back a decision is an event, too.
"""

from discrepancy.store.as_json import event_as_json, event_from_json, snapshot_as_json, snapshot_from_json
from discrepancy.store.conflicts import DecidedMeanwhile
from discrepancy.store.connecting import may_write
from discrepancy.store.exchange import Exchange, all_exchanges, exchange_by_name, exchange_by_path
from discrepancy.store.matters import matter_of
from discrepancy.store.opening import open_store
from discrepancy.store.records import Disagreement, Health, Incoming, Merged, Step, Verified
from discrepancy.store.store import Store

__all__ = [
    "DecidedMeanwhile",
    "Disagreement",
    "Exchange",
    "Health",
    "Incoming",
    "Merged",
    "Step",
    "Store",
    "Verified",
    "all_exchanges",
    "event_as_json",
    "event_from_json",
    "exchange_by_name",
    "exchange_by_path",
    "matter_of",
    "may_write",
    "open_store",
    "snapshot_as_json",
    "snapshot_from_json",
]
