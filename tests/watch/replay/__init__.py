"""A scripted news day replayed to the watcher by a local server: what it alerts is held against what was planted."""
