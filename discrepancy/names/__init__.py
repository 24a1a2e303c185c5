"""Comparing names of persons: are two one person's, and are they spelled alike?"""

from discrepancy.names.compare import compare_names

__all__ = ["compare_names"]
