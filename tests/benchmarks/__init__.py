"""Benchmarks: `python -m tests.benchmarks.<name>`. They measure and print; they never fail a test run."""
