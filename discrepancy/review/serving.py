"""Runs the desk: on this machine alone, unless another address is asked for, which needs a token."""

from __future__ import annotations

import asyncio
import errno
import os
import platform
import secrets
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import uvicorn

from discrepancy.errors import UsageError
from discrepancy.review.app import make_app
from discrepancy.review.desk import Desk
from discrepancy.review.drawing import Drawing
from discrepancy.review.guard import Door
from discrepancy.review.guard.connection import PatientProtocol
from discrepancy.review.guard.keys import Keys, kept_secret
from discrepancy.review.guard.names import LOOPBACK, is_loopback
from discrepancy.review.watching import Watch

__all__ = ["HERE", "PORT", "Bound", "Where", "bind", "door_for", "serve"]

HERE: Final = "127.0.0.1"
PORT: Final = 8347
"""Asked for first; nothing is registered there."""
TOKEN: Final = "DISCREPANCY_TOKEN"  # noqa: S105 -- the name of a variable
_ENDING: Final = 3
"""Seconds that requests have to come to their end when the desk is closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where the desk is to be had.

    Attributes:
        host: the address to listen on.
        port: None for the usual one, or where that is taken any that is free.
        names: further names that it is asked under, as behind another server.
        login: whether it asks for its token on this machine, too.
    """

    host: str = HERE
    port: int | None = None
    names: tuple[str, ...] = ()
    login: bool = False


@dataclass(frozen=True, slots=True)
class Bound:
    """A place to listen that is ours."""

    socket: Any
    """A socket; what it is made with may be imported only where pages are fetched."""
    host: str
    port: int

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        name = platform.node() or self.host if self.host in {"0.0.0.0", "::"} else self.host  # noqa: S104 -- asked for
        return f"http://[{name}]:{self.port}/" if ":" in name else f"http://{name}:{self.port}/"


def bind(where: Where) -> Bound:
    """Take the port.

    Raises:
        UsageError: it is taken, or the address is none of this machine's.
    """
    if where.port is not None:
        return _bound(where.host, where.port)
    try:
        return _bound(where.host, PORT)
    except UsageError:
        return _bound(where.host, 0)


def _bound(host: str, port: int) -> Bound:
    try:
        with ThreadPoolExecutor(1) as apart:  # the caller may have a loop of its own running
            apart.submit(lambda: asyncio.run(_tried(host, port))).result()
    except (OSError, OverflowError) as why:
        raise _unbound(host, port, why) from None
    quiet = uvicorn.Config(_nothing, host=host, port=port, log_config=None, log_level="critical")
    try:
        socket = quiet.bind_socket()
    except SystemExit as why:  # what uvicorn makes of an error: somebody came in between
        raise _unbound(host, port, why.__context__) from None
    return Bound(socket, host, int(socket.getsockname()[1]))


async def _tried(host: str, port: int) -> None:
    """Listen there for a moment: unlike uvicorn's way, this says what is wrong, and lets go of what it took."""
    server = await asyncio.get_running_loop().create_server(asyncio.Protocol, host, port, start_serving=False)
    server.close()
    await server.wait_closed()


def _unbound(host: str, port: int, why: BaseException | None) -> UsageError:
    number = why.errno if isinstance(why, OSError) else None
    if number == errno.EADDRINUSE:
        return UsageError(
            f"Port {port} is taken on {host}.", remedy="Name another one with --port, or end what listens there."
        )
    if number == errno.EACCES:
        return UsageError(f"Port {port} may not be used.", remedy="Name one above 1023 with --port.")
    return UsageError(f"Nothing can listen on {host}, port {port}.", remedy="Name an address of this machine.")


async def _nothing(*_: object) -> None:
    """No application: the place is taken before there is one."""


def door_for(desk: Desk, where: Where, port: int) -> tuple[Door, str]:
    """Who gets in; and the token that was made, empty where none was or the user gave it.

    Raises:
        UsageError: the token that the user gave is too short.
    """
    here = is_loopback(where.host)
    asked = where.login or not here
    given = os.environ.get(TOKEN, "").strip()
    made = secrets.token_urlsafe(32) if asked and not given else ""
    keys = Keys(secret=kept_secret(desk.store.path), token=given or made, asked=asked, port=port)
    own = {where.host, platform.node(), f"{platform.node()}.local"} if not here else {where.host}
    names = LOOPBACK | {name.strip("[]").lower() for name in (*own, *where.names) if name}
    return Door(keys=keys, names=frozenset(names), figures=not here), made


class _Server(uvicorn.Server):
    """A server that says when it listens, and that ends well by a signal: what is behind it is closed in order."""

    def __init__(self, config: uvicorn.Config, listening: Callable[[], None]) -> None:
        super().__init__(config)
        self._listening = listening

    async def startup(self, sockets: Any = None) -> None:  # noqa: ANN401 - as in Bound
        """Begin to listen."""
        await super().startup(sockets)
        self._listening()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take the signals that end the program, and do not send them on once all has ended."""
        with super().capture_signals():
            try:
                yield
            finally:
                self._captured_signals.clear()


def serve(desk: Desk, door: Door, bound: Bound, listening: Callable[[], None]) -> None:
    """Serve the desk until the program is told to end.

    Args:
        desk: one whose story was checked.
        door: who gets in.
        bound: where.
        listening: called when a browser can come.
    """
    drawing = Drawing(desk)
    drawing.ahead()
    config = uvicorn.Config(
        make_app(desk, door, drawing),
        http=PatientProtocol,
        loop="asyncio",
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="error",
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=_ENDING,
    )
    with Watch(desk, checked=drawing.ahead):
        _Server(config, listening).run(sockets=[bound.socket])
