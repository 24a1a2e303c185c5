"""``python -m discrepancy.messages``: what each catalogue lacks beside the English one; exit code 1 if it lacks any.

Stale is a message that the English catalogue has no more. A rule's name and summary are English in its docstring, so
a catalogue has them under ``rule.<CODE>.name`` and ``rule.<CODE>.summary`` without an English message.
"""

from __future__ import annotations

import re
import string
import sys
from collections.abc import Iterable, Iterator
from importlib import resources

from babel.messages import Catalog
from babel.messages import Message as Entry
from babel.messages.pofile import read_po

from discrepancy.messages import SOURCE, languages

__all__ = ["differences", "forms_of", "main", "read"]

Forms = dict[str, tuple[str, ...]]
_OF_A_RULE = re.compile(r"([A-Z]{3}\d{3})\.summary")
_WORD = re.compile(r"[^\W\d_]+")


def read(text: Iterable[str], language: str) -> Catalog:
    """A catalogue with all that its file has, doubtful entries too."""
    return read_po(text, locale=language, abort_invalid=True)


def differences(english: Catalog, other: Catalog) -> Iterator[str]:
    """A line for each message that ``other`` lacks, has too much, has in doubt, or says otherwise than it may."""
    source, said = forms_of(english), forms_of(other)
    wanted = set(source) | {f"rule.{found[1]}.{part}" for found in _codes(source) for part in ("name", "summary")}
    yield from (f"missing: {key}" for key in sorted(wanted - set(said)))
    yield from (f"stale: {key}" for key in sorted(set(said) - wanted))
    yield from (f"doubtful: {key_of(each)}" for each in other if each.id and each.fuzzy)
    for key in sorted(set(source) & set(said)):
        yield from (f"{what}: {key}" for what in _faults(source[key], said[key], other.num_plurals))


def forms_of(file: Catalog) -> Forms:
    """What the file of a catalogue says, by key: one sentence, or one a plural form."""
    return {
        key_of(each): (each.string,) if isinstance(each.string, str) else tuple(each.string)
        for each in file
        if each.id and each.string
    }


def key_of(entry: Entry) -> str:
    """The key of an entry of a catalogue's file; one with plural forms has it twice."""
    return str(entry.id if isinstance(entry.id, str) else entry.id[0])


def _codes(source: Forms) -> Iterator[re.Match[str]]:
    return (found for key in source if (found := _OF_A_RULE.fullmatch(key)))


def _faults(english: tuple[str, ...], said: tuple[str, ...], plurals: int) -> Iterator[str]:
    if (len(english) > 1) != (len(said) > 1) or (len(said) > 1 and len(said) != plurals) or not all(said):
        yield "plural forms"
    if _parameters(english) != _parameters(said) or any(_parameters(said) - _parameters([f]) - {"n"} for f in said):
        yield "parameters"
    if said == english and any(len(_WORD.findall(_bare(form))) > 1 for form in said):  # one word may be that of both
        yield "left in English"


def _parameters(forms: Iterable[str]) -> set[str]:
    return {name for form in forms for _, name, _, _ in string.Formatter().parse(form) if name}


def _bare(form: str) -> str:
    return " ".join(text for text, _, _, _ in string.Formatter().parse(form))


def main() -> int:
    """Print what is to be done for each language."""
    folder = resources.files("discrepancy.messages")
    lines: list[str] = []
    catalogs = {}
    for language in languages():
        with folder.joinpath(f"{language}.po").open(encoding="utf-8") as file:
            catalogs[language] = read(file, language)
    for language, catalog in catalogs.items():
        if language != SOURCE:
            lines += [f"{language}: {line}" for line in differences(catalogs[SOURCE], catalog)]
    sys.stdout.write(("\n".join(lines) or f"The catalogues agree: {', '.join(languages())}.") + "\n")
    return int(bool(lines))


if __name__ == "__main__":
    sys.exit(main())
