"""Which column of a table holds what: as the settings say, else by its name and by what stands in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from discrepancy.errors import InputError
from discrepancy.loaders.intake.given import Given
from discrepancy.loaders.tables.names import FIELDS, SPARE_TEXTS, known_as, plain_name, shown_name
from discrepancy.loaders.tables.prose import looks_like_prose, words_in
from discrepancy.model import Skipped

__all__ = ["Columns", "articles_in", "columns_of", "is_spelling_list", "no_articles", "no_text_column"]

_ARTICLE_FIELDS = frozenset({"title", "author", "published", "url"})
_MOST_SHOWN = 30

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Columns:
    """Column names by field; ``text`` is always among them."""

    by_field: Mapping[str, str]

    @property
    def names(self) -> list[str]:
        """The columns that are read, each once."""
        return list(dict.fromkeys(self.by_field.values()))


def columns_of(names: Sequence[str], rows: Sequence[Row], given: Given) -> Columns | None:
    """Find out which column holds what.

    Args:
        names: the table's columns in order.
        rows: its first rows.
        given: the file, with what the settings say of columns.

    Returns:
        None where no column is known to hold text.

    Raises:
        InputError: the settings name a field that there is none of, or a column that is not in the table.
    """
    chosen = _chosen(names, given)
    found: dict[str, str] = {}
    for field in FIELDS:
        column = chosen.get(field) or (_text(names, rows) if field == "text" else _by_name(field, names))
        if column:
            found[field] = column
    if "text" not in found:
        return None
    taken = found["text"]
    return Columns({field: column for field, column in found.items() if field == "text" or column != taken})


def articles_in(names: Sequence[str], rows: Sequence[Row]) -> bool:
    """Whether a table looks like one of articles: a column holds prose, and is called what such columns are called.

    A column of any other name must hold an article's length, and the table must be no list of spellings.
    """
    if is_spelling_list(names):
        return False
    text = _text(names, rows)
    if text and any(looks_like_prose(row.get(text)) for row in rows):
        return True
    return any(looks_like_prose(row.get(name), long=True) for row in rows for name in names)


def no_text_column(names: Sequence[str], where: str) -> InputError | Skipped:
    """What comes of a table in which no column is known to hold text, and one of them holds prose.

    An error, where other columns are called what those of articles are; else it is passed over, since it may be a
    table of anything.
    """
    if not _ARTICLE_FIELDS & {known_as(name) for name in names}:
        return no_articles(names, where)
    return InputError(
        f"is a table in which no column is known to hold the article's text; its columns are: {_listed(names)}.",
        where=where,
        remedy="Say which one it is: --columns text=NAME.",
    )


def no_articles(names: Sequence[str], where: str) -> Skipped:
    """Why a table is passed over that holds no prose."""
    return Skipped(
        where,
        f"a table in which no column holds the text of articles; its columns are: {_listed(names)}. If one does, name "
        "it: --columns text=NAME",
    )


def is_spelling_list(names: Sequence[str]) -> bool:
    """Whether a table is a list of a desk's spellings, which is no copy: its notes may be whole sentences."""
    return "preferred" in {plain_name(name) for name in names}


def _text(names: Sequence[str], rows: Sequence[Row]) -> str:
    """The column of text: of several that are called so, the one with the most of it."""
    for known in (FIELDS["text"], SPARE_TEXTS):
        columns = [name for name in names if plain_name(name) in known]
        if columns:
            best = max(columns, key=lambda name: sum(words_in(row.get(name)) for row in rows))
            # What an edition calls its story may be the story's number.
            if known is FIELDS["text"] or any(looks_like_prose(row.get(best)) for row in rows):
                return best
    return ""


def _by_name(field: str, names: Sequence[str]) -> str:
    plain = {plain_name(name): name for name in reversed(names)}
    return next((plain[known] for known in FIELDS[field] if known in plain), "")


def _chosen(names: Sequence[str], given: Given) -> dict[str, str]:
    """The columns that the settings name, as they are spelled in the table."""
    found = {}
    for field, column in given.settings.columns:
        known = field if field in FIELDS else known_as(field)
        if not known:
            raise InputError(
                f"can not be read with a column for {field!r}: there is no such field.",
                where=given.display,
                remedy=f"The fields are: {', '.join(FIELDS)}.",
            )
        same = [name for name in names if name == column] or [
            name for name in names if plain_name(name) == plain_name(column)
        ]
        if not same:
            raise InputError(
                f"has no column {shown_name(column)!r}; its columns are: {_listed(names)}.",
                where=given.display,
                remedy=f"Name one of them: --columns {field}=NAME.",
            )
        found[known] = same[0]
    return found


def _listed(names: Sequence[str]) -> str:
    shown = [shown_name(name) for name in names]
    more = f" and {len(shown) - _MOST_SHOWN} more" if len(shown) > _MOST_SHOWN else ""
    return ", ".join(repr(name) for name in shown[:_MOST_SHOWN]) + more
