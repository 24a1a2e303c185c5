"""Stories followed over time: sources are polled, versions kept, and what changes a fact is told.

Data flows one way, and each step that changes anything is one transaction of the store::

    sources ─poll→ Found ─keep→ version ─read→ Document ─place→ story ─compare→ Change ─judge→ Alert ─hold→ channels

What is still to be done is always a row in the store, versions are worked off one by one in the order in which they
were seen, and the clock and the fetcher are given: so what comes out depends neither on how often it is looked nor on
where the program was killed.

=============  ======================================================================================================
the order      ``watcher`` has it: ``looking`` at what is due, ``working`` off what was found, ``telling`` what is due
what to do     ``configuration*`` reads the file into what ``configured`` has; ``schedule`` says when it is looked at
to look        ``polling`` looks at a place once; ``folder_events`` makes folders quicker
to read        ``reading*``, ``stubs``, ``wording``, ``version_times``: bytes to a document, or why it is no article
to place       ``placing`` finds the story of an article
to compare     ``changes``, with what reads the same (``same_value``, ``former``, ``going_on``), what stands for what
               (``edited_sentences``, ``facts_apart``, ``titles_apart``) and what the text says of it
               (``labels_of_change``, ``noted_words``)
to judge       ``judging`` with ``contradicting``, ``stale`` and ``slips``; ``alerting`` makes the alerts
to tell        ``holding`` makes messages, ``choosing`` who is told which, ``channels`` bring them
to show        ``lines`` and ``line_*`` draw up a timeline, ``drawing`` one out of the store;
               ``exporting`` writes files, ``status`` says how it all stands
=============  ======================================================================================================
"""
