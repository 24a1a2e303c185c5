"""A client that asks an application without a server."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import httpx
from starlette.types import ASGIApp

T = TypeVar("T")

HERE = "http://127.0.0.1:8347"


def awaited(work: Coroutine[Any, Any, T]) -> T:
    """What comes of it, in a thread of its own: a browser that other tests opened leaves its loop running in ours."""
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(asyncio.run, work).result()


class Client:
    """Keeps cookies and ``headers`` from one request to the next; redirects are not followed."""

    def __init__(self, app: ASGIApp, base: str = HERE) -> None:
        self.app, self._base = app, base
        self.headers: dict[str, str] = {}
        self.cookies = httpx.Cookies()

    def request(self, method: str, path: str, **more: Any) -> httpx.Response:
        """Send a request; what goes wrong in the application is an answer as well."""
        return awaited(self._send(method, path, more))

    async def _send(self, method: str, path: str, more: dict[str, Any]) -> httpx.Response:
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        headers = {**self.headers, **more.pop("headers", {})}
        async with httpx.AsyncClient(
            transport=transport, base_url=self._base, cookies=self.cookies, trust_env=False
        ) as client:
            answer = await client.request(method, path, headers=headers, **more)
            self.cookies = client.cookies
            return answer

    def get(self, path: str, **more: Any) -> httpx.Response:
        """GET."""
        return self.request("GET", path, **more)

    def post(self, path: str, **more: Any) -> httpx.Response:
        """POST."""
        return self.request("POST", path, **more)
