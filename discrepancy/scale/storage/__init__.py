"""Where a batch puts what it makes: a folder, or a bucket of an object store, behind one small interface.

Names are relative, of parts joined by ``/``; what a name holds is whole or not there, whatever dies in between. Nothing
is ever read back half written: on a file system a file is written beside its place and renamed into it, on object
storage it is one put. A folder that many machines share has to be one file system for all of them.
"""

from discrepancy.scale.storage.interface import Storage
from discrepancy.scale.storage.opening import open_storage

__all__ = ["Storage", "open_storage"]
