"""What a terminal shows: the findings of a report, the index of many stories, the facts of documents."""
