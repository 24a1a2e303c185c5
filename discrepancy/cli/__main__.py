"""``python -m discrepancy.cli``."""

from discrepancy.cli.program import main

main()
