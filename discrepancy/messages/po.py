"""Our own catalogues, read from their ``.po`` files: as much of the form as they use.

Babel reads every form of catalogue, and imports for it what nothing else of a check needs, in more time than a whole
report takes to be written. A test holds that both read our files alike; what a translator's tool may leave behind and
this does not know is an error.

Source: the GNU gettext manual, "The Format of PO Files".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

__all__ = ["Po", "read_po"]

_LINE = re.compile(r'(?:(msgid|msgid_plural|msgstr|msgstr\[\d\]) )?"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED: Final = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}
_PLURAL = re.compile(r"^Plural-Forms: *nplurals *= *\d+; *plural *= *([^;\n]+);?", re.MULTILINE)


@dataclass(slots=True)
class Po:
    """What a file holds: the sentences by key, one or one a plural form, and how the form is chosen, in gettext's C."""

    forms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    plural: str = ""


def read_po(text: str) -> Po:
    """The catalogue that the text of a file holds. An entry without a sentence is left out.

    Raises:
        ValueError: a line is of none of the forms that are read here, or the plural forms are not told.
    """
    found, entry = Po(), dict[str, str]()
    word = ""
    for number, line in enumerate([*text.splitlines(), 'msgid ""'], start=1):
        if not line.strip() or line.startswith("#"):  # a comment; an entry that is out of use is one
            continue
        read = _LINE.fullmatch(line.rstrip())
        if read is None:
            raise ValueError(f"line {number} of a catalogue can not be read: {line!r}")
        if read[1] == "msgid":
            _add(found, entry)
            entry = {}
        word = read[1] or word
        entry[word] = entry.get(word, "") + read[2]
    if not found.plural:
        raise ValueError("a catalogue does not tell its plural forms")
    return found


def _add(found: Po, entry: dict[str, str]) -> None:
    """Note an entry down; the one without a key is the head of the file."""
    said = tuple(_plain(text) for word, text in entry.items() if word.startswith("msgstr"))
    if key := _plain(entry.get("msgid", "")):
        if any(said):
            found.forms[key] = said
    elif said and (plural := _PLURAL.search(said[0])):
        found.plural = plural[1].strip()


def _plain(text: str) -> str:
    return _ESCAPE.sub(lambda match: _ESCAPED[match[1]], text) if "\\" in text else text
