"""XML and HTML, parsed within limits, and their paragraphs as parts of an article. Shared by loaders; no loader."""
