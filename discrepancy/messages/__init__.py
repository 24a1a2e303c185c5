"""The message catalogue: what findings say, in a reader's language.

A finding carries a :class:`~discrepancy.model.Message`: a key and parameters. ``<language>.toml`` beside this file
maps each key to a sentence with ``{parameters}``. Parameters are the article's own words or figures and are filled
in as they are.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from discrepancy.model import Message


@cache
def catalogue(language: str = "en") -> dict[str, str]:
    """The sentences of one language by key.

    Raises:
        FileNotFoundError: no catalogue of that language is shipped.
    """
    with resources.files(__name__).joinpath(f"{language}.toml").open("rb") as file:
        return {str(key): str(text) for key, text in tomllib.load(file).items()}


def render(message: Message, language: str = "en") -> str:
    """``message`` as a sentence.

    Raises:
        KeyError: the catalogue lacks the key, or the message a parameter of the sentence.
    """
    return catalogue(language)[message.key].format_map(dict(message.params))
