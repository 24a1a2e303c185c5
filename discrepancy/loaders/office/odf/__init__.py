"""OpenDocument text: content.xml or a flat file, and the parts of an article made of it.

``package`` opens it, ``story`` walks its blocks, ``inline`` the text in a paragraph, ``changes`` and ``state`` say
what a reading shows.

Source: OpenDocument 1.3 (OASIS).
"""
