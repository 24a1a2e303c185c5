"""What the microdata of a page's article say of it: ``itemprop`` within the first ``itemscope`` that is an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from discrepancy.loaders.articles import Field, Known
from discrepancy.loaders.markup.paragraphs import text_of
from discrepancy.loaders.webpages.bylines_shown import authors_in
from discrepancy.loaders.webpages.class_names import attribute

__all__ = ["add_microdata"]

# Source: HTML Living Standard, "microdata"; schema.org, NewsArticle.
_ARTICLE = re.compile(r"schema\.org/\w*(?:Article|BlogPosting|Report)\b", re.IGNORECASE)
_FIELDS = {
    "headline": Field.TITLE,
    "publisher": Field.SOURCE,
    "author": Field.AUTHOR,
    "datepublished": Field.PUBLISHED,
    "datemodified": Field.UPDATED,
    "dateline": Field.PLACE,
}
_LONGEST = 300


def add_microdata(known: Known, root: etree._Element) -> None:
    """Note all that they say."""
    scope = next((each for each in root.iter(etree.Element) if _ARTICLE.search(attribute(each, "itemtype"))), None)
    if scope is None:
        return
    for element in scope.iterdescendants(etree.Element):
        for name in attribute(element, "itemprop").split():
            field = _FIELDS.get(name.lower())
            if field is not None and _scope_of(element) is scope:
                for value in _values(element, field):
                    known.add(field, value, f"microdata {name}")


def _values(element: etree._Element, field: Field) -> Iterator[str]:
    inner = next((each for each in element.iterdescendants() if "name" in attribute(each, "itemprop").split()), element)
    value = attribute(inner, "content") or attribute(inner, "datetime") or text_of(inner)
    if field is Field.AUTHOR:
        yield from authors_in([value])
    elif value and len(value) <= _LONGEST:
        yield value


def _scope_of(element: etree._Element) -> etree._Element | None:
    return next((each for each in element.iterancestors() if each.get("itemscope") is not None), None)
