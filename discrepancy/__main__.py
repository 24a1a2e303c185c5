"""``python -m discrepancy``."""

from discrepancy.cli.program import main

main()
