"""Templates are compiled once and kept, as Python keeps its own modules: compiling them takes longer than a report.

What is kept stands where Python would keep the bytecode of a module beside the template (its ``__pycache__``, or below
``PYTHONPYCACHEPREFIX``), and under the same terms: what can not be written there is compiled each time, and nothing is
written where ``PYTHONDONTWRITEBYTECODE`` is set.
"""

from __future__ import annotations

import hashlib
import marshal
import secrets
import sys
from contextlib import suppress
from functools import cache
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path

from jinja2 import Environment, compiler
from jinja2.bccache import Bucket, BytecodeCache

__all__ = ["BesideModules"]

_DIGEST = hashlib.sha256().digest_size


class BesideModules(BytecodeCache):
    """Keeps compiled templates in the folders that Python keeps compiled modules in.

    A file has the digest of what it was made of, then that of the code, then the code. One that was made of other
    things, cut short or changed is passed over and replaced.
    """

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The path at which a template is kept; empty for one that is no file."""
        del name  # that of the file tells more
        return cache_from_source(filename) if filename else ""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take the code that is kept, if it is of this template."""
        with suppress(OSError):
            kept = Path(bucket.key).read_bytes()
            code = kept[2 * _DIGEST :]
            if kept[: 2 * _DIGEST] == _head(bucket, code):
                bucket.code = marshal.loads(code)  # noqa: S302 - what we wrote, where Python keeps its own

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code for the next time, whole or not at all."""
        if sys.dont_write_bytecode or not bucket.key:
            return
        kept, code = Path(bucket.key), marshal.dumps(bucket.code)
        part = kept.with_name(f"{kept.name}.{secrets.token_hex(8)}")
        with suppress(OSError):
            kept.parent.mkdir(parents=True, exist_ok=True)
            try:
                part.write_bytes(_head(bucket, code) + code)
                part.replace(kept)
            finally:
                part.unlink(missing_ok=True)


def _head(bucket: Bucket, code: bytes) -> bytes:
    made_of = f"{bucket.checksum} {_options(bucket.environment)} {_compiler()}"
    return hashlib.sha256(made_of.encode()).digest() + hashlib.sha256(code).digest()


def _options(made: Environment) -> str:
    """What else than the template the code depends on, of how the templates are read."""
    return f"{made.autoescape} {made.trim_blocks} {made.lstrip_blocks} {made.optimized} {sorted(made.extensions)}"


@cache
def _compiler() -> str:
    """What tells this Jinja from another, and this Python."""
    stat = Path(compiler.__file__).stat()
    return f"{stat.st_size} {stat.st_mtime_ns} {MAGIC_NUMBER.hex()}"
