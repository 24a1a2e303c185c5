"""The example scripts, which are no package, as modules."""

from __future__ import annotations

import importlib.util
from functools import cache
from types import ModuleType

from tests.samples import REPO


@cache
def hook() -> ModuleType:
    """``examples/pre_publish_hook.py``."""
    spec = importlib.util.spec_from_file_location("pre_publish_hook", REPO / "examples" / "pre_publish_hook.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
