"""Grammars that read expressions out of plain text: numbers, quantities, dates."""
