"""Files to documents. A loader is one module here that holds a ``LOADER``; it is found by being there.

A loader's module is short: how it knows its files, and what it makes of one. What it reads with is in a folder beside:

===========  ========================================================================================================
for all      ``intake`` finds files, opens them within limits, and gives each to the loader that claims it
             ``articles`` makes a document of an article in parts, with what its format says of it
             ``layout`` tells the parts of running text from one another where no format does
             ``markup`` parses XML and HTML within limits, and makes parts of their paragraphs
web          ``webpages`` (web page, MHTML)
wires        ``wires`` (NITF, NewsML-G2, NewsML 1, ANPA), ``entries`` (ninjs, and the entries of feeds)
office       ``office`` with ``word``, ``odf`` and ``rtf``; ``markdowns``; ``pdfs``
many in one  ``archives`` (ZIP, tar, WARC, one file in gzip), ``tables`` (CSV, JSON Lines, Parquet)
===========  ========================================================================================================
"""

from __future__ import annotations

from discrepancy.loaders.intake.collect import Loaded, collect, load_path
from discrepancy.loaders.intake.gather import Gathered, StoryFiles, gather
from discrepancy.loaders.intake.loader import Loader
from discrepancy.loaders.intake.registry import loaders

__all__ = ["Gathered", "Loaded", "Loader", "StoryFiles", "collect", "gather", "load_path", "loaders"]
