"""What can go wrong, as one tree of exceptions.

::

    DiscrepancyError                 anything that this package raises on purpose
    ├── InputError                   a file or folder that was given can not be used
    │   ├── PathMissing              nothing is at that path
    │   ├── PathUnreadable           the system does not let us read it
    │   ├── EmptyInput               an empty file, or a folder without a file that a loader claims
    │   ├── NotText                  binary content where text was expected
    │   ├── UnknownEncoding          bytes that are text in no known encoding
    │   ├── TooLarge                 beyond the size limit in the settings
    │   ├── Malformed                a file that breaks the rules of its own format, or is cut off
    │   ├── Unsafe                   a file that asks for what no article needs: a bomb, a path outside, a trap
    │   ├── ReaderMissing            a format whose reader is not installed
    │   ├── NotFetched               an address that can not be fetched, or must not be
    │   ├── WrongLanguage            an article in a language that can not be checked
    │   └── InputChanged             a file that was written while it was read
    ├── OutputError                  a report can not be written, or its format is unknown
    ├── UsageError                   options that do not go together, an unknown rule code
    ├── StoreError                   the store of decisions can not be used
    │   ├── StoreBusy                another process holds it, and did not let go in time
    │   ├── StoreNewer               a later version of this program made it
    │   └── StoreBroken              it is no store, is damaged, or its audit log does not verify
    ├── StorageError                 the folder or bucket that a batch writes to can not be used
    │   ├── StorageMissing           the bucket, or a file in it, is not there
    │   ├── StorageRefused           we may not read or write there, or nobody said who we are
    │   ├── StorageFull              no room is left
    │   ├── StorageAway              nothing answers at that address
    │   └── StorageBusy              another run writes there
    ├── RunnerError                  the processes or machines that do the work can not be used
    │   ├── SchedulerLost            the scheduler does not answer, or went away during the run
    │   ├── VersionsDiffer           a worker has another version of something than the one that hands out the work
    │   └── WorkersFail              no worker can be started
    ├── TooManyFailures              more of a batch failed than was to be let pass
    ├── ExtraMissing                 a library is not installed that only some ways of running need
    ├── Conflict                     someone else decided in the meantime
    ├── Unknown                      there is no finding, matter or decision of that id
    └── EngineMissing                the language model is not installed

A message says what happened, where (file, line or byte), and what to do. Only the command line turns an
exception into an exit code.
"""


class DiscrepancyError(Exception):
    """Base of every exception raised on purpose.

    Args:
        what: one sentence: what is wrong.
        where: the file (and line or byte) it is wrong in, as the user wrote it; empty where there is none.
        remedy: one sentence: what to do about it.
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__(str(self))

    def __str__(self) -> str:
        """The message as a person reads it: ``where: what remedy``."""
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head} {self.remedy}".rstrip()


class InputError(DiscrepancyError):
    """A file or folder that was given can not be used."""


class PathMissing(InputError):
    """Nothing is at the path that was given."""


class PathUnreadable(InputError):
    """The system does not let us read the path."""


class EmptyInput(InputError):
    """An empty file, or a folder that holds no file a loader claims."""


class NotText(InputError):
    """Binary content where text was expected."""


class UnknownEncoding(InputError):
    """Bytes that are text in no encoding we know."""


class TooLarge(InputError):
    """A file beyond the size limit in the settings."""


class Malformed(InputError):
    """A file that breaks the rules of its own format, or that is cut off."""


class Unsafe(InputError):
    """A file that asks for what no article needs: entities that explode, members outside its archive, a bomb."""


class ReaderMissing(InputError):
    """A format whose reader is an extra that is not installed."""


class NotFetched(InputError):
    """An address on the web that can not be fetched, or that must not be."""


class WrongLanguage(InputError):
    """An article in a language that can not be checked."""


class InputChanged(InputError):
    """A file that was written while it was read: what was read of it is neither the old nor the new."""


class OutputError(DiscrepancyError):
    """A report can not be written, or its format is unknown."""


class UsageError(DiscrepancyError):
    """Options that do not go together, or a name that does not exist."""


class StoreError(DiscrepancyError):
    """The store of decisions can not be used: it can not be opened, read or written."""


class StoreBusy(StoreError):
    """Another process holds the store, and did not let go of it in time."""


class StoreNewer(StoreError):
    """The store was made by a later version of this program."""


class StoreBroken(StoreError):
    """The file is no store, or is damaged, or its audit log does not verify."""


class StorageError(DiscrepancyError):
    """The folder or bucket that a batch writes to can not be used: it can not be opened, read or written."""


class StorageMissing(StorageError):
    """The bucket, or a file in the folder or bucket, is not there."""


class StorageRefused(StorageError):
    """We may not read or write there, or nobody said who we are: no credentials."""


class StorageFull(StorageError):
    """No room is left where the batch writes."""


class StorageAway(StorageError):
    """Nothing answers at the address that the batch writes to."""


class StorageBusy(StorageError):
    """Another run writes into the same folder or bucket."""


class RunnerError(DiscrepancyError):
    """The processes or machines that do the work can not be used."""


class SchedulerLost(RunnerError):
    """The scheduler does not answer, or went away during the run."""


class VersionsDiffer(RunnerError):
    """A worker has another version of Python, of a library or of this package than the one that hands out the work."""


class WorkersFail(RunnerError):
    """No worker can be started, or every one that is started ends at once."""


class TooManyFailures(DiscrepancyError):
    """More files, documents or stories of a batch failed than the user lets pass."""


class ExtraMissing(DiscrepancyError):
    """A library is not installed that only some ways of running need; the remedy says how to install it."""


class Conflict(DiscrepancyError):
    """Someone else decided on the matter in the meantime; the message says who and what."""


class Unknown(DiscrepancyError):
    """There is no finding, matter or decision of that id."""


class EngineMissing(DiscrepancyError):
    """The language model is not installed, or does not load."""
