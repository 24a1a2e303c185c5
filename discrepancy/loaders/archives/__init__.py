"""What the loaders of archives share: members as streams on one budget, never unpacked to files.

``opened`` gives a file as a stream, ``zip_members``, ``tar_members`` and ``warc_records`` tell its members in order,
``members`` (of crawls ``warc_pages``) hands each to the loader that claims it. ``limits`` has the budget that an
archive and those in it draw on, ``source`` a member that is read once and can be opened as often as its loader likes,
``streams`` what all streams here have in common. An error for a damaged place stands where the place is, among the
members.

Source: APPNOTE.TXT 6.3.10 (ZIP), POSIX.1-2001 (ustar, pax) and GNU tar's manual, WARC 1.1 (ISO 28500).
"""
