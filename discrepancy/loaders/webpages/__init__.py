"""Saved web pages: their bytes, their metadata, and what on them is the article. Shared by loaders; no loader.

``reading`` is the order: ``decoding`` -> ``slimming`` -> ``metadata`` (``json_ld``, ``microdata``, ``head_meta``) ->
``visible`` -> ``blocks`` -> ``extraction`` (trafilatura) and ``choosing`` (which blocks are the article) ->
``headline`` -> ``arranged`` -> ``roles`` -> ``article_parts``. ``zones`` says what an element is for, by its own name
and by the names that pages give (``class_names``); ``wholeness`` whether all of the article is there.
"""
