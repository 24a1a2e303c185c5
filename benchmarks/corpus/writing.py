"""A corpus on disk: ``FOLDER/articles`` in one of four formats, and ``FOLDER/gold.jsonl`` beside it."""

from __future__ import annotations

import dataclasses
import io
import itertools
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any, Final

from benchmarks.corpus.shapes import Article, Planted
from benchmarks.corpus.stories import Request
from benchmarks.corpus.stream import in_order

__all__ = ["FORMATS", "LAYOUTS", "write_corpus"]

LAYOUTS: Final = ("days", "stories", "flat")
ROWS: Final = 500
"""Articles held at once while a Parquet file is written."""


def write_corpus(request: Request, folder: Path, form: str = "txt", layout: str = "days") -> int:
    """Write the articles of a request and its gold; the number of articles.

    Raises:
        OSError: the folder can not be written.
        FileExistsError: there is a corpus in it.
    """
    articles = folder / "articles"
    articles.mkdir(parents=True)
    count = 0
    with (folder / "gold.jsonl").open("w", encoding="utf-8") as gold:

        def planted(slip: Planted) -> None:
            gold.write(json.dumps({"row": "planted"} | dataclasses.asdict(slip), ensure_ascii=False) + "\n")

        def told() -> Iterator[Article]:
            nonlocal count
            for article in in_order(request, planted):
                row = {"row": "document", "id": article.id, "story": article.story, "topic": article.topic}
                gold.write(json.dumps(row | {"role": article.role}) + "\n")
                count += 1
                yield article

        FORMATS[form](told(), articles, layout)
    return count


def _texts(told: Iterable[Article], folder: Path, layout: str) -> None:
    for article in told:
        day = article.published.date().isoformat()
        inner = {"days": folder / day, "stories": folder / article.story, "flat": folder}[layout]
        inner.mkdir(exist_ok=True)
        (inner / f"{article.id}.txt").write_text(article.text, encoding="utf-8")


def _row(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "source": article.source,
        "published": article.published.isoformat(),
        "text": article.text[article.body :].rstrip("\n"),
    }


def _json_lines(told: Iterable[Article], folder: Path, _: str) -> None:
    with (folder / "articles.jsonl").open("w", encoding="utf-8") as lines:
        for article in told:
            lines.write(json.dumps(_row(article), ensure_ascii=False) + "\n")


def _parquet(told: Iterable[Article], folder: Path, _: str) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([(name, pa.string()) for name in ("id", "title", "source", "published", "text")])
    rows = iter(told)
    with pq.ParquetWriter(folder / "articles.parquet", schema) as writer:
        while batch := list(itertools.islice(rows, ROWS)):
            writer.write_table(pa.Table.from_pylist([_row(article) for article in batch], schema=schema))


def _warc(told: Iterable[Article], folder: Path, _: str) -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with (folder / "articles.warc.gz").open("wb") as out:
        writer = WARCWriter(out, gzip=True)
        for article in told:
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            record = writer.create_warc_record(
                f"https://{article.source.lower().replace(' ', '-')}.example/{article.id}.html",
                "response",
                payload=io.BytesIO(_page(article).encode()),
                http_headers=headers,
                warc_headers_dict={"WARC-Date": article.published.strftime("%Y-%m-%dT%H:%M:%SZ")},
            )
            writer.write_record(record)
            record.raw_stream.close()


def _page(article: Article) -> str:
    paragraphs = "\n".join(f"<p>{escape(each)}</p>" for each in article.text[article.body :].strip().split("\n\n"))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(article.title)}</title>'
        f'<meta property="og:site_name" content="{escape(article.source)}">'
        f'<meta property="article:published_time" content="{article.published.isoformat()}"></head><body><article>'
        f"<h1>{escape(article.title)}</h1>\n{paragraphs}\n</article></body></html>"
    )


FORMATS: Final[Mapping[str, Callable[[Iterable[Article], Path, str], None]]] = {
    "txt": _texts, "jsonl": _json_lines, "parquet": _parquet, "warc": _warc,
}  # fmt: skip
