"""The tables that a batch writes, as Arrow schemas: the same for a part without rows as for a full one.

Places in a text are half-open character offsets into the document's text. Figures are exact decimals written out as
text, since they have more digits than any fixed type holds; days and times are ISO 8601 as far as they were said.
A text that is not there is empty, never null; ``low`` and ``high`` are null where a fact is no quantity.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from io import BytesIO
from typing import Any

from discrepancy.errors import ExtraMissing

__all__ = ["TABLES", "arrow", "parquet", "schema"]

_TEXT = "text"
_WHOLE = "whole"
_YES = "yes"
_SHARE = "share"
_TEXTS = "texts"
_VALUES = "values"

TABLES: Mapping[str, Mapping[str, str]] = {
    "facts": {
        "id": _TEXT,
        "document": _TEXT,
        "path": _TEXT,
        "source": _TEXT,
        "published": _TEXT,
        "kind": _TEXT,
        "role": _TEXT,
        "subject": _TEXT,
        "owner": _TEXT,
        "value": _TEXT,
        "low": "figure",
        "high": "figure",
        "unit": _TEXT,
        "hedge": _TEXT,
        "text": _TEXT,
        "start": _WHOLE,
        "end": _WHOLE,
        "block": _TEXT,
        "sentence_start": _WHOLE,
        "sentence_end": _WHOLE,
        "time": _TEXT,
        "speaker": _TEXT,
        "quoted": _YES,
        "story_said": _TEXT,
    },
    "documents": {
        "id": _TEXT,
        "path": _TEXT,
        "story": _TEXT,
        "story_formerly": _TEXTS,
        "source": _TEXT,
        "title": _TEXT,
        "published": _TEXT,
        "language": _TEXT,
        "address": _TEXT,
        "words": _WHOLE,
        "digest": _TEXT,
        "compared": _YES,
        "why_not": _TEXT,
    },
    "findings": {
        "id": _TEXT,
        "story": _TEXT,
        "rule": _TEXT,
        "level": _TEXT,
        "subject": _TEXT,
        "summary": _TEXT,
        "explanation": _TEXT,
        "reconciled_by": _TEXT,
        "reconciliation": _TEXT,
        "confidence": _SHARE,
        "documents": _TEXTS,
        "values": _VALUES,
    },
    "failures": {
        "path": _TEXT,
        "document": _TEXT,
        "story": _TEXT,
        "stage": _TEXT,
        "cause": _TEXT,
        "reason": _TEXT,
        "remedy": _TEXT,
    },
    "passed_over": {"path": _TEXT, "reason": _TEXT},
}
"""The columns of each table. ``story_said`` is the story that a document's own file says it belongs to; which one it
was found to tell, stands in ``documents``, with the ids that an earlier run knew parts of it by (``story_formerly``).
``why_not`` says why a version was not compared."""


def arrow() -> Any:  # noqa: ANN401 - pyarrow ships no types
    """The library that tables are written with.

    Raises:
        ExtraMissing: it is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet
    except ImportError:
        raise ExtraMissing(
            "A batch writes Parquet, and nothing that does is installed.",
            remedy="Install it: pip install 'discrepancy[batch]'",
        ) from None
    return pa


@cache
def schema(table: str) -> Any:  # noqa: ANN401 - pyarrow ships no types
    """The Arrow schema of a table."""
    pa = arrow()
    mention = [("document", pa.string()), ("start", pa.int64()), ("end", pa.int64()), ("text", pa.string())]
    struct = pa.struct([("label", pa.string()), ("mentions", pa.list_(pa.struct(mention)))])
    types = {
        _TEXT: (pa.string(), False),
        _WHOLE: (pa.int64(), False),
        _YES: (pa.bool_(), False),
        _SHARE: (pa.float64(), False),
        _TEXTS: (pa.list_(pa.string()), False),
        _VALUES: (pa.list_(struct), False),
        "figure": (pa.string(), True),
    }
    columns = TABLES[table].items()
    return pa.schema([pa.field(name, types[kind][0], nullable=types[kind][1]) for name, kind in columns])


def parquet(table: str, rows: Sequence[Mapping[str, Any]]) -> bytes:
    """Rows as a Parquet file: the same rows, the same bytes."""
    pa, file = arrow(), BytesIO()
    made = _read(table, rows) if rows else pa.Table.from_batches([], schema=schema(table))
    pa.parquet.write_table(made, file, compression="zstd")
    return file.getvalue()


def _read(table: str, rows: Sequence[Mapping[str, Any]]) -> Any:  # noqa: ANN401 - pyarrow ships no types
    """Rows as an Arrow table, by way of JSON: where it is given Python's lists, pyarrow loads all of pandas."""
    import pyarrow.json as pj

    data = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()
    made = pj.read_json(
        BytesIO(data),
        read_options=pj.ReadOptions(use_threads=False, block_size=len(data) + 1),
        parse_options=pj.ParseOptions(explicit_schema=schema(table), unexpected_field_behavior="error"),
    )
    return made.cast(schema(table))
