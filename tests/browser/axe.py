"""axe-core, as axe-playwright-python carries it, on a page that is open."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

__all__ = ["violations"]

AXE = Axe()
OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
"""All of its rules but the experimental ones; ``target-size`` (24 pixels, of WCAG 2.2) is off unless asked for."""


def violations(page: Page, part: str = "html") -> list[str]:
    """What axe-core finds in part of a page, each with the element it speaks of."""
    found: list[dict[str, Any]] = AXE.run(page, part, OPTIONS).response["violations"]
    return [
        f"{each['id']} ({each['help']}): {node['target']} {node['html'][:200]}"
        for each in found
        for node in each["nodes"]
    ]
