"""Characters, quotation marks, sentences and how alike they are, and the language engine behind one interface."""
