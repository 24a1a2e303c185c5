"""Tasks that are well where work is handed out, and can not be loaded on a worker, as where a library is missing."""

import multiprocessing

if multiprocessing.parent_process() is not None:
    raise ImportError("a library is missing")


def twice(item: int, factor: int) -> int:
    return item * factor
