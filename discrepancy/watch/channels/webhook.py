"""Alerts posted to an address, signed. The body of a message is the same at each attempt, and so is its id.

Who receives them tells by ``Idempotency-Key`` what it has already. ``X-Discrepancy-Signature: t=<seconds>,v1=<hex>``
holds the time of the attempt and the HMAC-SHA-256, with the shared secret, of that time, a full stop, and the body.
"""

from __future__ import annotations

import hashlib
import hmac
import http
from typing import Final
from urllib.parse import urlsplit

from discrepancy.errors import NotFetched, OutputError
from discrepancy.followed import Alert, Telling
from discrepancy.watch.channels.as_json import alert_fields, json_line
from discrepancy.watch.channels.closed import ChannelClosed
from discrepancy.watch.channels.kind import ChannelKind
from discrepancy.watch.channels.means import Means
from discrepancy.watch.channels.said import chain, one_line, summary
from discrepancy.watch.configured import Channel
from discrepancy.watch.holding import folded

__all__ = ["CHANNEL", "body", "signature"]

_TELLING: Final = "discrepancy-telling/1"
_LONGEST_SECRET: Final = 4_096
_TRIED_AGAIN: Final = "It is tried again, more and more rarely, and nothing is lost."
_UNREACHED: Final = (
    f"Look whether it is up; one in your own network needs allow_private = true under [watch]. {_TRIED_AGAIN}"
)


def deliver(telling: Telling, channel: Channel, means: Means) -> None:
    """Post a message.

    Raises:
        ChannelClosed: the receiver says that it wants no more (410).
        OutputError: it was not taken: no answer, or any status but 2xx. The address is told by its host alone, as
            it may hold a token.
    """
    data = body(telling)
    headers = {"Content-Type": "application/json", "Idempotency-Key": telling.id}
    secret = _secret(channel, means)
    if secret:
        headers["X-Discrepancy-Signature"] = signature(data, secret, int(means.now().timestamp()))
    host = urlsplit(channel.address).hostname or channel.name
    try:
        status = means.post(channel.address, data, headers)
    except NotFetched as problem:
        raise OutputError(problem.what, where=host, remedy=_UNREACHED) from None  # its address may hold a token
    if status == http.HTTPStatus.GONE:
        raise ChannelClosed(
            "says that it takes no more alerts (410).",
            where=host,
            remedy="Take it out of [[alerts]], or give the address that took its place.",
        )
    if not http.HTTPStatus.OK <= status < http.HTTPStatus.MULTIPLE_CHOICES:
        raise OutputError(f"did not take alerts ({_phrase(status)}).", where=host, remedy=_remedy(status))


def check(channel: Channel, means: Means) -> None:
    """Find out whether messages can be signed; nothing is sent.

    Raises:
        OutputError: why they can not.
    """
    _secret(channel, means)


def body(telling: Telling) -> bytes:
    """The bytes of a message: all that it says, and ``text`` for those who only show it."""
    alerts = [alert_fields(alert) for alert in telling.alerts]
    lines = [one_line(telling.title), *(_brief(alert) for alert in folded(telling.alerts))]
    fields = {
        "id": telling.id,
        "channel": telling.channel,
        "story": telling.story,
        "title": telling.title,
        "at": telling.at.isoformat(),
        "alerts": alerts,
        "text": "\n".join(line for line in lines if line),
    }
    return json_line(_TELLING, fields).encode()


def _brief(alert: Alert) -> str:
    on_the_way = chain(alert)
    return f"{summary(alert)} ({on_the_way})" if on_the_way else summary(alert)


def signature(data: bytes, secret: bytes, seconds: int) -> str:
    """What the header says of a body that is posted at a time, in seconds since 1970."""
    mark = hmac.new(secret, f"{seconds}.".encode() + data, hashlib.sha256).hexdigest()
    return f"t={seconds},v1={mark}"


def _secret(channel: Channel, means: Means) -> bytes:
    """What messages are signed with; read anew each time, so that it can be replaced while this runs.

    Raises:
        OutputError: it is not where it should be; unsigned, nothing is sent.
    """
    if channel.secret_env:
        found = means.environment.get(channel.secret_env, "").strip().encode("utf-8", "surrogateescape")
        where, remedy = channel.secret_env, "Set this environment variable for the watcher."
    elif channel.secret_file is not None:
        where, remedy = str(channel.secret_file), "Put the secret into this file, on one line."
        try:
            with channel.secret_file.open("rb") as file:
                found = file.read(_LONGEST_SECRET).strip()
        except OSError as problem:
            what = f"The secret that alerts are signed with can not be read ({problem.strerror})."
            raise OutputError(what, where=where, remedy=remedy) from None
    else:
        return b""
    if not found:
        raise OutputError("The secret that alerts are signed with is empty.", where=where, remedy=remedy)
    return found


def _phrase(status: int) -> str:
    try:
        return f"{status} {http.HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _remedy(status: int) -> str:
    if http.HTTPStatus.MULTIPLE_CHOICES <= status < http.HTTPStatus.BAD_REQUEST:
        return "It leads on to another address: give that one. It is tried again until then."
    if status in {http.HTTPStatus.UNAUTHORIZED, http.HTTPStatus.FORBIDDEN}:
        return "See that both sides have the same secret. It is tried again until then."
    return _TRIED_AGAIN


CHANNEL = ChannelKind(
    name="webhook",
    deliver=deliver,
    check=check,
    keys=("address", "secret_env", "secret_file"),
    needs=("address",),
)
