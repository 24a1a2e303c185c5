"""Markdown as an article: its front matter (``front_matter``), its blocks (``reader``), its footnotes.

``article`` puts them together. markdown-it parses; raw HTML goes through ``markup``. A part's place is the line of the
file where its block begins.

Source: CommonMark 0.31; the front matter of Jekyll, Hugo, Eleventy, Pandoc and Ghost.
"""
