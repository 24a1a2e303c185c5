"""What the loaders of tables share: which column holds what, and an article from a row.

``lines`` and ``look`` read text tables, ``csv_rows``, ``json_rows`` and ``parquet_rows`` give rows with their numbers
(the first below the heading is 1), ``columns`` with ``names`` says which column holds what, ``prose`` what is prose,
``article`` makes an article of a row, ``rows`` tells of those that give none.
"""
