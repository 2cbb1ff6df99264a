"""Benchmarks: ratios measured in one run, never absolute promises; not part of the test suite."""
