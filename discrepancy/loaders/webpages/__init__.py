"""Saved web pages: their bytes, their metadata, and what on them is the article. Shared by loaders; no loader."""
