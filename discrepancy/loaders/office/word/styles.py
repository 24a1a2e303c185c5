"""The styles of a Word file: what role each gives, and which hide their text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from discrepancy.loaders.markup.parser import local_name
from discrepancy.loaders.office.elements import child, is_on, value
from discrepancy.loaders.office.styles import role_of_style
from discrepancy.model import BlockRole

__all__ = ["Styles"]

_LONGEST_CHAIN = 12
"""Styles that one may be based on: Word allows ten."""
_LEVEL = re.compile(r"[0-8]$")


@dataclass(slots=True)
class Styles:
    """Styles by their ids.

    Args:
        root: the ``w:styles`` element.
    """

    root: etree._Element
    _by_id: dict[str, etree._Element] = field(init=False)
    _roles: dict[str, BlockRole | None] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Index them."""
        self._by_id = {value(style, "styleId"): style for style in self.root if local_name(style) == "style"}

    def role(self, style_id: str) -> BlockRole | None:
        """The role that a style or one that it is based on gives."""
        if style_id not in self._roles:
            self._roles[style_id] = self._found(style_id)
        return self._roles[style_id]

    def hides(self, style_id: str) -> bool:
        """Whether text in a style is hidden."""
        switches = (child(style, "rpr", "vanish") for style in self._chain(style_id))
        return is_on(next((each for each in switches if each is not None), None))

    def stands(self, style_id: str) -> str:
        """Where text in a style stands: "superscript", "subscript", "baseline" or "" where it does not say."""
        return next(filter(None, (value(child(each, "rpr", "vertalign")) for each in self._chain(style_id))), "")

    def _found(self, style_id: str) -> BlockRole | None:
        for style in self._chain(style_id):
            role = role_of_style(value(child(style, "name")))
            if role is None and _LEVEL.match(value(child(style, "ppr", "outlinelvl"))):
                role = BlockRole.SUBHEAD
            if role is not None:
                return role
        return None

    def _chain(self, style_id: str) -> list[etree._Element]:
        chain: list[etree._Element] = []
        while style_id in self._by_id and len(chain) < _LONGEST_CHAIN:
            chain.append(self._by_id[style_id])
            style_id = value(child(chain[-1], "basedon"))
        return chain
