"""The versions' whole texts as a page shows them side by side.

``marked`` puts them together: ``sentences`` cuts them, ``likeness`` says which sentences of two versions tell the same,
``lined_up`` numbers these.
"""
