"""What columns of tables of articles are called.

Source: the fields of schema.org's NewsArticle, of Dublin Core and RSS, of the extractors trafilatura, newspaper and
news-please, Factiva's codes of fields (HD, SN, LP, TD …), and common English words for them.
"""

from __future__ import annotations

import re

__all__ = ["FIELDS", "SPARE_TEXTS", "known_as", "plain_name", "shown_name"]

FIELDS: dict[str, list[str]] = {
    "text": (
        "text full_text article_text body_text main_text maintext article_body body_content story_text content body "
        "article full_article full_content news_text text_content content_text page_text cleaned_text clean_text "
        "plain_text raw_text fulltext bodytext articlebody copy td"
    ).split(),
    "title": "title headline head_line article_title news_title heading hed head hd og_title page_title".split(),
    "source": (
        "source publisher outlet publication newspaper media medium news_source source_name publisher_name site_name "
        "sitename site website source_domain domain host hostname agency provider outlet_name media_name feed sn "
        "pub_title pubtitle source_hostname"
    ).split(),
    "published": (
        "published published_at publish_date published_date date_published date_publish publication_date pub_date "
        "pubdate published_on published_time publish_time first_published release_date posted posted_at date_posted "
        "issued date datetime date_time time timestamp created created_at pd"
    ).split(),
    "updated": (
        "updated updated_at update_date date_updated date_modified date_modify modified modified_at last_modified "
        "last_updated modified_date"
    ).split(),
    "author": (
        "author authors byline by_line writer writers reporter reporters journalist creator author_name bylines "
        "written_by by"
    ).split(),
    "url": "url link address article_url source_url canonical_url permalink href uri web_url page_url".split(),
    "id": "id article_id doc_id document_id docid uid uuid guid identifier news_id item_id".split(),
    "story": "story story_id cluster cluster_id event event_id topic_id storyline thread_id group_id".split(),
    "language": "language lang locale language_code lang_code la".split(),
    "version": "version version_number revision version_no".split(),
    "standfirst": "standfirst subtitle sub_title subheadline sub_headline deck dek strapline".split(),
    "lead": "lead_paragraph lp".split(),
}
"""Each field with the names of its columns, the likeliest first."""

SPARE_TEXTS = "text_html body_html content_html html raw_html article_html story post description_full".split()
"""Columns that hold the text where no other does."""

_LONGEST_SHOWN = 40
_LONGEST_NAME = 200
"""Characters of a column's name that are looked at."""
_STEP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_ASIDE = re.compile(r"(?<=\w)\s*\([^()]{0,20}\)\s*$")
"""What stands behind a name in brackets: "Writer(s)", "Published (UTC)"."""
_OTHER = re.compile(r"[\W_]+")


def plain_name(column: str) -> str:
    """A column's name in small letters, its words joined by ``_``: ``pubDate`` and ``Pub. date`` are ``pub_date``."""
    return _OTHER.sub("_", _STEP.sub("_", _ASIDE.sub("", column[:_LONGEST_NAME]))).strip("_").casefold()


def shown_name(column: str) -> str:
    """A column's name to show: short, without what no reader sees."""
    return "".join(sign if sign.isprintable() else " " for sign in column)[:_LONGEST_SHOWN]


def known_as(column: str) -> str:
    """The field that a column's own name says it holds; empty where it says nothing known."""
    plain = plain_name(column)
    return next((field for field, names in FIELDS.items() if plain in names), "")
