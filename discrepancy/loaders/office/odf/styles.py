"""The styles of an OpenDocument text: what role each gives, and which hide their text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from discrepancy.loaders.markup.parser import local_name
from discrepancy.loaders.office.elements import child, value
from discrepancy.loaders.office.styles import role_of_style
from discrepancy.model import BlockRole

__all__ = ["Styles"]

_LONGEST_CHAIN = 12
_ABOVE = re.compile(r"[1-9]\d*(?:\.\d+)?%")


@dataclass(slots=True)
class Styles:
    """Styles by their names, those made for one paragraph among them.

    Args:
        roots: the parts that they are in.
    """

    roots: Iterable[etree._Element]
    _by_name: dict[str, etree._Element] = field(init=False, default_factory=dict)
    _roles: dict[str, BlockRole | None] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Index them."""
        for root in self.roots:
            for style in root.iter():
                if local_name(style) == "style":
                    self._by_name.setdefault(value(style, "name"), style)

    def role(self, name: str) -> BlockRole | None:
        """The role that a style or one that it comes from gives."""
        if name not in self._roles:
            roles = (role_of_style(each) for style, each in self._chain(name) for each in (_display(style), each))
            self._roles[name] = next((role for role in roles if role is not None), None)
        return self._roles[name]

    def hides(self, name: str) -> bool:
        """Whether text in a style is hidden."""
        return self._told(name, "display") == "none"

    def raises(self, name: str) -> bool:
        """Whether text in a style stands above the line."""
        place = self._told(name, "text-position")
        return place.startswith("super") or bool(_ABOVE.match(place))

    def strikes(self, name: str) -> bool:
        """Whether text in a style is struck out."""
        return self._told(name, "text-line-through-style") not in ("", "none")

    def _told(self, name: str, attribute: str) -> str:
        told = (value(child(style, "text-properties"), attribute) for style, _ in self._chain(name))
        return next(filter(None, told), "")

    def _chain(self, name: str) -> list[tuple[etree._Element | None, str]]:
        chain: list[tuple[etree._Element | None, str]] = []
        while name and len(chain) < _LONGEST_CHAIN:
            style = self._by_name.get(name)
            chain.append((style, name))
            name = value(style, "parent-style-name")
        return chain


def _display(style: etree._Element | None) -> str:
    return value(style, "display-name")
