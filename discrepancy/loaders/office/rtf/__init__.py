"""Rich Text Format: tokens, groups, code pages, and the paragraphs made of them.

``tokens`` cuts the file, ``reader`` keeps the groups and sends text where ``groups`` says, ``sheet`` holds what was
read, ``flow`` makes paragraphs and rows of it.

Source: Rich Text Format Specification 1.9.1 (Microsoft).
"""
