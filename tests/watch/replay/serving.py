"""The web of the scripted day: feeds and pages as they stand at the clock's moment."""

from __future__ import annotations

import datetime as dt
import hashlib
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from email.utils import format_datetime
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.watch.replay.day import NEW_IDS, POINTERS, Article, Edition, Outlet

__all__ = ["serving"]


@contextmanager
def serving(outlets: Sequence[Outlet], now: Callable[[], dt.datetime], port: int = 0) -> Iterator[str]:
    """Serve the day on this machine, at any port unless told; gives the address that all others begin with."""
    feeds = {f"/{outlet.slug}/feed.xml": outlet for outlet in outlets}
    pages = {f"/{outlet.slug}/{each.slug}.html": each for outlet in outlets for each in outlet.articles}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            base = f"http://{self.headers['Host']}"
            if self.path in feeds:
                self._give(_feed(feeds[self.path], now(), base), "application/rss+xml")
            elif self.path in pages and (edition := pages[self.path].at(now())) is not None:
                if edition.status != 200:
                    self._refuse(edition.status)
                else:
                    self._give(_page(pages[self.path], edition, now()), "text/html; charset=utf-8")
            else:
                self._refuse(404)

        def _give(self, text: str, kind: str) -> None:
            data = text.encode()
            etag = f'"{hashlib.sha256(data).hexdigest()[:16]}"'
            if self.headers.get("If-None-Match") == etag:
                self.send_response(304)
                self.send_header("ETag", etag)
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("ETag", etag)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def _refuse(self, status: int) -> None:
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def _feed(outlet: Outlet, now: dt.datetime, base: str) -> str:
    items = []
    for article in outlet.articles:
        edition = next((e for e in reversed(article.editions) if e.at <= now and e.status == 200), None)
        if edition is not None:
            items.append(_item(outlet, article, edition, now, base))
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>{escape(outlet.name)}</title><link>{base}/{outlet.slug}/</link><language>en</language>"
        f"<lastBuildDate>{format_datetime(now)}</lastBuildDate>{''.join(items)}</channel></rss>"
    )


def _item(outlet: Outlet, article: Article, edition: Edition, now: dt.datetime, base: str) -> str:
    address = f"{base}/{outlet.slug}/{article.slug}.html"
    guid = f"{article.slug}-{now:%H%M%S}" if outlet.name == NEW_IDS else article.slug
    paragraphs = edition.text.split("\n\n")
    body = f"<description>{escape(paragraphs[0])}</description>"
    if outlet.name not in POINTERS:
        html = "".join(f"<p>{escape(each.strip())}</p>" for each in paragraphs)
        body += f"<content:encoded>{escape(html)}</content:encoded>"
    return (
        f"<item><title>{escape(edition.title)}</title><link>{address}?utm_source=rss</link>"
        f'<guid isPermaLink="false">{guid}</guid>'
        f"<pubDate>{format_datetime(article.editions[0].at)}</pubDate>{body}</item>"
    )


def _page(article: Article, edition: Edition, now: dt.datetime) -> str:
    if edition.what == "stub":
        body = "".join(f"<p>{escape(each.strip())}</p>" for each in edition.text.split("\n\n"))
        head = f"<title>{escape(edition.title)}</title>"
        return f"<!doctype html><html lang=en><head>{head}</head><body><main>{body}</main></body></html>"
    paragraphs = "".join(f"<p>{escape(each.strip())}</p>\n" for each in edition.text.split("\n\n"))
    aside = "".join(f"<li><a href='#'>{escape(each)}</a></li>" for each in edition.furniture)
    published = article.editions[0].at.isoformat()
    return (
        "<!doctype html><html lang=en><head><meta charset=utf-8>"
        f"<title>{escape(edition.title)} | {escape(article.outlet)}</title>"
        f"<meta property='article:published_time' content='{published}'>"
        f"<meta property='og:site_name' content='{escape(article.outlet)}'></head><body>"
        f"<header><nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav></header>"
        f"<main><article><h1>{escape(edition.title)}</h1>\n{paragraphs}</article></main>"
        f"<aside><h2>Most read</h2><ul>{aside}</ul><p class=clock>Page made at {now:%H:%M}</p></aside>"
        f"<footer>All rights reserved</footer></body></html>"
    )
