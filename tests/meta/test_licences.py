"""No dependency's licence reaches into this project or its users' work."""

import re
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parents[2]
LOCKED = re.findall(r"^([a-z0-9-]+)==", (REPO / "requirements.lock").read_text(encoding="utf-8"), flags=re.MULTILINE)
# MPL-2.0 reaches no further than its own files, which are used unchanged.
KNOWN = re.compile(r"MIT|BSD|Apache|ISC|PSF|Python Software Foundation|Zlib|CC0|MPL|Mozilla", flags=re.IGNORECASE)
REACHING = re.compile(r"\b[AL]?GPL|GNU|CC-BY-NC|SSPL|BUSL", flags=re.IGNORECASE)


def licence(package: Distribution) -> str:
    """The licence expression where there is one, else the classifiers, else the first line of the old field."""
    metadata = package.metadata
    expressions = metadata.get_all("License-Expression") or []
    classifiers = [each for each in metadata.get_all("Classifier") or [] if each.startswith("License ::")]
    fields = [each.partition("\n")[0] for each in metadata.get_all("License") or []]
    return ", ".join(expressions or classifiers or fields)


@pytest.mark.parametrize("name", LOCKED)
def test_licence_is_permissive(name: str) -> None:
    text = licence(distribution(name))
    # Of "MPL-1.1 OR GPL-2.0-only" one may take the first.
    offers = text.split(" OR ")
    assert any(KNOWN.search(offer) and not REACHING.search(offer) for offer in offers), text
