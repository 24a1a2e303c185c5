"""What a page says of its article beside the text, in a fixed order of trust.

JSON-LD, then microdata, Open Graph and the meta elements in their order, then the canonical link, the address that a
browser noted, ``<time>``, and the window's title as a last resort. What none of them says is
guessed from the page's lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from discrepancy.loaders.articles import Field, Known
from discrepancy.loaders.markup.paragraphs import text_of
from discrepancy.loaders.webpages.class_names import attribute
from discrepancy.loaders.webpages.head_meta import Metas, add_metas, metas_of
from discrepancy.loaders.webpages.json_ld import PAGES, Node, article_node, types_of
from discrepancy.loaders.webpages.json_ld_fields import add_json_ld, strings_of
from discrepancy.loaders.webpages.likeness import host_of
from discrepancy.loaders.webpages.microdata import add_microdata
from discrepancy.loaders.webpages.titles import names_article, site_in_title, without_site

__all__ = ["Told", "add_from_page", "read_metadata"]


@dataclass(slots=True)
class Told:
    """What a page says of its article.

    Attributes:
        known: its fields.
        metas: the contents of its meta elements.
        node: the JSON-LD node that is about it; None without one.
        window: the title of the window.
    """

    known: Known = field(default_factory=Known)
    metas: Metas = field(default_factory=dict)
    node: Node | None = None
    window: str = ""

    @property
    def titles(self) -> list[str]:
        """What it says its headline is, the surest first."""
        site = self.known.first(Field.SOURCE)
        every = [without_site(title, site) for title in self.known.all(Field.TITLE)]
        return [*every, without_site(self.window, site)] if self.window else every

    @property
    def decks(self) -> tuple[str, ...]:
        """What it says that the article says in short."""
        node = self.node or {}
        told = [*strings_of(node.get("description")), *strings_of(node.get("abstract"))]
        for name in ("og:description", "description", "twitter:description", "dc.description"):
            told += self.metas.get(name, [])
        return tuple(told)

    @property
    def bodies(self) -> tuple[str, ...]:
        """The article's text as the metadata have it."""
        return tuple(strings_of((self.node or {}).get("articleBody")))

    @property
    def says_article(self) -> bool:
        """Whether the JSON-LD says that the page is an article."""
        return self.node is not None and not types_of(self.node) <= PAGES


def read_metadata(root: etree._Element, scripts: Sequence[str], saved_from: str) -> Told:
    """Read a page's metadata.

    Args:
        root: the page.
        scripts: the texts of its JSON-LD scripts.
        saved_from: where a browser noted that it stood; empty where it did not.
    """
    window = text_of(next(root.iter("title"), None))
    told = Told(metas=metas_of(root), window=window if names_article(window) else "")
    canonical = _link(root, "canonical")
    addresses = [each for each in (canonical, *told.metas.get("og:url", []), saved_from) if each.startswith("http")]
    titles = [*told.metas.get("og:title", []), *([told.window] if told.window else [])]
    titles += [text_of(each) for each in root.iter("h1")][:3]
    told.node = article_node(scripts, [each for each in titles if each], addresses)
    if told.node is not None:
        add_json_ld(told.known, told.node)
    if not told.known.first(Field.AUTHOR):
        add_microdata(told.known, root)
    add_metas(told.known, told.metas)
    if canonical.startswith("http"):
        told.known.add(Field.ADDRESS, canonical, "the canonical link")
    told.known.add(Field.ADDRESS, saved_from, "the address that the browser saved the page from")
    html = root if root.tag == "html" else next(root.iter("html"), root)
    told.known.add(Field.LANGUAGE, attribute(html, "lang") or attribute(html, "xml:lang"), "the page's lang")
    return told


def add_from_page(told: Told, headline: str, published: str, updated: str) -> None:
    """Note what the page shows, below what its metadata say.

    Args:
        told: what is known; it is added to.
        headline: the headline on the page; empty where it has none.
        published: the time that the head of the article carries; empty without one.
        updated: likewise, of the last change.
    """
    known = told.known
    site = known.first(Field.SOURCE)
    known.add(Field.TITLE, headline, "the headline on the page")
    known.add(Field.TITLE, without_site(told.window, site, headline), "the window's title")
    known.add(Field.PUBLISHED, published, "the time on the page")
    known.add(Field.UPDATED, updated, "the time on the page")
    if not site:
        known.add(
            Field.SOURCE, site_in_title(told.window, headline or without_site(told.window, "")), "the window's title"
        )
        known.add(Field.SOURCE, host_of(known.first(Field.ADDRESS)), "the address")


def _link(root: etree._Element, relation: str) -> str:
    found = (
        attribute(each, "href").strip() for each in root.iter("link") if relation in attribute(each, "rel").split()
    )
    return next(found, "")
