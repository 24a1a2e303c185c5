"""Who may change something: the page that we gave, or who has the token.

A page is given a session by a cookie that no other site's request carries (``SameSite=Strict``), and the CSRF token
that goes with it: a keyed hash of the session, so nothing has to be remembered, and both outlive a restart as the key
is kept beside the store. A token is compared in constant time.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from discrepancy.errors import UsageError

__all__ = ["LEAST_TOKEN", "Keys", "kept_secret"]

LEAST_TOKEN = 16
"""Characters of a token that somebody chose; ours has 43."""
_BYTES = 32
_SESSION = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """What tells who may do what.

    Attributes:
        secret: what all tokens are made with.
        token: what opens the desk to programs, and to everybody where ``asked``; empty where there is none.
        asked: whether nothing is shown without it.
        port: of the desk; cookies go to every port of a machine, so their names have it.
    """

    secret: bytes = field(repr=False, default_factory=lambda: secrets.token_bytes(_BYTES))
    token: str = field(repr=False, default="")
    asked: bool = False
    port: int = 0

    def __post_init__(self) -> None:
        """See that a token that is asked for is there, and can not be guessed."""
        if (self.asked or self.token) and len(self.token) < LEAST_TOKEN:
            raise UsageError(
                f"The token has fewer than {LEAST_TOKEN} characters.",
                remedy="Leave DISCREPANCY_TOKEN unset, and a good one is made.",
            )

    @property
    def session_cookie(self) -> str:
        """The name of the cookie that holds the session."""
        return f"discrepancy-session-{self.port}"

    @property
    def login_cookie(self) -> str:
        """The name of the cookie of who gave the token."""
        return f"discrepancy-login-{self.port}"

    def new_session(self) -> str:
        """A session that no one had."""
        return secrets.token_hex(16)

    def is_session(self, session: str) -> bool:
        """Whether it has the form of one."""
        return _SESSION.fullmatch(session) is not None

    def csrf(self, session: str) -> str:
        """What a page of that session sends with each change."""
        return self._made("csrf", session)

    def fits(self, session: str, csrf: str) -> bool:
        """Whether it is the CSRF token of that session."""
        return self.is_session(session) and _same(csrf, self.csrf(session))

    def is_token(self, given: str) -> bool:
        """Whether it is the token; never where there is none."""
        return bool(self.token) and _same(given, self.token)

    @property
    def login(self) -> str:
        """What the cookie of who gave the token holds: not the token itself."""
        return self._made("login", self.token)

    def is_login(self, given: str) -> bool:
        """Whether it is that."""
        return bool(self.token) and _same(given, self.login)

    def _made(self, purpose: str, of: str) -> str:
        return hmac.new(self.secret, f"{purpose}\0{of}".encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


def _same(one: str, other: str) -> bool:
    """Whether two are the same, in a time that does not tell how far they are."""
    return hmac.compare_digest(one.encode("utf-8", "surrogatepass"), other.encode("utf-8", "surrogatepass"))


def kept_secret(store: Path) -> bytes:
    """What tokens are made with, kept beside the store for its owner alone; where it can not be, one for this run."""
    file = store.with_name(f"{store.name}.key")
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
        with os.fdopen(os.open(file, flags, 0o600), "wb") as stream:
            stream.write(secrets.token_bytes(_BYTES))
    except OSError:  # it is there, or nothing can be written there
        pass
    try:
        kept = b"" if file.is_symlink() else file.read_bytes()
    except OSError:
        kept = b""
    return kept if len(kept) == _BYTES else secrets.token_bytes(_BYTES)
