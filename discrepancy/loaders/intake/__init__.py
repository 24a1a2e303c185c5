"""Finding the files of a check, opening them safely, and giving each to the loader that claims it."""
