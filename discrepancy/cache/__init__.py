"""What was worked out once and need not be again: in this process, and by option in a folder."""

from discrepancy.cache.disk import Disk
from discrepancy.cache.keys import hash_of, key_of, own_digest
from discrepancy.cache.memory import Memory

__all__ = ["Disk", "Memory", "hash_of", "key_of", "own_digest"]
