"""What was worked out once and need not be again: in this process, and by option in a folder."""

from discrepancy.cache.disk import HEAD, Disk
from discrepancy.cache.folders import hash_of, hash_of_unchanged
from discrepancy.cache.keys import key_of
from discrepancy.cache.memory import Memory
from discrepancy.cache.program import own_digest, runs_on

__all__ = ["HEAD", "Disk", "Memory", "hash_of", "hash_of_unchanged", "key_of", "own_digest", "runs_on"]
