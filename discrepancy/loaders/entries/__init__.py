"""What the loaders of feeds and of wires in JSON share: JSON within limits, texts in HTML or plain, ends of excerpts.

Shared by loaders; no loader.
"""
