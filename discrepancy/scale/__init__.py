"""An archive checked: the stages of one check over any number of stories, on one machine or on many.

::

    plan ──▶ Part ──map_task──▶ facts, sketches ──group──▶ Bucket ──reduce_task──▶ findings, pages ──▶ index, run.json

``job`` has what tasks are given and what they say, ``plan`` and ``cuts`` make parts of the input, ``map_task`` and
``reduce_task`` are pure functions of a part and a job, ``grouping`` stands between them, and ``driver`` has the order.
``storage`` is where all of it is written, ``runners`` where the tasks run: neither knows what a fact is, and no task
knows where it runs. Nothing here is imported before a batch begins; pyarrow and fsspec where they are used.
"""
