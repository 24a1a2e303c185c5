"""What the loaders of tables share: which column holds what, and an article from a row."""
