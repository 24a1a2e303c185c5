"""Markdown: front matter, and the parts of an article made of its tokens."""
