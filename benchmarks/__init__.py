"""Benchmarks beside peers: each takes the data to measure on as an argument."""
