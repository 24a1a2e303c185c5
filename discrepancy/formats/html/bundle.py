"""The page's style and script: each put together from one file a part, in a set order."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib import resources

__all__ = ["digest", "files", "script", "style"]

STYLES = """
base masthead sections versions tools matrix card texts files foot help narrow forced_colours print
""".split()
"""The parts of the style, in the order of the cascade: a later one wins over an earlier."""
SCRIPTS = "base filters texts links keys printing start".split()
"""The parts of the script, each using only what stands in an earlier one."""


@cache
def style() -> str:
    """The whole style."""
    return "".join(_part("style", f"{name}.css") for name in STYLES)


@cache
def script() -> str:
    """The whole script, in a scope of its own."""
    parts = "".join(_part("script", f"{name}.js") for name in SCRIPTS)
    return f'"use strict";\n(() => {{\n{parts}}})();\n'


def files() -> dict[str, str]:
    """Both as files, by name, for pages that may not hold them."""
    return {"discrepancy.css": style(), "discrepancy.js": script()}


def digest(text: str) -> str:
    """What a Content-Security-Policy and an integrity attribute call ``text``: its SHA-256, in base 64."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _part(folder: str, name: str) -> str:
    text = resources.files(__package__).joinpath(folder, name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")
