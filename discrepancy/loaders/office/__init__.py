"""What office files have in common: safe packages, tracked changes, styles; and the readers of each. No loader.

``kinds`` tells an office file by its first bytes, ``package`` opens a ZIP package within limits, ``versions`` makes
one document of a reading of its tracked changes, or two. ``word``, ``odf`` and ``rtf`` give the parts of one reading
each; what their paragraph styles mean is in ``styles``. A part's place is "paragraph 4", "table 1, row 2", "footnote
3".
"""
