"""What a PDF says of itself, as far as it is worth anything: programs fill it in with file names and user names."""

from __future__ import annotations

import re
from collections.abc import Mapping

from discrepancy.loaders.articles import Field, Known

__all__ = ["known_of"]

_FILE_NAME = re.compile(
    r"^microsoft (?:word|powerpoint|excel) - |\.(?:docx?|odt|rtf|indd|qxp|pages|txt|pdf|html?|xlsx?|pptx?|tex|dvi)$"
    r"|^(?:untitled|unnamed|document|print|title|new document|slide|scan|layout|page)\b[\s\d.-]*$|^https?://|^[\w.-]*[_\d][\w.-]*$"
    r"|^about:blank$|^\(.*\)$",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_][^\W\d_.'’-]*(?:[ .'’-]+[^\W\d_][^\W\d_.'’-]*){1,4}\.?")
_NOT_A_PERSON = re.compile(
    r"\b(?:user|admin|administrator|office|microsoft|adobe|owner|desk|staff|default|unknown|root|guest|press|team)\b",
    re.IGNORECASE,
)


def known_of(meta: Mapping[str, object]) -> Known:
    """The title, where it is not a file's name, and the author, where it looks like a person's name.

    When it was made says nothing about when it was published, and is left out.
    """
    known = Known()
    title, author = meta.get("Title"), meta.get("Author")
    if isinstance(title, str) and " " in title.strip() and not _FILE_NAME.search(title.strip()):
        known.add(Field.TITLE, title, "PDF properties title")
    if isinstance(author, str):
        for name in re.split(r"\s*(?:[;&]|,|\band\b)\s*", author.strip())[:10]:
            if _NAME.fullmatch(name) and name[0].isupper() and not _NOT_A_PERSON.search(name):
                known.add(Field.AUTHOR, name, "PDF properties author")
    return known
