"""What office files have in common: safe packages, tracked changes, styles; and the readers of each. No loader."""
