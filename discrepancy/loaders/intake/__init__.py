"""Finding the files of a check, opening them safely, and giving each to the loader that claims it.

``walk`` finds files; ``take`` reads one by the loader that claims it (``registry``, in the order that ``loader``
lists); ``pile`` puts what came of several together, for ``collect`` (all as one story) and ``gather`` (a story a
folder). ``given`` is what a loader is given, ``refusals`` and ``unclaimed`` word what is wrong with a file whatever
its format, ``story_file`` reads a ``story.toml`` and ``stated`` applies it.
"""
