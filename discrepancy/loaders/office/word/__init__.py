"""Word files: a package with nothing but its text parts, and the parts of an article made of it."""
