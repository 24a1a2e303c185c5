"""PDF with a text layer: a child process gives letters and where they stand; lines and paragraphs are made of them.

``run`` starts ``child`` (PDFium, held to time and memory) -> ``sheets`` (pages upright) -> ``lines`` with ``letters``
-> ``edges``, ``labels``, ``dropcaps``, ``columns``, ``tables`` (the order of a page) -> ``paragraphs`` -> ``headings``
(roles by their look) -> ``assembled`` with ``hyphens`` (one text each); ``articles`` is that order. Lengths are in
points, or in ems where a constant says so, the origin at the lower left; a part's places are "page 2, line 14".
"""
