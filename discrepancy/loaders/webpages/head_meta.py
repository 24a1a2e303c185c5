"""What the meta elements of a page's head say of its article, each vocabulary in its place in the order of trust."""

from __future__ import annotations

from lxml import etree

from discrepancy.loaders.articles import Field, Known
from discrepancy.loaders.webpages.bylines_shown import persons
from discrepancy.loaders.webpages.class_names import attribute

__all__ = ["Metas", "add_metas", "metas_of"]

Metas = dict[str, list[str]]
"""The contents of meta elements by their property or name, in lower case."""

# Source: ogp.me (Open Graph and its article vocabulary), Dublin Core (DCMI terms), Highwire Press tags as Google
# Scholar documents them, the tag lists of Parse.ly and Sailthru, schema.org microdata, the HTML standard's meta names.
_FIELDS: tuple[tuple[Field, str], ...] = (
    (
        Field.TITLE,
        "og:title twitter:title parsely-title sailthru.title dc.title dcterms.title citation_title headline title",
    ),
    (
        Field.SOURCE,
        (
            "og:site_name article:publisher publisher dc.publisher dcterms.publisher citation_journal_title "
            "application-name cre"
        ),
    ),
    (
        Field.AUTHOR,
        (
            "article:author parsely-author sailthru.author author dc.creator dcterms.creator citation_author byl "
            "og:article:author"
        ),
    ),
    (
        Field.PUBLISHED,
        (
            "article:published_time og:article:published_time og:published_time parsely-pub-date sailthru.date "
            "dc.date.issued dcterms.issued dcterms.created dc.date dcterms.date citation_publication_date "
            "citation_date datepublished date pubdate publishdate publish-date article.published "
            "dcsext.articlefirstpublished"
        ),
    ),
    (
        Field.UPDATED,
        (
            "article:modified_time og:article:modified_time og:updated_time dcterms.modified dc.date.modified "
            "datemodified last-modified lastmod article.updated revised"
        ),
    ),
    (Field.ADDRESS, "og:url twitter:url parsely-link"),
    (Field.LANGUAGE, "og:locale dc.language dcterms.language content-language language"),
    (Field.SUBJECT, "article:section parsely-section news_keywords article:tag parsely-tags"),
    (Field.SLUG, "slug"),
    (Field.USAGE, "dc.rights dcterms.rights"),
    (Field.STATUS, "article:content_tier"),
)
_ONE_IS_ENOUGH = frozenset({Field.AUTHOR, Field.SOURCE})
_MOST = 400
_FAMILIES = (("og:", "Open Graph"), ("article:", "Open Graph"), ("twitter:", "Twitter card"))


def metas_of(root: etree._Element) -> Metas:
    """The contents of every meta element that names something; of microdata on other elements nothing."""
    found: Metas = {}
    for number, element in enumerate(root.iter("meta")):
        content = attribute(element, "content").strip()
        if number > _MOST or not content:
            continue
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = attribute(element, key).strip().lower()
            if name:
                found.setdefault(name, []).append(content)
    return found


def add_metas(known: Known, metas: Metas) -> None:
    """Note all that they say, below what is noted already."""
    for field, names in _FIELDS:
        for name in names.split():
            values = [value for value in metas.get(name, []) if _fits(field, value)]
            if field in _ONE_IS_ENOUGH and known.first(field):
                break
            for value in values:
                for each in persons(value) if field is Field.AUTHOR else [value]:
                    known.add(field, each, _origin(name))


def _origin(name: str) -> str:
    family = next((told for prefix, told in _FAMILIES if name.startswith(prefix)), "meta")
    return f"{family} {name}"


def _fits(field: Field, value: str) -> bool:
    """Whether a value is of its field: an address is nobody's name, a sentence no publisher's."""
    if field in (Field.AUTHOR, Field.SOURCE):
        return not value.startswith(("http://", "https://", "/")) and len(value) <= 120
    return True
