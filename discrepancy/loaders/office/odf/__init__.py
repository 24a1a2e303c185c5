"""OpenDocument text: content.xml or a flat file, and the parts of an article made of it."""
