"""House rules: ``discrepancy.toml`` or ``[tool.discrepancy]``, and what is in force with what was asked for."""

from __future__ import annotations

from discrepancy.config.in_force import InForce, Line, in_force

__all__ = ["InForce", "Line", "in_force"]
