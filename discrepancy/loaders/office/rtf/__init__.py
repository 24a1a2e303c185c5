"""Rich Text Format: tokens, code pages, and the paragraphs made of them."""
