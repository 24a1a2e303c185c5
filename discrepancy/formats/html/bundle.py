"""The page's style and script: each put together from one file a part, in a set order."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import resources

__all__ = ["INDEX", "REPORT", "Bundle", "digest", "files", "script", "style"]

STYLES = """
base masthead sections versions tools matrix card brief pictures texts rules files foot help narrow forced_colours print
""".split()
"""The parts of the style, in the order of the cascade: a later one wins over an earlier."""
SCRIPTS = "base address filters changed lined texts links keys printing start".split()
"""The parts of the script, each using only what stands in an earlier one."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """The parts of one kind of page; ``name`` is that of its files, where it may not hold them."""

    name: str
    styles: tuple[str, ...]
    scripts: tuple[str, ...]


REPORT = Bundle("discrepancy", tuple(STYLES), tuple(SCRIPTS))
"""The page of a report."""
INDEX = Bundle(
    "discrepancy-index",
    tuple("base masthead sections tools files foot stories forced_colours print".split()),
    ("base", "address", "stories"),
)
"""The index of many stories."""


@cache
def style(bundle: Bundle = REPORT) -> str:
    """The whole style."""
    return "".join(_part("style", f"{name}.css") for name in bundle.styles)


@cache
def script(bundle: Bundle = REPORT) -> str:
    """The whole script, in a scope of its own."""
    parts = "".join(_part("script", f"{name}.js") for name in bundle.scripts)
    return f'"use strict";\n(() => {{\n{parts}}})();\n'


def files(bundle: Bundle = REPORT) -> dict[str, str]:
    """Both as files, by name, for pages that may not hold them."""
    return {f"{bundle.name}.css": style(bundle), f"{bundle.name}.js": script(bundle)}


def digest(text: str) -> str:
    """What a Content-Security-Policy calls ``text``: its SHA-256, in base 64."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _part(folder: str, name: str) -> str:
    text = resources.files(__package__).joinpath(folder, name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")
