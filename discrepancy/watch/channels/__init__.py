"""How alerts are told: one module a kind of channel, found by being there.

A module of this folder that has a ``CHANNEL`` is a kind of channel; to add one is to add a file.
"""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Protocol

from discrepancy.followed import Alert
from discrepancy.watch.channels.closed import ChannelClosed
from discrepancy.watch.channels.deliverer import Deliverer
from discrepancy.watch.channels.kind import ChannelKind
from discrepancy.watch.channels.means import Means, Post
from discrepancy.watch.configured import Watched

__all__ = ["ChannelClosed", "ChannelKind", "Deliverer", "Means", "Post", "all_channels", "deliverers", "means_of"]


class _Told(Protocol):
    """What knows the alerts that were released: the store."""

    def told(self, most: int) -> Sequence[Alert]:
        """The last ones, newest first."""


@cache
def all_channels() -> dict[str, ChannelKind]:
    """Every kind of channel by name, in the order of the names."""
    modules = (importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__))
    found = [module.CHANNEL for module in modules if hasattr(module, "CHANNEL")]
    return {each.name: each for each in sorted(found, key=lambda each: each.name)}


def deliverers(watched: Watched, versions: _Told, means: Means | None = None) -> tuple[Deliverer, ...]:
    """What brings messages to the channels of a configuration, in its order.

    Args:
        watched: the configuration.
        versions: the store.
        means: what channels reach the outside with; the terminal, the web and the computer's clock if None.
    """
    given = means or means_of(watched, versions)
    return tuple(Deliverer(channel, all_channels()[channel.to], given) for channel in watched.channels)


def means_of(
    watched: Watched, versions: _Told, now: Callable[[], dt.datetime] | None = None, language: str = "en"
) -> Means:
    """The terminal, the web, and a clock: the computer's if none is given."""
    found = Means(
        language=language,
        told=versions.told,
        post=partial(_post, allow_private=watched.allow_private),
        store=str(watched.store),
    )
    return replace(found, now=now) if now else found


def _post(address: str, data: bytes, headers: Mapping[str, str], *, allow_private: bool) -> int:
    from discrepancy.fetching.posting import post  # httpx takes a while to import

    return post(address, data, headers, allow_private=allow_private)
