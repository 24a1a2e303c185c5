"""Stories followed over time: sources are polled, versions kept, and what changes a fact is told.

Data flows one way, and each step that changes anything is one transaction of the store::

    sources ─poll→ Found ─keep→ version ─read→ Document ─place→ story ─compare→ Change ─judge→ Alert ─hold→ channels

What is still to be done is always a row in the store, versions are worked off one by one in the order in which they
were seen, and the clock and the fetcher are given: so what comes out depends neither on how often it is looked nor on
where the program was killed.
"""
