"""The command line, thin over the public interface: a command a file. Only here does an exception become an exit code.

Exit codes: 0 nothing at or above ``--fail-on``, 1 findings, 2 could not do it.
"""

from __future__ import annotations

from discrepancy.cli.program import app, main

__all__ = ["app", "main"]
