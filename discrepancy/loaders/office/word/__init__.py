"""Word files: a package with nothing but its text parts, and the parts of an article made of it.

``package`` opens it, ``story`` walks its blocks, ``runs`` the text in a paragraph, ``changes`` says what a reading
shows.

Source: ECMA-376 (Office Open XML).
"""
