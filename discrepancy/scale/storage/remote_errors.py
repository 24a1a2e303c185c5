"""What an object store and the libraries on the way to it say, as errors that a person can act upon."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from discrepancy.errors import DiscrepancyError, StorageAway, StorageError, StorageMissing, StorageRefused
from discrepancy.scale.storage.system_errors import said

_NOBODY = frozenset(
    {
        "CredentialRetrievalError",
        "NoAuthTokenError",
        "NoCredentialsError",
        "PartialCredentialsError",
        "ProfileNotFound",
        "TokenRetrievalError",
    }
)
_AWAY = frozenset({"ClientConnectionError", "ConnectionError", "HTTPClientError", "gaierror"})
"""Names of classes: the libraries that define them are there only for those who use them."""


@contextmanager
def in_words(where: str) -> Iterator[None]:
    """Turn whatever such a library raises into a :class:`~discrepancy.errors.StorageError`.

    A missing library and a name that is taken are for the caller to judge: they pass.
    """
    try:
        yield
    except (DiscrepancyError, FileExistsError, ImportError):
        raise
    except Exception as problem:
        raise _said(problem, where) from problem


def _said(problem: Exception, where: str) -> StorageError:
    kinds = {each.__name__ for each in type(problem).__mro__}
    why = str(problem) or type(problem).__name__
    if kinds & _NOBODY:
        remedy = "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile in AWS_PROFILE."
        return StorageRefused(f"does not know who we are ({why}).", where=where, remedy=remedy)
    if kinds & _AWAY or isinstance(problem, TimeoutError):
        remedy = "Check the address and the network, and run the same command again: what is done is kept."
        return StorageAway(f"does not answer ({why}).", where=where, remedy=remedy)
    if isinstance(problem, FileNotFoundError):
        if "bucket" in why.lower():
            return StorageMissing("There is no such bucket.", where=where, remedy="Make it first, or check its name.")
        return StorageMissing("There is no such file.", where=where, remedy="Check its name and folder.")
    if isinstance(problem, PermissionError):
        remedy = "Check the credentials, and that they may read, write, list and delete there."
        return StorageRefused(f"may not be read or written ({why}).", where=where, remedy=remedy)
    if isinstance(problem, OSError):
        return said(problem, where)
    return StorageError(f"can not be used ({why}).", where=where, remedy="Check the address.")
