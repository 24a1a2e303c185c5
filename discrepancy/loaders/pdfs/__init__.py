"""PDF with a text layer: a child process gives letters and where they stand; lines and paragraphs are made of them."""
