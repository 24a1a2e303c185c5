"""What every answer tells a browser: to run, keep and pass on nothing that it was not given for."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Send

from discrepancy.review.plain_pages import POLICY

__all__ = ["CSP", "guarded"]

CSP = "content-security-policy"
_ALWAYS = {
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
_NO_PAGE = "default-src 'none'"


def guarded(send: Send) -> Send:
    """Sends what it is given, with these headers."""

    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _ALWAYS.items():
                headers[name] = value
            is_page = headers.get("content-type", "").startswith("text/html")
            policy = headers.get(CSP) or (POLICY if is_page else _NO_PAGE)
            headers[CSP] = f"{policy}; frame-ancestors 'none'"
        await send(message)

    return send_with_headers
