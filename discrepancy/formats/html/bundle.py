"""The page's style and script: each put together from one file a part, in a set order."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

__all__ = ["INDEX", "REPORT", "REVIEWED", "Bundle", "digest", "files", "script", "style"]

STYLES = """
base masthead sections versions tools matrix card brief pictures texts rules files foot help narrow forced_colours print
""".split()
"""The parts of the style, in the order of the cascade: a later one wins over an earlier."""
SCRIPTS = "base address filters changed lined texts links keys printing start".split()
"""The parts of the script, each using only what stands in an earlier one."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """The parts of one kind of page; ``name`` is that of its files, where it may not hold them.

    A page of another room builds on one of these: ``base`` comes first, then its own parts, from ``package``.
    """

    name: str
    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    base: Bundle | None = None
    package: str = __package__ or ""
    served: bool = False
    """Whether a server of ours sends the page, which its script may ask."""


REPORT = Bundle("discrepancy", tuple(STYLES), tuple(SCRIPTS))
"""The page of a report."""
REVIEWED = Bundle("discrepancy", ("reviews",), (), REPORT)
"""The page of a report with reviews. Where style and script stand beside the pages, one pair of files serves both."""
INDEX = Bundle(
    "discrepancy-index",
    tuple("base masthead sections tools files foot stories forced_colours print".split()),
    ("base", "address", "stories"),
)
"""The index of many stories."""


@cache
def style(bundle: Bundle = REPORT) -> str:
    """The whole style."""
    return "".join(_parts(bundle, "style", "css"))


@cache
def script(bundle: Bundle = REPORT) -> str:
    """The whole script, in a scope of its own."""
    parts = "".join(_parts(bundle, "script", "js"))
    return f'"use strict";\n(() => {{\n{parts}}})();\n'


def files(bundle: Bundle = REVIEWED) -> dict[str, str]:
    """Both as files, by name, for pages that may not hold them."""
    return {f"{bundle.name}.css": style(bundle), f"{bundle.name}.js": script(bundle)}


def digest(text: str) -> str:
    """What a Content-Security-Policy calls ``text``: its SHA-256, in base 64."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _parts(bundle: Bundle, folder: str, ending: str) -> Iterator[str]:
    if bundle.base:
        yield from _parts(bundle.base, folder, ending)
    for name in bundle.styles if folder == "style" else bundle.scripts:
        text = resources.files(bundle.package).joinpath(folder, f"{name}.{ending}").read_text(encoding="utf-8")
        yield text.replace("\r\n", "\n")
