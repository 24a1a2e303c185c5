"""The readers of NITF, NewsML-G2, NewsML 1 (``nml1``) and of ANPA 1312 with IPTC 7901 (``anpa``). Shared; no loader.

Of each format one file says what is known of an item (``…_known``) and one makes parts of its text (``…_parts``). What
they share: ``lookup`` (elements by their names), ``content`` (text carried in another format), ``wrapped`` (teletype
lines), ``copy_parts`` (parts in order, each said once), ``notes`` (which of them correct), ``versions``, ``names`` (of
writers), ``known_words`` (codes, places, times). A part's place is "paragraph 4", of a wire in text "line 12".

Source: the IPTC's NITF 3.6, NewsML-G2 Guidelines, NewsML 1.2; ANPA 1312 (1989), IPTC 7901 (1995); agencies' filing
guides.
"""
