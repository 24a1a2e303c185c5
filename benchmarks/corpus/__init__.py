"""News-like articles of any number, with the stories that they tell and the differences planted in them as gold.

``python -m benchmarks.corpus N FOLDER`` writes them, :func:`corpus` gives them one by one. Each story is an event with
a fact sheet; a wire tells it first, then come updates with risen tolls, pickups and rewrites. Versions share .25 to
.73 of their five-word shingles, as versions of one real story do. A quarter of the documents are other stories of a
running topic, with the same people and places.
"""

from benchmarks.corpus.shapes import Article, Mention, Planted
from benchmarks.corpus.stories import Request
from benchmarks.corpus.stream import corpus, in_order

__all__ = ["Article", "Mention", "Planted", "Request", "corpus", "in_order"]
