"""What the loaders of archives share: safe names, limits, and members as streams that are never unpacked to files."""
