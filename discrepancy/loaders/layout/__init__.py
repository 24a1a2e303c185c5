"""Telling the parts of a page of running text apart: headline, body, captions, credits, furniture.

``page`` puts it together: ``units`` (paragraphs) -> ``kinds`` (what each looks like by itself) -> ``roles`` (what it
is where it stands) -> ``pieces`` (a unit cut where two roles share it).
"""
